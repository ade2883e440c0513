//! Due deliveries, each handed to one worker.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::TimeDelta;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::{DomainError, ErrorKind, StoreError};
use eop_core::kernel::id::DeliveryId;
use eop_core::notification::model::{
    Attempt, Channel, Delivery, DeliveryStatus, Lane, Notification, Recipient,
};
use eop_core::notification::port::{ClaimedDelivery, DeliveryQueue, DueClaim, TakenUp};
use futures::future::join_all;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QueryResult, QuerySelect, QueryTrait, Statement,
};
use uuid::Uuid;

use super::SqlNotifications;
use crate::entity::{attempt, delivery, notification, recipient};
use crate::error::{inconsistent, is_of_a_value, store_error};

/// Takes due deliveries in one statement; rows that another worker is just taking are passed over, not waited for.
///
/// The inner query is a CTE, because a planner may run a plain subquery more than once, and then more rows than asked
/// for would be taken. The limit is part of the text: a plan for any limit would read the whole table.
fn claim_statement(limit: u16) -> String {
    format!(
        "WITH due AS MATERIALIZED (\
             SELECT id, due_at FROM delivery WHERE channel = $1 AND lane = $4 AND due_at <= $2 \
             ORDER BY due_at, id LIMIT {limit} FOR UPDATE SKIP LOCKED) \
         UPDATE delivery SET status = 'sending', leased_until = $3, due_at = $3, held_by = $5, held_until = $3, \
             version = version + 1, updated_at = $2 \
         FROM due WHERE delivery.id = due.id \
         RETURNING delivery.*, due.due_at AS was_due_at"
    )
}

/// One claim, and when it ends.
struct Claim<'a> {
    due: DueClaim<'a>,
    leased_until: Timestamp,
}

/// What a claim took: rows, and those of which a column cannot even be handed over.
#[derive(Default)]
struct Taken {
    rows: Vec<delivery::Model>,
    unreadable: Vec<Unreadable>,
}

/// What became of rows that were read.
#[derive(Default)]
pub(super) struct Read {
    pub(super) complete: Vec<ClaimedDelivery>,
    pub(super) unreadable: Vec<Unreadable>,
}

/// A delivery that cannot be read, and why.
pub(super) struct Unreadable {
    pub(super) delivery: Uuid,
    pub(super) error: StoreError,
}

#[async_trait]
impl DeliveryQueue for SqlNotifications {
    async fn claim_due(&self, due: DueClaim<'_>) -> Result<Vec<ClaimedDelivery>, StoreError> {
        let lease = TimeDelta::from_std(due.lease).map_err(|error| StoreError::Refused(Box::new(error)))?;
        let claim = Claim { due, leased_until: due.now + lease };
        let taken = match self.reads().get_database_backend() {
            DbBackend::Postgres => self.claim_skipping_locked(&claim).await?,
            _ => self.claim_alone(&claim).await?,
        };
        let mut read = self.read_each(taken.rows).await?;
        read.unreadable.extend(taken.unreadable);
        for one in read.unreadable {
            self.put_aside(&one, due.now, claim.leased_until).await;
        }
        Ok(read.complete)
    }

    async fn take_back(&self, channel: Channel, holder: &str, now: Timestamp) -> Result<u64, StoreError> {
        let lanes = Lane::ALL.iter().map(|lane| lane.as_str());
        // By the front of the index of what is due: what waits to be claimed lies before it.
        let left = delivery::Entity::update_many()
            .col_expr(delivery::Column::LeasedUntil, Expr::val(now))
            .col_expr(delivery::Column::DueAt, Expr::val(now))
            .col_expr(delivery::Column::HeldBy, Expr::val(None::<String>))
            .col_expr(delivery::Column::HeldUntil, Expr::val(None::<Timestamp>))
            .col_expr(delivery::Column::Version, Expr::col(delivery::Column::Version).add(1_i64))
            .col_expr(delivery::Column::UpdatedAt, Expr::val(now))
            .filter(delivery::Column::Channel.eq(channel.as_str()))
            .filter(delivery::Column::Lane.is_in(lanes))
            .filter(delivery::Column::DueAt.gt(now))
            .filter(delivery::Column::Status.eq(DeliveryStatus::Sending.as_str()))
            .filter(delivery::Column::HeldBy.eq(holder))
            // Where they differ, an older version, which knows no holders, claimed it since.
            .filter(Expr::col(delivery::Column::HeldUntil).eq(Expr::col(delivery::Column::LeasedUntil)));
        let done = self.direct().execute(&left.into_query()).await.map_err(store_error)?;
        Ok(done.rows_affected())
    }

    async fn waiting(&self) -> Result<Vec<(Channel, u64)>, StoreError> {
        self.count_waiting().await
    }

    async fn set_aside(&self) -> Result<u64, StoreError> {
        self.count_aside().await
    }

    async fn take_up(
        &self,
        after: Option<DeliveryId>,
        now: Timestamp,
        limit: u16,
    ) -> Result<TakenUp, StoreError> {
        self.take_up_aside(after, now, limit).await
    }
}

/// What the claiming statement returns beside the delivery.
#[derive(Debug, FromQueryResult)]
struct WasDue {
    was_due_at: Timestamp,
}

