//! A batch as sets: a few statements for all of its commits.

use sea_orm::sea_query::SqliteQueryBuilder;
use sea_orm::sqlx;

use super::{Transaction, insert_text, is_about_one, update_text, upsert_clause};
use crate::engine::batch::{Batch, Class, Group};

/// Rows per statement, so that few texts are prepared and stay so: a set is written in pieces of these sizes.
const PIECES: [usize; 4] = [32, 8, 2, 1];

impl Transaction<'_> {
    /// Applies all commits of a batch: `false` as soon as one is refused. Then the transaction holds a part of them and
    /// must be taken back.
    pub(super) async fn apply_together(&mut self, batch: &Batch<'_>) -> Result<bool, sqlx::Error> {
        match self.apply_sets(batch).await {
            Err(error) if is_about_one(&error) => Ok(false),
            outcome => outcome,
        }
    }

    /// The steps in the order that [`crate::change`] promises; the groups of a batch are sorted so.
    async fn apply_sets(&mut self, batch: &Batch<'_>) -> Result<bool, sqlx::Error> {
        for conditional in &batch.conditionals {
            let (sql, values) = conditional.query.build(SqliteQueryBuilder);
            if self.run(sql, values.0).await? == 0 && conditional.require_row {
                return Ok(false);
            }
        }
        for group in batch.groups.iter().filter(|group| group.class == Class::Update) {
            if !self.update(group).await? {
                return Ok(false);
            }
        }
        for group in &batch.groups {
            let (on_conflict, refuses) = match group.class {
                Class::Update => continue,
                Class::Once => (" ON CONFLICT DO NOTHING".to_owned(), true),
                Class::Unique { target, .. } => (format!(" ON CONFLICT {target} DO NOTHING"), true),
                Class::Insert { skip: true } => (" ON CONFLICT DO NOTHING".to_owned(), false),
                Class::Insert { skip: false } => (String::new(), false),
                Class::Put { guard } => (upsert_clause(group.table, &group.columns, guard), false),
            };
            let inserted = self.insert_set(group, &on_conflict).await?;
            if refuses && inserted < group.rows.len() as u64 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Updates are one statement each: whether every row was as expected.
    async fn update(&mut self, group: &Group<'_>) -> Result<bool, sqlx::Error> {
        let text = update_text(group.table, &group.columns);
        for (row, (key, from)) in group.rows.iter().zip(&group.targets) {
            let mut values: Vec<_> = row.iter().map(|(_, value)| value.clone()).collect();
            values.extend([(*key).into(), (*from).into()]);
            if self.run(text.clone(), values).await? == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Inserts the rows of a group: how many of them.
    async fn insert_set(&mut self, group: &Group<'_>, on_conflict: &str) -> Result<u64, sqlx::Error> {
        let mut inserted = 0;
        let mut rest = group.rows.as_slice();
        for size in PIECES {
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
}
