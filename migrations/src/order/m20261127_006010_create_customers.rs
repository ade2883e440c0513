//! The people who may have orders.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, timestamp_with_time_zone, uuid};

/// Creates `customer`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Orders do not refer to it: they may be of people whose events were gone before this service first read them.
        let customers = Table::create()
            .table("customer")
            .col(uuid("id").primary_key())
            .col(text("name"))
            .col(big_integer("sequence"))
            .col(timestamp_with_time_zone("updated_at"))
            .to_owned();
        manager.create_table(customers).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("customer").to_owned()).await
    }
}
