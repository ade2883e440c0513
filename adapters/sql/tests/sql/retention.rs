//! What the contract of retention cannot see: that its work stays as small after months as on the first day, and what only
//! SQL keeps.

use std::time::Duration;

use eop_contract::fixture::{a_mail, an_inbox_item, at_s, user};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::page::PageRequest;
use eop_core::kernel::retention::{Kept, Retention};
use eop_core::kernel::throttle::{Bucket, Limit, Throttle};
use eop_core::notification::port::{Inbox, InboxFilter, Mailbox};
use eop_sql::{Database, SqlNotifications, SqlRetention, SqlThrottle};
use sea_orm::sqlx::{Connection, Executor, PgConnection, Row};

use super::support::{Engine, Postgres, Schema, Scratch, Sqlite, execute, server};

const DAY: chrono::TimeDelta = chrono::TimeDelta::days(1);
/// Keys per day and table.
const KEYS: u32 = 3000;
const BATCH: u32 = 500;

/// One day of requests and messages.
async fn a_day_of_keys(connection: &mut PgConnection, day: i64) {
    let at =
        format!("timestamptz '2026-03-04 00:00Z' + {day} * interval '1 day' + n * interval '25 seconds'");
    let requests = format!(
        "INSERT INTO idempotency (principal, operation, key, fingerprint, outcome, at) \
         SELECT 'user:' || n % 50, 'order.place', 'key-{day}-' || n, '\\x00', '{{}}', {at} FROM generate_series(1, {KEYS}) n"
    );
    execute(connection, &requests).await;
    let messages = format!(
        "INSERT INTO inbox (consumer, event_id, at) \
         SELECT 'notification', md5('{day}-' || n)::uuid, {at} FROM generate_series(1, {KEYS}) n"
    );
    execute(connection, &messages).await;
}

/// The beginning of a day.
fn day(number: i64) -> Timestamp {
    "2026-03-04T00:00:00Z".parse::<Timestamp>().unwrap() + DAY * i32::try_from(number).unwrap()
}

/// Scans of the whole table, and pages of it that were looked at, by connections that have ended: the others report late.
async fn work(connection: &mut PgConnection, table: &str) -> (i64, i64) {
    let open = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'eop'";
    while connection.fetch_one(open).await.unwrap().get::<i64, _>(0) > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let sql = format!(
        "SELECT s.seq_scan, io.heap_blks_read + io.heap_blks_hit FROM pg_stat_user_tables s \
         JOIN pg_statio_user_tables io USING (relid) WHERE s.relname = '{table}'"
    );
    let row = connection.fetch_one(sea_orm::sqlx::AssertSqlSafe(sql)).await.unwrap();
    (row.get(0), row.get(1))
}

/// Purges all that is older than `before` as the loop does: how many rows, in how many batches.
async fn purged(scratch: &Scratch<Postgres>, kept: Kept, before: Timestamp) -> (u64, u32) {
    let database = Database::connect(&scratch.settings).await.unwrap();
    let retention = SqlRetention::of_orders(&database);
    let (mut rows, mut batches) = (0, 0);
    loop {
        let batch = retention.purge(kept, before, BATCH).await.unwrap();
        (rows, batches) = (rows + batch, batches + 1);
        assert!(batch <= BATCH.into());
        if batch < BATCH.into() {
            break;
        }
    }
    database.close().await;
    (rows, batches)
}

/// Keys of a week are kept, for a month, and the pages of those that went are filled again with new ones. An index of the
/// ranges of pages finds old ones everywhere by then.
#[tokio::test(flavor = "multi_thread")]
async fn after_a_month_a_purge_looks_at_what_goes_and_nothing_else() {
    if server().is_none() {
        return;
    }
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    scratch.database.clone().close().await;
    let mut connection = PgConnection::connect(&scratch.settings.url).await.unwrap();
    let tables = [(Kept::IdempotencyKeys, "idempotency"), (Kept::SeenEvents, "inbox")];
    for number in 0..30 {
        a_day_of_keys(&mut connection, number).await;
        for (kept, _) in tables {
            let (rows, _) = purged(&scratch, kept, day(number - 7)).await;
            assert_eq!(rows, if number < 8 { 0 } else { KEYS.into() }, "day {number}");
        }
        // As the server does by itself from time to time.
        execute(&mut connection, "VACUUM (ANALYZE) idempotency, inbox").await;
    }
    for (kept, table) in tables {
        let before = work(&mut connection, table).await;
        assert_eq!(purged(&scratch, kept, day(22)).await, (0, 1));
        let idle = work(&mut connection, table).await;
        assert_eq!(idle.0, before.0, "{table} was scanned though there was nothing to do");
        assert!(idle.1 - before.1 <= 2, "{} pages of {table} for nothing", idle.1 - before.1);

        assert_eq!(purged(&scratch, kept, day(23)).await, (KEYS.into(), KEYS / BATCH + 1));
        let busy = work(&mut connection, table).await;
        assert_eq!(busy.0, idle.0, "{table} was scanned to find the oldest");
        // Each row is found, locked and deleted.
        let pages = busy.1 - idle.1;
        assert!(pages <= i64::from(4 * KEYS), "{pages} pages of {table} for {KEYS} rows");
    }
}

