//! The outbox: events that are written but not yet published.

use std::time::Duration;

use async_trait::async_trait;
use uuid::Uuid;

use super::audit::AuditEntry;
use super::clock::Timestamp;
use super::error::StoreError;
use super::event::Event;
use super::id::EventId;
use super::page::{Page, PageRequest};

/// An event waiting in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxMessage {
    /// Its place; grows along one key, but not with the order of commits.
    pub position: i64,
    /// What to publish.
    pub event: Event,
    /// How often publishing failed.
    pub attempts: u32,
}

/// What operators see of an event in the outbox. Each part is missing where its row cannot be read that far, which may be
/// the very reason why it is parked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingMessage {
    /// Its place, by which operators decide about it. No other message ever has it.
    pub position: i64,
    /// The event's identity.
    pub event: Option<EventId>,
    /// The event's type.
    pub kind: Option<String>,
    /// What it tells of, whose later events wait.
    pub key: Option<Uuid>,
    /// Which of its subject's changes it tells of.
    pub sequence: Option<u64>,
    /// When it happened.
    pub occurred_at: Option<Timestamp>,
    /// Whether it is set aside until an operator decides.
    pub parked: bool,
    /// How often publishing failed.
    pub attempts: u32,
    /// When publishing is tried again; `None` at the next opportunity.
    pub retry_at: Option<Timestamp>,
    /// Why it could not be published the last time.
    pub error: Option<String>,
}

/// What an operator decides about a message that is parked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is published after all.
    Release,
    /// It is given up: it leaves the outbox, and is never published.
    Skip,
}

/// What a relay asks for.
#[derive(Clone, Debug)]
pub struct Claim<'a> {
    /// The relay, unique among all running ones: the name of its instance, `#`, and what tells this start of the instance
    /// from earlier ones, which sorts before those of later starts. Such a start takes the lease over from an earlier one at
    /// once. A name without `#` is one of a kind.
    pub relay: &'a str,
    /// Now.
    pub now: Timestamp,
    /// How long the relay holds the outbox without claiming again.
    pub lease: Duration,
    /// At most this many messages; 0 only renews the lease.
    pub limit: u16,
    /// The positions that the relay has in hand already, and does not want again.
    pub except: &'a [i64],
}

/// The name of the instance in the name of a relay, with the `#` that ends it; empty when there is none.
#[must_use]
pub fn instance_of(relay: &str) -> &str {
    relay.rfind('#').map_or("", |end| &relay[..=end])
}

/// The state of the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OutboxStats {
    /// Messages to publish. Counted one by one up to a thousand; beyond that, the places from the first to the last, of
    /// which few are empty.
    pub pending: u64,
    /// Messages set aside because they cannot be published.
    pub parked: u64,
    /// When the first of the pending ones was written.
    pub oldest_at: Option<Timestamp>,
}

/// Gives relays what is to be published.
///
/// One relay at a time holds the outbox, by a lease that every claim renews; the others get nothing until the lease
/// ends. A lease that would last for more than twice what is asked for was given by a clock that was set since, and has
/// ended. Messages of one key come in the order of their positions; while the first of a key is deferred or parked, the
/// others of that key wait, and only they.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// The oldest messages that may be published now, or none when another relay holds the lease. One that cannot be read
    /// is set aside, and holds back its own key only.
    async fn claim(&self, claim: Claim<'_>) -> Result<Vec<OutboxMessage>, StoreError>;
    /// The broker acknowledged these: they leave the outbox.
    async fn mark_published(&self, positions: &[i64]) -> Result<(), StoreError>;
    /// Publishing failed for now: try again at `retry_at`. Counts an attempt.
    async fn defer(&self, positions: &[i64], error: &str, retry_at: Timestamp) -> Result<(), StoreError>;
    /// The message cannot be published: set it aside with its key until an operator decides.
    async fn park(&self, position: i64, error: &str) -> Result<(), StoreError>;
    /// Ends the lease of `relay`, so that another one can go on at once.
    async fn release(&self, relay: &str) -> Result<(), StoreError>;
    /// Counts.
    async fn stats(&self) -> Result<OutboxStats, StoreError>;
}

/// An outbox that operators look into, and decide about.
#[async_trait]
pub trait OperatedOutbox: Outbox {
    /// The messages that wait, by position: those that are parked (`Some(true)`), the others, or all of them.
    async fn list(
        &self,
        parked: Option<bool>,
        page: &PageRequest,
    ) -> Result<Page<WaitingMessage>, StoreError>;
    /// The messages about this subject that wait, parked or not, by position: the first hundred.
    async fn about(&self, key: Uuid) -> Result<Vec<WaitingMessage>, StoreError>;
    /// The message that is parked at `position`, also one that cannot be read.
    async fn find_parked(&self, position: i64) -> Result<Option<WaitingMessage>, StoreError>;
    /// Does to the message that is parked at `position` what was decided, which frees its key, and writes `entry` to the
    /// audit log: both or neither. `false` if none is parked there.
    async fn resolve(&self, position: i64, decision: Decision, entry: AuditEntry)
    -> Result<bool, StoreError>;
    /// Writes `entry` to the audit log by itself: somebody was not allowed to decide.
    async fn note(&self, entry: AuditEntry) -> Result<(), StoreError>;
}
