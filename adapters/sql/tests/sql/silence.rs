//! A network that falls silent without closing anything, and servers that change places: nobody waits for ever, and the
//! work goes on over new connections.

use std::ops::Range;
use std::time::{Duration, Instant};

use eop_contract::fixture::{a_request, an_event, an_order, at_once, inserted};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::outbox::{Claim, Outbox};
use eop_core::order::port::OrderStore;
use eop_sql::{Database, SqlOrders, SqlOutbox, SqlSettings};
use rstest::rstest;
use sea_orm::sqlx::{Connection, PgConnection};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

use super::line::{Line, Silent};
use super::support::{Postgres, Schema, Scratch, execute, server};

/// How long a statement may go without an answer, by the settings of these tests: one second at the server, and two.
const LIMIT: Duration = Duration::from_secs(3);
/// What a slow machine adds.
const SLACK: Duration = Duration::from_secs(3);

/// A database behind a line, and another way to it.
struct Scene {
    line: Line,
    far: Scratch<Postgres>,
    near: Database,
    settings: SqlSettings,
}

impl Scene {
    async fn set(tune: impl FnOnce(&mut SqlSettings)) -> Option<Self> {
        let server = server()?;
        let far = Scratch::<Postgres>::fresh(Schema::Order).await;
        let (_, name) = far.settings.url.rsplit_once('/').unwrap();
        let line = Line::to(&server).await;
        let mut settings = SqlSettings {
            max_connections: 4,
            statement_timeout: Duration::from_secs(1),
            ..SqlSettings::new(line.url(&server, name))
        };
        tune(&mut settings);
        let near = Database::connect(&settings).await.unwrap();
        Some(Self { line, far, near, settings })
    }

    fn orders(&self) -> SqlOrders {
        SqlOrders::new(&self.near)
    }

    async fn place(&self, n: u64) -> Result<(), CommitError> {
        place(&self.near, n).await
    }
}

async fn place(database: &Database, n: u64) -> Result<(), CommitError> {
    let order = an_order().numbered(n).build();
    let once = Some(a_request(&format!("key-{n}"), json!({ "order": order.id })));
    let events = vec![an_event().numbered(n).build()];
    SqlOrders::new(database).commit(Commit { once, events, ..Commit::of(vec![inserted(&order)]) }).await
}

/// All at the same time.
async fn place_all(database: &Database, numbers: Range<u64>) -> Vec<Result<(), CommitError>> {
    at_once(numbers.map(|n| {
        let database = database.clone();
        async move { place(&database, n).await }
    }))
    .await
}

async fn claim(database: &Database) -> Result<usize, StoreError> {
    let now = an_order().build().created_at;
    let claim = Claim { relay: "relay", now, lease: Duration::from_mins(1), limit: 10, except: &[] };
    SqlOutbox::new(database).claim(claim).await.map(|messages| messages.len())
}

/// What the commit under way meets nobody knows; every other one is written.
#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn commits_go_on_after_a_silence(
    #[values(Silent::ToServer, Silent::ToClient, Silent::Both)] silent: Silent,
) {
    let Some(scene) = Scene::set(|settings| settings.writers = 2).await else { return };
    // Both writers have a connection.
    for n in 0..8 {
        place_all(&scene.near, n * 4..n * 4 + 4).await.into_iter().for_each(Result::unwrap);
    }
    scene.line.fall_silent(silent);
    let begun = Instant::now();
    let outcomes = place_all(&scene.near, 100..116).await;
    let took = begun.elapsed();
    assert!(took < 2 * LIMIT + SLACK, "{took:?}");
    for outcome in outcomes {
        let told = matches!(outcome, Ok(()) | Err(CommitError::Store(StoreError::OutcomeUnknown(_))));
        assert!(told, "{outcome:?}");
    }
    let begun = Instant::now();
    scene.place(200).await.unwrap();
    assert!(begun.elapsed() < SLACK, "a new connection answers at once: {:?}", begun.elapsed());
    // Whoever was not told asks again with the same key, and learns it.
    for n in 100..116 {
        let again = scene.place(n).await;
        assert!(matches!(again, Ok(()) | Err(CommitError::Repeated(_))), "{again:?}");
    }
    let there = SqlOrders::new(&scene.far.database);
    for n in 100..116 {
        assert!(there.find(an_order().numbered(n).build().id).await.unwrap().is_some(), "order {n}");
    }
}

