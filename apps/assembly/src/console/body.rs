//! How the console is told.

use std::time::{Duration, SystemTime};

use eop_core::kernel::clock::{Timestamp as Instant, to_stored_precision};
use eop_http::requests::{RouteUse, SlowRequest};
use eop_http::types::{Int, Nullable, Text, Timestamp};
use eop_runtime::kept::{KeptLine, KeptSpan, Sample, TraceHead};
use poem_openapi::Object;

use super::Telemetry;

/// What a service did within one step, and how it was at its end
#[derive(Clone, Debug, Object)]
#[oai(rename = "SystemSample", skip_serializing_if_is_none)]
pub(super) struct SampleBody {
    /// When the step ended.
    at: Timestamp,
    /// How long it was, in milliseconds.
    lasted_ms: Int<u64>,
    /// Requests that were answered.
    requests: Int<u64>,
    /// Those of them that were answered with 500 and above.
    failed: Int<u64>,
    /// Half of the requests were answered within so many microseconds; null when there were none.
    median_us: Nullable<Int<u64>>,
    /// 99 of 100 requests were.
    p99_us: Nullable<Int<u64>>,
    /// Requests that were being served.
    in_flight: Int<u64>,
    /// Commits that were written.
    commits: Int<u64>,
    /// Events that the broker acknowledged.
    published: Int<u64>,
    /// Events that waited to be published.
    outbox_pending: Int<u64>,
    /// Events that waited for a decision.
    outbox_parked: Int<u64>,
    /// How long the oldest of them had waited, in milliseconds.
    outbox_oldest_ms: Int<u64>,
    /// Messages read from the bus.
    consumed: Int<u64>,
    /// Messages that were not acknowledged yet; null where nobody counts them.
    lag: Nullable<Int<u64>>,
    /// Deliveries that a provider took; null where nothing is delivered.
    delivered: Nullable<Int<u64>>,
    /// Attempts that did not deliver; null where nothing is delivered.
    undelivered: Nullable<Int<u64>>,
    /// Memory of the process, in bytes.
    memory: Int<u64>,
    /// Processor time that the process took, in milliseconds.
    processor_ms: Int<u64>,
}

/// How a route was used in the last hour
#[derive(Clone, Debug, Object)]
#[oai(rename = "RouteUse", skip_serializing_if_is_none)]
pub(super) struct RouteBody {
    /// The method.
    method: Text,
    /// The template of the route.
    route: Text,
    /// Requests that were answered.
    requests: Int<u64>,
    /// Those of them that were answered with 500 and above.
    failed: Int<u64>,
    /// How long one took on average, in microseconds.
    mean_us: Int<u64>,
    /// How long the slowest took.
    longest_us: Int<u64>,
}

/// A request that took long
#[derive(Clone, Debug, Object)]
#[oai(rename = "SlowRequest", skip_serializing_if_is_none)]
pub(super) struct SlowBody {
    /// The method.
    method: Text,
    /// The template of the route.
    route: Text,
    /// The status of the answer.
    status: Int<u16>,
    /// How long it took, in microseconds.
    took_us: Int<u64>,
    /// When it was answered.
    at: Timestamp,
    /// Its trace; null when it was not recorded.
    trace_id: Nullable<Text>,
}

/// A name and what it stands for
#[derive(Clone, Debug, Object)]
#[oai(rename = "NamedValue", skip_serializing_if_is_none)]
pub(super) struct NamedValue {
    /// The name.
    name: Text,
    /// What it stands for.
    value: Text,
}

/// A line of the log that tells of trouble
#[derive(Clone, Debug, Object)]
#[oai(rename = "TroubleLine", skip_serializing_if_is_none)]
pub(super) struct LineBody {
    /// When.
    at: Text,
    /// `WARN` or `ERROR`.
    level: Text,
    /// What it says.
    message: Text,
    /// The trace that it belongs to, if any.
    trace_id: Nullable<Text>,
    /// What else it says.
    fields: Vec<NamedValue>,
}

/// What a service remembers of the last hour
#[derive(Clone, Debug, Object)]
#[oai(rename = "System", skip_serializing_if_is_none)]
pub(super) struct SystemBody {
    /// The oldest first; the last one ends now.
    samples: Vec<SampleBody>,
    /// The busiest first.
    routes: Vec<RouteBody>,
    /// At most three of each route, the slowest first.
    slowest: Vec<SlowBody>,
    /// The newest first.
    troubles: Vec<LineBody>,
}

/// What can be said of a service's part in a trace at a glance
#[derive(Clone, Debug, Object)]
#[oai(rename = "TraceHead", skip_serializing_if_is_none)]
pub(super) struct HeadBody {
    /// The trace.
    trace_id: Text,
    /// The name of the service's first span in it.
    name: Text,
    /// When that began.
    started_at: Timestamp,
    /// From then to the end of the last one, in microseconds.
    took_us: Int<u64>,
    /// How many spans there are.
    spans: Int<u64>,
    /// How many of them failed.
    failures: Int<u64>,
}

/// Traces
#[derive(Clone, Debug, Object)]
#[oai(rename = "TraceList", skip_serializing_if_is_none)]
pub(super) struct TraceList {
    /// The newest first.
    items: Vec<HeadBody>,
}

