//! Sessions and every refresh token that they ever had.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob, blob_null, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

/// Creates `session` and `refresh_token`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(sessions()).await?;
        manager
            .create_index(
                Index::create()
                    .name("session_account_created")
                    .table("session")
                    .col("account_id")
                    .col("created_at")
                    .col("id")
                    .to_owned(),
            )
            .await?;
        manager.create_table(refresh_tokens()).await?;
        manager
            .create_index(
                Index::create()
                    .name("refresh_token_session")
                    .table("refresh_token")
                    .col("session_id")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["refresh_token", "session"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn sessions() -> TableCreateStatement {
    let reasons = ["logged_out", "revoked_by_user", "password_changed", "token_reused", "account_locked"];
    Table::create()
        .table("session")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(blob("current_hash"))
        .col(blob_null("previous_hash"))
        .col(timestamp_with_time_zone_null("previous_at"))
        .col(text_null("device"))
        .col(text_null("ip"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("last_seen_at"))
        .col(timestamp_with_time_zone("idle_until"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(text_null("revoked_reason").check(Expr::col("revoked_reason").is_in(reasons)))
        .col(big_integer("version"))
        .to_owned()
}

/// One row per token ever issued, so that a token that was exchanged long ago still leads to its session.
fn refresh_tokens() -> TableCreateStatement {
    Table::create()
        .table("refresh_token")
        .col(blob("hash").primary_key())
        .col(uuid("session_id"))
        .foreign_key(
            ForeignKey::create()
                .from("refresh_token", "session_id")
                .to("session", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
