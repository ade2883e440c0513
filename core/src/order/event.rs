//! What orders tell the other contexts: topic `orders.v1`, key = order id, sequence = version.

use serde::{Deserialize, Serialize};

/// Words of these events: what was done to an order, and what became of it.
pub use super::model::{Action, Status};
use super::model::{HistoryEntry, Order};
use crate::kernel::actor::{Actor, ActorRef};
use crate::kernel::event::{Event, EventData, Topic};
use crate::kernel::id::{EventId, IdGenerator};

/// An order was placed.
pub const ORDER_CREATED: &str = "order.created.v1";
/// An order was changed before approval.
pub const ORDER_AMENDED: &str = "order.amended.v1";
/// An order was approved.
pub const ORDER_APPROVED: &str = "order.approved.v1";
/// An order was rejected.
pub const ORDER_REJECTED: &str = "order.rejected.v1";
/// An order was called off.
pub const ORDER_CANCELLED: &str = "order.cancelled.v1";
/// An order was shipped.
pub const ORDER_SHIPPED: &str = "order.shipped.v1";
/// An order arrived.
pub const ORDER_DELIVERED: &str = "order.delivered.v1";

/// The data of every event of orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderData {
    /// The order after the change.
    pub order: Order,
    /// What changed.
    pub change: Change,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What was done.
    pub action: Action,
    /// The status before; absent for a new order.
    pub from: Option<Status>,
    /// The status after.
    pub to: Status,
    /// Why, as a code.
    pub reason: Option<String>,
    /// Who did it.
    pub actor: ActorRef,
}

/// The event of type `kind` that tells of one step.
///
/// # Panics
/// Never: the data is made of values that JSON can hold.
#[must_use]
pub fn event(
    kind: &'static str,
    order: &Order,
    entry: &HistoryEntry,
    actor: &Actor,
    ids: &dyn IdGenerator,
) -> Event {
    let change = Change {
        action: entry.action,
        from: entry.from,
        to: entry.to,
        reason: entry.reason.clone(),
        actor: entry.actor.clone(),
    };
    Event {
        id: EventId::next(ids),
        topic: Topic::Orders,
        kind: kind.to_owned(),
        key: order.id.0,
        sequence: order.version.0,
        occurred_at: entry.at,
        traceparent: actor.origin.traceparent.clone(),
        data: EventData::of(&OrderData { order: order.clone(), change }),
    }
}
