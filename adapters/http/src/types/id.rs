//! Identifiers.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use poem::http::HeaderValue;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{
    ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToHeader, ToJSON, Type,
};
use serde_json::Value;
use uuid::Uuid;

use crate::edge::schema::is_canonical_uuid;

/// An identifier of the domain, such as `Id<OrderId>`, written as a UUID with hyphens.
///
/// Braces, URNs and the form without hyphens are refused: one thing has one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<T = Uuid>(pub T);

impl<T> From<T> for Id<T> {
    fn from(id: T) -> Self {
        Self(id)
    }
}

impl<T: Send + Sync> Type for Id<T> {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        "string_uuid".into()
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "uuid")))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

fn parse<T: FromStr + Send + Sync>(text: &str) -> ParseResult<Id<T>> {
    let id = if is_canonical_uuid(text) { text.parse().ok() } else { None };
    id.map(Id).ok_or_else(|| ParseError::custom("must be a UUID with hyphens"))
}

impl<T: FromStr + Send + Sync> ParseFromJSON for Id<T> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        match value.unwrap_or_default() {
            Value::String(text) => parse(&text),
            other => Err(ParseError::expected_type(other)),
        }
    }
}

impl<T: FromStr + Send + Sync> ParseFromParameter for Id<T> {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        parse(value)
    }
}

impl<T: Display + Send + Sync> ToJSON for Id<T> {
    fn to_json(&self) -> Option<Value> {
        Some(Value::String(self.0.to_string()))
    }
}

impl<T: Display + Send + Sync> ToHeader for Id<T> {
    fn to_header(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.0.to_string()).ok()
    }
}

#[cfg(test)]
mod tests {
    use eop_core::kernel::id::OrderId;

    use super::*;

    #[test]
    fn one_spelling_is_taken() {
        let text = "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f";
        let id = Id::<OrderId>::parse_from_parameter(text).unwrap();
        assert_eq!(id.to_json(), Some(Value::from(text)));
        for other in [format!("{{{text}}}"), format!("urn:uuid:{text}"), text.replace('-', ""), String::new()]
        {
            assert!(Id::<OrderId>::parse_from_parameter(&other).is_err(), "{other}");
        }
    }
}
