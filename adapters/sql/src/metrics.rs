//! What a committer counts of its work.

use std::time::Duration;

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};

use crate::verdict::{Outcome, Verdict};

/// The metrics of a committer.
#[derive(Debug)]
pub(crate) struct Metrics {
    pub(crate) batch_size: Histogram,
    pub(crate) wait: Histogram,
    pub(crate) write: Histogram,
    /// In the order of [`Outcome::NAMES`].
    pub(crate) outcomes: [Counter; Outcome::NAMES.len()],
    pub(crate) round_trips: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let seconds = || Histogram::new(exponential_buckets(0.000_1, 2.0, 16));
        Self {
            batch_size: Histogram::new(exponential_buckets(1.0, 2.0, 10)),
            wait: seconds(),
            write: seconds(),
            outcomes: Default::default(),
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
    pub(crate) fn outcome(&self, verdict: &Verdict) {
        self.outcomes[Outcome::from(verdict) as usize].inc();
    }

    /// A statement was sent to write commits.
    pub(crate) fn round_trip(&self) {
        self.round_trips.inc();
    }
}
