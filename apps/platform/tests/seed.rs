//! `eop seed` as a program, on SQLite.

use std::path::Path;
use std::process::{Command, Output};

use eop_core::kernel::id::UserId;
use eop_core::kernel::outbox::{Outbox, OutboxStats};
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::order::model::{Order, Status};
use eop_core::order::port::{OrderFilter, OrderQueries, OrderSort};
use eop_sql::{Database, SqlOrders, SqlOutbox, SqlSettings};
use serde_json::Value;
use tempfile::TempDir;

fn url(folder: &Path) -> String {
    format!("sqlite://{}?mode=rwc", folder.join("order.db").display())
}

/// Runs `eop seed` with these arguments, and nothing else in the environment.
fn seed(folder: &Path, arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_eop"))
        .arg("seed")
        .args(arguments.split_whitespace())
        .env_clear()
        .env("EOP_DATABASE_URL", url(folder))
        .output()
        .expect("the program can be run")
}

fn done(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout.clone()).expect("what is printed is text")
}

/// The exit status of a refused call, and what it said.
fn refused(folder: &Path, arguments: &str) -> (i32, String) {
    let output = seed(folder, arguments);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "for {arguments}");
    let said = String::from_utf8(output.stderr).expect("an error is text");
    (output.status.code().expect("it ended by itself"), said)
}

/// Every order in the database, the oldest first.
async fn orders(queries: &SqlOrders, filter: &OrderFilter) -> Vec<Order> {
    let mut orders = Vec::new();
    let mut request = PageRequest::first(100);
    loop {
        let page = queries.list(filter, OrderSort::CreatedAt, Direction::Ascending, &request).await;
        let page = page.expect("orders can be listed");
        orders.extend(page.items);
        let Some(next) = page.next else { return orders };
        request.after = Some(next);
    }
}

async fn open(folder: &Path) -> SqlOrders {
    SqlOrders::new(&database(folder).await)
}

async fn database(folder: &Path) -> Database {
    let database = Database::connect(&SqlSettings::new(url(folder))).await;
    database.expect("the database can be opened")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_database_is_filled_with_consistent_orders() {
    let folder = TempDir::new().unwrap();
    let report: Value =
        serde_json::from_str(&done(&seed(folder.path(), "--orders 500 --seed 3 --output json"))).unwrap();
    assert_eq!(
        (&report["orders"], &report["wanted"], &report["seed"]),
        (&500.into(), &500.into(), &3.into())
    );

    let queries = open(folder.path()).await;
    let orders = orders(&queries, &OrderFilter::default()).await;
    assert_eq!(orders.len(), 500);
    let told = SqlOutbox::new(&database(folder.path()).await).stats().await.unwrap();
    assert_eq!(told, OutboxStats::default(), "nobody is told of what happened long ago");
    let count = |status| orders.iter().filter(|order| order.status == status).count();
    assert_eq!((count(Status::Delivered), count(Status::Created)), (360, 30));
    let mut numbers: Vec<&str> = orders.iter().map(|order| &order.number[9..]).collect();
    assert!(numbers.is_sorted(), "numbers follow time");
    numbers.dedup();
    assert_eq!(numbers.len(), 500);
    for order in &orders {
        let history = queries.history(order.id).await.unwrap();
        assert_eq!(history.len() as u64, order.version.0);
        let last = history.last().unwrap();
        assert_eq!((last.to, last.at, &last.reason), (order.status, order.updated_at, &order.reason));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_are_added_to_those_that_are_there() {
    let folder = TempDir::new().unwrap();
    let alice: UserId = "0192f3c4-0000-7000-8000-000000000001".parse().unwrap();
    let said = done(&seed(folder.path(), "--orders 40 --seed 1 --days 30"));
    assert!(said.starts_with("40 orders in ") && said.ends_with(" (seed 1)\n"), "{said}");
    done(&seed(folder.path(), &format!("--orders 2 --customer {alice}")));
    let queries = open(folder.path()).await;
    assert_eq!(orders(&queries, &OrderFilter::default()).await.len(), 42);
    let hers = OrderFilter { customer: Some(alice), ..OrderFilter::default() };
    assert_eq!(orders(&queries, &hers).await.len(), 2);

    let (code, said) = refused(folder.path(), "--orders 40 --seed 1 --days 30");
    assert_eq!(code, 1);
    let expected = "error: 0 of 40 orders were written: the database has orders of this seed already: use another \
                    --seed, or none\n";
    assert_eq!(said, expected);
    assert_eq!(orders(&queries, &OrderFilter::default()).await.len(), 42);
}

#[test]
fn what_makes_no_sense_is_refused_before_anything_is_written() {
    let folder = TempDir::new().unwrap();
    let calls = [
        "",
        "--orders 0",
        "--orders 100000001",
        "--orders many",
        "--orders 1 --days 0",
        "--orders 1 --days 3651",
        "--orders 1 --customers 0",
        "--orders 1 --customer alice",
        "--orders 1 --customers 2 --customer 0192f3c4-0000-7000-8000-000000000001",
        "--orders 1 --seed -1",
        "--orders 1 --output yaml",
    ];
    for call in calls {
        let (code, said) = refused(folder.path(), call);
        assert_eq!(code, 2, "for {call}: {said}");
    }
    assert!(!folder.path().join("order.db").exists());
    let (code, said) = refused(folder.path(), "--orders 1 --database-url mysql://localhost/orders");
    assert_eq!((code, said.lines().count()), (1, 1), "{said}");
}
