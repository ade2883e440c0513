//! The platform on servers: `eop-user`, `eop-order` and `eop-notification` on PostgreSQL, Kafka and SMTP.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use tempfile::TempDir;

use crate::platform::{Mails, Platform, Ports, Service};
use crate::ports;
use crate::process::{PATIENT, Program};
use crate::resources::{TestDatabase, TestTopics, address_of, unique_name};
use crate::sink::Sink;

/// The administrator that the user service makes at its first start.
const ADMIN: (&str, &str) = ("root@example.com", "anchor-violin-73-harbour");

/// Where the servers are.
#[derive(Clone, Debug)]
pub(crate) struct Surroundings {
    database: String,
    pub(crate) bootstrap: String,
    python: String,
}

impl Surroundings {
    /// From the environment. None, said in one line, when fast tests are asked for.
    pub(crate) fn find(test: &str) -> Option<Self> {
        if variable("EOP_TEST_FAST").as_deref() == Some("1") {
            // Not `eprintln!`, which the test runner keeps to itself when a test passes.
            let line = format!("skipped: {test} needs PostgreSQL, Kafka and an SMTP server\n");
            let _ = std::io::stderr().write_all(line.as_bytes());
            return None;
        }
        let required = |name: &str| {
            variable(name).unwrap_or_else(|| {
                panic!(
                    "{name} is not set: run scripts/servers.sh up and eval \"$(scripts/servers.sh env)\", or set \
                     EOP_TEST_FAST=1 to skip the tests on servers"
                )
            })
        };
        Some(Self {
            database: required("TEST_DATABASE_URL"),
            bootstrap: required("KAFKA_BOOTSTRAP"),
            python: required("EOP_TEST_PYTHON"),
        })
    }

    /// The `host:port` of PostgreSQL.
    pub(crate) fn database_address(&self) -> String {
        address_of(&self.database)
    }
}

#[expect(clippy::disallowed_methods, reason = "tests learn of the servers from the environment")]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Where the services look for PostgreSQL and Kafka.
pub(crate) struct Routes {
    pub(crate) database: String,
    pub(crate) broker: String,
}

/// The three processes, and what they stand on. The processes end first.
pub(crate) struct Servers {
    pub(crate) user: Program,
    pub(crate) order: Program,
    pub(crate) notification: Program,
    pub(crate) sink: Sink,
    pub(crate) platform: Platform,
    _databases: [TestDatabase; 3],
    /// Goes before the name of every topic and group.
    #[cfg(feature = "crash-points")]
    pub(crate) topic_prefix: String,
    _topics: TestTopics,
    _folder: TempDir,
}

impl Servers {
    /// Starts everything and waits until it is ready.
    pub(crate) async fn start(surroundings: &Surroundings) -> Self {
        let database = surroundings.database_address();
        let routes = Routes { database, broker: surroundings.bootstrap.clone() };
        Self::start_by(surroundings, &routes, &[]).await
    }

    /// The same, by other ways to PostgreSQL and Kafka, and with these further settings of each process.
    pub(crate) async fn start_by(
        surroundings: &Surroundings,
        routes: &Routes,
        settings: &[(&'static str, &str)],
    ) -> Self {
        let (folder, name) = (tempfile::tempdir().expect("a folder can be made"), unique_name());
        let databases = ["user", "order", "notification"].map(|service| {
            TestDatabase::create(&surroundings.database, format!("eop_journey_{name}_{service}"))
        });
        let topics = TestTopics::new(&surroundings.bootstrap, format!("journey-{name}."));
        let mut sink = Sink::new(&surroundings.python, folder.path());
        sink.start(&[]).await;

        let ports = Ports { user: ports::free(), order: ports::free(), notification: ports::free() };
        let issuer = format!("http://127.0.0.1:{}", ports.user);
        let program = |binary: &'static str, port: u16, database: &TestDatabase| {
            Program::new(binary, binary_of(binary), folder.path())
                .environment([
                    ("EOP_HTTP_ADDR", format!("127.0.0.1:{port}")),
                    ("EOP_DATABASE_URL", database.url_at(&routes.database)),
                    ("EOP_DB_MAX_CONNECTIONS", "4".to_owned()),
                    (PATIENT.0, PATIENT.1.to_owned()),
                    ("EOP_BROKER_URL", format!("kafka://{}", routes.broker)),
                    ("EOP_TOPIC_PREFIX", topics.prefix.clone()),
                    ("EOP_MASTER_KEY", "YSBrZXkgZm9yIHRoaXMgdGVzdCwgYW5kIG5vIG1vcmU=".to_owned()),
                    ("EOP_ISSUER", issuer.clone()),
                    ("EOP_JWKS_URL", format!("{issuer}/.well-known/jwks.json")),
                ])
                .environment(settings.iter().map(|(name, value)| (*name, (*value).to_owned())))
        };
        let [user, order, notification] = &databases;
        let mut user = program("eop-user", ports.user, user).environment([
            ("EOP_BOOTSTRAP_ADMIN_EMAIL", ADMIN.0.to_owned()),
            ("EOP_BOOTSTRAP_ADMIN_PASSWORD", ADMIN.1.to_owned()),
        ]);
        let mut order = program("eop-order", ports.order, order);
        let mut notification = program("eop-notification", ports.notification, notification)
            .environment([("EOP_SMTP_URL", sink.url())]);
        for process in [&mut user, &mut order, &mut notification] {
            process.start();
        }
        let platform = tokio::select! {
            platform = Platform::open(ports, Mails::Sink(sink.file()), ADMIN) => platform,
            () = user.must_go_on() => unreachable!("it does not return"),
            () = order.must_go_on() => unreachable!("it does not return"),
            () = notification.must_go_on() => unreachable!("it does not return"),
        };
        Self {
            user,
            order,
            notification,
            sink,
            platform,
            #[cfg(feature = "crash-points")]
            topic_prefix: topics.prefix.clone(),
            _databases: databases,
            _topics: topics,
            _folder: folder,
        }
    }

    pub(crate) fn process(&mut self, service: Service) -> &mut Program {
        match service {
            Service::User => &mut self.user,
            Service::Order => &mut self.order,
            Service::Notification => &mut self.notification,
        }
    }

    /// Fails unless all three run and none has panicked.
    pub(crate) fn must_be_well(&mut self) {
        for service in Service::ALL {
            self.process(service).must_be_well();
        }
    }

    /// Asks each to stop: it does so in time, and reports success.
    pub(crate) async fn stop_in_order(&mut self) {
        for service in Service::ALL {
            let (status, took) = self.process(service).terminate().await;
            assert!(status.success(), "{service:?} ended with {status}");
            assert!(took < Duration::from_secs(10), "{service:?} took {took:?} to stop");
            self.process(service).must_not_have_panicked();
        }
    }
}

/// The program beside the one under test. Cargo builds it there when the workspace is tested.
fn binary_of(name: &str) -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    let folder = Path::new(env!("CARGO_BIN_EXE_eop")).parent().expect("a program lies in a folder");
    let path = folder.join(name);
    if !path.exists() {
        BUILT.get_or_init(|| build(name));
    }
    assert!(path.exists(), "{} is missing: build it with cargo build -p {name}", path.display());
    path
}

fn build(missing: &str) {
    let line = format!("{missing} is not built yet: building the three services\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
    let built = Command::new(env!("CARGO"))
        .args(["build", "--locked", "-p", "eop-user", "-p", "eop-order", "-p", "eop-notification"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(built.is_ok_and(|status| status.success()), "the services cannot be built");
}
