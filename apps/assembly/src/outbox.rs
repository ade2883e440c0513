//! The operators' interface of the outbox, which every service has: what waits to be published, and decisions about what
//! cannot be.

use std::sync::Arc;

use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::{Decision, OutboxStats, WaitingMessage};
use eop_core::kernel::pipeline::{Pipeline, Resolve};
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Caller, Cursors, Listed, NoContent, PageQuery, Params, Problem, Service};
use eop_sql::{Database, SqlOutbox};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use serde_json::json;

use crate::Host;

/// What each operation needs.
const PERMISSIONS: &[(&str, &str)] = &[
    ("getOutbox", "outbox:read"),
    ("listOutboxMessages", "outbox:read"),
    ("releaseOutboxMessage", "outbox:write"),
    ("skipOutboxMessage", "outbox:write"),
];

/// Where the first events of all are in an outbox: `eop dev` sets them aside in that of the orders, for these examples.
const RELEASED_POSITION: i64 = 1;
/// The second one.
const SKIPPED_POSITION: i64 = 2;

/// The service with what there is to say of the operations beside their types: permissions and examples.
#[must_use]
pub fn on<T: OpenApi + 'static>(service: Service<T>) -> Service<T> {
    service
        .permissions(PERMISSIONS)
        .thing("releaseOutboxMessage", RELEASED_POSITION)
        .example("releaseOutboxMessage", json!({ "reason": "The topic takes larger messages now" }))
        .thing("skipOutboxMessage", SKIPPED_POSITION)
        .example("skipOutboxMessage", json!({ "reason": "The customer was told by phone" }))
}

/// The use cases over the outbox of `database`.
#[must_use]
pub fn pipeline(database: &Database, access: Arc<dyn AccessPolicy>, host: &Host) -> Arc<Pipeline> {
    let outbox = Arc::new(SqlOutbox::new(database));
    Arc::new(Pipeline::new(outbox, access, database.clock(), Arc::clone(&host.ids)))
}

#[derive(Tags)]
enum Tag {
    /// What operators see of the pipeline.
    Operations,
}

/// The state of the outbox
#[derive(Clone, Debug, Object)]
#[oai(rename = "OutboxState", skip_serializing_if_is_none)]
struct StateBody {
    /// Events that wait to be published.
    pending: Int<u64>,
    /// Events that cannot be published and wait for a decision.
    parked: Int<u64>,
    /// When the oldest waiting one was written; null when none waits.
    oldest_at: Nullable<Timestamp>,
}

impl From<OutboxStats> for StateBody {
    fn from(stats: OutboxStats) -> Self {
        Self {
            pending: Int(stats.pending),
            parked: Int(stats.parked),
            oldest_at: Nullable(stats.oldest_at.map(Timestamp)),
        }
    }
}

/// Which events of the outbox, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "OutboxListQuery", skip_serializing_if_is_none)]
struct ListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
    /// Only those that wait for a decision, or only the others.
    parked: Option<bool>,
}

/// An event that is not published yet
///
/// A member is null where the row cannot be read that far.
#[derive(Clone, Debug, Object)]
#[oai(rename = "OutboxMessage", skip_serializing_if_is_none)]
pub struct MessageBody {
    /// Its place in the outbox, by which it is released or skipped.
    position: Int<i64>,
    /// The event's identity.
    event_id: Nullable<Id<EventId>>,
    /// The type of the event, such as order.created.v1.
    kind: Nullable<Text>,
    /// The order, account or notification that it tells of: later events of it wait.
    subject: Nullable<Id>,
    /// The version of the subject after the change that it tells of.
    sequence: Nullable<Int<u64>>,
    /// When it happened.
    occurred_at: Nullable<Timestamp>,
    /// Whether it cannot be published and waits for a decision.
    parked: bool,
    /// How often publishing failed.
    attempts: Int<u32>,
    /// When publishing is tried again; null at the next opportunity, or after a decision.
    retry_at: Nullable<Timestamp>,
    /// Why it could not be published the last time.
    error: Nullable<Text>,
}

impl From<WaitingMessage> for MessageBody {
    fn from(message: WaitingMessage) -> Self {
        Self {
            position: Int(message.position),
            event_id: Nullable(message.event.map(Id)),
            kind: Nullable(message.kind.map(Text)),
            subject: Nullable(message.key.map(Id)),
            sequence: Nullable(message.sequence.map(Int)),
            occurred_at: Nullable(message.occurred_at.map(Timestamp)),
            parked: message.parked,
            attempts: Int(message.attempts),
            retry_at: Nullable(message.retry_at.map(Timestamp)),
            error: Nullable(message.error.map(Text)),
        }
    }
}

/// A decision about a parked event
#[derive(Clone, Debug, Object)]
#[oai(rename = "OutboxDecision", skip_serializing_if_is_none)]
struct DecisionBody {
    /// Why, at most 500 characters: kept in the audit log.
    #[oai(nullable, validator(min_length = 1, max_length = 2000))]
    reason: Option<Text>,
}

/// What operators see of the outbox, and decide about.
#[derive(Debug)]
pub struct OutboxApi {
    pipeline: Arc<Pipeline>,
    cursors: Cursors,
}

impl OutboxApi {
    /// The interface of these use cases.
    #[must_use]
    pub fn new(pipeline: Arc<Pipeline>, cursors: Cursors) -> Self {
        Self { pipeline, cursors }
    }

    async fn resolve(
        &self,
        caller: &Caller,
        position: Path<Int<i64>>,
        decision: Decision,
        body: Json<DecisionBody>,
    ) -> Result<NoContent, Problem> {
        let reason = body.0.reason.map(Text::into_inner);
        let command = Resolve { position: position.0.0, decision, reason };
        self.pipeline.resolve(caller.actor(), command).await?;
        Ok(NoContent)
    }
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Operations")]
impl OutboxApi {
    /// Read the state of the outbox
    #[oai(path = "/outbox", method = "get", operation_id = "getOutbox")]
    async fn state(&self, caller: Caller) -> Result<Json<StateBody>, Problem> {
        Ok(Json(self.pipeline.stats(caller.actor()).await?.into()))
    }

    /// List the events that are not published yet
    ///
    /// In their order. Those that are parked wait for a decision: to be published after all, or to be given up.
    #[oai(path = "/outbox/messages", method = "get", operation_id = "listOutboxMessages")]
    async fn list(&self, caller: Caller, query: Params<ListQuery>) -> Result<Listed<MessageBody>, Problem> {
        let cursors = self.cursors.of("position", query.filter());
        let page = cursors.request(&query.page)?;
        let found = self.pipeline.list(caller.actor(), query.parked, &page).await?;
        Ok(cursors.answer(found, MessageBody::from))
    }

    /// Publish a parked event after all
    #[oai(path = "/outbox/:position/release", method = "post", operation_id = "releaseOutboxMessage")]
    async fn release(
        &self,
        caller: Caller,
        position: Path<Int<i64>>,
        body: Json<DecisionBody>,
    ) -> Result<NoContent, Problem> {
        self.resolve(&caller, position, Decision::Release, body).await
    }

    /// Give up a parked event
    ///
    /// It is never published; later events of the same subject go on. The audit log keeps who decided, when and why.
    #[oai(path = "/outbox/:position/skip", method = "post", operation_id = "skipOutboxMessage")]
    async fn skip(
        &self,
        caller: Caller,
        position: Path<Int<i64>>,
        body: Json<DecisionBody>,
    ) -> Result<NoContent, Problem> {
        self.resolve(&caller, position, Decision::Skip, body).await
    }
}
