//! The loops that send: one per channel and lane, so that a dead provider delays only its own channel, and what guards an
//! account waits behind nothing else.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::kernel::error::StoreError;
use eop_core::notification::model::{Channel, DeliveryStatus, Lane};
use eop_core::notification::service::dispatch::Dispatcher;
use eop_runtime::worker::Progress;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use tokio::sync::{Mutex, Notify, OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// How often retries that became due are looked for.
const SWEEP: Duration = Duration::from_secs(1);
/// How long deliveries under way may take when the process stops, after the loop's own grace.
const GRACE: Duration = Duration::from_secs(4);

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
        // What has not happened is 0, so that a rate of it is known from the first time on.
        for channel in Channel::ALL {
            for status in DeliveryStatus::ALL {
                let labels = Labels { channel: channel.as_str(), status: status.as_str() };
                drop(metrics.0.get_or_create(&labels));
            }
        }
        metrics
    }

    fn count(&self, channel: &'static str, status: DeliveryStatus) {
        self.0.get_or_create(&Labels { channel, status: status.as_str() }).inc();
    }
}

/// Runs `dispatcher` until the process stops, a loop per lane: woken by what it gives for each, and by a sweep for retries.
/// What this instance held when it died is due first.
pub(crate) async fn spawn(
    host: &Host,
    dispatcher: Dispatcher,
    metrics: &DeliveryMetrics,
) -> Vec<Arc<Notify>> {
    let channel = dispatcher.channel();
    match dispatcher.take_back().await {
        Ok(0) => {}
        Ok(count) => {
            tracing::info!(%channel, count, "deliveries that this instance held when it died are taken back");
        }
        Err(error) => {
            tracing::warn!(%channel, %error, "what this instance held when it died waits out its lease");
        }
    }
    let dispatcher = Arc::new(dispatcher);
    let start = |lane: &Lane| {
        let wake = Arc::new(Notify::new());
        let shutdown = host.lifecycle.shutdown_token();
        let sending = Sending::new(Arc::clone(&dispatcher), *lane, metrics.clone());
        let name = format!("{} {lane} dispatch", dispatcher.channel());
        let worker = host
            .worker("notification", &name, SWEEP)
            .with_backoff(Duration::from_millis(100), Duration::from_secs(5));
        let planned = Arc::clone(&wake);
        host.lifecycle.spawn(worker.name.clone(), async move {
            worker.run(shutdown.clone(), planned, || sending.step(&shutdown)).await;
            sending.end().await;
            Ok::<_, std::convert::Infallible>(())
        });
        wake
    };
    Lane::ALL.iter().map(start).collect()
}

/// What one loop does: fills each slot as it comes free, so that a message that takes long keeps one slot and nothing else.
struct Sending {
    dispatcher: Arc<Dispatcher>,
    lane: Lane,
    metrics: DeliveryMetrics,
    slots: Arc<Semaphore>,
    under_way: Mutex<JoinSet<()>>,
}

impl Sending {
    fn new(dispatcher: Arc<Dispatcher>, lane: Lane, metrics: DeliveryMetrics) -> Self {
        let slots = Arc::new(Semaphore::new(dispatcher.settings().slots(lane).max(1).into()));
        Self { dispatcher, lane, metrics, slots, under_way: Mutex::default() }
    }

    /// Waits for a slot, claims what is due for all that are free by then, and lets each go its way.
    async fn step(&self, shutdown: &CancellationToken) -> Result<Progress, StoreError> {
        let mut under_way = self.under_way.lock().await;
        while let Some(ended) = under_way.try_join_next() {
            unless_panicked(ended);
        }
        for status in self.dispatcher.catch_up().await? {
            self.metrics.count(self.dispatcher.channel().as_str(), status);
        }
        let Some(slots) = shutdown.run_until_cancelled(self.free_slots()).await else {
            return Ok(Progress::Idle);
        };
        let asked = slots.len();
        let claimed = self.dispatcher.claim(self.lane, u16::try_from(asked).unwrap_or(u16::MAX)).await?;
        let found = claimed.len();
        for (one, slot) in claimed.into_iter().zip(slots) {
            let (dispatcher, metrics) = (Arc::clone(&self.dispatcher), self.metrics.clone());
            under_way.spawn(async move {
                match dispatcher.deliver(one).await {
                    Ok(Some(status)) => metrics.count(dispatcher.channel().as_str(), status),
                    Ok(None) => {}
                    Err(error) => tracing::warn!(%error, "what became of a delivery cannot be written now"),
                }
                drop(slot);
            });
        }
        // Fewer than there were slots for: there is nothing more now.
        Ok(if found < asked { Progress::Idle } else { Progress::Worked })
    }

    /// All slots that are free, at least one: while a claim is on its way more of them come free, which the next claim
    /// fills together.
    async fn free_slots(&self) -> Vec<OwnedSemaphorePermit> {
        let first = Arc::clone(&self.slots).acquire_owned().await;
        let mut slots: Vec<_> = first.into_iter().collect();
        while let Ok(one) = Arc::clone(&self.slots).try_acquire_owned() {
            slots.push(one);
        }
        slots
    }

    /// Waits for what is under way, as long as a stop allows: what does not end by then is interrupted, as by a crash.
    async fn end(self) {
        let mut under_way = self.under_way.into_inner();
        let ending = async {
            while let Some(ended) = under_way.join_next().await {
                unless_panicked(ended);
            }
        };
        if timeout(GRACE, ending).await.is_err() {
            let left = under_way.len();
            tracing::warn!(left, "deliveries under way did not end and are interrupted");
        }
    }
}

/// A delivery that panics stops the process, like any other task of it.
fn unless_panicked(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended
        && error.is_panic()
    {
        std::panic::resume_unwind(error.into_panic());
    }
}

#[cfg(test)]
mod tests;
