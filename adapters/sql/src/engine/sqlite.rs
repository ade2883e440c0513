//! `SQLite`: one transaction per batch.
use crate::change::ChangeSet;
use crate::committer::Verdict;
use crate::metrics::Metrics;
use crate::pool::Held;
use eop_core::kernel::error::StoreError;
use sea_orm::sqlx::Sqlite;
use std::sync::Arc;
pub(crate) struct Writer {
    _held: Arc<Held<Sqlite>>,
}
impl Writer {
    pub(crate) fn new(held: Arc<Held<Sqlite>>) -> Self {
        Self { _held: held }
    }
    pub(crate) async fn write(&mut self, changes: &[ChangeSet], _metrics: &Metrics) -> Vec<Verdict> {
        changes.iter().map(|_| Verdict::Failed(StoreError::Overloaded)).collect()
    }
}
