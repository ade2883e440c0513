//! What becomes of commits and reads when the connection to `PostgreSQL` is lost, and that everything comes back by
//! itself.

use std::sync::Arc;
use std::time::Duration;

use eop_contract::fixture::{a_request, an_order, at_once, inserted};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::order::model::Order;
use eop_core::order::port::{OrderQueries, OrderStore, OrderWrite};
use eop_sql::{Database, SqlOrders, SqlSettings};
use sea_orm::sqlx::{Connection, PgConnection};
use serde_json::json;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use super::support::{Engine, Postgres, Schema, Scratch, at, execute, metric, server, waits_for};

fn placed(n: u64, key: &str) -> (Order, Commit<OrderWrite>) {
    let order = an_order().numbered(n).build();
    let once = Some(a_request(key, json!({ "order": order.id })));
    let commit = Commit { once, ..Commit::of(vec![inserted(&order)]) };
    (order, commit)
}

/// The outcome that a repetition is told.
fn repeated(result: Result<(), CommitError>) -> serde_json::Value {
    match result {
        Err(CommitError::Repeated(outcome)) => outcome.value,
        other => panic!("not a repetition: {other:?}"),
    }
}

/// Ends every connection of the tests' database but the administrator's own.
async fn terminate(settings: &SqlSettings) {
    let (_, name) = settings.url.rsplit_once('/').unwrap();
    let mut admin = PgConnection::connect(&server().unwrap()).await.unwrap();
    let sql = format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = '{name}' AND application_name = 'eop'"
    );
    execute(&mut admin, &sql).await;
    admin.close().await.unwrap();
}

