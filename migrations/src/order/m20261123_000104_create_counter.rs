//! The counter that order numbers come from.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer};

/// Creates `order_counter` with its one row.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let counter = Table::create()
            .table("order_counter")
            .col(integer("id").primary_key().check(Expr::col("id").eq(1)))
            .col(big_integer("issued"))
            .to_owned();
        manager.create_table(counter).await?;
        let row = Query::insert()
            .into_table("order_counter")
            .columns(["id", "issued"])
            .values_panic([1.into(), 0_i64.into()])
            .to_owned();
        manager.execute(row).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("order_counter").to_owned()).await
    }
}
