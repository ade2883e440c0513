//! The keys that sign access tokens.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{json, text, timestamp_with_time_zone};

/// Creates `signing_key`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(signing_keys()).await?;
        // There is one active key, whatever the writers believe.
        manager
            .create_index(
                Index::create()
                    .name("signing_key_active")
                    .table("signing_key")
                    .col("state")
                    .unique()
                    .and_where(Expr::col("state").eq("active"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("signing_key").to_owned()).await
    }
}

fn signing_keys() -> TableCreateStatement {
    let states = ["next", "active", "retiring", "retired"];
    Table::create()
        .table("signing_key")
        .col(text("kid").primary_key())
        .col(text("algorithm"))
        .col(json("public_jwk"))
        .col(text("sealed_private"))
        .col(text("state").check(Expr::col("state").is_in(states)))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}
