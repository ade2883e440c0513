//! Reading a body whole, within limits of size, time and memory, and checking it against the document.

use std::io::Read;
use std::pin::pin;
use std::sync::Arc;

use flate2::read::MultiGzDecoder;
use futures::future::poll_fn;
use hyper::body::{Body as _, Bytes};
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Body, Request};
use serde_json::Value;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::routes::{BodyRule, Operation};
use super::schema::Schemas;
use super::{json, room};
use crate::idempotency::{IDEMPOTENCY_KEY, RequestFingerprint, fingerprint};
use crate::options::HttpOptions;
use crate::problem::Problem;
use crate::server::Arrival;

/// The largest body of an operation that takes no bearer token: strangers send an address and a password, not a book.
const MAX_PUBLIC_BYTES: usize = 64 * 1024;
/// So much of a body is read whatever others are sending.
const FREE_BYTES: usize = 16 * 1024;
/// So much of all bodies that are larger is in memory at once, in KiB.
const SHARED_KIB: usize = 64 * 1024;
const KIB: usize = 1024;

/// Memory for bodies that are being read.
#[derive(Debug)]
pub(super) struct BodyMemory(Arc<Semaphore>);

impl Default for BodyMemory {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(SHARED_KIB)))
    }
}

/// A body that was read, and the memory it has.
#[derive(Debug)]
pub(super) struct ReadBody {
    bytes: Bytes,
    _memory: Option<OwnedSemaphorePermit>,
}

/// What a body may be, in memory and time.
pub(super) struct Reading<'a> {
    pub(super) operation: &'a Operation,
    pub(super) options: &'a HttpOptions,
    pub(super) memory: &'a BodyMemory,
}

impl Reading<'_> {
    /// Reads the whole body, inflated where it was deflated.
    pub(super) async fn read(&self, request: &mut Request) -> Result<ReadBody, Problem> {
        let is_gzip = is_gzip(request)?;
        let limit = if self.operation.is_secured {
            self.options.max_body_bytes
        } else {
            self.options.max_body_bytes.min(MAX_PUBLIC_BYTES)
        };
        let announced = request.header(header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        if announced.is_some_and(|length| usize::try_from(length).map_or(true, |length| length > limit)) {
            return Err(too_large(limit));
        }
        let body = request.take_body();
        let awaited = request.data::<Arrival>().map(Arrival::await_body);
        let read = timeout(self.options.body_timeout(), self.collect(body, limit)).await;
        drop(awaited);
        let mut body = read.map_err(|_| too_slow(self.options))??;
        if is_gzip && !body.bytes.is_empty() {
            body.bytes = inflate(&body.bytes, limit)?;
            // What the handler reads is no longer encoded.
            request.headers_mut().remove(header::CONTENT_ENCODING);
        }
        Ok(body)
    }

    async fn collect(&self, body: Body, limit: usize) -> Result<ReadBody, Problem> {
        let mut body = pin!(into_frames(body));
        let mut memory: Option<OwnedSemaphorePermit> = None;
        // Most bodies come in one piece, which then needs no copy.
        let (mut first, mut rest) = (Bytes::new(), Vec::new());
        while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
            let Ok(piece) = frame.map_err(|_| interrupted())?.into_data() else { continue };
            let size = first.len() + rest.len() + piece.len();
            if size > limit {
                return Err(too_large(limit));
            }
            self.grow(&mut memory, size)?;
            if first.is_empty() {
                first = piece;
            } else {
                rest.extend_from_slice(&piece);
            }
        }
        let bytes = if rest.is_empty() { first } else { [first.as_ref(), &rest].concat().into() };
        Ok(ReadBody { bytes, _memory: memory })
    }

    /// Takes the memory that a body of `size` bytes needs beyond what is free.
    fn grow(&self, memory: &mut Option<OwnedSemaphorePermit>, size: usize) -> Result<(), Problem> {
        let needed = size.saturating_sub(FREE_BYTES).div_ceil(KIB);
        let held = memory.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
        let Some(more) = needed.checked_sub(held).filter(|more| *more > 0) else { return Ok(()) };
        let more = u32::try_from(more).map_err(|_| room::overloaded())?;
        let more = Arc::clone(&self.memory.0).try_acquire_many_owned(more).map_err(|_| room::overloaded())?;
        match memory {
            Some(held) => held.merge(more),
            None => *memory = Some(more),
        }
        Ok(())
    }
}

