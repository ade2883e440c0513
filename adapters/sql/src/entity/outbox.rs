//! `outbox`: events until they are published.

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::OutboxMessage;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::reading::Reading;

/// The part of a row that a claim reads.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Waiting {
    position: i64,
    event_id: Uuid,
    topic: String,
    kind: String,
    key: Uuid,
    sequence: i64,
    occurred_at: Timestamp,
    traceparent: Option<String>,
    data: String,
    attempts: i32,
}

impl TryFrom<Waiting> for OutboxMessage {
    type Error = StoreError;

    fn try_from(row: Waiting) -> Result<Self, StoreError> {
        let reading = Reading::of("outbox", row.position);
        let event = Event {
            id: EventId(row.event_id),
            topic: reading.code("topic", &row.topic, Topic::named)?,
            kind: row.kind,
            key: row.key,
            sequence: reading.count("sequence", row.sequence)?,
            occurred_at: row.occurred_at,
            traceparent: row.traceparent,
            data: EventData::from_json(row.data).map_err(|_| reading.wrong("data"))?,
        };
        Ok(Self { position: row.position, event, attempts: reading.count("attempts", row.attempts)? })
    }
}
