//! Hits per bucket, in memory.

use std::collections::HashMap;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::throttle::{Bucket, Tally, Throttle};
use parking_lot::Mutex;

/// Counts hits of this process only.
#[derive(Debug, Default)]
pub struct MemoryThrottle(Mutex<HashMap<String, Window>>);

#[derive(Clone, Copy, Debug)]
struct Window {
    ends_at: Timestamp,
    hits: u32,
}

#[async_trait]
impl Throttle for MemoryThrottle {
    async fn hit(&self, buckets: &[Bucket], now: Timestamp) -> Result<Vec<Tally>, StoreError> {
        let mut windows = self.0.lock();
        windows.retain(|_, window| window.ends_at > now);
        let tally = |bucket: &Bucket| {
            let new = Window { ends_at: now + bucket.limit.window, hits: 0 };
            let window = windows.entry(bucket.name.clone()).or_insert(new);
            window.hits = window.hits.saturating_add(1);
            let resets_in = (window.ends_at - now).to_std().unwrap_or_default();
            Tally { limit: bucket.limit, hits: window.hits, resets_in }
        };
        Ok(buckets.iter().map(tally).collect())
    }

    async fn forgive(&self, once: &[&str], wholly: &[&str]) -> Result<(), StoreError> {
        let mut windows = self.0.lock();
        for name in once {
            if let Some(window) = windows.get_mut(*name) {
                window.hits = window.hits.saturating_sub(1);
            }
        }
        for name in wholly {
            if let Some(window) = windows.get_mut(*name) {
                window.hits = 0;
            }
        }
        Ok(())
    }
}
