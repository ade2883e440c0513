//! The relay of a service as a background task, with its metrics.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use eop_core::kernel::bus::EventPublisher;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::outbox::{Outbox, OutboxStats};
use eop_core::kernel::relay::{Relay, RelaySettings, RelayStep, Renewal};
use eop_runtime::pulse::Pulse;
use eop_runtime::worker::Progress;
use eop_sql::{Database, SqlOutbox};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::lease::give_back;
use crate::metrics::Of;
use crate::{Host, crash, measured};

/// The longest that an event waits when the wake-up went to another instance.
const SWEEP: Duration = Duration::from_secs(1);
/// How often the lease is renewed during a step; it lasts three times as long.
const RENEW_EVERY: Duration = Duration::from_secs(1);
/// How long a renewal may take: a lost one is tried again before the lease ends.
const RENEW_WITHIN: Duration = Duration::from_secs(1);
/// How long a stopping process waits for the broker.
const GIVE_UP_AFTER: Duration = Duration::from_secs(3);
/// How often the outbox is measured.
const MEASURE_EVERY: Duration = Duration::from_secs(5);

/// The metrics of all relays of a process.
#[derive(Clone, Debug, Default)]
struct RelayFamilies {
    published: Family<Of, Counter>,
    deferred: Family<Of, Counter>,
    parked_total: Family<Of, Counter>,
    pending: Family<Of, Gauge>,
    parked: Family<Of, Gauge>,
    oldest_age_s: Family<Of, Gauge>,
}

impl RelayFamilies {
    fn registered(registry: &mut Registry) -> Self {
        let all = Self::default();
        let mut add = |name: &str, help: &str, family: &Family<Of, Counter>| {
            registry.register(name, help, family.clone());
        };
        add("eop_relay_published", "Events that the broker acknowledged", &all.published);
        add("eop_relay_deferred", "Events to be tried again", &all.deferred);
        add("eop_relay_parked", "Events set aside because the broker refuses them", &all.parked_total);
        let mut add = |name: &str, help: &str, family: &Family<Of, Gauge>| {
            registry.register(name, help, family.clone());
        };
        add("eop_outbox_pending", "Events that wait to be published", &all.pending);
        add("eop_outbox_parked", "Events set aside for an operator", &all.parked);
        let help = "Age of the oldest event that waits to be published";
        add("eop_outbox_oldest_age_seconds", help, &all.oldest_age_s);
        all
    }

    /// Those of one service, which are there from now on.
    fn of(&self, service: &str) -> RelayMetrics {
        let of = Of::service(service);
        RelayMetrics {
            published: self.published.get_or_create_owned(&of),
            deferred: self.deferred.get_or_create_owned(&of),
            parked_total: self.parked_total.get_or_create_owned(&of),
            pending: self.pending.get_or_create_owned(&of),
            parked: self.parked.get_or_create_owned(&of),
            oldest_age_s: self.oldest_age_s.get_or_create_owned(&of),
        }
    }
}

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

/// Runs the relay of `service` until the process stops: woken after each commit to its database, and by a sweep. It lives by
/// the database's time, as those on other machines do.
pub fn spawn(service: &str, host: &Host, database: &Database, publisher: Arc<dyn EventPublisher>) {
    let outbox: Arc<dyn Outbox> = Arc::new(SqlOutbox::new(database));
    let metrics = host.shared(RelayFamilies::registered).of(service);
    // Ids of later starts sort after those of earlier ones.
    let name = format!("{}#{}", host.instance, host.ids.next());
    let clock = database.clock();
    let relay = Arc::new(Relay::new(
        crash::outbox(Arc::clone(&outbox)),
        crash::publisher(measured::publisher(service, host, publisher)),
        Arc::clone(&clock),
        RelaySettings::named(name),
    ));
    spawn_publishing(service, host, relay, database.outbox_wake(), metrics.clone());
    spawn_measuring(service, host, (outbox, clock), metrics);
}

fn spawn_publishing(service: &str, host: &Host, relay: Arc<Relay>, wake: Arc<Notify>, metrics: RelayMetrics) {
    let shutdown = host.lifecycle.shutdown_token();
    let stopping = shutdown.clone();
    let worker = host.worker(service, "relay", SWEEP).with_backoff(SWEEP / 10, Duration::from_secs(5));
    host.lifecycle.spawn(worker.name.clone(), async move {
        let pulse = worker.pulse.clone();
        worker
            .run(shutdown, wake, || async {
                let step = step(&relay, &pulse, &stopping).await?;
                metrics.count(step);
                // What was deferred is not due yet: then the sweep decides.
                Ok::<_, StoreError>(if step.published > 0 { Progress::Worked } else { Progress::Idle })
            })
            .await;
        give_back(&worker.name, relay.release()).await;
        Ok::<_, Infallible>(())
    });
}

/// One step. It keeps the lease however long the broker takes, and is given up when the process stops and the broker still
/// does not answer: what was not marked then is published by the next relay.
async fn step(relay: &Relay, pulse: &Pulse, stopping: &CancellationToken) -> Result<RelayStep, StoreError> {
    let given_up = async {
        stopping.cancelled().await;
        sleep(GIVE_UP_AFTER).await;
    };
    tokio::select! {
        outcome = relay.step() => outcome,
        () = given_up => Ok(RelayStep::default()),
        never = keep_lease(relay, pulse) => match never {},
    }
}

/// Renews the lease beside a step. A renewal that fails does not end the step, which may be waiting for the broker: if the
/// lease is lost, another relay publishes what this one has in hand, and consumers take effect once.
async fn keep_lease(relay: &Relay, pulse: &Pulse) -> Infallible {
    let (mut answers, mut withheld) = (relay.answers(), false);
    loop {
        sleep(RENEW_EVERY).await;
        let now = relay.answers();
        if now != answers {
            pulse.beat(Duration::ZERO);
            answers = now;
        }
        match timeout(RENEW_WITHIN, relay.renew()).await {
            Ok(Ok(Renewal::Renewed)) => withheld = false,
            Ok(Ok(Renewal::Withheld)) if !withheld => {
                tracing::warn!(
                    "the relay gets no answer and keeps its lease no longer, so that another one goes on"
                );
                withheld = true;
            }
            Ok(Ok(Renewal::Withheld)) => {}
            Ok(Err(error)) => tracing::debug!(%error, "the relay's lease could not be renewed"),
            Err(_) => {
                tracing::debug!(limit = ?RENEW_WITHIN, "the renewal of the relay's lease was not answered");
            }
        }
    }
}

fn spawn_measuring(
    service: &str,
    host: &Host,
    (outbox, clock): (Arc<dyn Outbox>, Arc<dyn Clock>),
    metrics: RelayMetrics,
) {
    host.every(service, "outbox measure", MEASURE_EVERY, move || {
        let (outbox, clock, metrics) = (Arc::clone(&outbox), Arc::clone(&clock), metrics.clone());
        async move { outbox.stats().await.map(|stats| metrics.measure(stats, clock.now())) }
    });
}

#[cfg(test)]
mod tests;
