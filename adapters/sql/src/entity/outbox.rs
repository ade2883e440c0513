//! `outbox`: events until they are published.

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::OutboxMessage;
use sea_orm::entity::prelude::*;
use sea_orm::{NotSet, QueryResult, Set, TryGetableMany};

use super::document::Document;
use super::reading::Reading;
use super::writing::big;
use crate::error::{inconsistent, store_error};

/// What a commit writes, and where it is. What a relay notes of it is of no concern to commits.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub(crate) struct Model {
    /// Given by the database.
    #[sea_orm(primary_key)]
    pub(crate) position: i64,
    pub(crate) event_id: Uuid,
    pub(crate) topic: String,
    pub(crate) kind: String,
    pub(crate) key: Uuid,
    pub(crate) sequence: i64,
    pub(crate) occurred_at: DateTimeUtc,
    pub(crate) traceparent: Option<String>,
    pub(crate) data: Document,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<Event> for ActiveModel {
    fn from(event: Event) -> Self {
        Self {
            position: NotSet,
            event_id: Set(event.id.0),
            topic: Set(event.topic.as_str().to_owned()),
            kind: Set(event.kind),
            key: Set(event.key),
            sequence: Set(big(event.sequence)),
            occurred_at: Set(event.occurred_at),
            traceparent: Set(event.traceparent),
            data: Set(Document::kept(event.data.as_json())),
        }
    }
}

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
    let reading = Reading::of(Entity, position);
    let event = Event {
        id: EventId(id),
        topic: Topic::named(&topic).ok_or(Flaw::Topic(topic))?,
        kind,
        key,
        sequence: reading.count(Column::Sequence, sequence)?,
        occurred_at,
        traceparent,
        data: EventData::kept(data),
    };
    let attempts = u32::try_from(attempts).map_err(|_| inconsistent("outbox", "attempts", position))?;
    Ok(OutboxMessage { position, event, attempts })
}
