//! Money in minor units, and as decimals.

use crate::types::Money;

/// ISO 4217: how many digits a currency has after the point, where it is not two.
const DIGITS: [(usize, &str); 3] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

fn digits_of(currency: &str) -> usize {
    let has = |(_, currencies): &&(usize, &str)| currencies.split(' ').any(|one| one == currency);
    DIGITS.iter().find(has).map_or(2, |(digits, _)| *digits)
}

/// A text that is no amount in a currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{decimal} is no amount in {currency}, which has {digits} decimals")]
pub struct NoAmount {
    decimal: String,
    currency: String,
    digits: usize,
}

/// `12.98` for 1298 cents: exact, as text, which every library for decimals reads.
#[must_use]
pub fn decimal_of(money: &Money) -> String {
    let digits = digits_of(&money.currency);
    let sign = if money.amount < 0 { "-" } else { "" };
    let text = format!("{:0>1$}", money.amount.unsigned_abs(), digits + 1);
    let (whole, fraction) = text.split_at(text.len() - digits);
    let point = if digits > 0 { "." } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

/// 1298 cents for `12.98`.
///
/// # Errors
/// When the text is no number, has more decimals than the currency, or is too large.
pub fn money_of(decimal: &str, currency: &str) -> Result<Money, NoAmount> {
    let digits = digits_of(currency);
    let fault = || NoAmount { decimal: decimal.to_owned(), currency: currency.to_owned(), digits };
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let is_number = whole.trim_start_matches('-').chars().chain(fraction.chars()).all(|one| one.is_ascii_digit());
    if !is_number || fraction.len() > digits {
        return Err(fault());
    }
    let amount = format!("{whole}{fraction:0<digits$}").parse().map_err(|_| fault())?;
    Ok(Money { amount, currency: currency.to_owned() })
}
