//! The machine's clock and random ids. What instances share goes by the database's clock instead.

use chrono::Utc;
use eop_core::kernel::clock::{Clock, Timestamp, to_stored_precision};
use eop_core::kernel::id::IdGenerator;
use uuid::Uuid;

/// The system clock, cut to microseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that the others stand for")]
    fn now(&self) -> Timestamp {
        to_stored_precision(Utc::now())
    }
}

/// `UUIDv7` from the system clock and randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct UuidV7Ids;

impl IdGenerator for UuidV7Ids {
    #[expect(clippy::disallowed_methods, reason = "this is the generator that the others stand for")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
