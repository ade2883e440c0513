//! RFC 9457 problems: the one shape of every error that leaves a service, and the one place where a kind of error
//! becomes an HTTP status.

pub mod codes;
mod render;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use eop_core::kernel::commit::Version;
use eop_core::kernel::error::{DomainError, ErrorKind, FieldError};
use eop_core::kernel::throttle::Tally;
use poem::http::header::{ALLOW, ETAG, HeaderName, RETRY_AFTER, WWW_AUTHENTICATE};
use poem::http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::{Map, Value};

pub use render::{FieldProblem, ProblemBody};

use crate::request::RequestContext;

/// An error as it is sent: `application/problem+json` with a stable `code`.
///
/// Every [`DomainError`] converts into one, so handlers answer `Result<T, Problem>` and use `?`. The members that
/// depend on the request (`instance`, `request_id`, `trace_id`) are filled in by the edge.
#[derive(Clone, Debug)]
pub struct Problem(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    status: StatusCode,
    code: Cow<'static, str>,
    detail: Option<String>,
    errors: Vec<FieldError>,
    details: Map<String, Value>,
    headers: HeaderMap,
    instance: Option<String>,
    request_id: Option<String>,
    trace_id: Option<String>,
    /// What caused it, for the log alone: it may hold what is not the caller's.
    cause: Option<String>,
}

/// How much a window holds.
const RATELIMIT_LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
/// How much is left of it.
const RATELIMIT_REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
/// Seconds until the next window.
const RATELIMIT_RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// The status of each kind of error: the only such table in the repository.
#[must_use]
pub fn status_of(kind: ErrorKind) -> StatusCode {
    match kind {
        ErrorKind::Malformed => StatusCode::BAD_REQUEST,
        ErrorKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorKind::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorKind::Forbidden => StatusCode::FORBIDDEN,
        ErrorKind::NotFound => StatusCode::NOT_FOUND,
        ErrorKind::Conflict => StatusCode::CONFLICT,
        ErrorKind::Precondition => StatusCode::PRECONDITION_FAILED,
        ErrorKind::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
        ErrorKind::Limited => StatusCode::TOO_MANY_REQUESTS,
        ErrorKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl Problem {
    /// A problem of this kind and code, with the headers that its status calls for.
    #[must_use]
    pub fn new(kind: ErrorKind, code: impl Into<Cow<'static, str>>) -> Self {
        let problem = Self::with_status(status_of(kind), code);
        match kind {
            ErrorKind::Unauthenticated => {
                problem.header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
            }
            ErrorKind::Limited | ErrorKind::Unavailable => problem.retry_after(1),
            _ => problem,
        }
    }

    /// A problem of HTTP itself (405, 408, 413, 415), which no kind of domain error stands for.
    pub(crate) fn with_status(status: StatusCode, code: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            status,
            code: code.into(),
            detail: None,
            errors: Vec::new(),
            details: Map::new(),
            headers: HeaderMap::new(),
            instance: None,
            request_id: None,
            trace_id: None,
            cause: None,
        }))
    }

    /// The request cannot be read.
    #[must_use]
    pub fn malformed(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Malformed, code).detail(detail)
    }

    /// Values that are not acceptable, each with its place.
    #[must_use]
    pub fn invalid(code: &'static str, errors: Vec<FieldError>) -> Self {
        let detail = summary(&errors);
        Self::new(ErrorKind::Invalid, code).detail(detail).errors(errors)
    }

    /// What went wrong and what to do about it.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    /// The refused values.
    #[must_use]
    pub fn errors(mut self, errors: Vec<FieldError>) -> Self {
        self.0.errors = errors;
        self
    }

    /// One more member of the body.
    #[must_use]
    pub fn member(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.details.insert(name.into(), value.into());
        self
    }

    /// Seconds after which another try makes sense.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        self.header(RETRY_AFTER, HeaderValue::from(seconds))
    }

    /// The limit that was exceeded, as the three fields that clients know (draft-ietf-httpapi-ratelimit-headers-05; later
    /// drafts fold them into one that few read yet).
    #[must_use]
    pub fn rate_limit(self, tally: Tally) -> Self {
        self.header(RATELIMIT_LIMIT, HeaderValue::from(tally.limit.max))
            .header(RATELIMIT_REMAINING, HeaderValue::from(tally.remaining()))
            .header(RATELIMIT_RESET, HeaderValue::from(tally.resets_in_s()))
    }

    /// The version that the thing has now, as `ETag`.
    #[must_use]
    pub fn current_version(self, version: Version) -> Self {
        match HeaderValue::try_from(crate::preconditions::etag(version)) {
            Ok(value) => self.header(ETAG, value),
            Err(_) => self,
        }
    }

    /// One header of the answer.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.insert(name, value);
        self
    }

    /// The methods that the path knows, as `Allow`.
    pub(crate) fn allow(self, methods: &HeaderValue) -> Self {
        self.header(ALLOW, methods.clone())
    }

    /// What caused it, for the line of the request in the log.
    pub(crate) fn because(mut self, cause: String) -> Self {
        self.0.cause = Some(cause);
        self
    }

    /// The error and what caused it, outermost first; for a log only.
    pub(crate) fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// What went wrong and what to do about it, as people are told; nothing of a fault of ours.
    #[must_use]
    pub fn said(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// Fills in what depends on the request.
    pub(crate) fn of_request(mut self, context: &RequestContext, path: &str) -> Self {
        self.0.instance = Some(path.to_owned());
        self.0.request_id.clone_from(&context.origin().request_id);
        self.0.trace_id = context.origin().trace_id().map(str::to_owned);
        self
    }

    /// The id of the request, where nothing else is known of it.
    pub(crate) fn request_id(mut self, id: &str) -> Self {
        self.0.request_id = Some(id.to_owned());
        self
    }

    /// A short name for the code: `order.not_cancellable` reads `Order not cancellable`.
    fn title(&self) -> String {
        let mut title = self.0.code.replace(['.', '_'], " ");
        if let Some(first) = title.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        title
    }
}

