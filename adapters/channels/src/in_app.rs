//! Notices in the inbox within the product.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::id::UserId;
use eop_core::notification::model::{Channel, InboxItem};
use eop_core::notification::port::{Inbox, NotificationChannel, Outgoing, SendOutcome};
use uuid::Uuid;

use crate::excerpt;

/// Puts notices into an [`Inbox`], each delivery once.
#[derive(derive_more::Debug)]
#[debug("InAppChannel {{ .. }}")]
pub struct InAppChannel {
    inbox: Arc<dyn Inbox>,
    clock: Arc<dyn Clock>,
    longest_commit: Duration,
}

impl InAppChannel {
    /// Notices go into `inbox`, at the time of `clock`; a commit there takes no longer than `longest_commit`.
    #[must_use]
    pub fn new(inbox: Arc<dyn Inbox>, clock: Arc<dyn Clock>, longest_commit: Duration) -> Self {
        Self { inbox, clock, longest_commit }
    }
}

#[async_trait]
impl NotificationChannel for InAppChannel {
    fn channel(&self) -> Channel {
        Channel::InApp
    }

    fn provider(&self) -> &'static str {
        "inbox"
    }

    fn deduplicates(&self) -> bool {
        true
    }

    fn longest_hand_over(&self) -> Duration {
        self.longest_commit
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        let item = InboxItem {
            id: message.delivery,
            recipient: message.recipient.id,
            kind: message.kind,
            title: message.content.subject.clone(),
            body: message.content.text.clone(),
            order: message.order,
            created_at: self.clock.now(),
            read_at: None,
            archived_at: None,
        };
        match self.inbox.put(item).await {
            Ok(_) => SendOutcome::Accepted { reference: Some(message.delivery.to_string()), code: None },
            // Even if the outcome is unknown: the inbox takes a delivery once, so another try is harmless.
            Err(fault) => {
                SendOutcome::Temporary { code: None, detail: excerpt(&fault.to_string()), retry_after: None }
            }
        }
    }

    async fn is_available(&self) -> bool {
        self.inbox.count_unread(UserId(Uuid::nil())).await.is_ok()
    }
}
