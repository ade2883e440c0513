//! The matrix of bad input: every operation of the document, every mistake that its description allows for, and one
//! documented problem for each. Every check gives the number of requests it made.

mod bodies;
mod sample;

use poem::http::Method;
use serde_json::{Value, json};

pub(crate) use self::bodies::TOO_LARGE;
pub use self::bodies::{bad_bodies, bad_values, examples};
use crate::client::{Api, Call, NO_ID, NO_NAME, is_name};
use crate::document::Operation;
use crate::people::Caller;

/// Who asks: somebody who may do everything, and tokens that are no good, by what is wrong with them.
#[derive(Clone, Debug)]
pub struct Asking {
    /// May do everything.
    pub admin: Caller,
    /// Good until a while ago.
    pub expired: String,
    /// Not made by whom the service trusts.
    pub forged: Vec<String>,
}

/// A request for `operation` that is in order, about a thing that does not exist.
fn good<'a>(api: &'a Api, operation: &'a Operation, asking: &Asking) -> Call<'a> {
    let call = api.call_of(operation).sent_by(&asking.admin);
    let call = match &operation.body {
        Some(schema) => call.json(&sample::full(api.document(), schema, operation.example.as_ref())),
        None => call,
    };
    if operation.parameters.iter().any(|one| one.name == "If-Match") {
        call.header("if-match", "\"1\"")
    } else {
        call
    }
}

/// Tokens that are missing, malformed, expired or forged.
pub async fn bad_tokens(api: &Api, asking: &Asking) -> usize {
    let mut count = 0;
    let token = asking.admin.token();
    for operation in api.document().operations().iter().filter(|operation| !operation.is_public) {
        let ask = || api.call_of(operation);
        let forged = asking.forged.iter().map(|token| (ask().by(token), "auth.token_invalid"));
        let cases = [
            (ask(), "auth.token_missing"),
            (ask().header("authorization", "Basic YWxpY2U6c2VjcmV0"), "auth.token_missing"),
            (ask().header("authorization", "Bearer"), "auth.token_missing"),
            (ask().header("authorization", token), "auth.token_missing"),
            (ask().by(token).by(token), "auth.token_missing"),
            (ask().by("x"), "auth.token_invalid"),
            (ask().by(&asking.expired), "auth.token_expired"),
        ];
        for (call, code) in cases.into_iter().chain(forged) {
            let reply = call.send().await.refused(401, code);
            assert!(
                reply.header("www-authenticate").is_some_and(|value| value.starts_with("Bearer")),
                "{reply}"
            );
            count += 1;
        }
    }
    count
}

/// Ids that are none, in several disguises.
pub async fn bad_ids(api: &Api, asking: &Asking) -> usize {
    let mut count = 0;
    for operation in api.document().operations() {
        for parameter in operation.parameters_in("path") {
            let is_number = parameter.schema["type"] == "integer";
            let refused: &[&str] = if is_number {
                &["x", "1.5", "1e3", "0x10", "99999999999999999999", "%20"]
            } else {
                &[
                    "7",
                    "019cb6f100007000800000000000ffff",
                    "%7B019cb6f1-0000-7000-8000-00000000ffff%7D",
                    "urn:uuid:019cb6f1-0000-7000-8000-00000000ffff",
                    "019cb6f1-0000-7000-8000-00000000fff",
                    "019cb6f1-0000-7000-8000-00000000ffffg",
                    "..%2F..%2Fetc",
                    "%27%20OR%201%3D1",
                ]
            };
            // A name may be what no id is.
            let is_id = parameter.schema["pattern"].is_null();
            for id in refused.iter().filter(|id| is_id || id.len() < NO_ID.len()) {
                let reply =
                    good(api, operation, asking).on(id).send().await.refused(400, "request.invalid_path");
                assert!(
                    reply
                        .refused_values()
                        .iter()
                        .any(|value| value.starts_with(&format!("{} ", parameter.name))),
                    "{reply}"
                );
                count += 1;
            }
            for id in ["%00", "%ff"] {
                let reply = good(api, operation, asking).on(id).send().await;
                drop(reply.refused(400, "request.malformed_url"));
                count += 1;
            }
            let nothing: &[&str] = if is_number {
                &["0", "-1", "9223372036854775807"]
            } else if is_name(&parameter.schema) {
                &[NO_NAME]
            } else {
                &["00000000-0000-0000-0000-000000000000", NO_ID]
            };
            for id in nothing {
                let reply = good(api, operation, asking).on(id).send().await;
                assert!(reply.status() == 404, "{reply}");
                count += 1;
            }
        }
    }
    count
}

