//! Databases for tests: each test has one of its own, at the schema that it asks for.

use std::io::Write;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};

use eop_migrations::{MigratorTrait, identity, notification, order};
use eop_sql::{Database, DatabaseMetrics, SqlSettings};
use prometheus_client::encoding::text::encode;
use prometheus_client::registry::Registry;
use sea_orm::sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row, SqliteConnection};
use tempfile::TempDir;

/// Whose database it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Schema {
    Identity,
    Order,
    Notification,
}

impl Schema {
    fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Order => "order",
            Self::Notification => "notification",
        }
    }

    async fn migrate(self, database: &Database) {
        let connection = database.connection();
        match self {
            Self::Identity => identity::Migrator::up(connection, None).await,
            Self::Order => order::Migrator::up(connection, None).await,
            Self::Notification => notification::Migrator::up(connection, None).await,
        }
        .unwrap();
    }
}

/// An engine that tests run on.
pub(crate) trait Engine: Send + Sync + 'static {
    /// What a database of a test needs to go away after it.
    type Keep: Send + Sync;
    /// What keeps every commit waiting until it is let go.
    type Block: Send;
    /// A database that no other test sees: its address.
    fn create(schema: Schema) -> impl Future<Output = (String, Self::Keep)> + Send;
    /// Keeps every commit waiting in the database.
    fn block(settings: &SqlSettings) -> impl Future<Output = Self::Block> + Send;
    /// Lets them go.
    fn unblock(block: Self::Block) -> impl Future<Output = ()> + Send;
}

/// A database of one test.
pub(crate) struct Scratch<E: Engine> {
    pub(crate) database: Database,
    pub(crate) settings: SqlSettings,
    _keep: E::Keep,
}

impl<E: Engine> Scratch<E> {
    pub(crate) async fn fresh(schema: Schema) -> Self {
        Self::tuned(schema, |_| {}).await
    }

    /// The same with other settings than the usual ones.
    pub(crate) async fn tuned(schema: Schema, tune: impl FnOnce(&mut SqlSettings) + Send) -> Self {
        let (url, keep) = E::create(schema).await;
        let mut settings = SqlSettings { max_connections: 8, ..SqlSettings::new(url) };
        tune(&mut settings);
        let database = Database::connect(&settings).await.unwrap();
        Self { database, settings, _keep: keep }
    }
}

/// `SQLite`, in a file of its own.
pub(crate) struct Sqlite;

impl Engine for Sqlite {
    type Keep = TempDir;
    type Block = SqliteConnection;

    async fn create(schema: Schema) -> (String, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("test.db").display());
        let database = Database::connect(&SqlSettings::new(&url)).await.unwrap();
        schema.migrate(&database).await;
        database.close().await;
        (url, folder)
    }

    async fn block(settings: &SqlSettings) -> SqliteConnection {
        let mut other = SqliteConnection::connect(&settings.url).await.unwrap();
        other.execute("BEGIN IMMEDIATE").await.unwrap();
        other
    }

    async fn unblock(mut other: SqliteConnection) {
        other.execute("ROLLBACK").await.unwrap();
        other.close().await.unwrap();
    }
}

/// `PostgreSQL`, in a database of its own on the server that `TEST_DATABASE_URL` names.
pub(crate) struct Postgres;

/// Whether there is a server for the tests; says so, once, when fast tests are asked for and there is none.
#[expect(clippy::disallowed_methods, reason = "tests learn of the server from the environment")]
pub(crate) fn server() -> Option<String> {
    static SAID: Once = Once::new();
    match std::env::var("TEST_DATABASE_URL") {
        Ok(url) => Some(url),
        Err(_) if std::env::var("EOP_TEST_FAST").is_ok_and(|fast| fast == "1") => {
            // Not `eprintln!`, which the test runner keeps to itself when a test passes.
            SAID.call_once(|| {
                let _ = std::io::stderr()
                    .write_all(b"skipped: the PostgreSQL tests need a server in TEST_DATABASE_URL\n");
            });
            None
        }
        Err(error) => panic!(
            "TEST_DATABASE_URL names no server ({error}): start one with scripts/servers.sh up and \
             eval \"$(scripts/servers.sh env)\", or set EOP_TEST_FAST=1 to skip the PostgreSQL tests"
        ),
    }
}

