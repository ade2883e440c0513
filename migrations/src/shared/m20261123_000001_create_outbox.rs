//! The outbox and the lease of the relay that works on it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_pk_auto, boolean, integer, json, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

/// Creates `outbox` and `outbox_lease`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(outbox()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        manager.create_table(lease()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["outbox_lease", "outbox"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(big_pk_auto("position"))
        .col(uuid("event_id"))
        .col(text("topic"))
        .col(text("kind"))
        .col(uuid("key"))
        .col(big_integer("sequence"))
        .col(timestamp_with_time_zone("occurred_at"))
        .col(text_null("traceparent"))
        .col(json("data"))
        .col(integer("attempts").default(0))
        .col(timestamp_with_time_zone_null("retry_at"))
        .col(boolean("parked").default(false))
        .col(text_null("last_error"))
        .col(timestamp_with_time_zone_null("published_at"))
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 2] {
    [
        Index::create()
            .name("outbox_pending")
            .table("outbox")
            .col("position")
            .and_where(Expr::col("published_at").is_null())
            .to_owned(),
        // The few rows that hold back the later ones of their key.
        Index::create()
            .name("outbox_held")
            .table("outbox")
            .col("key")
            .col("position")
            .and_where(Expr::col("published_at").is_null())
            .and_where(Expr::col("parked").or(Expr::col("retry_at").is_not_null()))
            .to_owned(),
    ]
}

fn lease() -> TableCreateStatement {
    Table::create()
        .table("outbox_lease")
        .col(integer("id").primary_key().check(Expr::col("id").eq(1)))
        .col(text("relay"))
        .col(timestamp_with_time_zone("held_until"))
        .to_owned()
}
