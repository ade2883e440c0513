//! Spans that continue the trace of an event, by OpenTelemetry.

use std::collections::HashMap;

use eop_core::kernel::trace::{Spans, Work};
use opentelemetry::global;
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

/// Makes spans of one service, whose parent is named by a W3C `traceparent`.
#[derive(Clone, Copy, Debug)]
pub struct OtelSpans {
    /// The service.
    pub service: &'static str,
}

impl Spans for OtelSpans {
    fn continued(&self, work: Work, traceparent: Option<&str>) -> Span {
        let service = self.service;
        let span = match work {
            Work::Process => tracing::info_span!("process event", otel.kind = "consumer", service),
            Work::Deliver => tracing::info_span!("deliver notification", otel.kind = "client", service),
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
