//! Reading from the bus, counted, with how long events were on their way.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, EventConsumer, Position, Received};
use eop_core::kernel::clock::Clock;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    service: String,
    topic: &'static str,
}

/// The metrics of all consumers of a process.
#[derive(Clone, Debug)]
pub(super) struct ConsumerFamilies {
    consumed: Family<Labels, Counter>,
    delay: Family<Labels, Histogram, fn() -> Histogram>,
}

impl ConsumerFamilies {
    pub(super) fn registered(registry: &mut Registry) -> Self {
        // From 5 ms to 3 min.
        let seconds: fn() -> Histogram = || Histogram::new(exponential_buckets(0.005, 2.0, 16));
        let all = Self { consumed: Family::default(), delay: Family::new_with_constructor(seconds) };
        registry.register("eop_bus_consumed", "Messages read from the bus", all.consumed.clone());
        let help = "From what happened to the moment when a consumer has its event in hand";
        registry.register_with_unit("eop_bus_delay", help, Unit::Seconds, all.delay.clone());
        all
    }

    pub(super) fn of(self, service: &str) -> ConsumerMetrics {
        ConsumerMetrics { families: self, service: service.to_owned() }
    }
}

/// The metrics of one consumer.
#[derive(Debug)]
pub(super) struct ConsumerMetrics {
    families: ConsumerFamilies,
    service: String,
}

/// A consumer that is measured.
pub(super) struct MeasuredConsumer {
    pub(super) inner: Arc<dyn EventConsumer>,
    pub(super) metrics: ConsumerMetrics,
    pub(super) clock: Arc<dyn Clock>,
}

#[async_trait]
impl EventConsumer for MeasuredConsumer {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Vec<Received>, BusError> {
        let messages = self.inner.poll(limit, wait).await?;
        let now = self.clock.now();
        let families = &self.metrics.families;
        for message in &messages {
            let topic = message.position.topic.as_str();
            let labels = Labels { service: self.metrics.service.clone(), topic };
            families.consumed.get_or_create(&labels).inc();
            if let Ok(event) = &message.content {
                // A clock that was put back makes no event younger than new.
                let delay = (now - event.occurred_at).to_std().unwrap_or_default();
                families.delay.get_or_create(&labels).observe(delay.as_secs_f64());
            }
        }
        Ok(messages)
    }

    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError> {
        self.inner.acknowledge(positions).await
    }

    async fn lag(&self) -> Option<u64> {
        self.inner.lag().await
    }

    async fn close(&self) {
        self.inner.close().await;
    }
}
