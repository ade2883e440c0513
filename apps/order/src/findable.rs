//! Writes what orders are found by, a moment after they were placed or changed.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::page::{Cursor, PageRequest};
use eop_core::order::error::OrderError;
use eop_core::order::service::OrderService;
use eop_runtime::worker::Progress;
use parking_lot::Mutex;
use prometheus_client::metrics::counter::Counter;
use tokio::sync::Notify;
use tokio::time::Instant;

/// How often changes are looked for.
const SWEEP: Duration = Duration::from_secs(1);
/// Orders looked at in one step. Those of which much is to be written take a few tens of milliseconds.
const BATCH: u16 = 200;
/// Rests between steps, as a multiple of what the step took: four fifths of the time belong to those who place orders.
const REST: u32 = 4;
/// The longest rest: a stop waits for it.
const LONGEST_REST: Duration = Duration::from_millis(500);
/// So long after the time that it bears a change may become visible: a sweep begins so much before the one before it did.
const OVERLAP: chrono::Duration = chrono::Duration::seconds(10);

/// Runs until the process stops. The first sweep looks at every order, so that those of a version that knew nothing of it, and
/// those that were brought in, are found as well.
pub(crate) fn spawn(host: &Host, orders: Arc<OrderService>, clock: Arc<dyn Clock>) {
    let written = Counter::<u64>::default();
    host.register("order", |registry| {
        let help = "Times that it was written what an order is found by";
        registry.register("eop_orders_made_findable", help, written.clone());
    });
    let sweep = Sweep { orders, clock, place: Mutex::default(), written };
    let shutdown = host.lifecycle.shutdown_token();
    let worker = host.worker("order", "findable", SWEEP);
    host.lifecycle.spawn(worker.name.clone(), async move {
        worker.run(shutdown, Arc::new(Notify::new()), || sweep.step()).await;
        Ok::<_, std::convert::Infallible>(())
    });
}

/// A sweep over the changed orders, page by page.
struct Sweep {
    orders: Arc<OrderService>,
    clock: Arc<dyn Clock>,
    place: Mutex<Place>,
    written: Counter,
}

/// How far a sweep has come.
#[derive(Clone, Default)]
struct Place {
    /// What changed since then is looked at.
    since: Timestamp,
    /// When this sweep began.
    began: Timestamp,
    after: Option<Cursor>,
}

impl Sweep {
    async fn step(&self) -> Result<Progress, OrderError> {
        let mut place = self.place.lock().clone();
        if place.after.is_none() {
            place.began = self.clock.now();
        }
        let page = PageRequest { after: place.after.take(), ..PageRequest::first(BATCH) };
        let begun = Instant::now();
        let done = self.orders.make_findable(place.since, &page).await?;
        self.written.inc_by(u64::try_from(done.written).unwrap_or(u64::MAX));
        place.after = done.next;
        let progress = if place.after.is_some() {
            Progress::Worked
        } else {
            place.since = place.began - OVERLAP;
            Progress::Idle
        };
        *self.place.lock() = place;
        if matches!(progress, Progress::Worked) {
            tokio::time::sleep((begun.elapsed() * REST).min(LONGEST_REST)).await;
        }
        Ok(progress)
    }
}
