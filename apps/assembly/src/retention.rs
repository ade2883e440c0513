//! Forgets what was kept long enough, as a background task: in batches so small, and with waits so long between them, that
//! nobody who writes notices.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use eop_core::kernel::clock::Clock;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::retention::{Kept, Periods, Purger, Retention};
use eop_runtime::worker::Progress;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use tokio::sync::Notify;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::Host;
use crate::lease::give_back;
use crate::metrics::Of;
use crate::settings::RetentionConfig;

/// How often old rows are looked for.
const SWEEP: Duration = Duration::from_mins(1);
/// How long one step goes on.
const LONGEST_STEP: Duration = Duration::from_secs(5);
/// Rows of the first batch of a sweep.
const FIRST_BATCH: u32 = 50;
/// The most rows of a batch.
const LARGEST_BATCH: u32 = 1000;
/// What a batch should take at most: it makes who writes wait on `SQLite`, where one writes at a time.
const BATCH_TIME: Duration = Duration::from_millis(20);
/// Waits between batches, as a multiple of what the batch took: four fifths of the time belong to the others.
const REST: u32 = 4;
/// The shortest wait between two batches.
const SHORTEST_REST: Duration = Duration::from_millis(5);

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    service: String,
    kept: &'static str,
}

/// The metrics of all services of a process.
#[derive(Clone, Debug, Default)]
struct RetentionFamilies {
    purged: Family<Labels, Counter>,
    backlog: Family<Labels, Gauge>,
    holds: Family<Of, Gauge>,
}

impl RetentionFamilies {
    fn registered(registry: &mut Registry) -> Self {
        let all = Self::default();
        registry.register(
            "eop_retention_purged",
            "Rows that were kept long enough and went",
            all.purged.clone(),
        );
        registry.register(
            "eop_retention_backlog",
            "Rows that were kept long enough and are still there, counted up to ten thousand",
            all.backlog.clone(),
        );
        registry.register(
            "eop_retention_holds",
            "1 in the instance that forgets, 0 in the others",
            all.holds.clone(),
        );
        all
    }

    fn of(self, service: &str) -> RetentionMetrics {
        let holds = self.holds.get_or_create_owned(&Of::service(service));
        RetentionMetrics { families: self, service: service.to_owned(), holds }
    }
}

/// Those of one service.
#[derive(Clone, Debug)]
struct RetentionMetrics {
    families: RetentionFamilies,
    service: String,
    holds: Gauge,
}

impl RetentionMetrics {
    fn labels(&self, kept: Kept) -> Labels {
        Labels { service: self.service.clone(), kept: kept.as_str() }
    }

    fn add(&self, kept: Kept, rows: u64) {
        self.families.purged.get_or_create(&self.labels(kept)).inc_by(rows);
    }

    fn left(&self, kept: Kept, rows: u64) {
        let rows = i64::try_from(rows).unwrap_or(i64::MAX);
        self.families.backlog.get_or_create(&self.labels(kept)).set(rows);
    }
}

/// How long things are kept, as the settings say; what they say 0 of is kept for ever.
#[must_use]
pub fn periods(config: &RetentionConfig) -> Periods {
    let days = |kept: &Kept| match kept {
        Kept::Sessions => config.sessions_days,
        Kept::RefreshTokens => config.refresh_tokens_days,
        Kept::Links => config.links_days,
        Kept::Notifications => config.notifications_days,
        Kept::Attempts => config.attempts_days,
        Kept::Mails => config.mails_days,
        Kept::InboxItems => config.inbox_items_days,
        Kept::DeadLetters => config.dead_letters_days,
        Kept::DeferredEvents => config.deferred_events_days,
        Kept::Audit => config.audit_days,
        Kept::IdempotencyKeys | Kept::SeenEvents => config.once_keys_days,
        Kept::Throttles => config.throttles_days,
    };
    let all = Kept::ALL.iter().map(|kept| (*kept, days(kept)));
    all.filter(|(_, days)| *days > 0)
        .map(|(kept, days)| (kept, Duration::from_hours(24 * u64::from(days))))
        .collect::<BTreeMap<_, _>>()
}

/// Forgets what `service` kept long enough, by the time of its database, until the process stops.
pub fn spawn(
    service: &str,
    host: &Host,
    (retention, clock): (Arc<dyn Retention>, Arc<dyn Clock>),
    periods: Periods,
) {
    let metrics = host.shared(RetentionFamilies::registered).of(service);
    let name = format!("{}#{}", host.instance, host.ids.next());
    let purger = Purger::new(retention, clock, name, periods);
    let shutdown = host.lifecycle.shutdown_token();
    let worker = host.worker(service, "retention", SWEEP).with_backoff(Duration::from_secs(1), SWEEP);
    host.lifecycle.spawn(worker.name.clone(), async move {
        let sweeping = shutdown.clone();
        worker.run(shutdown, Arc::new(Notify::new()), || sweep(&purger, &metrics, &sweeping)).await;
        give_back(&worker.name, purger.release()).await;
        Ok::<_, std::convert::Infallible>(())
    });
}

/// Forgets all that is due now, if it is this instance's turn. With much to do it goes on in the next step, so that it is
/// seen to get on.
async fn sweep(
    purger: &Purger,
    metrics: &RetentionMetrics,
    stopping: &CancellationToken,
) -> Result<Progress, StoreError> {
    let sweep_begun = Instant::now();
    for kept in purger.limited() {
        metrics.left(kept, purger.backlog(kept).await?);
        let mut limit = FIRST_BATCH;
        loop {
            let holds = !stopping.is_cancelled() && purger.holds().await?;
            metrics.holds.set(holds.into());
            if !holds {
                return Ok(Progress::Idle);
            }
            let begun = Instant::now();
            let rows = purger.purge(kept, limit).await?;
            let took = begun.elapsed();
            metrics.add(kept, rows);
            if rows < limit.into() {
                break;
            }
            if sweep_begun.elapsed() > LONGEST_STEP {
                return Ok(Progress::Worked);
            }
            limit = next_batch(limit, took);
            let rest = (took * REST).max(SHORTEST_REST);
            if stopping.run_until_cancelled(tokio::time::sleep(rest)).await.is_none() {
                return Ok(Progress::Idle);
            }
        }
        metrics.left(kept, purger.backlog(kept).await?);
    }
    Ok(Progress::Idle)
}

/// How many rows the next batch has after one of `rows` rows took so long.
fn next_batch(rows: u32, took: Duration) -> u32 {
    if took > BATCH_TIME {
        (rows / 2).max(1)
    } else if took < BATCH_TIME / 4 {
        (rows * 2).min(LARGEST_BATCH)
    } else {
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_takes_little_time_whatever_a_row_costs() {
        let cases =
            [(50, 1, 100), (800, 1, 1000), (1000, 1, 1000), (400, 10, 400), (400, 21, 200), (1, 500, 1)];
        for (rows, ms, next) in cases {
            assert_eq!(next_batch(rows, Duration::from_millis(ms)), next, "{rows} rows in {ms} ms");
        }
    }
}
