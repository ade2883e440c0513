//! The console: what a service remembers of its own work, for operators who have no Grafana and no store of traces at hand.
//!
//! In memory and bounded, off unless `EOP_CONSOLE` says otherwise. Each service tells of its own part, whether it shares its
//! process with others or not, so that whoever puts the parts together sees the same either way.

mod api;
mod body;
mod trace_id;

use std::sync::Arc;
use std::time::SystemTime;

use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::console::Console;
use eop_http::metrics::Metrics;
use eop_http::requests::{RecentRequests, RouteUse, SlowRequest};
use eop_runtime::kept::{Kept, KeptLine, KeptSpan, STEP, Sample, TraceHead, Vitals};
use tokio::time::{MissedTickBehavior, interval};

pub use self::api::{SystemApi, on};
use crate::Host;

/// How many of the slowest requests are told.
const SLOWEST: usize = 20;

/// What a process remembers, whichever services are in it. Clones share it.
#[derive(Clone, derive_more::Debug)]
pub struct Memory {
    kept: Kept,
    vitals: Vitals,
    requests: RecentRequests,
    metrics: Metrics,
    #[debug(skip)]
    clock: Arc<dyn Clock>,
}

impl Memory {
    /// A memory of what `kept` gets and of what `metrics` say; `clock` dates it.
    #[must_use]
    pub fn new(kept: Kept, metrics: &Metrics, clock: Arc<dyn Clock>) -> Self {
        let requests = RecentRequests::new(Arc::clone(&clock));
        let metrics = metrics.clone().remembering(requests.clone());
        Self { kept, vitals: Vitals::default(), requests, metrics, clock }
    }

    /// The metrics whose requests are remembered.
    #[must_use]
    pub fn metrics(&self) -> Metrics {
        self.metrics.clone()
    }

    /// Takes the figures as they are now.
    pub fn look(&self) {
        match self.metrics.text() {
            Ok(page) => self.vitals.take(&page, self.now()),
            Err(error) => tracing::warn!(%error, "the metrics cannot be read, so the console misses a step"),
        }
    }

    fn now(&self) -> SystemTime {
        SystemTime::from(self.clock.now())
    }
}

/// What a process remembers of one service.
#[derive(Clone, Debug)]
pub struct Telemetry {
    service: &'static str,
    memory: Memory,
}

impl Telemetry {
    /// What `memory` has of `service`.
    #[must_use]
    pub fn of(service: &'static str, memory: Memory) -> Self {
        Self { service, memory }
    }

    /// The figures of the last hour, step by step; the last one ends now.
    fn samples(&self) -> Vec<Sample> {
        let page = self.memory.metrics.text().unwrap_or_default();
        self.memory.vitals.of(self.service, &page, self.memory.now())
    }

    fn routes(&self) -> Vec<RouteUse> {
        self.memory.requests.routes(self.service)
    }

    fn slowest(&self) -> Vec<SlowRequest> {
        self.memory.requests.slowest(self.service, SLOWEST)
    }

    fn lines(&self) -> Vec<KeptLine> {
        self.memory.kept.lines.of(self.service)
    }

    fn traces(&self) -> Vec<TraceHead> {
        self.memory.kept.traces.heads(self.service)
    }

    fn spans<'a>(&self, traces: impl IntoIterator<Item = &'a str>) -> Vec<KeptSpan> {
        self.memory.kept.traces.spans(self.service, traces)
    }
}

/// The console of `service` in this process.
#[must_use]
pub fn console(service: &'static str, host: &Host, access: Arc<dyn AccessPolicy>) -> Arc<Console<Telemetry>> {
    let telemetry = host.memory.clone().map(|memory| Telemetry::of(service, memory));
    Arc::new(Console::new(telemetry, access))
}

/// Takes the figures at every step until the process stops.
pub(crate) fn spawn(host: &Host, memory: Memory) {
    let shutdown = host.lifecycle.shutdown_token();
    memory.look();
    host.lifecycle.spawn("console", async move {
        let mut steps = interval(STEP);
        steps.set_missed_tick_behavior(MissedTickBehavior::Delay);
        // The first one is at once, and was taken before.
        steps.tick().await;
        while shutdown.run_until_cancelled(steps.tick()).await.is_some() {
            memory.look();
        }
        Ok::<_, std::convert::Infallible>(())
    });
}
