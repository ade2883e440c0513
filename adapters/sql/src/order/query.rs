//! What people read about orders.

use std::collections::BTreeMap;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{OrderId, UserId};
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use eop_core::order::model::{Customer, HistoryEntry, Note, Order, Status, Visibility, sortable_number};
use eop_core::order::port::{Customers, OpenOrders, OrderCounts, OrderFilter, OrderQueries, OrderSort};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::SqlOrders;
use crate::entity::order::{Column, Entity, Model};
use crate::entity::reading::readable;
use crate::entity::{customer, order_history, order_note, order_search};
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};

#[async_trait]
impl OrderQueries for SqlOrders {
    async fn list(
        &self,
        filter: &OrderFilter,
        sort: OrderSort,
        direction: Direction,
        request: &PageRequest,
    ) -> Result<Page<Order>, StoreError> {
        let (by, kind) = match sort {
            OrderSort::CreatedAt => (Column::CreatedAt.into_expr(), SortKind::Timestamp),
            OrderSort::UpdatedAt => (Column::UpdatedAt.into_expr(), SortKind::Timestamp),
            OrderSort::Total => (Column::Total.into_expr(), SortKind::BigInt),
            OrderSort::Number => (self.sorted_number(), SortKind::Text),
        };
        let keyset = Keyset { sort: by, kind, id: Column::Id, direction };
        let cursor = move |row: &Model| Cursor { value: sort_value(row, sort), id: row.id };
        let (number, terms) = filter.search();
        let mut select = matching(filter, number);
        if !terms.is_empty() {
            select = select.filter(self.having(&terms).await?);
        }
        page(self.reads(), select, keyset, request, cursor, Order::try_from).await
    }

    async fn history(&self, id: OrderId) -> Result<Vec<HistoryEntry>, StoreError> {
        let rows = order_history::Entity::find()
            .filter(order_history::Column::OrderId.eq(id.0))
            .order_by_asc(order_history::Column::Version)
            .all(self.reads())
            .await
            .map_err(store_error)?;
        readable(rows.into_iter().map(HistoryEntry::try_from))
    }

    async fn notes(
        &self,
        id: OrderId,
        internal: bool,
        request: &PageRequest,
    ) -> Result<Page<Note>, StoreError> {
        let mut notes = order_note::Entity::find().filter(order_note::Column::OrderId.eq(id.0));
        if !internal {
            notes = notes.filter(order_note::Column::Visibility.eq(Visibility::Public.as_str()));
        }
        let keyset = Keyset {
            sort: order_note::Column::CreatedAt.into_expr(),
            kind: SortKind::Timestamp,
            id: order_note::Column::Id,
            direction: Direction::Ascending,
        };
        let cursor = |row: &order_note::Model| Cursor { value: timestamp_text(row.created_at), id: row.id };
        page(self.reads(), notes, keyset, request, cursor, Note::try_from).await
    }

    async fn overdue(&self, before: Timestamp, request: &PageRequest) -> Result<Page<OrderId>, StoreError> {
        // Only what the page needs is read, so that an order that makes no sense otherwise hides none behind it.
        let waiting = Entity::find()
            .select_only()
            .columns([Column::Id, Column::CreatedAt])
            .filter(Column::Status.eq(Status::Created.as_str()))
            .filter(Column::CreatedAt.lt(before));
        let direction = Direction::Ascending;
        let sort = Column::CreatedAt.into_expr();
        let keyset = Keyset { sort, kind: SortKind::Timestamp, id: Column::Id, direction };
        let found = keyset.apply(waiting, request)?.into_tuple::<(Uuid, Timestamp)>().all(self.reads()).await;
        let mut found = found.map_err(store_error)?;
        let more = found.len() > usize::from(request.limit);
        found.truncate(request.limit.into());
        let next = found.last().filter(|_| more);
        let next = next.map(|(id, at)| Cursor { value: timestamp_text(*at), id: *id });
        Ok(Page { items: found.into_iter().map(|(id, _)| OrderId(id)).collect(), next, total: None })
    }

