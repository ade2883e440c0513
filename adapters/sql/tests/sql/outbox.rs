//! What the contract of the outbox cannot see: rows that cannot be read, and what claims and counts cost when much waits.

use std::time::{Duration, Instant};

use eop_contract::fixture::{an_audit_entry, an_event, at_s};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::outbox::{Claim, Decision, OperatedOutbox, Outbox};
use eop_core::kernel::page::PageRequest;
use eop_core::order::port::OrderStore;
use eop_sql::{SqlOrders, SqlOutbox};
use sea_orm::{ConnectionTrait, DbBackend};

use super::support::{Engine, Postgres, Schema, Scratch, Sqlite, server};

/// Events 1 to 5, of keys 1, 2, 1, 3 and 2.
async fn given_events<E: Engine>(scratch: &Scratch<E>) {
    let events = [(1, 1), (2, 2), (3, 1), (4, 3), (5, 2)];
    let events = events.map(|(n, key)| an_event().numbered(n).about(key).after_change(n).build());
    let orders = SqlOrders::new(&scratch.database);
    orders.commit(Commit { events: events.into(), ..Commit::of(Vec::new()) }).await.unwrap();
}

async fn run<E: Engine>(scratch: &Scratch<E>, sql: &str) -> u64 {
    scratch.database.connection().execute_unprepared(sql).await.unwrap().rows_affected()
}

/// The numbers of what a relay gets `now_s` seconds after the start.
async fn claimed(outbox: &SqlOutbox, now_s: i64) -> Vec<u64> {
    let claim =
        Claim { relay: "one", now: at_s(now_s), lease: Duration::from_secs(10), limit: 4000, except: &[] };
    let messages = outbox.claim(claim).await.unwrap();
    messages.iter().map(|message| message.event.id.0.as_u64_pair().1 & 0xffff).collect()
}

/// Decides about what is parked at `position`, in the `n`-th audit entry.
async fn decide(outbox: &SqlOutbox, position: i64, decision: Decision, n: u64) -> bool {
    outbox.resolve(position, decision, an_audit_entry(n)).await.unwrap()
}

/// A decision that cannot be audited is none.
async fn a_message_stays_parked_when_the_audit_entry_cannot_be_written<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    given_events(&scratch).await;
    let outbox = SqlOutbox::new(&scratch.database);
    for position in [1, 2] {
        outbox.park(position, "too large").await.unwrap();
    }
    assert!(decide(&outbox, 1, Decision::Skip, 1).await);
    for decision in [Decision::Skip, Decision::Release] {
        let failed = outbox.resolve(2, decision, an_audit_entry(1)).await;
        assert!(failed.is_err(), "the id of the entry is taken");
        assert_eq!(outbox.stats().await.unwrap().parked, 1);
    }
    assert!(decide(&outbox, 2, Decision::Skip, 2).await);
}

/// It is parked, and an operator can give it up.
async fn an_event_that_cannot_be_read_holds_up_its_own_key_only<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    given_events(&scratch).await;
    assert_eq!(run(&scratch, "UPDATE outbox SET sequence = -1 WHERE sequence = 1").await, 1);
    let outbox = SqlOutbox::new(&scratch.database);
    assert_eq!(claimed(&outbox, 0).await, [2, 4, 5]);
    let stats = outbox.stats().await.unwrap();
    assert_eq!((stats.pending, stats.parked), (4, 1));
    assert_eq!(claimed(&outbox, 100).await, [2, 4, 5]);
    assert!(decide(&outbox, 1, Decision::Release, 1).await, "somebody says that it can be read now");
    assert_eq!(claimed(&outbox, 101).await, [2, 4, 5], "it cannot");
    assert!(decide(&outbox, 1, Decision::Skip, 2).await);
    assert_eq!(claimed(&outbox, 102).await, [2, 3, 4, 5]);
}

