//! Error answers: one shared response per status with one telling example, referred to by the operations that can give
//! it, and `4XX` and `5XX` for the rest. Never `default`, which some generators take for a success.

mod examples;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::walk::{SCHEMAS, operations};
use crate::problem::Problem;
use crate::stream::EVENT_STREAM;

/// Name, status, description, and headers beside the ids.
const RESPONSES: [(&str, &str, &str, &[&str]); 15] = [
    ("BadRequest", "400", "The request cannot be read.", &[]),
    ("Unauthenticated", "401", "There is no valid access token.", &["WWW-Authenticate"]),
    ("Forbidden", "403", "Your roles do not grant this.", &[]),
    ("NotFound", "404", "There is no such thing, or none that you may know of.", &[]),
    ("Conflict", "409", "The state of the thing does not allow this.", &[]),
    ("PreconditionFailed", "412", "There is a newer version than the one in `If-Match`.", &["ETag"]),
    ("PayloadTooLarge", "413", "The body is too large.", &[]),
    ("UnsupportedMediaType", "415", "The body is of a type that this operation does not take.", &["Accept"]),
    ("Invalid", "422", "Values of the request are not acceptable; `errors` names each.", &[]),
    ("PreconditionRequired", "428", "This change needs `If-Match`.", &[]),
    ("TooManyRequests", "429", "Too many requests.", &["Retry-After"]),
    ("InternalError", "500", "A fault of ours.", &[]),
    ("Unavailable", "503", "The service cannot answer at present.", &["Retry-After"]),
    ("ClientError", "4XX", "The request was refused.", &[]),
    ("ServerError", "5XX", "The service could not answer.", &[]),
];

/// Adds the shared responses and the references to them; `further` are ids of operations, each with one more status, and
/// `told` are the problems that this service gives as examples, the others being those of every service.
pub(super) fn add(
    document: &mut Value,
    further: &[(&str, &str)],
    told: &[Problem],
    broken: &mut Vec<String>,
) {
    let mut unused: BTreeSet<&(&str, &str)> = further.iter().collect();
    for (path, method, operation) in operations(document) {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
        unused.retain(|(other, _)| *other != id);
        let possible: Vec<_> = RESPONSES
            .iter()
            .filter(|(_, status, ..)| {
                further.contains(&(id, *status)) || can_give(status, path, method, operation)
            })
            .collect();
        let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { continue };
        for (name, status, ..) in possible {
            // What an operation says itself about a status is more than we know; ranges come from the error type.
            if status.ends_with("XX") || !responses.contains_key(*status) {
                responses
                    .insert((*status).to_owned(), json!({"$ref": format!("#/components/responses/{name}")}));
            }
        }
        responses.remove("default");
    }
    broken.extend(
        unused
            .into_iter()
            .map(|(id, status)| format!("{id} is said to answer {status}, but is no operation")),
    );
    if let Some(problem) = document.pointer_mut("/components/schemas/Problem") {
        // RFC 9457, section 3.2: what a kind of problem has to say beyond the rest.
        problem["additionalProperties"] = true.into();
    }
    document["components"]["responses"] = RESPONSES
        .iter()
        .map(|(name, status, text, headers)| {
            ((*name).to_owned(), response(text, headers, &examples::of(status, told)))
        })
        .collect();
}

/// Whether an operation can answer with an error of this status.
fn can_give(status: &str, path: &str, method: &str, operation: &Map<String, Value>) -> bool {
    let has_body = operation.contains_key("requestBody");
    match status {
        // Without an own `security` the global bearer token is required.
        "401" | "403" => !operation.contains_key("security"),
        "404" => path.contains('{'),
        "409" => method != "get",
        "412" => has_parameter(operation, "If-Match"),
        "428" => find_parameter(operation, "If-Match").is_some_and(|one| one["required"] == true),
        // Only what anybody may call is counted; an operation that counts its callers too says so itself.
        "429" => (operation.contains_key("security") && method != "get") || is_stream(operation),
        "413" | "415" => has_body,
        "422" => has_body || ["cursor", "Last-Event-ID"].iter().any(|name| has_parameter(operation, name)),
        _ => true,
    }
}