impl SqlNotifications {
    /// The claim of an engine with many writers.
    async fn claim_skipping_locked(&self, claim: &Claim<'_>) -> Result<Taken, StoreError> {
        let DueClaim { holder, channel, lane, now, limit, .. } = claim.due;
        let until = claim.leased_until;
        let values = [channel.as_str().into(), now.into(), until.into(), lane.as_str().into(), holder.into()];
        let statement = Statement::from_sql_and_values(DbBackend::Postgres, claim_statement(limit), values);
        let rows = self.direct().query_all_raw(statement).await.map_err(store_error)?;
        let mut claimed = Vec::with_capacity(rows.len());
        let mut taken = Taken::default();
        for row in rows {
            let was_due = WasDue::from_query_result(&row, "").map_err(store_error)?;
            claimed.extend(taken.kept(&row).map(|model| (was_due.was_due_at, model)));
        }
        claimed.sort_by_key(|(was_due_at, model)| (*was_due_at, model.id));
        taken.rows = claimed.into_iter().map(|(_, model)| model).collect();
        Ok(taken)
    }

    /// The claim of an engine with one writer at a time: looks first, and takes what is then still due, so that nothing
    /// is taken twice even by another process.
    async fn claim_alone(&self, claim: &Claim<'_>) -> Result<Taken, StoreError> {
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
            return Ok(Taken::default());
        }
        let take = delivery::Entity::update_many()
            .col_expr(delivery::Column::Status, Expr::val(DeliveryStatus::Sending.as_str()))
            .col_expr(delivery::Column::LeasedUntil, Expr::val(claim.leased_until))
            .col_expr(delivery::Column::DueAt, Expr::val(claim.leased_until))
            .col_expr(delivery::Column::HeldBy, Expr::val(claim.due.holder))
            .col_expr(delivery::Column::HeldUntil, Expr::val(claim.leased_until))
            .col_expr(delivery::Column::Version, Expr::col(delivery::Column::Version).add(1_i64))
            .col_expr(delivery::Column::UpdatedAt, Expr::val(claim.due.now))
            .filter(delivery::Column::Id.is_in(due.iter().copied()))
            .filter(delivery::Column::DueAt.lte(claim.due.now));
        let rows = self.direct().query_all(take.into_query().returning_all()).await.map_err(store_error)?;
        let mut taken = Taken::default();
        let claimed = rows.iter().filter_map(|row| taken.kept(row));
        let mut claimed: HashMap<Uuid, delivery::Model> = claimed.map(|row| (row.id, row)).collect();
        taken.rows = due.iter().filter_map(|id| claimed.remove(id)).collect();
        Ok(taken)
    }

    /// Adds what an attempt needs to know, and says which rows cannot be read. None of them holds up those that came with
    /// it, not even one that the engine cannot hand over.
    pub(super) async fn read_each(&self, rows: Vec<delivery::Model>) -> Result<Read, StoreError> {
        let failure = match self.with_context(rows.clone()).await {
            Err(error) if error.kind() == ErrorKind::Internal => error,
            read => return read,
        };
        let one_by_one = rows.into_iter().map(|row| async { (row.id, self.with_context(vec![row]).await) });
        let (mut all, mut failed) = (Read::default(), Vec::new());
        for (delivery, read) in join_all(one_by_one).await {
            match read {
                Ok(read) => {
                    all.complete.extend(read.complete);
                    all.unreadable.extend(read.unreadable);
                }
                Err(error) => failed.push(Unreadable { delivery, error }),
            }
        }
        // What the database refuses for every row alike is no fault of the rows.
        let is_theirs = !all.complete.is_empty() || failed.iter().any(|one| is_of_a_value(&one.error));
        let (unreadable, away): (Vec<_>, Vec<_>) =
            failed.into_iter().partition(|one| is_theirs && one.error.kind() == ErrorKind::Internal);
        if all.complete.is_empty() && all.unreadable.is_empty() && unreadable.is_empty() {
            return Err(failure);
        }
        for Unreadable { delivery, error } in away {
            tracing::warn!(%delivery, %error, "a claimed delivery cannot be read now, and waits until its lease ends");
        }
        all.unreadable.extend(unreadable);
        Ok(all)
    }

    async fn with_context(&self, rows: Vec<delivery::Model>) -> Result<Read, StoreError> {
        if rows.is_empty() {
            return Ok(Read::default());
        }
        let notifications = self.notifications_with_recipients(&rows);
        let interrupted = self.interrupted_attempts(&rows);
        let (notifications, mut interrupted) = futures::try_join!(notifications, interrupted)?;
        let mut read = Read::default();
        for row in rows {
            let delivery = row.id;
            let told = notifications.get(&row.notification_id);
            match complete(row, told, interrupted.remove(&delivery)) {
                Ok(one) => read.complete.push(one),
                Err(error) => read.unreadable.push(Unreadable { delivery, error }),
            }
        }
        Ok(read)
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

impl Taken {
    /// The row of a delivery. One of which a column cannot be handed over is noted by its id.
    fn kept(&mut self, row: &QueryResult) -> Option<delivery::Model> {
        let error = match delivery::Model::from_query_result(row, "") {
            Ok(model) => return Some(model),
            Err(error) => store_error(error),
        };
        if let Ok(delivery) = row.try_get::<Uuid>("", "id") {
            self.unreadable.push(Unreadable { delivery, error });
        } else {
            tracing::error!(%error, "a due delivery cannot be read, nor can its id");
        }
        None
    }
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
