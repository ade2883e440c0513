//! What is seen of the policy by which a service decides.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use eop_core::kernel::commit::Version;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::{Registry, Unit};
use tokio::time::Instant;

/// The policy in use by one service. Clones share it.
#[derive(Clone, Debug)]
pub(super) struct Metrics(Arc<State>);

#[derive(Debug)]
struct State {
    service: String,
    /// 0 while it is the one that the platform ships with.
    version: AtomicU64,
    refused: AtomicU64,
    looked_at: Mutex<Instant>,
}

impl Metrics {
    /// The policy was seen, and is in use.
    pub(super) fn looked(&self) {
        *self.0.looked_at.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    pub(super) fn installed(&self, version: Version) {
        self.0.version.store(version.0, Ordering::Relaxed);
    }

    /// No policy could be made of what was seen.
    pub(super) fn refused(&self) {
        self.0.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// How long ago the policy was seen last.
    pub(super) fn age(&self) -> Duration {
        self.0.looked_at.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }
}

/// Those of a process. Clones share them.
#[derive(Clone, Default, derive_more::Debug)]
#[debug("States")]
pub(super) struct States(Arc<Mutex<Vec<Metrics>>>);

impl States {
    pub(super) fn registered(registry: &mut Registry) -> Self {
        let all = Self::default();
        registry.register_collector(Box::new(all.clone()));
        all
    }

    pub(super) fn of(self, service: &str) -> Metrics {
        let one = Metrics(Arc::new(State {
            service: service.to_owned(),
            version: AtomicU64::new(0),
            refused: AtomicU64::new(0),
            looked_at: Mutex::new(Instant::now()),
        }));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(one.clone());
        one
    }
}

impl Collector for States {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let help = "The version of the policy in use; 0 for the one that the platform ships with";
        let mut family = encoder.encode_descriptor("eop_policy_version", help, None, MetricType::Gauge)?;
        for Metrics(state) in all.iter() {
            let version = i64::try_from(state.version.load(Ordering::Relaxed)).unwrap_or(i64::MAX);
            let labels = [("service", state.service.as_str())];
            ConstGauge::new(version).encode(family.encode_family(&labels)?)?;
        }
        let help = "How long ago the policy in use was seen to be that of the platform";
        let mut family =
            encoder.encode_descriptor("eop_policy_age", help, Some(&Unit::Seconds), MetricType::Gauge)?;
        for metrics in all.iter() {
            let labels = [("service", metrics.0.service.as_str())];
            ConstGauge::new(metrics.age().as_secs_f64()).encode(family.encode_family(&labels)?)?;
        }
        let help = "Policies that could not be used, so that the one before stays";
        let mut family = encoder.encode_descriptor("eop_policy_refused", help, None, MetricType::Counter)?;
        for Metrics(state) in all.iter() {
            let labels = [("service", state.service.as_str())];
            ConstCounter::new(state.refused.load(Ordering::Relaxed))
                .encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_in_use_is_seen_and_how_old_it_is() {
        let mut registry = Registry::default();
        let states = States::registered(&mut registry);
        let (order, _other) = (states.clone().of("order"), states.of("user"));
        tokio::time::advance(Duration::from_secs(7)).await;
        order.looked();
        order.installed(Version(3));
        order.refused();
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &registry).unwrap();
        for line in [
            "eop_policy_version{service=\"order\"} 3",
            "eop_policy_version{service=\"user\"} 0",
            "eop_policy_age_seconds{service=\"order\"} 0.0",
            "eop_policy_age_seconds{service=\"user\"} 7.0",
            "eop_policy_refused_total{service=\"order\"} 1",
        ] {
            assert!(text.lines().any(|there| there == line), "{line} is not in {text}");
        }
    }
}
