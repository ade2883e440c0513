//! Orders, their history, notes and numbers.

mod counts;
mod number;
mod query;
mod table;

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::commit::{Commit, CommitError, Name, Outcome, RequestKey};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::OrderId;
use eop_core::order::model::Order;
use eop_core::order::port::{OrderStore, OrderWrite};
use sea_orm::EntityTrait;
use tokio::sync::Mutex;

use self::number::Block;
use self::table::{CUSTOMER, HISTORY, NOTES, ORDERS};
use crate::change::{ChangeSet, OnConflict, Op};
use crate::database::Database;
use crate::entity::order;
use crate::error::store_error;
use crate::pool::Pool;

/// The store, the queries and the numbers of orders in SQL.
#[derive(Clone, Debug)]
pub struct SqlOrders {
    database: Database,
    /// Clones give out numbers of one block.
    block: Arc<Mutex<Block>>,
}

impl SqlOrders {
    /// Keeps orders in `database`, which is at the schema of the order service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone(), block: Arc::default() }
    }

    fn reads(&self) -> &Pool {
        self.database.reads()
    }
}

#[async_trait]
impl OrderStore for SqlOrders {
    async fn find(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        let row = order::Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(Order::try_from).transpose()
    }

    async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
        self.database.find_outcome(key).await
    }

    async fn commit(&self, commit: Commit<OrderWrite>) -> Result<(), CommitError> {
        let change = ChangeSet::of(commit, |write, ops| {
            write_ops(write, ops);
            Ok(())
        })?;
        self.database.commit(change).await
    }
}

fn write_ops(write: OrderWrite, ops: &mut Vec<Op>) {
    let added = |table, row| Op::Insert { table, row, on_conflict: OnConflict::Never };
    match write {
        OrderWrite::Insert { order, history } => {
            let on_conflict = OnConflict::Taken { name: Name::Id, target: "(id)" };
            ops.push(Op::Insert { table: &ORDERS, row: table::order(order), on_conflict });
            ops.extend(history.into_iter().map(|entry| added(&HISTORY, table::entry(entry))));
        }
        OrderWrite::Update { order, from, entry } => {
            let key = order.id.0;
            ops.push(Op::Update { table: &ORDERS, key, from, set: table::order_changes(order) });
            ops.push(added(&HISTORY, table::entry(entry)));
        }
        OrderWrite::AddNote(note) => ops.push(added(&NOTES, table::note(note))),
        OrderWrite::PutCustomer(customer) => {
            ops.push(Op::Put { table: &CUSTOMER, row: table::customer(customer), guard: Some("sequence") });
        }
    }
}
