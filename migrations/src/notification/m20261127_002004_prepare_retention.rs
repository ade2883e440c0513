//! Attempts, inbox items and dead letters are found by age, so that old ones can be forgotten. Notifications and mails are
//! listed by age anyway.

use sea_orm_migration::prelude::*;

/// Adds an index by age to `attempt`, `inbox_item` and `dead_letter`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

const INDEXES: [(&str, &str, &str); 3] = [
    ("attempt_started", "attempt", "started_at"),
    ("inbox_item_created", "inbox_item", "created_at"),
    ("dead_letter_resolved", "dead_letter", "resolved_at"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, column) in INDEXES {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, _) in INDEXES {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        Ok(())
    }
}
