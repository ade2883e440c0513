//! Example bodies of requests, by operation id: shown by Swagger UI, and run as tests by the services.

use serde_json::Value;

use super::walk::operations;

/// Adds each example to the JSON body of its operation.
pub(super) fn add(document: &mut Value, examples: &[(&str, Value)], broken: &mut Vec<String>) {
    for (id, example) in examples {
        let media = operations(document)
            .find(|(_, _, operation)| operation.get("operationId").and_then(Value::as_str) == Some(id))
            .and_then(|(_, _, operation)| {
                operation.get_mut("requestBody")?.get_mut("content")?.get_mut("application/json")
            });
        match media {
            Some(media) => media["example"] = example.clone(),
            None => broken.push(format!("there is an example for {id}, which has no JSON body")),
        }
    }
}
