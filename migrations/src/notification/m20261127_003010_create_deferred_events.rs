//! Events that only a newer version understands.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, blob, integer, text, timestamp_with_time_zone, uuid};

/// Creates `deferred_event`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(deferred_events()).await?;
        // Whoever looks for what it understands asks by word; what waits for other words is not even read.
        let by_word = Index::create()
            .name("deferred_event_word")
            .table("deferred_event")
            .col("word")
            .col("created_at")
            .col("event_id")
            .to_owned();
        manager.create_index(by_word).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("deferred_event").to_owned()).await
    }
}

fn deferred_events() -> TableCreateStatement {
    Table::create()
        .table("deferred_event")
        .col(uuid("event_id").primary_key())
        .col(text("topic"))
        .col(integer("topic_partition"))
        .col(big_integer("topic_offset"))
        .col(text("word"))
        // Bytes, because what others wrote may hold NUL, which text cannot.
        .col(blob("value"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}
