//! Messages from the bus that could not be processed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob, boolean_null, integer, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

/// Creates `dead_letter`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(dead_letters()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("dead_letter").to_owned()).await
    }
}

fn dead_letters() -> TableCreateStatement {
    Table::create()
        .table("dead_letter")
        .col(uuid("id").primary_key())
        .col(text("topic"))
        .col(integer("topic_partition"))
        .col(big_integer("topic_offset"))
        .col(uuid_null("event_id"))
        // Bytes, because text cannot hold the NUL characters that a broken record may contain.
        .col(blob("value"))
        .col(text("error"))
        .col(timestamp_with_time_zone("created_at"))
        .col(boolean_null("replayed"))
        .col(timestamp_with_time_zone_null("resolved_at"))
        .col(big_integer("version"))
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 3] {
    [
        // A message that is delivered again does not become a second dead letter.
        Index::create()
            .name("dead_letter_position")
            .table("dead_letter")
            .col("topic")
            .col("topic_partition")
            .col("topic_offset")
            .unique()
            .to_owned(),
        Index::create()
            .name("dead_letter_created")
            .table("dead_letter")
            .col("created_at")
            .col("id")
            .to_owned(),
        Index::create()
            .name("dead_letter_open")
            .table("dead_letter")
            .col("created_at")
            .col("id")
            .and_where(Expr::col("resolved_at").is_null())
            .to_owned(),
    ]
}
