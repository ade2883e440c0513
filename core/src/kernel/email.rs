//! E-mail addresses: one mailbox has one spelling.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use super::text::class::is_identifier;

/// An e-mail address in the form that identifies it, which is also the one that mail servers get.
///
/// The domain is in ASCII, by UTS #46 without transitional processing and with every check on, so that `bücher.example`,
/// `BÜCHER.example` and `xn--bcher-kva.example` are one. The local part is in lower case and normal form C, without the
/// width of its letters, and outside ASCII made of letters, digits and their marks (as `UsernameCaseMapped` of RFC 8265),
/// so that nothing in it is unseen or looks like something else by design. Lengths are those of RFC 5321, section 4.5.3.
/// That the mailbox exists is proved by the verification link.
///
/// Printed it is for people, with the domain in Unicode; stored, compared and sent is [`Self::as_str`]. For a log, only the
/// domain is printed: addresses are personal data.
#[derive(Clone, derive_more::Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[debug("Email(…@{})", self.0.rsplit('@').next().unwrap_or_default())]
#[serde(from = "String", into = "String")]
pub struct Email(String);

impl JsonSchema for Email {
    fn schema_name() -> Cow<'static, str> {
        "Email".into()
    }

    /// Without `format`: addresses that were taken by looser rules are published as they are.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "An e-mail address, as mail servers get it.", "type": "string" })
    }
}

/// The checks on a domain, all of them on.
const STRICT: (AsciiDenyList, Hyphens) = (AsciiDenyList::STD3, Hyphens::Check);

impl Email {
    /// The address as it is stored, compared and sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as something stored or published it, in whatever spelling that was: addresses that were taken by
    /// looser rules than today's still are those people's addresses.
    #[must_use]
    pub fn kept(text: String) -> Self {
        Self(text)
    }

    /// The address as it was compared before domains were: trimmed, in normal form C and lower case. Accounts from that
    /// time are found by it.
    #[must_use]
    pub fn formerly(text: &str) -> Self {
        Self(text.trim().nfc().collect::<String>().to_lowercase())
    }

    /// The spellings under which an account of this address may be stored, this one first: before domains were turned
    /// into ASCII they were kept in Unicode.
    #[must_use]
    pub fn spellings(&self) -> Vec<String> {
        let shown = self.to_string();
        if shown == self.0 { vec![shown] } else { vec![self.0.clone(), shown] }
    }

    /// Local part and domain in ASCII, for the mail server.
    ///
    /// # Errors
    /// Why nothing can be sent to it: it was taken by looser rules than today's.
    pub fn mailbox(&self) -> Result<(String, String), InvalidEmail> {
        let address: Self = self.0.parse()?;
        let (local, domain) = address.0.rsplit_once('@').ok_or(InvalidEmail::Shape)?;
        Ok((local.to_owned(), domain.to_owned()))
    }

    /// Whether its mailbox has a name outside ASCII, which only mail servers with SMTPUTF8 (RFC 6531) take.
    #[must_use]
    pub fn needs_smtputf8(&self) -> bool {
        !self.0.rsplit_once('@').map_or(&*self.0, |(local, _)| local).is_ascii()
    }
}

/// Why a text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InvalidEmail {
    /// It is not of the form.
    #[error("not an e-mail address: give one like name@example.com")]
    Shape,
    /// It is too long.
    #[error("must have at most 254 bytes, and at most 64 of them before the @")]
    Length,
    /// Something before the @ cannot be there.
    #[error("before the @ only letters, digits, dots and !#$%&'*+/=?^_`{{|}}~- are taken")]
    Local,
    /// What is after the @ is no domain.
    #[error("the part after the @ is no domain name that exists in the DNS: give one like example.com")]
    Domain,
    /// What is after the @ would be read as a network address.
    #[error("the part after the @ must be a domain name that does not end in a number")]
    Numeric,
}

impl FromStr for Email {
    type Err = InvalidEmail;

    fn from_str(text: &str) -> Result<Self, InvalidEmail> {
        let (local, domain) = text.trim().rsplit_once('@').ok_or(InvalidEmail::Shape)?;
        if local.is_empty() || domain.is_empty() {
            return Err(InvalidEmail::Shape);
        }
        let (local, domain) = (local_part(local)?, ascii_domain(domain)?);
        let address = format!("{local}@{domain}");
        if local.len() > 64 || address.len() > 254 {
            return Err(InvalidEmail::Length);
        }
        Ok(Self(address))
    }
}

/// The local part in its one form.
fn local_part(text: &str) -> Result<String, InvalidEmail> {
    // As an `Atom` of RFC 5322, section 3.2.3: what needs no quotes.
    let is_atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let narrow: String = text.chars().flat_map(without_width).nfc().collect();
    let local: String = narrow.to_lowercase().nfc().collect();
    if local.split('.').any(str::is_empty) {
        return Err(InvalidEmail::Shape);
    }
    if local.contains('@') || local.contains(char::is_whitespace) {
        return Err(InvalidEmail::Shape);
    }
    if local.chars().all(|c| if c.is_ascii() { is_atom(c) } else { is_identifier(c) }) {
        Ok(local)
    } else {
        Err(InvalidEmail::Local)
    }
}

/// A letter without its width (RFC 8265, section 3.1): the block of half-width and full-width forms.
fn without_width(c: char) -> impl Iterator<Item = char> {
    let has_width = matches!(c, '\u{ff01}'..='\u{ffef}');
    let mapped = has_width.then(|| std::iter::once(c).nfkc());
    mapped.into_iter().flatten().chain((!has_width).then_some(c))
}

/// The domain in ASCII.
fn ascii_domain(text: &str) -> Result<String, InvalidEmail> {
    let (denied, hyphens) = STRICT;
    let domain = Uts46::new()
        .to_ascii(text.as_bytes(), denied, hyphens, DnsLength::Verify)
        .map_err(|_| InvalidEmail::Domain)?;
    let (_, last) = domain.rsplit_once('.').ok_or(InvalidEmail::Domain)?;
    // What a URL parser or a resolver would take for an IPv4 address (URL standard, "ends in a number"), and then some:
    // no top-level domain is a number.
    let is_hexadecimal =
        last.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_hexdigit()));
    if is_hexadecimal || last.bytes().all(|b| b.is_ascii_digit()) {
        return Err(InvalidEmail::Numeric);
    }
    Ok(domain.into_owned())
}

impl From<String> for Email {
    fn from(text: String) -> Self {
        Self::kept(text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// For people: with the domain in Unicode.
impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.rsplit_once('@') {
            Some((local, domain)) if domain.contains("xn--") => {
                let (denied, hyphens) = STRICT;
                match Uts46::new().to_unicode(domain.as_bytes(), denied, hyphens) {
                    (shown, Ok(())) => write!(f, "{local}@{shown}"),
                    (_, Err(_)) => f.write_str(&self.0),
                }
            }
            _ => f.write_str(&self.0),
        }
    }
}

#[cfg(test)]
mod tests;
