//! People's inboxes within the product.

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use eop_core::notification::model::InboxItem;
use eop_core::notification::port::{Inbox, InboxFilter};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};

use super::SqlNotifications;
use crate::entity::inbox_item::{Column, Entity, Model};
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};

#[async_trait]
impl Inbox for SqlNotifications {
    async fn put(&self, item: InboxItem) -> Result<bool, StoreError> {
        let row = Model {
            id: item.id.0,
            recipient_id: item.recipient.0,
            kind: item.kind.as_str().to_owned(),
            title: item.title,
            body: item.body,
            order_id: item.order,
            created_at: item.created_at,
            read_at: item.read_at,
            archived_at: item.archived_at,
        };
        let insert = Entity::insert(row.into_active_model())
            .on_conflict(OnConflict::column(Column::Id).do_nothing().to_owned());
        let added = insert.exec_without_returning(self.direct()).await.map_err(store_error)?;
        Ok(added > 0)
    }

    async fn list(
        &self,
        recipient: UserId,
        filter: InboxFilter,
        request: &PageRequest,
    ) -> Result<Page<InboxItem>, StoreError> {
        let mut select = Entity::find().filter(Column::RecipientId.eq(recipient.0));
        select = select.filter(if filter.archived {
            Column::ArchivedAt.is_not_null()
        } else {
            Column::ArchivedAt.is_null()
        });
        if filter.unread {
            select = select.filter(Column::ReadAt.is_null());
        }
        let keyset = Keyset {
            sort: Column::CreatedAt.into_expr(),
            kind: SortKind::Timestamp,
            id: Column::Id,
            direction: Direction::Descending,
        };
        let cursor = |row: &Model| Cursor { value: timestamp_text(row.created_at), id: row.id };
        page(self.reads(), select, keyset, request, cursor, InboxItem::try_from).await
    }

    async fn count_unread(&self, recipient: UserId) -> Result<u64, StoreError> {
        let unread =
            Entity::find().filter(Column::RecipientId.eq(recipient.0)).filter(Column::ReadAt.is_null());
        unread.count(self.reads()).await.map_err(store_error)
    }

    async fn mark_read(
        &self,
        recipient: UserId,
        item: Option<DeliveryId>,
        at: Timestamp,
    ) -> Result<u64, StoreError> {
        let mut asked_for = Entity::find().filter(Column::RecipientId.eq(recipient.0));
        let mut mark = Entity::update_many()
            .col_expr(Column::ReadAt, Expr::val(at))
            .filter(Column::RecipientId.eq(recipient.0))
            .filter(Column::ReadAt.is_null());
        if let Some(id) = item {
            asked_for = asked_for.filter(Column::Id.eq(id.0));
            mark = mark.filter(Column::Id.eq(id.0));
        }
        mark.exec(self.direct()).await.map_err(store_error)?;
        // What was read before stays as it was, but is there.
        asked_for.count(self.reads()).await.map_err(store_error)
    }

    async fn archive(&self, recipient: UserId, item: DeliveryId, at: Timestamp) -> Result<bool, StoreError> {
        let first = |column: Column| Expr::col(column).if_null(at);
        let put_away = Entity::update_many()
            .col_expr(Column::ReadAt, first(Column::ReadAt))
            .col_expr(Column::ArchivedAt, first(Column::ArchivedAt))
            .filter(Column::Id.eq(item.0))
            .filter(Column::RecipientId.eq(recipient.0));
        let done = put_away.exec(self.direct()).await.map_err(store_error)?;
        Ok(done.rows_affected > 0)
    }
}
