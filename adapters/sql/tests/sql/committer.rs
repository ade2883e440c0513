//! What the committer promises beyond the contract of the stores, on both engines: batches, shedding, one winner.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::{a_request, an_event, an_order, at_once, inserted, request, stepped};
use eop_core::kernel::commit::{Commit, CommitError, Name};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Event;
use eop_core::kernel::outbox::{Claim, Outbox};
use eop_core::order::model::{Action, Order, Status};
use eop_core::order::port::{OrderQueries, OrderStore, OrderWrite};
use eop_sql::{Database, SqlOrders, SqlOutbox};
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::support::{Engine, Postgres, Schema, Scratch, Sqlite, metric, metric_with, server, waits_for};

fn event_of(order: &Order, n: u64) -> Event {
    Event { key: order.id.0, sequence: order.version.0, ..an_event().numbered(n).build() }
}

/// An order as the service places it: with its event, under the key `key-{n}`.
fn placed(n: u64) -> (Order, Commit<OrderWrite>) {
    let order = an_order().numbered(n).build();
    let commit = Commit {
        events: vec![event_of(&order, n)],
        once: Some(a_request(&format!("key-{n}"), json!({ "order": order.id }))),
        ..Commit::of(vec![inserted(&order)])
    };
    (order, commit)
}

async fn events(database: &Database) -> usize {
    let claim = Claim {
        relay: "test",
        now: an_order().build().created_at,
        lease: Duration::ZERO,
        limit: 10_000,
        except: &[],
    };
    SqlOutbox::new(database).claim(claim).await.unwrap().len()
}

/// Of many that see an order waiting for approval and approve it, each under a key of their own, one does.
async fn of_200_transitions_one_wins<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let (order, commit) = placed(1);
    orders.commit(commit).await.unwrap();

    let outcomes = at_once((0..200).map(|n| {
        let orders = Arc::clone(&orders);
        let (approved, write) = stepped(&order, Action::Approve, Status::Approved);
        let commit = Commit {
            events: vec![event_of(&approved, 100 + n)],
            once: (n % 2 == 0).then(|| a_request(&format!("approve-{n}"), json!(n))),
            ..Commit::of(vec![write])
        };
        async move { orders.commit(commit).await }
    }))
    .await;

    let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let stale = outcomes.iter().filter(|outcome| matches!(outcome, Err(CommitError::Stale))).count();
    assert_eq!((won, stale), (1, 199));
    assert_eq!(orders.history(order.id).await.unwrap().len(), 2);
    assert_eq!(events(&scratch.database).await, 2);
    let mut keys = 0;
    for n in 0..200 {
        keys += usize::from(orders.find_outcome(&request(&format!("approve-{n}"))).await.unwrap().is_some());
    }
    assert!(keys <= 1, "a refused request does not use up its key");
}

