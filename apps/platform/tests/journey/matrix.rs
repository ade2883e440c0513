//! The crash matrix: the real processes under load die at every point where it matters, they, the broker and PostgreSQL
//! are killed at random moments, and connections fall silent. On servers there are two instances of each service. In the end everything that was acknowledged is there, and nothing twice.
//!
//! `scripts/crash-matrix.sh` starts this with servers that may be killed, and says how many kills are wanted.

mod page;
mod plan;
mod traffic;
mod verdict;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use eop_core::kernel::clock::{Clock, Timestamp};
use eop_http::system::SystemClock;
use tokio::process::Command;
use tokio::time::{Instant, sleep};

use self::page::{Done, Outcome};
use self::plan::{Kill, Link, Mode, plan};
use self::traffic::{Acknowledged, Traffic};
use self::verdict::{Sort, Verdict, all_is_told};
use crate::crash::{Moments, SHORT_LEASE};
use crate::embedded::Embedded;
use crate::load::People;
use crate::platform::{Platform, Service};
use crate::process::Program;
use crate::proxy::Silent;
use crate::servers::{Servers, Surroundings, variable};
use crate::silence::Ways;
use crate::stream::Stream;
use crate::wait::eventually;

/// How long an armed process may take to come to its point.
const TO_THE_POINT: Duration = Duration::from_secs(90);
/// After the last kill: a worker that fell silent holds a mail for two minutes, and then there is a queue.
const QUIET: Duration = Duration::from_mins(5);
/// The longest that there is, and longer than a run: nobody has to sign in again.
const TOKEN_LIFE: (&str, &str) = ("EOP_ACCESS_TOKEN_TTL_S", "3600");
/// All visitors come from one address, and a long run has more of them than one may register in an hour.
const ALL_MAY_REGISTER: (&str, &str) = ("EOP_REGISTRATIONS_PER_HOUR", "0");

/// The platform in one of its modes.
enum Stage {
    Embedded(Box<Embedded>),
    Servers(Box<Servers>, ServersAtRisk, [Ways; 2]),
}

