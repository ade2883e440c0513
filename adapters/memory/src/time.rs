//! A clock that is set by hand, and ids that count.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::DateTime;
use eop_core::kernel::clock::{Clock, Timestamp, to_stored_precision};
use eop_core::kernel::id::IdGenerator;
use parking_lot::Mutex;
use uuid::Uuid;

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct FixedClock(Mutex<Timestamp>);

impl FixedClock {
    /// A clock that shows `now`, cut to microseconds.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self(Mutex::new(to_stored_precision(now)))
    }

    /// Shows `now` from here on.
    pub fn set(&self, now: Timestamp) {
        *self.0.lock() = to_stored_precision(now);
    }

    /// Moves on by `by`, cut to microseconds.
    pub fn advance(&self, by: Duration) {
        let mut now = self.0.lock();
        *now = to_stored_precision(*now + by);
    }
}

/// Shows 2026-03-04T05:06:07.123457Z.
impl Default for FixedClock {
    fn default() -> Self {
        Self::at(DateTime::from_timestamp_micros(1_772_600_767_123_457).unwrap_or_default())
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock()
    }
}

/// Issues ids that look like `UUIDv7`, grow, and are the same in every run.
#[derive(Debug, Default)]
pub struct SequentialIds(AtomicU64);

impl SequentialIds {
    /// Starts with 1.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl IdGenerator for SequentialIds {
    fn next(&self) -> Uuid {
        let count = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        // Version 7, variant 10; the instant of all of them is the one that a new clock shows.
        Uuid::from_u128(0x019c_b6f1_0123_7000_8000_0001_0000_0000 + u128::from(count))
    }
}
