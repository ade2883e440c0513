//! P4: how long an order's news take, at half of the rate that the whole pipeline sustains: three services, PostgreSQL,
//! Kafka and an SMTP server on this machine. That server keeps envelopes only: to parse each mail would make it the
//! slowest part.
//!
//! From the time that the order bears, which is before its commit, to the time at which the relay had the broker's
//! acknowledgement; and to the time at which the mail server had accepted the mail. Both are read from the databases:
//! when the event left the outbox, and `attempt.finished_at` of the delivery by e-mail.

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use eop_core::kernel::actor::Role;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::id::{OrderId, UserId};
use eop_core::notification::model::Recipient;
use eop_core::notification::port::{NotificationStore, NotificationWrite};
use eop_http::system::{SystemClock, UuidV7Ids};
use eop_sql::{Database as Sql, SqlNotifications, SqlSettings};
use tokio::process::{Child, Command};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::place::order_draft;
use super::rig::Issuer;
use super::say;
use crate::database::Database;
use crate::machine::{Disturbance, Watch};
use crate::options::Options;
use crate::process::{Program, free_port};
use crate::report::{Figure, Run, Target};
use crate::surroundings::Surroundings;
use crate::wrk;

/// Different people who order, and get mail.
const PEOPLE: u32 = 200;
/// How long the last mail may take.
const PATIENCE: Duration = Duration::from_mins(3);

/// Writes down when an event left the outbox, which is after the acknowledgement.
const NOTE_PUBLISHED: &str = "CREATE TABLE bench_published (key uuid, at timestamptz); \
     CREATE FUNCTION bench_published() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
     INSERT INTO bench_published SELECT key, clock_timestamp() FROM gone; RETURN NULL; END $$; \
     CREATE TRIGGER bench_published AFTER DELETE ON outbox REFERENCING OLD TABLE AS gone \
     FOR EACH STATEMENT EXECUTE FUNCTION bench_published()";

/// Measures.
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let pipeline = Pipeline::start(surroundings).await?;
    pipeline.orders.run(NOTE_PUBLISHED)?;
    // The first load warms up everything; the second says how much there can be.
    pipeline.burst(surroundings, Duration::from_secs(2)).await?;
    let most = pipeline.burst(surroundings, options.duration()).await?;
    let rate = most / 2.0;
    say(&format!("P4: at most {most:.0} orders/s go the whole way; now {rate:.0}/s"));
    let mut samples = Vec::new();
    for run in 1..=options.runs {
        let sample = pipeline.sample(rate, options.duration()).await?;
        say(&format!("P4, run {run}: {sample:?}"));
        samples.push(sample);
    }
    let figure = |what: &str, target, value: fn(&Sample) -> f64| Figure {
        id: "P4",
        what: format!("{what}, at {rate:.0} orders/s"),
        unit: "ms",
        baseline: None,
        target,
        runs: samples
            .iter()
            .map(|s| Run { value: value(s), baseline: None, disturbance: s.disturbance })
            .collect(),
    };
    Ok(vec![
        figure("order to the broker's acknowledgement, median", Target::AtMost(10.0), |s| s.published.p50),
        figure("order to the broker's acknowledgement, 99th percentile", Target::AtMost(50.0), |s| {
            s.published.p99
        }),
        figure("order to the accepted mail, median", Target::None, |s| s.mailed.p50),
        figure("order to the accepted mail, 99th percentile", Target::AtMost(250.0), |s| s.mailed.p99),
        Figure {
            id: "P4",
            what: "orders that go the whole way to the accepted mail, at most".to_owned(),
            unit: "orders/s",
            baseline: None,
            target: Target::None,
            runs: vec![Run { value: most, baseline: None, disturbance: samples[0].disturbance }],
        },
    ])
}

/// The middle, and what all but one in a hundred are below.
#[derive(Clone, Copy, Debug)]
pub(super) struct Percentiles {
    pub(super) p50: f64,
    pub(super) p99: f64,
}

impl Percentiles {
    pub(super) fn of(mut times: Vec<f64>) -> Result<Self> {
        ensure!(!times.is_empty(), "nothing was measured");
        times.sort_by(f64::total_cmp);
        let at = |percent: usize| times[(times.len() - 1) * percent / 100];
        Ok(Self { p50: at(50), p99: at(99) })
    }
}