/// One span of a trace
#[derive(Clone, Debug, Object)]
#[oai(rename = "Span", skip_serializing_if_is_none)]
pub(super) struct SpanBody {
    /// The trace.
    trace_id: Text,
    /// The span, 16 hexadecimal digits.
    id: Text,
    /// The span that it is a part of; null at the beginning of a trace.
    parent_id: Nullable<Text>,
    /// What was done.
    name: Text,
    /// `server`, `client`, `producer`, `consumer` or `internal`.
    kind: Text,
    /// When it began.
    started_at: Timestamp,
    /// How long it took, in microseconds.
    took_us: Int<u64>,
    /// Whether it failed.
    failed: bool,
    /// What went wrong; null when it did not fail, or nobody said.
    failure: Nullable<Text>,
    /// What else is known.
    attributes: Vec<NamedValue>,
    /// Other traces that it belongs to as well, such as those of the requests that were written together.
    links: Vec<Text>,
}

/// Spans
#[derive(Clone, Debug, Object)]
#[oai(rename = "SpanList", skip_serializing_if_is_none)]
pub(super) struct SpanList {
    /// In the order of their beginnings.
    items: Vec<SpanBody>,
}

fn micros(time: Duration) -> Int<u64> {
    Int(u64::try_from(time.as_micros()).unwrap_or(u64::MAX))
}

fn millis(time: Duration) -> Int<u64> {
    Int(u64::try_from(time.as_millis()).unwrap_or(u64::MAX))
}

fn timestamp(at: SystemTime) -> Timestamp {
    Timestamp(to_stored_precision(Instant::from(at)))
}

fn named(pairs: Vec<(String, String)>) -> Vec<NamedValue> {
    pairs.into_iter().map(|(name, value)| NamedValue { name: Text(name), value: Text(value) }).collect()
}

impl SystemBody {
    pub(super) fn of(telemetry: &Telemetry) -> Self {
        Self {
            samples: telemetry.samples().into_iter().map(SampleBody::from).collect(),
            routes: telemetry.routes().into_iter().map(RouteBody::from).collect(),
            slowest: telemetry.slowest().into_iter().map(SlowBody::from).collect(),
            troubles: telemetry.lines().into_iter().map(LineBody::from).collect(),
        }
    }
}

impl TraceList {
    pub(super) fn of(telemetry: &Telemetry) -> Self {
        Self { items: telemetry.traces().into_iter().map(HeadBody::from).collect() }
    }
}

impl SpanList {
    pub(super) fn of<'a>(telemetry: &Telemetry, traces: impl IntoIterator<Item = &'a str>) -> Self {
        Self { items: telemetry.spans(traces).into_iter().map(SpanBody::from).collect() }
    }
}

impl From<Sample> for SampleBody {
    fn from(sample: Sample) -> Self {
        Self {
            at: timestamp(sample.at),
            lasted_ms: millis(sample.lasted),
            requests: Int(sample.requests),
            failed: Int(sample.failed),
            median_us: Nullable(sample.median.map(micros)),
            p99_us: Nullable(sample.p99.map(micros)),
            in_flight: Int(sample.in_flight),
            commits: Int(sample.commits),
            published: Int(sample.published),
            outbox_pending: Int(sample.outbox_pending),
            outbox_parked: Int(sample.outbox_parked),
            outbox_oldest_ms: millis(sample.outbox_oldest),
            consumed: Int(sample.consumed),
            lag: Nullable(sample.lag.map(Int)),
            delivered: Nullable(sample.delivered.map(Int)),
            undelivered: Nullable(sample.undelivered.map(Int)),
            memory: Int(sample.memory),
            processor_ms: millis(sample.processor),
        }
    }
}

impl From<RouteUse> for RouteBody {
    fn from(one: RouteUse) -> Self {
        let requests = u32::try_from(one.requests).unwrap_or(u32::MAX).max(1);
        Self {
            method: Text::from(one.method),
            route: Text::from(&*one.route),
            requests: Int(one.requests),
            failed: Int(one.failed),
            mean_us: micros(one.total / requests),
            longest_us: micros(one.longest),
        }
    }
}

impl From<SlowRequest> for SlowBody {
    fn from(one: SlowRequest) -> Self {
        Self {
            method: Text::from(one.method),
            route: Text::from(&*one.route),
            status: Int(one.status),
            took_us: micros(one.took),
            at: Timestamp(one.at),
            trace_id: Nullable(one.trace_id.map(Text)),
        }
    }
}

impl From<KeptLine> for LineBody {
    fn from(line: KeptLine) -> Self {
        Self {
            at: Text(line.at),
            level: Text(line.level),
            message: Text(line.message),
            trace_id: Nullable(line.trace_id.map(Text)),
            fields: named(line.fields),
        }
    }
}

impl From<TraceHead> for HeadBody {
    fn from(head: TraceHead) -> Self {
        let count = |count: usize| Int(u64::try_from(count).unwrap_or(u64::MAX));
        Self {
            trace_id: Text(head.trace_id),
            name: Text(head.name),
            started_at: timestamp(head.started),
            took_us: micros(head.took),
            spans: count(head.spans),
            failures: count(head.failures),
        }
    }
}

impl From<KeptSpan> for SpanBody {
    fn from(span: KeptSpan) -> Self {
        Self {
            trace_id: Text(span.trace_id),
            id: Text(span.id),
            parent_id: Nullable(span.parent.map(Text)),
            name: Text(span.name),
            kind: Text::from(span.kind),
            started_at: timestamp(span.started),
            took_us: micros(span.took),
            failed: span.failure.is_some(),
            failure: Nullable(span.failure.filter(|text| !text.is_empty()).map(Text)),
            attributes: named(span.attributes),
            links: span.links.into_iter().map(Text).collect(),
        }
    }
}
