//! Reading a body as exactly what it says: a member that comes twice has no one value, and a number that would be kept as
//! another one is refused instead.

use std::fmt;

use eop_core::kernel::error::FieldError;
use eop_core::kernel::number::is_kept;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use super::schema::Place;

/// What a text of JSON says.
pub(super) struct Read {
    /// The value; of members that come twice it has the last. Absent when a number is beyond every double, which is refused.
    pub(super) value: Option<Value>,
    /// What cannot be taken as it is, whatever the document admits.
    pub(super) refused: Vec<FieldError>,
}

/// Reads JSON.
///
/// # Errors
/// When it is none, or nested deeper than 128 levels.
pub(super) fn read(bytes: &[u8]) -> Result<Read, serde_json::Error> {
    let mut found = Found::default();
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let node = Node { place: &Place::Root, found: &mut found }.deserialize(&mut reader);
    let value = match node.and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => Some(value),
        Err(error) => return beyond_doubles(bytes).ok_or(error),
    };
    if found.has_fraction {
        // Seldom: then the numbers are looked at as they are written.
        numbers(serde_json::from_slice(bytes)?, &Place::Root, &mut found, MAX_DEPTH)?;
    }
    Ok(Read { value, refused: found.refused })
}

/// The numbers that cannot be kept, of what is JSON by its grammar (RFC 8259) and cannot be read because of them; `None` of
/// what is no JSON.
fn beyond_doubles(bytes: &[u8]) -> Option<Read> {
    let mut found = Found::default();
    numbers(serde_json::from_slice(bytes).ok()?, &Place::Root, &mut found, MAX_DEPTH).ok()?;
    (!found.refused.is_empty()).then_some(Read { value: None, refused: found.refused })
}

/// The levels of nesting that are read, as many as by the reader of values.
const MAX_DEPTH: usize = 128;

#[derive(Default)]
struct Found {
    refused: Vec<FieldError>,
    /// There is a number that is no integer of 64 bits.
    has_fraction: bool,
}

impl Found {
    fn refuse(&mut self, place: &Place<'_>, code: &'static str, message: String) {
        self.refused.push(FieldError { field: place.to_string(), code, message });
    }
}

/// One value, at its place.
struct Node<'a> {
    place: &'a Place<'a>,
    found: &'a mut Found,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        self.found.has_fraction = true;
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let place = Place::Item(self.place, list.len());
            let Some(item) = items.next_element_seed(Node { place: &place, found: self.found })? else {
                return Ok(Value::Array(list));
            };
            list.push(item);
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let place = Place::Member(self.place, &name);
            if object.contains_key(&name) {
                self.found.refuse(&place, "repeated", "must be there once".to_owned());
            }
            let value = members.next_value_seed(Node { place: &place, found: self.found })?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

/// Notes every number below `raw` that would not be kept, through so many levels.
fn numbers(
    raw: &RawValue,
    place: &Place<'_>,
    found: &mut Found,
    levels: usize,
) -> Result<(), serde_json::Error> {
    let text = raw.get();
    let Some(levels) = levels.checked_sub(1) else { return Err(Error::custom("nested too deep")) };
    match text.bytes().next() {
        Some(b'{') => {
            let Members(members) = serde_json::from_str(text)?;
            for (name, value) in &members {
                numbers(value, &Place::Member(place, name), found, levels)?;
            }
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            for (index, value) in items.into_iter().enumerate() {
                numbers(value, &Place::Item(place, index), found, levels)?;
            }
        }
        Some(b'-' | b'0'..=b'9') if !is_kept(text) => {
            let message = "has more digits than are kept: send fewer, or send it as text".to_owned();
            found.refuse(place, "precision", message);
        }
        _ => {}
    }
    Ok(())
}

/// The members of an object as they are written.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Members<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = members.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Members(pairs))
            }
        }

        reader.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused(text: &str) -> Vec<(String, &'static str)> {
        let read = read(text.as_bytes()).unwrap();
        read.refused.into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn what_is_read_is_what_serde_reads() {
        let text = r#" {"a": [1, -2, 18446744073709551615, 5.0, 1e3, 0.1, true, null, "x\u00e9"], "b": {"c/d": {}}} "#;
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.value, Some(serde_json::from_str::<Value>(text).unwrap()));
        assert!(read.refused.is_empty());
        for text in ["", "{", "{\"a\":1,}", "[1] 2", "nul", "{\"a\" 1}", "\"\u{1}\"", "[1e400", "1e400,"] {
            assert!(super::read(text.as_bytes()).is_err(), "{text:?}");
        }
        for deep in ["[".repeat(200), format!("[1e400, {}{}]", "[".repeat(200_000), "]".repeat(200_000))] {
            assert!(super::read(deep.as_bytes()).is_err());
        }
    }

    #[test]
    fn a_member_that_comes_twice_is_named() {
        let text = r#"{"lines": [{"quantity": 1, "sku": "a", "quantity": 5}], "a/b": 1, "a\u002fb": 1}"#;
        let expected = [("/lines/0/quantity".to_owned(), "repeated"), ("/a~1b".to_owned(), "repeated")];
        assert_eq!(refused(text), expected);
        assert_eq!(refused(r#"[{"a": 1}, {"a": 1}]"#), []);
    }

    #[test]
    fn a_number_that_would_become_another_one_is_named() {
        let text =
            r#"{"metadata": {"a": [1.5, 1999.9999999999999999], "b": 12345678901234567890123}, "c": 5.0}"#;
        let expected = [("/metadata/a/1".to_owned(), "precision"), ("/metadata/b".to_owned(), "precision")];
        assert_eq!(refused(text), expected);
        assert_eq!(refused(r#"{"a": [1, 1e400], "b": {}}"#), [("/a/1".to_owned(), "precision")]);
    }

    #[test]
    fn doubles_go_through_unchanged() {
        // As many different ones as a generator of the usual kind gives.
        let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..4000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let double = f64::from_bits(seed);
            if double.is_finite() {
                let text = json!({ "n": double }).to_string();
                let read = read(text.as_bytes()).unwrap();
                assert_eq!((read.refused, read.value.unwrap().to_string()), (Vec::new(), text));
            }
        }
    }
}
