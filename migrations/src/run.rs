//! Running the migrations of one database.
//!
//! Two versions of a program share a database while one replaces the other. So a program goes on when it meets
//! migrations that it does not know: a newer version ran them, and a newer version only adds, unless it says otherwise.
//! What says otherwise is a row in the table of [`crate::floor`], and then an older program refuses to start.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use sea_orm_migration::sea_orm::sea_query::{Order, Query};
use sea_orm_migration::sea_orm::sqlx::Error as SqlxError;
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DynIden, RuntimeErr, Statement, TransactionTrait,
};
use sea_orm_migration::{
    DbErr, IntoSchemaManagerConnection, MigrationName, MigrationStatus, MigrationTrait, MigratorTrait,
    MigratorTraitSelf, SchemaManager,
};
use thiserror::Error;

use crate::floor;

/// Held while migrations run, so that replicas that start together do not run them twice. An arbitrary number.
const LOCK: i64 = 0x656f_705f_6d69_6772;

/// How long a step waits for a table that others work on. A step that waits makes everybody behind it wait as well, so
/// it gives way soon and comes again.
const LOCK_TIMEOUT: &str = "SET LOCAL lock_timeout = '2s'";

/// How often a run that met the locks of others is begun anew.
const TRIES: u32 = 20;

/// The pause before it is.
const PAUSE: Duration = Duration::from_millis(250);

/// Why a schema cannot be used.
#[derive(Debug, Error)]
pub enum MigrateError {
    /// The database does not answer or refuses a step.
    #[error(transparent)]
    Database(#[from] DbErr),
    /// A newer version changed the schema in a way that this program cannot work with.
    #[error(
        "its schema is of a newer version, and this program cannot work with it since {migration} ({reason}); \
         start the version that ran this migration, or a later one"
    )]
    Newer {
        /// The migration that says so.
        migration: String,
        /// What it took away.
        reason: String,
    },
}

/// Whether a migration has run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It has.
    Applied,
    /// It has not.
    Pending,
    /// It has, and this program does not know it: a newer version ran it.
    Newer,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Applied => "applied",
            Self::Pending => "pending",
            Self::Newer => "newer",
        })
    }
}

/// Brings the schema up to date, and says which migrations of a newer version it has beyond that. Several processes may
/// do so at once; one works, the others wait and find nothing left.
///
/// # Errors
/// When the database does not answer or refuses a step; `PostgreSQL` then keeps nothing of the whole run. When a newer
/// version marked the schema as one that this program cannot use.
pub async fn migrate<M: MigratorTrait>(database: &DatabaseConnection) -> Result<Vec<String>, MigrateError> {
    if database.get_database_backend() != DbBackend::Postgres {
        // The process that has the file open is the only one.
        return up::<M, _>(database).await;
    }
    let mut tries = 1;
    loop {
        match in_transaction::<M>(database).await {
            Err(MigrateError::Database(error)) if tries < TRIES && met_a_lock(&error) => tries += 1,
            finished => return finished,
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn in_transaction<M: MigratorTrait>(
    database: &DatabaseConnection,
) -> Result<Vec<String>, MigrateError> {
    let transaction = database.begin().await?;
    let lock = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT pg_advisory_xact_lock($1)",
        [LOCK.into()],
    );
    transaction.execute_raw(lock).await?;
    transaction.execute_unprepared(LOCK_TIMEOUT).await?;
    let newer = up::<M, _>(&transaction).await?;
    transaction.commit().await?;
    Ok(newer)
}

async fn up<'c, M, C>(database: &'c C) -> Result<Vec<String>, MigrateError>
where
    M: MigratorTrait,
    &'c C: IntoSchemaManagerConnection<'c>,
    C: Sync,
{
    let known = Known::<M>::beside(&SchemaManager::new(database)).await?;
    known.up(database, None).await?;
    Ok(known.newer)
}

/// Others held what a step needs. Nothing was done, and another try may succeed.
fn met_a_lock(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return false;
    };
    let SqlxError::Database(refusal) = &**error else { return false };
    // 40P01: deadlock. 55P03: lock not available.
    refusal.code().is_some_and(|code| matches!(&*code, "40P01" | "55P03"))
}

