//! One telling problem per status, written by the code that writes the real ones.

use eop_core::identity::port::TokenRefused;
use eop_core::kernel::access::{Denied, Permission};
use eop_core::kernel::error::{ErrorKind, FieldError, StoreError};
use poem::http::StatusCode;
use serde_json::Value;

use crate::caller;
use crate::problem::Problem;

/// The example for `status`: the one that the service tells, or else what every service says.
pub(super) fn of(status: &str, told: &[Problem]) -> Value {
    let own = told.iter().find(|problem| problem.status().as_str() == status).cloned();
    let mut body = own.unwrap_or_else(|| usual(status)).body();
    for (name, value) in [
        ("instance", "/api/v1/…"),
        ("request_id", "0192f0c1-8a2b-7c3d-8e4f-5a6b7c8d9e0f"),
        ("trace_id", "0af7651916cd43dd8448eb211c80319c"),
    ] {
        body[name] = value.into();
    }
    body
}

fn usual(status: &str) -> Problem {
    let field = |field: &str, code, message: &str| {
        vec![FieldError { field: field.to_owned(), code, message: message.to_owned() }]
    };
    match status {
        "400" => Problem::malformed("request.invalid_parameter", "the parameter `limit` must be 1 to 100")
            .errors(field("limit", "out_of_range", "must be 1 to 100")),
        "401" => caller::refused(&TokenRefused::Expired),
        "403" => Problem::new(ErrorKind::Forbidden, "access.denied")
            .detail(Denied { permission: Permission::ORDER_APPROVE }.to_string()),
        "413" => Problem::with_status(StatusCode::PAYLOAD_TOO_LARGE, "request.body_too_large")
            .detail("the body exceeds 1048576 bytes"),
        "415" => Problem::with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE, "request.unsupported_media_type")
            .detail("the Content-Type text/plain is not supported: send application/json"),
        "422" => Problem::invalid(
            "request.invalid_body",
            field("/lines/0/quantity", "out_of_range", "must be 1 to 10000"),
        ),
        "4XX" => Problem::with_status(StatusCode::REQUEST_TIMEOUT, "request.body_timeout")
            .detail("the body did not arrive within 15000 ms"),
        "503" => Problem::new(ErrorKind::Unavailable, "store.overloaded")
            .detail(StoreError::Overloaded.to_string()),
        // A fault of ours says nothing of its cause.
        "500" | "5XX" => Problem::new(ErrorKind::Internal, "internal"),
        // What these say differs from service to service: one that has them tells an example of its own.
        other => {
            let status = StatusCode::from_bytes(other.as_bytes()).unwrap_or(StatusCode::BAD_REQUEST);
            Problem::with_status(status, "request.refused")
        }
    }
}
