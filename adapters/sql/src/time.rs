//! The time of the database.
//!
//! What instances share, such as leases and the windows of limits, must not depend on the clock of each: one that is an hour
//! ahead would take what others hold, and one that is behind would hold nothing. So instances ask the database what time it
//! is, and count on from there by a clock that nobody sets.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use eop_core::kernel::clock::{Clock, Timestamp, to_stored_precision};
use eop_core::kernel::error::StoreError;
use parking_lot::RwLock;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::error::store_error;
use crate::pool::Pool;

/// How often the database is asked.
pub(crate) const ASK_EVERY: Duration = Duration::from_secs(10);
/// What an answer may differ without being believed: on its way it grows older.
const TOLERANCE: TimeDelta = TimeDelta::milliseconds(20);
/// A difference that is worth a line in the log: somebody set a clock.
const NOTABLE: TimeDelta = TimeDelta::seconds(1);

/// A clock that goes as the database's does.
#[derive(Debug)]
pub(crate) struct DatabaseTime(RwLock<Known>);

/// What time it was, and when that was.
#[derive(Clone, Copy, Debug)]
struct Known {
    at: Timestamp,
    since: Instant,
}

impl Known {
    fn now(self) -> Timestamp {
        let passed = TimeDelta::from_std(self.since.elapsed()).unwrap_or(TimeDelta::MAX);
        self.at.checked_add_signed(passed).unwrap_or(Timestamp::MAX_UTC)
    }
}

impl Clock for DatabaseTime {
    fn now(&self) -> Timestamp {
        let known = *self.0.read();
        to_stored_precision(known.now())
    }
}

impl DatabaseTime {
    /// Asks the database for the first time.
    pub(crate) async fn ask(pool: &Pool) -> Result<Self, sea_orm::DbErr> {
        let (known, _) = asked(pool).await?;
        Ok(Self(RwLock::new(known)))
    }

    /// Asks again, and follows the answer when it differs by more than its way can explain.
    pub(crate) async fn follow(&self, pool: &Pool) -> Result<(), StoreError> {
        let (known, way) = asked(pool).await.map_err(store_error)?;
        self.correct(known, way);
        Ok(())
    }

    fn correct(&self, known: Known, way: TimeDelta) {
        let difference = known.now() - self.now();
        if difference.abs() <= way.max(TOLERANCE) {
            return;
        }
        *self.0.write() = known;
        if difference.abs() > NOTABLE {
            tracing::warn!(seconds = difference.num_seconds(), "the database's clock was set");
        }
    }
}

/// What the database says, and how long its answer was under way.
async fn asked(pool: &Pool) -> Result<(Known, TimeDelta), sea_orm::DbErr> {
    let sql = match pool.get_database_backend() {
        DbBackend::Postgres => "SELECT clock_timestamp()",
        _ => "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
    };
    let begun = Instant::now();
    let row = pool.query_one_raw(Statement::from_string(pool.get_database_backend(), sql)).await?;
    let row = row.ok_or_else(|| sea_orm::DbErr::RecordNotFound("the time".to_owned()))?;
    let (at, way) = (row.try_get_by_index::<Timestamp>(0)?, begun.elapsed());
    // It was read in the middle of its way, most likely.
    Ok((Known { at, since: begun + way / 2 }, TimeDelta::from_std(way).unwrap_or(TimeDelta::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(seconds: i64) -> Known {
        Known { at: Timestamp::UNIX_EPOCH + TimeDelta::seconds(seconds), since: Instant::now() }
    }

    #[test]
    fn it_follows_a_clock_that_is_set_and_not_the_way_of_an_answer() {
        let time = DatabaseTime(RwLock::new(known(0)));
        let hour = TimeDelta::hours(1);
        for (set_to, way_ms, follows) in [
            (TimeDelta::milliseconds(15), 0, false),
            (TimeDelta::milliseconds(-400), 500, false),
            (TimeDelta::milliseconds(700), 500, true),
            (hour, 10, true),
            (-hour, 10, true),
        ] {
            *time.0.write() = known(0);
            let said = Known { at: Timestamp::UNIX_EPOCH + set_to, since: Instant::now() };
            time.correct(said, TimeDelta::milliseconds(way_ms));
            let moved = time.now() - Timestamp::UNIX_EPOCH;
            let expected = if follows { set_to } else { TimeDelta::zero() };
            assert!((moved - expected).abs() < TimeDelta::milliseconds(10), "{set_to}: {moved}");
        }
    }
}
