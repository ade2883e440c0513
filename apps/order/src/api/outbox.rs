//! What operators see of the outbox.

use std::sync::Arc;

use eop_core::kernel::id::{EventId, OrderId};
use eop_core::kernel::outbox::{OutboxStats, ParkedMessage};
use eop_core::kernel::pipeline::Pipeline;
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Caller, NoContent, Params, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;

/// The state of the outbox
#[derive(Clone, Debug, Object)]
#[oai(rename = "OutboxState", skip_serializing_if_is_none)]
pub(crate) struct OutboxBody {
    /// Events that wait to be published.
    pending: Int<u64>,
    /// Events that cannot be published and wait for a decision.
    parked: Int<u64>,
    /// When the oldest waiting one was written; null when none waits.
    oldest_at: Nullable<Timestamp>,
}

impl From<OutboxStats> for OutboxBody {
    fn from(stats: OutboxStats) -> Self {
        Self {
            pending: Int(stats.pending),
            parked: Int(stats.parked),
            oldest_at: Nullable(stats.oldest_at.map(Timestamp)),
        }
    }
}

/// How many parked events are shown
#[derive(Clone, Debug, Object)]
#[oai(rename = "ParkedQuery", skip_serializing_if_is_none)]
pub(crate) struct ParkedQuery {
    /// At most so many.
    #[oai(default = "twenty", validator(minimum(value = "1"), maximum(value = "100")))]
    limit: Int<u16>,
}

fn twenty() -> Int<u16> {
    Int(20)
}

/// An event that cannot be published
#[derive(Clone, Debug, Object)]
#[oai(rename = "ParkedMessage", skip_serializing_if_is_none)]
pub(crate) struct ParkedBody {
    /// Its place in the outbox, by which it is released or skipped.
    position: Int<i64>,
    /// The event's identity.
    event_id: Id<EventId>,
    /// The type of the event, such as order.created.v1.
    kind: Text,
    /// The order that it tells of: later events of it wait.
    order_id: Id<OrderId>,
    /// When it happened.
    occurred_at: Timestamp,
    /// Why it could not be published.
    error: Nullable<Text>,
}

/// Events that cannot be published
#[derive(Clone, Debug, Object)]
#[oai(rename = "ParkedMessages", skip_serializing_if_is_none)]
pub(crate) struct ParkedList {
    /// Those that wait longest first.
    items: Vec<ParkedBody>,
}

impl From<ParkedMessage> for ParkedBody {
    fn from(parked: ParkedMessage) -> Self {
        Self {
            position: Int(parked.position),
            event_id: Id(parked.event),
            kind: Text(parked.kind),
            order_id: Id(OrderId(parked.key)),
            occurred_at: Timestamp(parked.occurred_at),
            error: Nullable(parked.error.map(Text)),
        }
    }
}

/// What operators see of the outbox.
#[derive(Debug)]
pub struct OutboxApi {
    pub(super) pipeline: Arc<Pipeline>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Operations")]
impl OutboxApi {
    /// Read the state of the outbox
    #[oai(path = "/outbox", method = "get", operation_id = "getOutbox")]
    async fn state(&self, caller: Caller) -> Result<Json<OutboxBody>, Problem> {
        Ok(Json(self.pipeline.stats(caller.actor()).await?.into()))
    }

    /// List the events that cannot be published
    ///
    /// Each waits for a decision: to be published after all, or to be given up.
    #[oai(path = "/outbox/parked", method = "get", operation_id = "listParkedMessages")]
    async fn parked(&self, caller: Caller, query: Params<ParkedQuery>) -> Result<Json<ParkedList>, Problem> {
        let parked = self.pipeline.parked(caller.actor(), query.limit.0).await?;
        Ok(Json(ParkedList { items: parked.into_iter().map(ParkedBody::from).collect() }))
    }

    /// Publish a parked event after all
    #[oai(path = "/outbox/:position/release", method = "post", operation_id = "releaseOutboxMessage")]
    async fn release(&self, caller: Caller, position: Path<Int<i64>>) -> Result<NoContent, Problem> {
        self.pipeline.resolve(caller.actor(), position.0.0, true).await?;
        Ok(NoContent)
    }

    /// Give up a parked event
    ///
    /// It is never published; later events of its order go on.
    #[oai(path = "/outbox/:position/skip", method = "post", operation_id = "skipOutboxMessage")]
    async fn skip(&self, caller: Caller, position: Path<Int<i64>>) -> Result<NoContent, Problem> {
        self.pipeline.resolve(caller.actor(), position.0.0, false).await?;
        Ok(NoContent)
    }
}
