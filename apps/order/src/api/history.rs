//! What happened to an order.

use std::sync::Arc;

use eop_core::kernel::actor::{ActorKind, ActorRef};
use eop_core::kernel::id::OrderId;
use eop_core::order::model::HistoryEntry;
use eop_core::order::service::{OrderService, Signed};
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Caller, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::body::{ActionName, StatusName};

/// What kind of principal acted
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "ActorKind", rename_all = "snake_case")]
pub(crate) enum ActorKindName {
    /// A person.
    User,
    /// Another service.
    Service,
    /// The platform itself, by a rule.
    System,
}

/// Who did something
#[derive(Clone, Debug, Object)]
#[oai(rename = "Actor", skip_serializing_if_is_none)]
pub(crate) struct ActorBody {
    /// An account id, a client id, or the name of a rule.
    id: Text,
    /// What kind of principal it is.
    kind: ActorKindName,
    /// The name of a person, where it is known.
    name: Option<Text>,
}

/// One step in the life of an order
#[derive(Clone, Debug, Object)]
#[oai(rename = "HistoryEntry", skip_serializing_if_is_none)]
pub(crate) struct HistoryBody {
    /// The order's version after the step.
    version: Int<u64>,
    /// What was done.
    action: ActionName,
    /// The status before; null for the first step.
    from: Nullable<StatusName>,
    /// The status after.
    to: StatusName,
    /// Who did it.
    actor: ActorBody,
    /// Why, as a code or short phrase.
    reason: Nullable<Text>,
    /// What they said about it.
    note: Nullable<Text>,
    /// When.
    at: Timestamp,
    /// The trace of the request that did it.
    trace_id: Nullable<Text>,
}

/// The steps of one order
#[derive(Clone, Debug, Object)]
#[oai(rename = "History", skip_serializing_if_is_none)]
pub(crate) struct HistoryList {
    /// First one first.
    items: Vec<HistoryBody>,
}

impl From<ActorRef> for ActorBody {
    fn from(actor: ActorRef) -> Self {
        let kind = match actor.kind {
            ActorKind::User => ActorKindName::User,
            ActorKind::Service => ActorKindName::Service,
            ActorKind::System => ActorKindName::System,
        };
        Self { id: Text(actor.id), kind, name: None }
    }
}

impl From<Signed<HistoryEntry>> for HistoryBody {
    fn from(Signed { what: entry, name }: Signed<HistoryEntry>) -> Self {
        Self {
            version: Int(entry.version.0),
            action: entry.action.into(),
            from: Nullable(entry.from.map(StatusName::from)),
            to: entry.to.into(),
            actor: ActorBody { name: name.map(Text), ..entry.actor.into() },
            reason: Nullable(entry.reason.map(Text)),
            note: Nullable(entry.note.map(Text)),
            at: Timestamp(entry.at),
            trace_id: Nullable(entry.trace_id.map(Text)),
        }
    }
}

/// What happened to an order.
#[derive(Debug)]
pub struct HistoryApi {
    pub(super) orders: Arc<OrderService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::History")]
impl HistoryApi {
    /// Read the history of an order
    ///
    /// Every step with who did it, when and why.
    #[oai(path = "/orders/:id/history", method = "get", operation_id = "listOrderHistory")]
    async fn history(&self, caller: Caller, id: Path<Id<OrderId>>) -> Result<Json<HistoryList>, Problem> {
        let entries = self.orders.history(caller.actor(), id.0.0).await?;
        Ok(Json(HistoryList { items: entries.into_iter().map(HistoryBody::from).collect() }))
    }
}
