//! Connections that are held and lent, without a round trip of their own.
//!
//! The driver's pool asks the server whether a connection is still alive each time one comes back, which costs a round
//! trip per query. This one asks only after a silence of seconds. A connection that turns out to be gone, that answers
//! nothing, or that has become read-only takes the others with it, and a read is then repeated on a new one. A borrower
//! that is dropped in the middle of a query, as when a client hangs up, does not give its connection back.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures::{Stream, TryStreamExt};
use parking_lot::Mutex;
use sea_orm::sqlx::postgres::PgConnection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sea_orm::sqlx::{self, ConnectOptions, Connection, Either, Executor, IntoArguments, Postgres, Sqlite};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values,
};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout};

use crate::error::{is_away, is_of_no_use};
use crate::reach::{Connector, TRUSTED_FOR, Trust, answers, in_time};

/// How long the connections of a pool that is closed may take to say goodbye.
const CLOSE_LIMIT: Duration = Duration::from_secs(1);

/// Where connections come from.
pub(crate) trait Source: fmt::Debug + Send + Sync {
    /// The engine.
    type Engine: sqlx::Database;

    /// Makes a connection.
    fn connect(&self) -> impl Future<Output = Result<Linked<Self>, sqlx::Error>> + Send;

    /// Which connections may still be used.
    fn trust(&self) -> &Trust;

    /// How long a statement may go without an answer, where a network is between.
    fn answer_limit(&self) -> Option<Duration>;
}

/// A connection from a source.
pub(crate) type Linked<S> = <<S as Source>::Engine as sqlx::Database>::Connection;

/// Connections to a server.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) connector: Connector,
    pub(crate) answer_limit: Duration,
}

impl Source for Server {
    type Engine = Postgres;

    async fn connect(&self) -> Result<PgConnection, sqlx::Error> {
        self.connector.connect().await
    }

    fn trust(&self) -> &Trust {
        self.connector.trust()
    }

    fn answer_limit(&self) -> Option<Duration> {
        Some(self.answer_limit)
    }
}

/// Connections to a file.
#[derive(Debug)]
pub(crate) struct File {
    options: SqliteConnectOptions,
    trust: Trust,
}

impl File {
    pub(crate) fn new(options: SqliteConnectOptions) -> Self {
        Self { options, trust: Trust::default() }
    }
}

impl Source for File {
    type Engine = Sqlite;

    async fn connect(&self) -> Result<SqliteConnection, sqlx::Error> {
        self.options.connect().await
    }

    fn trust(&self) -> &Trust {
        &self.trust
    }

    fn answer_limit(&self) -> Option<Duration> {
        None
    }
}

/// A fixed number of connections of one kind.
#[derive(Debug)]
pub(crate) struct Held<S: Source> {
    source: S,
    idle: Mutex<Vec<Idle<S>>>,
    permits: Semaphore,
    size: usize,
    acquire_timeout: Duration,
}

/// A connection that nobody uses.
#[derive(derive_more::Debug)]
struct Idle<S: Source> {
    #[debug(skip)]
    connection: Linked<S>,
    epoch: u64,
    #[debug(skip)]
    since: Instant,
}

impl<S: Source> Held<S> {
    /// Up to `size` connections, opened when first needed.
    pub(crate) fn new(source: S, size: usize, acquire_timeout: Duration) -> Self {
        Self {
            source,
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
    pub(crate) async fn acquire(&self) -> Result<Lease<'_, S>, sqlx::Error> {
        let turn = timeout(self.acquire_timeout, self.permits.acquire()).await;
        let permit = turn.map_err(|_| sqlx::Error::PoolTimedOut)?.map_err(|_| sqlx::Error::PoolClosed)?;
        let kept = self.kept().await;
        let epoch = self.source.trust().epoch();
        let (connection, fresh) = match kept {
            Some(connection) => (connection, false),
            None => (self.source.connect().await?, true),
        };
        Ok(Lease { pool: self, connection, fresh, epoch, _permit: permit })
    }

    /// An idle connection that can be trusted.
    async fn kept(&self) -> Option<Linked<S>> {
        let epoch = self.source.trust().epoch();
        let mut idle = {
            let mut all = self.idle.lock();
            all.retain(|idle| idle.epoch == epoch);
            all.pop()?
        };
        let is_asked = self.source.answer_limit().is_some() && idle.since.elapsed() > TRUSTED_FOR;
        if is_asked && !answers(&mut idle.connection).await {
            // Those below it in the stack are idle even longer.
            self.source.trust().end(epoch);
            return None;
        }
        Some(idle.connection)
    }

    /// The answer of `work`, within the limit.
    async fn answer<T>(&self, work: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
        match self.source.answer_limit() {
            Some(limit) => in_time(limit, work).await,
            None => work.await,
        }
    }

    /// Lets nobody acquire any more, and closes what is idle.
    pub(crate) async fn close(&self) {
        self.permits.close();
        let idle = std::mem::take(&mut *self.idle.lock());
        let closing = async {
            for Idle { connection, .. } in idle {
                if let Err(error) = connection.close().await {
                    tracing::debug!(%error, "a connection did not close cleanly");
                }
            }
        };
        if timeout(CLOSE_LIMIT, closing).await.is_err() {
            tracing::debug!("the connections did not close in time, and were dropped");
        }
    }

    /// How many connections there may be, and how many of them are lent now.
    pub(crate) fn usage(&self) -> (usize, usize) {
        (self.size, self.size.saturating_sub(self.permits.available_permits()))
    }
}

/// A borrowed connection. Dropping it closes it; [`Lease::give_back`] keeps it.
pub(crate) struct Lease<'a, S: Source> {
    pool: &'a Held<S>,
    connection: Linked<S>,
    fresh: bool,
    epoch: u64,
    _permit: SemaphorePermit<'a>,
}

impl<S: Source> Lease<'_, S> {
    /// The connection.
    pub(crate) fn connection(&mut self) -> &mut Linked<S> {
        &mut self.connection
    }

    /// Keeps the connection for the next borrower.
    pub(crate) fn give_back(self) {
        let idle = Idle { connection: self.connection, epoch: self.epoch, since: Instant::now() };
        self.pool.idle.lock().push(idle);
    }

    /// Keeps the connection if `result` does not show that it is of no use any more.
    fn settle<T>(self, result: &Result<T, sqlx::Error>) {
        match result {
            Err(error) if is_of_no_use(error) => self.pool.source.trust().end(self.epoch),
            _ => self.give_back(),
        }
    }
}

/// Where `SeaORM` sends queries: the held connections of either engine.
#[derive(Debug)]
pub(crate) enum Pool {
    /// `retry`: the queries only read, so that one is repeated when its connection turns out to have been lost before.
    Postgres {
        held: Arc<Held<Server>>,
        retry: bool,
    },
    Sqlite(Arc<Held<File>>),
}

/// Runs a prepared statement on one of the held connections.
async fn run<S>(held: &Held<S>, statement: &Statement, mut retry: bool) -> Result<Answer<S::Engine>, DbErr>
where
    S: Source,
    SqlxValues: IntoArguments<S::Engine>,
    for<'c> &'c mut Linked<S>: Executor<'c, Database = S::Engine>,
{
    loop {
        let values = statement.values.clone().unwrap_or_else(|| Values(Vec::new()));
        let query = sqlx::query_with(sqlx::AssertSqlSafe(statement.sql.as_str()), SqlxValues(values));
        let mut lease = held.acquire().await.map_err(acquire_error)?;
        let fresh = lease.fresh;
        let result = held.answer(Answer::read(lease.connection().fetch_many(query))).await;
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
