//! How the database is reached and how commits are gathered.

use std::time::Duration;

/// How the database is reached and how commits are gathered.
#[derive(Clone, derive_more::Debug, PartialEq, Eq)]
pub struct SqlSettings {
    /// The service whose database it is, as traces name it; empty where there are none.
    pub service: String,
    /// `postgres://user:password@host/database`, or `sqlite://path/to/file`, which is made if it is
    /// not there. Not printed: it may hold a password.
    #[debug(skip)]
    pub url: String,
    /// Connections for queries. `SQLite` uses at most four.
    pub max_connections: u32,
    /// How long a query waits for a connection before it fails as unavailable.
    pub acquire_timeout: Duration,
    /// How long `PostgreSQL` works on one statement before it gives up.
    pub statement_timeout: Duration,
    /// Batches of commits that are under way at once on `PostgreSQL`, each on a connection of its own.
    pub writers: usize,
    /// Commits that may wait; one more is refused as overloaded.
    pub queue_capacity: usize,
    /// The most commits in one batch.
    pub max_batch: usize,
    /// The most operations in one batch, unless a single commit has more: a statement of tens of thousands of rows takes
    /// seconds, during which nobody else's commit is written.
    pub max_batch_rows: usize,
}

impl SqlSettings {
    /// The usual settings for the database at `url`.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            service: String::new(),
            url: url.into(),
            max_connections: 20,
            acquire_timeout: Duration::from_secs(3),
            statement_timeout: Duration::from_secs(10),
            writers: 2,
            queue_capacity: 4096,
            max_batch: 128,
            max_batch_rows: 2000,
        }
    }
}
