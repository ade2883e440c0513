//! The relay of a service as a background task, with its metrics.

use std::sync::Arc;
use std::time::Duration;

use eop_core::kernel::bus::EventPublisher;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::outbox::{Outbox, OutboxStats};
use eop_core::kernel::relay::{Relay, RelaySettings, RelayStep};
use eop_runtime::worker::{Progress, Worker};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::{Host, crash};

/// The longest that an event waits when the wake-up went to another instance.
const SWEEP: Duration = Duration::from_secs(1);
/// How often the lease is renewed during a step; it lasts three times as long.
const RENEW_EVERY: Duration = Duration::from_secs(1);
/// How long a stopping process waits for the broker.
const GIVE_UP_AFTER: Duration = Duration::from_secs(4);
/// How often the outbox is measured.
const MEASURE_EVERY: Duration = Duration::from_secs(5);
/// How often old rows are dropped.
const PURGE_EVERY: Duration = Duration::from_mins(1);

#[derive(Clone, Debug, Default)]
struct RelayMetrics {
    published: Counter,
    deferred: Counter,
    parked_total: Counter,
    pending: Gauge,
    parked: Gauge,
    oldest_age_s: Gauge,
}

impl RelayMetrics {
    fn register(&self, registry: &mut Registry) {
        registry.register(
            "eop_relay_published",
            "Events that the broker acknowledged",
            self.published.clone(),
        );
        registry.register("eop_relay_deferred", "Events to be tried again", self.deferred.clone());
        registry.register(
            "eop_relay_parked",
            "Events set aside because the broker refuses them",
            self.parked_total.clone(),
        );
        registry.register("eop_outbox_pending", "Events that wait to be published", self.pending.clone());
        registry.register("eop_outbox_parked", "Events set aside for an operator", self.parked.clone());
        registry.register(
            "eop_outbox_oldest_age_seconds",
            "Age of the oldest event that waits to be published",
            self.oldest_age_s.clone(),
        );
    }

    fn count(&self, step: RelayStep) {
        let add = |counter: &Counter, count: usize| counter.inc_by(u64::try_from(count).unwrap_or(u64::MAX));
        add(&self.published, step.published);
        add(&self.deferred, step.deferred);
        add(&self.parked_total, step.parked);
    }

    fn measure(&self, stats: OutboxStats, now: eop_core::kernel::clock::Timestamp) {
        self.pending.set(i64::try_from(stats.pending).unwrap_or(i64::MAX));
        self.parked.set(i64::try_from(stats.parked).unwrap_or(i64::MAX));
        self.oldest_age_s.set(stats.oldest_at.map_or(0, |at| (now - at).num_seconds().max(0)));
    }
}

/// Runs the relay of `service` until the process stops: woken by `wake` after each commit, and by a sweep.
pub fn spawn(
    service: &str,
    host: &Host,
    outbox: Arc<dyn Outbox>,
    publisher: Arc<dyn EventPublisher>,
    wake: Arc<Notify>,
) {
    let metrics = RelayMetrics::default();
    host.register(service, |registry| metrics.register(registry));
    let name = format!("{service}-{}", host.ids.next());
    let relay = Arc::new(Relay::new(
        crash::outbox(Arc::clone(&outbox)),
        crash::publisher(publisher),
        Arc::clone(&host.clock),
        RelaySettings::named(name),
    ));
    spawn_publishing(service, host, Arc::clone(&relay), wake, metrics.clone());
    spawn_measuring(service, host, outbox, metrics);
    spawn_purging(service, host, relay);
}

fn spawn_publishing(service: &str, host: &Host, relay: Arc<Relay>, wake: Arc<Notify>, metrics: RelayMetrics) {
    let shutdown = host.lifecycle.shutdown_token();
    let stopping = shutdown.clone();
    let worker =
        Worker::new(format!("{service} relay"), SWEEP).with_backoff(SWEEP / 10, Duration::from_secs(5));
    host.lifecycle.spawn(format!("{service} relay"), async move {
        worker
            .run(shutdown, wake, || async {
                let step = step(&relay, &stopping).await?;
                metrics.count(step);
                // What was deferred is not due yet: then the sweep decides.
                Ok::<_, StoreError>(if step.published > 0 { Progress::Worked } else { Progress::Idle })
            })
            .await;
        relay.release().await
    });
}

/// One step. It keeps the lease however long the broker takes, and is given up when the process stops and the broker still
/// does not answer: what was not marked then is published by the next relay.
async fn step(relay: &Relay, stopping: &CancellationToken) -> Result<RelayStep, StoreError> {
    let mut step = std::pin::pin!(relay.step());
    let mut given_up = std::pin::pin!(async {
        stopping.cancelled().await;
        tokio::time::sleep(GIVE_UP_AFTER).await;
    });
    loop {
        tokio::select! {
            outcome = &mut step => return outcome,
            () = &mut given_up => return Ok(RelayStep::default()),
            () = tokio::time::sleep(RENEW_EVERY) => relay.renew().await?,
        }
    }
}

fn spawn_measuring(service: &str, host: &Host, outbox: Arc<dyn Outbox>, metrics: RelayMetrics) {
    let (shutdown, clock) = (host.lifecycle.shutdown_token(), Arc::clone(&host.clock));
    host.lifecycle.spawn(format!("{service} outbox measure"), async move {
        while shutdown.run_until_cancelled(tokio::time::sleep(MEASURE_EVERY)).await.is_some() {
            // A database that does not answer is reported by readiness and by the relay.
            if let Ok(stats) = outbox.stats().await {
                metrics.measure(stats, clock.now());
            }
        }
        Ok::<_, std::convert::Infallible>(())
    });
}

fn spawn_purging(service: &str, host: &Host, relay: Arc<Relay>) {
    let shutdown = host.lifecycle.shutdown_token();
    let name = format!("{service} purge");
    host.lifecycle.spawn(name, async move {
        while shutdown.run_until_cancelled(tokio::time::sleep(PURGE_EVERY)).await.is_some() {
            match relay.purge().await {
                Ok(0) => {}
                Ok(rows) => tracing::debug!(rows, "old outbox and inbox rows purged"),
                Err(error) => tracing::warn!(%error, "old rows cannot be purged; it is tried again later"),
            }
        }
        Ok::<_, std::convert::Infallible>(())
    });
}
