//! Printing schemas: what poem writes around them (references with annotations, null, floats for bounds) as each version
//! says it.

use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use serde_json::{Map, Value, json};

use super::super::errors;
use super::super::schemas::{SCHEMAS, sole_reference};
use super::{Version, Writer};

impl Writer<'_> {
    pub(super) fn schemas(&self) -> Value {
        let mut all = Map::new();
        for (name, schema) in &self.interface.schemas {
            let mut written = Value::Object(self.members(schema));
            if name == errors::SCHEMA {
                // RFC 9457, section 3.2: what a kind of problem has to say beyond the rest.
                written["additionalProperties"] = true.into();
            } else if self.interface.closed.contains(name)
                && !schema.properties.is_empty()
                && schema.additional_properties.is_none()
            {
                written["additionalProperties"] = false.into();
            }
            all.insert(name.clone(), written);
        }
        all.into()
    }

    pub(super) fn schema(&self, schema: &MetaSchemaRef) -> Value {
        match schema {
            MetaSchemaRef::Reference(name) => json!({"$ref": format!("{SCHEMAS}{name}")}),
            MetaSchemaRef::Inline(schema) => self.members(schema).into(),
        }
    }

    fn members(&self, schema: &MetaSchema) -> Map<String, Value> {
        let mut written = plain(schema);
        self.bounds(schema, &mut written);
        let all = |parts: &[MetaSchemaRef]| parts.iter().map(|part| self.schema(part)).collect::<Value>();
        let properties = schema.properties.iter().map(|(name, one)| ((*name).to_owned(), self.schema(one)));
        for (name, is_there, value) in [
            ("properties", !schema.properties.is_empty(), properties.collect::<Map<_, _>>().into()),
            ("anyOf", !schema.any_of.is_empty(), all(&schema.any_of)),
            ("oneOf", !schema.one_of.is_empty(), all(&schema.one_of)),
        ] {
            if is_there {
                written.insert(name.to_owned(), value);
            }
        }
        for (name, part) in
            [("items", &schema.items), ("additionalProperties", &schema.additional_properties)]
        {
            if let Some(part) = part {
                written.insert(name.to_owned(), self.schema(part));
            }
        }
        match sole_reference(schema) {
            Some(name) => self.reference(name, schema.nullable, &mut written),
            None if schema.nullable => self.nullable(&mut written),
            None => {}
        }
        written
    }

    /// A reference with what is said beside it.
    ///
    /// In 3.0 some generators refuse annotations within the `allOf`, or drop the member without a word. And there `nullable`
    /// only widens the `type` beside it, while what is referred to has a type of its own: a reference that may be null is an
    /// alternative to a type of which null is the one value. `x-go-type` is for oapi-codegen, which makes undecoded JSON of
    /// alternatives. 3.1 may have siblings beside `$ref`, and null is a type.
    fn reference(&self, name: &str, nullable: bool, written: &mut Map<String, Value>) {
        let reference = format!("{SCHEMAS}{name}");
        let (member, value) = match (self.version, nullable) {
            (Version::V3_0, true) => {
                let kind = self.interface.schemas.get(name).map(|target| target.ty);
                let kind = kind.filter(|kind| !kind.is_empty()).unwrap_or("object");
                written.insert("x-go-type".to_owned(), format!("*{name}").into());
                let nothing = json!({"type": kind, "nullable": true, "enum": [null]});
                ("anyOf", json!([{"$ref": reference}, nothing]))
            }
            (Version::V3_1, true) => ("anyOf", json!([{"$ref": reference}, {"type": "null"}])),
            (Version::V3_0, false) if !written.is_empty() => ("allOf", json!([{"$ref": reference}])),
            (_, false) => ("$ref", reference.into()),
        };
        written.insert(member.to_owned(), value);
    }

    /// 3.1 has no `nullable`, but null is a type.
    fn nullable(&self, written: &mut Map<String, Value>) {
        if self.version == Version::V3_0 {
            written.insert("nullable".to_owned(), true.into());
            return;
        }
        if let Some(kind) = written.get("type").cloned() {
            written.insert("type".to_owned(), json!([kind, "null"]));
        }
        if let Some(values) = written.get_mut("enum").and_then(Value::as_array_mut) {
            values.push(Value::Null);
        }
    }

    /// Whole bounds without a fraction; in 3.1 an exclusive bound is the bound itself.
    fn bounds(&self, schema: &MetaSchema, written: &mut Map<String, Value>) {
        for (name, bound, exclusive, is_exclusive) in [
            ("minimum", schema.minimum, "exclusiveMinimum", schema.exclusive_minimum),
            ("maximum", schema.maximum, "exclusiveMaximum", schema.exclusive_maximum),
            ("multipleOf", schema.multiple_of, "", None),
        ] {
            let Some(bound) = bound.map(number) else { continue };
            match (self.version, is_exclusive) {
                (Version::V3_1, Some(true)) => {
                    written.insert(exclusive.to_owned(), bound);
                }
                (_, is_exclusive) => {
                    written.insert(name.to_owned(), bound);
                    if is_exclusive == Some(true) {
                        written.insert(exclusive.to_owned(), true.into());
                    }
                }
            }
        }
    }
}

