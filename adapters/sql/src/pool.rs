//! Connections that are held and lent, without a round trip of their own.
//!
//! The driver's pool asks the server whether a connection is still alive each time one comes back, which costs a round
//! trip per query. This one does not ask: a connection that turns out to be gone takes the idle ones with it, and a read
//! is then repeated on a new one. A borrower that is dropped in the middle of a query, as when a client hangs up, does
//! not give its connection back.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures::{Stream, TryStreamExt};
use parking_lot::Mutex;
use sea_orm::sqlx::{self, ConnectOptions, Connection, Either, Executor, IntoArguments, Postgres, Sqlite};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values,
};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::is_away;

type Options<DB> = <<DB as sqlx::Database>::Connection as Connection>::Options;

/// A fixed number of connections of one kind.
pub(crate) struct Held<DB: sqlx::Database> {
    options: Options<DB>,
    idle: Mutex<Vec<DB::Connection>>,
    permits: Semaphore,
    size: usize,
    acquire_timeout: Duration,
}

impl<DB: sqlx::Database> fmt::Debug for Held<DB> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Held").field("size", &self.size).finish_non_exhaustive()
    }
}

impl<DB: sqlx::Database> Held<DB> {
    /// Up to `size` connections, opened when first needed.
    pub(crate) fn new(options: Options<DB>, size: usize, acquire_timeout: Duration) -> Self {
        Self {
            options,
            idle: Mutex::new(Vec::with_capacity(size)),
            permits: Semaphore::new(size),
            size,
            acquire_timeout,
        }
    }

    /// A connection of one's own until it is given back; waits its turn.
    ///
    /// # Errors
    /// `PoolTimedOut` when none comes free in time, `PoolClosed` after [`Self::close`], or why no new one can be opened.
    pub(crate) async fn acquire(&self) -> Result<Lease<'_, DB>, sqlx::Error> {
        let lease = async {
            let permit = self.permits.acquire().await.map_err(|_| sqlx::Error::PoolClosed)?;
            let idle = self.idle.lock().pop();
            let (connection, fresh) = match idle {
                Some(connection) => (connection, false),
                None => (self.options.connect().await?, true),
            };
            Ok(Lease { pool: self, connection, fresh, _permit: permit })
        };
        tokio::time::timeout(self.acquire_timeout, lease).await.map_err(|_| sqlx::Error::PoolTimedOut)?
    }

    /// Forgets idle connections, which are as dead as the one that was just lost.
    fn forget_idle(&self) {
        self.idle.lock().clear();
    }

    /// Lets nobody acquire any more, and closes what is idle.
    pub(crate) async fn close(&self) {
        self.permits.close();
        let idle = std::mem::take(&mut *self.idle.lock());
        for connection in idle {
            if let Err(error) = connection.close().await {
                tracing::debug!(%error, "a connection did not close cleanly");
            }
        }
    }

    /// How many connections there may be, and how many of them are lent now.
    pub(crate) fn usage(&self) -> (usize, usize) {
        (self.size, self.size.saturating_sub(self.permits.available_permits()))
    }
}

/// A borrowed connection. Dropping it closes it; [`Lease::give_back`] keeps it.
#[derive(Debug)]
pub(crate) struct Lease<'a, DB: sqlx::Database> {
    pool: &'a Held<DB>,
    connection: DB::Connection,
    fresh: bool,
    _permit: SemaphorePermit<'a>,
}

impl<DB: sqlx::Database> Lease<'_, DB> {
    /// The connection.
    pub(crate) fn connection(&mut self) -> &mut DB::Connection {
        &mut self.connection
    }

    /// Keeps the connection for the next borrower.
    pub(crate) fn give_back(self) {
        self.pool.idle.lock().push(self.connection);
    }

    /// Keeps the connection if `result` does not show that it is gone.
    fn settle<T>(self, result: &Result<T, sqlx::Error>) {
        match result {
            Err(error) if is_away(error) => self.pool.forget_idle(),
            _ => self.give_back(),
        }
    }
}

/// Where `SeaORM` sends queries: the held connections of either engine.
#[derive(Debug)]
pub(crate) enum Pool {
    /// `retry`: the queries only read, so that one is repeated when its connection turns out to have been lost before.
    Postgres {
        held: Arc<Held<Postgres>>,
        retry: bool,
    },
    Sqlite(Arc<Held<Sqlite>>),
}

/// Runs a prepared statement on one of the held connections.
async fn run<DB>(held: &Held<DB>, statement: &Statement, mut retry: bool) -> Result<Answer<DB>, DbErr>
where
    DB: sqlx::Database,
    SqlxValues: IntoArguments<DB>,
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
{
    loop {
        let values = statement.values.clone().unwrap_or_else(|| Values(Vec::new()));
        let query = sqlx::query_with(sqlx::AssertSqlSafe(statement.sql.as_str()), SqlxValues(values));
        let mut lease = held.acquire().await.map_err(acquire_error)?;
        let fresh = lease.fresh;
        let result = Answer::read(lease.connection().fetch_many(query)).await;
        lease.settle(&result);
        match result {
            Err(error) if retry && !fresh && is_away(&error) => retry = false,
            result => return result.map_err(|error| DbErr::Query(RuntimeErr::SqlxError(error.into()))),
        }
    }
}

/// All that a statement answers.
struct Answer<DB: sqlx::Database> {
    rows: Vec<DB::Row>,
    done: DB::QueryResult,
}

impl<DB: sqlx::Database> Answer<DB> {
    async fn read(
        mut stream: impl Stream<Item = Result<Either<DB::QueryResult, DB::Row>, sqlx::Error>> + Unpin,
    ) -> Result<Self, sqlx::Error> {
        let mut answer = Self { rows: Vec::new(), done: DB::QueryResult::default() };
        while let Some(part) = stream.try_next().await? {
            match part {
                Either::Left(done) => answer.done.extend([done]),
                Either::Right(row) => answer.rows.push(row),
            }
        }
        Ok(answer)
    }
}

fn acquire_error(error: sqlx::Error) -> DbErr {
    match error {
        sqlx::Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        sqlx::Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
        error => DbErr::Conn(RuntimeErr::SqlxError(error.into())),
    }
}

#[async_trait]
impl ConnectionTrait for Pool {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Postgres { .. } => DbBackend::Postgres,
            Self::Sqlite(_) => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        Ok(match self {
            Self::Postgres { held, retry } => run(held, &statement, *retry).await?.done.into(),
            Self::Sqlite(held) => run(held, &statement, false).await?.done.into(),
        })
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_raw(Statement::from_string(self.get_database_backend(), sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(self.query_all_raw(statement).await?.into_iter().next())
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        Ok(match self {
            Self::Postgres { held, retry } => {
                let rows = run(held, &statement, *retry).await?.rows;
                rows.into_iter().map(Into::into).collect()
            }
            Self::Sqlite(held) => {
                let rows = run(held, &statement, false).await?.rows;
                rows.into_iter().map(Into::into).collect()
            }
        })
    }
}

impl Pool {
    /// How many connections there may be, and how many of them are lent now.
    pub(crate) fn usage(&self) -> (usize, usize) {
        match self {
            Self::Postgres { held, .. } => held.usage(),
            Self::Sqlite(held) => held.usage(),
        }
    }

    /// Lets nobody query any more.
    pub(crate) async fn close(&self) {
        match self {
            Self::Postgres { held, .. } => held.close().await,
            Self::Sqlite(held) => held.close().await,
        }
    }
}
