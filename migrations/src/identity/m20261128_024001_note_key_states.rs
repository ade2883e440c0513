//! Since when each signing key is in its state; and that one key is the next.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;

/// Adds `signing_key.since` and the index `signing_key_next`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Null in rows of the version before, whose keys never change their state: since they were made.
        let column = timestamp_with_time_zone_null("since");
        manager.alter_table(Table::alter().table("signing_key").add_column(column).to_owned()).await?;
        let next = Index::create()
            .name("signing_key_next")
            .table("signing_key")
            .col("state")
            .unique()
            .and_where(Expr::col("state").eq("next"))
            .to_owned();
        manager.create_index(next).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("signing_key_next").table("signing_key").to_owned()).await?;
        manager.alter_table(Table::alter().table("signing_key").drop_column("since").to_owned()).await
    }
}
