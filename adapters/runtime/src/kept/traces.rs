//! The last traces, as the exporter sees them: each span when it ends, secrets replaced.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use opentelemetry::trace::{SpanId, SpanKind, Status, TraceId};
use opentelemetry::{Context, KeyValue};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{Span, SpanData, SpanProcessor};

use super::lines::shortened;
use crate::redact::{REDACTED, is_secret_name};

/// The most spans that are kept of one trace.
const MOST_SPANS: usize = 200;
/// The most attributes, and the most links, that are kept of one span.
const MOST_ATTRIBUTES: usize = 32;
/// A request that takes this long is worth keeping for longer than others.
const SLOW: Duration = Duration::from_millis(500);
/// What is asked to watch the process, by the beginning of its route: it would only show the watching.
const WATCHING: [&str; 3] = ["/health", "/metrics", "/api/v1/system"];

/// What a trace is about decides for how long it is kept: who reads much must not drive out what people did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    /// Somebody read something.
    #[default]
    Reading,
    /// Something was done.
    Deed,
    /// It failed or was slow.
    Trouble,
}

impl Worth {
    /// How many such traces are kept at most, and how many bytes they may have together.
    fn room(self) -> (usize, usize) {
        match self {
            Self::Reading => (100, 2 << 20),
            Self::Deed => (400, 8 << 20),
            Self::Trouble => (100, 4 << 20),
        }
    }
}

/// One span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSpan {
    /// The trace, 32 hexadecimal digits.
    pub trace_id: String,
    /// The span, 16 hexadecimal digits.
    pub id: String,
    /// The span that it is a part of.
    pub parent: Option<String>,
    /// The service whose work it is, if it says so.
    pub service: Option<String>,
    /// What was done.
    pub name: String,
    /// The kind, by the conventions of OpenTelemetry.
    pub kind: &'static str,
    /// When it began.
    pub started: SystemTime,
    /// How long it took.
    pub took: Duration,
    /// What went wrong; empty when it was not said.
    pub failure: Option<String>,
    /// What else is known, by name.
    pub attributes: Vec<(String, String)>,
    /// Traces that it also belongs to, such as those of the requests that were written together.
    pub links: Vec<String>,
}

/// What can be said of a trace at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceHead {
    /// The trace.
    pub trace_id: String,
    /// The name of its first span that is here.
    pub name: String,
    /// When that began.
    pub started: SystemTime,
    /// From then to the end of the last one.
    pub took: Duration,
    /// How many spans there are.
    pub spans: usize,
    /// How many of them failed.
    pub failures: usize,
}

#[derive(Debug, Default)]
struct Trace {
    spans: Vec<KeptSpan>,
    worth: Worth,
    bytes: usize,
    /// Its place among those of its worth: the smallest goes first.
    place: u64,
}

#[derive(Debug, Default)]
struct Store {
    traces: HashMap<TraceId, Trace>,
    order: BTreeMap<(Worth, u64), TraceId>,
    bytes: HashMap<Worth, usize>,
    counts: HashMap<Worth, usize>,
    next: u64,
}

impl std::hash::Hash for Worth {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
    }
}

/// The last traces. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct KeptTraces(Arc<Mutex<Store>>);

impl KeptTraces {
    /// The traces that `service` has a part in, the newest first: what can be said of that part.
    #[must_use]
    pub fn heads(&self, service: &str) -> Vec<TraceHead> {
        let store = self.lock();
        let mut heads: Vec<TraceHead> =
            store.traces.values().filter_map(|trace| trace.head(service)).collect();
        heads.sort_by(|a, b| b.started.cmp(&a.started).then_with(|| a.trace_id.cmp(&b.trace_id)));
        heads
    }

