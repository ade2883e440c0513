//! Request bodies refuse members that they do not know: a misspelt optional member must not be dropped in silence.
//!
//! Only schemas that no answer uses are closed, so that answers may grow without breaking strict clients.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::walk::{SCHEMAS, each_reference, operations};

/// Closes every object schema that only request bodies use.
pub(super) fn close_requests(document: &mut Value) {
    let mut bodies = Vec::new();
    let mut answers = Vec::new();
    for (_, _, operation) in operations(document) {
        bodies.extend(operation.get("requestBody").cloned());
        answers.extend(operation.get("responses").cloned());
    }
    answers.extend(document.pointer("/components/responses").cloned());
    let asked = reachable(document, bodies);
    let answered = reachable(document, answers);
    for name in asked.difference(&answered) {
        let Some(schema) = document.pointer_mut(&format!("/components/schemas/{name}")) else { continue };
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema["additionalProperties"] = json!(false);
        }
    }
}

/// The names of all schemas that `roots` use, directly or through others.
fn reachable(document: &Value, roots: Vec<Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = roots;
    while let Some(mut value) = open.pop() {
        each_reference(&mut value, &mut |target| {
            let Some(name) = target.strip_prefix(SCHEMAS) else { return };
            if found.insert(name.to_owned())
                && let Some(schema) = document.pointer(&format!("/components/schemas/{name}"))
            {
                open.push(schema.clone());
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_use_stays_open() {
        let object = |reference: &str| json!({"type": "object", "properties": {"a": {"$ref": reference}}});
        let mut document = json!({
            "components": {"schemas": {
                "Draft": object("#/components/schemas/Money"), "Order": object("#/components/schemas/Money"),
                "Money": {"type": "object", "properties": {}}}},
            "paths": {"/o": {"post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Draft"}}}},
                "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}}}}}
        });
        close_requests(&mut document);
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Draft"]["additionalProperties"], json!(false));
        assert!(schemas["Order"].get("additionalProperties").is_none());
        assert!(schemas["Money"].get("additionalProperties").is_none());
    }
}