fn is_stream(operation: &Map<String, Value>) -> bool {
    let content = operation.get("responses").and_then(|responses| responses.pointer("/200/content"));
    content.is_some_and(|content| content.get(EVENT_STREAM).is_some())
}

fn has_parameter(operation: &Map<String, Value>, name: &str) -> bool {
    find_parameter(operation, name).is_some()
}

fn find_parameter<'a>(operation: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    parameters.into_iter().flatten().find(|parameter| parameter["name"] == name)
}

fn response(description: &str, headers: &[&str], example: &Value) -> Value {
    let mut all = Map::new();
    for (name, component) in [("X-Request-Id", "RequestId"), ("X-Trace-Id", "TraceId")] {
        all.insert(name.to_owned(), json!({"$ref": format!("#/components/headers/{component}")}));
    }
    for name in headers {
        let header = match *name {
            "Retry-After" => json!({"$ref": "#/components/headers/RetryAfter"}),
            "WWW-Authenticate" => {
                json!({"description": "How to authenticate.", "schema": {"type": "string"}})
            }
            "Accept" => json!({"description": "The types that are taken.", "schema": {"type": "string"}}),
            _ => json!({"description": "The present version.", "schema": {"type": "string"}}),
        };
        all.insert((*name).to_owned(), header);
    }
    json!({
        "description": description,
        "headers": all,
        "content": {"application/problem+json": {
            "schema": {"$ref": format!("{SCHEMAS}Problem")},
            "example": example,
        }},
    })
}

#[cfg(test)]
mod tests {
    use eop_core::kernel::error::ErrorKind;

    use super::*;

    #[test]
    fn operations_refer_to_the_errors_they_can_give() {
        let mut document = json!({"components": {}, "paths": {
            "/orders/{id}": {"patch": {"requestBody": {}, "parameters": [{"name": "If-Match", "required": true}],
                "responses": {"200": {}, "4XX": {"description": "inline"}, "409": {"description": "own"}}}},
            "/login": {"post": {"operationId": "logIn", "security": [], "responses": {"200": {}}}},
            "/policy": {"get": {"security": [], "responses": {"200": {}}}}}});
        let mut broken = Vec::new();
        let told = Problem::new(ErrorKind::NotFound, "order.not_found").detail("there is no such order");
        add(&mut document, &[("logIn", "401"), ("gone", "401")], &[told], &mut broken);
        assert_eq!(broken, ["gone is said to answer 401, but is no operation"]);
        let login = &document["paths"]["/login"]["post"]["responses"];
        assert!(login["401"]["$ref"].is_string());
        assert!(login.get("403").is_none());
        let patch = document["paths"]["/orders/{id}"]["patch"]["responses"].as_object().unwrap();
        for status in
            ["400", "401", "403", "404", "412", "413", "415", "422", "428", "500", "503", "4XX", "5XX"]
        {
            assert!(patch[status]["$ref"].is_string(), "{status}");
        }
        assert_eq!(patch["409"]["description"], "own");
        let get = document["paths"]["/policy"]["get"]["responses"].as_object().unwrap();
        assert_eq!(
            get.keys().map(String::as_str).collect::<Vec<_>>(),
            ["200", "400", "4XX", "500", "503", "5XX"]
        );
        assert!(login["429"]["$ref"].is_string() && patch.get("429").is_none());
        let shared = &document["components"]["responses"];
        assert!(shared["TooManyRequests"]["headers"]["Retry-After"].is_object());
        let codes = ["BadRequest", "NotFound", "ClientError"].map(|name| {
            let example = &shared[name]["content"]["application/problem+json"]["example"];
            example["code"].as_str().unwrap()
        });
        assert_eq!(codes, ["request.invalid_parameter", "order.not_found", "request.body_timeout"]);
    }
}