/// One sentence for all refused values.
fn summary(errors: &[FieldError]) -> String {
    match errors {
        [] => "the request has values that are not acceptable".to_owned(),
        [only] if only.field.is_empty() => only.message.clone(),
        [only] => format!("{}: {}", only.field, only.message),
        [first, rest @ ..] => format!("{}: {} (and {} more)", first.field, first.message, rest.len()),
    }
}

/// The messages of an error and of what caused it, outermost first.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

impl<E: DomainError> From<E> for Problem {
    fn from(error: E) -> Self {
        let kind = error.kind();
        let problem = Self::new(kind, error.code());
        // A fault of ours is logged with its cause, once, where the request is (edge/log.rs).
        let problem = match kind {
            // The cause stays in the log.
            ErrorKind::Internal => return problem.because(chain(&error)),
            ErrorKind::Unavailable => problem.because(chain(&error)),
            _ => problem,
        };
        let fields = error.fields();
        let detail = if fields.is_empty() { error.to_string() } else { summary(fields) };
        let mut problem = problem.detail(detail).errors(fields.to_vec());
        problem.0.details = error.details();
        if let Some(tally) = error.exceeded() {
            problem = problem.rate_limit(tally);
        }
        if let Some(seconds) = error.retry_after_s() {
            problem = problem.retry_after(seconds);
        }
        match error.current_version() {
            Some(version) => problem.current_version(version),
            None => problem,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.detail {
            Some(detail) => write!(f, "{}: {detail}", self.0.code),
            None => f.write_str(&self.0.code),
        }
    }
}

impl Error for Problem {}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use eop_core::kernel::throttle::Limit;
    use thiserror::Error;

    use super::*;

    #[derive(Debug, Error)]
    #[error("refused because of {kind:?}")]
    struct Refused {
        kind: ErrorKind,
        #[source]
        source: std::io::Error,
    }

