//! Orders are sorted by their number, and not by how it is written: `ORD-2026-1000000` comes after `ORD-2026-999999`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// Adds an index by the number with its digits filled up to twelve.
///
/// An index of an expression needs no new column, so that an older version goes on writing what it knows.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sortable = match manager.get_database_backend() {
            DbBackend::Postgres => "left(number, 9) || right('000000000000' || substr(number, 10), 12)",
            _ => "substr(number, 1, 9) || substr('000000000000' || substr(number, 10), -12)",
        };
        let sql = format!("CREATE INDEX orders_number_sorted ON orders (({sortable}), id)");
        manager.get_connection().execute_unprepared(&sql).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("orders_number_sorted").table("orders").to_owned()).await
    }
}
