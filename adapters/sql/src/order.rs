//! Orders, their history, notes and numbers.

mod counts;
mod number;
mod query;
mod search;

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
use crate::change::{OnConflict, Op};
use crate::database::Database;
use crate::entity::{customer, order, order_history, order_note, order_search};
use crate::error::store_error;
use crate::pool::Pool;
use crate::table::Written;
use crate::translation::change_set;

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
        self.database.commit(change_set(commit, write_ops)).await
    }
}

fn write_ops(write: OrderWrite, ops: &mut Vec<Op>) {
    let step = |entry| Op::insert(order_history::Model::from(entry), OnConflict::Never);
    match write {
        OrderWrite::Insert { order, history } => {
            let on_conflict = OnConflict::Taken { name: Name::Id, target: &order::Entity::table().key };
            ops.push(Op::insert(order::Model::from(order), on_conflict));
            ops.extend(history.into_iter().map(step));
        }
        OrderWrite::Update { order, from, entry } => {
            ops.push(Op::update(order::Model::from(order), from));
            ops.push(step(entry));
        }
        OrderWrite::AddNote(note) => {
            ops.push(Op::insert(order_note::Model::from(note), OnConflict::Never));
        }
        OrderWrite::PutCustomer(customer) => {
            ops.push(Op::put(customer::Model::from(customer), Some(customer::Column::Sequence)));
        }
        OrderWrite::PutSearch(document) => {
            ops.push(Op::put(order_search::Model::from(document), Some(order_search::Column::Version)));
        }
    }
}
