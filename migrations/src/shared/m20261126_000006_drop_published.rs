//! An event leaves the outbox when it is published: nothing says any more that it was.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;

/// Drops `outbox.published_at`, and the index that told the pending rows from the others.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let published = Query::delete()
            .from_table("outbox")
            .and_where(Expr::col("published_at").is_not_null())
            .to_owned();
        manager.execute(published).await?;
        for name in ["outbox_pending", "outbox_held"] {
            manager.drop_index(Index::drop().name(name).table("outbox").to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("outbox").drop_column("published_at").to_owned()).await?;
        manager.create_index(held()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("outbox_held").table("outbox").to_owned()).await?;
        let column = timestamp_with_time_zone_null("published_at");
        manager.alter_table(Table::alter().table("outbox").add_column(column).to_owned()).await?;
        let is_pending = || Expr::col("published_at").is_null();
        let pending = Index::create()
            .name("outbox_pending")
            .table("outbox")
            .col("position")
            .and_where(is_pending())
            .to_owned();
        manager.create_index(pending).await?;
        manager.create_index(held().and_where(is_pending()).to_owned()).await
    }
}

/// The few rows that hold back the later ones of their key.
fn held() -> IndexCreateStatement {
    Index::create()
        .name("outbox_held")
        .table("outbox")
        .col("key")
        .col("position")
        .and_where(Expr::col("parked").or(Expr::col("retry_at").is_not_null()))
        .to_owned()
}
