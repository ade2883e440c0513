//! The steps of orders.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text, text_null, timestamp_with_time_zone, uuid};

/// Creates `order_history`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // No foreign key: a step is only ever written in the commit of its order, and the check costs a lookup each.
        let history = Table::create()
            .table("order_history")
            .col(uuid("order_id"))
            .col(big_integer("version"))
            .col(text("action"))
            .col(text_null("from_status"))
            .col(text("to_status"))
            .col(text("actor_kind").check(Expr::col("actor_kind").is_in(["user", "service", "system"])))
            .col(text("actor_id"))
            .col(text_null("reason"))
            .col(text_null("note"))
            .col(timestamp_with_time_zone("at"))
            .col(text_null("trace_id"))
            .primary_key(Index::create().col("order_id").col("version"))
            .to_owned();
        manager.create_table(history).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("order_history").to_owned()).await
    }
}
