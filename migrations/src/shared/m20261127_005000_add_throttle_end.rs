//! A window says when it is over, so that its row can go then.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;

/// Adds `throttle.ends_at`, and an index that finds what is over.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Null in rows of the version before, which does not know the column.
        let column = timestamp_with_time_zone_null("ends_at");
        manager.alter_table(Table::alter().table("throttle").add_column(column).to_owned()).await?;
        manager
            .create_index(Index::create().name("throttle_ends").table("throttle").col("ends_at").to_owned())
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("throttle_ends").table("throttle").to_owned()).await?;
        manager.alter_table(Table::alter().table("throttle").drop_column("ends_at").to_owned()).await
    }
}
