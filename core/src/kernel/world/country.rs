//! Countries, and what a postal code looks like in them.

use iso_country::Country;
use thiserror::Error;

use super::postal::{Postal, of_country};

/// Kosovo's code: not of the standard, which leaves `XA` to `XZ` to its users, but the one that banks, customs and the
/// European Union use.
const KOSOVO: &str = "XK";

/// Whether `code` is the present alpha-2 code of a country or territory (ISO 3166-1), or `XK`. Codes that are only
/// reserved, such as `UK` and `EL`, are none.
#[must_use]
pub fn is_country(code: &str) -> bool {
    let is_code = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
    is_code && (code == KOSOVO || code.parse::<Country>().is_ok())
}

/// Why a postal code is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PostalFault {
    /// No mail arrives in this country without one.
    #[error("is required for {country}: give one like {example}")]
    Required {
        /// The country.
        country: String,
        /// What one looks like.
        example: String,
    },
    /// It is none of this country.
    #[error("is no postal code of {country}: give one like {example}")]
    Pattern {
        /// The country.
        country: String,
        /// What one looks like.
        example: String,
    },
}

/// Checks a postal code against what is known of its country. Where nothing is known, or the country has none, anything
/// and nothing is taken, and nothing is made up. Blanks, hyphens and case do not matter, nor does the sign of the country
/// before it (`D-10115`).
///
/// # Errors
/// [`PostalFault`].
pub fn check_postal_code(country: &str, code: Option<&str>) -> Result<(), PostalFault> {
    let Some(Postal { patterns, needed }) = of_country(country) else { return Ok(()) };
    let (country, example) = (country.to_owned(), example(patterns));
    match code {
        None if needed => Err(PostalFault::Required { country, example }),
        Some(code) if !fits(patterns, code) => Err(PostalFault::Pattern { country, example }),
        _ => Ok(()),
    }
}

fn fits(patterns: &str, code: &str) -> bool {
    let code = code.to_uppercase();
    let bare = match code.split_once('-') {
        Some((sign, rest)) if sign.len() <= 3 && sign.bytes().all(|b| b.is_ascii_uppercase()) => Some(rest),
        _ => None,
    };
    let compact = |text: &str| text.chars().filter(|c| !matches!(c, ' ' | '-')).collect::<String>();
    [Some(code.as_str()), bare].into_iter().flatten().map(compact).any(|code| {
        patterns.split('|').any(|pattern| {
            pattern.len() == code.len()
                && pattern.bytes().zip(code.bytes()).all(|(expected, given)| match expected {
                    b'#' => given.is_ascii_digit(),
                    b'@' => given.is_ascii_uppercase(),
                    b'*' => given.is_ascii_alphanumeric(),
                    literal => literal == given,
                })
        })
    })
}

/// A code of the first pattern.
fn example(patterns: &str) -> String {
    let first = patterns.split('|').next().unwrap_or_default();
    let digits = "1234567890".chars().cycle();
    let example = first.chars().zip(digits).map(|(c, digit)| match c {
        '#' => digit,
        '@' => 'A',
        '*' => 'X',
        literal => literal,
    });
    example.collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::postal::TABLE;
    use super::*;

    #[test]
    fn all_present_countries_are_known() {
        let letters = || (b'A'..=b'Z').map(char::from);
        let codes = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
        let known: Vec<String> = codes.filter(|code| is_country(code)).collect();
        assert_eq!(known.len(), 250, "the 249 of ISO 3166-1 and XK: {known:?}");
        for code in
            ["DE", "SS", "CW", "BQ", "SX", "PS", "AX", "BL", "MF", "GG", "TL", "ME", "XK", "TW", "GB", "GR"]
        {
            assert!(is_country(code), "{code}");
        }
        for code in ["UK", "EL", "EU", "AN", "YU", "CS", "SU", "DD", "ZZ", "XX", "de", "D", "DEU", "", "Ä1"]
        {
            assert!(!is_country(code), "{code}");
        }
    }

    #[rstest]
    #[case("DE", Some("10115"))]
    #[case("DE", Some("D-10115"))]
    #[case("DE", Some("DE-10115"))]
    #[case("AT", Some("A-1010"))]
    #[case("CH", Some("8001"))]
    #[case("GB", Some("sw1a 1aa"))]
    #[case("GB", Some("M1 1AE"))]
    #[case("GB", Some("EC1A1BB"))]
    #[case("US", Some("94105"))]
    #[case("US", Some("94105-1234"))]
    #[case("CA", Some("K1A 0B1"))]
    #[case("NL", Some("1234 AB"))]
    #[case("JP", Some("100-0001"))]
    #[case("PT", Some("1000-001"))]
    #[case("SE", Some("114 55"))]
    #[case("SE", Some("SE-114 55"))]
    #[case("LV", Some("LV-1010"))]
    #[case("IE", Some("D02 AF30"))]
    #[case("IE", Some("D6W XY00"))]
    #[case("IE", None)]
    #[case("PL", Some("00-950"))]
    #[case("XK", Some("10000"))]
    #[case("HK", None)]
    #[case("AE", None)]
    #[case("QA", None)]
    #[case("AE", Some("PO Box 7"))]
    fn codes_of_the_country_are_taken(#[case] country: &str, #[case] code: Option<&str>) {
        assert_eq!(check_postal_code(country, code), Ok(()));
    }

    #[rstest]
    #[case("DE", "1011", "12345")]
    #[case("DE", "ABCDE", "12345")]
    #[case("DE", "12345678", "12345")]
    #[case("DE", "１０１１５", "12345")]
    #[case("GB", "12345", "A23AA")]
    #[case("US", "K1A 0B1", "12345")]
    #[case("IE", "12345", "A23XXXX")]
    fn codes_of_another_country_are_refused(#[case] country: &str, #[case] code: &str, #[case] like: &str) {
        let refused = check_postal_code(country, Some(code)).unwrap_err();
        assert_eq!(refused, PostalFault::Pattern { country: country.to_owned(), example: like.to_owned() });
    }

    #[test]
    fn where_no_mail_arrives_without_one_it_is_required() {
        for country in ["DE", "US", "FR", "JP", "GB", "IN", "BR"] {
            let refused = check_postal_code(country, None).unwrap_err();
            assert!(refused.to_string().starts_with("is required for"), "{refused}");
        }
    }

    #[test]
    fn the_table_is_of_countries_in_order_and_every_example_is_one() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0), "sorted, each once");
        for (country, patterns) in TABLE {
            assert!(is_country(country), "{country}");
            let patterns = patterns.trim_start_matches('!');
            assert!(fits(patterns, &example(patterns)), "{country}");
            assert_eq!(check_postal_code(country, Some(&example(patterns))), Ok(()), "{country}");
        }
    }
}
