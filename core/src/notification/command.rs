//! What people ask of notification.

use super::error::NotificationError;
use super::model::Kind;
use super::port::NotificationFilter;
use crate::kernel::error::FieldError;
use crate::kernel::id::{DeadLetterId, DeliveryId};

/// Look for notifications.
#[derive(Clone, Debug, Default)]
pub struct FindNotifications {
    /// Of this kind, as it was typed; of any when absent.
    pub kind: Option<String>,
    /// Whatever else narrows them.
    pub filter: NotificationFilter,
}

impl From<NotificationFilter> for FindNotifications {
    fn from(filter: NotificationFilter) -> Self {
        Self { kind: None, filter }
    }
}

impl FindNotifications {
    /// What the store is asked for.
    ///
    /// # Errors
    /// `UnknownKind`, with the kinds that there are.
    pub fn into_filter(self) -> Result<NotificationFilter, NotificationError> {
        let Self { kind, filter } = self;
        let Some(name) = kind else { return Ok(filter) };
        let Some(kind) = Kind::named(&name) else {
            let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
            let message = format!("there is no kind `{name}`; there are {}", known.join(", "));
            let field = "kind".to_owned();
            return Err(NotificationError::UnknownKind(FieldError { field, code: "unknown", message }));
        };
        Ok(NotificationFilter { kind: Some(kind), ..filter })
    }
}

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
