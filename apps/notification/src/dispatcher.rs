//! The loops that send: one per channel, so that a dead provider delays only its own.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::kernel::error::StoreError;
use eop_core::notification::service::dispatch::Dispatcher;
use eop_runtime::worker::{Progress, Worker};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use tokio::sync::Notify;

/// How often retries that became due are looked for.
const SWEEP: Duration = Duration::from_secs(1);

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    channel: &'static str,
    status: &'static str,
}

/// What became of deliveries, by channel and status.
#[derive(Clone, Debug, Default)]
pub(crate) struct DeliveryMetrics(Family<Labels, Counter>);

impl DeliveryMetrics {
    /// Registers the metrics at `host`.
    pub(crate) fn registered(host: &Host) -> Self {
        let metrics = Self::default();
        host.register("notification", |registry| {
            let help = "Deliveries that reached a status, after an attempt or without one";
            registry.register("eop_deliveries", help, metrics.0.clone());
        });
        metrics
    }
}

/// Runs `dispatcher` until the process stops: woken by `planned`, and by a sweep for retries.
pub(crate) fn spawn(
    host: &Host,
    channel: &'static str,
    dispatcher: Dispatcher,
    planned: Arc<Notify>,
    metrics: DeliveryMetrics,
) {
    let shutdown = host.lifecycle.shutdown_token();
    let worker = Worker::new(format!("{channel} dispatch"), SWEEP)
        .with_backoff(Duration::from_millis(100), Duration::from_secs(5));
    host.lifecycle.spawn(format!("{channel} dispatch"), async move {
        worker
            .run(shutdown, planned, || async {
                let reached = dispatcher.step().await?;
                for status in &reached {
                    metrics.0.get_or_create(&Labels { channel, status: status.as_str() }).inc();
                }
                Ok::<_, StoreError>(if reached.is_empty() { Progress::Idle } else { Progress::Worked })
            })
            .await;
        Ok::<_, std::convert::Infallible>(())
    });
}
