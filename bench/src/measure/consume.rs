//! P5: the notification service's intake reads 100 000 events of new orders from Kafka and writes what follows from
//! them to PostgreSQL: two notifications each (to the customer and to an approver), their four deliveries, and the inbox
//! entry, acknowledged to the broker after the commit.
//!
//! The baseline is pgbench inserting the same number of the same rows, 500 events' worth per statement, on as many
//! connections as the intake writes with.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use eop_core::kernel::actor::Role;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::UserId;
use eop_core::kernel::trace::NoSpans;
use eop_core::notification::model::Recipient;
use eop_core::notification::port::{NotificationStore, NotificationWrite};
use eop_core::notification::service::intake::Intake;
use eop_core::notification::service::plan::CONSUMER;
use eop_http::system::{SystemClock, UuidV7Ids};
use eop_sql::{Database as Sql, SqlNotifications, SqlSettings};

use super::broker::{EVENTS, FullOutbox, fresh_bus};
use super::say;
use crate::database::Database;
use crate::machine::Watch;
use crate::options::Options;
use crate::pgbench;
use crate::report::{Figure, Run, Target};
use crate::surroundings::Surroundings;

/// The approver whom every new order is told.
const APPROVER: &str = "approver@example.com";
/// Events' worth of rows per statement of the baseline.
const PER_STATEMENT: u32 = 500;
/// Writers of the intake's store, and so connections of the baseline.
const WRITERS: u32 = 2;
/// The rows that one event leaves.
const EACH: [(&str, u32); 3] = [("inbox", 1), ("notification", 2), ("delivery", 4)];

/// Measures.
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let outbox = FullOutbox::make(surroundings).await?;
    outbox.fill()?;
    let (bus, _) = fresh_bus(surroundings).await?;
    let published = outbox.drain(bus.publisher()).await?;
    ensure!(published == EVENTS as usize, "{published} events were published");
    let mut runs = Vec::new();
    for run in 1..=options.runs {
        let database = migrated(surroundings)?;
        let watch = Watch::start()?;
        let group = format!("{CONSUMER}-{run}");
        let events = bus.consumer(&group, &[Topic::Identity, Topic::Orders])?;
        let sql = Sql::connect(&SqlSettings::new(database.url())).await?;
        let store = Arc::new(SqlNotifications::new(&sql));
        store.commit(Commit::of(vec![NotificationWrite::PutRecipient(approver()?)])).await?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let (keeps, ids) = (Arc::clone(&store), Arc::new(UuidV7Ids));
        let intake = Intake::new(events, store, keeps, (clock, ids), Arc::new(NoSpans));
        // To join the group takes seconds, and is not what is measured: the clock starts with the first messages.
        let mut done = 0;
        while done == 0 {
            done = intake.step().await?.processed;
        }
        let (joined, begun) = (done, Instant::now());
        while done < EVENTS as usize {
            let step = intake.step().await?;
            ensure!(step.repeated == 0 && step.dead == 0, "each event has its effect once: {step:?}");
            done += step.processed;
        }
        #[expect(clippy::cast_precision_loss, reason = "a hundred thousand events")]
        let rate = (done - joined) as f64 / begun.elapsed().as_secs_f64();
        sql.close().await;
        for (table, rows) in EACH {
            let found = database.number(&format!("SELECT count(*) FROM {table}"))?;
            ensure!((found - f64::from(EVENTS * rows)).abs() < 0.5, "{table} has {found} rows");
        }
        let baseline = baseline(surroundings, options, &database).await?;
        say(&format!("P5, run {run}: the intake {rate:.0} events/s, pgbench {baseline:.0} events/s"));
        runs.push(Run { value: rate, baseline: Some(baseline), disturbance: watch.stop()? });
    }
    Ok(vec![Figure {
        id: "P5",
        what: "events consumed into notifications and deliveries".to_owned(),
        unit: "events/s",
        baseline: Some(format!("pgbench, the same rows, {PER_STATEMENT} events per statement")),
        target: Target::AtLeast(0.5),
        runs,
    }])
}

/// A database of the notification service, without rows.
fn migrated(surroundings: &Surroundings) -> Result<Database> {
    let database = Database::create(surroundings, "notification")?;
    let environment = [("EOP_DATABASE_URL", database.url())];
    let migrated = std::process::Command::new(&surroundings.program)
        .args(["migrate", "notification", "up"])
        .env_clear()
        .envs(environment)
        .output()?;
    ensure!(migrated.status.success(), "eop migrate: {}", String::from_utf8_lossy(&migrated.stderr));
    Ok(database)
}

fn approver() -> Result<Recipient> {
    Ok(Recipient {
        id: UserId::next(&UuidV7Ids),
        name: "An Approver".to_owned(),
        email: APPROVER.parse().context("it is an address")?,
        phone: None,
        locale: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        verified: true,
        roles: vec![Role::APPROVER],
        sequence: 1,
        updated_at: SystemClock.now(),
    })
}

/// Events per second whose rows pgbench inserts into the same tables.
async fn baseline(surroundings: &Surroundings, options: &Options, database: &Database) -> Result<f64> {
    let mut script = String::from("\\set n :n + 1\nBEGIN;\n");
    for (table, _) in EACH {
        let event = if table == "notification" { "event_id" } else { "id" };
        let of_one = match table {
            "inbox" => "event_id = (SELECT event_id FROM notification LIMIT 1)".to_owned(),
            "notification" => format!("{event} = (SELECT event_id FROM notification LIMIT 1)"),
            _ => "notification_id IN (SELECT id FROM model_notification)".to_owned(),
        };
        database.run(&format!("CREATE TABLE model_{table} AS SELECT * FROM {table} WHERE {of_one}"))?;
        script.push_str(&multiply(database, table)?);
    }
    script.push_str("END;\n");
    // As at the beginning of the intake.
    database.run("TRUNCATE inbox, notification, delivery CASCADE")?;
    database.settle()?;
    let file = surroundings.file("consume.sql");
    std::fs::write(&file, script)?;
    let load = pgbench::Load { clients: WRITERS, duration: options.duration(), script: &file, base: 0 };
    Ok(pgbench::run(database, load).await? * f64::from(PER_STATEMENT))
}

/// The statement that inserts the rows of one event [`PER_STATEMENT`] times, with other ids.
fn multiply(database: &Database, table: &str) -> Result<String> {
    let columns = database.ask(&format!(
        "SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"
    ))?;
    // Ours follow from the event and are spread evenly, too; those of events sort by time.
    let spread =
        |column: &str| format!("md5(m.{column}::text || '/' || g || '/' || :n || '/' || :client_id)::uuid");
    let values = columns.lines().map(|column| match (table, column) {
        ("notification" | "delivery", "id") | ("delivery", "notification_id") => spread(column),
        (_, "event_id") => {
            "('01990002-0000-0000-0000-' || lpad(to_hex((:n::bigint * 8 + :client_id) * 1000 + g), 12, '0'))::uuid".to_owned()
        }
        _ => format!("m.{column}"),
    });
    let values: Vec<String> = values.collect();
    let columns: Vec<&str> = columns.lines().collect();
    Ok(format!(
        "INSERT INTO {table} ({}) SELECT {} FROM generate_series(1, {PER_STATEMENT}) g, model_{table} m;\n",
        columns.join(", "),
        values.join(", ")
    ))
}
