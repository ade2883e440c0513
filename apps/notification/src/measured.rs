//! What the providers do, measured: a decorator of the channels.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_assembly::Host;
use eop_core::kernel::clock::Clock;
use eop_core::notification::model::{AttemptOutcome, Channel};
use eop_core::notification::port::{NotificationChannel, Outgoing, SendOutcome};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Unit;
use tokio::time::Instant;
use tracing::Instrument;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    channel: &'static str,
    provider: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OutcomeLabels {
    channel: &'static str,
    provider: String,
    outcome: &'static str,
}

type Durations = Family<Labels, Histogram, fn() -> Histogram>;

/// The metrics of all providers.
#[derive(Clone, Debug)]
pub(crate) struct ProviderMetrics {
    attempts: Family<OutcomeLabels, Counter>,
    calls: Durations,
    ages: Durations,
}

impl ProviderMetrics {
    /// Registers the metrics at `host`.
    pub(crate) fn registered(host: &Host) -> Self {
        let seconds: fn() -> Histogram = || Histogram::new(exponential_buckets(0.001, 2.0, 18));
        let durations = || Durations::new_with_constructor(seconds);
        let metrics = Self { attempts: Family::default(), calls: durations(), ages: durations() };
        host.register("notification", |registry| {
            let help = "Messages handed to a provider, by what it answered";
            registry.register("eop_delivery_attempts", help, metrics.attempts.clone());
            let help = "How long a provider took for a message, until it answered or was given up";
            registry.register_with_unit("eop_provider_call", help, Unit::Seconds, metrics.calls.clone());
            let help = "From planning a message to the moment when a provider accepted it";
            registry.register_with_unit("eop_delivery", help, Unit::Seconds, metrics.ages.clone());
        });
        metrics
    }

    /// `inner`, measured. `clock` is the one that notifications are dated by.
    pub(crate) fn of(&self, inner: Arc<dyn NotificationChannel>, clock: Arc<dyn Clock>) -> MeasuredChannel {
        let (channel, provider) = (inner.channel().as_str(), inner.provider().to_owned());
        let labels = Labels { channel, provider };
        let outcomes = AttemptOutcome::ALL.iter().map(|outcome| {
            let Labels { channel, provider } = labels.clone();
            let labels = OutcomeLabels { channel, provider, outcome: outcome.as_str() };
            (*outcome, self.attempts.get_or_create_owned(&labels))
        });
        MeasuredChannel {
            outcomes: outcomes.collect(),
            call: self.calls.get_or_create_owned(&labels),
            age: self.ages.get_or_create_owned(&labels),
            inner,
            clock,
        }
    }
}

/// A channel that is measured, and whose calls are spans of the delivery's trace.
pub(crate) struct MeasuredChannel {
    inner: Arc<dyn NotificationChannel>,
    clock: Arc<dyn Clock>,
    /// Every outcome from the start, so that what has not happened is 0.
    outcomes: Vec<(AttemptOutcome, Counter)>,
    call: Histogram,
    age: Histogram,
}

#[async_trait]
impl NotificationChannel for MeasuredChannel {
    fn channel(&self) -> Channel {
        self.inner.channel()
    }

    fn provider(&self) -> &str {
        self.inner.provider()
    }

    fn deduplicates(&self) -> bool {
        self.inner.deduplicates()
    }

    fn longest_hand_over(&self) -> Duration {
        self.inner.longest_hand_over()
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        let begun = Instant::now();
        let span = tracing::info_span!(
            "hand over",
            otel.kind = "client",
            service = "notification",
            channel = self.channel().as_str(),
            provider = self.provider(),
            outcome = tracing::field::Empty,
            otel.status_code = tracing::field::Empty,
        );
        let outcome = self.inner.send(message).instrument(span.clone()).await;
        let sort = AttemptOutcome::of(&outcome);
        span.record("outcome", sort.as_str());
        if sort == AttemptOutcome::Accepted {
            let age = (self.clock.now() - message.planned_at).to_std().unwrap_or_default();
            self.age.observe(age.as_secs_f64());
        } else {
            span.record("otel.status_code", "ERROR");
        }
        self.call.observe(begun.elapsed().as_secs_f64());
        if let Some((_, counter)) = self.outcomes.iter().find(|(known, _)| *known == sort) {
            counter.inc();
        }
        outcome
    }

    async fn is_available(&self) -> bool {
        self.inner.is_available().await
    }
}
