//! Sessions, their tokens and links are found by age, so that those which ended long ago can be forgotten.

use sea_orm_migration::prelude::*;

/// Adds an index by age to `session`, `refresh_token` and `link`. Tokens that do not say when they were issued, because an
/// older version issued them, go with their session.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

const INDEXES: [(&str, &str, &str); 3] = [
    ("session_idle", "session", "idle_until"),
    ("refresh_token_issued", "refresh_token", "issued_at"),
    ("link_expires", "link", "expires_at"),
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
