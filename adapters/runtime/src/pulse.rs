//! Whether background loops get anywhere.
//!
//! A loop that waits for ever says nothing: no error, no log line, and metrics that it writes stand still. So each loop has
//! a pulse, and whoever scrapes metrics or asks for readiness sees how long it has been overdue.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Unit;
use tokio::time::Instant;

/// The progress of one loop. Clones share it.
#[derive(Clone, Debug)]
pub struct Pulse(Arc<Mutex<Instant>>);

impl Default for Pulse {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }
}

impl Pulse {
    /// The loop got on, and now pauses for `pause` at most.
    pub fn beat(&self, pause: Duration) {
        *lock(&self.0) = Instant::now() + pause;
    }

    /// How long ago the loop got on, its planned pause not counted.
    #[must_use]
    pub fn age(&self) -> Duration {
        Instant::now().saturating_duration_since(*lock(&self.0))
    }
}

/// The loops of a process. Clones share them.
#[derive(Clone, Default)]
pub struct Pulses(Arc<Mutex<Vec<Loop>>>);

struct Loop {
    service: String,
    name: String,
    pulse: Pulse,
}

impl Pulses {
    /// The pulse of a further loop, such as `relay` of the service `order`.
    #[must_use]
    pub fn of(&self, service: &str, name: &str) -> Pulse {
        let pulse = Pulse::default();
        let one = Loop { service: service.to_owned(), name: name.to_owned(), pulse: pulse.clone() };
        lock(&self.0).push(one);
        pulse
    }

    /// The loops of `service` that got nowhere for longer than `limit`, and for how long.
    #[must_use]
    pub fn stuck(&self, service: &str, limit: Duration) -> Vec<(String, Duration)> {
        let loops = lock(&self.0);
        let own = loops.iter().filter(|one| one.service == service);
        own.map(|one| (one.name.clone(), one.pulse.age())).filter(|(_, age)| *age > limit).collect()
    }
}

impl fmt::Debug for Pulses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let loops = lock(&self.0);
        f.debug_list().entries(loops.iter().map(|one| format!("{} {}", one.service, one.name))).finish()
    }
}

impl Collector for Pulses {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let help = "How long ago a background loop got on, its planned pause not counted";
        let mut family = encoder.encode_descriptor(
            "eop_loop_progress_age",
            help,
            Some(&Unit::Seconds),
            MetricType::Gauge,
        )?;
        for one in lock(&self.0).iter() {
            let labels = [("service", one.service.as_str()), ("loop", one.name.as_str())];
            ConstGauge::new(one.pulse.age().as_secs_f64()).encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use prometheus_client::registry::Registry;
    use tokio::time::advance;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_loop_is_stuck_when_it_is_overdue() {
        let pulses = Pulses::default();
        let (relay, purge) = (pulses.of("order", "relay"), pulses.of("order", "purge"));
        let _other = pulses.of("user", "relay");
        relay.beat(Duration::ZERO);
        purge.beat(Duration::from_mins(1));
        advance(Duration::from_secs(20)).await;
        let limit = Duration::from_secs(15);
        assert_eq!(pulses.stuck("order", limit), [("relay".to_owned(), Duration::from_secs(20))]);
        let mut registry = Registry::default();
        registry.register_collector(Box::new(pulses.clone()));
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &registry).unwrap();
        for line in [
            "# TYPE eop_loop_progress_age_seconds gauge",
            "eop_loop_progress_age_seconds{service=\"order\",loop=\"relay\"} 20.0",
            "eop_loop_progress_age_seconds{service=\"order\",loop=\"purge\"} 0.0",
        ] {
            assert!(text.lines().any(|there| there == line), "{line} is not in {text}");
        }
        relay.beat(Duration::ZERO);
        assert_eq!(pulses.stuck("order", limit), []);
        advance(Duration::from_secs(56)).await;
        assert_eq!(pulses.stuck("order", limit).len(), 2, "the pause is over too");
    }
}
