//! What people ask of notification.

use crate::kernel::id::{DeadLetterId, DeliveryId};

/// What an operator does to a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryAction {
    /// Send it again, whatever became of it.
    Resend,
    /// Do not send it any more.
    Cancel,
}

impl DeliveryAction {
    /// As shown and audited.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Resend => "resend",
            Self::Cancel => "cancel",
        }
    }
}

/// Do something to a delivery.
#[derive(Clone, Copy, Debug)]
pub struct ActOnDelivery {
    /// Which.
    pub delivery: DeliveryId,
    /// What.
    pub action: DeliveryAction,
}

/// Decide about a dead letter.
#[derive(Clone, Copy, Debug)]
pub struct ResolveDeadLetter {
    /// Which.
    pub letter: DeadLetterId,
    /// Process it after all (`true`), or give it up.
    pub replay: bool,
}