impl Engine for Postgres {
    type Keep = DropAfter;
    type Block = PgConnection;

    async fn create(schema: Schema) -> (String, DropAfter) {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let server = server().unwrap();
        let mut admin = PgConnection::connect(&server).await.unwrap();
        let template = template(&server, &mut admin, schema).await;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("eop_test_{}_{count}", std::process::id());
        execute(&mut admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        execute(&mut admin, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        admin.close().await.unwrap();
        (at(&server, &name), DropAfter { server, name })
    }

    async fn block(settings: &SqlSettings) -> PgConnection {
        let mut other = PgConnection::connect(&settings.url).await.unwrap();
        execute(&mut other, "BEGIN").await;
        execute(&mut other, "LOCK TABLE idempotency, outbox IN SHARE MODE").await;
        other
    }

    async fn unblock(mut other: PgConnection) {
        execute(&mut other, "ROLLBACK").await;
        other.close().await.unwrap();
    }
}

/// The value of a metric of the database, 0 while there is none.
pub(crate) fn metric(database: &Database, name: &str) -> u64 {
    metric_with(database, name, "")
}

/// The same of a series that has these labels as well: `,label="value"`.
pub(crate) fn metric_with(database: &Database, name: &str, labels: &str) -> u64 {
    let metrics = DatabaseMetrics::default();
    metrics.add("test", database);
    let mut registry = Registry::default();
    registry.register_collector(Box::new(metrics));
    let mut text = String::new();
    encode(&mut text, &registry).unwrap();
    let series = format!("{name}{{service=\"test\"{labels}}} ");
    let line = text.lines().find_map(|line| line.strip_prefix(&series));
    line.map_or(0, |value| value.parse::<f64>().unwrap().to_string().parse().unwrap())
}

/// Waits until `condition` holds, five seconds at most.
pub(crate) async fn waits_for(condition: impl Fn() -> bool) {
    for _ in 0..500 {
        if condition() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("what was waited for did not happen");
}

/// The address of another database on the same server.
pub(crate) fn at(server: &str, database: &str) -> String {
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{database}")
}

pub(crate) async fn execute(connection: &mut PgConnection, sql: &str) {
    connection.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
}

/// A database at this schema to copy from. It is made once per build of the tests, by whichever test comes first.
async fn template(server: &str, admin: &mut PgConnection, schema: Schema) -> String {
    let built_at = std::env::current_exe().and_then(|path| path.metadata()?.modified()).unwrap();
    let built_at = built_at.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
    let family = format!("eop_template_{}_", schema.name());
    let name = format!("{family}{built_at}");
    execute(admin, "SELECT pg_advisory_lock(20261123)").await;
    let rows = admin
        .fetch_all(AssertSqlSafe(format!("SELECT datname FROM pg_database WHERE datname LIKE '{family}%'")))
        .await
        .unwrap();
    let present: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    if !present.contains(&name) {
        for old in present {
            execute(admin, &format!("DROP DATABASE IF EXISTS {old} WITH (FORCE)")).await;
        }
        let draft = format!("eop_draft_{}", schema.name());
        execute(admin, &format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).await;
        execute(admin, &format!("CREATE DATABASE {draft}")).await;
        let database = Database::connect(&SqlSettings::new(at(server, &draft))).await.unwrap();
        schema.migrate(&database).await;
        database.close().await;
        execute(admin, &format!("ALTER DATABASE {draft} RENAME TO {name}")).await;
    }
    execute(admin, "SELECT pg_advisory_unlock(20261123)").await;
    name
}

/// Drops the database of a test after it.
pub(crate) struct DropAfter {
    server: String,
    name: String,
}

impl Drop for DropAfter {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // The runtime of the test is busy waiting for this, so the work needs one of its own.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let mut admin = PgConnection::connect(&server).await.unwrap();
                execute(&mut admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            });
        });
        let dropped = dropping.join().is_ok();
        assert!(dropped || std::thread::panicking(), "the database {} could not be dropped", self.name);
    }
}

/// Runs each case on both engines.
macro_rules! on_both_engines {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $case() {
                    super::$case::<super::Sqlite>().await;
                }
            )+
        }

        mod postgres {
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $case() {
                    if crate::support::server().is_some() {
                        super::$case::<super::Postgres>().await;
                    }
                }
            )+
        }
    };
}

pub(crate) use on_both_engines;
