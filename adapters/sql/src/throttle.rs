//! Limits on how often something may be tried: one upsert per hit.

use std::time::Duration;

use async_trait::async_trait;
use chrono::TimeDelta;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::throttle::{Limit, Throttle};
use sea_orm::{ConnectionTrait, DbErr, Statement};

use crate::database::Database;
use crate::error::{inconsistent, store_error};

/// Counts hits in SQL, for all replicas together.
#[derive(Clone, Debug)]
pub struct SqlThrottle {
    database: Database,
}

impl SqlThrottle {
    /// Counts in `database`, which is at the schema of any service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone() }
    }
}

/// A window that began at or before `$3` is over, and the hit begins a new one.
const HIT: &str = "INSERT INTO throttle (bucket, started_at, hits) VALUES ($1, $2, 1) \
     ON CONFLICT (bucket) DO UPDATE SET \
     started_at = CASE WHEN throttle.started_at <= $3 THEN excluded.started_at ELSE throttle.started_at END, \
     hits = CASE WHEN throttle.started_at <= $3 THEN 1 ELSE throttle.hits + 1 END \
     RETURNING started_at, hits";

#[async_trait]
impl Throttle for SqlThrottle {
    async fn hit(&self, bucket: &str, limit: Limit, now: Timestamp) -> Result<Option<Duration>, StoreError> {
        let window = TimeDelta::from_std(limit.window).unwrap_or(TimeDelta::MAX);
        let over_since = now.checked_sub_signed(window).unwrap_or(Timestamp::UNIX_EPOCH);
        let direct = self.database.direct();
        let values = [bucket.into(), now.into(), over_since.into()];
        let hit = Statement::from_sql_and_values(direct.get_database_backend(), HIT, values);
        let row = direct.query_one_raw(hit).await.map_err(store_error)?;
        let row = row.ok_or_else(|| inconsistent("throttle", "bucket", bucket))?;
        let read = |error: DbErr| store_error(error);
        let started_at: Timestamp = row.try_get_by_index(0).map_err(read)?;
        let hits: i64 = row.try_get_by_index(1).map_err(read)?;
        if hits <= i64::from(limit.max) {
            return Ok(None);
        }
        let ends_at = started_at.checked_add_signed(window).unwrap_or(Timestamp::MAX_UTC);
        Ok(Some((ends_at - now).to_std().unwrap_or_default()))
    }

    async fn clear(&self, bucket: &str) -> Result<(), StoreError> {
        let direct = self.database.direct();
        let sql = "DELETE FROM throttle WHERE bucket = $1";
        let clear = Statement::from_sql_and_values(direct.get_database_backend(), sql, [bucket.into()]);
        direct.execute_raw(clear).await.map(drop).map_err(store_error)
    }
}
