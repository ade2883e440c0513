//! Recipients, notifications, deliveries and what became of them.

mod aside;
mod deferred;
mod inbox;
mod mailbox;
mod query;
mod queue;
mod write;

use async_trait::async_trait;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeadLetterId, DeliveryId, NotificationId, UserId};
use eop_core::notification::model::{DeadLetter, Delivery, Notification, Recipient};
use eop_core::notification::port::{NotificationStore, NotificationWrite};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::database::Database;
use crate::entity::{dead_letter, delivery, notification, recipient};
use crate::error::store_error;
use crate::pool::Pool;

/// Notification's store, queue, queries, inboxes and mailbox in SQL.
#[derive(Clone, Debug)]
pub struct SqlNotifications {
    database: Database,
}

impl SqlNotifications {
    /// Keeps notification's data in `database`, which is at the schema of the notification service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone() }
    }

    fn reads(&self) -> &Pool {
        self.database.reads()
    }

    fn direct(&self) -> &Pool {
        self.database.direct()
    }
}

#[async_trait]
impl NotificationStore for SqlNotifications {
    async fn find_recipient(&self, id: UserId) -> Result<Option<Recipient>, StoreError> {
        let row = recipient::Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(Recipient::try_from).transpose()
    }

    async fn with_role(&self, role: &Role, limit: u16) -> Result<Vec<UserId>, StoreError> {
        let ids: Vec<Uuid> = recipient::with_role(recipient::Entity::find(), role)
            .select_only()
            .column(recipient::Column::Id)
            .order_by_asc(recipient::Column::Id)
            .limit(u64::from(limit))
            .into_tuple()
            .all(self.reads())
            .await
            .map_err(store_error)?;
        Ok(ids.into_iter().map(UserId).collect())
    }

    async fn find_notification(&self, id: NotificationId) -> Result<Option<Notification>, StoreError> {
        let row = notification::Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(Notification::try_from).transpose()
    }

    async fn find_delivery(&self, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
        let row = delivery::Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(Delivery::try_from).transpose()
    }

    async fn find_dead_letter(&self, id: DeadLetterId) -> Result<Option<DeadLetter>, StoreError> {
        let row = dead_letter::Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(DeadLetter::try_from).transpose()
    }

    async fn commit(&self, commit: Commit<NotificationWrite>) -> Result<(), CommitError> {
        self.database.commit(write::change_set(commit)).await
    }
}
