//! E-mail addresses, compared without regard to case.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// An e-mail address: trimmed, in Unicode normal form C, lower case, so that one mailbox has one spelling.
///
/// The check is of shape only (one `@`, a local part of at most 64 bytes, a dotted domain, at most 254 bytes in all,
/// RFC 5321 section 4.5.3); that the mailbox exists is proved by the verification link.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// The normalised address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an e-mail address: give one like name@example.com")]
pub struct InvalidEmail;

impl FromStr for Email {
    type Err = InvalidEmail;

    fn from_str(text: &str) -> Result<Self, InvalidEmail> {
        let address: String = text.trim().nfc().collect::<String>().to_lowercase();
        let (local, domain) = address.rsplit_once('@').ok_or(InvalidEmail)?;
        let allowed = |c: char| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':' | '\\' | '"' | '[' | ']' | '@')
        };
        let dotted = |part: &str| part.split('.').all(|label| !label.is_empty());
        let is_domain = domain.contains('.')
            && dotted(domain)
            && domain.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
            && domain
                .split('.')
                .all(|label| !label.starts_with('-') && !label.ends_with('-') && label.len() <= 63);
        let is_local = local.len() <= 64 && dotted(local) && local.chars().all(allowed);
        if is_local && is_domain && address.len() <= 254 { Ok(Self(address)) } else { Err(InvalidEmail) }
    }
}

impl TryFrom<String> for Email {
    type Error = InvalidEmail;
    fn try_from(text: String) -> Result<Self, InvalidEmail> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Prints the domain only: addresses are personal data and stay out of logs.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let domain = self.0.rsplit('@').next().unwrap_or_default();
        write!(f, "Email(…@{domain})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_mailbox_are_equal() {
        let spellings = ["Alice@Example.com", " alice@example.COM ", "ALICE@EXAMPLE.COM"];
        for spelling in spellings {
            assert_eq!(spelling.parse::<Email>().unwrap().as_str(), "alice@example.com");
        }
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for text in [
            "",
            "@",
            "a@",
            "@b.c",
            "a@b",
            "a b@c.de",
            "a@b..c",
            ".a@b.c",
            "a@-b.c",
            "a@b@c.de",
            "a\n@b.c",
            "a@b.c\r\nBcc: x@y.z",
        ] {
            assert_eq!(text.parse::<Email>(), Err(InvalidEmail), "{text:?}");
        }
        assert_eq!(format!("{}@example.com", "x".repeat(65)).parse::<Email>(), Err(InvalidEmail));
    }

    #[test]
    fn an_address_keeps_its_form_when_it_is_read_again() {
        // Every character that changes its case or its composition.
        let changing = ('\0'..=char::MAX)
            .filter(|c| c.to_lowercase().ne([*c]) || [*c].into_iter().nfc().ne([*c]))
            .map(|c| format!("{c}x@example.com"));
        for first in changing.filter_map(|text| text.parse::<Email>().ok()) {
            let json = serde_json::to_string(&first).unwrap();
            assert_eq!(serde_json::from_str::<Email>(&json).ok().as_ref(), Some(&first), "{json}");
        }
    }

    #[test]
    fn accents_may_be_written_in_either_form() {
        let composed: Email = "j\u{fc}rgen@b\u{fc}cher.example".parse().unwrap();
        let combined: Email = "Ju\u{308}rgen@bu\u{308}cher.example".parse().unwrap();
        assert_eq!(composed, combined);
    }

    #[test]
    fn an_address_is_at_most_254_bytes_long() {
        let label = "d".repeat(62);
        let domain = format!("{label}.{label}.{label}");
        let longest = format!("{}@{domain}.de", "x".repeat(254 - 1 - domain.len() - 3));
        assert_eq!(longest.len(), 254);
        assert!(longest.parse::<Email>().is_ok());
        assert_eq!(format!("x{longest}").parse::<Email>(), Err(InvalidEmail));
    }

    #[test]
    fn the_local_part_stays_out_of_logs() {
        let email: Email = "alice@example.com".parse().unwrap();
        assert_eq!(format!("{email:?}"), "Email(…@example.com)");
    }
}
