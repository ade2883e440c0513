//! A limit that costs nothing: kept in memory, by each instance for itself.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use super::clock::Timestamp;
use super::throttle::{Limit, Tally};

/// How many keys are counted before those whose window is over are forgotten.
const MANY: usize = 10_000;

/// Limits how often each key does something, where a [`Throttle`](super::throttle::Throttle) that all replicas share would
/// cost a statement per deed. With several instances each lets the whole limit through: it keeps one key from taking
/// everything, and is no quota.
#[derive(Debug)]
pub struct Pace<K> {
    limit: Limit,
    windows: Mutex<HashMap<K, Window>>,
}

#[derive(Clone, Copy, Debug)]
struct Window {
    ends_at: Timestamp,
    hits: u32,
}

impl<K: Eq + Hash> Pace<K> {
    /// Lets `limit` through for each key.
    #[must_use]
    pub fn new(limit: Limit) -> Self {
        Self { limit, windows: Mutex::default() }
    }

    /// Counts a deed of `key`.
    ///
    /// # Errors
    /// How the limit stands when there were too many.
    pub fn hit(&self, key: K, now: Timestamp) -> Result<(), Tally> {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= MANY {
            windows.retain(|_, window| window.ends_at > now);
        }
        let new = Window { ends_at: now + self.limit.window, hits: 0 };
        let window = windows.entry(key).or_insert(new);
        if window.ends_at <= now {
            *window = new;
        }
        window.hits = window.hits.saturating_add(1);
        let resets_in = (window.ends_at - now).to_std().unwrap_or_default();
        let tally = Tally { limit: self.limit, hits: window.hits, resets_in };
        if tally.is_over() { Err(tally) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use chrono::DateTime;

    use super::*;

    fn at_s(second: i64) -> Timestamp {
        DateTime::from_timestamp_micros(second * 1_000_000).unwrap()
    }

    #[test]
    fn each_key_has_its_limit_per_window() {
        let pace = Pace::new(Limit { max: 2, window: Duration::from_mins(1) });
        assert_eq!(pace.hit("alice", at_s(0)), Ok(()));
        assert_eq!(pace.hit("alice", at_s(30)), Ok(()));
        let refused = pace.hit("alice", at_s(40)).unwrap_err();
        assert_eq!((refused.hits, refused.resets_in_s()), (3, 20));
        assert_eq!(pace.hit("bob", at_s(40)), Ok(()));
        assert_eq!(pace.hit("alice", at_s(60)), Ok(()));
    }

    #[test]
    fn who_is_no_longer_counted_is_forgotten() {
        let pace = Pace::new(Limit { max: 1, window: Duration::from_secs(1) });
        for n in 0..5 * MANY {
            pace.hit(n, at_s(i64::try_from(n / 1000).unwrap())).unwrap();
            assert!(pace.windows.lock().unwrap().len() <= MANY);
        }
    }
}
