//! The loop that learns who the customers are.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::kernel::bus::EventConsumer;
use eop_core::order::service::customers::{Learning, LearningError};
use eop_runtime::worker::{Progress, Worker};
use prometheus_client::metrics::counter::Counter;
use tokio::sync::Notify;

/// A poll waits for messages itself; this only keeps an empty loop from spinning.
const PAUSE: Duration = Duration::from_millis(1);

/// Runs `learning` until the process stops, and then leaves the group of `consumer`.
pub(crate) fn spawn(host: &Host, learning: Learning, consumer: Arc<dyn EventConsumer>) {
    let [learnt, passed_over] = [Counter::default(), Counter::<u64>::default()];
    host.register("order", |registry| {
        registry.register("eop_customers_learnt", "Times that identity told of a person", learnt.clone());
        registry.register(
            "eop_customers_passed_over",
            "Messages about a person that cannot be read",
            passed_over.clone(),
        );
    });
    let shutdown = host.lifecycle.shutdown_token();
    let worker =
        Worker::new("customers", PAUSE).with_backoff(Duration::from_millis(100), Duration::from_secs(5));
    host.lifecycle.spawn("customers", async move {
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                let step = learning.step().await?;
                for (counter, count) in [(&learnt, step.learnt), (&passed_over, step.passed_over)] {
                    counter.inc_by(u64::try_from(count).unwrap_or(u64::MAX));
                }
                Ok::<_, LearningError>(if step.learnt > 0 { Progress::Worked } else { Progress::Idle })
            })
            .await;
        consumer.close().await;
        Ok::<_, std::convert::Infallible>(())
    });
}
