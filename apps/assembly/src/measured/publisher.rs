//! Publishing, counted, timed and shown in traces.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{EventPublisher, PublishError};
use eop_core::kernel::clock::Clock;
use eop_core::kernel::event::{Event, Topic};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use tokio::time::Instant;

use super::spans::Sending;
use crate::metrics::Of;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    service: String,
    topic: &'static str,
    outcome: &'static str,
}

/// How publishing an event may end, as the metrics name it.
const OUTCOMES: [&str; 3] = ["acknowledged", "unavailable", "refused"];

fn outcome_of(result: &Result<(), PublishError>) -> &'static str {
    match result {
        Ok(()) => OUTCOMES[0],
        Err(PublishError::Unavailable(_)) => OUTCOMES[1],
        Err(PublishError::Refused(_)) => OUTCOMES[2],
    }
}

/// The metrics of all publishers of a process.
#[derive(Clone, Debug)]
pub(super) struct PublisherFamilies {
    sent: Family<Labels, Counter>,
    took: Family<Of, Histogram, fn() -> Histogram>,
}

impl PublisherFamilies {
    pub(super) fn registered(registry: &mut Registry) -> Self {
        let seconds: fn() -> Histogram = || Histogram::new(exponential_buckets(0.001, 2.0, 14));
        let all = Self { sent: Family::default(), took: Family::new_with_constructor(seconds) };
        registry.register("eop_bus_sent", "Events handed to the broker, by what it said", all.sent.clone());
        let help = "From handing a batch of events to the broker to its last acknowledgement";
        registry.register_with_unit("eop_bus_publish", help, Unit::Seconds, all.took.clone());
        all
    }

    /// Those of one service. What has not happened is 0.
    pub(super) fn of(self, service: &str) -> PublisherMetrics {
        let took = self.took.get_or_create_owned(&Of::service(service));
        let metrics = PublisherMetrics { sent: self.sent, took, service: service.to_owned() };
        for topic in Topic::ALL {
            for outcome in OUTCOMES {
                drop(metrics.sent.get_or_create(&metrics.labels(topic, outcome)));
            }
        }
        metrics
    }
}

/// The metrics of one publisher.
#[derive(Debug)]
pub(super) struct PublisherMetrics {
    sent: Family<Labels, Counter>,
    took: Histogram,
    service: String,
}

impl PublisherMetrics {
    fn labels(&self, topic: Topic, outcome: &'static str) -> Labels {
        Labels { service: self.service.clone(), topic: topic.as_str(), outcome }
    }

    /// A batch is mostly of one topic and acknowledged as a whole: counted together, it costs one look-up.
    fn count(&self, topics: &[Topic], results: &[Result<(), PublishError>]) {
        let mut counts: Vec<(Topic, &'static str, u64)> = Vec::new();
        for (topic, result) in topics.iter().zip(results) {
            let outcome = outcome_of(result);
            match counts.iter_mut().find(|(of, like, _)| of == topic && *like == outcome) {
                Some((_, _, count)) => *count += 1,
                None => counts.push((*topic, outcome, 1)),
            }
        }
        for (topic, outcome, count) in counts {
            self.sent.get_or_create(&self.labels(topic, outcome)).inc_by(count);
        }
    }

    fn took(&self, time: Duration) {
        self.took.observe(time.as_secs_f64());
    }
}

/// A publisher that is measured.
pub(super) struct MeasuredPublisher {
    pub(super) inner: Arc<dyn EventPublisher>,
    pub(super) metrics: PublisherMetrics,
    pub(super) clock: Arc<dyn Clock>,
}

#[async_trait]
impl EventPublisher for MeasuredPublisher {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        let topics: Vec<Topic> = events.iter().map(|event| event.topic).collect();
        let recorded = Sending::recorded(&events);
        let (begun, begun_at) = (Instant::now(), self.clock.now());
        let results = self.inner.publish(events).await;
        self.metrics.took(begun.elapsed());
        self.metrics.count(&topics, &results);
        for sending in recorded {
            sending.end(&self.metrics.service, &results, (begun_at, self.clock.now()));
        }
        results
    }

    async fn is_available(&self) -> bool {
        self.inner.is_available().await
    }
}
