//! Error answers: one shared response per status with one telling example, referred to by the operations that can give
//! it, and `4XX` and `5XX` for the rest. Never `default`, which some generators take for a success.

mod examples;

use poem::http::Method;
use poem_openapi::registry::MetaParamIn;

use super::Settings;
use super::interface::{Interface, Operation};

/// The schema of all of them.
pub(super) const SCHEMA: &str = "Problem";

/// A response that operations share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) name: &'static str,
    pub(super) status: &'static str,
    pub(super) description: &'static str,
    /// Its headers beside the ids.
    pub(super) headers: &'static [&'static str],
}

const fn shared(
    name: &'static str,
    status: &'static str,
    description: &'static str,
    headers: &'static [&'static str],
) -> Shared {
    Shared { name, status, description, headers }
}

static RESPONSES: [Shared; 15] = [
    shared("BadRequest", "400", "The request cannot be read.", &[]),
    shared("Unauthenticated", "401", "There is no valid access token.", &["WWW-Authenticate"]),
    shared("Forbidden", "403", "Your roles do not grant this.", &[]),
    shared("NotFound", "404", "There is no such thing, or none that you may know of.", &[]),
    shared("Conflict", "409", "The state of the thing does not allow this.", &[]),
    shared("PreconditionFailed", "412", "There is a newer version than the one in `If-Match`.", &["ETag"]),
    shared("PayloadTooLarge", "413", "The body is too large.", &[]),
    shared(
        "UnsupportedMediaType",
        "415",
        "The body is of a type that this operation does not take.",
        &["Accept"],
    ),
    shared("Invalid", "422", "Values of the request are not acceptable; `errors` names each.", &[]),
    shared("PreconditionRequired", "428", "This change needs `If-Match`.", &[]),
    shared("TooManyRequests", "429", "Too many requests.", &["Retry-After"]),
    shared("InternalError", "500", "A fault of ours.", &[]),
    shared("Unavailable", "503", "The service cannot answer at present.", &["Retry-After"]),
    shared("ClientError", "4XX", "The request was refused.", &[]),
    shared("ServerError", "5XX", "The service could not answer.", &[]),
];

/// Says of every operation which errors it can give: what its form tells, and what the table says further.
pub(super) fn add(interface: &mut Interface, settings: &Settings, broken: &mut Vec<String>) {
    let further = &settings.further_errors;
    for (id, status) in further.iter().filter(|(id, _)| !interface.operations.iter().any(|one| one.id == *id))
    {
        broken.push(format!("{id} is said to answer {status}, but is no operation"));
    }
    for operation in &mut interface.operations {
        let can = |error: &&Shared| {
            let is_own = operation
                .answers
                .iter()
                .any(|one| one.status.is_some_and(|own| own.to_string() == error.status));
            !is_own && (further.contains(&(operation.id, error.status)) || can_give(error.status, operation))
        };
        operation.errors = RESPONSES.iter().filter(can).collect();
    }
    let is_used = |error: &&Shared| {
        interface.operations.iter().flat_map(|one| &one.errors).any(|used| used.name == error.name)
    };
    let used = RESPONSES.iter().filter(is_used);
    interface.errors = used.map(|error| (error, examples::of(error.status, &settings.problems))).collect();
}

/// Whether an operation can answer with an error of this status.
fn can_give(status: &str, operation: &Operation) -> bool {
    let has_body = operation.body.is_some();
    match status {
        "401" | "403" => operation.is_secured,
        "404" => operation.parameters.iter().any(|one| one.place == MetaParamIn::Path),
        "409" => operation.method != Method::GET,
        "412" => operation.parameter("If-Match").is_some(),
        "428" => operation.parameter("If-Match").is_some_and(|one| one.is_required),
        // Only what anybody may call is counted; an operation that counts its callers too says so itself.
        "429" => (!operation.is_secured && operation.method != Method::GET) || operation.is_stream(),
        "413" | "415" => has_body,
        "422" => {
            has_body || ["cursor", "Last-Event-ID"].iter().any(|name| operation.parameter(name).is_some())
        }
        _ => true,
    }
}
