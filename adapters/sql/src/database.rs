//! The connections to one database, and its committer.

use std::sync::{Arc, Weak};
use std::time::Duration;

use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::{CommitError, Once, Outcome, RequestKey};
use eop_core::kernel::error::StoreError;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, ConnectOptions as _};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbErr};
use thiserror::Error;
use tokio::sync::Notify;

use crate::change::ChangeSet;
use crate::committer::Committer;
use crate::engine::{self, Engine};
use crate::error::store_error;
use crate::herald::Herald;
use crate::metrics::Metrics;
use crate::once;
use crate::pool::{File, Held, Pool, Server};
use crate::private::make_private;
use crate::reach::{Connector, answer_limit, one_per_host};
use crate::settings::SqlSettings;
use crate::time::{ASK_EVERY, DatabaseTime};
use crate::verdict::Verdict;

/// Why no connection to the database could be made.
#[derive(Debug, Error)]
pub enum ConnectError {
    /// The address is of neither engine.
    #[error("the database address must start with postgres:// or sqlite://")]
    UnknownScheme,
    /// The address is of `SQLite` in memory.
    #[error("SQLite must be in a file: in memory, each connection would have a database of its own")]
    InMemory,
    /// The address cannot be read.
    #[error("the database address cannot be read")]
    Address(#[source] sqlx::Error),
    /// The file of the database cannot be made, or its rights cannot be changed.
    #[error(
        "the file of the database cannot be kept from others: make sure that it, and its folder, are this user's"
    )]
    File(#[source] std::io::Error),
    /// There is nowhere to make the file in.
    #[error("there is no folder {}: make it first, or name another file", .0.display())]
    NoFolder(std::path::PathBuf),
    /// The database does not answer.
    #[error("the database does not answer")]
    Unreachable(#[source] DbErr),
}

/// The connections to one database, and its committer. Clones share them.
#[derive(Clone, derive_more::Debug)]
#[debug("Database {{ reads: {:?}, .. }}", shared.reads)]
pub struct Database {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    migrations: DatabaseConnection,
    pub(crate) reads: Pool,
    direct: Pool,
    committer: Committer,
    pub(crate) metrics: Arc<Metrics>,
    herald: Herald,
    time: Arc<DatabaseTime>,
}

/// The pools of an engine, for reads and for single direct statements; what makes its writers; and who wakes relays.
struct Parts {
    reads: Pool,
    direct: Pool,
    engines: Vec<Engine>,
    herald: Herald,
    /// The one address of the server that migrations go to.
    migrations_at: MigrationsAt,
}

/// Finds the address for migrations, once a connection was made.
type MigrationsAt = Box<dyn Fn() -> String + Send>;

impl Database {
    /// Connects, with the engine that the address names, and starts the committer. Must be called within a `tokio`
    /// runtime.
    ///
    /// # Errors
    /// [`ConnectError`]
    pub async fn connect(settings: &SqlSettings) -> Result<Self, ConnectError> {
        let metrics = Arc::new(Metrics::default());
        let mut parts =
            if settings.url.starts_with("postgres://") || settings.url.starts_with("postgresql://") {
                postgres(settings)?
            } else if settings.url.starts_with("sqlite:") {
                sqlite(settings)?
            } else {
                return Err(ConnectError::UnknownScheme);
            };
        let time = Arc::new(DatabaseTime::ask(&parts.reads).await.map_err(ConnectError::Unreachable)?);
        let committer = Committer::start(std::mem::take(&mut parts.engines), settings, &metrics);
        let migrations = migration_connection((parts.migrations_at)(), settings);
        let migrations = migrations.await.map_err(ConnectError::Unreachable)?;
        let Parts { reads, direct, herald, .. } = parts;
        let shared = Arc::new(Shared { migrations, reads, direct, committer, metrics, herald, time });
        #[expect(clippy::disallowed_methods, reason = "it ends soon after the last clone of the database")]
        tokio::spawn(follow_time(Arc::downgrade(&shared)));
        Ok(Self { shared })
    }

    /// The time of the database, which all its instances share: for whatever they must agree on.
    #[must_use]
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.shared.time) as _
    }

    /// A connection of its own kind for migrations; it is opened when first used.
    #[must_use]
    pub fn connection(&self) -> &DatabaseConnection {
        &self.shared.migrations
    }

    /// Signalled after each commit that wrote to the outbox; while this process holds it, after those of other processes
    /// too.
    #[must_use]
    pub fn outbox_wake(&self) -> Arc<Notify> {
        self.shared.herald.wake()
    }

    /// Who is told of what is new in the outbox.
    pub(crate) fn herald(&self) -> &Herald {
        &self.shared.herald
    }

    /// Whether the database answers those who read, and those who write commits.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`]
    pub async fn ping(&self) -> Result<(), StoreError> {
        let reads = &self.shared.reads;
        let read = async { reads.query_one_raw(ping_statement(reads)).await.map(drop).map_err(store_error) };
        tokio::try_join!(read, self.shared.committer.check()).map(drop)
    }

    /// Writes what waits, refuses what comes after, and closes the connections.
    pub async fn close(self) {
        self.shared.herald.close().await;
        self.shared.committer.close().await;
        self.shared.reads.close().await;
        self.shared.direct.close().await;
        if let Err(error) = self.shared.migrations.close_by_ref().await {
            tracing::debug!(%error, "the migration connection did not close cleanly");
        }
    }

    /// Where reads go.
    pub(crate) fn reads(&self) -> &Pool {
        &self.shared.reads
    }

    /// Where single statements go that change something outside of a commit, such as a claim. Each is a transaction.
    pub(crate) fn direct(&self) -> &Pool {
        &self.shared.direct
    }

    /// Applies a commit whole or not at all.
    pub(crate) async fn commit(&self, change: ChangeSet) -> Result<(), CommitError> {
        let wakes_relay = change.wakes_relay;
        let (verdict, once) = self.shared.committer.submit(change).await?;
        let refusal = match verdict {
            Verdict::Applied => {
                if wakes_relay {
                    self.shared.herald.tell();
                }
                return Ok(());
            }
            Verdict::Failed(error) => return Err(error.into()),
            // Whoever held the once-key may have been purged since: then it is like any other change in between.
            Verdict::Stale | Verdict::Repeated => CommitError::Stale,
            Verdict::Taken(name) => CommitError::Taken(name),
        };
        // A repetition often meets what the first one changed before it meets the once-key: look whether it is one.
        match self.first_outcome(once.as_ref()).await? {
            Some(outcome) => Err(CommitError::Repeated(outcome)),
            None => Err(refusal),
        }
    }

    /// What the request with this key led to, if it had its effect.
    pub(crate) async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
        once::find_outcome(self.reads(), key).await
    }

    async fn first_outcome(&self, once: Option<&Once>) -> Result<Option<Outcome>, StoreError> {
        match once {
            Some(once) => once::find(self.reads(), once).await,
            None => Ok(None),
        }
    }
}

