//! The states and purposes of identity are sets that grow.

use sea_orm_migration::prelude::*;

use crate::open_set::open;

/// Takes the checks off the states of accounts and keys, the purposes of links, and the reasons of revocations.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("account", "state"),
            ("link", "purpose"),
            ("session", "revoked_reason"),
            ("signing_key", "state"),
        ] {
            open(manager, table, column).await?;
        }
        Ok(())
    }

    /// Leaves them off: what was written since may be something that they would refuse.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
