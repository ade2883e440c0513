//! Limits on how often something may be tried: one upsert per step.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use chrono::TimeDelta;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::throttle::{Bucket, Tally, Throttle};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, Value};

use crate::database::Database;
use crate::error::{inconsistent, store_error};
use crate::pool::Pool;

/// After so many steps, windows that are over are swept away.
const SWEEP_EVERY: u32 = 64;

/// Counts hits in SQL, for all replicas together.
///
/// A bucket is one row, and goes when its window is over: the table holds what was tried within the longest window, and
/// no more than `SWEEP_EVERY` steps beyond.
#[derive(Clone, Debug)]
pub struct SqlThrottle {
    database: Database,
    steps: Arc<AtomicU32>,
}

impl SqlThrottle {
    /// Counts in `database`, which is at the schema of any service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone(), steps: Arc::default() }
    }

    fn direct(&self) -> &Pool {
        self.database.direct()
    }

    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(self.direct().get_database_backend(), sql, values)
    }

    /// Now and then removes some rows that count nothing any more: more than were added since the last time.
    async fn sweep(&self, now: Timestamp) -> Result<(), StoreError> {
        if !self.steps.fetch_add(1, Ordering::Relaxed).is_multiple_of(SWEEP_EVERY) {
            return Ok(());
        }
        // A row that somebody is counting on just now is left to the next time: nobody waits for a sweep that waits.
        let skip = match self.direct().get_database_backend() {
            DbBackend::Postgres => " FOR UPDATE SKIP LOCKED",
            _ => "",
        };
        let sql = format!("DELETE FROM throttle WHERE bucket IN ({OVER}{skip})");
        let sweep = self.statement(&sql, vec![now.into(), i64::from(8 * SWEEP_EVERY).into()]);
        self.direct().execute_raw(sweep).await.map(drop).map_err(store_error)
    }
}

/// A window that ended at or before the hit is over, and the hit begins a new one; so does one of an older version,
/// which did not say when it ends.
const ON_CONFLICT: &str = "ON CONFLICT (bucket) DO UPDATE SET \
     started_at = CASE WHEN throttle.ends_at > excluded.started_at THEN throttle.started_at ELSE excluded.started_at END, \
     ends_at = CASE WHEN throttle.ends_at > excluded.started_at THEN throttle.ends_at ELSE excluded.ends_at END, \
     hits = CASE WHEN throttle.ends_at > excluded.started_at THEN throttle.hits + 1 ELSE 1 END \
     RETURNING bucket, ends_at, hits";

const OVER: &str = "SELECT bucket FROM throttle WHERE ends_at <= $1 ORDER BY ends_at LIMIT $2";

#[async_trait]
impl Throttle for SqlThrottle {
    async fn hit(&self, buckets: &[Bucket], now: Timestamp) -> Result<Vec<Tally>, StoreError> {
        if buckets.is_empty() {
            return Ok(Vec::new());
        }
        self.sweep(now).await?;
        let mut sorted: Vec<&Bucket> = buckets.iter().collect();
        // Everybody takes the rows in one order, so that nobody waits for who waits for them.
        sorted.sort_by(|a, b| a.name.cmp(&b.name));
        let mut values: Vec<Value> = Vec::with_capacity(3 * sorted.len());
        for bucket in &sorted {
            let window = TimeDelta::from_std(bucket.limit.window).unwrap_or(TimeDelta::MAX);
            let ends_at = now.checked_add_signed(window).unwrap_or(Timestamp::MAX_UTC);
            values.extend([bucket.name.as_str().into(), now.into(), ends_at.into()]);
        }
        let rows: Vec<String> = (0..sorted.len())
            .map(|n| format!("(${}, ${}, ${}, 1)", 3 * n + 1, 3 * n + 2, 3 * n + 3))
            .collect();
        let sql = format!(
            "INSERT INTO throttle (bucket, started_at, ends_at, hits) VALUES {} {ON_CONFLICT}",
            rows.join(", ")
        );
        let rows = self.direct().query_all_raw(self.statement(&sql, values)).await.map_err(store_error)?;
        let mut counted = HashMap::with_capacity(rows.len());
        for row in rows {
            let read = |error: DbErr| store_error(error);
            let bucket: String = row.try_get_by_index(0).map_err(read)?;
            let ends_at: Timestamp = row.try_get_by_index(1).map_err(read)?;
            let hits: i64 = row.try_get_by_index(2).map_err(read)?;
            counted.insert(bucket, (ends_at, hits));
        }
        let tally = |bucket: &Bucket| {
            let found = counted.get(&bucket.name);
            let (ends_at, hits) = found.ok_or_else(|| inconsistent("throttle", "bucket", &bucket.name))?;
            let resets_in: Duration = (*ends_at - now).to_std().unwrap_or_default();
            Ok(Tally { limit: bucket.limit, hits: u32::try_from(*hits).unwrap_or(u32::MAX), resets_in })
        };
        buckets.iter().map(tally).collect()
    }

    async fn forgive(&self, once: &[&str], wholly: &[&str]) -> Result<(), StoreError> {
        if once.is_empty() && wholly.is_empty() {
            return Ok(());
        }
        let places = |from: usize, count: usize| {
            (from..from + count).map(|n| format!("${}", n + 1)).collect::<Vec<_>>().join(", ")
        };
        let all = places(0, once.len() + wholly.len());
        let left = match wholly.len() {
            0 => "hits - 1".to_owned(),
            n => format!("CASE WHEN bucket IN ({}) THEN 0 ELSE hits - 1 END", places(once.len(), n)),
        };
        let sql = match self.direct().get_database_backend() {
            // In the order in which hits take the rows.
            DbBackend::Postgres => format!(
                "WITH held AS MATERIALIZED (SELECT bucket AS name FROM throttle WHERE bucket IN ({all}) \
                 ORDER BY bucket FOR UPDATE) \
                 UPDATE throttle SET hits = {left} FROM held WHERE bucket = held.name AND hits > 0"
            ),
            _ => format!("UPDATE throttle SET hits = {left} WHERE bucket IN ({all}) AND hits > 0"),
        };
        let values = once.iter().chain(wholly).map(|name| (*name).into()).collect();
        self.direct().execute_raw(self.statement(&sql, values)).await.map(drop).map_err(store_error)
    }
}
