//! Time as a port, so that rules about time can be tested.

use chrono::{DateTime, Datelike, SubsecRound, Utc};
use thiserror::Error;

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

/// Why a text is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadInstant {
    /// It is not of the form.
    #[error("must be an RFC 3339 time such as 2026-01-31T12:00:00Z")]
    Format,
    /// In UTC it is before the year 1 or after the year 9999, which not every store and reader can write.
    #[error("must be within the years 0001 to 9999 in UTC")]
    Range,
}

/// The instant that a text of RFC 3339 says, in UTC and cut to the precision that every store keeps. A leap second is the
/// second after it, as in the time of Unix.
///
/// # Errors
/// [`BadInstant`].
pub fn read_instant(text: &str) -> Result<Timestamp, BadInstant> {
    let time = DateTime::parse_from_rfc3339(text).map_err(|_| BadInstant::Format)?;
    let instant = DateTime::from_timestamp_micros(time.timestamp_micros()).ok_or(BadInstant::Range)?;
    if (1..=9999).contains(&instant.year()) { Ok(instant) } else { Err(BadInstant::Range) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-01-31T12:00:00.1234567+01:00", Ok("2026-01-31T11:00:00.123456Z"))]
    #[case("0001-01-01T00:00:00Z", Ok("0001-01-01T00:00:00.000000Z"))]
    #[case("9999-12-31T23:59:59.999999Z", Ok("9999-12-31T23:59:59.999999Z"))]
    #[case("0000-12-31T23:30:00-01:00", Ok("0001-01-01T00:30:00.000000Z"))]
    #[case("2016-12-31T23:59:60Z", Ok("2017-01-01T00:00:00.000000Z"))]
    #[case("0001-01-01T00:30:00+01:00", Err(BadInstant::Range))]
    #[case("0000-06-01T00:00:00Z", Err(BadInstant::Range))]
    #[case("9999-12-31T23:30:00-01:00", Err(BadInstant::Range))]
    #[case("10000-01-01T00:00:00Z", Err(BadInstant::Format))]
    #[case("-0001-01-01T00:00:00Z", Err(BadInstant::Format))]
    #[case("2026-02-30T00:00:00Z", Err(BadInstant::Format))]
    #[case("2026-01-31", Err(BadInstant::Format))]
    #[case("yesterday", Err(BadInstant::Format))]
    #[case("", Err(BadInstant::Format))]
    fn instants_are_those_that_every_store_can_write(
        #[case] text: &str,
        #[case] expected: Result<&str, BadInstant>,
    ) {
        let read = read_instant(text);
        let written = read.map(|at| at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string());
        assert_eq!(written.as_deref(), expected.as_ref().copied(), "{text}");
    }
}
