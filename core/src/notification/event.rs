//! What notification tells the other contexts: topic `notifications.v1`, key = notification id.

use serde::{Deserialize, Serialize};

use super::model::{Delivery, DeliveryStatus, Notification};
use crate::kernel::clock::Timestamp;
use crate::kernel::event::{Event, EventData, Topic};
use crate::kernel::id::{DeliveryId, EventId, IdGenerator, NotificationId, UserId};

/// The provider took a delivery.
pub const NOTIFICATION_DELIVERED: &str = "notification.delivered.v1";
/// A delivery was refused for good, or may have happened or not.
pub const NOTIFICATION_FAILED: &str = "notification.failed.v1";
/// Every attempt of a delivery failed.
pub const NOTIFICATION_DEAD: &str = "notification.dead.v1";

/// The data of every event of notification. Says nothing of the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryData {
    /// The notification.
    pub notification_id: NotificationId,
    /// The delivery.
    pub delivery_id: DeliveryId,
    /// What it is about, such as `order.created`.
    pub kind: String,
    /// To whom.
    pub recipient: UserId,
    /// `email`, `in_app`.
    pub channel: String,
    /// The status that it reached.
    pub status: String,
    /// Attempts made.
    pub attempts: u32,
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
