//! Order numbers: blocks of them come from the database, single ones from memory.

use std::ops::Range;

use async_trait::async_trait;
use eop_core::kernel::error::StoreError;
use eop_core::order::port::OrderNumbers;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};

use super::SqlOrders;
use crate::entity::order_counter::{Column, Entity};
use crate::error::{inconsistent, store_error};

/// Numbers per block: so many are lost at most when a process ends, and so rarely the database is asked.
const BLOCK: u32 = 50;

/// The block that is being given out: what is left of it.
pub(super) type Block = Range<u64>;

#[async_trait]
impl OrderNumbers for SqlOrders {
    async fn next(&self) -> Result<u64, StoreError> {
        let mut block = self.block.lock().await;
        loop {
            if let Some(number) = block.next() {
                return Ok(number);
            }
            *block = self.reserve(BLOCK).await?;
        }
    }

    async fn reserve(&self, count: u32) -> Result<Range<u64>, StoreError> {
        let taken = Query::update()
            .table(Entity)
            .value(Column::Issued, Expr::col(Column::Issued).add(count))
            .and_where(Expr::col(Column::Id).eq(1))
            .returning_col(Column::Issued)
            .to_owned();
        let row = self.database.direct().query_one(&taken).await.map_err(store_error)?;
        let row = row.ok_or_else(|| inconsistent("order_counter", "id", 1))?;
        let last: i64 = row.try_get_by_index(0).map_err(|error: DbErr| store_error(error))?;
        let last = u64::try_from(last).map_err(|_| inconsistent("order_counter", "issued", 1))?;
        Ok(last + 1 - u64::from(count)..last + 1)
    }
}
