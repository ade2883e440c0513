//! Currencies in use, and which of them an installation takes.

use std::collections::BTreeSet;

use iso_currency::Currency as Iso;
use thiserror::Error;

use crate::kernel::money::Currency;

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
