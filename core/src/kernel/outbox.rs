//! The outbox: events that are written but not yet published.

use std::time::Duration;

use async_trait::async_trait;
use uuid::Uuid;

use super::clock::Timestamp;
use super::error::StoreError;
use super::event::Event;
use super::id::EventId;

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

/// An event that could not be published, and waits for an operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParkedMessage {
    /// Its place.
    pub position: i64,
    /// The event's identity.
    pub event: EventId,
    /// The event's type.
    pub kind: String,
    /// What it tells of, whose later events wait.
    pub key: Uuid,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// Why it could not be published.
    pub error: Option<String>,
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
    /// Gives a parked message back (`true`), or gives it up, so that it leaves the outbox and frees its key (`false`).
    /// `false` if none is parked there.
    async fn resolve(&self, position: i64, publish: bool) -> Result<bool, StoreError>;
    /// Ends the lease of `relay`, so that another one can go on at once.
    async fn release(&self, relay: &str) -> Result<(), StoreError>;
    /// Counts.
    async fn stats(&self) -> Result<OutboxStats, StoreError>;
}

/// An outbox that operators look into.
#[async_trait]
pub trait OperatedOutbox: Outbox {
    /// The messages that are set aside, by position, at most `limit`; also those whose rest cannot be read.
    async fn parked(&self, limit: u16) -> Result<Vec<ParkedMessage>, StoreError>;
}
