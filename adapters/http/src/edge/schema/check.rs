//! Checking a value against a schema: every refusal, each with its JSON pointer.

use std::fmt;

use eop_core::kernel::clock::{BadInstant, read_instant};
use eop_core::kernel::error::FieldError;
use serde_json::{Map, Value};

use super::{Discriminator, Format, Kind, Schema, Schemas};

/// More refusals than this help nobody.
const MAX_ERRORS: usize = 50;
/// The code of a time that is well written, but in a year that is not taken.
pub(crate) const NO_YEAR: &str = "year";

impl Schemas {
    /// Everything about `value` that `schema` does not admit.
    pub(crate) fn check(&self, schema: &Schema, value: &Value) -> Vec<FieldError> {
        self.check_at(schema, value, &Place::Root)
    }

    fn check_at(&self, schema: &Schema, value: &Value, place: &Place<'_>) -> Vec<FieldError> {
        let mut check = Check { schemas: self, errors: Vec::new() };
        check.value(schema, value, place);
        check.errors
    }
}

/// Where a value is; written out only for what is refused.
pub(crate) enum Place<'a> {
    Root,
    Member(&'a Self, &'a str),
    Item(&'a Self, usize),
}

/// As a JSON pointer (RFC 6901).
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(parent, name) => {
                write!(f, "{parent}/{}", name.replace('~', "~0").replace('/', "~1"))
            }
            Self::Item(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

struct Check<'a> {
    schemas: &'a Schemas,
    errors: Vec<FieldError>,
}

