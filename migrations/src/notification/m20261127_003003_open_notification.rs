//! Channels, and the states of deliveries and attempts, are sets that grow.

use sea_orm_migration::prelude::*;

use crate::open_set::open;

/// Takes the checks off `delivery.channel`, `delivery.status` and `attempt.outcome`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("delivery", "channel"), ("delivery", "status"), ("attempt", "outcome")] {
            open(manager, table, column).await?;
        }
        Ok(())
    }

    /// Leaves them off: what was written since may be something that they would refuse.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
