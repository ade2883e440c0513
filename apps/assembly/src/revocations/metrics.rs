//! What is seen of revocations, and of how old what a feed heard is.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use eop_core::identity::service::{CutOff, HearingStep};
use eop_core::kernel::clock::Timestamp;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use tokio::time::Instant;

use crate::metrics::Of;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Cut {
    service: String,
    of: &'static str,
}

/// The metrics of all services of a process.
#[derive(Clone, Debug)]
pub(super) struct Families {
    heard: Family<Cut, Counter>,
    passed_over: Family<Of, Counter>,
    delay: Family<Of, Histogram, fn() -> Histogram>,
}

impl Families {
    pub(super) fn registered(registry: &mut Registry) -> Self {
        // From 5 ms to 80 s.
        let seconds: fn() -> Histogram = || Histogram::new(exponential_buckets(0.005, 2.0, 15));
        let all = Self {
            heard: Family::default(),
            passed_over: Family::default(),
            delay: Family::new_with_constructor(seconds),
        };
        registry.register("eop_revocations_heard", "Times that access tokens ended early", all.heard.clone());
        registry.register(
            "eop_revocations_passed_over",
            "Messages about sessions that cannot be read",
            all.passed_over.clone(),
        );
        let help = "From the end of a session or a change of roles to the moment when its tokens are refused";
        registry.register_with_unit("eop_revocations_delay", help, Unit::Seconds, all.delay.clone());
        all
    }

    pub(super) fn of(self, service: &str) -> Metrics {
        let of = Of::service(service);
        // Visible before there are any.
        for what in ["session", "account"] {
            drop(self.heard.get_or_create(&Cut { service: service.to_owned(), of: what }));
        }
        drop((self.passed_over.get_or_create(&of), self.delay.get_or_create(&of)));
        Metrics { families: self, service: service.to_owned(), of }
    }
}

/// The metrics of one service.
#[derive(Debug)]
pub(super) struct Metrics {
    families: Families,
    service: String,
    of: Of,
}

impl Metrics {
    pub(super) fn count(&self, step: &HearingStep, now: Timestamp) {
        for (what, at) in &step.cut {
            let of = match what {
                CutOff::Session(_) => "session",
                CutOff::Account { .. } => "account",
            };
            self.families.heard.get_or_create(&Cut { service: self.service.clone(), of }).inc();
            // A clock that was put back makes nothing younger than new.
            let delay = (now - *at).to_std().unwrap_or_default();
            self.families.delay.get_or_create(&self.of).observe(delay.as_secs_f64());
        }
        let passed_over = u64::try_from(step.passed_over).unwrap_or(u64::MAX);
        self.families.passed_over.get_or_create(&self.of).inc_by(passed_over);
    }
}

/// When everything was heard last.
#[derive(Clone, Debug)]
pub(super) struct Age(Arc<Mutex<Instant>>);

impl Age {
    pub(super) fn renew(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    pub(super) fn get(&self) -> Duration {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }
}

/// The ages of the feeds of a process, as of whenever somebody looks. Clones share them.
#[derive(Clone, Default, derive_more::Debug)]
#[debug("Ages")]
pub(super) struct Ages(Arc<Mutex<Vec<Aging>>>);

struct Aging {
    service: String,
    topic: &'static str,
    age: Age,
}

impl Ages {
    pub(super) fn registered(registry: &mut Registry) -> Self {
        let all = Self::default();
        registry.register_collector(Box::new(all.clone()));
        all
    }

    pub(super) fn of(&self, service: &str, topic: &'static str) -> Age {
        let age = Age(Arc::new(Mutex::new(Instant::now())));
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(Aging { service: service.to_owned(), topic, age: age.clone() });
        age
    }
}

impl Collector for Ages {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let help = "How long ago a feed had handed over everything that lay on its topic";
        let mut family =
            encoder.encode_descriptor("eop_feed_age", help, Some(&Unit::Seconds), MetricType::Gauge)?;
        for Aging { service, topic, age } in self.0.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let labels = [("service", service.as_str()), ("topic", *topic)];
            ConstGauge::new(age.get().as_secs_f64()).encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_age_of_a_feed_grows_until_it_is_current_again() {
        let mut registry = Registry::default();
        let ages = Ages::registered(&mut registry);
        let (order, _other) = (ages.of("order", "identity.v1"), ages.of("notification", "identity.v1"));
        tokio::time::advance(Duration::from_secs(7)).await;
        assert_eq!(order.get(), Duration::from_secs(7));
        order.renew();
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &registry).unwrap();
        for line in [
            "# TYPE eop_feed_age_seconds gauge",
            "eop_feed_age_seconds{service=\"order\",topic=\"identity.v1\"} 0.0",
            "eop_feed_age_seconds{service=\"notification\",topic=\"identity.v1\"} 7.0",
        ] {
            assert!(text.lines().any(|there| there == line), "{line} is not in {text}");
        }
    }
}
