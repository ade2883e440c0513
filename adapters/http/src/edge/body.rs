//! Reading a body whole, within limits of size and time, and checking it against the document.

use poem::Request;
use poem::error::ReadBodyError;
use poem::http::{HeaderValue, StatusCode, header};
use serde_json::Value;
use tokio::time::timeout;

use super::routes::BodyRule;
use super::schema::Schemas;
use crate::idempotency::{IDEMPOTENCY_KEY, RequestFingerprint, fingerprint};
use crate::options::HttpOptions;
use crate::problem::Problem;

/// Reads the body and puts it back, so that what a client sends slowly or without end never reaches a handler.
pub(super) async fn admit(
    request: &mut Request,
    rule: Option<&BodyRule>,
    schemas: &Schemas,
    options: &HttpOptions,
) -> Result<(), Problem> {
    let limit = options.max_body_bytes;
    let announced = request.header(header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    if announced.is_some_and(|length| usize::try_from(length).map_or(true, |length| length > limit)) {
        return Err(too_large(limit));
    }
    let body = request.take_body();
    let bytes = match timeout(options.body_timeout(), body.into_bytes_limit(limit)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(ReadBodyError::PayloadTooLarge)) => return Err(too_large(limit)),
        Ok(Err(_)) => {
            return Err(Problem::malformed(
                "request.body_interrupted",
                "the body ended before it was complete",
            ));
        }
        Err(_) => return Err(too_slow(options)),
    };
    let json = match rule {
        Some(rule) => check(request, rule, schemas, &bytes)?,
        None => None,
    };
    if request.headers().contains_key(IDEMPOTENCY_KEY) {
        let json = json.or_else(|| serde_json::from_slice(&bytes).ok());
        let print = fingerprint(request.method(), request.uri().path(), &bytes, json);
        request.set_data(RequestFingerprint(print));
    }
    request.set_body(bytes);
    Ok(())
}

/// Checks the body, and gives what it says where it is JSON that the document describes.
fn check(
    request: &mut Request,
    rule: &BodyRule,
    schemas: &Schemas,
    bytes: &[u8],
) -> Result<Option<Value>, Problem> {
    let Some(content_type) = request.content_type() else {
        if bytes.is_empty() && !rule.is_required {
            // The extractor insists on a type even where there is nothing to be typed.
            request.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            return Ok(None);
        }
        return Err(unsupported(rule, "the request has no Content-Type"));
    };
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !rule.content_types.contains(&essence) {
        return Err(unsupported(rule, &format!("the Content-Type {essence} is not supported")));
    }
    let Some(schema) = rule.json.as_ref().filter(|_| essence == "application/json") else { return Ok(None) };
    if bytes.is_empty() && !rule.is_required {
        return Ok(None);
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|error| {
        Problem::malformed("request.malformed_body", format!("the body is not JSON: {error}"))
    })?;
    match schemas.check(schema, &value) {
        errors if errors.is_empty() => Ok(Some(value)),
        errors => Err(Problem::invalid("request.invalid_body", errors)),
    }
}

fn too_large(limit: usize) -> Problem {
    Problem::with_status(StatusCode::PAYLOAD_TOO_LARGE, "request.body_too_large")
        .detail(format!("the body exceeds {limit} bytes"))
}

fn too_slow(options: &HttpOptions) -> Problem {
    Problem::with_status(StatusCode::REQUEST_TIMEOUT, "request.body_timeout")
        .detail(format!("the body did not arrive within {} ms", options.body_timeout_ms))
        // What is left of the body would be read as the next request.
        .header(header::CONNECTION, HeaderValue::from_static("close"))
}

fn unsupported(rule: &BodyRule, what: &str) -> Problem {
    let accepted = rule.content_types.join(" or ");
    let problem = Problem::with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE, "request.unsupported_media_type")
        .detail(format!("{what}: send {accepted}"));
    match HeaderValue::try_from(rule.content_types.join(", ")) {
        Ok(value) => problem.header(header::ACCEPT, value),
        Err(_) => problem,
    }
}
