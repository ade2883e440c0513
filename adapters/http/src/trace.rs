//! The server span of a request, by the OpenTelemetry conventions for HTTP, and its place in a W3C trace.
//!
//! poem's own middleware binds another version of OpenTelemetry, whose global provider nobody configures, and labels
//! spans with whole URLs; so the span is made here.

use eop_core::kernel::id::IdGenerator;
use opentelemetry::Context;
use opentelemetry::trace::{SpanContext, SpanId, TraceContextExt, TraceFlags, TraceId, TraceState};
use poem::Request;
use poem::http::{HeaderMap, HeaderName};
use tracing::Span;
use tracing::field::Empty;
use tracing_opentelemetry::OpenTelemetrySpanExt;

/// The header that tells the client the trace.
pub const X_TRACE_ID: HeaderName = HeaderName::from_static("x-trace-id");
const TRACEPARENT: &str = "traceparent";

/// Reads a W3C `traceparent` (Trace Context level 1, section 3.2.2); `None` when it is not one, as the standard asks.
pub(crate) fn parse_traceparent(value: &str) -> Option<SpanContext> {
    let mut parts = value.trim().split('-');
    let (version, trace, span, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_hex = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    };
    let well_formed = is_hex(version, 2)
        && version != "ff"
        && is_hex(trace, 32)
        && is_hex(span, 16)
        && is_hex(flags, 2)
        && (version != "00" || parts.next().is_none());
    if !well_formed {
        return None;
    }
    let flags = TraceFlags::new(u8::from_str_radix(flags, 16).ok()?) & TraceFlags::SAMPLED;
    let context = SpanContext::new(
        TraceId::from_hex(trace).ok()?,
        SpanId::from_hex(span).ok()?,
        flags,
        true,
        TraceState::default(),
    );
    context.is_valid().then_some(context)
}

/// Writes a span context as `traceparent`.
fn write_traceparent(context: &SpanContext) -> String {
    format!("00-{}-{}-{:02x}", context.trace_id(), context.span_id(), context.trace_flags().to_u8())
}

/// The span of one request and what is said about it to others.
#[derive(Clone, Debug)]
pub(crate) struct ServerSpan {
    pub(crate) span: Span,
    /// The `traceparent` of this span, for what the request causes.
    pub(crate) traceparent: String,
    /// The trace, when it is being recorded: an exemplar of an unrecorded trace would lead nowhere.
    pub(crate) sampled_trace: Option<String>,
}

/// Opens the span of `request` to `service`, which matched `route`, below the caller's span if it sent one.
///
/// Without an OpenTelemetry layer the caller's `traceparent` is passed on, or an unsampled one is made, so that what
/// the request causes can still be correlated.
pub(crate) fn open(
    request: &Request,
    service: &str,
    route: Option<&str>,
    ids: &dyn IdGenerator,
) -> ServerSpan {
    let remote = remote_parent(request.headers());
    let method = request.method().as_str();
    let name = route.map_or_else(|| method.to_owned(), |route| format!("{method} {route}"));
    let span = tracing::info_span!(
        "http.request",
        otel.name = name,
        otel.kind = "server",
        service,
        otel.status_code = Empty,
        http.request.method = method,
        http.route = route,
        http.response.status_code = Empty,
        url.path = request.uri().path(),
        url.scheme = request.scheme().as_str(),
        client.address = Empty,
        user_agent.original = request.header("user-agent"),
        error.kind = Empty,
        request_id = Empty,
        trace_id = Empty,
    );
    if let Some(parent) = remote.clone() {
        // Fails only without an OpenTelemetry layer, and then there is no span to give a parent to.
        let _no_layer = span.set_parent(Context::new().with_remote_span_context(parent));
    }
    let own = span.context().span().span_context().clone();
    let context = if own.is_valid() { own } else { remote.unwrap_or_else(|| unrecorded(ids)) };
    let trace = context.trace_id().to_string();
    span.record("trace_id", trace.as_str());
    ServerSpan {
        span,
        traceparent: write_traceparent(&context),
        sampled_trace: context.is_sampled().then_some(trace),
    }
}

fn remote_parent(headers: &HeaderMap) -> Option<SpanContext> {
    let mut values = headers.get_all(TRACEPARENT).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => parse_traceparent(value.to_str().ok()?),
        _ => None,
    }
}

/// A span context of its own trace that nobody records.
fn unrecorded(ids: &dyn IdGenerator) -> SpanContext {
    let id = ids.next().as_u128();
    // The last eight bytes of a UUID are never all zero: they hold its variant.
    let span = u64::try_from(id & u128::from(u64::MAX)).unwrap_or(1);
    SpanContext::new(
        TraceId::from(id),
        SpanId::from(span),
        TraceFlags::default(),
        false,
        TraceState::default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    #[test]
    fn a_traceparent_is_read_and_written_equal() {
        assert_eq!(write_traceparent(&parse_traceparent(PARENT).unwrap()), PARENT);
        // A later version may add fields.
        assert!(parse_traceparent(&PARENT.replacen("00", "cc", 1).replace("-01", "-01-extra")).is_some());
    }

    #[test]
    fn what_is_not_one_is_ignored() {
        for value in [
            "",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra",
            "00-+af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        ] {
            assert!(parse_traceparent(value).is_none(), "{value:?}");
        }
    }
}
