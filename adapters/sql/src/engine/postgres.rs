//! `PostgreSQL`: one statement per batch.
use crate::change::ChangeSet;
use crate::committer::Verdict;
use crate::metrics::Metrics;
use eop_core::kernel::error::StoreError;
use sea_orm::sqlx::postgres::PgConnectOptions;
use std::time::Duration;
pub(crate) struct Writer {
    _options: PgConnectOptions,
}
impl Writer {
    pub(crate) fn new(options: PgConnectOptions, _timeout: Duration) -> Self {
        Self { _options: options }
    }
    pub(crate) async fn write(&mut self, changes: &[ChangeSet], _metrics: &Metrics) -> Vec<Verdict> {
        changes.iter().map(|_| Verdict::Failed(StoreError::Overloaded)).collect()
    }
    pub(crate) async fn close(self) {}
}