/// The names of the migrations that have not run yet.
///
/// # Errors
/// When the database does not answer; when a newer version marked the schema as one that this program cannot use.
pub async fn pending<M: MigratorTrait>(database: &DatabaseConnection) -> Result<Vec<String>, MigrateError> {
    Known::<M>::beside(&SchemaManager::new(database)).await?;
    let steps = status::<M>(database).await?;
    Ok(steps.into_iter().filter(|(_, step)| *step == Step::Pending).map(|(name, _)| name).collect())
}

/// Takes the newest `steps` migrations back. This loses the data of their tables.
///
/// # Errors
/// When the database does not answer or refuses a step, or a newer version ran the migration.
pub async fn revert<M: MigratorTrait>(database: &DatabaseConnection, steps: u32) -> Result<(), MigrateError> {
    let known = Known::<M>::beside(&SchemaManager::new(database)).await?;
    Ok(known.down(database, Some(steps)).await?)
}

/// Every migration by name, and whether it has run; those of a newer version last. Changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn status<M: MigratorTrait>(
    database: &DatabaseConnection,
) -> Result<Vec<(String, Step)>, MigrateError> {
    let newer = newer::<M>(&SchemaManager::new(database)).await?;
    let known = Known::<M> { newer: newer.clone(), migrator: PhantomData };
    let steps = known.get_migration_with_status_read_only(database).await?.into_iter().map(|step| {
        let state = match step.status() {
            MigrationStatus::Applied if newer.iter().any(|name| name == step.name()) => Step::Newer,
            MigrationStatus::Applied => Step::Applied,
            MigrationStatus::Pending => Step::Pending,
        };
        (step.name().to_owned(), state)
    });
    Ok(steps.collect())
}

/// The migrations that have run and that `M` does not know, by name.
async fn newer<M: MigratorTrait>(manager: &SchemaManager<'_>) -> Result<Vec<String>, DbErr> {
    let table = M::migration_table_name();
    if !manager.has_table(table.to_string()).await? {
        return Ok(Vec::new());
    }
    let applied = Query::select().column("version").from(table).order_by("version", Order::Asc).to_owned();
    let rows = manager.get_connection().query_all(&applied).await?;
    let applied: Vec<String> = rows.iter().map(|row| row.try_get("", "version")).collect::<Result<_, _>>()?;
    let known: Vec<Box<dyn MigrationTrait>> = M::migrations();
    Ok(applied.into_iter().filter(|name| known.iter().all(|one| one.name() != name)).collect())
}

/// The migrations of `M`, beside those that a newer version ran on the same database.
struct Known<M> {
    newer: Vec<String>,
    migrator: PhantomData<fn() -> M>,
}

impl<M: MigratorTrait> Known<M> {
    /// Looks whether the database is one that this program can use.
    async fn beside(manager: &SchemaManager<'_>) -> Result<Self, MigrateError> {
        let newer = newer::<M>(manager).await?;
        let needed = floor::read(manager).await?;
        match needed.into_iter().find(|one| newer.contains(&one.migration)) {
            Some(floor::Needed { migration, reason }) => Err(MigrateError::Newer { migration, reason }),
            None => Ok(Self { newer, migrator: PhantomData }),
        }
    }
}

#[async_trait::async_trait]
impl<M: MigratorTrait> MigratorTraitSelf for Known<M> {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let mut all = M::migrations();
        all.extend(self.newer.iter().map(|name| Box::new(Newer(name.clone())) as Box<dyn MigrationTrait>));
        all
    }

    fn migration_table_name(&self) -> DynIden {
        M::migration_table_name()
    }
}

/// A migration of a newer version: it has run, and nothing else is known of it.
struct Newer(String);

impl MigrationName for Newer {
    fn name(&self) -> &str {
        &self.0
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Newer {
    async fn up(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Custom(format!("the migration {} is not known to this program", self.0)))
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Custom(format!(
            "the migration {} was run by a newer version: only that one can take it back",
            self.0
        )))
    }
}
