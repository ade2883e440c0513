//! `notification`: what one recipient is told about one event.

use std::sync::Arc;

use eop_core::kernel::bus::Position;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::{EventId, NotificationId, UserId};
use eop_core::notification::model::{EventOrigin, Kind, Notification};
use sea_orm::entity::prelude::*;

use super::document::Document;
use super::reading::Reading;
use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) kind: String,
    pub(crate) recipient_id: Uuid,
    pub(crate) event_id: Uuid,
    pub(crate) order_id: Option<Uuid>,
    pub(crate) data: Document,
    pub(crate) traceparent: Option<String>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) topic: Option<String>,
    pub(crate) topic_partition: Option<i32>,
    pub(crate) topic_offset: Option<i64>,
    pub(crate) event_sequence: Option<i64>,
    pub(crate) occurred_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::recipient::Entity",
        from = "Column::RecipientId",
        to = "super::recipient::Column::Id"
    )]
    Recipient,
}

impl Related<super::recipient::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Recipient.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<Notification> for Model {
    fn from(notification: Notification) -> Self {
        let origin = notification.origin;
        Self {
            id: notification.id.0,
            kind: notification.kind.as_str().to_owned(),
            recipient_id: notification.recipient.0,
            event_id: notification.event.0,
            order_id: notification.order,
            data: Document::of(&*notification.data),
            traceparent: notification.traceparent,
            created_at: notification.created_at,
            topic: origin.map(|origin| origin.position.topic.as_str().to_owned()),
            topic_partition: origin.map(|origin| origin.position.partition),
            topic_offset: origin.map(|origin| origin.position.offset),
            event_sequence: origin.map(|origin| big(origin.sequence)),
            occurred_at: origin.map(|origin| origin.occurred_at),
        }
    }
}

impl TryFrom<Model> for Notification {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let place = (row.topic, row.topic_partition, row.topic_offset);
        let origin = match (place, row.event_sequence, row.occurred_at) {
            ((Some(topic), Some(partition), Some(offset)), Some(sequence), Some(occurred_at)) => {
                let topic = reading.code(Column::Topic, &topic, Topic::named)?;
                Some(EventOrigin {
                    position: Position { topic, partition, offset },
                    sequence: reading.count(Column::EventSequence, sequence)?,
                    occurred_at,
                })
            }
            ((None, None, None), None, None) => None,
            _ => return Err(reading.wrong(Column::Topic)),
        };
        Ok(Self {
            id: NotificationId(row.id),
            kind: reading.code(Column::Kind, &row.kind, Kind::named)?,
            recipient: UserId(row.recipient_id),
            event: EventId(row.event_id),
            origin,
            order: row.order_id,
            data: Arc::new(reading.document(Column::Data, &row.data)?),
            traceparent: row.traceparent,
            created_at: row.created_at,
        })
    }
}
