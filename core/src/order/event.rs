//! What orders tell the other contexts: topic `orders.v1`, key = order id, sequence = version.

mod snapshot;

use serde::{Deserialize, Serialize};

pub use self::snapshot::{AddressSnapshot, LineSnapshot, OrderSnapshot, ShipmentSnapshot};
/// Words of these events: what was done to an order, and what became of it.
pub use super::model::{Action, Status};
use super::model::HistoryEntry;
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
    pub order: OrderSnapshot,
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

/// The event of type `kind` that tells of the step `entry`, and the order as it is told.
#[must_use]
pub fn event(
    kind: &'static str,
    told: OrderSnapshot,
    entry: &HistoryEntry,
    actor: &Actor,
    ids: &dyn IdGenerator,
) -> (Event, OrderSnapshot) {
    let change = Change {
        action: entry.action,
        from: entry.from,
        to: entry.to,
        reason: entry.reason.clone(),
        actor: entry.actor.clone(),
    };
    let data = OrderData { order: told, change };
    let event = Event {
        id: EventId::next(ids),
        topic: Topic::Orders,
        kind: kind.to_owned(),
        key: data.order.id.0,
        sequence: data.order.version.0,
        occurred_at: entry.at,
        traceparent: actor.origin.traceparent.clone(),
        data: EventData::of(&data),
    };
    (event, data.order)
}