/// Whoever changes a row that is to go is not waited for.
#[tokio::test(flavor = "multi_thread")]
async fn a_purge_waits_for_nobody() {
    if server().is_none() {
        return;
    }
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    let mut connection = PgConnection::connect(&scratch.settings.url).await.unwrap();
    a_day_of_keys(&mut connection, 0).await;
    execute(&mut connection, "BEGIN").await;
    execute(&mut connection, "UPDATE idempotency SET outcome = '[]' WHERE key = 'key-0-1'").await;
    let retention = SqlRetention::of_orders(&scratch.database);
    let purging = retention.purge(Kept::IdempotencyKeys, day(1), 10_000);
    let rows = tokio::time::timeout(Duration::from_secs(8), purging).await.unwrap().unwrap();
    assert_eq!(rows, u64::from(KEYS) - 1);
    execute(&mut connection, "ROLLBACK").await;
    assert_eq!(retention.purge(Kept::IdempotencyKeys, day(1), 10_000).await.unwrap(), 1);
}

/// Mails and inbox items by when they arrived, throttles by when their window ended.
async fn what_lies_in_boxes_and_counts_goes_too<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Notification).await;
    let store = SqlNotifications::new(&scratch.database);
    let throttle = SqlThrottle::new(&scratch.database);
    for n in 1..=3 {
        assert!(Mailbox::put(&store, a_mail(n, "user1@example.com")).await.unwrap());
        assert!(Inbox::put(&store, an_inbox_item(n, user(1))).await.unwrap());
        let limit = Limit { max: 5, window: Duration::from_secs(1) };
        let bucket = Bucket { name: format!("bucket {n}"), limit };
        throttle.hit(&[bucket], at_s(i64::try_from(n).unwrap() - 1)).await.unwrap();
    }
    let retention = SqlRetention::of_notifications(&scratch.database);
    for kept in [Kept::Mails, Kept::InboxItems, Kept::Throttles] {
        assert_eq!(retention.backlog(kept, at_s(3), 10).await.unwrap(), 2, "{kept}");
        assert_eq!(retention.purge(kept, at_s(3), 10).await.unwrap(), 2, "{kept}");
        assert_eq!(retention.backlog(kept, at_s(3), 10).await.unwrap(), 0, "{kept}");
    }
    let page = PageRequest::first(10);
    assert_eq!(Mailbox::list(&store, None, &page).await.unwrap().items.len(), 1);
    assert_eq!(Inbox::list(&store, user(1), InboxFilter::default(), &page).await.unwrap().items.len(), 1);
}

/// Of every database, all that it keeps can be counted and forgotten.
async fn every_table_that_is_named_is_there<E: Engine>() {
    for schema in [Schema::Identity, Schema::Order, Schema::Notification] {
        let scratch = Scratch::<E>::fresh(schema).await;
        let retention = match schema {
            Schema::Identity => SqlRetention::of_identity(&scratch.database),
            Schema::Order => SqlRetention::of_orders(&scratch.database),
            Schema::Notification => SqlRetention::of_notifications(&scratch.database),
        };
        for kept in retention.kept() {
            assert_eq!(retention.purge(*kept, at_s(0), 10).await.unwrap(), 0, "{kept}");
            assert_eq!(retention.backlog(*kept, at_s(0), 10).await.unwrap(), 0, "{kept}");
        }
    }
}

mod sqlite {
    #[tokio::test(flavor = "multi_thread")]
    async fn what_lies_in_boxes_and_counts_goes_too() {
        super::what_lies_in_boxes_and_counts_goes_too::<super::Sqlite>().await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn every_table_that_is_named_is_there() {
        super::every_table_that_is_named_is_there::<super::Sqlite>().await;
    }
}

mod postgres {
    #[tokio::test(flavor = "multi_thread")]
    async fn what_lies_in_boxes_and_counts_goes_too() {
        if super::server().is_some() {
            super::what_lies_in_boxes_and_counts_goes_too::<super::Postgres>().await;
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn every_table_that_is_named_is_there() {
        if super::server().is_some() {
            super::every_table_that_is_named_is_there::<super::Postgres>().await;
        }
    }
}
