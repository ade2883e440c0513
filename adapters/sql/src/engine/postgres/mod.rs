//! `PostgreSQL`: a batch of commits is one statement, so one round trip, one transaction and one flush to disk.
//!
//! The statement (built in [`text`]) looks at versions, then inserts once-keys, then unique rows, then everything else,
//! each step only for the commits that passed the steps before, and answers with the commits that were refused and by
//! which step. Later steps cannot undo earlier ones: where a late refusal would leave a commit applied in part, the
//! statement refuses itself as a whole. Then, as after any error, the batch is split until the commit that causes it
//! stands alone, so that only that one fails.

mod arguments;
mod text;

use std::ops::Range;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eop_core::kernel::error::StoreError;
use sea_orm::sqlx::error::BoxDynError;
use sea_orm::sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sea_orm::sqlx::{self, AssertSqlSafe, Connection, Executor, Row};
use thiserror::Error;

use crate::change::ChangeSet;
use crate::engine::batch::Batch;
use crate::error::{is_away, is_of_no_use, is_passing};
use crate::metrics::Metrics;
use crate::reach::{Connector, PING_LIMIT, TRUSTED_FOR, answers, in_time};
use crate::verdict::Verdict;

/// How often a lone commit is tried again after a deadlock with another process.
const TRIES: usize = 3;