/// Query parameters that are unknown, repeated or of the wrong kind.
pub async fn bad_queries(api: &Api, asking: &Asking) -> usize {
    let mut count = 0;
    for operation in api.document().operations() {
        let ask = |query: &str| good(api, operation, asking).query(query).send();
        let reply = ask("definitely_unknown=1").await.refused(400, "request.unknown_parameter");
        let allowed: Vec<_> = operation.parameters_in("query").map(|one| one.name.as_str()).collect();
        assert_eq!(reply.json()["allowed"], json!(allowed), "{reply}");
        drop(ask("q=%00").await.refused(400, "request.malformed_url"));
        drop(ask("q=%ff").await.refused(400, "request.malformed_url"));
        count += 3;
        for parameter in operation.parameters_in("query") {
            let name = &parameter.name;
            let is_list = api.document().resolve(&parameter.schema)["type"] == "array";
            // A list may repeat its name; then its values are at fault.
            let repeated = if is_list { "request.invalid_parameter" } else { "request.repeated_parameter" };
            for (query, code) in [
                (format!("{name}=1&{name}=1"), repeated),
                (name.clone(), "request.invalid_parameter"),
                (format!("{name}="), "request.invalid_parameter"),
            ] {
                drop(ask(&query).await.refused(400, code));
                count += 1;
            }
            for value in wrong_texts(&parameter.schema, api) {
                let reply = ask(&format!("{name}={value}")).await.refused(400, "request.invalid_parameter");
                let refused = reply.refused_values();
                assert!(refused.iter().any(|one| one.starts_with(&format!("{name} "))), "{reply}");
                count += 1;
            }
            if name == "cursor" {
                for value in ["x", "!", "AAAA", "eyJzIjoiIn0"] {
                    drop(ask(&format!("cursor={value}")).await.refused(422, "page.cursor_invalid"));
                    count += 1;
                }
            }
        }
    }
    count
}

/// Texts that a query parameter of this schema does not take.
fn wrong_texts(schema: &Value, api: &Api) -> Vec<String> {
    let schema = api.document().resolve(schema);
    if schema["type"] == "array" {
        return wrong_texts(&schema["items"], api);
    }
    if schema["enum"].is_array() {
        return vec!["nonsense".to_owned()];
    }
    let mut wrong = Vec::new();
    match schema["type"].as_str() {
        Some("integer") => {
            wrong.extend(["x", "1.5", "99999999999999999999999", "0x1", "NaN", "%221%22"].map(str::to_owned));
            let bound = |name: &str| schema[name].as_i64();
            wrong.extend(bound("minimum").map(|least| (least - 1).to_string()));
            wrong.extend(bound("maximum").map(|most| (most + 1).to_string()));
        }
        Some("boolean") => wrong.extend(["maybe", "1", "TRUE"].map(str::to_owned)),
        Some("string") => {
            if let Some(most) = schema["maxLength"].as_u64() {
                wrong.push("a".repeat(usize::try_from(most).unwrap_or(usize::MAX) + 1));
            }
            if schema["pattern"].is_string() {
                wrong.push("!!".to_owned());
            }
            match schema["format"].as_str() {
                Some("uuid") => wrong.extend(["7", "019cb6f100007000800000000000ffff"].map(str::to_owned)),
                Some("date-time") => {
                    wrong.extend(["yesterday", "2026-03-04", "2026-13-01T00:00:00Z", "1"].map(str::to_owned));
                }
                _ => {}
            }
        }
        _ => {}
    }
    wrong
}

/// Headers that cannot be read where they are, and others that may be anything.
pub async fn bad_headers(api: &Api, asking: &Asking) -> usize {
    let mut count = 0;
    for operation in api.document().operations() {
        if operation.method == Method::GET {
            // What nobody reads may hold anything.
            let odd = good(api, operation, asking).header("x-anything", "ü").send().await;
            assert_ne!(odd.status(), 400, "{odd}");
            count += 1;
        }
        let takes = |name: &str| operation.parameters_in("header").any(|one| one.name == name);
        if takes("If-Match") {
            for value in
                ["W/\"1\"", "1", "\"x\"", "\"1\", \"2\"", "\"\"", "-1", "\"99999999999999999999999\""]
            {
                let call = api.call_of(operation).sent_by(&asking.admin);
                let call = match &operation.body {
                    Some(schema) => {
                        call.json(&sample::full(api.document(), schema, operation.example.as_ref()))
                    }
                    None => call,
                };
                let reply = call.header("if-match", value).send().await;
                drop(reply.refused(400, "precondition.malformed"));
                count += 1;
            }
        }
        if takes("Idempotency-Key") {
            let long = "k".repeat(256);
            for value in ["", "two words", "tab\tbed", long.as_str()] {
                let reply = good(api, operation, asking).header("idempotency-key", value).send().await;
                drop(reply.refused(400, "idempotency.malformed_key"));
                count += 1;
            }
            let twice =
                good(api, operation, asking).header("idempotency-key", "a").header("idempotency-key", "b");
            drop(twice.send().await.refused(400, "idempotency.malformed_key"));
            count += 1;
        }
    }
    count
}

/// Methods that a path does not know, and paths that do not exist.
pub async fn bad_routes(api: &Api) -> usize {
    let methods = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::TRACE];
    let mut count = 0;
    for operation in api.document().operations() {
        let known: Vec<_> = api
            .document()
            .operations()
            .iter()
            .filter(|other| other.path == operation.path)
            .map(|other| other.method.clone())
            .collect();
        for method in methods.iter().filter(|method| !known.contains(method)) {
            let reply = api.at(method.clone(), &operation.path).send().await;
            let reply = reply.refused(405, "route.method_not_allowed");
            let allowed = reply.header("allow").unwrap_or_default();
            assert!(known.iter().all(|method| allowed.contains(method.as_str())), "{reply}: {allowed}");
            count += 1;
        }
        let below = format!("{}/nothing/here", operation.path);
        drop(api.at(Method::GET, &below).send().await.refused(404, "route.not_found"));
        count += 1;
    }
    count
}
