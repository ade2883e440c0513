//! People's inboxes within the product.

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{CommitError, Name, Version};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use eop_core::notification::model::{InboxItem, InboxPosition};
use eop_core::notification::port::{Arrived, Inbox, InboxFilter, Unread};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, OnConflict as Conflict, Query};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::SqlNotifications;
use crate::change::{Alteration, ChangeSet, OnConflict, Op};
use crate::entity::inbox_count;
use crate::entity::inbox_item::{Column, Entity, Model};
use crate::entity::reading::{Reading, readable};
use crate::entity::writing::big;
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};
use crate::table::Written;

/// How many people one statement asks about.
const PEOPLE_AT_ONCE: usize = 500;
/// How many items get their numbers in one commit.
const NUMBERED_AT_ONCE: u64 = 100;
/// How often somebody else may number a person's items in the same moment before that is too much.
const MOST_CONFLICTS: usize = 100;

#[async_trait]
impl Inbox for SqlNotifications {
    async fn put(&self, item: InboxItem) -> Result<bool, StoreError> {
        let insert = Entity::insert(Model::from(item).into_active_model())
            .on_conflict(Conflict::column(Column::Id).do_nothing().to_owned());
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

    async fn number_arrivals(&self, recipient: UserId) -> Result<InboxPosition, StoreError> {
        let mut conflicts = 0;
        loop {
            // Before the items: whoever numbers some of these in between moves it.
            let last = self.last_number(recipient).await?;
            let items = self.unnumbered(recipient).await?;
            if items.is_empty() {
                return Ok(last.unwrap_or_default());
            }
            match self.number(recipient, last, &items).await {
                Ok(()) => {}
                Err(CommitError::Store(error)) => return Err(error),
                // Somebody else did; what they numbered has its number now.
                Err(_) if conflicts < MOST_CONFLICTS => conflicts += 1,
                Err(_) => return Err(StoreError::Overloaded),
            }
        }
    }

    async fn numbered_after(
        &self,
        recipient: UserId,
        after: InboxPosition,
        limit: u16,
    ) -> Result<Arrived, StoreError> {
        let numbered = Entity::find()
            .filter(Column::RecipientId.eq(recipient.0))
            .filter(Column::Number.gt(big(after.0)))
            .order_by_asc(Column::Number)
            .limit(u64::from(limit) + 1);
        let mut rows = numbered.all(self.reads()).await.map_err(store_error)?;
        let has_more = rows.len() > usize::from(limit);
        rows.truncate(limit.into());
        let number =
            |row: &Model| row.number.and_then(|number| u64::try_from(number).ok()).map(InboxPosition);
        let next = rows.last().and_then(number).filter(|_| has_more);
        let item = |row: Model| {
            let number = number(&row).unwrap_or_default();
            Ok((InboxItem::try_from(row)?, number))
        };
        Ok(Arrived { items: readable(rows.into_iter().map(item))?, next })
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

impl SqlNotifications {
    /// The last number that an item of `recipient` was given.
    async fn last_number(&self, recipient: UserId) -> Result<Option<InboxPosition>, StoreError> {
        let row =
            inbox_count::Entity::find_by_id(recipient.0).one(self.reads()).await.map_err(store_error)?;
        let reading = Reading::of(inbox_count::Entity, recipient.0);
        row.map(|row| Ok(InboxPosition(reading.version(row.version)?.0))).transpose()
    }

    /// The next items of `recipient` without a number, by their times.
    async fn unnumbered(&self, recipient: UserId) -> Result<Vec<(Uuid, Timestamp)>, StoreError> {
        let unnumbered = Entity::find()
            .select_only()
            .column(Column::Id)
            .column(Column::CreatedAt)
            .filter(Column::RecipientId.eq(recipient.0))
            .filter(Column::Number.is_null())
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::Id)
            .limit(NUMBERED_AT_ONCE);
        unnumbered.into_tuple().all(self.reads()).await.map_err(store_error)
    }

    /// Gives `items` the numbers after `last`, if that is still the last one: they and the count change together, so that
    /// who sees a number sees all smaller ones.
    async fn number(
        &self,
        recipient: UserId,
        last: Option<InboxPosition>,
        items: &[(Uuid, Timestamp)],
    ) -> Result<(), CommitError> {
        let mut number = last.unwrap_or_default();
        let mut numbers = CaseStatement::new();
        for (id, at) in items {
            number = number.next(*at);
            numbers = numbers.case(Column::Id.eq(*id), big(number.0));
        }
        let mut update = Query::update();
        update
            .table(Entity)
            .value(Column::Number, numbers)
            .and_where(Column::Id.is_in(items.iter().map(|(id, _)| *id)))
            .and_where(Column::Number.is_null());
        let numbered = Op::Statement { query: Box::new(Alteration::Update(update)), require_row: false };
        let model = inbox_count::Model::of(recipient, number);
        let first = OnConflict::Taken { name: Name::Id, target: &inbox_count::Entity::table().key };
        let counted = match last {
            Some(last) => Op::update(model, Version(last.0)),
            None => Op::insert(model, first),
        };
        let change = ChangeSet { ops: vec![counted, numbered], once: None, wakes_relay: false };
        self.database.commit(change).await
    }
}