/// One error for every commit that it hit.
#[derive(Clone, Debug, Error)]
#[error("{0}")]
struct SharedError(#[source] Arc<sqlx::Error>);

/// Writes batches on a connection of its own.
pub(crate) struct Writer {
    connector: Connector,
    answer_limit: Duration,
    connection: Option<Linked>,
}

/// A connection, and how far it can be trusted.
struct Linked {
    connection: PgConnection,
    epoch: u64,
    used_at: Instant,
}

impl Writer {
    /// A writer that connects when it is first needed, and waits this long for an answer.
    pub(crate) fn new(connector: Connector, answer_limit: Duration) -> Self {
        Self { connector, answer_limit, connection: None }
    }

    /// Writes these commits, each whole or not at all.
    pub(crate) async fn write(&mut self, changes: &[ChangeSet], metrics: &Metrics) -> Vec<Verdict> {
        let mut verdicts: Vec<Verdict> = changes.iter().map(|_| Verdict::Applied).collect();
        // Ranges that are still to be written, the first one on top.
        let mut ranges: Vec<Range<usize>> = std::iter::once(0..changes.len()).collect();
        let mut tries = 0;
        // One commit that takes too long is found by as many halvings; what takes longer still is no fault of one.
        let mut patience = changes.len().next_power_of_two().trailing_zeros() + 1;
        while let Some(range) = ranges.pop() {
            let error = match self.write_together(&changes[range.clone()], metrics).await {
                Ok(refusals) => {
                    tries = 0;
                    for (no, verdict) in refusals {
                        verdicts[range.start + no] = verdict;
                    }
                    continue;
                }
                Err(Trouble::Connecting(error)) => {
                    // The rest of the batch would get no connection either, and wait as long for that.
                    let failure = Failure::Unavailable(shared(error));
                    ranges.push(range);
                    ranges.drain(..).for_each(|range| fail(&mut verdicts[range], &failure));
                    break;
                }
                Err(Trouble::Writing(error)) => error,
            };
            match self.judge(error, range.len(), tries, &mut patience) {
                Next::Again => {
                    tries += 1;
                    ranges.push(range);
                }
                Next::Split => {
                    let middle = range.start + range.len() / 2;
                    ranges.extend([middle..range.end, range.start..middle]);
                }
                Next::Look => {
                    verdicts[range.start] = self.write_looking(&changes[range.start], metrics).await;
                }
                Next::Fail(failure) => fail(&mut verdicts[range], &failure),
                Next::FailAll(failure) => {
                    for range in ranges.drain(..).chain([range]) {
                        fail(&mut verdicts[range], &failure);
                    }
                }
            }
        }
        verdicts
    }

    /// Closes the connection.
    pub(crate) async fn close(self) {
        if let Some(Linked { connection, .. }) = self.connection
            && let Err(error) = in_time(PING_LIMIT, connection.close()).await
        {
            tracing::debug!(%error, "the connection of a writer did not close cleanly");
        }
    }

    /// Whether it can write now.
    pub(crate) async fn check(&mut self) -> Result<(), StoreError> {
        let unavailable = |error| StoreError::from(Failure::Unavailable(shared(error)));
        let answered = match self.connection().await {
            Ok(connection) => in_time(PING_LIMIT, connection.ping()).await,
            Err(Trouble::Connecting(error) | Trouble::Writing(error)) => Err(error),
        };
        answered.map_err(|error| {
            self.let_go();
            unavailable(error)
        })
    }

    /// Drops the connection, and lets nobody trust those that go the same way.
    fn let_go(&mut self) {
        if let Some(Linked { epoch, .. }) = self.connection.take() {
            self.connector.trust().end(epoch);
        }
    }

    /// What to do after `error` hit a batch of `size` commits. `patience`: statements that may still take too long.
    fn judge(&mut self, error: sqlx::Error, size: usize, tries: usize, patience: &mut u32) -> Next {
        if size > 1 && matches!(error, sqlx::Error::Encode(_)) {
            // Refused here, before the server saw anything of the batch.
            return Next::Split;
        }
        let Some(code) =
            error.as_database_error().map(|refusal| refusal.code().unwrap_or_default().into_owned())
        else {
            self.let_go();
            // Only what the server did not answer is unknown: a value that cannot be sent was refused here.
            return Next::Fail(if is_away(&error) {
                Failure::Unknown(shared(error))
            } else {
                Failure::Refused(shared(error))
            });
        };
        // The server answered, so nothing of the batch was applied.
        if is_of_no_use(&error) {
            self.let_go();
            return if tries < TRIES { Next::Again } else { Next::Fail(Failure::Unavailable(shared(error))) };
        }
        if code == "57014" {
            // The whole batch is given up only when its parts take too long too, as they do while a table is locked.
            return match (patience.checked_sub(1), size) {
                (Some(left), 2..) => {
                    *patience = left;
                    Next::Split
                }
                (Some(left), _) => {
                    *patience = left;
                    Next::Fail(Failure::Unavailable(shared(error)))
                }
                (None, _) => Next::FailAll(Failure::Unavailable(shared(error))),
            };
        }
        match (size, is_passing(&error)) {
            (2.., _) => Next::Split,
            (_, _) if code == text::PARTIAL => Next::Look,
            (_, true) if tries < TRIES => Next::Again,
            (_, true) => Next::Fail(Failure::Unavailable(shared(error))),
            (_, false) => Next::Fail(Failure::Refused(shared(error))),
        }
    }

    /// Writes these commits by one statement: those that were refused.
    async fn write_together(
        &mut self,
        changes: &[ChangeSet],
        metrics: &Metrics,
    ) -> Result<Vec<(usize, Verdict)>, Trouble> {
        let batch = Batch::of(changes);
        let (sql, arguments) = text::statement(&batch, true).finish().map_err(Trouble::encoding)?;
        let limit = self.answer_limit;
        let connection = self.connection().await?;
        metrics.round_trip();
        let refused = in_time(limit, run(connection, sql, arguments)).await.map_err(Trouble::Writing)?;
        Ok(refused.into_iter().map(|code| batch.refusal(code)).collect())
    }

    /// Writes one commit in a transaction whose outcome is looked at before it ends: for a commit that would be applied
    /// in part.
    async fn write_looking(&mut self, change: &ChangeSet, metrics: &Metrics) -> Verdict {
        match self.try_looking(change, metrics).await {
            Ok(verdict) => verdict,
            Err(Trouble::Connecting(error)) => Verdict::Failed(Failure::Unavailable(shared(error)).into()),
            Err(Trouble::Writing(error)) => {
                self.let_go();
                let failure = match error.as_database_error() {
                    None if is_away(&error) => Failure::Unknown(shared(error)),
                    Some(_) if is_passing(&error) || is_away(&error) => Failure::Unavailable(shared(error)),
                    _ => Failure::Refused(shared(error)),
                };
                Verdict::Failed(failure.into())
            }
        }
    }

    async fn try_looking(&mut self, change: &ChangeSet, metrics: &Metrics) -> Result<Verdict, Trouble> {
        let batch = Batch::of(std::slice::from_ref(change));
        let (sql, arguments) = text::statement(&batch, false).finish().map_err(Trouble::encoding)?;
        let limit = self.answer_limit;
        let connection = self.connection().await?;
        for _ in 0..3 {
            metrics.round_trip();
        }
        let outcome = async {
            connection.execute("BEGIN").await?;
            let refused = run(connection, sql, arguments).await?;
            let end = if refused.is_empty() { "COMMIT" } else { "ROLLBACK" };
            connection.execute(end).await?;
            Ok(refused)
        };
        let refused = in_time(limit, outcome).await.map_err(Trouble::Writing)?;
        Ok(refused.first().map_or(Verdict::Applied, |code| batch.refusal(*code).1))
    }

    /// The connection, made anew when there is none that can be trusted.
    async fn connection(&mut self) -> Result<&mut PgConnection, Trouble> {
        let epoch = self.connector.trust().epoch();
        let mut kept = self.connection.take().filter(|linked| linked.epoch == epoch);
        if let Some(linked) = &mut kept
            && linked.used_at.elapsed() > TRUSTED_FOR
            && !answers(&mut linked.connection).await
        {
            // So that a server that went away in the meantime makes no outcome unknown.
            self.connector.trust().end(epoch);
            kept = None;
        }
        let epoch = self.connector.trust().epoch();
        let connection = match kept {
            Some(linked) => linked.connection,
            None => self.connector.connect().await.map_err(Trouble::Connecting)?,
        };
        Ok(&mut self.connection.insert(Linked { connection, epoch, used_at: Instant::now() }).connection)
    }
}

/// Runs the statement of a batch: the codes of what was refused.
async fn run(
    connection: &mut PgConnection,
    sql: String,
    arguments: PgArguments,
) -> Result<Vec<i32>, sqlx::Error> {
    let query = sqlx::query_with(AssertSqlSafe(sql), arguments);
    // All rows, not the first one: the transaction ends after the last.
    let rows: Vec<PgRow> = query.fetch_all(connection).await?;
    rows.first().map_or(Ok(Vec::new()), |row| row.try_get(0))
}

/// Where a batch failed.
enum Trouble {
    /// Before anything was sent.
    Connecting(sqlx::Error),
    Writing(sqlx::Error),
}

impl Trouble {
    fn encoding(error: BoxDynError) -> Self {
        Self::Writing(sqlx::Error::Encode(error))
    }
}

/// What to do after a failure.
enum Next {
    /// The same once more.
    Again,
    /// In two halves.
    Split,
    /// In a transaction whose outcome is looked at.
    Look,
    /// Nothing.
    Fail(Failure),
    /// Nothing, and nothing with what is still to be written either.
    FailAll(Failure),
}

#[derive(Clone)]
enum Failure {
    Unavailable(SharedError),
    Unknown(SharedError),
    Refused(SharedError),
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unavailable(error) => Self::Unavailable(Box::new(error)),
            Failure::Unknown(error) => Self::OutcomeUnknown(Box::new(error)),
            Failure::Refused(error) => Self::Refused(Box::new(error)),
        }
    }
}

fn shared(error: sqlx::Error) -> SharedError {
    SharedError(Arc::new(error))
}

fn fail(verdicts: &mut [Verdict], failure: &Failure) {
    for verdict in verdicts {
        *verdict = Verdict::Failed(failure.clone().into());
    }
}