/// While a batch is under way the next one gathers, and is written as one.
async fn what_waits_is_written_together<E: Engine>() {
    let scratch = Scratch::<E>::tuned(Schema::Order, |settings| settings.writers = 1).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let block = E::block(&scratch.settings).await;
    let first = tokio::spawn({
        let orders = Arc::clone(&orders);
        async move { orders.commit(placed(0).1).await }
    });
    waits_for(|| metric(&scratch.database, "eop_commit_wait_seconds_count") == 1).await;
    let rest = tokio::spawn({
        let orders = Arc::clone(&orders);
        at_once((1..=64).map(move |n| {
            let orders = Arc::clone(&orders);
            async move { orders.commit(placed(n).1).await }
        }))
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    E::unblock(block).await;

    first.await.unwrap().unwrap();
    assert!(rest.await.unwrap().iter().all(Result::is_ok));
    let database = &scratch.database;
    assert_eq!(metric(database, "eop_commit_batch_size_count"), 2, "batches");
    assert_eq!(metric(database, "eop_commit_batch_size_sum"), 65, "commits in them");
    assert_eq!(metric(database, "eop_commit_round_trips_total"), 2, "one statement or transaction per batch");
    assert_eq!(metric_with(database, "eop_commit_outcomes_total", ",outcome=\"applied\""), 65);
    assert_eq!(events(database).await, 65);
}

/// A commit that would change the rows of another one waits for it, though everything else goes past it.
async fn commits_on_one_order_take_turns_within_the_crowd<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let (order, commit) = placed(1);
    orders.commit(commit).await.unwrap();
    let (approved, approve) = stepped(&order, Action::Approve, Status::Approved);
    let (_, ship) = stepped(&approved, Action::Ship, Status::Shipped);
    let mut commits = vec![Commit::of(vec![approve]), Commit::of(vec![ship])];
    commits.extend((2..=40).map(|n| placed(n).1));
    let block = E::block(&scratch.settings).await;
    let all = tokio::spawn({
        let orders = Arc::clone(&orders);
        async move {
            let commits = commits.into_iter().map(|commit| orders.commit(commit));
            futures::future::join_all(commits).await
        }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    E::unblock(block).await;
    let outcomes = all.await.unwrap();
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
    assert_eq!(orders.history(order.id).await.unwrap().len(), 3);
}

/// Who comes when too many wait is told so at once; who waits is served.
async fn a_full_queue_is_overloaded<E: Engine>() {
    let tune = |settings: &mut eop_sql::SqlSettings| (settings.writers, settings.queue_capacity) = (1, 4);
    let scratch = Scratch::<E>::tuned(Schema::Order, tune).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let block = E::block(&scratch.settings).await;
    let commit = |n| {
        let orders = Arc::clone(&orders);
        tokio::spawn(async move { orders.commit(placed(n).1).await })
    };
    let mut served = vec![commit(0)];
    waits_for(|| metric(&scratch.database, "eop_commit_wait_seconds_count") == 1).await;
    served.extend((1..=4).map(commit));
    tokio::time::sleep(Duration::from_millis(200)).await;
    let refused = orders.commit(placed(5).1).await;
    assert!(matches!(refused, Err(CommitError::Store(StoreError::Overloaded))), "{refused:?}");
    E::unblock(block).await;
    for task in served {
        task.await.unwrap().unwrap();
    }
    assert_eq!(orders.find(placed(5).0.id).await.unwrap(), None);
    orders.commit(placed(5).1).await.unwrap();
}

/// A commit that breaks a constraint that nobody foresaw fails alone, whatever its place in the batch.
async fn an_unforeseen_refusal_hits_one_commit_only<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let (taken, commit) = placed(1);
    orders.commit(commit).await.unwrap();
    let block = E::block(&scratch.settings).await;
    let all = tokio::spawn({
        let orders = Arc::clone(&orders);
        at_once((2..=64).map(move |n| {
            let orders = Arc::clone(&orders);
            let (mut order, mut commit) = placed(n);
            if n % 30 == 0 {
                order.number.clone_from(&taken.number);
                commit.writes = vec![inserted(&order)];
            }
            async move { (n, orders.commit(commit).await) }
        }))
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    E::unblock(block).await;
    for (n, outcome) in all.await.unwrap() {
        match outcome {
            Err(CommitError::Store(StoreError::Refused(_))) if n % 30 == 0 => {}
            Ok(()) if n % 30 != 0 => {}
            other => panic!("{n}: {other:?}"),
        }
    }
    assert_eq!(events(&scratch.database).await, 62);
    let burnt = orders.find_outcome(&request("key-30")).await.unwrap();
    assert_eq!(burnt, None, "a refused request does not use up its key");
}

/// The key is written before the id is found to be in use: neither stays, and the rest of the batch does.
async fn a_taken_id_under_a_key_leaves_nothing<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let (there, commit) = placed(1);
    orders.commit(commit).await.unwrap();
    let block = E::block(&scratch.settings).await;
    let all = tokio::spawn({
        let orders = Arc::clone(&orders);
        at_once((2..=33).map(move |n| {
            let orders = Arc::clone(&orders);
            let (mut order, mut commit) = placed(n);
            if n % 16 == 0 {
                order.id = there.id;
                commit.writes = vec![inserted(&order)];
            }
            async move { (n, orders.commit(commit).await) }
        }))
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    E::unblock(block).await;
    for (n, outcome) in all.await.unwrap() {
        match outcome {
            Err(CommitError::Taken(Name::Id)) if n % 16 == 0 => {}
            Ok(()) if n % 16 != 0 => {}
            other => panic!("{n}: {other:?}"),
        }
    }
    assert_eq!(orders.find_outcome(&request("key-16")).await.unwrap(), None);
    assert_eq!(events(&scratch.database).await, 31);
}

/// Commits that are in the queue when the database is closed are written; later ones are refused.
async fn closing_writes_what_waits<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let block = E::block(&scratch.settings).await;
    let all = tokio::spawn({
        let orders = Arc::clone(&orders);
        at_once((1..=32).map(move |n| {
            let orders = Arc::clone(&orders);
            async move { orders.commit(placed(n).1).await }
        }))
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    let closing = tokio::spawn(scratch.database.clone().close());
    tokio::time::sleep(Duration::from_millis(50)).await;
    let late = orders.commit(placed(100).1).await;
    assert!(matches!(late, Err(CommitError::Store(StoreError::Unavailable(_)))), "{late:?}");
    E::unblock(block).await;
    closing.await.unwrap();
    assert!(all.await.unwrap().iter().all(Result::is_ok));
    let again = Database::connect(&scratch.settings).await.unwrap();
    assert_eq!(events(&again).await, 32);
}

/// The relay hears of events at once, and of nothing else.
async fn a_commit_with_events_wakes_the_relay<E: Engine>() {
    let scratch = Scratch::<E>::fresh(Schema::Order).await;
    let orders = SqlOrders::new(&scratch.database);
    let wake = scratch.database.outbox_wake();
    let quiet = Commit::of(vec![inserted(&an_order().numbered(7).build())]);
    orders.commit(quiet).await.unwrap();
    let woken = tokio::time::timeout(Duration::from_millis(50), wake.notified()).await;
    assert!(woken.is_err(), "nothing to publish");
    orders.commit(placed(1).1).await.unwrap();
    tokio::time::timeout(Duration::from_secs(5), wake.notified()).await.unwrap();
}

/// Commits that write much do not gather to a statement of thousands of rows, during which nothing else is written.
async fn a_batch_has_no_more_operations_than_it_may<E: Engine>() {
    let tune = |settings: &mut eop_sql::SqlSettings| (settings.writers, settings.max_batch_rows) = (1, 10);
    let scratch = Scratch::<E>::tuned(Schema::Order, tune).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let block = E::block(&scratch.settings).await;
    let first = tokio::spawn({
        let orders = Arc::clone(&orders);
        async move { orders.commit(placed(0).1).await }
    });
    waits_for(|| metric(&scratch.database, "eop_commit_wait_seconds_count") == 1).await;
    let rest = tokio::spawn({
        let orders = Arc::clone(&orders);
        at_once((1..=12).map(move |n| {
            let orders = Arc::clone(&orders);
            async move { orders.commit(placed(n).1).await }
        }))
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    E::unblock(block).await;
    first.await.unwrap().unwrap();
    assert!(rest.await.unwrap().iter().all(Result::is_ok));
    // Each writes the order, its first step and its event.
    assert_eq!(metric(&scratch.database, "eop_commit_batch_size_count"), 1 + 4, "batches of three");
}

/// A statement that one commit keeps from ending in time does not take the others with it.
#[tokio::test(flavor = "multi_thread")]
async fn a_commit_that_takes_too_long_fails_alone() {
    if server().is_none() {
        return;
    }
    let tune = |settings: &mut eop_sql::SqlSettings| {
        (settings.writers, settings.statement_timeout) = (1, Duration::from_millis(1500));
    };
    let scratch = Scratch::<Postgres>::tuned(Schema::Order, tune).await;
    let slow = placed(5).0.number;
    let trigger = format!(
        "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN IF NEW.number = '{slow}' THEN PERFORM pg_sleep(60); END IF; RETURN NEW; END $$; \
         CREATE TRIGGER dawdle BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION dawdle()"
    );
    scratch.database.connection().execute_unprepared(&trigger).await.unwrap();
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let block = Postgres::block(&scratch.settings).await;
    let all = tokio::spawn({
        let orders = Arc::clone(&orders);
        at_once((1..=8).map(move |n| {
            let orders = Arc::clone(&orders);
            async move { (n, orders.commit(placed(n).1).await) }
        }))
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    Postgres::unblock(block).await;
    for (n, outcome) in all.await.unwrap() {
        match outcome {
            Err(CommitError::Store(StoreError::Unavailable(_))) if n == 5 => {}
            Ok(()) if n != 5 => {}
            other => panic!("{n}: {other:?}"),
        }
    }
}

/// While nothing can be written at all, halving a batch again and again would take its writer away for minutes.
#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_takes_too_long_whatever_is_in_it_is_given_up() {
    if server().is_none() {
        return;
    }
    let tune = |settings: &mut eop_sql::SqlSettings| {
        (settings.writers, settings.statement_timeout) = (1, Duration::from_millis(300));
    };
    let scratch = Scratch::<Postgres>::tuned(Schema::Order, tune).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let block = Postgres::block(&scratch.settings).await;
    let outcomes = at_once((1..=64).map(|n| {
        let orders = Arc::clone(&orders);
        async move { orders.commit(placed(n).1).await }
    }))
    .await;
    assert!(
        outcomes.iter().all(|outcome| matches!(outcome, Err(CommitError::Store(StoreError::Unavailable(_)))))
    );
    let statements = metric(&scratch.database, "eop_commit_round_trips_total");
    // The first commit comes alone, and a batch of 64 is halved six times and tried once more.
    assert!(statements <= 2 * 8 + 2, "{statements} statements");
    Postgres::unblock(block).await;
    orders.commit(placed(100).1).await.unwrap();
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
    of_200_transitions_one_wins,
    what_waits_is_written_together,
    commits_on_one_order_take_turns_within_the_crowd,
    a_full_queue_is_overloaded,
    an_unforeseen_refusal_hits_one_commit_only,
    a_taken_id_under_a_key_leaves_nothing,
    closing_writes_what_waits,
    a_commit_with_events_wakes_the_relay,
    a_batch_has_no_more_operations_than_it_may,
);
