//! Time as a port, so that rules about time can be tested.

use chrono::{DateTime, SubsecRound, Utc};

/// An instant in UTC, cut to microseconds: the precision every store keeps.
pub type Timestamp = DateTime<Utc>;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The current instant, cut to microseconds by [`to_stored_precision`].
    fn now(&self) -> Timestamp;
}

/// Cuts an instant to the microseconds that PostgreSQL keeps, so that what is written reads back equal.
#[must_use]
pub fn to_stored_precision(at: Timestamp) -> Timestamp {
    at.trunc_subsecs(6)
}
