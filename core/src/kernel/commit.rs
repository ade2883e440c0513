//! Everything that one use case writes, as a value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::audit::AuditEntry;
use super::clock::Timestamp;
use super::error::StoreError;
use super::event::Event;
use super::id::EventId;
pub use super::once::NotReplayed;
pub use super::retry::retrying_stale;

/// The version of an aggregate: 1 when inserted, one more with each change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Version(#[schemars(range(min = 1))] pub u64);

impl Version {
    /// The version of a new aggregate.
    pub const FIRST: Self = Self(1);

    /// The version after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Everything that one use case writes. It is applied whole or not at all.
#[derive(Clone, Debug)]
pub struct Commit<W> {
    /// What changes, each with the version that the decision was based on.
    pub writes: Vec<W>,
    /// Facts for the other contexts; they enter the outbox with the writes.
    pub events: Vec<Event>,
    /// Who did what, for the audit log.
    pub audit: Vec<AuditEntry>,
    /// The request or message that this answers, so that it takes effect once.
    pub once: Option<Once>,
}

impl<W> Commit<W> {
    /// A commit of these writes and nothing else yet.
    #[must_use]
    pub fn of(writes: Vec<W>) -> Self {
        Self { writes, events: Vec::new(), audit: Vec::new(), once: None }
    }
}

/// The request or message that a commit answers. A second commit for the same one is refused as
/// [`CommitError::Repeated`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Once {
    /// A request with an idempotency key.
    Request {
        /// Which request.
        key: RequestKey,
        /// What it asked for, to tell a retry from another request under the same key.
        fingerprint: Fingerprint,
        /// What it led to, given to whoever repeats it.
        outcome: Value,
        /// When; keys are kept for at least a day (see `Kept::IdempotencyKeys`).
        at: Timestamp,
    },
    /// A message from the bus.
    Message {
        /// The consumer group that processes it.
        consumer: &'static str,
        /// The event.
        id: EventId,
        /// When.
        at: Timestamp,
    },
}

/// Identifies a request that may be repeated: who, what, and the key that the client chose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestKey {
    /// The principal, so that nobody meets another's keys.
    pub principal: String,
    /// The operation and what it is applied to, such as `order.approve 0192…`.
    pub operation: String,
    /// The client's key (1 to 255 visible ASCII characters).
    pub key: String,
}

/// A SHA-256 over the body of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// What a repeated request led to the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What the first request asked for; absent for messages.
    pub fingerprint: Option<Fingerprint>,
    /// What it led to; `Null` for messages.
    pub value: Value,
}

/// An idempotency key as it came with a request, with the fingerprint of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idempotency {
    /// The client's key.
    pub key: String,
    /// Of the body.
    pub fingerprint: Fingerprint,
}

/// A name that must be unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The e-mail address of an account.
    Email,
    /// The id of a new aggregate.
    Id,
    /// The single active signing key.
    ActiveKey,
    /// The name of a role.
    Role,
    /// The key that will sign next.
    NextKey,
}

/// Why a commit was not applied. Nothing of it was.
#[derive(Debug, Error)]
pub enum CommitError {
    /// A version has moved on: load and decide again.
    #[error("the version has moved on")]
    Stale,
    /// A unique name is in use.
    #[error("the name is in use: {0:?}")]
    Taken(Name),
    /// The request or message had its effect before.
    #[error("the request or message had its effect before")]
    Repeated(Outcome),
    /// The store could not apply it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a commit met whose refusal nobody else can have caused: a fault of ours, unless it is the store's.
impl From<CommitError> for StoreError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Store(error) => error,
            error @ (CommitError::Stale | CommitError::Taken(_) | CommitError::Repeated(_)) => {
                Self::Refused(error.into())
            }
        }
    }
}
