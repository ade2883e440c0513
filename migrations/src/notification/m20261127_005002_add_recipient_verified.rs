//! Whether the address of a recipient is known to be theirs.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::boolean;

/// Adds `recipient.verified`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Whoever is known already is told things as before; the next event of each account says what is true.
        let column = boolean("verified").default(true).take();
        manager.alter_table(Table::alter().table("recipient").add_column(column).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("recipient").drop_column("verified").to_owned()).await
    }
}
