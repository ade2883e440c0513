//! `dead_letter`: messages that could not be processed.

use eop_core::kernel::bus::Position;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::{DeadLetterId, EventId};
use eop_core::notification::model::{DeadLetter, Resolution};
use sea_orm::entity::prelude::*;

use super::reading::Reading;
use super::writing::{big, foreign};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dead_letter")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) topic: String,
    pub(crate) topic_partition: i32,
    pub(crate) topic_offset: i64,
    pub(crate) event_id: Option<Uuid>,
    pub(crate) subject: Option<Uuid>,
    pub(crate) event_sequence: Option<i64>,
    pub(crate) value: Vec<u8>,
    pub(crate) error: String,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) replayed: Option<bool>,
    pub(crate) resolved_at: Option<DateTimeUtc>,
    pub(crate) version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!(fixed: [Topic, TopicPartition, TopicOffset, EventId, Subject, EventSequence, Value, CreatedAt]);

impl From<DeadLetter> for Model {
    fn from(letter: DeadLetter) -> Self {
        Self {
            id: letter.id.0,
            topic: letter.position.topic.as_str().to_owned(),
            topic_partition: letter.position.partition,
            topic_offset: letter.position.offset,
            event_id: letter.event.map(|event| event.0),
            subject: letter.subject.map(|(key, _)| key),
            event_sequence: letter.subject.map(|(_, sequence)| big(sequence)),
            value: letter.value.into_bytes(),
            error: foreign(&letter.error),
            created_at: letter.created_at,
            replayed: letter.resolution.map(|resolution| resolution.replayed),
            resolved_at: letter.resolution.map(|resolution| resolution.at),
            version: big(letter.version.0),
        }
    }
}

impl TryFrom<Model> for DeadLetter {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let resolution = match (row.replayed, row.resolved_at) {
            (Some(replayed), Some(at)) => Some(Resolution { replayed, at }),
            (None, None) => None,
            _ => return Err(reading.wrong(Column::ResolvedAt)),
        };
        let subject = match (row.subject, row.event_sequence) {
            (Some(key), Some(sequence)) => Some((key, reading.count(Column::EventSequence, sequence)?)),
            (None, None) => None,
            _ => return Err(reading.wrong(Column::Subject)),
        };
        Ok(Self {
            id: DeadLetterId(row.id),
            position: Position {
                topic: reading.code(Column::Topic, &row.topic, Topic::named)?,
                partition: row.topic_partition,
                offset: row.topic_offset,
            },
            event: row.event_id.map(EventId),
            subject,
            value: String::from_utf8(row.value).map_err(|_| reading.wrong(Column::Value))?,
            error: row.error,
            created_at: row.created_at,
            resolution,
            version: reading.version(row.version)?,
        })
    }
}
