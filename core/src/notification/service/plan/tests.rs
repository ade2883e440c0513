//! Amounts for people; what follows from each event is tested over a store, beside the other use cases.

use rstest::rstest;

use super::*;

#[rstest]
#[case("EUR", 5997, "59.97 EUR")]
#[case("EUR", 0, "0.00 EUR")]
#[case("EUR", 5, "0.05 EUR")]
#[case("EUR", 100, "1.00 EUR")]
#[case("EUR", -5, "-0.05 EUR")]
#[case("EUR", -5997, "-59.97 EUR")]
#[case("EUR", Money::MAX_AMOUNT, "90071992547409.91 EUR")]
#[case("EUR", -Money::MAX_AMOUNT, "-90071992547409.91 EUR")]
#[case("JPY", 5997, "5997 JPY")]
#[case("JPY", 0, "0 JPY")]
#[case("JPY", -5, "-5 JPY")]
#[case("XPF", 5997, "5997 XPF")]
#[case("KWD", 5997, "5.997 KWD")]
#[case("KWD", 0, "0.000 KWD")]
#[case("KWD", -7, "-0.007 KWD")]
#[case("CLF", 12_345, "1.2345 CLF")]
fn an_amount_is_written_with_the_minor_units_of_its_currency(
    #[case] currency: &str,
    #[case] minor: i64,
    #[case] text: &str,
) {
    assert_eq!(amount(&Money::new(minor, currency.parse().unwrap()).unwrap()), text);
}

#[test]
fn links_go_to_the_address_alone_and_everything_else_to_the_inbox_too() {
    for kind in Kind::ALL {
        let expected: &[Channel] = match kind {
            Kind::AccountVerify | Kind::AccountReset | Kind::AccountExists => &[Channel::Email],
            _ => &[Channel::Email, Channel::InApp],
        };
        assert_eq!(kind.channels().collect::<Vec<_>>(), expected, "{kind}");
    }
}
