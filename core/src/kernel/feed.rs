//! The feed: what every process hears, beside the bus whose groups share the work.

use std::time::Duration;

use async_trait::async_trait;

use super::bus::{BusError, Received};

/// What one call of [`EventFeed::poll`] heard.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// The messages, in order within a partition.
    pub messages: Vec<Received>,
    /// Whether that is all: everything was handed over that lay there when the bus was last asked, two seconds ago at most.
    pub is_current: bool,
}

/// Follows one topic from a point in time, alone: without group and without acknowledgement.
///
/// Every feed gets every event that happened at that time or later, however many feeds and processes there are; the same may
/// come again, and late. Nothing is kept of how far a feed got, so whoever starts anew says again where to begin. The time
/// is the one of whoever published: who needs all since a moment begins somewhat before it.
#[async_trait]
pub trait EventFeed: Send + Sync {
    /// The next messages, up to `limit`, waiting up to `wait` for the first. A poll that is cancelled loses nothing.
    ///
    /// # Errors
    /// While the bus does not answer, within seconds of its falling silent. The next call goes on where the feed was.
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Heard, BusError>;
}
