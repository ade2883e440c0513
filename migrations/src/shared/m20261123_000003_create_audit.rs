//! The audit log.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{json, text, text_null, timestamp_with_time_zone, uuid};

/// Creates `audit`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Ids sort by time, so that the primary key also serves who reads the log in order.
        let audit = Table::create()
            .table("audit")
            .col(uuid("id").primary_key())
            .col(timestamp_with_time_zone("at"))
            .col(text("actor_kind").check(Expr::col("actor_kind").is_in(["user", "service", "system"])))
            .col(text("actor_id"))
            .col(text("action"))
            .col(text("target"))
            .col(text("outcome").check(Expr::col("outcome").is_in(["done", "denied"])))
            .col(json("detail"))
            .col(text_null("request_id"))
            .col(text_null("traceparent"))
            .col(text_null("ip"))
            .col(text_null("user_agent"))
            .to_owned();
        manager.create_table(audit).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("audit").to_owned()).await
    }
}
