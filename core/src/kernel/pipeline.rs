//! What operators see of the outbox, and decide about messages that cannot be published.

use std::sync::Arc;

use thiserror::Error;

use super::access::{AccessPolicy, Denied, Permission};
use super::actor::Actor;
use super::error::{DomainError, ErrorKind, StoreError, error_codes};
use super::outbox::{OperatedOutbox, OutboxStats, ParkedMessage};

/// The use cases of operators around one service's outbox.
pub struct Pipeline {
    outbox: Arc<dyn OperatedOutbox>,
    access: Arc<dyn AccessPolicy>,
}

impl std::fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pipeline").finish_non_exhaustive()
    }
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
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

error_codes! {
    PipelineError {
        NotParked: NotFound "outbox.not_parked",
        Denied: Forbidden "access.denied",
    } in Store: StoreError
}

impl DomainError for PipelineError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }

    fn retry_after_s(&self) -> Option<u64> {
        match self {
            Self::Store(error) => error.retry_after_s(),
            Self::NotParked | Self::Denied(_) => None,
        }
    }
}

impl Pipeline {
    /// The use cases over `outbox`.
    #[must_use]
    pub fn new(outbox: Arc<dyn OperatedOutbox>, access: Arc<dyn AccessPolicy>) -> Self {
        Self { outbox, access }
    }

    /// How much waits to be published.
    ///
    /// # Errors
    /// `Denied` without `outbox:read`.
    pub async fn stats(&self, actor: &Actor) -> Result<OutboxStats, PipelineError> {
        actor.require_any(&*self.access, Permission::OUTBOX_READ)?;
        Ok(self.outbox.stats().await?)
    }

    /// The messages that wait for a decision, by position, at most `limit`.
    ///
    /// # Errors
    /// `Denied` without `outbox:read`.
    pub async fn parked(&self, actor: &Actor, limit: u16) -> Result<Vec<ParkedMessage>, PipelineError> {
        actor.require_any(&*self.access, Permission::OUTBOX_READ)?;
        Ok(self.outbox.parked(limit).await?)
    }

    /// Gives a parked message back to the relay (`publish`), or gives it up; either way its key goes on.
    ///
    /// # Errors
    /// `Denied` without `outbox:write`; `NotParked`.
    pub async fn resolve(&self, actor: &Actor, position: i64, publish: bool) -> Result<(), PipelineError> {
        actor.require_any(&*self.access, Permission::OUTBOX_WRITE)?;
        let resolved = self.outbox.resolve(position, publish).await?;
        if resolved {
            tracing::warn!(position, publish, actor = ?actor.as_ref(), "an operator decided about a parked message");
        }
        if resolved { Ok(()) } else { Err(PipelineError::NotParked) }
    }
}
