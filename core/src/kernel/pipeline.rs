//! What operators see of the outbox, and decide about messages that cannot be published.

use std::sync::Arc;

use serde_json::{Value, json};
use thiserror::Error;

use super::access::{AccessPolicy, Denied, Permission};
use super::actor::Actor;
use super::audit::AuditEntry;
use super::clock::Clock;
use super::error::{DomainError, ErrorKind, FieldError, StoreError, error_codes};
use super::id::IdGenerator;
use super::outbox::{Decision, OperatedOutbox, OutboxStats, WaitingMessage};
use super::page::{Page, PageRequest};
use super::refusals::Refusals;
use super::text::TextRule;
use super::validation::Validation;

/// Why an operator decides as they do.
pub const REASON: TextRule = TextRule::line(500);

/// Publish a parked message after all, or give it up.
#[derive(Clone, Debug)]
pub struct Resolve {
    /// Where it is in the outbox.
    pub position: i64,
    /// What becomes of it.
    pub decision: Decision,
    /// Why, for the audit log: 1 to 500 characters.
    pub reason: Option<String>,
}

impl Resolve {
    fn validate(&mut self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        if let Some(reason) = &mut self.reason {
            check.text(REASON, reason, "/reason");
        }
        check.finish()
    }
}

impl Decision {
    /// What the audit log calls it.
    fn action(self) -> &'static str {
        match self {
            Self::Release => "outbox.release",
            Self::Skip => "outbox.skip",
        }
    }
}

/// The use cases of operators around one service's outbox.
#[derive(derive_more::Debug)]
#[debug("Pipeline {{ .. }}")]
pub struct Pipeline {
    outbox: Arc<dyn OperatedOutbox>,
    access: Arc<dyn AccessPolicy>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdGenerator>,
    refusals: Refusals,
}

/// Why something could not be done.
#[derive(Debug, Error)]
pub enum PipelineError {
    /// No message is parked at this position.
    #[error("no message is parked at this position")]
    NotParked,
    /// The actor lacks the permission.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Values are refused.
    #[error("some values are not acceptable")]
    Invalid(Vec<FieldError>),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

error_codes! {
    PipelineError {
        NotParked: NotFound "outbox.not_parked",
        Denied: Forbidden "access.denied",
        Invalid: Invalid "outbox.invalid",
    } in Store: StoreError
}

impl DomainError for PipelineError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }

    fn fields(&self) -> &[FieldError] {
        match self {
            Self::Invalid(fields) => fields,
            Self::NotParked | Self::Denied(_) | Self::Store(_) => &[],
        }
    }

    fn retry_after_s(&self) -> Option<u64> {
        match self {
            Self::Store(error) => error.retry_after_s(),
            Self::NotParked | Self::Denied(_) | Self::Invalid(_) => None,
        }
    }
}

impl Pipeline {
    /// The use cases over `outbox`, whose audit entries have these times and ids.
    #[must_use]
    pub fn new(
        outbox: Arc<dyn OperatedOutbox>,
        access: Arc<dyn AccessPolicy>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn IdGenerator>,
    ) -> Self {
        Self { outbox, access, clock, ids, refusals: Refusals::default() }
    }

    /// How much waits to be published.
    ///
    /// # Errors
    /// `Denied` without `outbox:read`.
    pub async fn stats(&self, actor: &Actor) -> Result<OutboxStats, PipelineError> {
        actor.require_any(&*self.access, Permission::OUTBOX_READ)?;
        Ok(self.outbox.stats().await?)
    }

    /// The messages that wait, by position: those that wait for a decision (`Some(true)`), the others, or all of them.
    ///
    /// # Errors
    /// `Denied` without `outbox:read`.
    pub async fn list(
        &self,
        actor: &Actor,
        parked: Option<bool>,
        page: &PageRequest,
    ) -> Result<Page<WaitingMessage>, PipelineError> {
        actor.require_any(&*self.access, Permission::OUTBOX_READ)?;
        Ok(self.outbox.list(parked, page).await?)
    }

    /// Gives a parked message back to the relay, or gives it up; either way its key goes on, and the audit log says who
    /// decided, when and why. It keeps as well who was not allowed to.
    ///
    /// # Errors
    /// `Denied` without `outbox:write`; `Invalid`; `NotParked`.
    pub async fn resolve(&self, actor: &Actor, mut command: Resolve) -> Result<(), PipelineError> {
        let (action, target) = (command.decision.action(), format!("outbox:{}", command.position));
        if let Err(denied) = actor.require_any(&*self.access, Permission::OUTBOX_WRITE) {
            let entry = AuditEntry::denied(&*self.ids, self.clock.now(), actor, action, target);
            self.refusals.note_by(entry, |entry| self.outbox.note(entry)).await;
            return Err(denied.into());
        }
        command.validate().map_err(PipelineError::Invalid)?;
        let Resolve { position, decision, reason } = command;
        let parked = self.outbox.find_parked(position).await?.ok_or(PipelineError::NotParked)?;
        let detail = told(&parked, reason.as_deref());
        let entry = AuditEntry::done(&*self.ids, self.clock.now(), actor, action, target, detail);
        // Somebody else may have decided since it was read.
        if !self.outbox.resolve(position, decision, entry).await? {
            return Err(PipelineError::NotParked);
        }
        tracing::warn!(position, action, actor = ?actor.as_ref(), "an operator decided about a parked message");
        Ok(())
    }
}

/// What the audit log keeps of a message, which is gone once it is given up.
fn told(parked: &WaitingMessage, reason: Option<&str>) -> Value {
    json!({
        "event": parked.event,
        "kind": parked.kind,
        "key": parked.key,
        "occurred_at": parked.occurred_at,
        "error": parked.error,
        "reason": reason,
    })
}
