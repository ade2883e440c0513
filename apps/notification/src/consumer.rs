//! The loop that reads events and plans what follows from them.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::kernel::bus::EventConsumer;
use eop_core::notification::port::Deferrals;
use eop_core::notification::service::intake::{Intake, IntakeError, IntakeStep};
use eop_runtime::worker::Progress;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use tokio::sync::Notify;

/// How often the consumer's lag is measured.
const MEASURE_EVERY: Duration = Duration::from_secs(5);
/// How often what an older version kept is looked for. It is looked for at the start too; after that only while an older
/// version still runs beside this one is there something new.
const TAKE_UP_EVERY: Duration = Duration::from_secs(15);
/// A poll waits for messages itself; this only keeps an empty loop from spinning.
const PAUSE: Duration = Duration::from_millis(1);

/// What intake did, counted.
#[derive(Clone, Default)]
struct Counters {
    processed: Counter,
    repeated: Counter,
    dead: Counter,
    deferred: Counter,
    kept: Gauge,
    lag: Gauge,
}

impl Counters {
    fn register(&self, host: &Host) {
        let (own, help) =
            (self.clone(), "Events kept here until a version that understands them takes them up");
        host.register("notification", |registry| {
            registry.register("eop_intake_processed", "Events that took effect", own.processed);
            registry.register("eop_intake_repeated", "Events that had taken effect before", own.repeated);
            registry.register("eop_intake_dead_lettered", "Messages that cannot be processed", own.dead);
            registry.register("eop_intake_deferred", "Events kept for a newer version", own.deferred);
            registry.register("eop_deferred_events", help, own.kept);
            registry.register("eop_consumer_lag", "Messages that are not acknowledged yet", own.lag);
        });
    }

    fn add(&self, step: IntakeStep) {
        for (counter, count) in [
            (&self.processed, step.processed),
            (&self.repeated, step.repeated),
            (&self.dead, step.dead),
            (&self.deferred, step.deferred),
        ] {
            counter.inc_by(u64::try_from(count).unwrap_or(u64::MAX));
        }
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Runs `intake` until the process stops, and wakes the dispatchers by `planned` when there is something to send.
pub(crate) fn spawn(
    host: &Host,
    intake: Intake,
    consumer: Arc<dyn EventConsumer>,
    deferrals: Arc<dyn Deferrals>,
    planned: Vec<Arc<Notify>>,
) {
    let counters = Counters::default();
    counters.register(host);
    let (intake, planned) = (Arc::new(intake), Arc::new(planned));
    read(host, &intake, &consumer, &planned, &counters);
    take_up(host, intake, deferrals, planned, &counters);
    host.every("notification", "consumer lag", MEASURE_EVERY, move || {
        let (consumer, counters) = (Arc::clone(&consumer), counters.clone());
        async move {
            if let Some(behind) = consumer.lag().await {
                counters.lag.set(number(behind));
            }
            Ok::<_, std::convert::Infallible>(())
        }
    });
}

/// Reads what comes from the bus.
fn read(
    host: &Host,
    intake: &Arc<Intake>,
    consumer: &Arc<dyn EventConsumer>,
    planned: &Arc<Vec<Arc<Notify>>>,
    counters: &Counters,
) {
    let (intake, planned, counters) = (Arc::clone(intake), Arc::clone(planned), counters.clone());
    let (shutdown, closing) = (host.lifecycle.shutdown_token(), Arc::clone(consumer));
    let worker = host
        .worker("notification", "event intake", PAUSE)
        .with_backoff(Duration::from_millis(100), Duration::from_secs(5));
    host.lifecycle.spawn(worker.name.clone(), async move {
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                let step = intake.step().await?;
                Ok::<_, IntakeError>(done(step, &planned, &counters))
            })
            .await;
        closing.close().await;
        Ok::<_, std::convert::Infallible>(())
    });
}

/// Takes up what an older version kept for this one.
fn take_up(
    host: &Host,
    intake: Arc<Intake>,
    deferrals: Arc<dyn Deferrals>,
    planned: Arc<Vec<Arc<Notify>>>,
    counters: &Counters,
) {
    let (shutdown, counters) = (host.lifecycle.shutdown_token(), counters.clone());
    let worker = host.worker("notification", "deferred events", TAKE_UP_EVERY);
    host.lifecycle.spawn(worker.name.clone(), async move {
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                let progress = done(intake.take_up().await?, &planned, &counters);
                counters.kept.set(number(deferrals.count().await?));
                Ok::<_, IntakeError>(progress)
            })
            .await;
        Ok::<_, std::convert::Infallible>(())
    });
}

fn done(step: IntakeStep, planned: &[Arc<Notify>], counters: &Counters) -> Progress {
    counters.add(step);
    if step.processed == 0 {
        return Progress::Idle;
    }
    for dispatcher in planned {
        dispatcher.notify_one();
    }
    Progress::Worked
}
