//! Mail that stays in the platform: the embedded mode shows it instead of sending it.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::id::DeliveryId;
use eop_core::notification::model::{Channel, Mail};
use eop_core::notification::port::{Mailbox, NotificationChannel, Outgoing, SendOutcome};
use uuid::Uuid;

use crate::excerpt;

/// Puts mail into a [`Mailbox`], each delivery once.
#[derive(derive_more::Debug)]
#[debug("MailboxChannel {{ .. }}")]
pub struct MailboxChannel {
    mailbox: Arc<dyn Mailbox>,
    clock: Arc<dyn Clock>,
    longest_commit: Duration,
}

impl MailboxChannel {
    /// Mail goes into `mailbox`, at the time of `clock`; a commit there takes no longer than `longest_commit`.
    #[must_use]
    pub fn new(mailbox: Arc<dyn Mailbox>, clock: Arc<dyn Clock>, longest_commit: Duration) -> Self {
        Self { mailbox, clock, longest_commit }
    }
}

#[async_trait]
impl NotificationChannel for MailboxChannel {
    fn channel(&self) -> Channel {
        Channel::Email
    }

    fn provider(&self) -> &'static str {
        "mailbox"
    }

    fn deduplicates(&self) -> bool {
        true
    }

    fn longest_hand_over(&self) -> Duration {
        self.longest_commit
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        let mail = Mail {
            id: message.delivery,
            to: message.recipient.email.clone(),
            subject: message.content.subject.clone(),
            text: message.content.text.clone(),
            html: message.content.html.clone(),
            received_at: self.clock.now(),
        };
        match self.mailbox.put(mail).await {
            Ok(_) => SendOutcome::Accepted { reference: Some(message.delivery.to_string()), code: None },
            // Even if the outcome is unknown: the mailbox takes a delivery once, so another try is harmless.
            Err(fault) => {
                SendOutcome::Temporary { code: None, detail: excerpt(&fault.to_string()), retry_after: None }
            }
        }
    }

    async fn is_available(&self) -> bool {
        self.mailbox.find(DeliveryId(Uuid::nil())).await.is_ok()
    }
}
