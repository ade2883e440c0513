//! Calls off orders that waited too long for approval.

use std::sync::Arc;
use std::time::Duration;

use eop_assembly::Host;
use eop_core::order::error::OrderError;
use eop_core::order::service::OrderService;
use eop_runtime::worker::{Progress, Worker};
use tokio::sync::Notify;

/// How often overdue orders are looked for.
const SWEEP: Duration = Duration::from_mins(1);
/// Orders called off at once.
const BATCH: u16 = 100;

/// Runs until the process stops. Several instances may: an order expires once.
pub(crate) fn spawn(host: &Host, orders: Arc<OrderService>) {
    let shutdown = host.lifecycle.shutdown_token();
    let worker = Worker::new("order expiry", SWEEP);
    host.lifecycle.spawn("order expiry", async move {
        worker
            .run(shutdown, Arc::new(Notify::new()), || async {
                let expired = orders.expire_overdue(BATCH).await?;
                Ok::<_, OrderError>(if expired > 0 { Progress::Worked } else { Progress::Idle })
            })
            .await;
        Ok::<_, std::convert::Infallible>(())
    });
}
