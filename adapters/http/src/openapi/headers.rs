//! Response headers: poem prints their names in capitals and without a word about them.

use serde_json::{Map, Value, json};

use super::walk::{members, operations};

/// The headers that the services send, in their usual spelling.
const KNOWN: [(&str, &str); 10] = [
    ("ETag", "The version of the thing, for `If-Match`."),
    ("Location", "The path of the new thing."),
    ("Link", "The next page, as `<…>; rel=\"next\"` (RFC 8288); absent on the last one."),
    ("Cache-Control", "How long the answer may be kept, and by whom."),
    (
        "Idempotent-Replayed",
        "`true` when the request had its effect before and this is the first answer again.",
    ),
    ("Retry-After", "Seconds after which another try makes sense."),
    ("Content-Disposition", "The suggested name of the file."),
    ("Set-Cookie", "The refresh token, when it was asked for as a cookie."),
    ("X-Request-Id", "The id of this request: the one that was sent, or a new one."),
    ("X-Trace-Id", "The id of the trace that this request belongs to."),
];

/// Restores the names, describes the headers, and adds the two that every success has.
pub(super) fn describe(document: &mut Value) {
    for (_, method, operation) in operations(document) {
        for (status, response) in members(operation.get_mut("responses")) {
            let Some(response) = response.as_object_mut() else { continue };
            let raw = match response.remove("headers") {
                Some(Value::Object(raw)) => raw,
                _ => Map::new(),
            };
            let mut headers: Map<_, _> =
                raw.into_iter().map(|(name, header)| restore(&name, header)).collect();
            if method == "get" {
                // Nothing is replayed where nothing takes effect.
                headers.remove("Idempotent-Replayed");
            }
            if status.starts_with('2') {
                for (name, component) in [("X-Request-Id", "RequestId"), ("X-Trace-Id", "TraceId")] {
                    headers.insert(
                        name.to_owned(),
                        json!({"$ref": format!("#/components/headers/{component}")}),
                    );
                }
            }
            if !headers.is_empty() {
                response.insert("headers".to_owned(), Value::Object(headers));
            }
        }
    }
    document["components"]["headers"] = json!({
        "RequestId": {"description": description("X-Request-Id"), "schema": {"type": "string"}},
        "TraceId": {"description": description("X-Trace-Id"), "schema": {"type": "string"}},
        "RetryAfter": {"description": description("Retry-After"), "schema": {"type": "integer", "minimum": 0}},
    });
}

fn restore(name: &str, mut header: Value) -> (String, Value) {
    let known = KNOWN.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    if let Some((_, description)) = known
        && header.get("description").is_none()
    {
        header["description"] = (*description).into();
    }
    let name = known.map_or_else(|| capitalised(name), |(known, _)| (*known).to_owned());
    (name, header)
}

fn description(name: &str) -> &'static str {
    KNOWN.iter().find(|(known, _)| *known == name).map_or("", |(_, description)| *description)
}

/// `X-RATE-LIMIT` as `X-Rate-Limit`.
fn capitalised(name: &str) -> String {
    let words = name.split('-').map(|word| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_ascii_uppercase() + &rest.to_ascii_lowercase(),
        None => String::new(),
    });
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_have_their_names_back() {
        let mut document = json!({"components": {}, "paths": {"/o": {"post": {"responses": {"201": {"headers": {
            "ETAG": {"schema": {"type": "string"}}, "IDEMPOTENT-REPLAYED": {"schema": {"type": "string"}},
            "RATELIMIT-LIMIT": {"schema": {"type": "string"}}}}}}}}});
        describe(&mut document);
        let headers = &document["paths"]["/o"]["post"]["responses"]["201"]["headers"];
        assert!(headers["ETag"]["description"].is_string());
        assert!(headers["Idempotent-Replayed"]["description"].is_string());
        assert!(headers.get("Ratelimit-Limit").is_some());
        assert_eq!(headers["X-Request-Id"]["$ref"], "#/components/headers/RequestId");
    }
}
