//! Unions: poem prints a variant as `allOf: [{type enum}, {$ref}]`, which generators turn into inheritance. Each
//! variant becomes one flat object, and the union loses the `type: object` that its variants have themselves.

use serde_json::{Map, Value, json};

use super::walk::SCHEMAS;

/// Flattens every variant of every union.
pub(super) fn flatten(document: &mut Value) {
    let Some(schemas) = document.pointer("/components/schemas").and_then(Value::as_object).cloned() else {
        return;
    };
    let Some(target) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) else {
        return;
    };
    for (name, schema) in &schemas {
        if schema.get("discriminator").is_some() {
            if let Some(union) = target.get_mut(name).and_then(Value::as_object_mut) {
                union.remove("type");
            }
            for variant in variants(schema) {
                if let Some(flat) = schemas.get(variant).and_then(|schema| flat(schema, &schemas)) {
                    target.insert(variant.to_owned(), flat);
                }
            }
        }
    }
}

fn variants(union: &Value) -> impl Iterator<Item = &str> {
    ["oneOf", "anyOf"]
        .into_iter()
        .filter_map(|name| union.get(name)?.as_array())
        .flatten()
        .filter_map(|part| part.get("$ref")?.as_str()?.strip_prefix(SCHEMAS))
}

/// One object with the members of all parts of an `allOf`.
fn flat(schema: &Value, schemas: &Map<String, Value>) -> Option<Value> {
    let parts = schema.get("allOf")?.as_array()?;
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    let mut description = None;
    for part in parts {
        let part = match part.get("$ref").and_then(Value::as_str) {
            Some(reference) => schemas.get(reference.strip_prefix(SCHEMAS)?)?,
            None => part,
        };
        for (name, property) in part.get("properties").and_then(Value::as_object)? {
            properties.insert(name.clone(), property.clone());
        }
        for name in part.get("required").and_then(Value::as_array).into_iter().flatten() {
            if !required.contains(name) {
                required.push(name.clone());
            }
        }
        description = part.get("description").cloned().or(description);
    }
    let mut flat = json!({"type": "object", "properties": properties, "required": required});
    if let Some(description) = description {
        flat["description"] = description;
    }
    Some(flat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variant_becomes_one_object() {
        let mut document = json!({"components": {"schemas": {
            "Method": {"type": "object", "oneOf": [{"$ref": "#/components/schemas/MethodCard"}],
                "discriminator": {"propertyName": "type", "mapping": {"card": "#/components/schemas/MethodCard"}}},
            "MethodCard": {"allOf": [
                {"type": "object", "required": ["type"], "properties": {"type": {"type": "string", "enum": ["card"]}}},
                {"$ref": "#/components/schemas/Card"}]},
            "Card": {"type": "object", "description": "A card", "required": ["last4"], "properties": {"last4": {"type": "string"}}},
        }}});
        flatten(&mut document);
        assert_eq!(
            document["components"]["schemas"]["MethodCard"],
            json!({
            "type": "object", "description": "A card", "required": ["type", "last4"],
            "properties": {"type": {"type": "string", "enum": ["card"]}, "last4": {"type": "string"}}})
        );
        assert!(document["components"]["schemas"]["Method"].get("type").is_none());
    }
}
