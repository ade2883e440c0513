//! Limits on how often something may be tried, shared by all replicas of a service.

use std::time::Duration;

use async_trait::async_trait;

use super::clock::Timestamp;
use super::error::StoreError;

/// A limit: at most `max` hits per `window`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Hits that are let through.
    pub max: u32,
    /// The window, which starts with the first hit.
    pub window: Duration,
}

/// Counts hits per bucket in fixed windows.
#[async_trait]
pub trait Throttle: Send + Sync {
    /// Counts a hit on `bucket`. `None` when it is within `limit`; otherwise how long until the window ends.
    async fn hit(&self, bucket: &str, limit: Limit, now: Timestamp) -> Result<Option<Duration>, StoreError>;
    /// Forgets the hits of `bucket`, e.g. after a successful login.
    async fn clear(&self, bucket: &str) -> Result<(), StoreError>;
}
