//! The bus: what the relay publishes to and consumers read from.

use std::time::Duration;

use async_trait::async_trait;
use thiserror::Error;

use super::event::{Event, Topic};

/// Why an event was not published.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PublishError {
    /// The bus does not answer or has no room: another try may succeed.
    #[error("the bus is not available: {0}")]
    Unavailable(String),
    /// The bus will never take this event, e.g. because it is too large.
    #[error("the bus refused the event: {0}")]
    Refused(String),
}

/// Publishes events.
#[async_trait]
pub trait EventPublisher: Send + Sync {
    /// Publishes `events` and waits until each is acknowledged as durable. Events of one key keep their order: when one
    /// fails, the later ones of its key in the same call fail too. The results are in the order of `events`.
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>>;

    /// Whether the bus answers.
    async fn is_available(&self) -> bool;
}

/// Where a message lies on the bus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The topic.
    pub topic: Topic,
    /// The partition.
    pub partition: i32,
    /// The offset within the partition.
    pub offset: i64,
}

/// A message as it came from the bus.
#[derive(Clone, Debug)]
pub struct Received {
    /// Where it lies.
    pub position: Position,
    /// The event, or why the record cannot be read as one.
    pub content: Result<Event, Unreadable>,
}

/// A record that is not an event of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong with it.
    pub reason: String,
    /// The record's value, as it is.
    pub value: Vec<u8>,
}

/// The bus cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the bus cannot be read: {0}")]
pub struct BusError(pub String);

/// Reads topics as one member of a consumer group.
///
/// Members of one group share the partitions; every group gets everything. A message that was not acknowledged when its
/// member went away is delivered again to the group.
#[async_trait]
pub trait EventConsumer: Send + Sync {
    /// The next messages, up to `limit`, waiting up to `wait` for the first; in order within a partition.
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Vec<Received>, BusError>;
    /// The messages up to and including these, in their partitions, had their effect. Call after the commit, never before.
    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError>;
    /// How many messages of the assigned partitions are not yet acknowledged, when known.
    async fn lag(&self) -> Option<u64>;
    /// Leaves the group.
    async fn close(&self);
}
