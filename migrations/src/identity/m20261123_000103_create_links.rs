//! One-time links.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

/// Creates `link`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(links()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("link").to_owned()).await
    }
}

fn links() -> TableCreateStatement {
    Table::create()
        .table("link")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(text("purpose").check(Expr::col("purpose").is_in(["verify_email", "reset_password"])))
        .col(blob("token_hash"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("spent_at"))
        // 1 while the link is good, 2 when it is spent: spending it is a compare and set like any other change.
        .col(big_integer("version"))
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 2] {
    [
        Index::create().name("link_token").table("link").col("purpose").col("token_hash").unique().to_owned(),
        Index::create()
            .name("link_unspent")
            .table("link")
            .col("account_id")
            .col("purpose")
            .and_where(Expr::col("spent_at").is_null())
            .to_owned(),
    ]
}
