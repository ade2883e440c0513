//! Numbers as they are written.

/// Whether a number in the writing of JSON (RFC 8259, section 6) is kept as exactly the number that it says: a whole number
/// of 64 bits, or one that a double (IEEE 754) gives again when it is written down shortly. `5.0`, `1e3` and `0.1` are;
/// `1999.9999999999999999` and `12345678901234567890123` are not, because what is kept would be another number.
#[must_use]
pub fn is_kept(text: &str) -> bool {
    if text.parse::<i64>().is_ok() || text.parse::<u64>().is_ok() {
        return true;
    }
    let Ok(double) = text.parse::<f64>() else { return false };
    // Of two short writings that are equally near to a double, one writer takes the one and another the other.
    let writings = [
        format!("{double:e}"),
        serde_json::Number::from_f64(double).map_or_else(String::new, |one| one.to_string()),
    ];
    double.is_finite() && writings.iter().any(|writing| Decimal::of(text) == Decimal::of(writing))
}

/// `±digits · 10^exponent`, the digits without zeros at their ends.
#[derive(PartialEq, Eq)]
struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    /// What `text` says; `None` for what is no number, or one whose exponent is out of all proportion.
    fn of(text: &str) -> Option<Self> {
        let (mantissa, power) = match text.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, mantissa) = mantissa.strip_prefix('-').map_or((false, mantissa), |bare| (true, bare));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let significant = all.trim_start_matches('0');
        let digits = significant.trim_end_matches('0');
        if digits.is_empty() {
            return Some(Self { negative: false, digits: String::new(), exponent: 0 });
        }
        let zeros = i64::try_from(significant.len() - digits.len()).ok()?;
        let exponent = i64::from(power) - i64::try_from(fraction.len()).ok()? + zeros;
        Some(Self { negative, digits: digits.to_owned(), exponent })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0")]
    #[case("-0")]
    #[case("-0.0")]
    #[case("0e5")]
    #[case("5.0")]
    #[case("1e3")]
    #[case("1.5E+2")]
    #[case("0.1")]
    #[case("1.10")]
    #[case("75584055360419.000")]
    #[case("9007199254740991.0")]
    #[case("9007199254740993")]
    #[case("18446744073709551615")]
    #[case("-9223372036854775808")]
    #[case("1e22")]
    #[case("667082108456853.2")]
    #[case("667082108456853.3")]
    #[case("100000000000000000000000")]
    #[case("5e-324")]
    #[case("1.7976931348623157e308")]
    fn what_is_written_is_kept(#[case] text: &str) {
        assert!(is_kept(text), "{text}");
    }

    #[rstest]
    #[case("1999.9999999999999999")]
    #[case("9007199254740993.0")]
    #[case("18446744073709551617")]
    #[case("12345678901234567890123")]
    #[case("0.1000000000000000055511151231257827")]
    #[case("1e400")]
    #[case("-1e400")]
    #[case("1e-400")]
    #[case("1e99999999999")]
    #[case("3e-324")]
    fn what_would_become_another_number_is_not(#[case] text: &str) {
        assert!(!is_kept(text), "{text}");
    }

    proptest! {
        #[test]
        fn every_double_is_kept_however_it_is_written(bits in any::<u64>()) {
            let double = f64::from_bits(bits);
            prop_assume!(double.is_finite());
            for text in [format!("{double}"), format!("{double:e}"), serde_json::to_string(&double).unwrap()] {
                prop_assert!(is_kept(&text), "{}", text);
                prop_assert_eq!(serde_json::from_str::<f64>(&text).unwrap().to_bits(), bits, "{}", text);
            }
        }

        #[test]
        fn every_whole_number_of_64_bits_is_kept(number in any::<i64>(), large in any::<u64>()) {
            prop_assert!(is_kept(&number.to_string()));
            prop_assert!(is_kept(&large.to_string()));
        }

        #[test]
        fn what_is_kept_is_the_same_number(whole in "[1-9][0-9]{0,24}", fraction in "(\\.[0-9]{1,24})?", power in -30_i32..30) {
            let text = format!("{whole}{fraction}e{power}");
            let double: f64 = text.parse().unwrap();
            let is_written = |writing: String| Decimal::of(&writing) == Decimal::of(&text);
            let exact = is_written(format!("{double:e}")) || is_written(serde_json::to_string(&double).unwrap());
            prop_assert_eq!(is_kept(&text), exact);
        }
    }
}