    impl DomainError for Refused {
        fn kind(&self) -> ErrorKind {
            self.kind
        }
        fn code(&self) -> &'static str {
            "order.not_cancellable"
        }
        fn current_version(&self) -> Option<Version> {
            (self.kind == ErrorKind::Precondition).then_some(Version(7))
        }
        fn retry_after_s(&self) -> Option<u64> {
            (self.kind == ErrorKind::Limited).then_some(30)
        }
        fn exceeded(&self) -> Option<Tally> {
            let limit = Limit { max: 5, window: Duration::from_mins(1) };
            let tally = Tally { limit, hits: 6, resets_in: Duration::from_millis(29_500) };
            (self.kind == ErrorKind::Limited).then_some(tally)
        }
    }

    fn of(kind: ErrorKind) -> Problem {
        Problem::from(Refused { kind, source: std::io::Error::other("secret path") })
    }

    fn header(problem: &Problem, name: &HeaderName) -> Option<String> {
        problem.0.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
    }

    #[test]
    fn each_kind_has_its_status() {
        let statuses = [
            (ErrorKind::Malformed, 400),
            (ErrorKind::Unauthenticated, 401),
            (ErrorKind::Forbidden, 403),
            (ErrorKind::NotFound, 404),
            (ErrorKind::Conflict, 409),
            (ErrorKind::Precondition, 412),
            (ErrorKind::Invalid, 422),
            (ErrorKind::PreconditionRequired, 428),
            (ErrorKind::Limited, 429),
            (ErrorKind::Internal, 500),
            (ErrorKind::Unavailable, 503),
        ];
        for (kind, status) in statuses {
            assert_eq!(of(kind).status().as_u16(), status, "{kind:?}");
        }
    }

    #[test]
    fn statuses_bring_their_headers() {
        assert_eq!(header(&of(ErrorKind::Unauthenticated), &WWW_AUTHENTICATE).as_deref(), Some("Bearer"));
        assert_eq!(header(&of(ErrorKind::Precondition), &ETAG).as_deref(), Some("\"7\""));
        assert_eq!(header(&of(ErrorKind::Limited), &RETRY_AFTER).as_deref(), Some("30"));
        for (name, value) in [(RATELIMIT_LIMIT, "5"), (RATELIMIT_REMAINING, "0"), (RATELIMIT_RESET, "30")] {
            assert_eq!(header(&of(ErrorKind::Limited), &name).as_deref(), Some(value), "{name}");
            assert_eq!(header(&of(ErrorKind::Conflict), &name), None, "{name}");
        }
        assert_eq!(header(&of(ErrorKind::Unavailable), &RETRY_AFTER).as_deref(), Some("1"));
    }

    #[test]
    fn an_internal_error_says_nothing_of_its_cause() {
        let body = serde_json::to_string(&of(ErrorKind::Internal).body()).unwrap();
        assert!(!body.contains("refused") && !body.contains("secret"), "{body}");
        let body = serde_json::to_string(&of(ErrorKind::Conflict).body()).unwrap();
        assert!(body.contains("refused because of Conflict") && !body.contains("secret"), "{body}");
    }

    #[test]
    fn the_body_has_the_members_of_rfc_9457() {
        let problem = of(ErrorKind::Conflict).member("current_status", "SHIPPED").errors(vec![FieldError {
            field: "/lines/0/quantity".into(),
            code: "out_of_range",
            message: "must be 1 to 10000".into(),
        }]);
        assert_eq!(
            problem.body(),
            serde_json::json!({
                "type": "urn:eop:problem:order.not_cancellable",
                "title": "Order not cancellable",
                "status": 409,
                "detail": "refused because of Conflict",
                "code": "order.not_cancellable",
                "current_status": "SHIPPED",
                "errors": [{"field": "/lines/0/quantity", "code": "out_of_range", "message": "must be 1 to 10000"}],
            })
        );
    }
}