impl Check<'_> {
    fn refuse(&mut self, place: &Place<'_>, code: &'static str, message: impl Into<String>) {
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(FieldError { field: place.to_string(), code, message: message.into() });
        }
    }

    fn value(&mut self, schema: &Schema, value: &Value, place: &Place<'_>) {
        if let Some(target) = schema.reference.as_ref().and_then(|name| self.schemas.named.get(name)) {
            self.value(target, value, place);
        }
        if !schema.kinds.is_empty() && !schema.kinds.iter().any(|kind| kind.admits(value)) {
            let expected: Vec<_> = schema.kinds.iter().map(|kind| kind.as_str()).collect();
            return self.refuse(place, "type", format!("must be {}", expected.join(" or ")));
        }
        if !schema.values.is_empty() && !value.is_null() && !schema.values.contains(value) {
            let allowed: Vec<_> = schema.values.iter().map(plain).collect();
            self.refuse(place, "not_allowed", format!("must be one of {}", allowed.join(", ")));
        }
        match value {
            Value::String(text) => self.text(schema, text, place),
            Value::Number(_) => self.number(schema, value, place),
            Value::Array(items) => self.array(schema, items, place),
            Value::Object(members) => self.object(schema, members, place),
            Value::Null | Value::Bool(_) => {}
        }
        if !schema.alternatives.is_empty() {
            self.alternatives(schema, value, place);
        }
    }

    fn text(&mut self, schema: &Schema, text: &str, place: &Place<'_>) {
        if text.contains('\0') {
            self.refuse(place, "control_character", "must not contain U+0000");
        }
        let count = text.chars().count();
        if !schema.lengths.admit(count) {
            let expected = schema.lengths.describe("characters");
            self.refuse(place, "length", format!("{expected}, has {count}"));
        } else if let Some(pattern) = &schema.pattern
            && !pattern.is_match(text)
        {
            self.refuse(place, "pattern", format!("must match {pattern}"));
        }
        match schema.format {
            Some(Format::Uuid) if !is_canonical_uuid(text) => {
                self.refuse(place, "format", "must be a UUID such as 0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f");
            }
            Some(Format::DateTime) => match read_instant(text) {
                Ok(_) => {}
                Err(error @ BadInstant::Format) => self.refuse(place, "format", error.to_string()),
                Err(error @ BadInstant::Range) => self.refuse(place, NO_YEAR, error.to_string()),
            },
            _ => {}
        }
    }

    fn number(&mut self, schema: &Schema, value: &Value, place: &Place<'_>) {
        let Some(number) = value.as_f64() else { return };
        let message = match (schema.minimum, schema.maximum) {
            (Some(min), Some(max)) if number < min || number > max => format!("must be {min} to {max}"),
            (Some(min), None) if number < min => format!("must be at least {min}"),
            (None, Some(max)) if number > max => format!("must be at most {max}"),
            _ => return,
        };
        self.refuse(place, "out_of_range", message);
    }

    fn array(&mut self, schema: &Schema, items: &[Value], place: &Place<'_>) {
        if !schema.counts.admit(items.len()) {
            let expected = schema.counts.describe("items");
            self.refuse(place, "count", format!("{expected}, has {}", items.len()));
            return;
        }
        if schema.unique && items.iter().enumerate().any(|(index, item)| items[..index].contains(item)) {
            self.refuse(place, "repeated", "must not have an item twice");
        }
        if let Some(schema) = &schema.items {
            for (index, item) in items.iter().enumerate() {
                self.value(schema, item, &Place::Item(place, index));
            }
        }
    }

    fn object(&mut self, schema: &Schema, members: &Map<String, Value>, place: &Place<'_>) {
        for name in &schema.required {
            if !members.contains_key(name) {
                self.refuse(&Place::Member(place, name), "required", "is required");
            }
        }
        for (name, value) in members {
            let place = Place::Member(place, name);
            match (schema.properties.get(name), &schema.others) {
                (Some(property), _) => self.value(property, value, &place),
                (None, Some(others)) => self.value(others, value, &place),
                (None, None) if schema.closed => {
                    let known: Vec<_> = schema.properties.keys().map(String::as_str).collect();
                    self.refuse(
                        &place,
                        "unknown",
                        format!("is not known here; known are {}", known.join(", ")),
                    );
                }
                (None, None) => {}
            }
        }
    }

    fn discriminated(&mut self, discriminator: &Discriminator, value: &Value, place: &Place<'_>) {
        let target = value
            .get(&discriminator.property)
            .and_then(Value::as_str)
            .and_then(|chosen| discriminator.mapping.get(chosen))
            .and_then(|name| self.schemas.named.get(name));
        if let Some(target) = target {
            return self.value(target, value, place);
        }
        let known: Vec<_> = discriminator.mapping.keys().map(String::as_str).collect();
        let place = Place::Member(place, &discriminator.property);
        self.refuse(&place, "not_allowed", format!("must be one of {}", known.join(", ")));
    }

    fn alternatives(&mut self, schema: &Schema, value: &Value, place: &Place<'_>) {
        if let Some(discriminator) = &schema.discriminator {
            return self.discriminated(discriminator, value, place);
        }
        let mut closest: Option<Vec<FieldError>> = None;
        for alternative in &schema.alternatives {
            let errors = self.schemas.check_at(alternative, value, place);
            if errors.is_empty() {
                return;
            }
            // `anyOf [X, null]` says that X may be null: then what X refuses is the useful answer.
            if alternative.kinds != [Kind::Null]
                && closest.as_ref().is_none_or(|closest| errors.len() < closest.len())
            {
                closest = Some(errors);
            }
        }
        self.errors.extend(closest.into_iter().flatten());
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The form with hyphens: braces, URNs and the form without hyphens would give one thing several names.
pub(crate) fn is_canonical_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::openapi::fixture;

    fn errors(schema: &Value, value: &Value) -> Vec<(String, &'static str)> {
        let named = fixture::named(&json!({
            "Card": {"type": "object", "required": ["type", "last4"], "properties": {
                "type": {"type": "string", "enum": ["card"]}, "last4": {"type": "string", "pattern": "^[0-9]{4}$"}}},
            "Invoice": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}},
        }));
        let schema = Schema::of(&fixture::schema(schema));
        Schemas::of(&named).check(&schema, value).into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn every_refused_value_is_named_with_its_place() {
        let schema = json!({"type": "object", "required": ["lines", "currency"], "properties": {
            "currency": {"type": "string", "minLength": 3, "maxLength": 3},
            "note": {"type": "string"},
            "lines": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["sku"], "properties": {
                "sku": {"type": "string"}, "quantity": {"type": "integer", "minimum": 1, "maximum": 10000}}}}}});
        let value = json!({"lines": [{"sku": "a", "quantity": 0}, {"quantity": 5.5}], "note": 5, "a/b": 1});
        let mut found = errors(&schema, &value);
        found.sort();
        assert_eq!(
            found,
            [
                ("/a~1b".to_owned(), "unknown"),
                ("/currency".to_owned(), "required"),
                ("/lines/0/quantity".to_owned(), "out_of_range"),
                ("/lines/1/quantity".to_owned(), "type"),
                ("/lines/1/sku".to_owned(), "required"),
                ("/note".to_owned(), "type"),
            ]
        );
        assert_eq!(
            errors(&schema, &json!({"lines": [{"sku": "a", "quantity": 5.0}], "currency": "EUR"})),
            []
        );
        assert_eq!(errors(&schema, &json!({"lines": [], "currency": "EURO"})).len(), 2);
    }

    #[test]
    fn the_discriminator_chooses_the_alternative() {
        let schema = json!({"oneOf": [{"$ref": "Card"}, {"$ref": "Invoice"}],
            "discriminator": {"propertyName": "type", "mapping": {
                "card": "#/components/schemas/Card", "invoice": "#/components/schemas/Invoice"}}});
        assert_eq!(errors(&schema, &json!({"type": "card", "last4": "4242"})), []);
        assert_eq!(
            errors(&schema, &json!({"type": "card", "last4": "42"})),
            [("/last4".to_owned(), "pattern")]
        );
        assert_eq!(errors(&schema, &json!({"type": "cash"})), [("/type".to_owned(), "not_allowed")]);
    }

    #[test]
    fn what_may_be_null_may_be_null() {
        let schema = json!({"nullable": true, "allOf": [{"$ref": "Card"}, {"nullable": true}]});
        assert_eq!(errors(&schema, &Value::Null), []);
        assert_eq!(errors(&schema, &json!({"type": "card"})), [("/last4".to_owned(), "required")]);
        assert_eq!(errors(&json!({"type": "string", "nullable": true}), &Value::Null), []);
        assert_eq!(errors(&json!({"type": "string"}), &Value::Null), [(String::new(), "type")]);
    }

    #[test]
    fn members_that_are_not_listed_are_refused_unless_any_are_taken() {
        let known = json!({"type": "object", "properties": {"a": {}}});
        assert_eq!(errors(&known, &json!({"a": 1, "b": 2})), [("/b".to_owned(), "unknown")]);
        let free = json!({"type": "object", "additionalProperties": {}, "properties": {"a": {}}});
        assert_eq!(errors(&free, &json!({"a": 1, "b": 2})), []);
        assert_eq!(errors(&json!({"type": "object"}), &json!({"b": 2})), []);
    }

    #[test]
    fn formats_are_checked() {
        let uuid = json!({"type": "string", "format": "uuid"});
        assert_eq!(errors(&uuid, &json!("0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f")), []);
        for text in ["0192f0c18a2b7c3d8e4f5a6b7c8d9e0f", "{0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f}", "x", ""] {
            assert_eq!(errors(&uuid, &json!(text)), [(String::new(), "format")], "{text}");
        }
        let time = json!({"type": "string", "format": "date-time"});
        assert_eq!(errors(&time, &json!("2026-01-31T12:00:00.5+01:00")), []);
        assert_eq!(errors(&time, &json!("2026-01-31")), [(String::new(), "format")]);
        assert_eq!(errors(&time, &json!("9999-12-31T23:30:00-01:00")), [(String::new(), "year")]);
    }
}
