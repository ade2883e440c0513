//! The audit log: who did what to what, written in the commit of the change itself; and who was refused, by itself.

use serde_json::Value;

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
            id: AuditId::next(ids),
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
