//! The points of the bus.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, EventConsumer, EventPublisher, Position, PublishError, Received};
use eop_core::kernel::event::Event;

use super::Point;

/// What a broker nearby takes for an acknowledgement, and the embedded log for a write.
const ACKNOWLEDGING: Duration = Duration::from_millis(3);

/// A publisher that may die before and after the broker acknowledged.
pub(super) struct CrashingPublisher(pub(super) Arc<dyn EventPublisher>);

#[async_trait]
impl EventPublisher for CrashingPublisher {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        let results = Point::PublishUnderWay.during(ACKNOWLEDGING, self.0.publish(events)).await;
        if results.iter().any(Result::is_ok) {
            Point::PublishAcknowledged.pass();
        }
        results
    }

    async fn is_available(&self) -> bool {
        self.0.is_available().await
    }
}

/// A consumer that may die around the storing of offsets.
pub(super) struct CrashingConsumer(pub(super) Arc<dyn EventConsumer>);

#[async_trait]
impl EventConsumer for CrashingConsumer {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Vec<Received>, BusError> {
        self.0.poll(limit, wait).await
    }

    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError> {
        Point::OffsetsBefore.pass();
        self.0.acknowledge(positions).await?;
        Point::OffsetsAfter.pass();
        Ok(())
    }

    async fn lag(&self) -> Option<u64> {
        self.0.lag().await
    }

    async fn close(&self) {
        self.0.close().await;
    }
}
