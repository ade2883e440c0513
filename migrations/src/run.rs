//! Running the migrations of one database.

use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait,
};
use sea_orm_migration::{DbErr, MigrationStatus, MigratorTrait};

/// Held while migrations run, so that replicas that start together do not run them twice. An arbitrary number.
const LOCK: i64 = 0x656f_705f_6d69_6772;

/// Brings the schema up to date. Several processes may do so at once; one works, the others wait and find nothing left.
///
/// # Errors
/// When the database does not answer or refuses a step; `PostgreSQL` then keeps nothing of the whole run.
pub async fn migrate<M: MigratorTrait>(database: &DatabaseConnection) -> Result<(), DbErr> {
    if database.get_database_backend() != DbBackend::Postgres {
        // The process that has the file open is the only one.
        return M::up(database, None).await;
    }
    let transaction = database.begin().await?;
    let lock = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT pg_advisory_xact_lock($1)",
        [LOCK.into()],
    );
    transaction.execute_raw(lock).await?;
    M::up(&transaction, None).await?;
    transaction.commit().await
}

/// The names of the migrations that have not run yet.
///
/// # Errors
/// When the database does not answer.
pub async fn pending<M: MigratorTrait>(database: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let pending = M::get_pending_migrations(database).await?;
    Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
}

/// Takes the newest `steps` migrations back. This loses the data of their tables.
///
/// # Errors
/// When the database does not answer or refuses a step.
pub async fn revert<M: MigratorTrait>(database: &DatabaseConnection, steps: u32) -> Result<(), DbErr> {
    M::down(database, Some(steps)).await
}

/// Every migration by name, and whether it has run. Changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn status<M: MigratorTrait>(database: &DatabaseConnection) -> Result<Vec<(String, bool)>, DbErr> {
    let steps = M::get_migration_with_status_read_only(database).await?;
    Ok(steps.iter().map(|step| (step.name().to_owned(), step.status() == MigrationStatus::Applied)).collect())
}
