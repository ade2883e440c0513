//! Bodies that are in order, made from their schema: every member is there.

use serde_json::{Map, Value, json};

use crate::document::Document;

/// Texts for the patterns that the documents use.
const PATTERNS: [(&str, &str); 2] = [("^[A-Z]{3}$", "EUR"), ("^[A-Z]{2}$", "DE")];

/// Texts for members that must be what their name says, which no schema can.
const MEMBERS: [(&str, &str); 3] =
    [("postal_code", "10115"), ("time_zone", "Europe/Berlin"), ("locale", "de-AT")];

/// A body with every member that `schema` knows, its values from `hint` where that has them.
pub(super) fn full(document: &Document, schema: &Value, hint: Option<&Value>) -> Value {
    let schema = plain(document, schema);
    let hint = hint.filter(|hint| !hint.is_null());
    if let Some(properties) = schema["properties"].as_object() {
        let member = |(name, schema): (&String, &Value)| {
            let known = MEMBERS.iter().find(|(known, _)| known == name).map(|(_, text)| json!(text));
            let hint = hint.and_then(|hint| hint.get(name)).or(known.as_ref());
            (name.clone(), full(document, schema, hint))
        };
        return Value::Object(properties.iter().map(member).collect::<Map<_, _>>());
    }
    if schema["items"].is_object() {
        let first = hint.and_then(|hint| hint.get(0));
        return json!([full(document, &schema["items"], first)]);
    }
    hint.cloned().unwrap_or_else(|| value(&schema))
}

/// The schema with its reference followed and null left out.
pub(super) fn plain(document: &Document, schema: &Value) -> Value {
    let schema = document.resolve(schema);
    match schema["anyOf"].as_array() {
        Some(options) => {
            let real = options.iter().find(|option| option["type"] != "null").expect("a schema besides null");
            document.resolve(real)
        }
        None => schema,
    }
}

/// Whether `schema` is, or may be, of this type.
pub(super) fn is(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|one| one == kind),
        one => one == kind,
    }
}

fn value(schema: &Value) -> Value {
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    if is(schema, "integer") {
        return schema.get("minimum").cloned().unwrap_or(json!(1));
    }
    if is(schema, "boolean") {
        return json!(true);
    }
    if is(schema, "object") {
        return json!({ "any": "thing" });
    }
    let pattern = schema["pattern"].as_str();
    let known = PATTERNS.iter().find(|(known, _)| Some(*known) == pattern);
    match (known, schema["format"].as_str()) {
        (Some((_, text)), _) => json!(text),
        (None, Some("uuid")) => json!(crate::client::NO_ID),
        (None, Some("date-time")) => json!("2026-03-04T05:06:07Z"),
        (None, _) => {
            let least = schema["minLength"].as_u64().unwrap_or(1);
            json!("a".repeat(usize::try_from(least).unwrap_or(1).max(1)))
        }
    }
}
