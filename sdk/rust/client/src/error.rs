//! What goes wrong in a call.

use std::fmt;
use std::time::Duration;

use reqwest::header::HeaderMap;
use serde_json::{Map, Value};

use crate::types::FieldProblem;

/// Whatever goes wrong in a call.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// A service refused, and says why.
    #[error(transparent)]
    Api(Box<ApiError>),
    /// No answer came: the network failed, or the connection ended too early. The request may have had its effect.
    #[error("no answer: {0}")]
    NoAnswer(String),
    /// The time for the call was over before there was an answer. The request may have had its effect.
    #[error("no answer in time")]
    DeadlineExceeded,
    /// The answer is not what the documents say.
    #[error("an answer that is not as documented: {0}")]
    Undocumented(String),
    /// What was to be sent lacks something, or cannot be sent.
    #[error("no request: {0}")]
    Request(String),
}

impl Error {
    /// What the service says, if it said something.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The family, if a service refused.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.api().map(|error| error.kind)
    }
}

/// A family of statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 400, 405, 408, 413, 414, 415, 421, 431: the request cannot be read.
    BadRequest,
    /// 401: nobody is signed in, or no longer.
    Unauthenticated,
    /// 403: the roles do not grant it.
    Forbidden,
    /// 404, 410: there is no such thing, or none that one may know of.
    NotFound,
    /// 409: the state of the thing does not allow it; `current_status` and `allowed_actions` of the problem say more.
    Conflict,
    /// 412, 428: there is a newer version than the one that the change is based on; `etag` is its.
    PreconditionFailed,
    /// 422: values are not acceptable; `errors` has each.
    Invalid,
    /// 429: too much; `retry_after` says when to come back.
    RateLimited,
    /// 5xx: a fault of the service, or a part of it is missing.
    ServerFault,
}

impl Kind {
    fn of(status: u16) -> Self {
        match status {
            401 => Self::Unauthenticated,
            403 => Self::Forbidden,
            404 | 410 => Self::NotFound,
            409 => Self::Conflict,
            412 | 428 => Self::PreconditionFailed,
            422 => Self::Invalid,
            429 => Self::RateLimited,
            500.. => Self::ServerFault,
            _ => Self::BadRequest,
        }
    }
}

/// What a service says of a request that it refuses (RFC 9457).
#[derive(Clone, Debug)]
pub struct ApiError {
    /// The family.
    pub kind: Kind,
    /// The HTTP status.
    pub status: u16,
    /// What programs act on, such as `order.transition_refused`; empty when the answer is no problem document.
    pub code: String,
    /// Says it to people.
    pub detail: String,
    /// Each refused value: `field` is a JSON pointer into the body, or the name of a parameter.
    pub errors: Vec<FieldProblem>,
    /// What to quote when asking the operators.
    pub request_id: Option<String>,
    /// The trace that the request belongs to.
    pub trace_id: Option<String>,
    /// When another try makes sense, if the service says.
    pub retry_after: Option<Duration>,
    /// The version of what is there now, with [`Kind::PreconditionFailed`].
    pub etag: Option<String>,
    /// All that the service says, with members of its own such as `current_status`.
    pub problem: Map<String, Value>,
}

impl std::error::Error for ApiError {}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.status, self.code, self.detail)
    }
}

impl ApiError {
    pub(crate) fn of(status: u16, headers: &HeaderMap, body: &[u8]) -> Self {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let is_json = header("content-type").is_some_and(|kind| kind.contains("json"));
        let problem: Map<String, Value> = if is_json { serde_json::from_slice(body).unwrap_or_default() } else { Map::new() };
        let text = |name: &str| problem.get(name).and_then(Value::as_str).map(str::to_owned);
        let errors = problem.get("errors").cloned().and_then(|errors| serde_json::from_value(errors).ok());
        Self {
            kind: Kind::of(status),
            status,
            code: text("code").unwrap_or_default(),
            detail: text("detail").or_else(|| text("title")).unwrap_or_default(),
            errors: errors.unwrap_or_default(),
            request_id: text("request_id").or_else(|| header("x-request-id")),
            trace_id: text("trace_id").or_else(|| header("x-trace-id")),
            retry_after: retry_after(headers),
            etag: header("etag"),
            problem,
        }
    }

    pub(crate) fn signed_out(detail: &str) -> Self {
        let problem = serde_json::json!({ "code": "sdk.signed_out", "title": "Signed out", "detail": detail });
        let mut headers = HeaderMap::new();
        headers.insert("content-type", reqwest::header::HeaderValue::from_static("application/json"));
        Self::of(401, &headers, problem.to_string().as_bytes())
    }
}

/// What `Retry-After` says. Of a date, which no service of the platform sends, nothing is known here.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    headers.get("retry-after")?.to_str().ok()?.parse().ok().map(Duration::from_secs)
}

impl From<ApiError> for Error {
    fn from(error: ApiError) -> Self {
        Self::Api(Box::new(error))
    }
}

impl From<progenitor_client::Error<()>> for Error {
    fn from(error: progenitor_client::Error<()>) -> Self {
        use progenitor_client::Error as Generated;
        match error {
            // The transport puts what went wrong into the answer, because the generated code hands on nothing else.
            Generated::UnexpectedResponse(response) => response
                .extensions()
                .get::<Self>()
                .cloned()
                .unwrap_or_else(|| Self::Undocumented(format!("status {}", response.status()))),
            Generated::InvalidResponsePayload(_, fault) => Self::Undocumented(fault.to_string()),
            Generated::InvalidRequest(what) | Generated::Custom(what) => Self::Request(what),
            Generated::CommunicationError(fault) | Generated::ResponseBodyError(fault) => Self::NoAnswer(reason_of(&fault)),
            other => Self::Undocumented(other.to_string()),
        }
    }
}

/// The innermost reason, which says most.
pub(crate) fn reason_of(fault: &reqwest::Error) -> String {
    let mut inner: &dyn std::error::Error = fault;
    while let Some(source) = inner.source() {
        inner = source;
    }
    inner.to_string()
}
