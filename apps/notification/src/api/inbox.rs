//! One's own inbox.

use std::sync::Arc;

use eop_core::kernel::id::{DeliveryId, OrderId};
use eop_core::notification::model::InboxItem;
use eop_core::notification::port::InboxFilter;
use eop_core::notification::service::NotificationService;
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Caller, Cursors, Listed, NoContent, PageQuery, Params, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;

/// Which items, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "InboxQuery", skip_serializing_if_is_none)]
pub(crate) struct InboxQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
    /// Only unread ones.
    #[oai(default)]
    unread: bool,
    /// Those that were put away, in place of those that were not.
    #[oai(default)]
    archived: bool,
}

/// An item of the inbox
#[derive(Clone, Debug, Object)]
#[oai(rename = "InboxItem", skip_serializing_if_is_none)]
pub(crate) struct InboxItemBody {
    /// Identity.
    id: Id<DeliveryId>,
    /// What it is about, such as `order.created`.
    kind: Text,
    /// One line.
    title: Text,
    /// Plain text.
    body: Text,
    /// The order it is about, if any.
    order_id: Nullable<Id<OrderId>>,
    /// When it arrived.
    created_at: Timestamp,
    /// When it was read; null before.
    read_at: Nullable<Timestamp>,
    /// When it was put away; null before. What is put away counts as read.
    archived_at: Nullable<Timestamp>,
}

/// How many items are unread
#[derive(Clone, Debug, Object)]
#[oai(rename = "UnreadCount", skip_serializing_if_is_none)]
pub(crate) struct UnreadBody {
    /// The number.
    pub(super) unread: Int<u64>,
}

impl From<InboxItem> for InboxItemBody {
    fn from(item: InboxItem) -> Self {
        Self {
            id: Id(item.id),
            kind: Text::from(item.kind.as_str()),
            title: Text(item.title),
            body: Text(item.body),
            order_id: Nullable(item.order.map(|id| Id(OrderId(id)))),
            created_at: Timestamp(item.created_at),
            read_at: Nullable(item.read_at.map(Timestamp)),
            archived_at: Nullable(item.archived_at.map(Timestamp)),
        }
    }
}

/// One's own inbox.
#[derive(Debug)]
pub struct InboxApi {
    pub(super) notifications: Arc<NotificationService>,
    pub(super) cursors: Cursors,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Inbox")]
impl InboxApi {
    /// List my inbox
    ///
    /// Newest first.
    #[oai(path = "/me/inbox", method = "get", operation_id = "listMyInbox")]
    async fn list(
        &self,
        caller: Caller,
        query: Params<InboxQuery>,
    ) -> Result<Listed<InboxItemBody>, Problem> {
        let cursors = self.cursors.of("-created_at", query.filter());
        let page = cursors.request(&query.page)?;
        let filter = InboxFilter { unread: query.unread, archived: query.archived };
        let found = self.notifications.my_inbox(caller.actor(), filter, &page).await?;
        Ok(cursors.answer(found, InboxItemBody::from))
    }

    /// Count my unread items
    #[oai(path = "/me/inbox/unread-count", method = "get", operation_id = "countMyUnread")]
    async fn unread(&self, caller: Caller) -> Result<Json<UnreadBody>, Problem> {
        let unread = Int(self.notifications.count_unread(caller.actor()).await?);
        Ok(Json(UnreadBody { unread }))
    }

    /// Mark all my items as read
    #[oai(path = "/me/inbox/read-all", method = "post", operation_id = "markMyInboxRead")]
    async fn read_all(&self, caller: Caller) -> Result<NoContent, Problem> {
        self.notifications.mark_read(caller.actor(), None).await?;
        Ok(NoContent)
    }

    /// Mark one of my items as read
    #[oai(path = "/me/inbox/:id/read", method = "post", operation_id = "markMyInboxItemRead")]
    async fn read(&self, caller: Caller, id: Path<Id<DeliveryId>>) -> Result<NoContent, Problem> {
        self.notifications.mark_read(caller.actor(), Some(id.0.0)).await?;
        Ok(NoContent)
    }

    /// Put one of my items away
    ///
    /// It leaves the list, counts as read, and is found with `archived=true` until it is forgotten with the others of its age.
    #[oai(path = "/me/inbox/:id/archive", method = "post", operation_id = "archiveMyInboxItem")]
    async fn archive(&self, caller: Caller, id: Path<Id<DeliveryId>>) -> Result<NoContent, Problem> {
        self.notifications.archive(caller.actor(), id.0.0).await?;
        Ok(NoContent)
    }
}
