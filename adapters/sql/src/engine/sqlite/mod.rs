//! `SQLite`: a batch of commits is one transaction, so one flush to disk.
//!
//! The batch takes its turn on the one connection of the process that writes. At first it is written as sets, a few
//! statements for all commits together ([`bulk`]), in the hope that nothing is refused. When something is, all of it is
//! taken back and each commit is written by itself, in a savepoint ([`single`]). Outcomes are rows affected.

mod bulk;
mod single;

use std::sync::Arc;

use eop_core::kernel::error::StoreError;
use sea_orm::Value;
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::sqlx::sqlite::SqliteConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Executor};
use sea_query_sqlx::SqlxValues;

use crate::change::{ChangeSet, Table};
use crate::committer::Verdict;
use crate::engine::batch::Batch;
use crate::error::{is_passing, sqlx_error};
use crate::metrics::Metrics;
use crate::pool::{File, Held};

/// Writes batches on the connection that all writing of the process shares.
pub(crate) struct Writer {
    held: Arc<Held<File>>,
}

impl Writer {
    pub(crate) fn new(held: Arc<Held<File>>) -> Self {
        Self { held }
    }

    /// Writes these commits, each whole or not at all.
    pub(crate) async fn write(&mut self, changes: &[ChangeSet], metrics: &Metrics) -> Vec<Verdict> {
        match self.try_write(changes, metrics).await {
            Ok(verdicts) => verdicts,
            Err(error) => {
                // The transaction was given up, so nothing was applied. A later batch gets a new connection.
                let error = Arc::new(sqlx_error(error));
                changes.iter().map(|_| Verdict::Failed(again(&error))).collect()
            }
        }
    }

    /// Whether it can write.
    pub(crate) async fn check(&self) -> Result<(), StoreError> {
        let mut lease = self.held.acquire().await.map_err(sqlx_error)?;
        lease.connection().execute("SELECT 1").await.map_err(sqlx_error)?;
        lease.give_back();
        Ok(())
    }

    async fn try_write(&self, changes: &[ChangeSet], metrics: &Metrics) -> Result<Vec<Verdict>, sqlx::Error> {
        let mut lease = self.held.acquire().await?;
        let mut transaction = Transaction { connection: lease.connection() };
        metrics.round_trip();
        transaction.control("BEGIN IMMEDIATE").await?;
        let together = changes.len() > 1 && transaction.apply_together(&Batch::of(changes)).await?;
        let verdicts = if together {
            changes.iter().map(|_| Verdict::Applied).collect()
        } else {
            if changes.len() > 1 {
                transaction.control("ROLLBACK").await?;
                metrics.round_trip();
                transaction.control("BEGIN IMMEDIATE").await?;
            }
            transaction.apply_each(changes).await?
        };
        transaction.control("COMMIT").await?;
        lease.give_back();
        Ok(verdicts)
    }
}

/// The same error for one more commit.
fn again(error: &Arc<StoreError>) -> StoreError {
    match **error {
        StoreError::Refused(_) => StoreError::Refused(Box::new(Arc::clone(error))),
        _ => StoreError::Unavailable(Box::new(Arc::clone(error))),
    }
}

/// A transaction under way. When it is dropped before its end its connection is closed, which gives it up.
struct Transaction<'c> {
    connection: &'c mut SqliteConnection,
}

impl Transaction<'_> {
    async fn control(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        self.connection.execute(sql).await.map(drop)
    }

    /// Runs a statement: the rows that it affected.
    async fn run(&mut self, sql: String, values: Vec<Value>) -> Result<u64, sqlx::Error> {
        let query = sqlx::query_with(AssertSqlSafe(sql), SqlxValues(sea_orm::Values(values)));
        Ok(query.execute(&mut *self.connection).await?.rows_affected())
    }
}

/// Whether the database refused a statement of one commit, such as one that breaks a constraint or is too big, rather than
/// to work.
fn is_about_one(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(_) => !is_passing(error) && !is_about_all(error),
        sqlx::Error::Encode(_) | sqlx::Error::InvalidArgument(_) => true,
        _ => false,
    }
}

/// Whether the database cannot work at all, whatever it is given.
fn is_about_all(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(DatabaseError::code);
    // The low byte is the kind. 7: out of memory. 8: read only. 9: interrupted. 11: corrupt. 15: locking protocol. 26: not
    // a database.
    code.and_then(|code| code.parse::<u32>().ok())
        .is_some_and(|code| matches!(code & 0xff, 7 | 8 | 9 | 11 | 15 | 26))
}

/// `INSERT` of so many rows with these columns.
fn insert_text(table: &Table, columns: &[&str], rows: usize, on_conflict: &str) -> String {
    let names = list(columns);
    let row = format!("({})", vec!["?"; columns.len()].join(", "));
    let rows = vec![row.as_str(); rows].join(", ");
    format!("INSERT INTO \"{}\" ({names}) VALUES {rows}{on_conflict}", table.name)
}

/// The clause that makes an insert an upsert.
fn upsert_clause(table: &Table, columns: &[&str], guard: Option<&str>) -> String {
    let set: Vec<String> = columns
        .iter()
        .filter(|column| !table.key.contains(column))
        .map(|column| format!("\"{column}\" = excluded.\"{column}\""))
        .collect();
    let wins = guard.map_or_else(String::new, |guard| {
        format!(" WHERE \"{}\".\"{guard}\" <= excluded.\"{guard}\"", table.name)
    });
    format!(" ON CONFLICT ({}) DO UPDATE SET {}{wins}", list(table.key), set.join(", "))
}

fn update_text(table: &Table, columns: &[&str]) -> String {
    let set: Vec<String> = columns.iter().map(|column| format!("\"{column}\" = ?")).collect();
    let (table, key) = (table.name, table.key[0]);
    format!("UPDATE \"{table}\" SET {} WHERE \"{key}\" = ? AND \"version\" = ?", set.join(", "))
}

/// Quoted names, separated by commas.
fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}
