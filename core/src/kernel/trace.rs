//! Spans that continue a trace begun elsewhere: by the request whose event is processed here.

use tracing::Span;

/// Makes spans as parts of a trace that came with a message.
pub trait Spans: Send + Sync {
    /// A span for `work`, as a child of the span that `traceparent` (W3C Trace Context) names.
    fn continued(&self, work: Work, traceparent: Option<&str>) -> Span;
}

/// What a span is about, by the messaging conventions of OpenTelemetry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Processing an event.
    Process,
    /// One attempt to deliver a notification.
    Deliver,
}

impl Work {
    /// The name of the span.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Process => "process event",
            Self::Deliver => "deliver notification",
        }
    }
}

/// Makes no spans: for tests and tools.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSpans;

impl Spans for NoSpans {
    fn continued(&self, _: Work, _: Option<&str>) -> Span {
        Span::none()
    }
}
