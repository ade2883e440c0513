//! When each refresh token was issued, and which accounts have a hash of bcrypt.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;
use sea_orm_migration::sea_orm::ConnectionTrait;

/// Adds `refresh_token.issued_at` and the index `account_bcrypt`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Null in rows of the version before, which does not know the column.
        let column = timestamp_with_time_zone_null("issued_at");
        manager.alter_table(Table::alter().table("refresh_token").add_column(column).to_owned()).await?;
        // Empty where no accounts were taken over from a system with such hashes, and then it costs nothing.
        let index = "CREATE INDEX account_bcrypt ON account (substr(password, 5, 2)) \
             WHERE substr(password, 1, 2) = '$2'";
        manager.get_connection().execute_unprepared(index).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("account_bcrypt").table("account").to_owned()).await?;
        manager.alter_table(Table::alter().table("refresh_token").drop_column("issued_at").to_owned()).await
    }
}
