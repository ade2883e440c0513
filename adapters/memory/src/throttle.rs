//! Hits per bucket, in memory.

use std::collections::HashMap;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::throttle::{Limit, Throttle};
use parking_lot::Mutex;

/// Counts hits of this process only.
#[derive(Debug, Default)]
pub struct MemoryThrottle(Mutex<HashMap<String, Window>>);

#[derive(Clone, Copy, Debug)]
struct Window {
    started_at: Timestamp,
    hits: u32,
}

#[async_trait]
impl Throttle for MemoryThrottle {
    async fn hit(&self, bucket: &str, limit: Limit, now: Timestamp) -> Result<Option<Duration>, StoreError> {
        let mut windows = self.0.lock();
        let new = Window { started_at: now, hits: 0 };
        let window = windows.entry(bucket.to_owned()).or_insert(new);
        if window.started_at + limit.window <= now {
            *window = new;
        }
        window.hits = window.hits.saturating_add(1);
        let left = (window.started_at + limit.window - now).to_std().unwrap_or_default();
        Ok((window.hits > limit.max).then_some(left))
    }

    async fn clear(&self, bucket: &str) -> Result<(), StoreError> {
        self.0.lock().remove(bucket);
        Ok(())
    }
}
