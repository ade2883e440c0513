//! Every error that poem can raise, as a problem.

use eop_core::kernel::error::{ErrorKind, FieldError};
use poem::Error;
use poem::error::{MethodNotAllowedError, NotFoundError};
use poem::http::StatusCode;
use poem_openapi::error::{
    AuthorizationError, ContentTypeError, ParseParamError, ParsePathError, ParseRequestPayloadError,
};

use super::routes::Matched;
use crate::caller;
use crate::problem::Problem;

/// There is nothing at this path.
pub(super) fn no_route(path: &str) -> Problem {
    Problem::new(ErrorKind::NotFound, "route.not_found")
        .detail(format!("there is nothing at {path}: see /openapi.json for what there is"))
}

/// The path exists, but not for this method.
pub(super) fn no_method(matched: &Matched<'_>, method: &str) -> Problem {
    let route = matched.route;
    let allowed = route.allow.to_str().unwrap_or_default();
    Problem::with_status(StatusCode::METHOD_NOT_ALLOWED, "route.method_not_allowed")
        .detail(format!("{} does not know {method}: it knows {allowed}", route.template))
        .allow(&route.allow)
}

/// A handler panicked. The panic hook has logged where.
pub(super) fn panicked() -> Problem {
    Problem::new(ErrorKind::Internal, "internal")
}

/// The problem that an error of poem or of a handler stands for.
pub(super) fn problem_of(error: Error, matched: &Matched<'_>, path: &str, method: &str) -> Problem {
    let error = match error.downcast::<Problem>() {
        Ok(problem) => return problem,
        Err(error) => error,
    };
    if let Some(refused) = error.downcast_ref::<ParsePathError>() {
        // poem numbers path parameters; callers know them by name.
        let name = refused
            .name
            .strip_prefix("param")
            .and_then(|index| matched.parameters.get(index.parse::<usize>().ok()?))
            .map_or(refused.name, |(name, _)| name);
        return parameter("request.invalid_path", name, &refused.reason);
    }
    if let Some(refused) = error.downcast_ref::<ParseParamError>() {
        return parameter("request.invalid_parameter", refused.name, &refused.reason);
    }
    if let Some(refused) = error.downcast_ref::<ParseRequestPayloadError>() {
        return Problem::new(ErrorKind::Invalid, "request.invalid_body").detail(&refused.reason);
    }
    if let Some(refused) = error.downcast_ref::<ContentTypeError>() {
        return Problem::with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE, "request.unsupported_media_type")
            .detail(refused.to_string());
    }
    if error.is::<AuthorizationError>() {
        return caller::missing();
    }
    if error.is::<NotFoundError>() {
        return no_route(path);
    }
    if error.is::<MethodNotAllowedError>() {
        return no_method(matched, method);
    }
    other(&error)
}

fn parameter(code: &'static str, name: &str, reason: &str) -> Problem {
    Problem::malformed(code, format!("the parameter `{name}` cannot be read: {reason}"))
        .errors(vec![FieldError { field: name.to_owned(), code: "invalid", message: reason.to_owned() }])
}

fn other(error: &Error) -> Problem {
    let status = error.status();
    if status.is_client_error() {
        return Problem::with_status(status, "request.refused").detail(error.to_string());
    }
    Problem::new(ErrorKind::Internal, "internal").because(error.to_string())
}
