//! What a throttle leaves behind.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::time::Duration;

use eop_contract::fixture::at_s;
use eop_core::kernel::throttle::{Bucket, Limit, Throttle};
use eop_sql::SqlThrottle;
use sea_orm::{ConnectionTrait, Statement};

use crate::support::{Engine, Postgres, Schema, Scratch, Sqlite, server};

/// An attacker has ever new addresses: what they tried is kept for as long as it counts, not for days.
async fn windows_that_are_over_do_not_stay<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Identity).await;
    let throttle = SqlThrottle::new(&scratch.database);
    let limit = Limit { max: 1, window: Duration::from_mins(1) };
    let mut most = 0;
    for n in 0..1500_i64 {
        // Ten new buckets per minute of the clock.
        throttle.hit(&[Bucket::new(format!("login:{n}"), limit)], at_s(6 * n)).await.unwrap();
        if n % 50 == 0 {
            most = most.max(rows(&scratch).await);
        }
    }
    assert!(most <= 10 + 65, "{most} rows for the 10 tries of the last minute");
}

async fn rows<E: Engine>(scratch: &Scratch<E>) -> i64 {
    let connection = scratch.database.connection();
    let count =
        Statement::from_string(connection.get_database_backend(), "SELECT count(*) AS n FROM throttle");
    connection.query_one_raw(count).await.unwrap().unwrap().try_get("", "n").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn on_sqlite_windows_that_are_over_do_not_stay() {
    windows_that_are_over_do_not_stay::<Sqlite>().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres_windows_that_are_over_do_not_stay() {
    if server().is_some() {
        windows_that_are_over_do_not_stay::<Postgres>().await;
    }
}
