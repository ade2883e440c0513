//! Commits by themselves: a savepoint each, one statement per operation.

use sea_orm::Value;
use sea_orm::sea_query::SqliteQueryBuilder;
use sea_orm::sqlx;

use super::{Transaction, insert_text, is_about_one, update_text, upsert_clause};
use crate::change::{ChangeSet, OnConflict, Op, Row, Table};
use crate::committer::Verdict;
use crate::error::sqlx_error;

impl Transaction<'_> {
    /// Applies each commit whole or not at all.
    pub(super) async fn apply_each(&mut self, changes: &[ChangeSet]) -> Result<Vec<Verdict>, sqlx::Error> {
        let mut verdicts = Vec::with_capacity(changes.len());
        for change in changes {
            verdicts.push(self.apply(change).await?);
        }
        Ok(verdicts)
    }

    /// Applies one commit. An error of the database that is only about this commit is its verdict.
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
            if !self.changes_what_is_there(op).await? {
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
                Op::Insert { table, row, on_conflict: OnConflict::Taken { name, target } } => {
                    let clause = format!(" ON CONFLICT {target} DO NOTHING");
                    if self.insert(table, row, &clause).await? == 0 {
                        return Ok(Verdict::Taken(*name));
                    }
                }
                Op::Insert { table, row, on_conflict: OnConflict::Skip } => {
                    self.insert(table, row, " ON CONFLICT DO NOTHING").await?;
                }
                Op::Insert { table, row, on_conflict: OnConflict::Never } => {
                    self.insert(table, row, "").await?;
                }
                Op::Put { table, row, guard } => {
                    let clause = upsert_clause(table, &columns(row), *guard);
                    self.insert(table, row, &clause).await?;
                }
                Op::Update { .. } | Op::Statement { .. } => {}
            }
        }
        Ok(Verdict::Applied)
    }

    /// Runs an operation on rows that are there: whether it met what it requires.
    async fn changes_what_is_there(&mut self, op: &Op) -> Result<bool, sqlx::Error> {
        match op {
            Op::Update { table, key, from, set } => {
                let mut values = values(set);
                values.push((*key).into());
                // A version beyond i64 was never issued, so that none matches.
                values.push(i64::try_from(from.0).unwrap_or(-1).into());
                Ok(self.run(update_text(table, &columns(set)), values).await? > 0)
            }
            Op::Statement { query, require_row } => {
                let (sql, values) = query.build(SqliteQueryBuilder);
                Ok(self.run(sql, values.0).await? > 0 || !require_row)
            }
            Op::Insert { .. } | Op::Put { .. } => Ok(true),
        }
    }

    async fn insert(&mut self, table: &Table, row: &Row, on_conflict: &str) -> Result<u64, sqlx::Error> {
        self.run(insert_text(table, &columns(row), 1, on_conflict), values(row)).await
    }
}

fn columns(row: &Row) -> Vec<&'static str> {
    row.iter().map(|(column, _)| *column).collect()
}

fn values(row: &Row) -> Vec<Value> {
    row.iter().map(|(_, value)| value.clone()).collect()
}
