//! Integers.

use std::borrow::Cow;

use poem::http::HeaderValue;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{
    ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToHeader, ToJSON, Type,
};
use serde_json::Value;

/// A Rust integer with its place in JSON Schema.
pub trait Integer: Copy + Send + Sync + TryFrom<i64> + TryInto<i64> {
    /// `int32` or `int64`, the two formats that every client language knows.
    const FORMAT: &'static str;
    /// The bounds that the format does not already say.
    const BOUNDS: Option<(f64, f64)>;
}

impl Integer for i32 {
    const FORMAT: &'static str = "int32";
    const BOUNDS: Option<(f64, f64)> = None;
}

impl Integer for i64 {
    const FORMAT: &'static str = "int64";
    const BOUNDS: Option<(f64, f64)> = None;
}

impl Integer for u16 {
    const FORMAT: &'static str = "int32";
    const BOUNDS: Option<(f64, f64)> = Some((0.0, 65_535.0));
}

impl Integer for u32 {
    const FORMAT: &'static str = "int64";
    const BOUNDS: Option<(f64, f64)> = Some((0.0, 4_294_967_295.0));
}

impl Integer for u64 {
    const FORMAT: &'static str = "int64";
    /// 2^53 − 1, what every JSON reader keeps exactly.
    const BOUNDS: Option<(f64, f64)> = Some((0.0, 9_007_199_254_740_991.0));
}

/// An integer as JSON Schema means it: `5.0` is one, `"5"` and `5.5` are not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Int<N = i64>(pub N);

impl<N> From<N> for Int<N> {
    fn from(number: N) -> Self {
        Self(number)
    }
}

impl<N: Integer> Type for Int<N> {
    const IS_REQUIRED: bool = true;
    type RawValueType = N;
    type RawElementValueType = N;

    fn name() -> Cow<'static, str> {
        format!("integer_{}", N::FORMAT).into()
    }

    fn schema_ref() -> MetaSchemaRef {
        let mut schema = MetaSchema::new_with_format("integer", N::FORMAT);
        if let Some((minimum, maximum)) = N::BOUNDS {
            schema.minimum = Some(minimum);
            schema.maximum = Some(maximum);
        }
        MetaSchemaRef::Inline(Box::new(schema))
    }

    fn as_raw_value(&self) -> Option<&N> {
        Some(&self.0)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a N> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

/// 2^53: above it a float no longer says which integer was meant.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn whole(value: &Value) -> Option<i64> {
    if let Some(number) = value.as_i64() {
        return Some(number);
    }
    let number = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= EXACT)?;
    // Printed without a fraction by the filter above.
    format!("{number:.0}").parse().ok()
}

impl<N: Integer> ParseFromJSON for Int<N> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        let value = value.unwrap_or_default();
        if !value.is_number() {
            return Err(ParseError::expected_type(value));
        }
        let number = whole(&value).ok_or_else(|| ParseError::<Self>::custom("must be an integer"))?;
        N::try_from(number).map(Self).map_err(|_| ParseError::custom("is out of range"))
    }
}

impl<N: Integer> ParseFromParameter for Int<N> {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        let number = value.parse::<i64>().map_err(|_| ParseError::<Self>::custom("must be an integer"))?;
        N::try_from(number).map(Self).map_err(|_| ParseError::custom("is out of range"))
    }
}

impl<N: Integer> ToJSON for Int<N> {
    fn to_json(&self) -> Option<Value> {
        self.0.try_into().ok().map(Value::from)
    }
}

impl<N: Integer> ToHeader for Int<N> {
    fn to_header(&self) -> Option<HeaderValue> {
        self.0.try_into().ok().map(HeaderValue::from)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn integers_of_json_schema_are_taken() {
        for (value, number) in [(json!(5), 5), (json!(5.0), 5), (json!(-3), -3), (json!(1e3), 1000)] {
            assert_eq!(Int::<i64>::parse_from_json(Some(value)).unwrap().0, number);
        }
        for value in [json!(5.5), json!("5"), json!(true), json!(null), json!(1e300), json!(u64::MAX)] {
            assert!(Int::<i64>::parse_from_json(Some(value.clone())).is_err(), "{value}");
        }
    }

    #[test]
    fn the_range_of_the_rust_type_holds() {
        assert!(Int::<u16>::parse_from_json(Some(json!(65_536))).is_err());
        assert!(Int::<u16>::parse_from_json(Some(json!(-1))).is_err());
        assert_eq!(Int::<u32>::parse_from_json(Some(json!(4_294_967_295_u32))).unwrap().0, u32::MAX);
        assert_eq!(Int(7_u32).to_json(), Some(json!(7)));
    }
}
