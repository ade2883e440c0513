//! Rate, errors and duration per route, for Prometheus.
//!
//! Every label is bounded: the method is a known one, the route a template of the document, the status a number.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use poem::http::{Method, StatusCode};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::exemplar::HistogramWithExemplars;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

use crate::requests::RecentRequests;

/// The registry that all parts of a process share.
pub type SharedRegistry = Arc<Mutex<Registry>>;

/// Seconds, as the OpenTelemetry conventions advise for `http.server.request.duration`.
const BUCKETS_S: [f64; 14] =
    [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    service: String,
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ServiceLabels {
    service: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct EndLabels {
    service: String,
    reason: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ReasonLabels {
    reason: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct TraceLabels {
    trace_id: String,
}

type Durations =
    Family<RequestLabels, HistogramWithExemplars<TraceLabels>, fn() -> HistogramWithExemplars<TraceLabels>>;

/// The HTTP metrics of a process, and the registry that `/metrics` prints.
///
/// Make one per registry and give a clone to each service: a metric may be registered only once.
#[derive(Clone, derive_more::Debug)]
#[debug("Metrics {{ .. }}")]
pub struct Metrics {
    registry: SharedRegistry,
    durations: Durations,
    in_flight: Family<ServiceLabels, Gauge>,
    shed: Family<ServiceLabels, Counter>,
    streams: Family<ServiceLabels, Gauge>,
    streams_ended: Family<EndLabels, Counter>,
    connections: Gauge,
    closed: Family<ReasonLabels, Counter>,
    /// Where requests are remembered, if somebody wants to see them.
    recent: Option<RecentRequests>,
}

impl Metrics {
    /// Registers the HTTP metrics in `registry`.
    #[must_use]
    pub fn new(registry: SharedRegistry) -> Self {
        let metrics = Self {
            registry,
            durations: Durations::new_with_constructor(|| HistogramWithExemplars::new(BUCKETS_S.into_iter())),
            in_flight: Family::default(),
            shed: Family::default(),
            streams: Family::default(),
            streams_ended: Family::default(),
            connections: Gauge::default(),
            closed: Family::default(),
            recent: None,
        };
        let mut registry = metrics.lock();
        registry.register(
            "http_server_request_duration_seconds",
            "Time from the first byte of a request to the head of its answer",
            metrics.durations.clone(),
        );
        registry.register(
            "http_server_requests_in_flight",
            "Requests that are being served",
            metrics.in_flight.clone(),
        );
        registry.register(
            "http_server_requests_shed",
            "Requests refused because too many were being served",
            metrics.shed.clone(),
        );
        registry.register(
            "http_server_streams",
            "Streams of events that are open, which are no requests in flight any more",
            metrics.streams.clone(),
        );
        registry.register(
            "http_server_streams_ended",
            "Streams of events that ended, by why",
            metrics.streams_ended.clone(),
        );
        registry.register(
            "http_server_connections",
            "Open connections of clients",
            metrics.connections.clone(),
        );
        registry.register(
            "http_server_connections_closed",
            "Connections that were closed because of a deadline or for lack of room",
            metrics.closed.clone(),
        );
        drop(registry);
        metrics
    }

    /// The same metrics, whose requests are remembered too.
    #[must_use]
    pub fn remembering(self, recent: RecentRequests) -> Self {
        Self { recent: Some(recent), ..self }
    }

    fn lock(&self) -> MutexGuard<'_, Registry> {
        // A panic while a metric is being registered leaves a registry that still prints.
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Everything in the registry as `OpenMetrics` text.
    ///
    /// # Errors
    /// When a metric of some part cannot be written.
    pub fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &self.lock())?;
        Ok(text)
    }

    /// Notes a finished request.
    pub(crate) fn observe(&self, request: &Finished) {
        let labels = RequestLabels {
            service: request.service.clone(),
            method: known_method(&request.method),
            route: request.route.as_deref().unwrap_or("none").to_owned(),
            status: request.status.as_u16(),
        };
        let exemplar = request.trace.as_ref().map(|trace| TraceLabels { trace_id: trace.clone() });
        self.durations.get_or_create(&labels).observe(request.duration.as_secs_f64(), exemplar, None);
        if let Some(recent) = &self.recent {
            recent.note(request, labels.method);
        }
    }

    /// Notes that a request of `service` was refused for lack of room.
    pub(crate) fn shed(&self, service: &str) {
        self.shed.get_or_create(&ServiceLabels { service: service.to_owned() }).inc();
    }

    /// Notes that there are so many connections more, or fewer.
    pub(crate) fn connections_changed(&self, by: i64) {
        self.connections.inc_by(by);
    }

    /// Notes that a connection was closed, or never opened, for this reason.
    pub(crate) fn connection_closed(&self, reason: &'static str) {
        self.closed.get_or_create(&ReasonLabels { reason }).inc();
    }

    /// Counts a request as being served until the guard is dropped.
    pub(crate) fn enter(&self, service: &str) -> Counted {
        Counted::in_gauge(self.in_flight.get_or_create_owned(&ServiceLabels { service: service.to_owned() }))
    }

    /// Counts a stream as open until the guard is dropped.
    pub(crate) fn stream_opened(&self, service: &str) -> Counted {
        Counted::in_gauge(self.streams.get_or_create_owned(&ServiceLabels { service: service.to_owned() }))
    }

    /// Notes why a stream ended.
    pub(crate) fn stream_ended(&self, service: &str, reason: &'static str) {
        self.streams_ended.get_or_create(&EndLabels { service: service.to_owned(), reason }).inc();
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new(SharedRegistry::default())
    }
}

/// A request that has been answered.
#[derive(Clone, Debug)]
pub(crate) struct Finished {
    pub(crate) service: String,
    pub(crate) method: Method,
    /// The template of the route; `None` when none matched.
    pub(crate) route: Option<Arc<str>>,
    pub(crate) status: StatusCode,
    pub(crate) duration: Duration,
    /// The trace, when it is being recorded.
    pub(crate) trace: Option<String>,
}

/// One of those that a gauge counts.
#[derive(Debug)]
pub(crate) struct Counted(Gauge);

impl Counted {
    fn in_gauge(gauge: Gauge) -> Self {
        gauge.inc();
        Self(gauge)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// The method, or `_OTHER`: clients can invent methods.
fn known_method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        Method::TRACE => "TRACE",
        Method::CONNECT => "CONNECT",
        _ => "_OTHER",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_carry_bounded_labels_and_an_exemplar() {
        let metrics = Metrics::default();
        metrics.observe(&Finished {
            service: "order".to_owned(),
            method: Method::from_bytes(b"BREW").unwrap(),
            route: None,
            status: StatusCode::NOT_FOUND,
            duration: Duration::from_millis(30),
            trace: Some("0af7651916cd43dd8448eb211c80319c".to_owned()),
        });
        let text = metrics.text().unwrap();
        assert!(text.contains(
            r#"http_server_request_duration_seconds_count{service="order",method="_OTHER",route="none",status="404"} 1"#
        ), "{text}");
        assert!(text.contains(r#"# {trace_id="0af7651916cd43dd8448eb211c80319c"} 0.03"#), "{text}");
    }

    #[test]
    fn requests_in_flight_are_counted_down() {
        let metrics = Metrics::default();
        let guard = metrics.enter("order");
        assert!(metrics.text().unwrap().contains(r#"http_server_requests_in_flight{service="order"} 1"#));
        drop(guard);
        assert!(metrics.text().unwrap().contains(r#"http_server_requests_in_flight{service="order"} 0"#));
    }
}
