//! Events that only a newer version understands: as rows, and for who understands them.

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
use super::table::foreign;
use crate::change::Row;
use crate::entity::deferred_event::{Column, Entity, Kept};
use crate::entity::reading::readable;
use crate::error::store_error;

/// A deferred event.
///
/// # Panics
/// Never: an event is plain JSON.
pub(super) fn row(deferred: Deferred) -> Row {
    let Deferred { position, event, word, created_at } = deferred;
    let id = event.id.0;
    let (topic, attributes, data) = event.into_parts();
    let value = serde_json::to_vec(&Kept { attributes, data }).expect("an event is plain JSON");
    vec![
        ("event_id", id.into()),
        ("topic", topic.as_str().into()),
        ("topic_partition", position.partition.into()),
        ("topic_offset", position.offset.into()),
        ("word", foreign(&word.0)),
        ("value", value.into()),
        ("created_at", created_at.into()),
    ]
}

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
