//! Due deliveries, each handed to one worker.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::TimeDelta;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::{DomainError, ErrorKind, StoreError};
use eop_core::notification::model::{
    Attempt, Channel, Delivery, DeliveryStatus, Lane, Notification, Recipient,
};
use eop_core::notification::port::{ClaimedDelivery, DeliveryQueue, DueClaim};
use futures::future::join_all;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QueryResult, QuerySelect, QueryTrait, Statement,
};
use uuid::Uuid;

use super::SqlNotifications;
use crate::entity::{attempt, delivery, notification, recipient};
use crate::error::{inconsistent, store_error};

/// Takes due deliveries in one statement; rows that another worker is just taking are passed over, not waited for.
///
/// The inner query is a CTE, because a planner may run a plain subquery more than once, and then more rows than asked
/// for would be taken. The limit is part of the text: a plan for any limit would read the whole table.
fn claim_statement(limit: u16) -> String {
    format!(
        "WITH due AS MATERIALIZED (\
             SELECT id, due_at FROM delivery WHERE channel = $1 AND lane = $4 AND due_at <= $2 \
             ORDER BY due_at, id LIMIT {limit} FOR UPDATE SKIP LOCKED) \
         UPDATE delivery SET status = 'sending', leased_until = $3, due_at = $3, version = version + 1, \
             updated_at = $2 \
         FROM due WHERE delivery.id = due.id \
         RETURNING delivery.*, due.due_at AS was_due_at"
    )
}

/// One claim, and when it ends.
struct Claim {
    due: DueClaim,
    leased_until: Timestamp,
}

#[async_trait]
impl DeliveryQueue for SqlNotifications {
    async fn claim_due(&self, due: DueClaim) -> Result<Vec<ClaimedDelivery>, StoreError> {
        let lease = TimeDelta::from_std(due.lease).map_err(|error| StoreError::Refused(Box::new(error)))?;
        let claim = Claim { due, leased_until: due.now + lease };
        let rows = match self.reads().get_database_backend() {
            DbBackend::Postgres => self.claim_skipping_locked(&claim).await?,
            _ => self.claim_alone(&claim).await?,
        };
        match self.with_context(rows.clone()).await {
            // Columns of one row that the engine cannot even hand over: it must not hold up those that came with it.
            Err(error) if error.kind() == ErrorKind::Internal && rows.len() > 1 => {
                let one_by_one = rows.into_iter().map(|row| async {
                    let id = row.id;
                    let one = self.with_context(vec![row]).await;
                    if let Err(error) = &one {
                        unreadable(id, error);
                    }
                    one.unwrap_or_default()
                });
                Ok(join_all(one_by_one).await.concat())
            }
            claimed => claimed,
        }
    }

    async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        let mut due: Option<Timestamp> = None;
        // One look at the front of the index per line; the smallest of all would be a scan of what waits.
        let mut lines = Vec::new();
        for channel in Channel::ALL {
            lines.extend(Lane::ALL.iter().map(|lane| (*channel, *lane)));
        }
        for (channel, lane) in lines {
            let first: Option<Option<Timestamp>> = delivery::Entity::find()
                .select_only()
                .column(delivery::Column::DueAt)
                .filter(delivery::Column::Channel.eq(channel.as_str()))
                .filter(delivery::Column::Lane.eq(lane.as_str()))
                .filter(delivery::Column::DueAt.is_not_null())
                .order_by_asc(delivery::Column::DueAt)
                .limit(1)
                .into_tuple()
                .one(self.reads())
                .await
                .map_err(store_error)?;
            due = [due, first.flatten()].into_iter().flatten().min();
        }
        Ok(due)
    }

    async fn waiting(&self) -> Result<Vec<(Channel, u64)>, StoreError> {
        let counts: Vec<(String, i64)> = delivery::Entity::find()
            .select_only()
            .column(delivery::Column::Channel)
            .column_as(Expr::expr(Func::count(Expr::col(delivery::Column::Id))), "waiting")
            .filter(delivery::Column::DueAt.is_not_null())
            .group_by(delivery::Column::Channel)
            .into_tuple()
            .all(self.reads())
            .await
            .map_err(store_error)?;
        let counts: HashMap<String, i64> = counts.into_iter().collect();
        let of = |channel: &Channel| counts.get(channel.as_str()).copied().unwrap_or_default();
        Ok(Channel::ALL.iter().map(|channel| (*channel, of(channel).unsigned_abs())).collect())
    }
}

/// What the claiming statement returns beside the delivery.
#[derive(Debug, FromQueryResult)]
struct WasDue {
    was_due_at: Timestamp,
}

impl SqlNotifications {
    /// The claim of an engine with many writers.
    async fn claim_skipping_locked(&self, claim: &Claim) -> Result<Vec<delivery::Model>, StoreError> {
        let DueClaim { channel, lane, now, limit, .. } = claim.due;
        let values = [channel.as_str().into(), now.into(), claim.leased_until.into(), lane.as_str().into()];
        let statement = Statement::from_sql_and_values(DbBackend::Postgres, claim_statement(limit), values);
        let rows = self.direct().query_all_raw(statement).await.map_err(store_error)?;
        let mut claimed = Vec::with_capacity(rows.len());
        for row in rows {
            let was_due = WasDue::from_query_result(&row, "").map_err(store_error)?;
            claimed.extend(claimed_row(&row).map(|model| (was_due.was_due_at, model)));
        }
        claimed.sort_by_key(|(was_due_at, model)| (*was_due_at, model.id));
        Ok(claimed.into_iter().map(|(_, model)| model).collect())
    }

