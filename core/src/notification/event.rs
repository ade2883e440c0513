//! What notification tells the other contexts: topic `notifications.v1`, key = notification id; and what it sets aside of
//! theirs, with their keys.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::{Channel, Delivery, DeliveryStatus, Kind, Notification};
use crate::kernel::clock::Timestamp;
use crate::kernel::event::{Event, EventData, Topic};
use crate::kernel::id::{DeliveryId, EventId, IdGenerator, NotificationId, UserId};
use crate::kernel::published::events;

events! {
    /// Every type of event that this context publishes.
    PUBLISHED {
        on Notifications with DeliveryData {
            /// The provider took a delivery.
            NOTIFICATION_DELIVERED = "notification.delivered.v1",
            /// A delivery was refused for good, or may have happened or not.
            NOTIFICATION_FAILED = "notification.failed.v1",
            /// Every attempt of a delivery failed.
            NOTIFICATION_DEAD = "notification.dead.v1",
        }
        on OrdersDeadLetters with DeadLetterData {
            /// An event about an order could not be processed.
            DEAD_LETTER_OF_ORDERS = "order.dead_letter",
        }
        on IdentityDeadLetters with DeadLetterData {
            /// An event about an account could not be processed.
            DEAD_LETTER_OF_IDENTITY = "identity.dead_letter",
        }
    }
}

/// The data of every event of notification. Says nothing of the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeliveryData {
    /// The notification.
    pub notification_id: NotificationId,
    /// The delivery.
    pub delivery_id: DeliveryId,
    /// What it is about, such as `order.created`.
    #[schemars(with = "Kind")]
    pub kind: String,
    /// To whom.
    pub recipient: UserId,
    /// By which way.
    #[schemars(with = "Channel")]
    pub channel: String,
    /// The status that it reached.
    #[schemars(with = "DeliveryStatus")]
    pub status: String,
    /// Attempts made.
    pub attempts: u32,
}

/// The data of what is set aside. Members are in the order of their names, as they always were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeadLetterData {
    /// The consumer group that could not process it.
    pub consumer: String,
    /// What went wrong.
    pub error: String,
    /// Where in the partition it lies.
    pub offset: i64,
    /// In which partition of the topic.
    pub partition: i32,
    /// The topic that it was published on first.
    pub topic: String,
    /// The event, as it is kept for an operator; the record's value where it is no event, in base64 where it is no text.
    pub value: String,
}

/// The event that tells of a delivery's final status; `None` while it is not final.
///
/// # Panics
/// Never: the data is made of values that JSON can hold.
#[must_use]
pub fn event(
    notification: &Notification,
    delivery: &Delivery,
    at: Timestamp,
    ids: &dyn IdGenerator,
) -> Option<Event> {
    let kind = match delivery.status {
        DeliveryStatus::Sent => NOTIFICATION_DELIVERED,
        DeliveryStatus::Failed | DeliveryStatus::Unknown => NOTIFICATION_FAILED,
        DeliveryStatus::Dead => NOTIFICATION_DEAD,
        _ => return None,
    };
    let data = DeliveryData {
        notification_id: notification.id,
        delivery_id: delivery.id,
        kind: notification.kind.as_str().to_owned(),
        recipient: delivery.recipient,
        channel: delivery.channel.as_str().to_owned(),
        status: delivery.status.as_str().to_owned(),
        attempts: delivery.attempts,
    };
    Some(Event {
        id: EventId::next(ids),
        topic: Topic::Notifications,
        kind: kind.to_owned(),
        key: notification.id.0,
        sequence: delivery.version.0,
        occurred_at: at,
        traceparent: notification.traceparent.clone(),
        data: EventData::of(&data),
    })
}
