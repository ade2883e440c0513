//! What poem writes around schemas: references with annotations, null, and noise.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Version;
use super::walk::{SCHEMAS, each_schema, operations};

/// What says nothing, or says it in a way that breaks generators. `readOnly` makes required members pointers in Go.
const NOISE: [&str; 2] = ["title", "readOnly"];

/// Simplifies every schema and parameter for `version`.
pub(super) fn simplify(document: &mut Value, version: Version) {
    let kinds = kinds(document);
    each_schema(document, &mut |schema| {
        for name in NOISE {
            schema.remove(name);
        }
        drop_false(schema, "deprecated");
        gather_annotations(schema);
        match version {
            Version::V3_0 => null_in_3_0(schema, &kinds),
            Version::V3_1 => {
                null_in_3_1(schema);
                exclusive_in_3_1(schema);
            }
        }
    });
    for (_, _, operation) in operations(document) {
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(parameter) = parameter.as_object_mut() {
                drop_false(parameter, "deprecated");
                // `explode` means something for lists only, and `true` is its default.
                if parameter.get("explode") == Some(&Value::Bool(true)) {
                    parameter.remove("explode");
                }
            }
        }
        for (_, response) in super::walk::members(operation.get_mut("responses")) {
            for (_, header) in super::walk::members(response.get_mut("headers")) {
                if let Some(header) = header.as_object_mut() {
                    drop_false(header, "deprecated");
                }
            }
        }
    }
}

fn drop_false(object: &mut Map<String, Value>, name: &str) {
    if object.get(name) == Some(&Value::Bool(false)) {
        object.remove(name);
    }
}

/// `allOf: [{$ref}, {annotations}]` becomes `allOf: [{$ref}]` with the annotations beside it: some generators refuse
/// the former, or drop the member without a word.
fn gather_annotations(schema: &mut Map<String, Value>) {
    let Some(parts) = schema.get("allOf").and_then(Value::as_array) else { return };
    let [reference, annotations] = parts.as_slice() else { return };
    let is_annotation = annotations.get("$ref").is_none()
        && annotations.get("properties").is_none()
        && annotations.get("type").is_none();
    if reference.get("$ref").is_none() || !is_annotation {
        return;
    }
    let (reference, annotations) = (reference.clone(), annotations.clone());
    for (name, value) in annotations.as_object().into_iter().flatten() {
        schema.entry(name.clone()).or_insert_with(|| value.clone());
    }
    schema.insert("allOf".to_owned(), json!([reference]));
}

/// The reference of a schema that is nothing but one, with annotations.
fn sole_reference(schema: &Map<String, Value>) -> Option<Value> {
    match schema.get("allOf")?.as_array()?.as_slice() {
        [only] => only.get("$ref").cloned(),
        _ => None,
    }
}

/// The type of each schema that has one, by name.
fn kinds(document: &Value) -> BTreeMap<String, Value> {
    let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
    let kind = |(name, schema): (&String, &Value)| Some((name.clone(), schema.get("type")?.clone()));
    schemas.into_iter().flatten().filter_map(kind).collect()
}

/// In 3.0 `nullable` only widens the `type` beside it, and what is referred to has a type of its own: a reference that
/// may be null is an alternative to a type of which null is the one value. `x-go-type` is for oapi-codegen, which
/// makes undecoded JSON of alternatives.
fn null_in_3_0(schema: &mut Map<String, Value>, kinds: &BTreeMap<String, Value>) {
    let Some(reference) = sole_reference(schema) else { return };
    if schema.remove("nullable") == Some(Value::Bool(true)) {
        let name = reference.as_str().and_then(|target| target.strip_prefix(SCHEMAS)).unwrap_or_default();
        let kind = kinds.get(name).cloned().unwrap_or_else(|| "object".into());
        let nothing = json!({"type": kind, "nullable": true, "enum": [null]});
        schema.remove("allOf");
        schema.insert("anyOf".to_owned(), json!([{"$ref": reference}, nothing]));
        schema.insert("x-go-type".to_owned(), format!("*{name}").into());
    } else if schema.len() == 1 {
        schema.clear();
        schema.insert("$ref".to_owned(), reference);
    }
}

/// 3.1 has no `nullable`, but null is a type; and `$ref` may have siblings.
fn null_in_3_1(schema: &mut Map<String, Value>) {
    let nullable = schema.remove("nullable") == Some(Value::Bool(true));
    if let Some(reference) = sole_reference(schema) {
        schema.remove("allOf");
        if nullable {
            schema.insert("anyOf".to_owned(), json!([{"$ref": reference}, {"type": "null"}]));
        } else {
            schema.insert("$ref".to_owned(), reference);
        }
        return;
    }
    if !nullable {
        return;
    }
    if let Some(kind) = schema.get("type").cloned() {
        schema.insert("type".to_owned(), json!([kind, "null"]));
    }
    if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        values.push(Value::Null);
    }
}

/// In 3.1 an exclusive bound is the bound itself.
fn exclusive_in_3_1(schema: &mut Map<String, Value>) {
    for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        if schema.get(exclusive) == Some(&Value::Bool(true)) {
            if let Some(value) = schema.remove(bound) {
                schema.insert(exclusive.to_owned(), value);
            }
        } else if schema.get(exclusive) == Some(&Value::Bool(false)) {
            schema.remove(exclusive);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simplified(schema: &Value, version: Version) -> Value {
        let mut document = json!({"components": {"schemas": {"S": schema, "A": {"type": "string"}}}});
        simplify(&mut document, version);
        document["components"]["schemas"]["S"].take()
    }

    #[test]
    fn a_documented_reference_keeps_its_words_beside_it() {
        let raw = json!({"description": "Where to.", "allOf": [{"$ref": "#/components/schemas/A"}, {"description": "Where to."}]});
        assert_eq!(
            simplified(&raw, Version::V3_0),
            json!({"description": "Where to.", "allOf": [{"$ref": "#/components/schemas/A"}]})
        );
        assert_eq!(
            simplified(&raw, Version::V3_1),
            json!({"description": "Where to.", "$ref": "#/components/schemas/A"})
        );
    }

    #[test]
    fn null_is_said_as_each_version_can() {
        let reference =
            json!({"nullable": true, "allOf": [{"$ref": "#/components/schemas/A"}, {"nullable": true}]});
        assert_eq!(
            simplified(&reference, Version::V3_0),
            json!({
                "anyOf": [
                    {"$ref": "#/components/schemas/A"},
                    {"type": "string", "nullable": true, "enum": [null]}
                ],
                "x-go-type": "*A"
            })
        );
        assert_eq!(
            simplified(&reference, Version::V3_1),
            json!({"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]})
        );
        let text = json!({"type": "string", "nullable": true});
        assert_eq!(simplified(&text, Version::V3_0), text);
        assert_eq!(simplified(&text, Version::V3_1), json!({"type": ["string", "null"]}));
    }

    #[test]
    fn members_called_title_are_no_titles() {
        let raw = json!({"type": "object", "title": "S", "properties": {"title": {"type": "string", "title": "x"}}});
        assert_eq!(
            simplified(&raw, Version::V3_0),
            json!({"type": "object", "properties": {"title": {"type": "string"}}})
        );
    }

    #[test]
    fn exclusive_bounds_are_numbers_in_3_1() {
        let raw = json!({"type": "number", "minimum": 0, "exclusiveMinimum": true});
        assert_eq!(simplified(&raw, Version::V3_0), raw);
        assert_eq!(simplified(&raw, Version::V3_1), json!({"type": "number", "exclusiveMinimum": 0}));
    }
}
