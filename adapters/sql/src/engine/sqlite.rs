//! `SQLite`: a batch of commits is one transaction, so one flush to disk.
//!
//! The batch takes its turn on the one connection of the process that writes. It is written as sets, a few statements for
//! all commits together, in the hope that nothing is refused. When something is, all of it is taken back, and the same is
//! done for each commit by itself, as a batch of one in a savepoint. Outcomes are rows affected.

use std::sync::Arc;

use eop_core::kernel::error::StoreError;
use sea_orm::Value;
use sea_orm::sea_query::SqliteQueryBuilder;
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::sqlx::sqlite::SqliteConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Executor};
use sea_query_sqlx::SqlxValues;

use crate::change::ChangeSet;
use crate::engine::batch::{Batch, Class, Group};
use crate::error::{is_passing, sqlx_error};
use crate::metrics::Metrics;
use crate::pool::{File, Held};
use crate::table::{Column, Table, quoted};
use crate::verdict::Verdict;

/// Rows per statement, so that few texts are prepared and stay so: a set is written in pieces of these sizes.
const PIECES: [usize; 4] = [32, 8, 2, 1];

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
        let mut verdicts = Vec::with_capacity(changes.len());
        if changes.len() > 1 {
            if matches!(transaction.apply(&Batch::of(changes)).await?, Verdict::Applied) {
                verdicts.extend(changes.iter().map(|_| Verdict::Applied));
            } else {
                transaction.control("ROLLBACK").await?;
                metrics.round_trip();
                transaction.control("BEGIN IMMEDIATE").await?;
            }
        }
        for change in &changes[verdicts.len()..] {
            verdicts.push(transaction.apply_alone(change).await?);
        }
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

    /// Applies a commit whole or not at all.
    async fn apply_alone(&mut self, change: &ChangeSet) -> Result<Verdict, sqlx::Error> {
        self.control("SAVEPOINT one").await?;
        let verdict = self.apply(&Batch::of(std::slice::from_ref(change))).await?;
        if !matches!(verdict, Verdict::Applied) {
            self.control("ROLLBACK TO one").await?;
        }
        self.control("RELEASE one").await?;
        Ok(verdict)
    }

    /// Applies the commits of a batch. The first refusal of one ends it: a part of them is written then and must be taken
    /// back. An error that is only about one commit is a refusal too.
    async fn apply(&mut self, batch: &Batch<'_>) -> Result<Verdict, sqlx::Error> {
        match self.apply_steps(batch).await {
            Err(error) if is_about_one(&error) => Ok(Verdict::Failed(sqlx_error(error))),
            outcome => outcome,
        }
    }

    /// The steps in the order that [`crate::change`] promises; the groups of a batch are sorted so.
    async fn apply_steps(&mut self, batch: &Batch<'_>) -> Result<Verdict, sqlx::Error> {
        for conditional in &batch.conditionals {
            let (sql, values) = conditional.query.build(SqliteQueryBuilder);
            if self.run(sql, values.0).await? == 0 && conditional.require_row {
                return Ok(Verdict::Stale);
            }
        }
        let (updates, others): (Vec<_>, Vec<_>) =
            batch.groups.iter().partition(|group| group.class == Class::Update);
        for group in updates.into_iter().chain(others) {
            let written = match group.class {
                Class::Update => self.update(group).await?,
                Class::Once | Class::Insert { skip: true } => {
                    self.insert(group, " ON CONFLICT DO NOTHING").await?
                }
                Class::Unique { target, .. } => {
                    self.insert(group, &format!(" ON CONFLICT {} DO NOTHING", target.clause())).await?
                }
                Class::Insert { skip: false } => self.insert(group, "").await?,
                Class::Put { guard } => {
                    self.insert(group, &upsert_clause(group.table, &group.columns, guard)).await?
                }
            };
            if written < group.rows.len() as u64
                && let Some(refusal) = group.class.refusal()
            {
                return Ok(refusal);
            }
        }
        Ok(Verdict::Applied)
    }

    /// Updates are one statement each: how many rows were as expected.
    async fn update(&mut self, group: &Group<'_>) -> Result<u64, sqlx::Error> {
        let text = update_text(group.table, &group.columns);
        let mut updated = 0;
        for (row, (key, from)) in group.rows.iter().zip(&group.targets) {
            let mut values: Vec<_> = row.iter().map(|(_, value)| value.clone()).collect();
            values.extend([(*key).into(), (*from).into()]);
            updated += self.run(text.clone(), values).await?;
        }
        Ok(updated)
    }

    /// Inserts the rows of a group: how many of them.
    async fn insert(&mut self, group: &Group<'_>, on_conflict: &str) -> Result<u64, sqlx::Error> {
        let mut inserted = 0;
        let mut rest = group.rows.as_slice();
        for size in PIECES {
            if rest.len() < size {
                continue;
            }
            let text = insert_text(group.table, &group.columns, size, on_conflict);
            while rest.len() >= size {
                let (piece, later) = rest.split_at(size);
                let values =
                    piece.iter().flat_map(|row| row.iter().map(|(_, value)| value.clone())).collect();
                inserted += self.run(text.clone(), values).await?;
                rest = later;
            }
        }
        Ok(inserted)
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
fn insert_text(table: &Table, columns: &[&Column], rows: usize, on_conflict: &str) -> String {
    let names = quoted(columns.iter().map(|column| &column.name), "");
    let row = format!("({})", vec!["?"; columns.len()].join(", "));
    let rows = vec![row.as_str(); rows].join(", ");
    format!("INSERT INTO \"{}\" ({names}) VALUES {rows}{on_conflict}", table.name)
}

/// The clause that makes an insert an upsert.
fn upsert_clause(table: &Table, columns: &[&Column], guard: Option<&str>) -> String {
    let set: Vec<String> = columns
        .iter()
        .filter(|column| !table.key.columns.contains(&column.name))
        .map(|column| format!("\"{0}\" = excluded.\"{0}\"", column.name))
        .collect();
    let wins = guard.map_or_else(String::new, |guard| {
        format!(" WHERE \"{}\".\"{guard}\" <= excluded.\"{guard}\"", table.name)
    });
    format!(" ON CONFLICT {} DO UPDATE SET {}{wins}", table.key.clause(), set.join(", "))
}

fn update_text(table: &Table, columns: &[&Column]) -> String {
    let set: Vec<String> = columns.iter().map(|column| format!("\"{}\" = ?", column.name)).collect();
    let (table, key) = (table.name, table.key.columns[0]);
    format!("UPDATE \"{table}\" SET {} WHERE \"{key}\" = ? AND \"version\" = ?", set.join(", "))
}