/// SQLite hands over whatever lies in a column.
#[tokio::test(flavor = "multi_thread")]
async fn an_event_without_a_readable_id_holds_up_its_own_key_only() {
    let scratch = Scratch::<Sqlite>::fresh(Schema::Order).await;
    given_events(&scratch).await;
    assert_eq!(run(&scratch, "UPDATE outbox SET event_id = 'nonsense' WHERE sequence = 2").await, 1);
    let outbox = SqlOutbox::new(&scratch.database);
    assert_eq!(claimed(&outbox, 0).await, [1, 3, 4]);
    assert_eq!(outbox.stats().await.unwrap().parked, 1);
    // Operators see what there is, and decide about it.
    let [parked] = &outbox.list(Some(true), &PageRequest::first(10)).await.unwrap().items[..] else {
        panic!("one is parked")
    };
    assert_eq!((parked.position, parked.event, parked.kind.as_deref()), (2, None, Some("order.created.v1")));
    assert!(parked.error.is_some(), "{parked:?}");
    assert_eq!(outbox.find_parked(2).await.unwrap().as_ref(), Some(parked));
    assert!(decide(&outbox, 2, Decision::Skip, 1).await);
    assert_eq!(claimed(&outbox, 1).await, [1, 3, 4, 5]);
}

async fn an_event_can_wait_for_an_operator_from_the_beginning<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let outbox = SqlOutbox::new(&scratch.database);
    let event = an_event().numbered(7).about(1).after_change(1).build();
    let position = outbox.put_parked(event.clone(), "nobody takes it").await.unwrap();
    assert_eq!(position, 1, "the first of all");
    given_events(&scratch).await;
    let parked = outbox.find_parked(position).await.unwrap().expect("it is parked");
    let said = parked.error.as_deref();
    assert_eq!((parked.position, parked.event, said), (1, Some(event.id), Some("nobody takes it")));
    assert_eq!(
        (parked.kind.as_ref(), parked.key, parked.occurred_at),
        (Some(&event.kind), Some(event.key), Some(event.occurred_at))
    );
    assert_eq!(claimed(&outbox, 0).await, [2, 4, 5], "its key waits");
    assert!(decide(&outbox, position, Decision::Release, 1).await);
    assert_eq!(claimed(&outbox, 1).await, [7, 1, 2, 3, 4, 5]);
    let claim = Claim { relay: "one", now: at_s(1), lease: Duration::from_secs(10), limit: 1, except: &[] };
    assert_eq!(outbox.claim(claim).await.unwrap()[0].event, event, "as it was given");
}

/// The instance that wrote it is newer than the one whose relay finds it: it is no fault, and nobody has to decide.
async fn an_event_of_a_topic_of_a_later_version_waits_for_it<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    given_events(&scratch).await;
    assert_eq!(run(&scratch, "UPDATE outbox SET topic = 'returns.v9' WHERE sequence = 1").await, 1);
    let outbox = SqlOutbox::new(&scratch.database);
    assert_eq!(claimed(&outbox, 0).await, [2, 4, 5]);
    let stats = outbox.stats().await.unwrap();
    assert_eq!((stats.pending, stats.parked), (5, 0));
    assert_eq!(run(&scratch, "UPDATE outbox SET topic = 'orders.v1' WHERE sequence = 1").await, 1);
    assert_eq!(claimed(&outbox, 9).await, [2, 4, 5]);
    assert_eq!(claimed(&outbox, 10).await, [1, 2, 3, 4, 5]);
}

/// Fills the outbox with so many keys, each of three events; of each key that is held, the second is deferred.
async fn fill<E: Engine>(scratch: &Scratch<E>, keys: u32, held: u32) {
    let (key, series) = match scratch.database.connection().get_database_backend() {
        DbBackend::Postgres => {
            ("md5('k' || n % {keys})::uuid", format!("FROM generate_series(0, {}) AS s(n)", 3 * keys - 1))
        }
        _ => (
            "CAST(printf('%016d', n % {keys}) AS BLOB)",
            format!(
                "FROM (WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < {}) SELECT n FROM s)",
                3 * keys
            ),
        ),
    };
    let key = key.replace("{keys}", &keys.to_string());
    let id = key.clone();
    let sql = format!(
        "INSERT INTO outbox (event_id, topic, kind, key, sequence, occurred_at, data, attempts, parked, retry_at) \
         SELECT {id}, 'orders.v1', 'order.created.v1', {key}, n, '2026-01-01T00:00:00+00:00', '{{}}', 0, false, \
         CASE WHEN n >= {keys} AND n < {keys} + {held} THEN '2100-01-01T00:00:00+00:00' END {series}"
    );
    let sql = match scratch.database.connection().get_database_backend() {
        DbBackend::Postgres => sql
            .replace("'2026-01-01T00:00:00+00:00'", "timestamptz '2026-01-01'")
            .replace("'2100-01-01T00:00:00+00:00'", "timestamptz '2100-01-01'"),
        _ => sql,
    };
    assert_eq!(run(scratch, &sql).await, u64::from(3 * keys));
}

