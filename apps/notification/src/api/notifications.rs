//! What was sent to whom.

use std::sync::Arc;

use eop_core::kernel::bus::Position;
use eop_core::kernel::id::{EventId, NotificationId, OrderId, UserId};
use eop_core::kernel::page::Direction;
use eop_core::notification::command::FindNotifications;
use eop_core::notification::model::{Attempt, Channel, DeliveryStatus, EventOrigin};
use eop_core::notification::port::NotificationFilter;
use eop_core::notification::service::{NotificationService, Told};
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Caller, Cursors, Listed, PageQuery, Params, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::deliveries::{ChannelName, DeliveryBody, StatusName};

/// What the list is sorted by; a minus means the latest first
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename = "NotificationSort")]
pub(crate) enum SortName {
    /// Latest first.
    #[default]
    #[oai(rename = "-created_at")]
    Newest,
    /// Earliest first.
    #[oai(rename = "created_at")]
    Oldest,
}

/// Which notifications, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "NotificationListQuery", skip_serializing_if_is_none)]
pub(crate) struct ListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
    /// What the list is sorted by.
    #[oai(default)]
    sort: SortName,
    /// About this, such as `order.created`.
    #[oai(validator(min_length = 1, max_length = 64))]
    kind: Option<Text>,
    /// To this person.
    recipient: Option<Id<UserId>>,
    /// About this order.
    order_id: Option<Id<OrderId>>,
    /// With a delivery on this channel.
    channel: Option<ChannelName>,
    /// With a delivery in this status.
    status: Option<StatusName>,
    /// Planned at or after.
    from: Option<Timestamp>,
    /// Planned before.
    to: Option<Timestamp>,
    /// With the attempts of each delivery.
    #[oai(default)]
    log: bool,
}

/// Where on the bus an event was read
#[derive(Clone, Debug, Object)]
#[oai(rename = "EventOrigin", skip_serializing_if_is_none)]
pub(crate) struct OriginBody {
    /// The topic.
    topic: Text,
    /// The partition of the topic.
    partition: Int<i32>,
    /// The offset within the partition.
    offset: Int<i64>,
    /// The version of the event's subject after the change that it tells of.
    sequence: Int<u64>,
    /// When that happened.
    occurred_at: Timestamp,
}

impl From<EventOrigin> for OriginBody {
    fn from(origin: EventOrigin) -> Self {
        let Position { topic, partition, offset } = origin.position;
        Self {
            topic: Text::from(topic.as_str()),
            partition: Int(partition),
            offset: Int(offset),
            sequence: Int(origin.sequence),
            occurred_at: Timestamp(origin.occurred_at),
        }
    }
}

/// What one recipient is told about one event
#[derive(Clone, Debug, Object)]
#[oai(rename = "Notification", skip_serializing_if_is_none)]
pub(crate) struct NotificationBody {
    /// Identity.
    id: Id<NotificationId>,
    /// What it is about, such as `order.created`.
    kind: Text,
    /// Who is told.
    recipient: Id<UserId>,
    /// The event that it tells of.
    event_id: Id<EventId>,
    /// Where that was read; null of what an older version planned.
    origin: Nullable<OriginBody>,
    /// The order it is about, if any.
    order_id: Nullable<Id<OrderId>>,
    /// When it was planned.
    created_at: Timestamp,
    /// The trace of the request that caused it.
    trace_id: Nullable<Text>,
    /// One per channel.
    deliveries: Vec<DeliveryBody>,
}

impl From<Told> for NotificationBody {
    fn from((notification, deliveries): Told) -> Self {
        let trace_id = notification.traceparent.as_deref().and_then(|header| header.split('-').nth(1));
        Self {
            id: Id(notification.id),
            kind: Text::from(notification.kind.as_str()),
            recipient: Id(notification.recipient),
            event_id: Id(notification.event),
            origin: Nullable(notification.origin.map(OriginBody::from)),
            order_id: Nullable(notification.order.map(|id| Id(OrderId(id)))),
            created_at: Timestamp(notification.created_at),
            trace_id: Nullable(trace_id.map(Text::from)),
            deliveries: deliveries.into_iter().map(DeliveryBody::from).collect(),
        }
    }
}

impl NotificationBody {
    /// With the attempts of its deliveries among `all`.
    fn with_log(mut self, all: &[Attempt]) -> Self {
        self.deliveries = self.deliveries.into_iter().map(|delivery| delivery.with_log(all)).collect();
        self
    }
}

impl ListQuery {
    fn sought(&self) -> FindNotifications {
        let filter = NotificationFilter {
            kind: None,
            recipient: self.recipient.map(|id| id.0),
            order: self.order_id.map(|id| id.0.0),
            channel: self.channel.map(Channel::from),
            status: self.status.map(DeliveryStatus::from),
            from: self.from.map(|at| at.0),
            to: self.to.map(|at| at.0),
        };
        FindNotifications { kind: self.kind.as_deref().map(str::to_owned), filter }
    }
}

/// What was sent to whom.
#[derive(Debug)]
pub struct NotificationsApi {
    pub(super) notifications: Arc<NotificationService>,
    pub(super) cursors: Cursors,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Notifications")]
impl NotificationsApi {
    /// List notifications
    #[oai(path = "/notifications", method = "get", operation_id = "listNotifications")]
    async fn list(
        &self,
        caller: Caller,
        query: Params<ListQuery>,
    ) -> Result<Listed<NotificationBody>, Problem> {
        let (direction, key) = match query.sort {
            SortName::Newest => (Direction::Descending, "-created_at"),
            SortName::Oldest => (Direction::Ascending, "created_at"),
        };
        let cursors = self.cursors.of(key, query.filter());
        let page = cursors.request(&query.page)?;
        let found = self.notifications.list(caller.actor(), query.sought(), direction, &page).await?;
        if !query.log {
            return Ok(cursors.answer(found, NotificationBody::from));
        }
        let deliveries: Vec<_> =
            found.items.iter().flat_map(|(_, deliveries)| deliveries).map(|one| one.id).collect();
        let attempts = self.notifications.attempts_among(caller.actor(), &deliveries).await?;
        Ok(cursors.answer(found, |told| NotificationBody::from(told).with_log(&attempts)))
    }

    /// Read a notification
    ///
    /// With its deliveries.
    #[oai(path = "/notifications/:id", method = "get", operation_id = "getNotification")]
    async fn find(
        &self,
        caller: Caller,
        id: Path<Id<NotificationId>>,
    ) -> Result<Json<NotificationBody>, Problem> {
        Ok(Json(self.notifications.find(caller.actor(), id.0.0).await?.into()))
    }
}