    async fn not_findable(&self, since: Timestamp, request: &PageRequest) -> Result<Page<Order>, StoreError> {
        // What is there already, which is nearly everything nearly always, is told by the index and by few columns.
        let changed = Entity::find()
            .select_only()
            .columns([Column::Id, Column::UpdatedAt, Column::Version])
            .filter(Column::UpdatedAt.gte(since));
        let sort = Column::UpdatedAt.into_expr();
        let direction = Direction::Ascending;
        let keyset = Keyset { sort, kind: SortKind::Timestamp, id: Column::Id, direction };
        let rows = keyset.apply(changed, request)?.into_tuple::<(Uuid, Timestamp, i64)>();
        let mut rows = rows.all(self.reads()).await.map_err(store_error)?;
        let more = rows.len() > usize::from(request.limit);
        rows.truncate(request.limit.into());
        let next = rows.last().filter(|_| more);
        let next = next.map(|(id, at, _)| Cursor { value: timestamp_text(*at), id: *id });
        let written: BTreeMap<Uuid, i64> = order_search::Entity::find()
            .select_only()
            .columns([order_search::Column::OrderId, order_search::Column::Version])
            .filter(order_search::Column::OrderId.is_in(rows.iter().map(|(id, ..)| *id)))
            .into_tuple::<(Uuid, i64)>()
            .all(self.reads())
            .await
            .map_err(store_error)?
            .into_iter()
            .collect();
        let is_missing = |(id, _, version): &&(Uuid, Timestamp, i64)| {
            written.get(id).is_none_or(|written| written < version)
        };
        let missing: Vec<Uuid> = rows.iter().filter(is_missing).map(|(id, ..)| *id).collect();
        if missing.is_empty() {
            return Ok(Page { items: Vec::new(), next, total: None });
        }
        let found = Entity::find().filter(Column::Id.is_in(missing)).all(self.reads()).await;
        let items = readable(found.map_err(store_error)?.into_iter().map(Order::try_from))?;
        Ok(Page { items, next, total: None })
    }

    async fn counts(
        &self,
        customer: Option<UserId>,
        bounds: &[Timestamp],
    ) -> Result<OrderCounts, StoreError> {
        let statuses = self.count_all(customer).await?;
        Ok(OrderCounts { statuses, periods: self.count_periods(customer, bounds).await? })
    }

    async fn open(&self) -> Result<BTreeMap<Status, OpenOrders>, StoreError> {
        self.count_open().await
    }
}

#[async_trait]
impl Customers for SqlOrders {
    async fn names(&self, people: &[UserId]) -> Result<BTreeMap<UserId, String>, StoreError> {
        let rows: Vec<(Uuid, String)> = customer::Entity::find()
            .select_only()
            .columns([customer::Column::Id, customer::Column::Name])
            .filter(customer::Column::Id.is_in(people.iter().map(|id| id.0)))
            .into_tuple()
            .all(self.reads())
            .await
            .map_err(store_error)?;
        Ok(rows.into_iter().map(|(id, name)| (UserId(id), name)).collect())
    }

    async fn people(&self, people: &[UserId]) -> Result<BTreeMap<UserId, Customer>, StoreError> {
        let rows = customer::Entity::find()
            .filter(customer::Column::Id.is_in(people.iter().map(|id| id.0)))
            .all(self.reads())
            .await
            .map_err(store_error)?;
        let known = readable(rows.into_iter().map(Customer::try_from))?;
        Ok(known.into_iter().map(|customer| (customer.id, customer)).collect())
    }
}

impl SqlOrders {
    /// What [`sortable_number`] makes of the number, in the words of the index on it.
    fn sorted_number(&self) -> Expr {
        Expr::cust(match self.reads().get_database_backend() {
            DbBackend::Postgres => "left(number, 9) || right('000000000000' || substr(number, 10), 12)",
            _ => "substr(number, 1, 9) || substr('000000000000' || substr(number, 10), -12)",
        })
    }
}

fn sort_value(row: &Model, sort: OrderSort) -> String {
    match sort {
        OrderSort::CreatedAt => timestamp_text(row.created_at),
        OrderSort::UpdatedAt => timestamp_text(row.updated_at),
        OrderSort::Total => row.total.to_string(),
        OrderSort::Number => sortable_number(&row.number),
    }
}

fn matching(filter: &OrderFilter, number: Option<String>) -> Select<Entity> {
    let mut select = Entity::find();
    match filter.statuses.as_slice() {
        [] => {}
        [one] => select = select.filter(Column::Status.eq(one.as_str())),
        several => {
            select = select.filter(Column::Status.is_in(several.iter().map(|status| status.as_str())));
        }
    }
    if let Some(customer) = filter.customer {
        select = select.filter(Column::CustomerId.eq(customer.0));
    }
    if let Some(from) = filter.created_from {
        select = select.filter(Column::CreatedAt.gte(from));
    }
    if let Some(to) = filter.created_to {
        select = select.filter(Column::CreatedAt.lt(to));
    }
    if let Some(min) = filter.total_min {
        select = select.filter(Column::Total.gte(min));
    }
    if let Some(max) = filter.total_max {
        select = select.filter(Column::Total.lte(max));
    }
    if let Some(currency) = filter.currency {
        select = select.filter(Column::Currency.eq(currency.as_str()));
    }
    if let Some(beginning) = number {
        // Numbers are upper case and compared by bytes, so that a beginning is a range of the index.
        let beyond = format!("{beginning}{}", char::MAX);
        select = select.filter(Column::Number.gte(beginning)).filter(Column::Number.lt(beyond));
    }
    select
}
