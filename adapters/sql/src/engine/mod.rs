//! The engines: how a batch of commits is written.

mod batch;
pub(crate) mod postgres;
pub(crate) mod sqlite;

use eop_core::kernel::error::StoreError;

use crate::change::ChangeSet;
use crate::metrics::Metrics;
use crate::verdict::Verdict;

/// Writes batches on a connection of its own.
pub(crate) enum Engine {
    Postgres(Box<postgres::Writer>),
    Sqlite(sqlite::Writer),
}

impl Engine {
    /// Writes these commits, each whole or not at all, and says what became of each, in their order.
    pub(crate) async fn write(&mut self, changes: &[ChangeSet], metrics: &Metrics) -> Vec<Verdict> {
        match self {
            Self::Postgres(writer) => writer.write(changes, metrics).await,
            Self::Sqlite(writer) => writer.write(changes, metrics).await,
        }
    }

    /// Whether it can write now.
    pub(crate) async fn check(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Postgres(writer) => writer.check().await,
            Self::Sqlite(writer) => writer.check().await,
        }
    }

    /// Closes the connection.
    pub(crate) async fn close(self) {
        match self {
            Self::Postgres(writer) => writer.close().await,
            Self::Sqlite(_) => {}
        }
    }
}
