//! Codes of capital letters.

use std::borrow::Cow;

use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON, Type};
use serde_json::Value;

/// A code of exactly `N` capital letters, such as a currency (ISO 4217) or a country (ISO 3166-1).
///
/// A type and not a `pattern` on text, because poem compiles the expression of a pattern anew for every value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code<const N: usize>(String);

impl<const N: usize> Code<N> {
    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A code that the domain has checked.
    #[must_use]
    pub fn known(code: &str) -> Self {
        Self(code.to_owned())
    }

    fn checked(text: String) -> ParseResult<Self> {
        let is_code = text.len() == N && text.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_code { Ok(Self(text)) } else { Err(ParseError::custom(format!("must be {N} capital letters"))) }
    }
}

impl<const N: usize> From<Code<N>> for String {
    fn from(code: Code<N>) -> Self {
        code.0
    }
}

impl<const N: usize> Type for Code<N> {
    const IS_REQUIRED: bool = true;
    type RawValueType = String;
    type RawElementValueType = String;

    fn name() -> Cow<'static, str> {
        format!("string_code{N}").into()
    }

    fn schema_ref() -> MetaSchemaRef {
        let pattern = Some(format!("^[A-Z]{{{N}}}$"));
        MetaSchemaRef::Inline(Box::new(MetaSchema { pattern, ..MetaSchema::new("string") }))
    }

    fn as_raw_value(&self) -> Option<&String> {
        Some(&self.0)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a String> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

impl<const N: usize> ParseFromJSON for Code<N> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        match value.unwrap_or_default() {
            Value::String(text) => Self::checked(text),
            other => Err(ParseError::expected_type(other)),
        }
    }
}

impl<const N: usize> ParseFromParameter for Code<N> {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        Self::checked(value.to_owned())
    }
}

impl<const N: usize> ToJSON for Code<N> {
    fn to_json(&self) -> Option<Value> {
        Some(Value::String(self.0.clone()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_so_many_capital_letters_are_a_code() {
        assert_eq!(Code::<3>::parse_from_json(Some(json!("EUR"))).unwrap().as_str(), "EUR");
        assert_eq!(Code::<2>::parse_from_parameter("DE").unwrap().as_str(), "DE");
        for value in [
            json!("EU"),
            json!("EURO"),
            json!("eur"),
            json!("E R"),
            json!("ÄÖ"),
            json!(""),
            json!(123),
            json!(null),
        ] {
            assert!(Code::<3>::parse_from_json(Some(value.clone())).is_err(), "{value}");
        }
        assert!(Code::<3>::parse_from_parameter("EU\u{0}").is_err());
    }
}
