//! What the committer and the pool tell about their work.

use std::fmt;
use std::time::Duration;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OutcomeLabel {
    outcome: &'static str,
}

/// The metrics of a committer.
#[derive(Debug)]
pub(crate) struct Metrics {
    batch_size: Histogram,
    wait: Histogram,
    write: Histogram,
    outcomes: Family<OutcomeLabel, Counter>,
    round_trips: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let seconds = || Histogram::new(exponential_buckets(0.000_1, 2.0, 16));
        Self {
            batch_size: Histogram::new(exponential_buckets(1.0, 2.0, 10)),
            wait: seconds(),
            write: seconds(),
            outcomes: Family::default(),
            round_trips: Counter::default(),
        }
    }
}

impl Metrics {
    /// A batch was written.
    #[expect(clippy::cast_precision_loss, reason = "a batch has far fewer than 2^52 commits")]
    pub(crate) fn batch(&self, size: usize, took: Duration) {
        self.batch_size.observe(size as f64);
        self.write.observe(took.as_secs_f64());
    }

    /// A commit left the queue.
    pub(crate) fn wait(&self, waited: Duration) {
        self.wait.observe(waited.as_secs_f64());
    }

    /// A commit was decided.
    pub(crate) fn outcome(&self, outcome: &'static str) {
        self.outcomes.get_or_create(&OutcomeLabel { outcome }).inc();
    }

    /// A statement was sent to write commits.
    pub(crate) fn round_trip(&self) {
        self.round_trips.inc();
    }

    /// Adds them to a registry.
    pub(crate) fn register(&self, registry: &mut Registry) {
        registry.register("eop_commit_batch_size", "Commits written together", self.batch_size.clone());
        registry.register_with_unit(
            "eop_commit_wait",
            "From a commit's arrival to the start of its batch",
            Unit::Seconds,
            self.wait.clone(),
        );
        registry.register_with_unit(
            "eop_commit_write",
            "From the start of a batch to its outcome",
            Unit::Seconds,
            self.write.clone(),
        );
        registry.register("eop_commit_outcomes", "Commits by outcome", self.outcomes.clone());
        registry.register(
            "eop_commit_round_trips",
            "Statements sent to write commits",
            self.round_trips.clone(),
        );
    }
}

/// Reads at each scrape how many connections there are and how many are lent.
pub(crate) struct PoolUsage(Box<dyn Fn() -> (usize, usize) + Send + Sync>);

impl PoolUsage {
    pub(crate) fn new(usage: impl Fn() -> (usize, usize) + Send + Sync + 'static) -> Self {
        Self(Box::new(usage))
    }
}

impl fmt::Debug for PoolUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PoolUsage")
    }
}

impl Collector for PoolUsage {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), fmt::Error> {
        let (size, used) = (self.0)();
        for (name, help, value) in [
            ("eop_pool_connections_max", "Connections for queries that there may be", size),
            ("eop_pool_connections_used", "Connections for queries that are lent", used),
        ] {
            let gauge = ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX));
            let metric = encoder.encode_descriptor(name, help, None, gauge.metric_type())?;
            gauge.encode(metric)?;
        }
        Ok(())
    }
}
