//! The guard that keeps a batch of commits from applying one of them in part.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// Creates the function `eop_refuse_partial` on `PostgreSQL`, where a batch is one statement that must be able to refuse
/// itself. `SQLite` decides commit by commit.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            let sql = "CREATE FUNCTION eop_refuse_partial(is_partial boolean) RETURNS boolean LANGUAGE plpgsql AS \
                       $$ BEGIN IF is_partial THEN RAISE EXCEPTION 'a commit of this batch would be applied in part' \
                       USING ERRCODE = 'EOP01'; END IF; RETURN true; END $$";
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            let sql = "DROP FUNCTION eop_refuse_partial(boolean)";
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }
}
