//! Deliveries that cannot be read: set aside where they hold nothing up, and taken up again when they can be.
//!
//! The row itself says that it is set aside: `set_aside_at` is the time of its last change. Whoever changes it after that,
//! even an older version, which does not know the column, has decided about it.

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::DeliveryId;
use eop_core::notification::model::{Channel, DeliveryStatus};
use eop_core::notification::port::TakenUp;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::SqlNotifications;
use super::queue::Unreadable;
use crate::entity::delivery::{self, Column};
use crate::entity::writing::foreign;
use crate::error::store_error;

/// The longest reason that is kept, in characters.
const MAX_REASON: usize = 500;

fn is_aside() -> SimpleExpr {
    Column::SetAsideAt
        .is_not_null()
        .and(Expr::col(Column::SetAsideAt).eq(Expr::col(Column::UpdatedAt)))
        .and(Column::DueAt.is_null())
}

impl SqlNotifications {
    /// How many deliveries are due at some time, by channel. A channel that only a newer version knows is left out.
    pub(super) async fn count_waiting(&self) -> Result<Vec<(Channel, u64)>, StoreError> {
        let counts: Vec<(String, i64)> = delivery::Entity::find()
            .select_only()
            .column(Column::Channel)
            .column_as(Column::Id.count(), "waiting")
            .filter(Column::DueAt.is_not_null())
            .group_by(Column::Channel)
            .into_tuple()
            .all(self.reads())
            .await
            .map_err(store_error)?;
        let known = |(name, count): (String, i64)| Some((Channel::named(&name)?, count.unsigned_abs()));
        let mut waiting: Vec<_> = counts.into_iter().filter_map(known).collect();
        waiting.sort_by_key(|(channel, _)| Channel::ALL.iter().position(|one| one == channel));
        Ok(waiting)
    }

    /// Sets a delivery aside that was claimed until `leased_until`, and says so. If that cannot be written now, it is met
    /// again when the lease ends.
    pub(super) async fn put_aside(&self, one: &Unreadable, now: Timestamp, leased_until: Timestamp) {
        let Unreadable { delivery, error } = one;
        let reason: String = format!("set aside: {error}").chars().take(MAX_REASON).collect();
        let aside = delivery::Entity::update_many()
            .col_expr(Column::Status, Expr::val(DeliveryStatus::Failed.as_str()))
            .col_expr(Column::NextAttemptAt, Expr::val(None::<Timestamp>))
            .col_expr(Column::LeasedUntil, Expr::val(None::<Timestamp>))
            .col_expr(Column::DueAt, Expr::val(None::<Timestamp>))
            .col_expr(Column::HeldBy, Expr::val(None::<String>))
            .col_expr(Column::HeldUntil, Expr::val(None::<Timestamp>))
            .col_expr(Column::LastError, Expr::val(foreign(&reason)))
            .col_expr(Column::SetAsideAt, Expr::val(now))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1_i64))
            .col_expr(Column::UpdatedAt, Expr::val(now))
            .filter(Column::Id.eq(*delivery))
            .filter(Column::LeasedUntil.eq(leased_until));
        match self.direct().execute(&aside.into_query()).await.map_err(store_error) {
            Ok(done) if done.rows_affected() > 0 => {
                tracing::error!(%delivery, %error, "a due delivery cannot be read and is set aside until it can be");
            }
            // Somebody else has it by now.
            Ok(_) => {}
            Err(failure) => {
                tracing::warn!(%delivery, %error, %failure, "a due delivery can be neither read nor set aside");
            }
        }
    }

    pub(super) async fn count_aside(&self) -> Result<u64, StoreError> {
        delivery::Entity::find().filter(is_aside()).count(self.reads()).await.map_err(store_error)
    }

    pub(super) async fn take_up_aside(
        &self,
        after: Option<DeliveryId>,
        now: Timestamp,
        limit: u16,
    ) -> Result<TakenUp, StoreError> {
        let page = delivery::Entity::find()
            .filter(is_aside())
            .apply_if(after, |found, after| found.filter(Column::Id.gt(after.0)))
            .order_by_asc(Column::Id)
            .limit(u64::from(limit));
        let rows = self.reads().query_all(&page.into_query()).await.map_err(store_error)?;
        let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.try_get("", "id").ok()).collect();
        let next = ids.last().filter(|_| rows.len() == usize::from(limit)).copied().map(DeliveryId);
        let whole = rows.iter().filter_map(|row| delivery::Model::from_query_result(row, "").ok());
        let readable = self.read_each(whole.collect()).await?.complete;
        if readable.is_empty() {
            return Ok(TakenUp { freed: 0, next });
        }
        let free = delivery::Entity::update_many()
            .col_expr(Column::Status, Expr::val(DeliveryStatus::Retrying.as_str()))
            .col_expr(Column::NextAttemptAt, Expr::val(now))
            .col_expr(Column::DueAt, Expr::val(now))
            .col_expr(Column::LastError, Expr::val(None::<String>))
            .col_expr(Column::SetAsideAt, Expr::val(None::<Timestamp>))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1_i64))
            .col_expr(Column::UpdatedAt, Expr::val(now))
            .filter(Column::Id.is_in(readable.iter().map(|one| one.delivery.id.0)))
            .filter(is_aside());
        let done = self.direct().execute(&free.into_query()).await.map_err(store_error)?;
        Ok(TakenUp { freed: done.rows_affected(), next })
    }
}
