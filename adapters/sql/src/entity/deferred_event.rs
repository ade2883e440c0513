//! `deferred_event`: events that only a newer version understands.

use eop_core::kernel::bus::Position;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Attributes, Event, EventData, Topic};
use eop_core::notification::model::{Deferred, Word};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::reading::Reading;
use super::writing::foreign;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deferred_event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) event_id: Uuid,
    pub(crate) topic: String,
    pub(crate) topic_partition: i32,
    pub(crate) topic_offset: i64,
    pub(crate) word: String,
    pub(crate) value: Vec<u8>,
    pub(crate) created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<Deferred> for Model {
    /// # Panics
    /// Never: an event is plain JSON.
    fn from(deferred: Deferred) -> Self {
        let Deferred { position, event, word, created_at } = deferred;
        let event_id = event.id.0;
        let (topic, attributes, data) = event.into_parts();
        let value = serde_json::to_vec(&Kept { attributes, data }).expect("an event is plain JSON");
        Self {
            event_id,
            topic: topic.as_str().to_owned(),
            topic_partition: position.partition,
            topic_offset: position.offset,
            word: foreign(&word.0),
            value,
            created_at,
        }
    }
}

/// What the column `value` holds: the event, all but its topic.
#[derive(Serialize, Deserialize)]
struct Kept {
    attributes: Attributes,
    data: EventData,
}

impl TryFrom<Model> for Deferred {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.event_id);
        let topic = reading.code(Column::Topic, &row.topic, Topic::named)?;
        let kept: Kept = serde_json::from_slice(&row.value).map_err(|_| reading.wrong(Column::Value))?;
        Ok(Self {
            position: Position { topic, partition: row.topic_partition, offset: row.topic_offset },
            event: Event::from_parts(topic, kept.attributes, kept.data),
            word: Word(row.word),
            created_at: row.created_at,
        })
    }
}
