//! The audit log: who did what to what, written in the commit of the change itself; and who was refused, by itself.

use serde_json::Value;
use uuid::{Builder, Uuid};

use super::actor::{Actor, ActorRef, Origin};
use super::clock::Timestamp;
use super::id::{AuditId, IdGenerator};

/// Whether what was asked for was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditOutcome {
    /// Done.
    Done,
    /// Refused for lack of permission.
    Denied,
}

impl AuditOutcome {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Denied => "denied",
        }
    }
}

/// One entry of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Identity; sortable by time.
    pub id: AuditId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: ActorRef,
    /// What, such as `order.approve`.
    pub action: &'static str,
    /// To what, such as `order:0192…`.
    pub target: String,
    /// Whether it was done.
    pub outcome: AuditOutcome,
    /// Before and after, redacted: never a password, token or link.
    pub detail: Value,
    /// Where the request came from.
    pub origin: Origin,
}

impl AuditEntry {
    /// An entry that says `actor` did `action` to `target` at `at`.
    #[must_use]
    pub fn done(
        ids: &dyn IdGenerator,
        at: Timestamp,
        actor: &Actor,
        action: &'static str,
        target: String,
        detail: Value,
    ) -> Self {
        Self {
            id: AuditId(dated(ids.next(), at)),
            at,
            actor: actor.as_ref(),
            action,
            target,
            outcome: AuditOutcome::Done,
            detail,
            origin: actor.origin.clone(),
        }
    }

    /// An entry that says `actor` was refused `action` on `target` at `at`.
    #[must_use]
    pub fn denied(
        ids: &dyn IdGenerator,
        at: Timestamp,
        actor: &Actor,
        action: &'static str,
        target: String,
    ) -> Self {
        Self { outcome: AuditOutcome::Denied, ..Self::done(ids, at, actor, action, target, Value::Null) }
    }
}

/// `id` as one that was made `at` (UUID version 7: RFC 9562, 5.7): entries are read, and forgotten, in the order of their ids, and
/// ids are of another clock than times, or of none.
fn dated(id: Uuid, at: Timestamp) -> Uuid {
    let (mut rest, millis) = ([0; 10], u64::try_from(at.timestamp_millis()).unwrap_or_default());
    rest.copy_from_slice(&id.as_bytes()[6..]);
    Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn ids_are_in_the_order_of_the_times_whoever_made_them() {
        let at = |ms: i64| DateTime::from_timestamp_millis(1_772_600_767_123 + ms).unwrap_or_default();
        let id = |n: u128, ms: i64| dated(Uuid::from_u128(n), at(ms));
        assert!(id(u128::MAX, 0) < id(0, 1));
        let one = id(0x1234 << 64 | 7, 5);
        assert_eq!((one.get_version_num(), one.as_u128() >> 80), (7, 1_772_600_767_128));
        // Of one millisecond they are as different as they were made.
        assert!(id(7, 5) < id(8, 5));
    }
}
