//! Parameters: one per member of a query object; headers under their own names.

use serde_json::{Map, Value, json};

use super::walk::{SCHEMAS, operations};

/// Replaces each object in the query (see `params::Params`) by one parameter per member: the form that every tool
/// reads alike.
pub(super) fn expand(document: &mut Value) {
    let schemas =
        document.pointer("/components/schemas").and_then(Value::as_object).cloned().unwrap_or_default();
    for (_, _, operation) in operations(document) {
        let Some(parameters) = operation.get_mut("parameters").and_then(Value::as_array_mut) else {
            continue;
        };
        *parameters = std::mem::take(parameters)
            .into_iter()
            .flat_map(|parameter| match members(&parameter, &schemas) {
                Some(members) => members,
                None => vec![parameter],
            })
            .collect();
    }
}

fn members(parameter: &Value, schemas: &Map<String, Value>) -> Option<Vec<Value>> {
    if parameter.get("in")?.as_str()? != "query" {
        return None;
    }
    let target = schemas.get(parameter.pointer("/schema/$ref")?.as_str()?.strip_prefix(SCHEMAS)?)?;
    let properties = target.get("properties")?.as_object()?;
    let required = target.get("required").and_then(Value::as_array);
    let members = properties.iter().map(|(name, schema)| {
        let is_required = required.is_some_and(|names| names.iter().any(|other| other == name));
        member(name, schema, is_required)
    });
    Some(members.collect())
}

fn member(name: &str, schema: &Value, is_required: bool) -> Value {
    let mut schema = schema.clone();
    let description = take_description(&mut schema);
    let mut parameter = json!({"name": name, "in": "query", "required": is_required});
    if let Some(description) = description {
        parameter["description"] = description;
    }
    if schema.get("type").and_then(Value::as_str) == Some("array") {
        parameter["style"] = "form".into();
        parameter["explode"] = false.into();
        // `status=` is not a filter: leave the parameter out instead.
        if schema.get("minItems").is_none() {
            schema["minItems"] = 1.into();
        }
    }
    parameter["schema"] = schema;
    parameter
}

/// The description of a schema, moved out of it; of a documented reference it is in the second part of an `allOf`.
fn take_description(schema: &mut Value) -> Option<Value> {
    let own = schema.as_object_mut()?.remove("description");
    let mut found = own;
    for part in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(part) = part.as_object_mut() {
            found = part.remove("description").or(found);
        }
    }
    found
}

/// Gives header parameters the name that their type knows (kept as title of the schema), and describes them.
pub(super) fn name_headers(document: &mut Value) {
    for (_, _, operation) in operations(document) {
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            if parameter.get("in").and_then(Value::as_str) != Some("header") {
                continue;
            }
            let title =
                parameter.get_mut("schema").and_then(Value::as_object_mut).and_then(|s| s.remove("title"));
            if let Some(title) = title {
                parameter["name"] = title;
            }
            if parameter["name"] == "If-Match" && parameter["required"] == true {
                // What has never been changed has this one.
                parameter["example"] = "\"1\"".into();
            }
            let described = match parameter["name"].as_str() {
                Some("Idempotency-Key") => {
                    "Makes the request safe to repeat: a random key of your choice. A repeat gets the first answer, marked `Idempotent-Replayed: true`; another request under the same key is refused."
                }
                Some("Last-Event-ID") => {
                    "The `id` of the last event that you have seen: the stream goes on after it, without a gap and without sending anything twice."
                }
                Some("If-Match") => {
                    "The `ETag` of the version that the change is based on; refused with 412 when there is a newer one."
                }
                _ => continue,
            };
            if parameter.get("description").is_none() {
                parameter["description"] = described.into();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_object_becomes_parameters() {
        let mut document = json!({
            "components": {"schemas": {"OrderQuery": {"type": "object", "required": ["limit"], "properties": {
                "limit": {"type": "integer", "description": "How many."},
                "status": {"type": "array", "items": {"type": "string"}}}}}},
            "paths": {"/orders": {"get": {"parameters": [
                {"name": "query", "in": "query", "required": false, "schema": {"$ref": "#/components/schemas/OrderQuery"}},
                {"name": "key", "in": "header", "schema": {"type": "string", "title": "Idempotency-Key"}}]}}}
        });
        expand(&mut document);
        name_headers(&mut document);
        let parameters = document["paths"]["/orders"]["get"]["parameters"].as_array().unwrap();
        assert_eq!(parameters.len(), 3);
        assert_eq!(
            parameters[0],
            json!({"name": "limit", "in": "query", "required": true,
            "description": "How many.", "schema": {"type": "integer"}})
        );
        assert_eq!((&parameters[1]["style"], &parameters[1]["explode"]), (&json!("form"), &json!(false)));
        assert_eq!(parameters[2]["name"], "Idempotency-Key");
        assert!(parameters[2]["description"].is_string());
    }
}
