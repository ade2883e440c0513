//! Events that only a newer version understands, for who understands them.

use async_trait::async_trait;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::EventId;
use eop_core::notification::model::{Deferred, Word};
use eop_core::notification::port::Deferrals;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use super::SqlNotifications;
use crate::entity::deferred_event::{Column, Entity};
use crate::entity::reading::readable;
use crate::error::store_error;

#[async_trait]
impl Deferrals for SqlNotifications {
    async fn waiting_for(&self, words: &[Word], limit: u16) -> Result<Vec<Deferred>, StoreError> {
        let rows = Entity::find()
            .filter(Column::Word.is_in(words.iter().map(|word| word.0.as_str())))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::EventId)
            .limit(u64::from(limit))
            .all(self.reads())
            .await
            .map_err(store_error)?;
        readable(rows.into_iter().map(Deferred::try_from))
    }

    async fn forget(&self, events: &[EventId]) -> Result<(), StoreError> {
        if events.is_empty() {
            return Ok(());
        }
        let these = Entity::delete_many().filter(Column::EventId.is_in(events.iter().map(|event| event.0)));
        self.direct().execute(these.as_query()).await.map(drop).map_err(store_error)
    }

    async fn count(&self) -> Result<u64, StoreError> {
        Entity::find().count(self.reads()).await.map_err(store_error)
    }
}
