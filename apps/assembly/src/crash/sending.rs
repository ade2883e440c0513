//! The points of sending mail.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::DeliveryId;
use eop_core::notification::model::Channel;
use eop_core::notification::port::{
    ClaimedDelivery, DeliveryQueue, DueClaim, NotificationChannel, Outgoing, SendOutcome, TakenUp,
};

use super::Point;

/// A conversation with a mail server nearby that takes its time, from the connection to its answer.
const HANDING_OVER: Duration = Duration::from_millis(60);

/// A queue whose worker may die with mails that it claimed.
pub(super) struct CrashingQueue(pub(super) Arc<dyn DeliveryQueue>);

#[async_trait]
impl DeliveryQueue for CrashingQueue {
    async fn claim_due(&self, claim: DueClaim<'_>) -> Result<Vec<ClaimedDelivery>, StoreError> {
        let claimed = self.0.claim_due(claim).await?;
        if claim.channel == Channel::Email && !claimed.is_empty() {
            Point::MailClaimed.pass();
        }
        Ok(claimed)
    }

    async fn take_back(&self, channel: Channel, holder: &str, now: Timestamp) -> Result<u64, StoreError> {
        self.0.take_back(channel, holder, now).await
    }

    async fn waiting(&self) -> Result<Vec<(Channel, u64)>, StoreError> {
        self.0.waiting().await
    }

    async fn set_aside(&self) -> Result<u64, StoreError> {
        self.0.set_aside().await
    }

    async fn take_up(
        &self,
        after: Option<DeliveryId>,
        now: Timestamp,
        limit: u16,
    ) -> Result<TakenUp, StoreError> {
        self.0.take_up(after, now, limit).await
    }
}

/// A channel whose worker may die around the hand-over of a mail.
pub(super) struct CrashingChannel(pub(super) Arc<dyn NotificationChannel>);

#[async_trait]
impl NotificationChannel for CrashingChannel {
    fn channel(&self) -> Channel {
        self.0.channel()
    }

    fn provider(&self) -> &str {
        self.0.provider()
    }

    fn deduplicates(&self) -> bool {
        self.0.deduplicates()
    }

    fn longest_hand_over(&self) -> Duration {
        self.0.longest_hand_over()
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        if self.channel() != Channel::Email {
            return self.0.send(message).await;
        }
        Point::HandOverBefore.pass();
        let outcome = Point::HandOverUnderWay.during(HANDING_OVER, self.0.send(message)).await;
        Point::HandOverAfter.pass();
        outcome
    }

    async fn is_available(&self) -> bool {
        self.0.is_available().await
    }
}