/// The frames of a body.
fn into_frames(body: Body) -> impl hyper::body::Body<Data = Bytes, Error = std::io::Error> {
    let frames: hyper::Response<_> = poem::Response::from(body).into();
    frames.into_body()
}

impl ReadBody {
    /// Checks the body against the document and puts it back, so that nothing else ever reaches a handler.
    pub(super) fn admit(
        self,
        request: &mut Request,
        rule: Option<&BodyRule>,
        schemas: &Schemas,
    ) -> Result<(), Problem> {
        let mut bytes = self.bytes;
        let json = match rule {
            Some(rule) => {
                if bytes.is_empty() && rule.may_be_missing {
                    bytes = Bytes::from_static(b"{}");
                    let json = HeaderValue::from_static("application/json");
                    request.headers_mut().insert(header::CONTENT_TYPE, json);
                }
                check(request, rule, schemas, &bytes)?
            }
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
        return Err(unsupported(rule, "the request has no Content-Type that can be read"));
    };
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !rule.content_types.contains(&essence) {
        return Err(unsupported(rule, &format!("the Content-Type {essence} is not supported")));
    }
    let Some(schema) = rule.json.as_ref().filter(|_| essence == "application/json") else { return Ok(None) };
    if bytes.is_empty() && !rule.is_required {
        return Ok(None);
    }
    let json::Read { value, refused } = json::read(bytes).map_err(|error| {
        Problem::malformed("request.malformed_body", format!("the body is not JSON: {error}"))
    })?;
    let mut errors = value.as_ref().map_or_else(Vec::new, |value| schemas.check(schema, value));
    // What the document says about a place is more than that its number is not kept.
    errors.extend(
        refused
            .into_iter()
            .filter(|one| errors.iter().all(|other| other.field != one.field))
            .collect::<Vec<_>>(),
    );
    if errors.is_empty() { Ok(value) } else { Err(Problem::invalid("request.invalid_body", errors)) }
}

/// Whether the body is compressed by gzip, the one encoding that is taken (RFC 9110, section 8.4).
fn is_gzip(request: &Request) -> Result<bool, Problem> {
    let mut values = request.headers().get_all(header::CONTENT_ENCODING).iter();
    let text = match (values.next(), values.next()) {
        (None, _) => return Ok(false),
        (Some(value), None) => value.to_str().unwrap_or_default().trim(),
        (Some(_), Some(_)) => "",
    };
    if text.eq_ignore_ascii_case("identity") {
        return Ok(false);
    }
    if text.eq_ignore_ascii_case("gzip") || text.eq_ignore_ascii_case("x-gzip") {
        return Ok(true);
    }
    Err(Problem::with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE, "request.unsupported_encoding")
        .detail("the Content-Encoding is not supported: send the body as it is, or compressed once by gzip")
        .header(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, identity")))
}

fn inflate(bytes: &[u8], limit: usize) -> Result<Bytes, Problem> {
    let mut inflated = Vec::with_capacity(bytes.len().saturating_mul(4).min(limit));
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    MultiGzDecoder::new(bytes).take(most).read_to_end(&mut inflated).map_err(|error| {
        Problem::malformed("request.malformed_body", format!("the body is not gzip: {error}"))
    })?;
    if inflated.len() > limit {
        return Err(too_large(limit));
    }
    Ok(inflated.into())
}

fn interrupted() -> Problem {
    Problem::malformed("request.body_interrupted", "the body ended before it was complete")
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
