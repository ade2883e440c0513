//! `outbox`: events until they are published, and for a while after.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::OutboxMessage;
use sea_orm::entity::prelude::*;

use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) position: i64,
    pub(crate) event_id: Uuid,
    pub(crate) topic: String,
    pub(crate) kind: String,
    pub(crate) key: Uuid,
    pub(crate) sequence: i64,
    pub(crate) occurred_at: DateTimeUtc,
    pub(crate) traceparent: Option<String>,
    pub(crate) data: Json,
    pub(crate) attempts: i32,
    pub(crate) retry_at: Option<DateTimeUtc>,
    pub(crate) parked: bool,
    pub(crate) last_error: Option<String>,
    pub(crate) published_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for OutboxMessage {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of("outbox", row.position);
        let event = Event {
            id: EventId(row.event_id),
            topic: reading.code("topic", &row.topic, Topic::named)?,
            kind: row.kind,
            key: row.key,
            sequence: reading.count("sequence", row.sequence)?,
            occurred_at: row.occurred_at,
            traceparent: row.traceparent,
            data: row.data,
        };
        Ok(Self { position: row.position, event, attempts: reading.count("attempts", row.attempts)? })
    }
}
