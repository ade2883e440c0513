//! Money in minor units with checked arithmetic.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An ISO 4217 alphabetic currency code, such as `EUR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// The code as text.
    ///
    /// # Panics
    /// Never: a currency is made of ASCII letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a currency is made of ASCII letters")
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        match text.as_bytes() {
            code @ [_, _, _] if code.iter().all(u8::is_ascii_uppercase) => {
                Ok(Self([code[0], code[1], code[2]]))
            }
            _ => Err(MoneyError::UnknownCurrency(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;
    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.as_str().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl JsonSchema for Currency {
    fn schema_name() -> Cow<'static, str> {
        "Currency".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let about = "An ISO 4217 alphabetic currency code, such as EUR.";
        json_schema!({ "description": about, "type": "string", "pattern": "^[A-Z]{3}$" })
    }
}

/// An amount in minor units (cents for EUR) of one currency.
///
/// The magnitude is at most [`Money::MAX_AMOUNT`], the largest integer that every JSON reader keeps exactly
/// (RFC 8259, section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "UncheckedMoney")]
pub struct Money {
    amount: i64,
    currency: Currency,
}

/// Money as it was read, its amount not yet known to be in range.
#[derive(Deserialize)]
struct UncheckedMoney {
    amount: i64,
    currency: Currency,
}

impl JsonSchema for Money {
    fn schema_name() -> Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (most, minor_units) = (Self::MAX_AMOUNT, "In minor units, such as cents for EUR.");
        json_schema!({
            "description": "An amount of one currency.",
            "type": "object",
            "properties": {
                "amount": { "description": minor_units, "type": "integer", "minimum": -most, "maximum": most },
                "currency": generator.subschema_for::<Currency>(),
            },
            "required": ["amount", "currency"],
        })
    }
}

impl TryFrom<UncheckedMoney> for Money {
    type Error = MoneyError;
    fn try_from(UncheckedMoney { amount, currency }: UncheckedMoney) -> Result<Self, MoneyError> {
        Self::new(amount, currency)
    }
}

impl Money {
    /// 2^53 − 1 minor units.
    pub const MAX_AMOUNT: i64 = (1 << 53) - 1;

    /// An amount of `amount` minor units.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`] beyond ±[`Self::MAX_AMOUNT`].
    pub fn new(amount: i64, currency: Currency) -> Result<Self, MoneyError> {
        if amount.unsigned_abs() > Self::MAX_AMOUNT.unsigned_abs() {
            return Err(MoneyError::TooLarge);
        }
        Ok(Self { amount, currency })
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { amount: 0, currency }
    }

    /// Minor units.
    #[must_use]
    pub fn amount(&self) -> i64 {
        self.amount
    }

    /// The currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The sum of two amounts of one currency.
    ///
    /// # Errors
    /// [`MoneyError::MixedCurrencies`] or [`MoneyError::TooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::MixedCurrencies(self.currency, other.currency));
        }
        let sum = self.amount.checked_add(other.amount).ok_or(MoneyError::TooLarge)?;
        Self::new(sum, self.currency)
    }

    /// The amount `quantity` times.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub fn times(self, quantity: u32) -> Result<Self, MoneyError> {
        let product = self.amount.checked_mul(i64::from(quantity)).ok_or(MoneyError::TooLarge)?;
        Self::new(product, self.currency)
    }
}

/// Why an amount was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// Not three upper-case letters.
    #[error("`{0}` is not an ISO 4217 currency code: give three upper-case letters such as EUR")]
    UnknownCurrency(String),
    /// Beyond the range that is kept exactly.
    #[error("the amount exceeds 9007199254740991 minor units")]
    TooLarge,
    /// Two currencies in one sum.
    #[error("{0} and {1} cannot be added: use one currency per order")]
    MixedCurrencies(Currency, Currency),
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn eur() -> Currency {
        "EUR".parse().unwrap()
    }

    /// Amounts of every size, the edges of the range more often than chance would give them.
    fn amounts() -> impl Strategy<Value = i64> {
        let max = Money::MAX_AMOUNT;
        prop_oneof![
            -max..=max,
            -1000_i64..=1000,
            prop::sample::select(vec![0, 1, -1, max, -max, max - 1, 1 - max, max / 2, max / 10_000])
        ]
    }

    fn money() -> impl Strategy<Value = Money> {
        amounts().prop_map(|amount| Money::new(amount, eur()).unwrap())
    }

    /// What exact arithmetic says about a result.
    fn exact(amount: i128) -> Result<Money, MoneyError> {
        match i64::try_from(amount) {
            Ok(amount) if amount.abs() <= Money::MAX_AMOUNT => Ok(Money { amount, currency: eur() }),
            _ => Err(MoneyError::TooLarge),
        }
    }

    #[rstest]
    #[case("EUR", true)]
    #[case("USD", true)]
    #[case("eur", false)]
    #[case("EURO", false)]
    #[case("EU", false)]
    #[case("", false)]
    #[case("E R", false)]
    #[case("ÄU", false)]
    #[case("EU1", false)]
    fn a_currency_is_three_upper_case_letters(#[case] text: &str, #[case] good: bool) {
        let parsed = text.parse::<Currency>();
        assert_eq!(parsed.is_ok(), good, "{text:?}");
        match parsed {
            Ok(currency) => assert_eq!(currency.as_str(), text),
            Err(error) => assert_eq!(error, MoneyError::UnknownCurrency(text.to_owned())),
        }
    }

    #[rstest]
    #[case(Money::MAX_AMOUNT, true)]
    #[case(-Money::MAX_AMOUNT, true)]
    #[case(Money::MAX_AMOUNT + 1, false)]
    #[case(-Money::MAX_AMOUNT - 1, false)]
    #[case(i64::MAX, false)]
    #[case(i64::MIN, false)]
    fn an_amount_stays_within_what_json_keeps_exactly(#[case] amount: i64, #[case] good: bool) {
        assert_eq!(Money::new(amount, eur()).is_ok(), good);
        let json = format!(r#"{{"amount":{amount},"currency":"EUR"}}"#);
        assert_eq!(serde_json::from_str::<Money>(&json).is_ok(), good, "{json}");
    }

    #[test]
    fn two_currencies_have_no_sum() {
        let usd: Currency = "USD".parse().unwrap();
        let sum = Money::zero(eur()).plus(Money::zero(usd));
        assert_eq!(sum, Err(MoneyError::MixedCurrencies(eur(), usd)));
    }

    proptest! {
        #[test]
        fn a_sum_is_exact_or_refused(a in money(), b in money()) {
            prop_assert_eq!(a.plus(b), exact(i128::from(a.amount()) + i128::from(b.amount())));
            prop_assert_eq!(a.plus(b), b.plus(a));
            prop_assert_eq!(a.plus(Money::zero(eur())), Ok(a));
        }

        #[test]
        fn a_product_is_exact_or_refused(a in money(), quantity in any::<u32>()) {
            prop_assert_eq!(a.times(quantity), exact(i128::from(a.amount()) * i128::from(quantity)));
        }

        #[test]
        fn any_amount_is_kept_or_refused(amount in any::<i64>()) {
            prop_assert_eq!(Money::new(amount, eur()), exact(i128::from(amount)));
        }

        #[test]
        fn money_reads_back_equal(one in money()) {
            let json = serde_json::to_string(&one).unwrap();
            prop_assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), one);
        }
    }
}
