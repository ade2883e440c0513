//! How people and programs name an order.

use std::borrow::Cow;

use eop_core::kernel::id::OrderId;
use eop_http::types::Id;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{ParseError, ParseFromParameter, ParseResult, Type};

/// A UUID with hyphens, or a number such as `ORD-2026-000123`.
const PATTERN: &str =
    "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[Oo][Rr][Dd]-[0-9]{4}-[0-9]{6,12})$";

/// An order by its id or by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OrderReference {
    /// By its id.
    Id(OrderId),
    /// By its number, in either case.
    Number(String),
}

impl Type for OrderReference {
    const IS_REQUIRED: bool = true;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        "string_order_reference".into()
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            description: Some("The id of the order, or its number."),
            pattern: Some(PATTERN.to_owned()),
            ..MetaSchema::new("string")
        }))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

impl ParseFromParameter for OrderReference {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        if value.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("ORD-")) {
            return Ok(Self::Number(value.to_owned()));
        }
        // The edge has checked the pattern; this says the same of an id once more.
        let id = Id::<OrderId>::parse_from_parameter(value);
        id.map(|id| Self::Id(id.0)).map_err(|_| ParseError::custom("must be an id or a number of an order"))
    }
}
