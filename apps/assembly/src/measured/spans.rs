//! The publication of an event as a part of the trace that caused it.

use std::collections::HashMap;
use std::time::SystemTime;

use eop_core::kernel::bus::PublishError;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, Topic};
use opentelemetry::trace::{Span, SpanKind, Status, Tracer};
use opentelemetry::{KeyValue, global};

/// An event of a recorded trace on its way to the broker.
pub(super) struct Sending {
    /// Its place in the batch.
    place: usize,
    topic: Topic,
    id: String,
    traceparent: String,
}

impl Sending {
    /// The events of a batch whose traces are recorded: the last flag of a `traceparent` says so (W3C Trace Context,
    /// section 3.2.2.5). Without a collector there are none.
    pub(super) fn recorded(events: &[Event]) -> Vec<Self> {
        let of = |(place, event): (usize, &Event)| {
            let traceparent = event.traceparent.as_deref().filter(|header| header.ends_with("-01"))?;
            let (topic, id) = (event.topic, event.id.to_string());
            Some(Self { place, topic, id, traceparent: traceparent.to_owned() })
        };
        events.iter().enumerate().filter_map(of).collect()
    }

    /// It was `service`'s, took so long, as part of its batch, and ended like this. Attributes are those of OpenTelemetry's messaging
    /// conventions.
    pub(super) fn end(
        self,
        service: &str,
        results: &[Result<(), PublishError>],
        (begun, ended): (Timestamp, Timestamp),
    ) {
        let carrier = HashMap::from([("traceparent".to_owned(), self.traceparent)]);
        let parent = global::get_text_map_propagator(|propagator| propagator.extract(&carrier));
        let tracer = global::tracer("eop");
        let topic = self.topic.as_str();
        let mut span = tracer
            .span_builder(format!("send {topic}"))
            .with_kind(SpanKind::Producer)
            .with_start_time(SystemTime::from(begun))
            .with_attributes([
                KeyValue::new("service", service.to_owned()),
                KeyValue::new("messaging.operation.type", "send"),
                KeyValue::new("messaging.destination.name", topic),
                KeyValue::new("messaging.message.id", self.id),
                KeyValue::new(
                    "messaging.batch.message_count",
                    i64::try_from(results.len()).unwrap_or(i64::MAX),
                ),
            ])
            .start_with_context(&tracer, &parent);
        if let Some(Err(error)) = results.get(self.place) {
            span.set_status(Status::error(error.to_string()));
        }
        span.end_with_timestamp(SystemTime::from(ended));
    }
}
