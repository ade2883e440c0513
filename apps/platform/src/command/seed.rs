//! `eop seed`: orders of the past, for demos and for measuring.

mod progress;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use chrono::NaiveTime;
use clap::Args;
use eop_assembly::settings::Settings;
use eop_assembly::{Host, database};
use eop_core::kernel::actor::Actor;
use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::id::UserId;
use eop_core::order::port::OrderStore;
use eop_migrations::order::Migrator;
use eop_sql::SqlOrders;
use serde_json::json;

use self::progress::{Progress, grouped};
use super::config::Output;
use super::{block_on, settings};
use crate::out;
use crate::seed::{self, Customers, Plan, Target};

/// Fill an order database with orders of the past
///
/// The orders look real: one to five articles, several countries and currencies, and the whole history that led to
/// where they are, decided by the same rules as any other order. Of a hundred, 72 are delivered, 8 on their way, 4
/// approved, 6 wait for approval, 6 are cancelled and 4 rejected. They were placed in the days before the last midnight
/// (UTC), those that are not finished yet in the last two weeks.
///
/// They are past: no events are raised, so that nobody is notified and nothing is published. The audit log gets one
/// entry for all of them. A running order service treats them like any others from then on; it cancels those that wait
/// for approval longer than its limit, and tells of that.
///
/// Works on the database of the order service, which is migrated first if need be. Orders are added to those that are
/// there. Ctrl-C stops after what is under way; what was written stays.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  \
    eop seed --orders 1000000 --database-url postgres://eop@db:5432/orderdb\n  \
    eop seed --orders 500 --days 30 --database-url sqlite://.eop/order.db")]
pub(crate) struct SeedArgs {
    /// How many orders, 1 to 100000000
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    orders: u64,
    /// How many people they belong to [default: one for every 20 orders, 50000 at most]
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    customers: Option<u64>,
    /// The one person they belong to, by the id of an account; others have none
    #[arg(long, value_name = "UUID", conflicts_with = "customers")]
    customer: Option<UserId>,
    /// In how many past days they were placed, 1 to 3650
    #[arg(long, value_name = "D", default_value_t = 365, value_parser = clap::value_parser!(u32).range(1..=3650))]
    days: u32,
    /// Repeat what came of this seed: on the same day it gives the same orders, numbers aside [default: a new one]
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Where the order service's database is, instead of `EOP_DATABASE_URL`
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// How to print what was done
    #[arg(long, value_enum, default_value_t = Output::Table)]
    output: Output,
}

/// What was done.
#[derive(Debug)]
struct Report {
    plan: Plan,
    written: u64,
    took: Duration,
}

impl SeedArgs {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        let settings = settings(config, &[("EOP_DATABASE_URL", self.database_url.clone())])?;
        block_on(async {
            let host = Host::new("seed", env!("CARGO_PKG_VERSION"));
            let plan = self.plan(&host, &settings)?;
            let (report, outcome) = run(plan, &host, &settings).await?;
            if report.written > 0 {
                report.print(self.output);
            }
            let Report { plan, written, .. } = report;
            let (written, wanted) = (grouped(written), grouped(plan.orders));
            outcome.with_context(|| format!("{written} of {wanted} orders were written"))?;
            ensure!(written == wanted, "stopped after {written} of {wanted} orders");
            Ok(())
        })
    }

    fn plan(&self, host: &Host, settings: &Settings) -> Result<Plan> {
        let customers = match (self.customer, self.customers) {
            (Some(customer), _) => Customers::One(customer),
            (None, Some(count)) => Customers::Many(count),
            (None, None) => Customers::Many((self.orders / 20).clamp(1, 50_000)),
        };
        Ok(Plan {
            orders: self.orders,
            customers,
            days: self.days,
            until: host.clock.now().date_naive().and_time(NaiveTime::MIN).and_utc(),
            // Short enough to be typed again.
            seed: self.seed.unwrap_or_else(|| host.ids.next().as_u64_pair().1 % 1_000_000_000),
            rules: eop_order::wiring::rules(settings)?,
        })
    }
}

/// Writes the orders of `plan`: what was done, and why it ended if that was early.
async fn run(plan: Plan, host: &Host, settings: &Settings) -> Result<(Report, Result<()>)> {
    let database = database::open::<Migrator>("order", &settings.database, host, false).await?;
    let orders = Arc::new(SqlOrders::new(&database));
    let target = Target { store: Arc::clone(&orders) as _, numbers: Arc::clone(&orders) as _ };
    let stop = host.lifecycle.shutdown_token();
    let started = Instant::now();
    let mut progress = Progress::of(plan.orders);
    let mut written = 0;
    let outcome = {
        let writing = seed::write(&plan, &target, &stop, |count| {
            written += count;
            progress.add(count);
        });
        tokio::pin!(writing);
        tokio::select! {
            outcome = &mut writing => outcome,
            stopped = host.lifecycle.run_until_signal() => {
                stopped?;
                writing.await
            }
        }
    };
    progress.end();
    let report = Report { plan, written, took: started.elapsed() };
    let audited = if written > 0 { orders.commit(report.audit(host)).await } else { Ok(()) };
    database.close().await;
    let outcome = outcome.and(audited.context("the audit entry cannot be written"));
    Ok((report, outcome))
}

impl Report {
    /// One entry for all of the orders.
    fn audit<W>(&self, host: &Host) -> Commit<W> {
        let Self { plan, written, .. } = self;
        let detail = json!({
            "orders": written, "seed": plan.seed, "days": plan.days, "until": plan.until
        });
        let actor = Actor::system("seed");
        let target = "order:past".to_owned();
        let entry = AuditEntry::done(&*host.ids, host.clock.now(), &actor, "order.seed", target, detail);
        Commit { audit: vec![entry], ..Commit::of(Vec::new()) }
    }

    fn print(&self, output: Output) {
        let Self { plan, written, took } = self;
        let rate = rate(*written, *took);
        let seconds = took.as_secs_f64();
        match output {
            Output::Table => out::line(format_args!(
                "{} orders in {seconds:.1} s, {} per second (seed {})",
                grouped(*written),
                grouped(rate),
                plan.seed
            )),
            Output::Json => out::line(format_args!(
                "{:#}",
                json!({
                    "orders": written, "wanted": plan.orders, "seconds": seconds, "orders_per_second": rate,
                    "days": plan.days, "until": plan.until, "seed": plan.seed
                })
            )),
        }
    }
}

/// How many per second.
fn rate(count: u64, time: Duration) -> u64 {
    let millis = time.as_millis().max(1);
    u64::try_from(u128::from(count) * 1000 / millis).unwrap_or(u64::MAX)
}
