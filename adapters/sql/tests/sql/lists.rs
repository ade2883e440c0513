//! That a page of orders costs what it shows, however many orders there are.

use std::time::Duration;

use chrono::{DateTime, Utc};
use eop_core::kernel::id::UserId;
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::order::model::Status;
use eop_core::order::port::{OrderFilter, OrderQueries, OrderSort};
use eop_sql::{Database, SqlOrders, SqlSettings};
use sea_orm::sqlx::{Connection, Executor, PgConnection, Row};

use super::support::{Postgres, Schema, Scratch, execute, server};

const ORDERS: u32 = 20_000;
const SORTS: [OrderSort; 4] =
    [OrderSort::CreatedAt, OrderSort::UpdatedAt, OrderSort::Total, OrderSort::Number];

/// Fills the table with orders of two hundred customers, spread over a year; one in a hundred waits for approval.
async fn fill(connection: &mut PgConnection) {
    let sql = format!(
        "INSERT INTO orders (id, number, customer_id, created_by_kind, created_by_id, status, lines, total, currency, \
         shipping_address, metadata, version, created_at, updated_at) \
         SELECT md5('o' || n)::uuid, 'ORD-2026-' || lpad(n::text, 6, '0'), md5('c' || n % 200)::uuid, 'user', 'x', \
         CASE WHEN n % 100 = 37 THEN 'CREATED' ELSE 'DELIVERED' END, \
         '[{{\"sku\":\"a\",\"name\":\"a\",\"quantity\":1,\"unit_price\":{{\"amount\":1,\"currency\":\"EUR\"}}}}]', \
         (n * 7919) % 100000, 'EUR', \
         '{{\"name\":\"n\",\"line1\":\"l\",\"line2\":null,\"city\":\"c\",\"region\":null,\"postal_code\":\"1\",\
         \"country\":\"DE\"}}', '{{}}', 1, \
         timestamptz '2026-01-01 00:00Z' + n * interval '26 minutes', \
         timestamptz '2026-01-01 00:00Z' + ((n * 7) % {ORDERS}) * interval '26 minutes' \
         FROM generate_series(1, {ORDERS}) n"
    );
    execute(connection, &sql).await;
    execute(connection, "ANALYZE orders").await;
}

/// How often the table was scanned whole, and how many of its rows were fetched through an index, by connections that
/// have ended: the others report late.
async fn work(connection: &mut PgConnection) -> (i64, i64) {
    let open = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'eop'";
    while connection.fetch_one(open).await.unwrap().get::<i64, _>(0) > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let sql = "SELECT seq_scan, idx_tup_fetch FROM pg_stat_user_tables WHERE relname = 'orders'";
    let row = connection.fetch_one(sql).await.unwrap();
    (row.get(0), row.get(1))
}

/// Walks the first three pages of a list: how many orders they showed.
async fn walk(settings: &SqlSettings, filter: &OrderFilter, sort: OrderSort, direction: Direction) -> i64 {
    let database = Database::connect(settings).await.unwrap();
    let orders = SqlOrders::new(&database);
    let mut shown = 0;
    let mut request = PageRequest::first(20);
    for _ in 0..3 {
        let page = orders.list(filter, sort, direction, &request).await.unwrap();
        shown += i64::try_from(page.items.len()).unwrap();
        let Some(next) = page.next else { break };
        request.after = Some(next);
    }
    database.close().await;
    shown
}

/// In every sort and direction, from the start and from the middle, for everybody, one customer and one status.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_reads_about_the_rows_that_it_shows() {
    if server().is_none() {
        return;
    }
    let scratch = Scratch::<Postgres>::fresh(Schema::Order).await;
    let mut connection = PgConnection::connect(&scratch.settings.url).await.unwrap();
    fill(&mut connection).await;
    scratch.database.clone().close().await;
    let row = connection.fetch_one("SELECT customer_id FROM orders WHERE number = 'ORD-2026-010000'");
    let customer = UserId(row.await.unwrap().get(0));
    let middle: DateTime<Utc> = "2026-06-30T00:00:00Z".parse().unwrap();

    let everything = OrderFilter::default();
    let of_one_customer = OrderFilter { customer: Some(customer), ..OrderFilter::default() };
    let waiting = OrderFilter { statuses: vec![Status::Created], ..OrderFilter::default() };
    let since = OrderFilter { created_from: Some(middle), ..OrderFilter::default() };
    let found = OrderFilter { text: Some("ord-2026-0100".to_owned()), ..OrderFilter::default() };
    let expensive = OrderFilter { total_min: Some(50_000), ..OrderFilter::default() };
    let mut cases = vec![
        (&since, OrderSort::CreatedAt, 1),
        // Numbers with one beginning are few too.
        (&found, OrderSort::Number, 5),
        (&expensive, OrderSort::Total, 1),
        (&waiting, OrderSort::CreatedAt, 1),
        // A customer's orders are few, so that sorting all of them for a page is fair.
        (&of_one_customer, OrderSort::CreatedAt, 1),
        (&of_one_customer, OrderSort::Total, 10),
        (&of_one_customer, OrderSort::UpdatedAt, 10),
    ];
    cases.extend(SORTS.map(|sort| (&everything, sort, 1)));
    for (filter, sort, factor) in cases {
        for direction in [Direction::Ascending, Direction::Descending] {
            let before = work(&mut connection).await;
            let shown = walk(&scratch.settings, filter, sort, direction).await;
            let after = work(&mut connection).await;
            assert_eq!(shown, 60, "{filter:?} by {sort:?}, {direction:?}");
            assert_eq!(after.0, before.0, "scanned the table for {filter:?} by {sort:?}, {direction:?}");
            let read = after.1 - before.1;
            assert!(read <= 2 * factor * shown, "read {read} rows for {filter:?} by {sort:?}, {direction:?}");
        }
    }
}