/// The servers that may be killed, if the driver owns any.
struct ServersAtRisk {
    folder: Option<PathBuf>,
    postgres: String,
    kafka: String,
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_of_crashes() {
    let surroundings = Surroundings::find("the crash matrix on servers");
    let kills: Option<usize> =
        variable("CRASH_KILLS").map(|count| count.parse().expect("CRASH_KILLS is a number"));
    let of_servers = kills.map(|count| count.div_ceil(2));
    let of_embedded = kills.map(|count| count / 2);
    let begun = Instant::now();
    let outcomes = match surroundings {
        Some(surroundings) => {
            let (embedded, servers) = tokio::join!(embedded(of_embedded), servers(&surroundings, of_servers));
            vec![embedded, servers]
        }
        None => vec![embedded(kills).await],
    };
    let page = page::page(&outcomes);
    say(&format!("\n{page}\nafter {} s", begun.elapsed().as_secs()));
    if let Some(file) = variable("CRASH_PAGE") {
        fs::write(&file, &page).unwrap_or_else(|error| panic!("{file} cannot be written: {error}"));
    }
    let wrong: Vec<String> = outcomes
        .iter()
        .flat_map(|outcome| outcome.verdict.findings.iter())
        .filter(|finding| !matches!(finding.sort, Sort::Repeated | Sort::Unknown))
        .map(|finding| format!("{:?} at {}: {}", finding.sort, finding.at, finding.what))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn embedded(count: Option<usize>) -> Outcome {
    let embedded = Embedded::start(&[SHORT_LEASE[0], TOKEN_LIFE, ALL_MAY_REGISTER]).await;
    let data = embedded.data.clone();
    let platform = embedded.platform.clone();
    let mut stage = Stage::Embedded(Box::new(embedded));
    let (done, acknowledged, mut verdict) =
        run(&mut stage, &platform, Mode::Embedded, &plan(Mode::Embedded, count, false)).await;
    let Stage::Embedded(mut embedded) = stage else { unreachable!("it was made so") };
    embedded.process.terminate().await;
    let log = format!("log:{}", data.join("events").display());
    verdict.look_at(&Stream::read(&log, "").await, &acknowledged);
    let unknown = verdict.findings.iter().filter(|finding| finding.sort == Sort::Unknown).count();
    assert_eq!(unknown, 0, "the mailbox takes a mail once, so that each can be put there again");
    Outcome { mode: Mode::Embedded, done, verdict }
}

async fn servers(surroundings: &Surroundings, count: Option<usize>) -> Outcome {
    let sink = surroundings.sink();
    let ways = [Ways::to(surroundings, &sink.address()).await, Ways::to(surroundings, &sink.address()).await];
    let routes = ways.each_ref().map(Ways::routes);
    let mut servers = Servers::start_by(surroundings, sink, &routes, &[TOKEN_LIFE, ALL_MAY_REGISTER]).await;
    // Between a mail and the answer there is time for a kill.
    servers.sink.stop().await;
    servers.sink.start(&["--delay", "0.05"]).await;
    let at_risk = ServersAtRisk {
        folder: variable("CRASH_SERVERS").map(PathBuf::from),
        postgres: surroundings.database_address(),
        kafka: surroundings.bootstrap.clone(),
    };
    if at_risk.folder.is_none() {
        say("CRASH_SERVERS is not set: the broker and PostgreSQL belong to others, and are not killed");
    }
    let kills = plan(Mode::Servers, count, at_risk.folder.is_some());
    let platform = servers.platform.clone();
    let mut stage = Stage::Servers(Box::new(servers), at_risk, ways);
    let (done, acknowledged, mut verdict) = run(&mut stage, &platform, Mode::Servers, &kills).await;
    let Stage::Servers(servers, ..) = stage else { unreachable!("it was made so") };
    let broker = format!("kafka://{}", surroundings.bootstrap);
    verdict.look_at(&Stream::read(&broker, &servers.topic_prefix).await, &acknowledged);
    Outcome { mode: Mode::Servers, done, verdict }
}

/// Does the kills one after the other under load, and looks at everything when it is quiet.
async fn run(
    stage: &mut Stage,
    platform: &Platform,
    mode: Mode,
    kills: &[Kill],
) -> (Vec<Done>, Acknowledged, Verdict) {
    let people = People::join(platform).await;
    let mut traffic = Traffic::start(platform, &people);
    let (mut moments, mut done) = (Moments(0x5eed), Vec::new());
    for (index, kill) in kills.iter().enumerate() {
        let begun = Instant::now();
        let next_is_armed = matches!(kills.get(index + 1), Some(Kill::At(..)));
        let at = stage.kill(*kill, &mut moments).await;
        if !next_is_armed {
            stage.is_ready(platform).await;
        }
        done.push(Done { kill: *kill, at });
        traffic.must_be_well();
        let (_, what) = kill.row(mode);
        let (number, seconds) = (index + 1, begun.elapsed().as_secs_f32());
        say(&format!("{} {number}/{}: {what}, {seconds:.1} s", mode.name(), kills.len()));
    }
    sleep(moments.between(500, 1_000)).await;
    let acknowledged = traffic.finish().await;
    stage.is_ready(platform).await;
    all_is_told(platform, &acknowledged, QUIET).await;
    platform.settles(QUIET).await;
    nothing_is_left(platform).await;
    stage.must_be_well();
    let verdict = Verdict::of(platform, &people, &acknowledged).await;
    (done, acknowledged, verdict)
}

impl Stage {
    /// How many instances of each service there are.
    fn instances(&self) -> usize {
        match self {
            Self::Embedded(_) => 1,
            Self::Servers(servers, ..) => servers.platform.instances(),
        }
    }

    fn instance(&mut self, service: Service, number: usize) -> &mut Program {
        match self {
            Self::Embedded(embedded) => &mut embedded.process,
            Self::Servers(servers, ..) => servers.instance(service, number),
        }
    }

    /// Does one kill, and starts again what was killed. Gives when the victim was gone.
    async fn kill(&mut self, kill: Kill, moments: &mut Moments) -> Timestamp {
        if !matches!(kill, Kill::At(..)) {
            sleep(moments.between(500, 2_500)).await;
        }
        let either = usize::from(moments.between(0, 1_000) < Duration::from_millis(500));
        let number = either % self.instances();
        let (at, victim) = match kill {
            Kill::At(point, service) => {
                let passage = u64::try_from(moments.between(1, 6).as_millis()).expect("it is small");
                self.instance(service, 0).arm((point.name(), passage));
                let number = self.one_dies_at(service, point.name()).await;
                (SystemClock.now(), Some((service, number)))
            }
            Kill::Process(service) => {
                self.instance(service, number).kill();
                (SystemClock.now(), Some((service, number)))
            }
            Kill::Broker | Kill::Database => {
                self.restart_server(kill).await;
                (SystemClock.now(), None)
            }
            Kill::Silence(link, silent) => {
                self.silence(number, link, silent);
                (SystemClock.now(), None)
            }
        };
        if let Some((service, number)) = victim {
            self.instance(service, number).start();
        }
        at
    }

    /// Waits until an instance of the service has died at the point: which one.
    async fn one_dies_at(&mut self, service: Service, point: &str) -> usize {
        let begun = Instant::now();
        loop {
            for number in 0..self.instances() {
                if self.instance(service, number).has_died_at(point) {
                    return number;
                }
            }
            assert!(begun.elapsed() < TO_THE_POINT, "nobody of {service:?} comes to {point}");
            sleep(Duration::from_millis(10)).await;
        }
    }

    fn silence(&self, number: usize, link: Link, silent: Silent) {
        let Self::Servers(_, _, ways) = self else { unreachable!("the embedded mode has no connections") };
        let ways = &ways[number];
        let way = match link {
            Link::Database => &ways.database,
            Link::Broker => &ways.broker,
            Link::Mail => &ways.mail,
        };
        way.fall_silent(silent);
    }

    async fn is_ready(&mut self, platform: &Platform) {
        for service in Service::ALL {
            platform.is_ready(service).await;
        }
    }

    fn must_be_well(&mut self) {
        match self {
            Self::Embedded(embedded) => embedded.process.must_be_well(),
            Self::Servers(servers, ..) => servers.must_be_well(),
        }
    }

    /// Kills the broker or PostgreSQL and starts it again, by the script that started it.
    async fn restart_server(&self, kill: Kill) {
        let Self::Servers(_, at_risk, _) = self else { unreachable!("the embedded mode has no servers") };
        let folder = at_risk.folder.as_ref().expect("only servers of our own are killed");
        let (command, name, address) = match kill {
            Kill::Broker => ("--kill-kafka", "kafka", &at_risk.kafka),
            _ => ("--kill-postgres", "postgres", &at_risk.postgres),
        };
        let port = address.rsplit(':').next().expect("an address has a port");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/crash-matrix.sh");
        let status = Command::new(script).arg(command).arg(folder.join(name)).arg(port).status().await;
        assert!(status.is_ok_and(|status| status.success()), "{name} could not be killed and started again");
    }
}

/// Every outbox is empty, nothing is parked, everything that was published is read, and no message was set aside.
async fn nothing_is_left(platform: &Platform) {
    eventually("every outbox is empty and everything is read", Duration::from_secs(30), async || {
        for (service, number) in all_instances(platform) {
            let metrics = platform.at(number).get(service, "/metrics").send().await;
            let metrics = metrics.map_err(|error| error.to_string())?;
            let text = metrics.body.as_str().unwrap_or_default();
            let gauges = ["eop_outbox_pending{", "eop_outbox_parked{", "eop_consumer_lag{"];
            let lines: Vec<&str> =
                text.lines().filter(|line| gauges.iter().any(|gauge| line.starts_with(gauge))).collect();
            assert!(!lines.is_empty(), "the metrics of {service:?} tell of the outbox");
            if let Some(line) = lines.iter().find(|line| !line.ends_with(" 0")) {
                return Err((*line).to_owned());
            }
        }
        Ok(())
    })
    .await;
    let letters = platform.all(Service::Notification, "/api/v1/dead-letters?", &platform.admin).await;
    assert!(letters.is_empty(), "messages were set aside: {letters:?}");
}

fn all_instances(platform: &Platform) -> impl Iterator<Item = (Service, usize)> {
    let numbers = 0..platform.instances();
    Service::ALL.into_iter().flat_map(move |service| numbers.clone().map(move |number| (service, number)))
}

/// Says it at once: `eprintln!` is kept by the test runner until the test has failed.
fn say(line: &str) {
    let _ = std::io::stderr().write_all(format!("{line}\n").as_bytes());
}
