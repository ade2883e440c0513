//! Log lines as JSON: one object per event, flat, with the ids that join it to its trace and request.

use std::fmt;
use std::io::Write as _;

use opentelemetry::Context as OtelContext;
use opentelemetry::trace::TraceContextExt;
use serde::ser::{SerializeMap, Serializer as _};
use serde_json::Value;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

use crate::redact::{REDACTED, is_secret_name};

/// Span fields that every event within the span carries: the request that it belongs to, and the service
/// where several share a process.
const INHERITED: [&str; 2] = ["request_id", "service"];

/// Names that the line itself uses; a field of such a name gets an underscore behind it.
const RESERVED: [&str; 5] = ["timestamp", "level", "target", "trace_id", "span_id"];

/// Writes each event as one line of JSON.
pub(super) struct JsonLines<W> {
    service: String,
    writer: W,
}

impl<W> JsonLines<W> {
    pub(super) fn new(service: &str, writer: W) -> Self {
        Self { service: service.to_owned(), writer }
    }
}

/// The inherited fields of a span, kept with the span.
struct Inherited(Vec<(&'static str, Value)>);

impl<S, W> Layer<S> for JsonLines<W>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
    W: for<'writer> MakeWriter<'writer> + 'static,
{
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        fields.0.retain(|(name, _)| INHERITED.contains(name));
        if let Some(span) = context.span(id) {
            span.extensions_mut().replace(Inherited(fields.0));
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        values.record(&mut fields);
        fields.0.retain(|(name, _)| INHERITED.contains(name));
        if let Some(span) = context.span(id)
            && let Some(Inherited(kept)) = span.extensions_mut().get_mut()
        {
            // The newest value of a name is the one that is read.
            kept.extend(fields.0);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let inherited = |name: &str| -> Option<Value> {
            context.event_scope(event)?.find_map(|span| {
                let extensions = span.extensions();
                let Inherited(kept) = extensions.get()?;
                kept.iter().rev().find(|(kept, _)| *kept == name).map(|(_, value)| value.clone())
            })
        };
        // An event that names its service says so once, as every line does.
        let service = fields.take("service").or_else(|| inherited("service"));
        let service = service.unwrap_or_else(|| Value::from(self.service.as_str()));
        let request = inherited("request_id").filter(|_| !fields.has("request_id"));
        if let Ok(line) = line(event, &fields, &service, request) {
            // There is nowhere to report that the log cannot be written.
            let _ = self.writer.make_writer_for(event.metadata()).write_all(&line);
        }
    }
}

fn line(
    event: &Event<'_>,
    fields: &Fields,
    service: &Value,
    request: Option<Value>,
) -> serde_json::Result<Vec<u8>> {
    let metadata = event.metadata();
    let mut timestamp = String::new();
    let _ = SystemTime.format_time(&mut Writer::new(&mut timestamp));

    let mut line = Vec::with_capacity(256);
    let mut serializer = serde_json::Serializer::new(&mut line);
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry("timestamp", &timestamp)?;
    map.serialize_entry("level", metadata.level().as_str())?;
    map.serialize_entry("target", metadata.target())?;
    map.serialize_entry("service", service)?;
    if let Some((trace, span)) = current_ids() {
        map.serialize_entry("trace_id", &trace)?;
        map.serialize_entry("span_id", &span)?;
    }
    if let Some(request) = request {
        map.serialize_entry("request_id", &request)?;
    }
    for (name, value) in &fields.0 {
        if RESERVED.contains(name) {
            map.serialize_entry(&format!("{name}_"), value)?;
        } else {
            map.serialize_entry(name, value)?;
        }
    }
    map.end()?;
    line.push(b'\n');
    Ok(line)
}

/// Trace and span id of the current span, when it has any.
fn current_ids() -> Option<(String, String)> {
    OtelContext::map_current(|context| {
        let span = context.span();
        let ids = span.span_context();
        ids.is_valid().then(|| (ids.trace_id().to_string(), ids.span_id().to_string()))
    })
}

/// Fields in the order in which they were given, secrets already replaced.
#[derive(Default)]
struct Fields(Vec<(&'static str, Value)>);

impl Fields {
    fn push(&mut self, field: &Field, value: impl Into<Value>) {
        // `log` records bring their own metadata as fields.
        if field.name().starts_with("log.") {
            return;
        }
        let value = if is_secret_name(field.name()) { Value::from(REDACTED) } else { value.into() };
        self.0.push((field.name(), value));
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let place = self.0.iter().position(|(known, _)| *known == name)?;
        Some(self.0.remove(place).1)
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == name)
    }
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.push(field, format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.push(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.push(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.push(field, value);
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.push(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.push(field, value);
    }

    fn record_error(&mut self, field: &Field, value: &(dyn std::error::Error + 'static)) {
        let mut text = value.to_string();
        let mut source = value.source();
        while let Some(cause) = source {
            text.push_str(": ");
            text.push_str(&cause.to_string());
            source = cause.source();
        }
        self.push(field, text);
    }
}
