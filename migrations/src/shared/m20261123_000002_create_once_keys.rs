//! What makes a repeated request or message take effect once.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, json, text, timestamp_with_time_zone, uuid};
use sea_orm_migration::sea_orm::DbBackend;

/// Creates `idempotency` and `inbox`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(idempotency()).await?;
        manager.create_table(inbox()).await?;
        for table in ["idempotency", "inbox"] {
            let mut index = Index::create().name(format!("{table}_at")).table(table).col("at").to_owned();
            if manager.get_database_backend() == DbBackend::Postgres {
                // Rows lie in the order of time, and only the purge asks for it: a few bytes per range suffice.
                index.index_type(IndexType::Custom("brin".into_iden()));
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["inbox", "idempotency"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn idempotency() -> TableCreateStatement {
    Table::create()
        .table("idempotency")
        .col(text("principal"))
        .col(text("operation"))
        .col(text("key"))
        .col(blob("fingerprint"))
        .col(json("outcome"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("principal").col("operation").col("key"))
        .to_owned()
}

fn inbox() -> TableCreateStatement {
    Table::create()
        .table("inbox")
        .col(text("consumer"))
        .col(uuid("event_id"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("consumer").col("event_id"))
        .to_owned()
}
