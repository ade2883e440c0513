//! The parked events of an outbox are counted without looking at the others.

use sea_orm_migration::prelude::*;

/// Creates the index `outbox_parked`, which is empty as a rule.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::create()
            .name("outbox_parked")
            .table("outbox")
            .col("position")
            .and_where(Expr::col("parked"))
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("outbox_parked").table("outbox").to_owned()).await
    }
}
