//! Bodies that may be missing: an action whose members are all optional takes none at all, as people with curl and
//! generated clients send it.

use serde_json::Value;

use super::walk::{SCHEMAS, operations};

/// Says of every POST whose JSON body needs no member that the body is not required.
pub(super) fn release(document: &mut Value) {
    let schemas = document.pointer("/components/schemas").cloned();
    let schemas = serde_json::json!({"components": {"schemas": schemas}});
    for (_, method, operation) in operations(document) {
        if method != "post" {
            continue;
        }
        let Some(body) = operation.get_mut("requestBody") else { continue };
        let schema = body.pointer("/content/application~1json/schema");
        if schema.is_some_and(|schema| needs_nothing(schema, &schemas)) {
            body["required"] = false.into();
        }
    }
}

/// Whether `{}` is a value of this object schema.
pub(crate) fn needs_nothing(schema: &Value, document: &Value) -> bool {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix(SCHEMAS))
    {
        let target = document.pointer(&format!("/components/schemas/{name}"));
        return target.is_some_and(|target| needs_nothing(target, document));
    }
    if let Some([only]) = schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        return needs_nothing(only, document);
    }
    let alternatives = schema.get("oneOf").or_else(|| schema.get("anyOf"));
    let needed = schema.get("required").and_then(Value::as_array);
    schema.get("properties").is_some() && alternatives.is_none() && needed.is_none_or(Vec::is_empty)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_needs_nothing_may_be_missing() {
        let body = |name: &str| {
            let schema = json!({"$ref": format!("#/components/schemas/{name}")});
            json!({"requestBody": {"required": true, "content": {"application/json": {"schema": schema}}}})
        };
        let mut document = json!({
            "components": {"schemas": {
                "Approval": {"type": "object", "properties": {"note": {"type": "string"}}},
                "Handover": {"type": "object", "required": ["carrier"], "properties": {"carrier": {"type": "string"}}},
                "Payment": {"oneOf": [{"$ref": "#/components/schemas/Approval"}]}}},
            "paths": {
                "/approve": {"post": body("Approval"), "patch": body("Approval")},
                "/ship": {"post": body("Handover")},
                "/pay": {"post": body("Payment")}},
        });
        release(&mut document);
        let required =
            |path: &str, method: &str| document["paths"][path][method]["requestBody"]["required"].clone();
        assert_eq!(required("/approve", "post"), json!(false));
        for (path, method) in [("/approve", "patch"), ("/ship", "post"), ("/pay", "post")] {
            assert_eq!(required(path, method), json!(true), "{method} {path}");
        }
    }
}
