//! The platform on servers: `eop-user`, `eop-order` and `eop-notification` on PostgreSQL, Kafka and SMTP.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use tempfile::TempDir;

use crate::platform::{Mails, Platform, Ports, Service};
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
        if is_fast() {
            // Not `eprintln!`, which the test runner keeps to itself when a test passes.
            let line = format!("skipped: {test} needs PostgreSQL, Kafka and an SMTP server\n");
            let _ = std::io::stderr().write_all(line.as_bytes());
            return None;
        }
        Some(Self {
            database: required("TEST_DATABASE_URL"),
            bootstrap: required("KAFKA_BOOTSTRAP"),
            python: required("EOP_TEST_PYTHON"),
        })
    }

    /// The ways to the servers themselves.
    pub(crate) fn routes(&self) -> Routes {
        Routes { database: self.database_address(), broker: self.bootstrap.clone(), mail: None }
    }

    /// A mail server that is not started yet, in a folder of its own.
    pub(crate) fn sink(&self) -> Sink {
        Sink::new(&self.python)
    }

    /// The `host:port` of PostgreSQL.
    pub(crate) fn database_address(&self) -> String {
        address_of(&self.database)
    }
}

/// Whether tests that need other programs are left out.
pub(crate) fn is_fast() -> bool {
    variable("EOP_TEST_FAST").as_deref() == Some("1")
}

/// A variable that tells of a server or a program.
pub(crate) fn required(name: &str) -> String {
    variable(name).unwrap_or_else(|| {
        panic!(
            "{name} is not set: run scripts/servers.sh up and eval \"$(scripts/servers.sh env)\", or set \
             EOP_TEST_FAST=1 to skip the tests on servers"
        )
    })
}

#[expect(clippy::disallowed_methods, reason = "tests learn of the servers from the environment")]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Where an instance of each service looks for PostgreSQL, Kafka and, if not at the mail server itself, for that.
#[derive(Clone, Debug)]
pub(crate) struct Routes {
    pub(crate) database: String,
    pub(crate) broker: String,
    pub(crate) mail: Option<String>,
}

/// One instance of each service.
struct Rack {
    user: Program,
    order: Program,
    notification: Program,
}

/// The processes, and what they stand on. The processes end first.
pub(crate) struct Servers {
    racks: Vec<Rack>,
    pub(crate) sink: Sink,
    pub(crate) platform: Platform,
    databases: [TestDatabase; 3],
    /// Goes before the name of every topic and group.
    pub(crate) topic_prefix: String,
    _topics: TestTopics,
    _folder: TempDir,
}

impl Servers {
    /// Starts everything and waits until it is ready.
    pub(crate) async fn start(surroundings: &Surroundings) -> Self {
        let sink = surroundings.sink();
        Self::start_by(surroundings, sink, &[surroundings.routes()], &[]).await
    }