/// The server says that it ended the connection, so nothing was applied, and the batch is written on a new one.
#[tokio::test(flavor = "multi_thread")]
async fn a_batch_whose_backend_is_terminated_is_written_again() {
    if server().is_none() {
        return;
    }
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let block = Postgres::block(&scratch.settings).await;
    let writing = tokio::spawn({
        let orders = Arc::clone(&orders);
        at_once((0..16).map(move |n| {
            let orders = Arc::clone(&orders);
            async move { orders.commit(placed(n, &format!("key-{n}")).1).await }
        }))
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    terminate(&scratch.settings).await;
    Postgres::unblock(block).await;
    for (n, outcome) in (0..).zip(writing.await.unwrap()) {
        outcome.unwrap();
        let (order, _) = placed(n, "");
        assert_eq!(orders.history(order.id).await.unwrap().len(), 1);
        let (_, again) = placed(1000 + n, &format!("key-{n}"));
        assert_eq!(repeated(orders.commit(again).await), json!({ "order": order.id }));
    }
}

/// A wire to the server that can be cut on this side while the server goes on.
struct Wire {
    port: u16,
    cut: watch::Sender<bool>,
}

impl Wire {
    async fn to(server: &str) -> Self {
        let address = server.rsplit_once('/').unwrap().0.rsplit_once('@').unwrap().1.to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (cut, is_cut) = watch::channel(false);
        tokio::spawn(async move {
            // Kept open after the cut, so that the server does not notice it.
            let mut far_ends = Vec::new();
            while let Ok((mut near, _)) = listener.accept().await {
                let mut far = TcpStream::connect(&address).await.unwrap();
                let mut is_cut = is_cut.clone();
                far_ends.push(tokio::spawn(async move {
                    let cut = async move { is_cut.wait_for(|cut| *cut).await.map(drop) };
                    tokio::select! {
                        _ = copy_bidirectional(&mut near, &mut far) => None,
                        _ = cut => { drop(near); Some(far) },
                    }
                }));
            }
        });
        Self { port, cut }
    }

    fn url(&self, server: &str, database: &str) -> String {
        let user = server.split("://").nth(1).unwrap().rsplit_once('@').unwrap().0;
        format!("postgres://{user}@127.0.0.1:{}/{database}?sslmode=disable", self.port)
    }
}

/// Nobody can know what became of a batch when the wire is cut after it was sent; the once-key tells the truth later.
#[tokio::test(flavor = "multi_thread")]
async fn a_cut_wire_leaves_the_outcome_unknown_until_the_key_is_used_again() {
    let Some(server) = server() else { return };
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    let (_, name) = scratch.settings.url.rsplit_once('/').unwrap();
    let wire = Wire::to(&server).await;
    let settings = SqlSettings { url: wire.url(&server, name), writers: 1, ..SqlSettings::new("") };
    let database = Database::connect(&settings).await.unwrap();
    let orders = Arc::new(SqlOrders::new(&database));
    // The statement is prepared now, so that the next batch is one message.
    orders.commit(placed(0, "prepares").1).await.unwrap();

    let block = Postgres::block(&scratch.settings).await;
    let writing = tokio::spawn({
        let orders = Arc::clone(&orders);
        async move { orders.commit(placed(1, "key").1).await }
    });
    waits_for(|| metric(&database, "eop_commit_round_trips_total") == 2).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    wire.cut.send(true).unwrap();
    let outcome = writing.await.unwrap();
    assert!(matches!(outcome, Err(CommitError::Store(StoreError::OutcomeUnknown(_)))), "{outcome:?}");
    Postgres::unblock(block).await;
    wire.cut.send(false).unwrap();

    // The server goes on with the batch, and the repetition is told of it.
    let (first, _) = placed(1, "");
    let there = SqlOrders::new(&scratch.database);
    while there.find(first.id).await.unwrap().is_none() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let (_, again) = placed(2, "key");
    assert_eq!(repeated(orders.commit(again).await), json!({ "order": first.id }));
    assert_eq!(orders.history(first.id).await.unwrap().len(), 1);
    database.close().await;
}

/// While the database is away everything fails as unavailable, soon; when it is back everything works again.
#[tokio::test(flavor = "multi_thread")]
async fn everything_recovers_when_the_database_comes_back() {
    let Some(server) = server() else { return };
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    let (_, name) = scratch.settings.url.rsplit_once('/').unwrap();
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let (kept, commit) = placed(1, "before");
    orders.commit(commit).await.unwrap();
    at_once((0..8).map(|_| {
        let (orders, id) = (Arc::clone(&orders), kept.id);
        async move { orders.find(id).await.unwrap() }
    }))
    .await;

    let mut admin = PgConnection::connect(&at(&server, "postgres")).await.unwrap();
    execute(&mut admin, &format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")).await;
    terminate(&scratch.settings).await;
    let outcomes = at_once((10..40).map(|n| {
        let orders = Arc::clone(&orders);
        async move { orders.commit(placed(n, &format!("key-{n}")).1).await }
    }))
    .await;
    for outcome in outcomes {
        assert!(matches!(outcome, Err(CommitError::Store(StoreError::Unavailable(_)))), "{outcome:?}");
    }
    let read = orders.find(kept.id).await;
    assert!(matches!(read, Err(StoreError::Unavailable(_))), "{read:?}");
    assert!(matches!(scratch.database.ping().await, Err(StoreError::Unavailable(_))));

    execute(&mut admin, &format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")).await;
    assert_eq!(orders.find(kept.id).await.unwrap().as_ref(), Some(&kept));
    let outcomes = at_once((10..40).map(|n| {
        let orders = Arc::clone(&orders);
        async move { orders.commit(placed(n, &format!("key-{n}")).1).await }
    }))
    .await;
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
}

/// A server that restarts while nobody asks is not noticed by those who read later.
#[tokio::test(flavor = "multi_thread")]
async fn reads_survive_the_loss_of_idle_connections() {
    if server().is_none() {
        return;
    }
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    let orders = Arc::new(SqlOrders::new(&scratch.database));
    let (order, commit) = placed(1, "key");
    orders.commit(commit).await.unwrap();
    for _ in 0..3 {
        at_once((0..8).map(|_| {
            let (orders, id) = (Arc::clone(&orders), order.id);
            async move { assert!(orders.find(id).await.unwrap().is_some()) }
        }))
        .await;
        terminate(&scratch.settings).await;
    }
    // A commit meets the loss too; it was never sent, and is not lost.
    orders.commit(placed(2, "other").1).await.unwrap();
}

/// An address of no engine, or where nobody listens, is refused at the start.
#[tokio::test]
async fn a_wrong_address_is_refused_with_its_reason() {
    use eop_sql::ConnectError;
    let connect = async |url: &str| Database::connect(&SqlSettings::new(url)).await.map(drop);
    assert!(matches!(connect("mysql://localhost/x").await, Err(ConnectError::UnknownScheme)));
    assert!(matches!(connect("postgres://localhost:port/x").await, Err(ConnectError::Address(_))));
    assert!(matches!(connect("postgres://nobody@127.0.0.1:1/x").await, Err(ConnectError::Unreachable(_))));
    assert!(matches!(connect("sqlite::memory:").await, Err(ConnectError::InMemory)));
    assert!(matches!(connect("sqlite:///no/such/folder/x.db").await, Err(ConnectError::NoFolder(_))));
}
