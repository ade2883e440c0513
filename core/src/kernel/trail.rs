//! Reading the audit log.

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::Value;
use thiserror::Error;

use super::access::{AccessPolicy, Denied, Permission};
use super::actor::Actor;
use super::clock::Timestamp;
use super::error::{DomainError, ErrorKind, StoreError, error_codes};
use super::id::AuditId;
use super::page::{Page, PageRequest};

/// An entry of the audit log as it is read. Its words are those that were written, by whatever version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRecord {
    /// Identity; sortable by time.
    pub id: AuditId,
    /// When.
    pub at: Timestamp,
    /// Which kind of actor, such as `user`.
    pub actor_kind: String,
    /// Who: the account of a user, the client of a service, the name of a system rule.
    pub actor_id: String,
    /// What, such as `order.approve`.
    pub action: String,
    /// To what, such as `order:0192…`.
    pub target: String,
    /// Whether it was done: `done` or `denied`.
    pub outcome: String,
    /// Before and after, redacted.
    pub detail: Value,
    /// The request that asked for it.
    pub request_id: Option<String>,
    /// W3C `traceparent` of the work.
    pub traceparent: Option<String>,
    /// The address that the request came from.
    pub ip: Option<String>,
    /// What the request said of its program.
    pub user_agent: Option<String>,
}

/// Which entries are wanted; each part narrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Of this actor, by id.
    pub actor: Option<String>,
    /// This action; all that begin with it when it ends with a dot, such as `order.`.
    pub action: Option<String>,
    /// Of this target; all of its kind when it ends with a colon, such as `order:`.
    pub target: Option<String>,
    /// With this outcome.
    pub outcome: Option<String>,
    /// At or after.
    pub from: Option<Timestamp>,
    /// Before.
    pub to: Option<Timestamp>,
}

/// Whether a word is `wanted`, or begins with it where `wanted` ends with `end`.
#[must_use]
pub fn is_wanted(word: &str, wanted: &str, end: char) -> bool {
    if wanted.ends_with(end) { word.starts_with(wanted) } else { word == wanted }
}

impl AuditFilter {
    /// Whether `record` is among what is wanted.
    #[must_use]
    pub fn takes(&self, record: &AuditRecord) -> bool {
        let Self { actor, action, target, outcome, from, to } = self;
        actor.as_ref().is_none_or(|actor| record.actor_id == *actor)
            && action.as_ref().is_none_or(|action| is_wanted(&record.action, action, '.'))
            && target.as_ref().is_none_or(|target| is_wanted(&record.target, target, ':'))
            && outcome.as_ref().is_none_or(|outcome| record.outcome == *outcome)
            && from.is_none_or(|from| record.at >= from)
            && to.is_none_or(|to| record.at < to)
    }
}

/// Reads the audit log of one service.
#[async_trait]
pub trait AuditLog: Send + Sync {
    /// Entries that match, newest first by their ids, a page of them.
    ///
    /// What is written with every change has no index but its id, so a page looks at a bounded number of entries: it may hold
    /// fewer than were asked for, or none, and yet have a next one, which goes on where this one stopped.
    async fn list(&self, filter: &AuditFilter, page: &PageRequest) -> Result<Page<AuditRecord>, StoreError>;
}

/// The use cases around one service's audit log.
#[derive(derive_more::Debug)]
#[debug("AuditTrail {{ .. }}")]
pub struct AuditTrail {
    log: Arc<dyn AuditLog>,
    access: Arc<dyn AccessPolicy>,
}

/// Why the audit log is not shown.
#[derive(Debug, Error)]
pub enum AuditError {
    /// The actor lacks the permission.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

error_codes! {
    AuditError {
        Denied: Forbidden "access.denied",
    } in Store: StoreError
}

impl DomainError for AuditError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }

    fn retry_after_s(&self) -> Option<u64> {
        match self {
            Self::Store(error) => error.retry_after_s(),
            Self::Denied(_) => None,
        }
    }
}

impl AuditTrail {
    /// The use cases over `log`.
    #[must_use]
    pub fn new(log: Arc<dyn AuditLog>, access: Arc<dyn AccessPolicy>) -> Self {
        Self { log, access }
    }

    /// Entries that match, newest first, a page of them: perhaps a short one, see [`AuditLog::list`].
    ///
    /// # Errors
    /// `Denied` without `audit:read`.
    pub async fn list(
        &self,
        actor: &Actor,
        filter: &AuditFilter,
        page: &PageRequest,
    ) -> Result<Page<AuditRecord>, AuditError> {
        actor.require_any(&*self.access, Permission::AUDIT_READ)?;
        Ok(self.log.list(filter, page).await?)
    }
}
