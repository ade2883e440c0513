//! What orders tell the other contexts: topic `orders.v1`, key = order id, sequence = version.

mod snapshot;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::snapshot::{AddressSnapshot, LineSnapshot, OrderSnapshot, ShipmentSnapshot};
use super::model::HistoryEntry;
/// Words of these events: what was done to an order, and what became of it.
pub use super::model::{Action, Status};
use crate::kernel::actor::{Actor, ActorRef};
use crate::kernel::event::{Event, EventData, Topic};
use crate::kernel::id::{EventId, IdGenerator};
use crate::kernel::published::events;

events! {
    /// Every type of event that tells of orders.
    PUBLISHED {
        on Orders with OrderData {
            /// An order was placed.
            ORDER_CREATED = "order.created.v1",
            /// An order was changed before approval.
            ORDER_AMENDED = "order.amended.v1",
            /// An order was approved.
            ORDER_APPROVED = "order.approved.v1",
            /// An order was rejected.
            ORDER_REJECTED = "order.rejected.v1",
            /// An order was called off.
            ORDER_CANCELLED = "order.cancelled.v1",
            /// An order was shipped.
            ORDER_SHIPPED = "order.shipped.v1",
            /// An order arrived.
            ORDER_DELIVERED = "order.delivered.v1",
        }
    }
}

/// The data of every event of orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderData {
    /// The order after the change.
    pub order: OrderSnapshot,
    /// What changed.
    pub change: Change,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
