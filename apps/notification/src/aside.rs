//! Deliveries that cannot be read: counted, named by readiness, and taken up when they can be.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_assembly::Host;
use eop_assembly::part::Part;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::error::StoreError;
use eop_core::notification::model::Channel;
use eop_core::notification::port::DeliveryQueue;
use eop_http::ops::{Criticality, ReadinessCheck};
use eop_runtime::worker::Progress;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use tokio::sync::{Mutex, Notify};

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ChannelLabels {
    channel: &'static str,
}

/// How often deliveries that are set aside are looked at, a page of them: those of a newer version beside this one, or those
/// that somebody mended.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// Deliveries that are looked at together.
const PAGE: u16 = 200;

/// Looks at what is set aside until the process stops, and wakes the dispatchers by `planned` for what is due again.
pub(crate) fn spawn(
    host: &Host,
    queue: Arc<dyn DeliveryQueue>,
    clock: Arc<dyn Clock>,
    planned: Vec<Arc<Notify>>,
) {
    let (kept, freed) = (Gauge::<i64>::default(), Counter::<u64>::default());
    let waiting: Family<ChannelLabels, Gauge> = Family::default();
    host.register("notification", |registry| {
        let help = "Deliveries that could not be read and wait until they can be";
        registry.register("eop_deliveries_set_aside", help, kept.clone());
        let help = "Deliveries that wait for an attempt or are under way";
        registry.register("eop_deliveries_waiting", help, waiting.clone());
        let help = "Deliveries that had been set aside and are due again";
        registry.register("eop_deliveries_taken_up", help, freed.clone());
    });
    measure(host, Arc::clone(&queue), waiting);
    let worker = host.worker("notification", "deliveries set aside", LOOK_EVERY);
    let shutdown = host.lifecycle.shutdown_token();
    host.lifecycle.spawn(worker.name.clone(), async move {
        // Where the next page begins: what cannot be read still does not hide what comes after it.
        let place = Mutex::new(None);
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                let mut after = place.lock().await;
                let look = queue.take_up(*after, clock.now(), PAGE).await?;
                *after = look.next;
                kept.set(i64::try_from(queue.set_aside().await?).unwrap_or(i64::MAX));
                if look.freed == 0 {
                    return Ok(Progress::Idle);
                }
                freed.inc_by(look.freed);
                for dispatcher in &planned {
                    dispatcher.notify_one();
                }
                Ok::<_, StoreError>(Progress::Worked)
            })
            .await;
        Ok::<_, std::convert::Infallible>(())
    });
}

/// Counts what waits, channel by channel; one of which nothing waits is 0.
fn measure(host: &Host, queue: Arc<dyn DeliveryQueue>, waiting: Family<ChannelLabels, Gauge>) {
    host.every("notification", "deliveries measure", LOOK_EVERY, move || {
        let (queue, waiting) = (Arc::clone(&queue), waiting.clone());
        async move {
            let counts = queue.waiting().await?;
            for channel in Channel::ALL {
                let count = counts.iter().find(|(one, _)| one == channel).map_or(0, |(_, count)| *count);
                let labels = ChannelLabels { channel: channel.as_str() };
                waiting.get_or_create(&labels).set(i64::try_from(count).unwrap_or(i64::MAX));
            }
            Ok::<_, StoreError>(())
        }
    });
}

/// Readiness tells of what somebody is not told, because nobody can read it.
pub(crate) struct AsideCheck(pub(crate) Arc<dyn DeliveryQueue>);

#[async_trait]
impl ReadinessCheck for AsideCheck {
    fn name(&self) -> &'static str {
        Part::DeliveriesSetAside.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        match self.0.set_aside().await {
            Ok(0) => Ok(()),
            Ok(count) => Err(format!(
                "{count} deliveries cannot be read and are set aside: the log says why; a newer version takes up by \
                 itself what it can read"
            )),
            Err(error) => Err(error.to_string()),
        }
    }
}
