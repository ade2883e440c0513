//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, ValueEnum};

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Id {
    /// Placing orders on PostgreSQL, against pgbench with the same rows
    P1,
    /// The same on SQLite, against single transactions with the same rows
    P1Sqlite,
    /// P1 with none, a tenth and all of the traces recorded and exported; only when it is named
    P1Traces,
    /// The relay draining the outbox, against librdkafka's producer
    P3,
    /// From the order to the broker's acknowledgement and to the accepted mail
    P4,
    /// The consumer, against pgbench inserting the same rows
    P5,
    /// Lists of orders as the table grows
    P6,
    /// Start, memory and size of the whole platform in one process
    P8,
    /// Asking whether a token was cut off, as every request does
    CutOffs,
    /// R5: whether everything stays flat for `--minutes`; only when it is named, as `scripts/soak.sh` does
    Soak,
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.to_possible_value().expect("no variant is hidden").get_name())
    }
}

/// Measures the platform against the physical limit of this machine in the same run
#[derive(Debug, Parser)]
#[command(name = "eop-bench", version)]
pub(crate) struct Options {
    /// What to measure, in this order; everything but `p1-traces` and `soak` when nothing is named
    #[arg(value_enum)]
    ids: Vec<Id>,
    /// Runs of each measure; the median is reported
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=99))]
    pub(crate) runs: u32,
    /// Seconds that each load lasts
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub(crate) seconds: u32,
    /// Minutes that the soak lasts
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub(crate) minutes: u32,
    /// Orders per second of the soak; 70 % of what is sustained when it is not given
    #[arg(long, value_parser = a_rate)]
    pub(crate) rate: Option<f64>,
    /// The largest number of orders for P6; it begins with 10 000 and grows tenfold
    #[arg(long, default_value_t = 1_000_000)]
    pub(crate) orders: u64,
    /// The platform's program, built with `--release --features kafka`
    #[arg(long, value_name = "FILE", default_value = "target/release/eop")]
    pub(crate) program: PathBuf,
    /// Where the figures go as JSON
    #[arg(long, value_name = "FILE", default_value = "target/bench.json")]
    pub(crate) json: PathBuf,
    /// Where the figures go as a page of the documentation
    #[arg(long, value_name = "FILE")]
    pub(crate) page: Option<PathBuf>,
}

impl Options {
    /// What to measure.
    pub(crate) fn wanted(&self) -> Vec<Id> {
        if !self.ids.is_empty() {
            return self.ids.clone();
        }
        Id::value_variants().iter().copied().filter(|id| !matches!(id, Id::P1Traces | Id::Soak)).collect()
    }

    /// Whether nothing but the soak is wanted.
    pub(crate) fn is_soak(&self) -> bool {
        self.ids == [Id::Soak]
    }

    /// How long each load lasts.
    pub(crate) fn duration(&self) -> Duration {
        Duration::from_secs(self.seconds.into())
    }
}

fn a_rate(text: &str) -> Result<f64, String> {
    let rate: f64 = text.parse().map_err(|_| "is no number")?;
    if (0.1..=100_000.0).contains(&rate) { Ok(rate) } else { Err("is not from 0.1 to 100000".to_owned()) }
}
