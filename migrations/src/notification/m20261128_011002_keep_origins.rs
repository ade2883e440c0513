//! What is told, and what cannot be, says where its event was read.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, integer_null, text_null, timestamp_with_time_zone_null, uuid_null,
};

/// Adds where a notification's event was read, and what the event of a dead letter is about, with an index by it. An older
/// version knows neither, and leaves them out.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

const INDEX: &str = "dead_letter_subject";
const OF_NOTIFICATIONS: [&str; 5] =
    ["topic", "topic_partition", "topic_offset", "event_sequence", "occurred_at"];
const OF_LETTERS: [&str; 2] = ["subject", "event_sequence"];

async fn add(manager: &SchemaManager<'_>, table: &'static str, columns: Vec<ColumnDef>) -> Result<(), DbErr> {
    // SQLite adds one column at a time.
    for column in columns {
        manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
    }
    Ok(())
}

async fn drop(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    for column in columns {
        manager.alter_table(Table::alter().table(table).drop_column(*column).to_owned()).await?;
    }
    Ok(())
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [topic, partition, offset, sequence, occurred_at] = OF_NOTIFICATIONS;
        let columns = vec![
            text_null(topic),
            integer_null(partition),
            big_integer_null(offset),
            big_integer_null(sequence),
            timestamp_with_time_zone_null(occurred_at),
        ];
        add(manager, "notification", columns).await?;
        let [subject, sequence] = OF_LETTERS;
        add(manager, "dead_letter", vec![uuid_null(subject), big_integer_null(sequence)]).await?;
        manager.create_index(Index::create().name(INDEX).table("dead_letter").col(subject).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(INDEX).table("dead_letter").to_owned()).await?;
        drop(manager, "dead_letter", &OF_LETTERS).await?;
        drop(manager, "notification", &OF_NOTIFICATIONS).await
    }
}
