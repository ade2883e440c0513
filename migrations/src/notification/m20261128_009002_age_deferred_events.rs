//! Deferred events are found by age, so that those that nobody ever understood can be forgotten.

use sea_orm_migration::prelude::*;

/// Adds an index by age to `deferred_event`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_age = Index::create()
            .name("deferred_event_created")
            .table("deferred_event")
            .col("created_at")
            .to_owned();
        manager.create_index(by_age).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by_age = Index::drop().name("deferred_event_created").table("deferred_event").to_owned();
        manager.drop_index(by_age).await
    }
}
