//! The points of the outbox.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::outbox::{Claim, Outbox, OutboxMessage, OutboxStats};

use super::Point;

/// An outbox whose relay may die after a claim and around a mark.
pub(super) struct CrashingOutbox(pub(super) Arc<dyn Outbox>);

#[async_trait]
impl Outbox for CrashingOutbox {
    async fn claim(&self, claim: Claim<'_>) -> Result<Vec<OutboxMessage>, StoreError> {
        let claimed = self.0.claim(claim).await?;
        if !claimed.is_empty() {
            Point::OutboxClaimed.pass();
        }
        Ok(claimed)
    }

    async fn mark_published(&self, positions: &[i64]) -> Result<(), StoreError> {
        Point::MarkBefore.pass();
        self.0.mark_published(positions).await?;
        Point::MarkAfter.pass();
        Ok(())
    }

    async fn defer(&self, positions: &[i64], error: &str, retry_at: Timestamp) -> Result<(), StoreError> {
        self.0.defer(positions, error, retry_at).await
    }

    async fn park(&self, position: i64, error: &str) -> Result<(), StoreError> {
        self.0.park(position, error).await
    }

    async fn release(&self, relay: &str) -> Result<(), StoreError> {
        self.0.release(relay).await
    }

    async fn stats(&self) -> Result<OutboxStats, StoreError> {
        self.0.stats().await
    }
}
