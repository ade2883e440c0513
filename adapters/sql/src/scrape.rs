//! What the committers and the pools of a process tell about their work, when they are asked.

use std::fmt;
use std::sync::{Arc, Weak};

use parking_lot::Mutex;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Unit;

use crate::database::{Database, Shared};
use crate::verdict::Outcome;

/// A database, and whose it is.
type Known = (String, Weak<Shared>);

/// The metrics of all databases of a process: each family is there once, with a series for each service. They are read when
/// they are scraped. Clones share them.
#[derive(Clone, Default)]
pub struct DatabaseMetrics(Arc<Mutex<Vec<Known>>>);

impl DatabaseMetrics {
    /// Tells of the database of `service` too, as long as it is used.
    pub fn add(&self, service: &str, database: &Database) {
        self.0.lock().push((service.to_owned(), Arc::downgrade(&database.shared)));
    }
}

impl fmt::Debug for DatabaseMetrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.lock().iter().map(|(service, _)| service)).finish()
    }
}

impl Collector for DatabaseMetrics {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), fmt::Error> {
        let known = self.0.lock();
        let of: Vec<_> =
            known.iter().filter_map(|(name, shared)| Some((&**name, shared.upgrade()?))).collect();
        let mut out = Page { encoder: &mut encoder, of: &of };
        let name = "eop_commit_batch_size";
        out.family((name, "Commits written together", None), |one| &one.metrics.batch_size)?;
        let help = "From a commit's arrival to the start of its batch";
        out.family(("eop_commit_wait", help, Some(&Unit::Seconds)), |one| &one.metrics.wait)?;
        let help = "From the start of a batch to its outcome";
        out.family(("eop_commit_write", help, Some(&Unit::Seconds)), |one| &one.metrics.write)?;
        out.outcomes()?;
        let name = "eop_commit_round_trips";
        out.family((name, "Statements sent to write commits", None), |one| &one.metrics.round_trips)?;
        let help = "Connections for queries that there may be";
        out.gauge(("eop_pool_connections_max", help, None), |one| one.reads.usage().0)?;
        let help = "Connections for queries that are lent";
        out.gauge(("eop_pool_connections_used", help, None), |one| one.reads.usage().1)
    }
}

/// Name, help and unit of a family.
type Family<'a> = (&'a str, &'a str, Option<&'a Unit>);

/// A page of metrics under way.
struct Page<'p, 'e> {
    encoder: &'p mut DescriptorEncoder<'e>,
    of: &'p [(&'p str, Arc<Shared>)],
}

impl Page<'_, '_> {
    fn family<M: EncodeMetric>(
        &mut self,
        (name, help, unit): Family<'_>,
        metric: impl Fn(&Shared) -> &M,
    ) -> fmt::Result {
        let Some((_, first)) = self.of.first() else { return Ok(()) };
        let mut family = self.encoder.encode_descriptor(name, help, unit, metric(first).metric_type())?;
        for (service, shared) in self.of {
            metric(shared).encode(family.encode_family(&[("service", *service)])?)?;
        }
        Ok(())
    }

    fn gauge(&mut self, (name, help, unit): Family<'_>, value: impl Fn(&Shared) -> usize) -> fmt::Result {
        let mut family = self.encoder.encode_descriptor(name, help, unit, MetricType::Gauge)?;
        for (service, shared) in self.of {
            let gauge = ConstGauge::new(i64::try_from(value(shared)).unwrap_or(i64::MAX));
            gauge.encode(family.encode_family(&[("service", *service)])?)?;
        }
        Ok(())
    }

    fn outcomes(&mut self) -> fmt::Result {
        let (name, help) = ("eop_commit_outcomes", "Commits by outcome");
        let mut family = self.encoder.encode_descriptor(name, help, None, MetricType::Counter)?;
        for (service, shared) in self.of {
            for (outcome, counter) in Outcome::NAMES.iter().zip(&shared.metrics.outcomes) {
                counter.encode(family.encode_family(&[("service", *service), ("outcome", *outcome)])?)?;
            }
        }
        Ok(())
    }
}
