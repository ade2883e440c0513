//! Visiting the parts of a document, without mistaking a member called `title` for a title.

use serde_json::{Map, Value};

/// The keys under which a path item has operations.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The prefix of references to schemas.
pub(super) const SCHEMAS: &str = "#/components/schemas/";

/// Every operation: path, method, operation.
pub(super) fn operations(
    document: &mut Value,
) -> impl Iterator<Item = (&String, &String, &mut Map<String, Value>)> {
    document
        .get_mut("paths")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(Map::iter_mut)
        .filter_map(|(path, item)| Some((path, item.as_object_mut()?)))
        .flat_map(|(path, item)| item.iter_mut().map(move |(method, operation)| (path, method, operation)))
        .filter(|(_, method, _)| METHODS.contains(&method.as_str()))
        .filter_map(|(path, method, operation)| Some((path, method, operation.as_object_mut()?)))
}

/// Every response object: of operations, and the shared ones.
pub(super) fn each_response(document: &mut Value, visit: &mut dyn FnMut(&str, &mut Map<String, Value>)) {
    for (_, _, operation) in operations(document) {
        for (status, response) in members(operation.get_mut("responses")) {
            if let Some(response) = response.as_object_mut() {
                visit(status, response);
            }
        }
    }
    for (name, response) in members(document.pointer_mut("/components/responses")) {
        if let Some(response) = response.as_object_mut() {
            visit(name, response);
        }
    }
}

/// Every schema object of the document, innermost first.
pub(super) fn each_schema(document: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    for (_, schema) in members(document.pointer_mut("/components/schemas")) {
        schema_tree(schema, visit);
    }
    for (_, header) in members(document.pointer_mut("/components/headers")) {
        nested(header, "schema", visit);
    }
    for (_, _, operation) in operations(document) {
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            nested(parameter, "schema", visit);
        }
        if let Some(body) = operation.get_mut("requestBody") {
            content(body, visit);
        }
    }
    each_response(document, &mut |_, response| {
        for (_, header) in members(response.get_mut("headers")) {
            nested(header, "schema", visit);
        }
        for (_, media) in members(response.get_mut("content")) {
            nested(media, "schema", visit);
        }
    });
}

fn content(holder: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    for (_, media) in members(holder.get_mut("content")) {
        nested(media, "schema", visit);
    }
}

fn nested(holder: &mut Value, name: &str, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    if let Some(schema) = holder.get_mut(name) {
        schema_tree(schema, visit);
    }
}

/// A schema and all schemas in it, innermost first.
pub(super) fn schema_tree(schema: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    for name in ["items", "additionalProperties", "contentSchema"] {
        nested(schema, name, visit);
    }
    for (_, property) in members(schema.get_mut("properties")) {
        schema_tree(property, visit);
    }
    for name in ["allOf", "oneOf", "anyOf"] {
        for part in schema.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten() {
            schema_tree(part, visit);
        }
    }
    if let Some(schema) = schema.as_object_mut() {
        visit(schema);
    }
}

/// Every string that refers to something, be it `$ref` or the target of a discriminator.
pub(super) fn each_reference(value: &mut Value, visit: &mut dyn FnMut(&mut String)) {
    match value {
        Value::Object(object) => {
            for (name, member) in object.iter_mut() {
                match member {
                    Value::String(target) if name == "$ref" || target.starts_with(SCHEMAS) => visit(target),
                    other => each_reference(other, visit),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_reference(item, visit)),
        _ => {}
    }
}

/// The members of a value that may be missing or no object.
pub(super) fn members(value: Option<&mut Value>) -> impl Iterator<Item = (&String, &mut Value)> {
    value.and_then(Value::as_object_mut).into_iter().flat_map(Map::iter_mut)
}
