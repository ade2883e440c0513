//! The loop that reads events and plans what follows from them.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::kernel::bus::EventConsumer;
use eop_core::notification::service::intake::{Intake, IntakeError};
use eop_runtime::worker::{Progress, Worker};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use tokio::sync::Notify;

/// How often the consumer's lag is measured.
const MEASURE_EVERY: Duration = Duration::from_secs(5);
/// A poll waits for messages itself; this only keeps an empty loop from spinning.
const PAUSE: Duration = Duration::from_millis(1);

/// Runs `intake` until the process stops, and wakes the dispatchers by `planned` when there is something to send.
pub(crate) fn spawn(
    host: &Host,
    intake: Intake,
    consumer: Arc<dyn EventConsumer>,
    planned: Vec<Arc<Notify>>,
) {
    let [processed, repeated, dead] = [Counter::default(), Counter::default(), Counter::<u64>::default()];
    let lag = Gauge::<i64>::default();
    host.register("notification", |registry| {
        registry.register("eop_intake_processed", "Events that took effect", processed.clone());
        registry.register("eop_intake_repeated", "Events that had taken effect before", repeated.clone());
        registry.register("eop_intake_dead_lettered", "Messages that cannot be processed", dead.clone());
        registry.register("eop_consumer_lag", "Messages that are not acknowledged yet", lag.clone());
    });
    let (shutdown, closing) = (host.lifecycle.shutdown_token(), Arc::clone(&consumer));
    let worker =
        Worker::new("event intake", PAUSE).with_backoff(Duration::from_millis(100), Duration::from_secs(5));
    host.lifecycle.spawn("event intake", async move {
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                let step = intake.step().await?;
                for (counter, count) in
                    [(&processed, step.processed), (&repeated, step.repeated), (&dead, step.dead)]
                {
                    counter.inc_by(u64::try_from(count).unwrap_or(u64::MAX));
                }
                if step.processed > 0 {
                    for dispatcher in &planned {
                        dispatcher.notify_one();
                    }
                }
                Ok::<_, IntakeError>(if step.processed > 0 { Progress::Worked } else { Progress::Idle })
            })
            .await;
        closing.close().await;
        Ok::<_, std::convert::Infallible>(())
    });
    let shutdown = host.lifecycle.shutdown_token();
    host.lifecycle.spawn("consumer lag", async move {
        while shutdown.run_until_cancelled(tokio::time::sleep(MEASURE_EVERY)).await.is_some() {
            if let Some(behind) = consumer.lag().await {
                lag.set(i64::try_from(behind).unwrap_or(i64::MAX));
            }
        }
        Ok::<_, std::convert::Infallible>(())
    });
}