#[derive(Debug)]
struct Sample {
    published: Percentiles,
    mailed: Percentiles,
    disturbance: Disturbance,
}

/// Three services and a mail server. The programs end first.
pub(super) struct Pipeline {
    url: String,
    people: Vec<UserId>,
    tokens: Vec<String>,
    order_program: Program,
    notification_program: Program,
    _sink: Child,
    orders: Database,
    notifications: Database,
    issuer: Issuer,
}

impl Pipeline {
    pub(super) async fn start(surroundings: &Surroundings) -> Result<Self> {
        let issuer = Issuer::start(surroundings).await?;
        let (orders, notifications) =
            (Database::create(surroundings, "order")?, Database::create(surroundings, "notification")?);
        let sink_port = free_port()?;
        let sink = start_sink(surroundings, sink_port).await?;
        let (order_program, url) = issuer.order_service(surroundings, &orders.url()).await?;
        let port = free_port()?;
        let mut environment = issuer.environment(surroundings, port, &notifications.url());
        environment.push(("EOP_SMTP_URL", format!("smtp://127.0.0.1:{sink_port}?tls=none")));
        let log = surroundings.file("notification.log");
        let mut notification_program =
            Program::start(&surroundings.program, &["serve", "notification"], &environment, log)?;
        notification_program.ready(&[port]).await?;
        let people = people(&notifications).await?;
        let tokens = tokens_of(&issuer, &people)?;
        std::fs::write(surroundings.file("tokens"), tokens.join("\n"))?;
        Ok(Self {
            url,
            people,
            tokens,
            order_program,
            notification_program,
            _sink: sink,
            orders,
            notifications,
            issuer,
        })
    }

    /// The memory of the user, order and notification service, in bytes.
    pub(super) fn resident(&self) -> Result<[u64; 3]> {
        let (order, notification) = (self.order_program.resident()?, self.notification_program.resident()?);
        Ok([self.issuer.resident()?, order, notification])
    }

    /// Events that wait in the outbox of orders.
    pub(super) fn waiting_events(&self) -> Result<f64> {
        self.orders.number("SELECT count(*) FROM outbox")
    }

    /// Mails that are planned and not handed over.
    pub(super) fn waiting_mails(&self) -> Result<f64> {
        let waiting = "SELECT count(*) FROM delivery WHERE channel = 'email' AND status IN ('queued', 'sending', 'retrying')";
        self.notifications.number(waiting)
    }

    /// Gives the people new tokens: the old ones end.
    pub(super) fn renew_tokens(&mut self) -> Result<()> {
        self.tokens = tokens_of(&self.issuer, &self.people)?;
        Ok(())
    }

    /// Orders per second that went the whole way when as many come as can.
    pub(super) async fn burst(&self, surroundings: &Surroundings, duration: Duration) -> Result<f64> {
        let before = self.orders.number("SELECT count(*) FROM orders")?;
        let begun = Instant::now();
        let script = surroundings.script("place.lua");
        let arguments = [surroundings.file("tokens").display().to_string(), format!("burst-{before}")];
        let load = wrk::Load { connections: 32, duration, script: &script, arguments: &arguments };
        wrk::run(&self.url, load).await?;
        self.mails_are_out().await?;
        let placed = self.orders.number("SELECT count(*) FROM orders")? - before;
        Ok(placed / begun.elapsed().as_secs_f64())
    }

    /// Waits until every order has its mail.
    pub(super) async fn mails_are_out(&self) -> Result<()> {
        let begun = Instant::now();
        loop {
            let orders = self.orders.number("SELECT count(*) FROM orders")?;
            let sent = "SELECT count(*) FROM delivery WHERE channel = 'email' AND status = 'sent'";
            let mails = self.notifications.number(sent)?;
            if mails >= orders {
                return Ok(());
            }
            ensure!(begun.elapsed() < PATIENCE, "{mails} of {orders} mails are out");
            sleep(Duration::from_millis(100)).await;
        }
    }