/// A claim that compared each row with each key that is held took eleven seconds here; and what comes before the held
/// event of a key is still handed out.
async fn a_claim_asks_little_of_each_row_however_many_keys_are_held<E: Engine>() {
    let claimed = async |held| {
        let scratch = Scratch::<E>::fresh(Schema::Order).await;
        fill(&scratch, 20_000, held).await;
        let outbox = SqlOutbox::new(&scratch.database);
        let lease = Duration::from_mins(1);
        let claim = Claim { relay: "one", now: at_s(0), lease, limit: u16::MAX, except: &[] };
        let begun = Instant::now();
        (outbox.claim(claim).await.unwrap().len(), begun.elapsed())
    };
    let (all, free) = claimed(0).await;
    let (few, held) = claimed(19_000).await;
    // The first of every key, and all three of the thousand keys that nothing holds.
    assert_eq!((all, few), (60_000, 20_000 + 2 * 1000));
    // On the same machine in the same minute, however busy it is.
    assert!(held < 10 * free, "{held:?} with held keys, {free:?} without");
}

/// Every instance counts every few seconds, also while very much waits.
async fn what_waits_is_counted_without_looking_at_all_of_it<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    fill(&scratch, 20_000, 5).await;
    let outbox = SqlOutbox::new(&scratch.database);
    outbox.park(30_000, "too large").await.unwrap();
    let stats = outbox.stats().await.unwrap();
    assert_eq!((stats.pending, stats.parked), (60_000, 1));
    run(&scratch, "DELETE FROM outbox WHERE position <= 59500").await;
    let stats = outbox.stats().await.unwrap();
    assert_eq!((stats.pending, stats.parked), (500, 0), "few are counted one by one");
}

/// The plan of what a statistic reads, on a table of sixty thousand rows.
#[tokio::test(flavor = "multi_thread")]
async fn counting_reads_no_table_whole() {
    use sea_orm::sqlx::{Connection, Executor, PgConnection, Row};

    if server().is_none() {
        return;
    }
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    fill(&scratch, 20_000, 5).await;
    run(&scratch, "ANALYZE outbox").await;
    let mut connection = PgConnection::connect(&scratch.settings.url).await.unwrap();
    let read =
        "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_user_tables WHERE relname = 'outbox'";
    let open = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'eop'";
    let mut reads = Vec::new();
    for _ in 0..2 {
        // Connections tell what they did when they end.
        let database = eop_sql::Database::connect(&scratch.settings).await.unwrap();
        if !reads.is_empty() {
            SqlOutbox::new(&database).stats().await.unwrap();
        }
        database.close().await;
        scratch.database.clone().close().await;
        while connection.fetch_one(open).await.unwrap().get::<i64, _>(0) > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        reads.push(connection.fetch_one(read).await.unwrap().get::<i64, _>(0));
    }
    assert!(reads[1] - reads[0] < 1100, "{reads:?}");
}

/// Lists the cases for both engines.
macro_rules! cases {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $case() {
                super::$case::<super::Sqlite>().await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $case() {
                if super::server().is_some() {
                    super::$case::<super::Postgres>().await;
                }
            })+
        }
    };
}

cases!(
    a_message_stays_parked_when_the_audit_entry_cannot_be_written,
    an_event_that_cannot_be_read_holds_up_its_own_key_only,
    an_event_can_wait_for_an_operator_from_the_beginning,
    an_event_of_a_topic_of_a_later_version_waits_for_it,
    a_claim_asks_little_of_each_row_however_many_keys_are_held,
    what_waits_is_counted_without_looking_at_all_of_it,
);
