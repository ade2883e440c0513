//! The database of a service.

use eop_runtime::config::{Check, ConfigError, Key, SecretUrl, required};
use eop_sql::SqlSettings;

use super::Settings;

/// What holds for a database unless the settings say otherwise.
fn usual() -> SqlSettings {
    SqlSettings::new("")
}

eop_runtime::section! {
    /// The database of a service.
    pub struct DatabaseConfig in "database" {
        /// Database of the service.
        pub url: Option<SecretUrl> = Key::of("EOP_DATABASE_URL")
            .expects("postgres://user:password@host:5432[,host:5432]/name or sqlite://path/to/file.db")
            .check(Check::Scheme(&["postgres", "postgresql", "sqlite"]))
            .for_servers(),
        /// Connections kept open to PostgreSQL.
        pub max_connections: u32 = Key::of("EOP_DB_MAX_CONNECTIONS")
            .default(|| usual().max_connections.to_string())
            .expects("a whole number, at least 1")
            .check(Check::AtLeast(1, "is 0, so nothing could be read"))
            .for_servers(),
        /// Longest wait for a free connection, in milliseconds; after it a request gets 503.
        pub acquire_timeout_ms: u64 = Key::of("EOP_DB_ACQUIRE_TIMEOUT_MS")
            .default(|| usual().acquire_timeout.as_millis().to_string())
            .expects("milliseconds, at least 1")
            .check(Check::AtLeast(1, "is 0")),
        /// Longest time for one statement, in milliseconds; without an answer two seconds later the connection is lost.
        pub statement_timeout_ms: u64 = Key::of("EOP_DB_STATEMENT_TIMEOUT_MS")
            .default(|| usual().statement_timeout.as_millis().to_string())
            .expects("milliseconds, at least 1")
            .check(Check::AtLeast(1, "is 0")),
        /// Batches of commits that are written to PostgreSQL at once, each on a connection of its own.
        pub writers: usize = Key::of("EOP_DB_WRITERS")
            .default(|| usual().writers.to_string())
            .expects("a whole number, at least 1")
            .check(Check::AtLeast(1, "is 0, so nothing could be written"))
            .for_servers(),
    }
}

impl DatabaseConfig {
    /// Where the database is.
    ///
    /// # Errors
    /// When `EOP_DATABASE_URL` is not set.
    pub fn required_url(&self) -> Result<&SecretUrl, ConfigError> {
        required(self.url.as_ref(), Settings::ALL, "EOP_DATABASE_URL")
    }
}