/// Follows the database's clock, until the database is dropped.
async fn follow_time(shared: Weak<Shared>) {
    loop {
        tokio::time::sleep(ASK_EVERY).await;
        let Some(shared) = shared.upgrade() else { return };
        if let Err(error) = shared.time.follow(&shared.reads).await {
            tracing::debug!(%error, "the database does not say what time it is: it is counted on from its last answer");
        }
    }
}

fn ping_statement(pool: &Pool) -> sea_orm::Statement {
    sea_orm::Statement::from_string(pool.get_database_backend(), "SELECT 1")
}

fn postgres(settings: &SqlSettings) -> Result<Parts, ConnectError> {
    let connector = Connector::new(settings).map_err(ConnectError::Address)?;
    let (size, answer_limit) = (settings.max_connections.max(1) as usize, answer_limit(settings));
    // One plan per shape of batch: to plan a batch again costs as much as to run it.
    let writing = connector.clone().with("plan_cache_mode", "force_generic_plan");
    let herald = Herald::on_postgres(&connector);
    let server = Server { connector: connector.clone(), answer_limit };
    let reads = Arc::new(Held::new(server, size, settings.acquire_timeout));
    let addresses = one_per_host(&settings.url);
    Ok(Parts {
        herald,
        direct: Pool::Postgres { held: Arc::clone(&reads), retry: false },
        reads: Pool::Postgres { held: reads, retry: true },
        engines: (0..settings.writers.max(1))
            .map(|_| Engine::Postgres(Box::new(engine::postgres::Writer::new(writing.clone(), answer_limit))))
            .collect(),
        migrations_at: Box::new(move || addresses[connector.found()].clone()),
    })
}

fn sqlite_options(settings: &SqlSettings) -> Result<SqliteConnectOptions, ConnectError> {
    let options: SqliteConnectOptions = settings.url.parse().map_err(ConnectError::Address)?;
    let folder = options.get_filename().parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(ConnectError::NoFolder(folder.to_owned()));
    }
    Ok(made_if_missing(options, settings)
        .disable_statement_logging()
        .busy_timeout(settings.acquire_timeout)
        .journal_mode(SqliteJournalMode::Wal)
        // A commit is on the disk before it is acknowledged; the default of WAL mode loses the last ones in a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // Fewer checkpoints: a page that many commits change is copied into the database once for all of them.
        .pragma("wal_autocheckpoint", "8000")
        .pragma("temp_store", "memory")
        .pragma("cache_size", "-16384"))
}

/// Whether a file that is not there is made: unless the address says how it is to be opened.
fn is_made_if_missing(settings: &SqlSettings) -> bool {
    !settings.url.contains("mode=")
}

fn made_if_missing(options: SqliteConnectOptions, settings: &SqlSettings) -> SqliteConnectOptions {
    if is_made_if_missing(settings) { options.create_if_missing(true) } else { options }
}

fn sqlite(settings: &SqlSettings) -> Result<Parts, ConnectError> {
    if settings.url.contains(":memory:") || settings.url.contains("mode=memory") {
        return Err(ConnectError::InMemory);
    }
    let options = sqlite_options(settings)?;
    make_private(options.get_filename(), settings.url.contains("mode=rwc")).map_err(ConnectError::File)?;
    let readers = settings.max_connections.clamp(1, 4) as usize;
    let reads = Held::new(File::new(options.clone()), readers, settings.acquire_timeout);
    // SQLite has one writer at a time: all writing of the process takes turns on one connection.
    let writer = Arc::new(Held::new(File::new(options), 1, settings.acquire_timeout));
    Ok(Parts {
        reads: Pool::Sqlite(Arc::new(reads)),
        direct: Pool::Sqlite(Arc::clone(&writer)),
        engines: vec![Engine::Sqlite(engine::sqlite::Writer::new(writer))],
        // SQLite is the database of one process.
        herald: Herald::default(),
        migrations_at: Box::new({
            let address = settings.url.clone();
            move || address.clone()
        }),
    })
}

async fn migration_connection(url: String, settings: &SqlSettings) -> Result<DatabaseConnection, DbErr> {
    let is_made = is_made_if_missing(settings);
    let mut options = ConnectOptions::new(url);
    options
        .connect_lazy(true)
        .min_connections(0)
        .max_connections(1)
        .idle_timeout(Duration::from_secs(5))
        .acquire_timeout(settings.acquire_timeout)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            let options = if is_made { options.create_if_missing(true) } else { options };
            options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
        });
    sea_orm::Database::connect(options).await
}
