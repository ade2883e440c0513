//! People's inboxes within the product.

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use eop_core::notification::model::InboxItem;
use eop_core::notification::port::{Inbox, InboxFilter, Unread};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::SqlNotifications;
use crate::entity::inbox_item::{Column, Entity, Model};
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};

/// How many people one statement asks about.
const PEOPLE_AT_ONCE: usize = 500;

#[async_trait]
impl Inbox for SqlNotifications {
    async fn put(&self, item: InboxItem) -> Result<bool, StoreError> {
        let insert = Entity::insert(Model::from(item).into_active_model())
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

    async fn arrived_after(
        &self,
        recipient: UserId,
        after: Timestamp,
        limit: u16,
    ) -> Result<Vec<InboxItem>, StoreError> {
        let arrived = Entity::find()
            .filter(Column::RecipientId.eq(recipient.0))
            .filter(Column::CreatedAt.gt(after))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::Id)
            .limit(u64::from(limit));
        let rows = arrived.all(self.reads()).await.map_err(store_error)?;
        rows.into_iter().map(InboxItem::try_from).collect()
    }

    async fn unread_of(&self, people: &[UserId]) -> Result<Vec<(UserId, Unread)>, StoreError> {
        let mut unread = Vec::new();
        for some in people.chunks(PEOPLE_AT_ONCE) {
            // The index of unread items holds all that is asked for.
            let counted = Entity::find()
                .select_only()
                .column(Column::RecipientId)
                .column_as(Column::Id.count(), "unread")
                .column_as(Column::CreatedAt.max(), "newest")
                .filter(Column::RecipientId.is_in(some.iter().map(|person| person.0)))
                .filter(Column::ReadAt.is_null())
                .group_by(Column::RecipientId);
            let rows: Vec<(Uuid, i64, Timestamp)> =
                counted.into_tuple().all(self.reads()).await.map_err(store_error)?;
            unread.extend(rows.into_iter().map(|(person, count, newest)| {
                (UserId(person), Unread { count: count.unsigned_abs(), newest })
            }));
        }
        Ok(unread)
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
