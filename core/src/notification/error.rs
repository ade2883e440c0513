//! What can go wrong with notifications.

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::model::DeliveryStatus;
use crate::kernel::access::Denied;
use crate::kernel::commit::CommitError;
use crate::kernel::error::{DomainError, ErrorKind, FieldError, StoreError, error_codes};

/// Why something could not be done.
#[derive(Debug, Error)]
pub enum NotificationError {
    /// There is none, or none that the actor may see.
    #[error("there is no such thing, or none that you may see")]
    NotFound,
    /// The actor lacks the permission.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// No kind of notification is called so.
    #[error("{}", .0.message)]
    UnknownKind(FieldError),
    /// It is not an e-mail address.
    #[error("{}", .0.message)]
    InvalidAddress(FieldError),
    /// The delivery's status does not allow it.
    #[error("a delivery that is {} cannot be handled with `{action}`", status.as_str())]
    DeliveryRefused {
        /// What was asked for.
        action: &'static str,
        /// The status it has.
        status: DeliveryStatus,
    },
    /// The dead letter was decided before.
    #[error("this dead letter was replayed or discarded before")]
    AlreadyResolved,
    /// The dead letter still cannot be processed.
    #[error("the message still cannot be processed: {reason}")]
    NotReplayable {
        /// Why.
        reason: String,
    },
    /// Others changed it again and again while this was tried.
    #[error("others are changing this at the same time: try again")]
    Contended,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<CommitError> for NotificationError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Stale => Self::Contended,
            other => Self::Store(other.into()),
        }
    }
}

error_codes! {
    NotificationError {
        NotFound: NotFound "notification.not_found",
        Denied: Forbidden "access.denied",
        UnknownKind: Invalid "notification.unknown_kind",
        InvalidAddress: Invalid "mailbox.invalid_address",
        DeliveryRefused: Conflict "notification.delivery_refused",
        AlreadyResolved: Conflict "dead_letter.already_resolved",
        NotReplayable: Conflict "dead_letter.not_replayable",
        Contended: Unavailable "notification.contended",
    } in Store: StoreError
}

impl DomainError for NotificationError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }

    fn fields(&self) -> &[FieldError] {
        match self {
            Self::UnknownKind(field) | Self::InvalidAddress(field) => std::slice::from_ref(field),
            _ => &[],
        }
    }

    fn retry_after_s(&self) -> Option<u64> {
        match self {
            Self::Contended => Some(1),
            Self::Store(error) => error.retry_after_s(),
            _ => None,
        }
    }

    fn details(&self) -> Map<String, Value> {
        match self {
            Self::DeliveryRefused { status, .. } => {
                // Not `status`, which is the HTTP status of every problem.
                Map::from_iter([("current_status".to_owned(), json!(status.as_str()))])
            }
            _ => Map::new(),
        }
    }
}
