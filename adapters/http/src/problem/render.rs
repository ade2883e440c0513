//! How a problem is written, and how it appears in the `OpenAPI` document.

use eop_core::kernel::error::FieldError;
use poem::error::ResponseError;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{IntoResponse, Response};
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::{ToJSON, Type};
use poem_openapi::{ApiResponse, Object};
use serde_json::Value;

use super::Problem;

/// The media type of problems.
pub(crate) const PROBLEM_JSON: &str = "application/problem+json";

/// What went wrong, as RFC 9457 describes it
///
/// Further members may follow, such as the current status of an order.
#[derive(Clone, Debug, Object)]
#[oai(rename = "Problem", skip_serializing_if_is_none)]
pub struct ProblemBody {
    /// Identifies the kind of problem: `urn:eop:problem:` and the code.
    #[oai(rename = "type")]
    pub kind: String,
    /// A short name for the kind of problem.
    pub title: String,
    /// The HTTP status.
    #[oai(validator(minimum(value = "400"), maximum(value = "599")))]
    pub status: i32,
    /// What went wrong this time, and what to do about it.
    pub detail: Option<String>,
    /// The path that was asked for.
    pub instance: Option<String>,
    /// A stable code for programs, such as `order.not_found`.
    pub code: String,
    /// The id of the request, as in `X-Request-Id`.
    pub request_id: Option<String>,
    /// The id of the trace, as in `X-Trace-Id`.
    pub trace_id: Option<String>,
    /// The refused values, when there are such.
    pub errors: Option<Vec<FieldProblem>>,
}

/// One value of a request that was refused
#[derive(Clone, Debug, Object)]
pub struct FieldProblem {
    /// Where: a JSON pointer into the body, such as `/lines/0/quantity`, or the name of a parameter.
    pub field: String,
    /// A stable code, such as `out_of_range`.
    pub code: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl From<&FieldError> for FieldProblem {
    fn from(error: &FieldError) -> Self {
        Self { field: error.field.clone(), code: error.code.to_owned(), message: error.message.clone() }
    }
}

impl Problem {
    /// The body as JSON.
    pub(crate) fn body(&self) -> Value {
        let inner = &self.0;
        let document = ProblemBody {
            kind: format!("urn:eop:problem:{}", inner.code),
            title: self.title(),
            status: i32::from(inner.status.as_u16()),
            detail: inner.detail.clone(),
            instance: inner.instance.clone(),
            code: inner.code.to_string(),
            request_id: inner.request_id.clone(),
            trace_id: inner.trace_id.clone(),
            errors: (!inner.errors.is_empty()).then(|| inner.errors.iter().map(FieldProblem::from).collect()),
        };
        let mut body = document.to_json().unwrap_or_default();
        if let Value::Object(members) = &mut body {
            for (name, value) in &inner.details {
                members.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
        body
    }
}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.0.status
    }

    fn as_response(&self) -> Response {
        let mut response = Response::builder()
            .status(self.0.status)
            .content_type(PROBLEM_JSON)
            .body(self.body().to_string());
        for (name, value) in &self.0.headers {
            response.headers_mut().insert(name.clone(), value.clone());
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        self.as_response()
    }
}

impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        let range = |status: &str, description| MetaResponse {
            description,
            status: None,
            status_range: Some(status.to_owned()),
            content: vec![MetaMediaType { content_type: PROBLEM_JSON, schema: ProblemBody::schema_ref() }],
            headers: Vec::new(),
        };
        MetaResponses {
            responses: vec![
                range("4XX", "The request was refused."),
                range("5XX", "The service could not answer."),
            ],
        }
    }

    fn register(registry: &mut Registry) {
        ProblemBody::register(registry);
    }
}