    /// The claim of an engine with one writer at a time: looks first, and takes what is then still due, so that nothing
    /// is taken twice even by another process.
    async fn claim_alone(&self, claim: &Claim) -> Result<Vec<delivery::Model>, StoreError> {
        let due: Vec<Uuid> = delivery::Entity::find()
            .select_only()
            .column(delivery::Column::Id)
            .filter(delivery::Column::Channel.eq(claim.due.channel.as_str()))
            .filter(delivery::Column::Lane.eq(claim.due.lane.as_str()))
            .filter(delivery::Column::DueAt.lte(claim.due.now))
            .order_by_asc(delivery::Column::DueAt)
            .order_by_asc(delivery::Column::Id)
            .limit(u64::from(claim.due.limit))
            .into_tuple()
            .all(self.reads())
            .await
            .map_err(store_error)?;
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let take = delivery::Entity::update_many()
            .col_expr(delivery::Column::Status, Expr::val(DeliveryStatus::Sending.as_str()))
            .col_expr(delivery::Column::LeasedUntil, Expr::val(claim.leased_until))
            .col_expr(delivery::Column::DueAt, Expr::val(claim.leased_until))
            .col_expr(delivery::Column::Version, Expr::col(delivery::Column::Version).add(1_i64))
            .col_expr(delivery::Column::UpdatedAt, Expr::val(claim.due.now))
            .filter(delivery::Column::Id.is_in(due.iter().copied()))
            .filter(delivery::Column::DueAt.lte(claim.due.now));
        let taken = self.direct().query_all(take.into_query().returning_all()).await.map_err(store_error)?;
        let taken = taken.iter().filter_map(claimed_row);
        let mut taken: HashMap<Uuid, delivery::Model> = taken.map(|row| (row.id, row)).collect();
        Ok(due.iter().filter_map(|id| taken.remove(id)).collect())
    }

    /// Adds what an attempt needs to know.
    async fn with_context(&self, rows: Vec<delivery::Model>) -> Result<Vec<ClaimedDelivery>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let notifications = self.notifications_with_recipients(&rows);
        let interrupted = self.interrupted_attempts(&rows);
        let (notifications, mut interrupted) = futures::try_join!(notifications, interrupted)?;
        let mut claimed = Vec::with_capacity(rows.len());
        for row in rows {
            let id = row.id;
            let told = notifications.get(&row.notification_id);
            match complete(row, told, interrupted.remove(&id)) {
                Ok(one) => claimed.push(one),
                Err(error) => unreadable(id, &error),
            }
        }
        Ok(claimed)
    }

    async fn notifications_with_recipients(
        &self,
        rows: &[delivery::Model],
    ) -> Result<HashMap<Uuid, (notification::Model, Option<recipient::Model>)>, StoreError> {
        let found = notification::Entity::find()
            .filter(notification::Column::Id.is_in(rows.iter().map(|row| row.notification_id)))
            .find_also_related(recipient::Entity)
            .all(self.reads())
            .await
            .map_err(store_error)?;
        Ok(found.into_iter().map(|(told, to)| (told.id, (told, to))).collect())
    }

    /// The last attempts of these deliveries that have no result, by delivery.
    async fn interrupted_attempts(
        &self,
        rows: &[delivery::Model],
    ) -> Result<HashMap<Uuid, attempt::Model>, StoreError> {
        let found = attempt::Entity::find()
            .filter(attempt::Column::DeliveryId.is_in(rows.iter().map(|row| row.id)))
            .filter(attempt::Column::Outcome.is_null())
            .filter(Expr::exists(later_attempt()).not())
            .all(self.reads())
            .await
            .map_err(store_error)?;
        Ok(found.into_iter().map(|row| (row.delivery_id, row)).collect())
    }
}

/// A delivery that was claimed; nothing for one of which a column cannot be read.
fn claimed_row(row: &QueryResult) -> Option<delivery::Model> {
    match delivery::Model::from_query_result(row, "") {
        Ok(model) => Some(model),
        Err(error) => {
            let id = row
                .try_get::<Uuid>("", "id")
                .map_or_else(|_| "of an unreadable id".to_owned(), |id| id.to_string());
            unreadable(id, &store_error(error));
            None
        }
    }
}

/// One row that cannot be read must not hold up the others of its channel for ever. It is claimed again when its lease
/// ends: by then it may be mended, or be met by the later version that wrote it.
fn unreadable(delivery: impl std::fmt::Display, error: &StoreError) {
    tracing::error!(%delivery, %error, "a due delivery cannot be read");
}

/// Goes with an attempt that another one of its delivery followed.
fn later_attempt() -> SelectStatement {
    let later = |column: attempt::Column| Expr::col(("later", column));
    Query::select()
        .expr(Expr::val(1))
        .from_as(attempt::Entity, "later")
        .and_where(later(attempt::Column::DeliveryId).equals((attempt::Entity, attempt::Column::DeliveryId)))
        .and_where(later(attempt::Column::Number).gt(Expr::col((attempt::Entity, attempt::Column::Number))))
        .to_owned()
}

fn complete(
    row: delivery::Model,
    told: Option<&(notification::Model, Option<recipient::Model>)>,
    interrupted: Option<attempt::Model>,
) -> Result<ClaimedDelivery, StoreError> {
    let delivery = Delivery::try_from(row)?;
    let (notification, recipient) =
        told.ok_or_else(|| inconsistent("delivery", "notification_id", delivery.id))?;
    Ok(ClaimedDelivery {
        delivery,
        notification: Notification::try_from(notification.clone())?,
        recipient: recipient.clone().map(Recipient::try_from).transpose()?,
        interrupted: interrupted.map(Attempt::try_from).transpose()?,
    })
}