    /// The spans of `service` in these traces, in the order of their beginnings.
    #[must_use]
    pub fn spans<'a>(&self, service: &str, traces: impl IntoIterator<Item = &'a str>) -> Vec<KeptSpan> {
        let store = self.lock();
        let ids = traces.into_iter().filter_map(|id| TraceId::from_hex(id).ok());
        let known = ids.filter_map(|id| store.traces.get(&id));
        let mut spans: Vec<KeptSpan> =
            known.flat_map(|trace| &trace.spans).filter(|span| span.is_of(service)).cloned().collect();
        spans.sort_by(|a, b| a.started.cmp(&b.started).then_with(|| a.id.cmp(&b.id)));
        spans
    }

    /// Keeps a span.
    pub fn keep(&self, span: KeptSpan) {
        if let Ok(id) = TraceId::from_hex(&span.trace_id) {
            self.lock().keep(id, span);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Store> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Trace {
    fn head(&self, service: &str) -> Option<TraceHead> {
        let own = || self.spans.iter().filter(|span| span.is_of(service));
        let first = own().min_by_key(|span| span.started)?;
        let end = own().map(|span| span.started + span.took).max()?;
        Some(TraceHead {
            trace_id: first.trace_id.clone(),
            name: first.name.clone(),
            started: first.started,
            took: end.duration_since(first.started).unwrap_or_default(),
            spans: own().count(),
            failures: own().filter(|span| span.failure.is_some()).count(),
        })
    }
}

impl Store {
    fn keep(&mut self, id: TraceId, span: KeptSpan) {
        self.next += 1;
        let (next, worth, bytes) = (self.next, span.worth(), span.bytes());
        let trace = self.traces.entry(id).or_default();
        let is_new = trace.spans.is_empty();
        if trace.spans.len() >= MOST_SPANS {
            return;
        }
        if !is_new {
            self.order.remove(&(trace.worth, trace.place));
            *self.counts.entry(trace.worth).or_default() -= 1;
            *self.bytes.entry(trace.worth).or_default() -= trace.bytes;
        }
        trace.spans.push(span);
        trace.bytes += bytes;
        trace.worth = trace.worth.max(worth);
        trace.place = next;
        let worth = trace.worth;
        *self.counts.entry(worth).or_default() += 1;
        *self.bytes.entry(worth).or_default() += trace.bytes;
        self.order.insert((worth, next), id);
        self.make_room(worth);
    }

    fn make_room(&mut self, worth: Worth) {
        let (most, most_bytes) = worth.room();
        while self.counts.get(&worth).is_some_and(|count| *count > most)
            || self.bytes.get(&worth).is_some_and(|bytes| *bytes > most_bytes)
        {
            let first = self.order.range((worth, 0)..=(worth, u64::MAX)).next();
            let Some((place, id)) = first.map(|(place, id)| (*place, *id)) else { return };
            self.order.remove(&place);
            if let Some(gone) = self.traces.remove(&id) {
                *self.counts.entry(worth).or_default() -= 1;
                *self.bytes.entry(worth).or_default() -= gone.bytes;
            }
        }
    }
}

impl KeptSpan {
    fn of(span: SpanData) -> Self {
        let mut service = None;
        let mut attributes = Vec::new();
        for KeyValue { key, value, .. } in span.attributes {
            let name = key.as_str();
            if name == "service" {
                service = Some(value.as_str().into_owned());
            } else if attributes.len() < MOST_ATTRIBUTES {
                let secret = is_secret_name(name);
                let value = if secret { REDACTED.to_owned() } else { shortened(value.as_str().into_owned()) };
                attributes.push((name.to_owned(), value));
            }
        }
        let links = span.links.links.iter().take(MOST_ATTRIBUTES);
        Self {
            trace_id: span.span_context.trace_id().to_string(),
            id: span.span_context.span_id().to_string(),
            parent: (span.parent_span_id != SpanId::INVALID).then(|| span.parent_span_id.to_string()),
            service,
            name: shortened(span.name.into_owned()),
            kind: match span.span_kind {
                SpanKind::Client => "client",
                SpanKind::Server => "server",
                SpanKind::Producer => "producer",
                SpanKind::Consumer => "consumer",
                SpanKind::Internal => "internal",
            },
            started: span.start_time,
            took: span.end_time.duration_since(span.start_time).unwrap_or_default(),
            failure: match span.status {
                Status::Error { description } => Some(shortened(description.into_owned())),
                Status::Ok | Status::Unset => None,
            },
            attributes,
            links: links.map(|link| link.span_context.trace_id().to_string()).collect(),
        }
    }

    fn is_of(&self, service: &str) -> bool {
        self.service.as_deref() == Some(service)
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn is_watching(&self) -> bool {
        let path = self.attribute("http.route").or_else(|| self.attribute("url.path"));
        path.is_some_and(|path| WATCHING.iter().any(|start| path.starts_with(start)))
    }

    fn worth(&self) -> Worth {
        if self.failure.is_some() || (self.kind == "server" && self.took >= SLOW) {
            return Worth::Trouble;
        }
        match (self.kind, self.attribute("http.request.method")) {
            ("server", Some("GET" | "HEAD" | "OPTIONS")) => Worth::Reading,
            ("server" | "producer" | "consumer", _) => Worth::Deed,
            _ => Worth::Reading,
        }
    }

    /// About how much memory it takes.
    fn bytes(&self) -> usize {
        let texts = self.attributes.iter().map(|(name, value)| name.len() + value.len() + 48);
        256 + self.name.len() + texts.sum::<usize>() + self.links.len() * 56
    }
}

impl SpanProcessor for KeptTraces {
    fn on_start(&self, _: &mut Span, _: &Context) {}

    fn on_end(&self, span: SpanData) {
        let span = KeptSpan::of(span);
        if !span.is_watching() {
            self.keep(span);
        }
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(trace: u128, id: u64, of: &str) -> KeptSpan {
        KeptSpan {
            trace_id: TraceId::from(trace).to_string(),
            id: SpanId::from(id).to_string(),
            parent: None,
            service: Some(of.to_owned()),
            name: "POST /api/v1/orders".to_owned(),
            kind: "server",
            started: SystemTime::UNIX_EPOCH + Duration::from_secs(id),
            took: Duration::from_millis(20),
            failure: None,
            attributes: vec![("http.request.method".to_owned(), "POST".to_owned())],
            links: Vec::new(),
        }
    }

    fn read(trace: u128) -> KeptSpan {
        let attributes = vec![("http.request.method".to_owned(), "GET".to_owned())];
        KeptSpan { attributes, ..span(trace, 1, "order") }
    }

    fn hex(trace: u128) -> String {
        TraceId::from(trace).to_string()
    }

    #[test]
    fn each_service_tells_of_its_part() {
        let traces = KeptTraces::default();
        traces.keep(span(7, 3, "notification"));
        traces.keep(span(7, 1, "order"));
        traces.keep(KeptSpan { failure: Some(String::new()), ..span(7, 2, "order") });
        traces.keep(span(8, 9, "order"));
        let heads = traces.heads("order");
        assert_eq!(heads.iter().map(|head| head.trace_id.clone()).collect::<Vec<_>>(), [hex(8), hex(7)]);
        assert_eq!((heads[1].spans, heads[1].failures, heads[1].took), (2, 1, Duration::from_millis(1020)));
        let spans = traces.spans("order", [hex(7).as_str(), "nonsense"]);
        assert_eq!(
            spans.iter().map(|span| span.id.clone()).collect::<Vec<_>>(),
            [SpanId::from(1).to_string(), SpanId::from(2).to_string()]
        );
        assert_eq!(traces.heads("user"), []);
    }

    #[test]
    fn who_reads_much_drives_out_nothing_that_was_done() {
        let traces = KeptTraces::default();
        traces.keep(span(1, 1, "order"));
        for n in 0..10_000 {
            traces.keep(read(1000 + n));
        }
        assert_eq!(traces.spans("order", [hex(1).as_str()]).len(), 1);
        assert_eq!(traces.lock().traces.len(), 101);
        for n in 0..1000 {
            traces.keep(span(100_000 + n, 1, "order"));
        }
        assert!(traces.spans("order", [hex(1).as_str()]).is_empty(), "the oldest goes first");
        assert_eq!(traces.lock().traces.len(), 500);
    }

    #[test]
    fn what_failed_or_was_slow_is_kept_for_longer() {
        let traces = KeptTraces::default();
        traces.keep(KeptSpan { failure: Some("refused".to_owned()), ..read(1) });
        traces.keep(KeptSpan { took: SLOW, ..read(2) });
        for n in 0..2000 {
            traces.keep(span(1000 + n, 1, "order"));
        }
        assert_eq!(traces.spans("order", [hex(1).as_str(), hex(2).as_str()]).len(), 2);
    }

    #[test]
    fn memory_is_bounded_whatever_the_spans_hold() {
        let traces = KeptTraces::default();
        let attributes = vec![("x".to_owned(), "y".repeat(1000)); MOST_ATTRIBUTES];
        for trace in 0..60 {
            for id in 1..=(MOST_SPANS as u64 + 50) {
                traces.keep(KeptSpan { attributes: attributes.clone(), ..span(trace + 1, id, "order") });
            }
        }
        let store = traces.lock();
        assert!(store.traces.values().all(|trace| trace.spans.len() <= MOST_SPANS));
        let counted: usize = store.traces.values().map(|trace| trace.bytes).sum();
        let allowed: usize =
            [Worth::Reading, Worth::Deed, Worth::Trouble].iter().map(|worth| worth.room().1).sum();
        assert!(counted > 0 && counted <= allowed, "{counted} bytes of {allowed}");
        assert_eq!(store.order.len(), store.traces.len());
        assert_eq!(store.bytes.values().sum::<usize>(), counted);
    }
}
