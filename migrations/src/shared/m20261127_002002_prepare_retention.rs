//! What every database needs to forget what was kept long enough.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, timestamp_with_time_zone};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// Creates `lease`, and on `PostgreSQL` replaces the block ranges of `idempotency` and `inbox` by trees: a range that once
/// held old rows and was filled again with new ones is searched for ever, so that each purge read the whole table.
/// Windows that do not say when they end, because an older version counted in them, count as over: now they say so, and can
/// be forgotten.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

/// The tables whose rows are forgotten by `at`.
const ONCE_KEYS: [&str; 2] = ["idempotency", "inbox"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let lease = Table::create()
            .table("lease")
            .col(text("name").primary_key())
            .col(text("holder"))
            .col(timestamp_with_time_zone("held_until"))
            .to_owned();
        manager.create_table(lease).await?;
        let over = "UPDATE throttle SET ends_at = started_at WHERE ends_at IS NULL";
        manager.get_connection().execute_unprepared(over).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            for table in ONCE_KEYS {
                manager.drop_index(Index::drop().name(format!("{table}_at")).table(table).to_owned()).await?;
                manager.create_index(by_time(table)).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            for table in ONCE_KEYS {
                manager.drop_index(Index::drop().name(format!("{table}_at")).table(table).to_owned()).await?;
                let mut index = by_time(table);
                index.index_type(IndexType::Custom("brin".into_iden()));
                manager.create_index(index).await?;
            }
        }
        manager.drop_table(Table::drop().table("lease").to_owned()).await
    }
}

fn by_time(table: &'static str) -> IndexCreateStatement {
    Index::create().name(format!("{table}_at")).table(table).col("at").to_owned()
}
