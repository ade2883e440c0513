//! One line per request.

use poem::http::StatusCode;

use super::streams::{End, Outcome};
use crate::metrics::Finished;
use crate::request::RequestContext;

/// How much a request's line matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// A fault of ours.
    Fault,
    /// What somebody did.
    Deed,
    /// Probes, pages, and what was shed, which is counted and said once per second.
    Detail,
}

impl Weight {
    pub(super) fn of(status: StatusCode, is_plain: bool, is_shed: bool) -> Self {
        match (status.is_server_error(), is_plain) {
            _ if is_shed => Self::Detail,
            (true, _) => Self::Fault,
            (false, true) => Self::Detail,
            (false, false) => Self::Deed,
        }
    }
}

/// Writes the line of a request, within its span.
///
/// This is the one place where a fault of ours is logged, with its `cause`.
pub(super) fn answered(request: &Finished, context: &RequestContext, weight: Weight, cause: Option<&str>) {
    let status = request.status.as_u16();
    let duration_ms = request.duration.as_secs_f64() * 1000.0;
    let request_id = context.origin().request_id.as_deref();
    let (service, method, route) =
        (request.service.as_str(), request.method.as_str(), request.route.as_deref());
    let span = tracing::Span::current();
    span.record("http.response.status_code", status);
    if request.status.is_server_error() {
        span.record("otel.status_code", "ERROR");
        span.record("error.kind", status);
    }
    match weight {
        Weight::Fault => {
            tracing::error!(
                service,
                method,
                route,
                status,
                duration_ms,
                request_id,
                error = cause,
                "request answered"
            );
        }
        Weight::Deed => {
            tracing::info!(service, method, route, status, duration_ms, request_id, "request answered");
        }
        Weight::Detail => {
            tracing::debug!(service, method, route, status, duration_ms, request_id, "request answered");
        }
    }
}

/// Writes the line of a request that opened a stream, once that has ended: how long it lasted, and why no longer.
pub(super) fn ended(request: &Finished, context: &RequestContext, outcome: &Outcome) {
    let (service, method, route) =
        (request.service.as_str(), request.method.as_str(), request.route.as_deref());
    let status = request.status.as_u16();
    let duration_ms = request.duration.as_secs_f64() * 1000.0;
    let request_id = context.origin().request_id.as_deref();
    let (ended, events, error) = (outcome.end.as_str(), outcome.events, outcome.cause.as_deref());
    let span = tracing::Span::current();
    span.record("http.response.status_code", status);
    if outcome.end == End::Failed {
        span.record("otel.status_code", "ERROR");
        tracing::error!(
            service,
            method,
            route,
            status,
            duration_ms,
            request_id,
            ended,
            events,
            error,
            "stream ended"
        );
    } else {
        tracing::info!(
            service,
            method,
            route,
            status,
            duration_ms,
            request_id,
            ended,
            events,
            "stream ended"
        );
    }
}
