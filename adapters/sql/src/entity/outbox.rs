//! `outbox`: events until they are published.

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::OutboxMessage;
use sea_orm::{QueryResult, TryGetableMany};
use uuid::Uuid;

use super::reading::Reading;
use crate::error::store_error;

/// What a claim reads, in this order: by place and not by name, because thousands of rows are read at once.
pub(crate) const COLUMNS: &str = "o.position, o.event_id, o.topic, o.kind, o.key, o.sequence, o.occurred_at, \
     o.traceparent, CAST(o.data AS text), o.attempts";

type Columns = (i64, Uuid, String, String, Uuid, i64, Timestamp, Option<String>, String, i32);

/// Why a row is no message.
#[derive(Debug)]
pub(crate) enum Flaw {
    /// Its topic has a name that this version does not know, and a later one may.
    Topic(String),
    /// A column of it makes no sense.
    Column(StoreError),
}

impl From<StoreError> for Flaw {
    fn from(error: StoreError) -> Self {
        Self::Column(error)
    }
}

/// The message of a row with the [`COLUMNS`].
pub(crate) fn message(row: &QueryResult) -> Result<OutboxMessage, Flaw> {
    let (position, id, topic, kind, key, sequence, occurred_at, traceparent, data, attempts) =
        Columns::try_get_many_by_index(row).map_err(|error| store_error(error.into()))?;
    let reading = Reading::of("outbox", position);
    let event = Event {
        id: EventId(id),
        topic: Topic::named(&topic).ok_or(Flaw::Topic(topic))?,
        kind,
        key,
        sequence: reading.count("sequence", sequence)?,
        occurred_at,
        traceparent,
        data: EventData::kept(data),
    };
    Ok(OutboxMessage { position, event, attempts: reading.count("attempts", attempts)? })
}
