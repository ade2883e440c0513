//! How many orders there are, by status and by the time they were placed.

use std::collections::BTreeMap;

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::UserId;
use eop_core::order::model::Status;
use eop_core::order::port::OpenOrders;
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};

use super::SqlOrders;
use crate::error::{inconsistent, store_error};

type Counts = BTreeMap<Status, u64>;

impl SqlOrders {
    /// Of all orders.
    pub(super) async fn count_all(&self, customer: Option<UserId>) -> Result<Counts, StoreError> {
        let of = if customer.is_some() { "WHERE customer_id = $1 " } else { "" };
        let sql = format!("SELECT CAST(0 AS BIGINT), status, count(*) FROM orders {of}GROUP BY status");
        let values = customer.map(|customer| Value::from(customer.0)).into_iter().collect();
        let mut periods = self.counted(&sql, values, 1).await?;
        Ok(periods.pop().unwrap_or_default())
    }

    /// Of the orders placed between each bound and the next one: one walk over the index of that time.
    pub(super) async fn count_periods(
        &self,
        customer: Option<UserId>,
        bounds: &[Timestamp],
    ) -> Result<Vec<Counts>, StoreError> {
        let Some(periods) = bounds.len().checked_sub(1).filter(|periods| *periods > 0) else {
            return Ok(Vec::new());
        };
        let cases: Vec<String> =
            (0..periods).map(|period| format!("WHEN created_at < ${} THEN {period}", period + 2)).collect();
        let (last, of) = (bounds.len(), bounds.len() + 1);
        let of = if customer.is_some() { format!(" AND customer_id = ${of}") } else { String::new() };
        let sql = format!(
            "SELECT CAST(CASE {} END AS BIGINT), status, count(*) FROM orders \
             WHERE created_at >= $1 AND created_at < ${last}{of} GROUP BY 1, 2",
            cases.join(" ")
        );
        let values = bounds.iter().map(|bound| Value::from(*bound));
        let values = values.chain(customer.map(|customer| Value::from(customer.0))).collect();
        self.counted(&sql, values, periods).await
    }

    /// Of each status that goes on: a walk over its part of the index by status and time.
    pub(super) async fn count_open(&self) -> Result<BTreeMap<Status, OpenOrders>, StoreError> {
        let open: Vec<_> = Status::open().map(|status| Value::from(status.as_str())).collect();
        let places: Vec<_> = (1..=open.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "SELECT status, count(*), min(created_at) FROM orders WHERE status IN ({}) GROUP BY status",
            places.join(", ")
        );
        let backend = self.database.direct().get_database_backend();
        let statement = Statement::from_sql_and_values(backend, sql, open);
        let rows = self.reads().query_all_raw(statement).await.map_err(store_error)?;
        rows.iter().map(read_open).collect()
    }

    /// The rows of period, status and count.
    async fn counted(
        &self,
        sql: &str,
        values: Vec<Value>,
        periods: usize,
    ) -> Result<Vec<Counts>, StoreError> {
        let backend = self.database.direct().get_database_backend();
        let statement = Statement::from_sql_and_values(backend, sql, values);
        let rows = self.reads().query_all_raw(statement).await.map_err(store_error)?;
        let mut counted = vec![Counts::new(); periods];
        for row in &rows {
            let (period, status, orders) = read(row)?;
            let counts =
                counted.get_mut(period).ok_or_else(|| inconsistent("orders", "created_at", "counts"))?;
            counts.insert(status, orders);
        }
        Ok(counted)
    }
}

fn read(row: &QueryResult) -> Result<(usize, Status, u64), StoreError> {
    let wrong = |column: &'static str| inconsistent("orders", column, "counts");
    let period: i64 = row.try_get_by_index(0).map_err(store_error)?;
    let status: String = row.try_get_by_index(1).map_err(store_error)?;
    let orders: i64 = row.try_get_by_index(2).map_err(store_error)?;
    Ok((
        usize::try_from(period).map_err(|_| wrong("created_at"))?,
        Status::named(&status).ok_or_else(|| wrong("status"))?,
        u64::try_from(orders).map_err(|_| wrong("count"))?,
    ))
}

fn read_open(row: &QueryResult) -> Result<(Status, OpenOrders), StoreError> {
    let status: String = row.try_get_by_index(0).map_err(store_error)?;
    let count: i64 = row.try_get_by_index(1).map_err(store_error)?;
    let oldest: Timestamp = row.try_get_by_index(2).map_err(store_error)?;
    let wrong = |column: &'static str| inconsistent("orders", column, "open orders");
    let status = Status::named(&status).ok_or_else(|| wrong("status"))?;
    Ok((status, OpenOrders { count: u64::try_from(count).map_err(|_| wrong("count"))?, oldest }))
}