    /// What the orders of a steady load took.
    async fn sample(&self, rate: f64, duration: Duration) -> Result<Sample> {
        self.orders.settle()?;
        let since = SystemClock.now().to_rfc3339();
        let watch = Watch::start()?;
        self.steady(rate, duration).await?;
        let disturbance = watch.stop()?;
        self.mails_are_out().await?;
        let micros = |column: &str| format!("(extract(epoch FROM {column}) * 1000000)::bigint");
        let (created, published) = (micros("o.created_at"), micros("b.at"));
        let orders = self.orders.ask(&format!(
            "SELECT o.id, {created}, {published} FROM orders o JOIN bench_published b ON b.key = o.id WHERE o.created_at >= '{since}'"
        ))?;
        let finished = micros("a.finished_at");
        let mails = self.notifications.ask(&format!(
            "SELECT n.order_id, {finished} FROM notification n JOIN delivery d ON d.notification_id = n.id \
             JOIN attempt a ON a.delivery_id = d.id WHERE d.channel = 'email' AND a.outcome = 'accepted' \
             AND n.created_at >= '{since}'"
        ))?;
        let mails: HashMap<&str, f64> = mails
            .lines()
            .filter_map(|line| line.split_once('\u{1f}'))
            .map(|(id, at)| (id, at.parse().unwrap_or(f64::NAN)))
            .collect();
        let (mut to_ack, mut to_mail) = (Vec::new(), Vec::new());
        for line in orders.lines() {
            let fields: Vec<&str> = line.split('\u{1f}').collect();
            let [id, created, published] = fields[..] else { continue };
            let created: f64 = created.parse()?;
            to_ack.push((published.parse::<f64>()? - created) / 1000.0);
            to_mail.push((mails.get(id).context("each order has its mail")? - created) / 1000.0);
        }
        Ok(Sample { published: Percentiles::of(to_ack)?, mailed: Percentiles::of(to_mail)?, disturbance })
    }

    /// Places orders at this rate, whatever the answers take. Gives what they took, in milliseconds.
    pub(super) async fn steady(&self, rate: f64, duration: Duration) -> Result<Vec<f64>> {
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(10)).build()?;
        let mut ticks = interval(Duration::from_secs_f64(1.0 / rate));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
        let (begun, mut requests) = (Instant::now(), JoinSet::new());
        for token in self.tokens.iter().cycle() {
            ticks.tick().await;
            if begun.elapsed() >= duration {
                break;
            }
            let key = OrderId::next(&UuidV7Ids).to_string();
            let request = http.post(format!("{}/api/v1/orders", self.url)).bearer_auth(token);
            let request = request.header("Idempotency-Key", key).json(&order_draft());
            requests.spawn(async move {
                let asked = Instant::now();
                request.send().await?.error_for_status()?;
                Ok::<_, reqwest::Error>(asked.elapsed().as_secs_f64() * 1000.0)
            });
        }
        let mut took = Vec::with_capacity(requests.len());
        while let Some(answer) = requests.join_next().await {
            took.push(answer??);
        }
        Ok(took)
    }
}

/// Starts the mail server of the tests.
async fn start_sink(surroundings: &Surroundings, port: u16) -> Result<Child> {
    let out = surroundings.file("mails.jsonl");
    let sink = Command::new(&surroundings.python)
        .arg(surroundings.root.join("scripts/smtp-sink.py"))
        .arg("--envelopes-only")
        .args([Path::new("--port"), Path::new(&port.to_string()), Path::new("--out"), &out])
        .stdout(std::process::Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let begun = Instant::now();
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        ensure!(begun.elapsed() < Duration::from_secs(20), "the mail server does not listen");
        sleep(Duration::from_millis(50)).await;
    }
    Ok(sink)
}

/// Tokens of these people.
fn tokens_of(issuer: &Issuer, people: &[UserId]) -> Result<Vec<String>> {
    people.iter().map(|id| issuer.people.token_of(*id, Role::CUSTOMER)).collect()
}

/// People whom the notification service knows.
async fn people(notifications: &Database) -> Result<Vec<UserId>> {
    let sql = Sql::connect(&SqlSettings::new(notifications.url())).await?;
    let store = SqlNotifications::new(&sql);
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let id = UserId::next(&UuidV7Ids);
        people.push(id);
        let recipient = Recipient {
            id,
            name: format!("Customer {number}"),
            email: format!("customer-{number}@example.com").parse().context("it is an address")?,
            phone: None,
            locale: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            verified: true,
            roles: vec![Role::CUSTOMER],
            sequence: 1,
            updated_at: SystemClock.now(),
        };
        store.commit(Commit::of(vec![NotificationWrite::PutRecipient(recipient)])).await?;
    }
    sql.close().await;
    Ok(people)
}