/// A connection that nobody used for a while is asked first, so that no outcome is unknown.
#[tokio::test(flavor = "multi_thread")]
async fn a_silence_while_nobody_writes_makes_no_outcome_unknown() {
    let Some(scene) = Scene::set(|settings| settings.writers = 1).await else { return };
    scene.place(1).await.unwrap();
    scene.orders().find(an_order().numbered(1).build().id).await.unwrap();
    scene.line.fall_silent(Silent::Both);
    sleep(Duration::from_millis(5_200)).await;
    let begun = Instant::now();
    scene.place(2).await.unwrap();
    assert_eq!(claim(&scene.near).await.unwrap(), 2, "a statement that cannot be repeated");
    assert!(begun.elapsed() < Duration::from_secs(2) + SLACK, "{:?}", begun.elapsed());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn reads_go_on_after_a_silence(#[values(Silent::ToServer, Silent::ToClient)] silent: Silent) {
    let Some(scene) = Scene::set(|_| {}).await else { return };
    scene.place(1).await.unwrap();
    let id = an_order().numbered(1).build().id;
    let read = || {
        let orders = scene.orders();
        async move { orders.find(id).await }
    };
    at_once((0..4).map(|_| read())).await;
    scene.line.fall_silent(silent);
    let begun = Instant::now();
    for found in at_once((0..4).map(|_| read())).await {
        assert!(found.unwrap().is_some());
    }
    let took = begun.elapsed();
    assert!(took > Duration::from_secs(1) && took < LIMIT + SLACK, "repeated on new connections: {took:?}");
}

/// The relay's claim is not repeated by itself; its next one works.
#[tokio::test(flavor = "multi_thread")]
async fn a_claim_ends_in_a_silence_and_the_next_one_works() {
    let Some(scene) = Scene::set(|settings| settings.max_connections = 1).await else { return };
    scene.place(1).await.unwrap();
    assert_eq!(claim(&scene.near).await.unwrap(), 1);
    scene.line.fall_silent(Silent::ToClient);
    let silent = timeout(LIMIT + SLACK, claim(&scene.near)).await.expect("it ends");
    assert!(matches!(silent, Err(StoreError::Unavailable(_))), "{silent:?}");
    assert_eq!(claim(&scene.near).await.unwrap(), 1);
}

/// Readiness asks a writer, not a connection of its own.
#[tokio::test(flavor = "multi_thread")]
async fn readiness_knows_of_silent_writers() {
    let Some(scene) = Scene::set(|settings| settings.writers = 2).await else { return };
    for n in 0..8 {
        place_all(&scene.near, n * 4..n * 4 + 4).await.into_iter().for_each(Result::unwrap);
    }
    scene.near.ping().await.unwrap();
    // Nothing gets through, and new connections do not either.
    scene.line.fall_silent_for_good();
    let database = scene.near.clone();
    let writing = tokio::spawn(async move { place(&database, 100).await });
    sleep(Duration::from_millis(2_200)).await;
    let second = timeout(Duration::from_secs(1), scene.near.ping()).await;
    assert!(!matches!(second, Ok(Ok(()))), "it must not say that all is well");
    let outcome = timeout(4 * LIMIT, writing).await.expect("it ends").unwrap();
    assert!(outcome.is_err());
    scene.line.mend();
    let begun = Instant::now();
    while scene.near.ping().await.is_err() {
        assert!(begun.elapsed() < Duration::from_secs(15), "it recovers by itself");
    }
    scene.place(101).await.unwrap();
}

/// The listening connection says nothing by nature: it is asked whether it still could.
#[tokio::test(flavor = "multi_thread")]
async fn news_are_heard_again_after_a_silence() {
    let Some(scene) = Scene::set(|_| {}).await else { return };
    assert_eq!(claim(&scene.near).await.unwrap(), 0, "the near one holds the outbox");
    let other = &scene.far.database;
    let now = an_order().build().created_at;
    let theirs = Claim { relay: "other", now, lease: Duration::from_mins(1), limit: 10, except: &[] };
    SqlOutbox::new(other).claim(theirs).await.unwrap();
    let wake = scene.near.outbox_wake();
    let hears = async |from: u64| {
        for n in from..from + 75 {
            place(other, n).await.unwrap();
            if timeout(Duration::from_millis(200), wake.notified()).await.is_ok() {
                return true;
            }
        }
        false
    };
    assert!(hears(0).await, "at first");
    sleep(Duration::from_millis(200)).await;
    let _ = timeout(Duration::from_millis(50), wake.notified()).await;
    scene.line.fall_silent(Silent::ToClient);
    assert!(hears(100).await, "after the silence");
}

/// After a failover the old primary may only read: then its connections are given up.
#[tokio::test(flavor = "multi_thread")]
async fn connections_that_only_read_are_given_up() {
    let Some(scene) = Scene::set(|settings| settings.writers = 1).await else { return };
    let (_, name) = scene.far.settings.url.rsplit_once('/').unwrap();
    let mut admin = PgConnection::connect(&server().unwrap()).await.unwrap();
    execute(&mut admin, &format!("ALTER DATABASE {name} SET default_transaction_read_only = on")).await;
    let near = Database::connect(&scene.settings).await.unwrap();
    let refused = place(&near, 1).await;
    assert!(matches!(refused, Err(CommitError::Store(StoreError::Unavailable(_)))), "{refused:?}");
    let made = scene.line.connections();
    assert!(made < 20, "it does not try without end: {made} connections");
    near.ping().await.unwrap();
    execute(&mut admin, &format!("ALTER DATABASE {name} RESET default_transaction_read_only")).await;
    place(&near, 1).await.unwrap();
    // Those who read came to the same server, and move too.
    assert_eq!(claim(&near).await.unwrap(), 1);
    near.close().await;
}

/// Of several hosts the one that answers is taken, and remembered.
#[tokio::test(flavor = "multi_thread")]
async fn of_several_hosts_the_one_that_answers_is_taken() {
    let Some(scene) = Scene::set(|_| {}).await else { return };
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let hosts = format!("127.0.0.1:1,{},{}", silent.local_addr().unwrap(), scene.line.address());
    let url = scene.settings.url.replace(&scene.line.address(), &hosts);
    let begun = Instant::now();
    let near = Database::connect(&SqlSettings { url, ..scene.settings.clone() }).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    let begun = Instant::now();
    place_all(&near, 0..8).await.into_iter().for_each(Result::unwrap);
    assert!(begun.elapsed() < Duration::from_secs(1), "it asks the right one first: {:?}", begun.elapsed());
}
