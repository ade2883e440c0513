//! Notes on orders.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, timestamp_with_time_zone, uuid};

/// Creates `order_note`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let notes = Table::create()
            .table("order_note")
            .col(uuid("id").primary_key())
            .col(uuid("order_id"))
            .col(text("visibility").check(Expr::col("visibility").is_in(["public", "internal"])))
            .col(text("text"))
            .col(text("author_kind").check(Expr::col("author_kind").is_in(["user", "service", "system"])))
            .col(text("author_id"))
            .col(timestamp_with_time_zone("created_at"))
            .to_owned();
        manager.create_table(notes).await?;
        let index = Index::create()
            .name("order_note_order")
            .table("order_note")
            .col("order_id")
            .col("created_at")
            .col("id")
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("order_note").to_owned()).await
    }
}
