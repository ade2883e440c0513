//! Spans that continue the trace of an event, by OpenTelemetry.

use std::collections::HashMap;

use eop_core::kernel::trace::{Spans, Work};
use opentelemetry::global;
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

/// Makes spans whose parent is named by a W3C `traceparent`.
#[derive(Clone, Copy, Debug, Default)]
pub struct OtelSpans;

impl Spans for OtelSpans {
    fn continued(&self, work: Work, traceparent: Option<&str>) -> Span {
        let span = match work {
            Work::Process => tracing::info_span!("process event", otel.kind = "consumer"),
            Work::Deliver => tracing::info_span!("deliver notification", otel.kind = "client"),
        };
        if let Some(header) = traceparent {
            let carrier = HashMap::from([("traceparent".to_owned(), header.to_owned())]);
            let parent = global::get_text_map_propagator(|propagator| propagator.extract(&carrier));
            // Fails only when the span is not recorded; then there is nothing to continue.
            let _ = span.set_parent(parent);
        }
        span
    }
}
