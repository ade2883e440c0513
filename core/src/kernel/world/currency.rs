//! Currencies in use, and which of them an installation takes.

use std::collections::BTreeSet;

use iso_currency::Currency as Iso;
use thiserror::Error;

use crate::kernel::money::{Currency, Money};

/// How many decimals an amount of `currency` has, so that its minor unit is known: 2 for EUR, 0 for JPY, 3 for KWD. `None`
/// when ISO 4217 does not list it as money in use: it is past (DEM), a metal, a unit of account without a minor unit, or
/// nothing.
#[must_use]
pub fn decimals(currency: Currency) -> Option<u32> {
    let listed = Iso::from_code(currency.as_str())?;
    // The bolívar has two codes at present; the list of the crate takes the digital one for its successor.
    let is_past = listed.is_superseded().is_some() && listed != Iso::VES;
    if is_past || listed.is_special() { None } else { listed.exponent().map(u32::from) }
}

/// An amount as people and their programs write it, with the decimals of its currency and a point: `19.99` of 1999 cents,
/// `1999` of as many yen. Money that is in use no more is written with two decimals.
#[must_use]
pub fn as_decimal(money: Money) -> String {
    let decimals = usize::try_from(decimals(money.currency()).unwrap_or(2)).unwrap_or(0);
    let (sign, digits) =
        (if money.amount() < 0 { "-" } else { "" }, money.amount().unsigned_abs().to_string());
    if decimals == 0 {
        return format!("{sign}{digits}");
    }
    let digits = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, part) = digits.split_at(digits.len() - decimals);
    format!("{sign}{whole}.{part}")
}

/// The currencies that an installation takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Currencies {
    /// Empty for all.
    only: BTreeSet<Currency>,
}

/// Why a currency is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CurrencyRefused {
    /// It is no money in use.
    #[error("{0} is no currency in use by ISO 4217: give one such as EUR")]
    NotInUse(String),
    /// It is not among those that this installation takes.
    #[error("{given} is not taken here: give one of {taken}")]
    NotTaken {
        /// What was given.
        given: Currency,
        /// What is taken, separated by commas.
        taken: String,
    },
}

impl Currencies {
    /// Every currency in use (ISO 4217).
    #[must_use]
    pub fn all() -> Self {
        Self::default()
    }

    /// Only these; all, when there are none.
    ///
    /// # Errors
    /// [`CurrencyRefused::NotInUse`] for one that is no currency in use.
    pub fn only<'a>(codes: impl IntoIterator<Item = &'a str>) -> Result<Self, CurrencyRefused> {
        let known = |code: &str| {
            let currency = code.parse().ok().filter(|currency| decimals(*currency).is_some());
            currency.ok_or_else(|| CurrencyRefused::NotInUse(code.to_owned()))
        };
        Ok(Self { only: codes.into_iter().map(known).collect::<Result<_, _>>()? })
    }

    /// Whether an order may be in `currency`.
    ///
    /// # Errors
    /// [`CurrencyRefused`] says why not.
    pub fn admit(&self, currency: Currency) -> Result<(), CurrencyRefused> {
        if decimals(currency).is_none() {
            return Err(CurrencyRefused::NotInUse(currency.to_string()));
        }
        if self.only.is_empty() || self.only.contains(&currency) {
            return Ok(());
        }
        let taken: Vec<&str> = self.only.iter().map(Currency::as_str).collect();
        Err(CurrencyRefused::NotTaken { given: currency, taken: taken.join(", ") })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn currency(code: &str) -> Currency {
        code.parse().unwrap()
    }

    #[rstest]
    #[case(1999, "EUR", "19.99")]
    #[case(5, "EUR", "0.05")]
    #[case(0, "EUR", "0.00")]
    #[case(-120, "EUR", "-1.20")]
    #[case(1999, "JPY", "1999")]
    #[case(1999, "KWD", "1.999")]
    #[case(7, "KWD", "0.007")]
    #[case(Money::MAX_AMOUNT, "USD", "90071992547409.91")]
    #[case(150, "DEM", "1.50")]
    fn an_amount_has_the_decimals_of_its_currency(
        #[case] amount: i64,
        #[case] code: &str,
        #[case] text: &str,
    ) {
        assert_eq!(as_decimal(Money::new(amount, currency(code)).unwrap()), text);
    }

    #[rstest]
    #[case("EUR", Some(2))]
    #[case("USD", Some(2))]
    #[case("JPY", Some(0))]
    #[case("KRW", Some(0))]
    #[case("ISK", Some(0))]
    #[case("KWD", Some(3))]
    #[case("TND", Some(3))]
    #[case("CLF", Some(4))]
    #[case("CHF", Some(2))]
    #[case("XOF", Some(0))]
    #[case("XPF", Some(0))]
    #[case("XCD", Some(2))]
    #[case("XCG", Some(2))]
    #[case("VES", Some(2))]
    #[case("VED", Some(2))]
    #[case("ZWG", Some(2))]
    #[case("ZZZ", None)]
    #[case("DEM", None)]
    #[case("HRK", None)]
    #[case("BGN", None)]
    #[case("SLL", None)]
    #[case("ANG", None)]
    #[case("XAU", None)]
    #[case("XDR", None)]
    #[case("XTS", None)]
    #[case("XXX", None)]
    fn money_in_use_has_its_decimals(#[case] code: &str, #[case] digits: Option<u32>) {
        assert_eq!(decimals(currency(code)), digits);
        assert_eq!(Currencies::all().admit(currency(code)).is_ok(), digits.is_some());
    }

    #[test]
    fn an_installation_may_take_a_few() {
        let few = Currencies::only(["EUR", "CHF"]).unwrap();
        assert_eq!(few.admit(currency("CHF")), Ok(()));
        let refused = few.admit(currency("USD")).unwrap_err();
        assert_eq!(refused.to_string(), "USD is not taken here: give one of CHF, EUR");
        assert_eq!(few.admit(currency("DEM")), Err(CurrencyRefused::NotInUse("DEM".to_owned())));
        assert_eq!(Currencies::only([]), Ok(Currencies::all()));
        for code in ["eur", "DEM", "EURO", "XXX", ""] {
            assert_eq!(
                Currencies::only(["EUR", code]),
                Err(CurrencyRefused::NotInUse(code.to_owned())),
                "{code}"
            );
        }
    }
}
