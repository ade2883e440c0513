//! What people read about notifications, deliveries and dead letters.

use std::collections::HashMap;

use async_trait::async_trait;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, NotificationId};
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use eop_core::notification::model::{Attempt, DeadLetter, Delivery, Notification};
use eop_core::notification::port::{DeadLetterFilter, NotificationFilter, NotificationQueries};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use uuid::Uuid;

use super::SqlNotifications;
use crate::entity::reading::readable;
use crate::entity::{attempt, dead_letter, delivery, notification};
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};

#[async_trait]
impl NotificationQueries for SqlNotifications {
    async fn list_notifications(
        &self,
        filter: &NotificationFilter,
        direction: Direction,
        request: &PageRequest,
    ) -> Result<Page<(Notification, Vec<Delivery>)>, StoreError> {
        let keyset = Keyset {
            sort: notification::Column::CreatedAt.into_expr(),
            kind: SortKind::Timestamp,
            id: notification::Column::Id,
            direction,
        };
        let cursor = |row: &notification::Model| Cursor { value: timestamp_text(row.created_at), id: row.id };
        let select = matching(filter);
        let found = page(self.reads(), select, keyset, request, cursor, Notification::try_from).await?;
        let mut deliveries = self.deliveries(found.items.iter().map(|one| one.id.0).collect()).await?;
        Ok(found.map(|one| {
            let of_it = deliveries.remove(&one.id).unwrap_or_default();
            (one, of_it)
        }))
    }

    async fn deliveries_of(&self, id: NotificationId) -> Result<Vec<Delivery>, StoreError> {
        Ok(self.deliveries(vec![id.0]).await?.remove(&id).unwrap_or_default())
    }

    async fn attempts_of(&self, deliveries: &[DeliveryId]) -> Result<Vec<Attempt>, StoreError> {
        if deliveries.is_empty() {
            return Ok(Vec::new());
        }
        let rows = attempt::Entity::find()
            .filter(attempt::Column::DeliveryId.is_in(deliveries.iter().map(|id| id.0)))
            .order_by_asc(attempt::Column::DeliveryId)
            .order_by_asc(attempt::Column::Number)
            .all(self.reads())
            .await
            .map_err(store_error)?;
        readable(rows.into_iter().map(Attempt::try_from))
    }

    async fn list_dead_letters(
        &self,
        filter: DeadLetterFilter,
        request: &PageRequest,
    ) -> Result<Page<DeadLetter>, StoreError> {
        let mut select = dead_letter::Entity::find();
        if filter.open {
            select = select.filter(dead_letter::Column::ResolvedAt.is_null());
        }
        if let Some(subject) = filter.subject {
            select = select.filter(dead_letter::Column::Subject.eq(subject));
        }
        let keyset = Keyset {
            sort: dead_letter::Column::CreatedAt.into_expr(),
            kind: SortKind::Timestamp,
            id: dead_letter::Column::Id,
            direction: Direction::Descending,
        };
        let cursor = |row: &dead_letter::Model| Cursor { value: timestamp_text(row.created_at), id: row.id };
        page(self.reads(), select, keyset, request, cursor, DeadLetter::try_from).await
    }
}

impl SqlNotifications {
    /// The deliveries of these notifications, by notification, oldest first.
    async fn deliveries(&self, of: Vec<Uuid>) -> Result<HashMap<NotificationId, Vec<Delivery>>, StoreError> {
        let mut deliveries: HashMap<_, Vec<_>> = HashMap::with_capacity(of.len());
        if of.is_empty() {
            return Ok(deliveries);
        }
        let rows = delivery::Entity::find()
            .filter(delivery::Column::NotificationId.is_in(of))
            .order_by_asc(delivery::Column::CreatedAt)
            .order_by_asc(delivery::Column::Id)
            .all(self.reads())
            .await
            .map_err(store_error)?;
        for delivery in readable(rows.into_iter().map(Delivery::try_from))? {
            deliveries.entry(delivery.notification).or_default().push(delivery);
        }
        Ok(deliveries)
    }
}

fn matching(filter: &NotificationFilter) -> Select<notification::Entity> {
    use notification::Column;

    let mut select = notification::Entity::find();
    if let Some(kind) = filter.kind {
        select = select.filter(Column::Kind.eq(kind.as_str()));
    }
    if let Some(recipient) = filter.recipient {
        select = select.filter(Column::RecipientId.eq(recipient.0));
    }
    if let Some(order) = filter.order {
        select = select.filter(Column::OrderId.eq(order));
    }
    if let Some(from) = filter.from {
        select = select.filter(Column::CreatedAt.gte(from));
    }
    if let Some(to) = filter.to {
        select = select.filter(Column::CreatedAt.lt(to));
    }
    if filter.channel.is_some() || filter.status.is_some() {
        select = select.filter(Expr::exists(delivered(filter)));
    }
    select
}

/// Goes with a notification that has a delivery on the channel and in the status that are asked for.
fn delivered(filter: &NotificationFilter) -> SelectStatement {
    use delivery::Column;

    let mut query = Query::select();
    query.expr(Expr::val(1)).from(delivery::Entity).and_where(
        Expr::col((delivery::Entity, Column::NotificationId))
            .equals((notification::Entity, notification::Column::Id)),
    );
    if let Some(channel) = filter.channel {
        query.and_where(Column::Channel.eq(channel.as_str()));
    }
    if let Some(status) = filter.status {
        query.and_where(Column::Status.eq(status.as_str()));
    }
    query
}
