//! `SQLite`: a batch of commits is one transaction, so one flush to disk; each commit is a savepoint in it.
//!
//! The batch takes its turn on the one connection of the process that writes. Outcomes are rows affected.

use std::sync::Arc;

use eop_core::kernel::commit::Version;
use eop_core::kernel::error::StoreError;
use sea_orm::Value;
use sea_orm::sea_query::SqliteQueryBuilder;
use sea_orm::sqlx::sqlite::SqliteConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Executor, Sqlite};
use sea_query_sqlx::SqlxValues;
use uuid::Uuid;

use crate::change::{ChangeSet, OnConflict, Op, Row, Table};
use crate::committer::Verdict;
use crate::error::sqlx_error;
use crate::metrics::Metrics;
use crate::pool::Held;

/// Writes batches on the connection that all writing of the process shares.
pub(crate) struct Writer {
    held: Arc<Held<Sqlite>>,
}

impl Writer {
    pub(crate) fn new(held: Arc<Held<Sqlite>>) -> Self {
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

    async fn try_write(&self, changes: &[ChangeSet], metrics: &Metrics) -> Result<Vec<Verdict>, sqlx::Error> {
        let mut lease = self.held.acquire().await?;
        metrics.round_trip();
        let mut transaction = Transaction { connection: lease.connection() };
        transaction.control("BEGIN IMMEDIATE").await?;
        let mut verdicts = Vec::with_capacity(changes.len());
        for change in changes {
            verdicts.push(transaction.apply(change).await?);
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

    /// Applies one commit whole or not at all. An error of the database that is only about this commit is its verdict.
    async fn apply(&mut self, change: &ChangeSet) -> Result<Verdict, sqlx::Error> {
        self.control("SAVEPOINT one").await?;
        let verdict = match self.apply_steps(change).await {
            Ok(verdict) => verdict,
            Err(error) if is_about_one(&error) => Verdict::Failed(sqlx_error(error)),
            Err(error) => return Err(error),
        };
        if !matches!(verdict, Verdict::Applied) {
            self.control("ROLLBACK TO one").await?;
        }
        self.control("RELEASE one").await?;
        Ok(verdict)
    }

    /// The steps in the order that [`crate::change`] promises.
    async fn apply_steps(&mut self, change: &ChangeSet) -> Result<Verdict, sqlx::Error> {
        for op in &change.ops {
            let affected = match op {
                Op::Update { table, key, from, set } => self.update(table, *key, *from, set).await?,
                Op::Statement { query, require_row } => {
                    let (sql, values) = query.build(SqliteQueryBuilder);
                    let affected = self.run(sql, values.0).await?;
                    if *require_row { affected } else { 1 }
                }
                Op::Insert { .. } | Op::Put { .. } => 1,
            };
            if affected == 0 {
                return Ok(Verdict::Stale);
            }
        }
        if let Some(once) = &change.once
            && self.insert(once.table, &once.row, " ON CONFLICT DO NOTHING").await? == 0
        {
            return Ok(Verdict::Repeated);
        }
        for op in &change.ops {
            match op {
                Op::Insert { table, row, on_conflict } => match on_conflict {
                    OnConflict::Taken { name, target } => {
                        let clause = format!(" ON CONFLICT {target} DO NOTHING");
                        if self.insert(table, row, &clause).await? == 0 {
                            return Ok(Verdict::Taken(*name));
                        }
                    }
                    OnConflict::Skip => drop(self.insert(table, row, " ON CONFLICT DO NOTHING").await?),
                    OnConflict::Never => drop(self.insert(table, row, "").await?),
                },
                Op::Put { table, row, guard } => self.put(table, row, *guard).await?,
                Op::Update { .. } | Op::Statement { .. } => {}
            }
        }
        Ok(Verdict::Applied)
    }

    async fn update(
        &mut self,
        table: &Table,
        key: Uuid,
        from: Version,
        set: &Row,
    ) -> Result<u64, sqlx::Error> {
        let assignments: Vec<String> = set.iter().map(|(column, _)| format!("\"{column}\" = ?")).collect();
        let sql = format!(
            "UPDATE \"{}\" SET {} WHERE \"{}\" = ? AND \"version\" = ?",
            table.name,
            assignments.join(", "),
            table.key[0]
        );
        let mut values: Vec<Value> = set.iter().map(|(_, value)| value.clone()).collect();
        values.push(key.into());
        // A version beyond i64 was never issued, so that none matches.
        values.push(i64::try_from(from.0).unwrap_or(-1).into());
        self.run(sql, values).await
    }

    async fn insert(&mut self, table: &Table, row: &Row, on_conflict: &str) -> Result<u64, sqlx::Error> {
        let columns: Vec<String> = row.iter().map(|(column, _)| format!("\"{column}\"")).collect();
        let places = vec!["?"; row.len()].join(", ");
        let sql =
            format!("INSERT INTO \"{}\" ({}) VALUES ({places}){on_conflict}", table.name, columns.join(", "));
        self.run(sql, row.iter().map(|(_, value)| value.clone()).collect()).await
    }

    async fn put(&mut self, table: &Table, row: &Row, guard: Option<&str>) -> Result<(), sqlx::Error> {
        let keys: Vec<String> = table.key.iter().map(|key| format!("\"{key}\"")).collect();
        let set: Vec<String> = row
            .iter()
            .filter(|(column, _)| !table.key.contains(column))
            .map(|(column, _)| format!("\"{column}\" = excluded.\"{column}\""))
            .collect();
        let wins = guard.map_or_else(String::new, |guard| {
            format!(" WHERE \"{}\".\"{guard}\" <= excluded.\"{guard}\"", table.name)
        });
        let clause = format!(" ON CONFLICT ({}) DO UPDATE SET {}{wins}", keys.join(", "), set.join(", "));
        self.insert(table, row, &clause).await.map(drop)
    }

    async fn run(&mut self, sql: String, values: Vec<Value>) -> Result<u64, sqlx::Error> {
        let query = sqlx::query_with(AssertSqlSafe(sql), SqlxValues(sea_orm::Values(values)));
        Ok(query.execute(&mut *self.connection).await?.rows_affected())
    }
}

/// Whether the database refused a statement of one commit, such as one that breaks a constraint, rather than to work.
fn is_about_one(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(refusal) => !matches!(refusal.kind(), sqlx::error::ErrorKind::Other),
        sqlx::Error::Encode(_) | sqlx::Error::InvalidArgument(_) => true,
        _ => false,
    }
}