/// What both versions say as poem does.
fn plain(schema: &MetaSchema) -> Map<String, Value> {
    let plain = MetaSchema {
        properties: Vec::new(),
        items: None,
        additional_properties: None,
        any_of: Vec::new(),
        one_of: Vec::new(),
        all_of: Vec::new(),
        nullable: false,
        minimum: None,
        maximum: None,
        multiple_of: None,
        exclusive_minimum: None,
        exclusive_maximum: None,
        ..schema.clone()
    };
    match serde_json::to_value(plain) {
        Ok(Value::Object(members)) => members,
        // It has members with names only.
        _ => Map::new(),
    }
}

/// `200.0` as `200`.
fn number(bound: f64) -> Value {
    let is_whole = bound.fract() == 0.0 && bound.abs() < 1e18;
    let whole = is_whole.then(|| format!("{bound:.0}").parse::<i64>().ok()).flatten();
    whole.map_or_else(|| json!(bound), Value::from)
}

#[cfg(test)]
mod tests {
    use super::super::super::{About, schemas::fixture};
    use super::*;
    use crate::openapi::Interface;

    fn written(schema: &Value, version: Version) -> Value {
        let about = About { title: "", version: "", description: "" };
        let mut interface = Interface::read::<()>(about, &mut Vec::new());
        interface.schemas = fixture::named(&json!({"A": {"type": "string"}}));
        Writer { interface: &interface, version }.schema(&fixture::schema(schema))
    }

    #[test]
    fn a_documented_reference_keeps_its_words_beside_it() {
        let raw = json!({"description": "Where to.", "allOf": [{"$ref": "A"}, {"description": "Where to."}]});
        let reference = "#/components/schemas/A";
        assert_eq!(
            written(&raw, Version::V3_0),
            json!({"description": "Where to.", "allOf": [{"$ref": reference}]})
        );
        assert_eq!(written(&raw, Version::V3_1), json!({"description": "Where to.", "$ref": reference}));
    }

    #[test]
    fn null_is_said_as_each_version_can() {
        let reference = json!({"nullable": true, "allOf": [{"$ref": "A"}, {"nullable": true}]});
        let there = json!({"$ref": "#/components/schemas/A"});
        let nothing = json!({"type": "string", "nullable": true, "enum": [null]});
        assert_eq!(written(&reference, Version::V3_0), json!({"anyOf": [there, nothing], "x-go-type": "*A"}));
        assert_eq!(written(&reference, Version::V3_1), json!({"anyOf": [there, {"type": "null"}]}));
        let text = json!({"type": "string", "nullable": true});
        assert_eq!(written(&text, Version::V3_0), text);
        assert_eq!(written(&text, Version::V3_1), json!({"type": ["string", "null"]}));
    }

    #[test]
    fn bounds_are_exact_and_as_each_version_says_them() {
        let raw = json!({"type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 0.5});
        assert_eq!(written(&raw, Version::V3_0), raw);
        assert_eq!(
            written(&raw, Version::V3_1),
            json!({"type": "number", "exclusiveMinimum": 0, "maximum": 0.5})
        );
        let largest = written(&json!({"maximum": 9_007_199_254_740_991_i64}), Version::V3_1);
        assert_eq!(largest.to_string(), r#"{"maximum":9007199254740991}"#);
    }
}
