//! Hits per bucket in fixed windows.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, timestamp_with_time_zone};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// Creates `throttle`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let throttle = Table::create()
            .table("throttle")
            .col(text("bucket").primary_key())
            .col(timestamp_with_time_zone("started_at"))
            .col(big_integer("hits"))
            .to_owned();
        manager.create_table(throttle).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            // Counts need not outlive a crash of the server, so they need not be logged either.
            manager.get_connection().execute_unprepared("ALTER TABLE throttle SET UNLOGGED").await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("throttle").to_owned()).await
    }
}
