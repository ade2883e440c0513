//! What can go wrong with orders.

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::model::{Action, Status};
use crate::kernel::access::Denied;
use crate::kernel::commit::{CommitError, NotReplayed, Version};
use crate::kernel::error::{DomainError, ErrorKind, FieldError, StoreError, error_codes};
use crate::kernel::throttle::Tally;

/// Why something could not be done to an order.
#[derive(Debug, Error)]
pub enum OrderError {
    /// There is none, or none that the actor may see.
    #[error("there is no such order, or none that you may see")]
    NotFound,
    /// The actor lacks the permission.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The person who placed an order must not approve it.
    #[error("you placed this order: somebody else has to approve it")]
    OwnOrder,
    /// Values are refused.
    #[error("some values are not acceptable")]
    Invalid(Vec<FieldError>),
    /// The table of transitions has no such step from this status.
    #[error("an order that is {status} cannot be handled with `{action}`")]
    TransitionRefused {
        /// What was asked for.
        action: Action,
        /// The status it has.
        status: Status,
        /// What the actor could do instead.
        allowed: Vec<Action>,
    },
    /// The owner's time to cancel after approval is over.
    #[error("the order was approved more than {minutes} minutes ago: ask support to cancel it")]
    GraceOver {
        /// The length of the grace period.
        minutes: i64,
        /// What the actor could do instead.
        allowed: Vec<Action>,
    },
    /// The order has waited less than the limit.
    #[error("the order has not waited for approval long enough to expire")]
    NotOverdue,
    /// The actor looked at another version.
    #[error("the order has changed: it has version {current} now; read it again and decide again")]
    VersionMismatch {
        /// The version it has.
        current: Version,
    },
    /// The actor must say which version it looked at.
    #[error("send If-Match with the version that you looked at, such as If-Match: \"3\"")]
    VersionRequired,
    /// The idempotency key was used for another request.
    #[error("this Idempotency-Key was used for another request: use a new key")]
    KeyReused,
    /// The account places more orders than the rules let it.
    #[error("your account places too many orders: wait {} s and try again", .0.resets_in_s())]
    TooMany(Tally),
    /// Others changed the order again and again while this was tried.
    #[error("others are changing this order at the same time: try again")]
    Contended,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<CommitError> for OrderError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Stale => Self::Contended,
            other => Self::Store(other.into()),
        }
    }
}

impl From<NotReplayed> for OrderError {
    fn from(error: NotReplayed) -> Self {
        match error {
            NotReplayed::KeyReused => Self::KeyReused,
            NotReplayed::Unreadable(error) => Self::Store(error),
        }
    }
}

error_codes! {
    OrderError {
        NotFound: NotFound "order.not_found",
        Denied: Forbidden "access.denied",
        OwnOrder: Forbidden "order.own_order",
        Invalid: Invalid "order.invalid",
        TransitionRefused: Conflict "order.transition_refused",
        GraceOver: Conflict "order.grace_over",
        NotOverdue: Conflict "order.not_overdue",
        VersionMismatch: Precondition "order.version_mismatch",
        VersionRequired: PreconditionRequired "order.version_required",
        KeyReused: Invalid "idempotency.key_reused",
        TooMany: Limited "order.too_many",
        Contended: Unavailable "order.contended",
    } in Store: StoreError
}

impl DomainError for OrderError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }

    fn fields(&self) -> &[FieldError] {
        match self {
            Self::Invalid(fields) => fields,
            _ => &[],
        }
    }

    fn retry_after_s(&self) -> Option<u64> {
        match self {
            Self::TooMany(tally) => Some(tally.resets_in_s()),
            Self::Contended => Some(1),
            Self::Store(error) => error.retry_after_s(),
            _ => None,
        }
    }

    fn exceeded(&self) -> Option<Tally> {
        match self {
            Self::TooMany(tally) => Some(*tally),
            _ => None,
        }
    }

    fn current_version(&self) -> Option<Version> {
        match self {
            Self::VersionMismatch { current } => Some(*current),
            _ => None,
        }
    }

    fn details(&self) -> Map<String, Value> {
        let (status, allowed) = match self {
            Self::TransitionRefused { status, allowed, .. } => (*status, allowed),
            Self::GraceOver { allowed, .. } => (Status::Approved, allowed),
            _ => return Map::new(),
        };
        // Not `status`, which is the HTTP status of every problem.
        Map::from_iter([
            ("current_status".to_owned(), json!(status)),
            ("allowed_actions".to_owned(), json!(allowed)),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_step_tells_the_status_and_what_is_possible_instead() {
        let refused = OrderError::TransitionRefused {
            action: Action::Approve,
            status: Status::Shipped,
            allowed: vec![Action::Deliver, Action::Abort],
        };
        assert_eq!(refused.to_string(), "an order that is SHIPPED cannot be handled with `approve`");
        let details = json!({ "current_status": "SHIPPED", "allowed_actions": ["deliver", "abort"] });
        assert_eq!(Value::Object(refused.details()), details);
        let late = OrderError::GraceOver { minutes: 30, allowed: vec![] };
        assert_eq!(
            Value::Object(late.details()),
            json!({ "current_status": "APPROVED", "allowed_actions": [] })
        );
        assert!(OrderError::NotFound.details().is_empty());
    }

    #[test]
    fn a_fault_of_the_store_keeps_its_own_kind_and_code() {
        let error = OrderError::from(StoreError::Overloaded);
        assert_eq!((error.kind(), error.code()), (ErrorKind::Unavailable, "store.overloaded"));
        assert_eq!(error.retry_after_s(), Some(1));
        let torn = StoreError::Inconsistent { table: "orders", column: "status", row: "7".to_owned() };
        let error = OrderError::from(torn);
        assert_eq!(
            (error.kind(), error.code(), error.retry_after_s()),
            (ErrorKind::Internal, "internal", None)
        );
    }

    #[test]
    fn an_older_version_is_answered_with_the_present_one() {
        let error = OrderError::VersionMismatch { current: Version(7) };
        assert_eq!((error.kind(), error.current_version()), (ErrorKind::Precondition, Some(Version(7))));
        assert_eq!(OrderError::NotFound.current_version(), None);
    }
}
