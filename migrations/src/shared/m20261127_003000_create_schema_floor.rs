//! What an older version must know to work with the schema.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;

use crate::floor::TABLE;

/// Creates `schema_floor`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let floor =
            Table::create().table(TABLE).col(text("migration").primary_key()).col(text("reason")).to_owned();
        manager.create_table(floor).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(TABLE).to_owned()).await
    }
}
