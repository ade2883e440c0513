//! Calls off orders that waited too long for approval.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_assembly::Host;
use eop_assembly::part::Part;
use eop_core::kernel::id::OrderId;
use eop_core::kernel::page::{Cursor, PageRequest};
use eop_core::order::error::OrderError;
use eop_core::order::service::OrderService;
use eop_http::ops::{Criticality, ReadinessCheck};
use eop_runtime::worker::Progress;
use parking_lot::Mutex;
use prometheus_client::metrics::gauge::Gauge;
use tokio::sync::Notify;

/// How often overdue orders are looked for.
const SWEEP: Duration = Duration::from_mins(1);
/// Orders called off at once.
const BATCH: u16 = 100;

/// Runs until the process stops. Several instances may: an order expires once. Gives what readiness asks.
pub(crate) fn spawn(host: &Host, orders: Arc<OrderService>) -> Arc<dyn ReadinessCheck> {
    let sweep = Arc::new(Sweep { orders, place: Mutex::default(), passed_over: Gauge::default() });
    host.register("order", |registry| {
        let help = "Overdue orders that could not be called off in the last sweep";
        registry.register("eop_expiry_passed_over", help, sweep.passed_over.clone());
    });
    let (shutdown, running) = (host.lifecycle.shutdown_token(), Arc::clone(&sweep));
    let worker = host.worker("order", "expiry", SWEEP);
    host.lifecycle.spawn(worker.name.clone(), async move {
        worker.run(shutdown, Arc::new(Notify::new()), || running.step()).await;
        Ok::<_, std::convert::Infallible>(())
    });
    sweep
}

/// A sweep over the overdue orders, page by page.
struct Sweep {
    orders: Arc<OrderService>,
    place: Mutex<Place>,
    passed_over: Gauge,
}

/// How far a sweep has come.
#[derive(Default)]
struct Place {
    after: Option<Cursor>,
    /// Passed over since the sweep began.
    passed_over: BTreeSet<OrderId>,
    /// Passed over in the sweep before.
    known: BTreeSet<OrderId>,
}

impl Sweep {
    async fn step(&self) -> Result<Progress, OrderError> {
        let after = self.place.lock().after.clone();
        let expiry = self.orders.expire_overdue(&PageRequest { after, ..PageRequest::first(BATCH) }).await?;
        let mut place = self.place.lock();
        for (order, error) in expiry.passed_over {
            if !place.known.contains(&order) {
                tracing::error!(%order, %error, "an overdue order cannot be called off: it is passed over");
            }
            place.passed_over.insert(order);
        }
        place.after = expiry.next;
        if place.after.is_some() {
            return Ok(Progress::Worked);
        }
        place.known = std::mem::take(&mut place.passed_over);
        self.passed_over.set(i64::try_from(place.known.len()).unwrap_or(i64::MAX));
        Ok(Progress::Idle)
    }
}

#[async_trait]
impl ReadinessCheck for Sweep {
    fn name(&self) -> &'static str {
        Part::OrderExpiry.name()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        let place = self.place.lock();
        match place.known.first() {
            None => Ok(()),
            Some(first) => Err(format!(
                "{} overdue orders cannot be called off, the first one is {first}: the log says why",
                place.known.len()
            )),
        }
    }
}