    /// The same with one instance of each service by each of these routes, with mail going to this server, and with these
    /// further settings of each process.
    pub(crate) async fn start_by(
        surroundings: &Surroundings,
        mut sink: Sink,
        routes: &[Routes],
        settings: &[(&'static str, &str)],
    ) -> Self {
        let (folder, name) = (tempfile::tempdir().expect("a folder can be made"), unique_name());
        let databases = ["user", "order", "notification"].map(|service| {
            TestDatabase::create(&surroundings.database, format!("eop_journey_{name}_{service}"))
        });
        let topics = TestTopics::new(&surroundings.bootstrap, format!("journey-{name}."));
        sink.start(&[]).await;
        let ports: Vec<Ports> = routes.iter().map(|_| Ports::free()).collect();
        let blueprint = Blueprint {
            folder: folder.path(),
            databases: &databases,
            prefix: &topics.prefix,
            issuer: format!("http://127.0.0.1:{}", ports[0].user),
            settings,
        };
        let racks = routes.iter().zip(&ports).enumerate();
        let mut racks: Vec<Rack> =
            racks.map(|(number, (routes, ports))| blueprint.rack(number, routes, *ports, &sink)).collect();
        // The first ones make the schemas, the administrator and the topics.
        racks[0].start();
        let mails = Mails::Sink(sink.file());
        let mut platform = racks[0].unless_it_ends(Platform::open(&ports[..1], mails, ADMIN)).await;
        for (number, rack) in racks.iter_mut().enumerate().skip(1) {
            rack.start();
            platform = platform.joined_by(&ports[..=number]);
            let ready = async {
                for service in Service::ALL {
                    platform.is_ready(service).await;
                }
            };
            rack.unless_it_ends(ready).await;
        }
        Self {
            racks,
            sink,
            platform,
            topic_prefix: topics.prefix.clone(),
            databases,
            _topics: topics,
            _folder: folder,
        }
    }

    /// The database of a service.
    pub(crate) fn database(&self, service: Service) -> &TestDatabase {
        let [user, order, notification] = &self.databases;
        match service {
            Service::User => user,
            Service::Order => order,
            Service::Notification => notification,
        }
    }

    /// The first instance of a service.
    pub(crate) fn process(&mut self, service: Service) -> &mut Program {
        self.instance(service, 0)
    }

    pub(crate) fn instance(&mut self, service: Service, number: usize) -> &mut Program {
        self.racks[number].process(service)
    }

    /// Fails unless all run and none has panicked.
    pub(crate) fn must_be_well(&mut self) {
        self.racks.iter_mut().for_each(Rack::must_be_well);
    }

    /// Asks each to stop: it does so in time, and reports success.
    pub(crate) async fn stop_in_order(&mut self) {
        for number in 0..self.racks.len() {
            self.stop_rack_in_order(number, Duration::from_secs(10)).await;
        }
    }

    /// The same for one instance of each service, each within this time.
    pub(crate) async fn stop_rack_in_order(&mut self, number: usize, limit: Duration) {
        for service in Service::ALL {
            let process = self.instance(service, number);
            let (status, took) = process.terminate().await;
            assert!(status.success(), "{service:?} ended with {status}: {}", process.last_line());
            assert!(took < limit, "{service:?} took {took:?} to stop");
            process.must_not_have_panicked();
        }
    }
}

impl Rack {
    fn process(&mut self, service: Service) -> &mut Program {
        match service {
            Service::User => &mut self.user,
            Service::Order => &mut self.order,
            Service::Notification => &mut self.notification,
        }
    }

    fn start(&mut self) {
        for service in Service::ALL {
            self.process(service).start();
        }
    }

    fn must_be_well(&mut self) {
        for service in Service::ALL {
            self.process(service).must_be_well();
        }
    }

    /// What comes of `work`, which needs all three to run.
    async fn unless_it_ends<T>(&mut self, work: impl Future<Output = T>) -> T {
        tokio::select! {
            done = work => done,
            () = self.user.must_go_on() => unreachable!("it does not return"),
            () = self.order.must_go_on() => unreachable!("it does not return"),
            () = self.notification.must_go_on() => unreachable!("it does not return"),
        }
    }
}

/// What the processes have in common.
struct Blueprint<'a> {
    folder: &'a Path,
    databases: &'a [TestDatabase; 3],
    prefix: &'a str,
    issuer: String,
    settings: &'a [(&'static str, &'a str)],
}

impl Blueprint<'_> {
    /// An instance of each service.
    fn rack(&self, number: usize, routes: &Routes, ports: Ports, sink: &Sink) -> Rack {
        let [user, order, notification] = self.databases;
        let keys = format!("http://127.0.0.1:{}", ports.user);
        let program = |binary: &'static str, port: u16, database: &TestDatabase| {
            let name = if number == 0 { binary.to_owned() } else { format!("{binary}-{number}") };
            let program = Program::new(name, binary_of(binary), self.folder)
                .environment([
                    ("EOP_HTTP_ADDR", format!("127.0.0.1:{port}")),
                    ("EOP_DATABASE_URL", database.url_at(&routes.database)),
                    ("EOP_DB_MAX_CONNECTIONS", "4".to_owned()),
                    (PATIENT.0, PATIENT.1.to_owned()),
                    ("EOP_BROKER_URL", format!("kafka://{}", routes.broker)),
                    ("EOP_TOPIC_PREFIX", self.prefix.to_owned()),
                    ("EOP_MASTER_KEY", "YSBrZXkgZm9yIHRoaXMgdGVzdCwgYW5kIG5vIG1vcmU=".to_owned()),
                    ("EOP_ISSUER", self.issuer.clone()),
                    ("EOP_JWKS_URL", format!("{keys}/.well-known/jwks.json")),
                ])
                .environment(self.settings.iter().map(|(name, value)| (*name, (*value).to_owned())));
            #[cfg(feature = "crash-points")]
            let program = {
                let mut program = program;
                // The instances of a service share the file: whichever comes to the point first dies.
                program.is_armed_by(&self.folder.join(format!("{binary}.crash")));
                program
            };
            program
        };
        let mail = routes.mail.as_ref().map_or(sink.url(), |address| format!("smtp://{address}?tls=none"));
        Rack {
            user: program("eop-user", ports.user, user).environment([
                ("EOP_BOOTSTRAP_ADMIN_EMAIL", ADMIN.0.to_owned()),
                ("EOP_BOOTSTRAP_ADMIN_PASSWORD", ADMIN.1.to_owned()),
            ]),
            order: program("eop-order", ports.order, order),
            notification: program("eop-notification", ports.notification, notification)
                .environment([("EOP_SMTP_URL", mail)]),
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
