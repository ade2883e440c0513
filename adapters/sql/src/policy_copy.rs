//! The last good policy, kept in a service's own database.

use async_trait::async_trait;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::policy::{Policy, PolicyKeeper};
use sea_orm::EntityTrait;

use crate::change::{ChangeSet, Op};
use crate::database::Database;
use crate::entity::policy_copy;
use crate::error::store_error;

/// Keeps the policy in the database of a service that does not hold it.
#[derive(Clone, Debug)]
pub struct SqlPolicyCopy {
    database: Database,
}

impl SqlPolicyCopy {
    /// Keeps it in `database`, which is at the schema of the order or the notification service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone() }
    }
}

#[async_trait]
impl PolicyKeeper for SqlPolicyCopy {
    async fn kept(&self) -> Result<Option<Policy>, StoreError> {
        let found = policy_copy::Entity::find_by_id(policy_copy::COPY).one(self.database.reads()).await;
        found.map_err(store_error)?.map(Policy::try_from).transpose()
    }

    async fn keep(&self, policy: &Policy) -> Result<(), StoreError> {
        let ops = vec![Op::put(policy_copy::Model::from(policy), None)];
        let change = ChangeSet { ops, once: None, wakes_relay: false };
        self.database.commit(change).await.map_err(StoreError::from)
    }
}
