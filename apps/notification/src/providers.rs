//! How the providers are doing, for readiness and the metrics.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use eop_assembly::Host;
use eop_core::kernel::clock::Clock;
use eop_core::notification::model::health::ProviderState;
use eop_core::notification::port::NotificationChannel;
use eop_core::notification::service::providers::{ProviderReport, Providers};
use eop_http::ops::{Criticality, ReadinessCheck};
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;

/// A provider of notifications: while it is down, others send in its place, or deliveries are retried.
pub(crate) struct ProviderCheck {
    pub(crate) sender: Arc<dyn NotificationChannel>,
    pub(crate) providers: Arc<Providers>,
    pub(crate) clock: Arc<dyn Clock>,
}

#[async_trait]
impl ReadinessCheck for ProviderCheck {
    fn name(&self) -> &str {
        self.sender.provider()
    }

    fn criticality(&self) -> Criticality {
        Criticality::Degraded
    }

    async fn check(&self) -> Result<(), String> {
        let reports = self.providers.reports(self.clock.now());
        if let Some(open) = reports.iter().find(|one| one.provider == self.name()).and_then(open) {
            return Err(open);
        }
        if self.sender.is_available().await { Ok(()) } else { Err("the provider does not answer".to_owned()) }
    }
}

/// What is to say of a provider whose breaker is open.
fn open(report: &ProviderReport) -> Option<String> {
    let since = report.open_since?;
    let last = report.last_failure.as_ref().map_or("nothing", |failure| &failure.detail);
    Some(format!("it failed so often that since {since:?} it is only probed; it last said: {last}"))
}

/// The health of all providers, as of whenever somebody looks.
#[derive(derive_more::Debug)]
#[debug("ProviderHealth")]
struct ProviderHealth {
    providers: Vec<Arc<Providers>>,
    clock: Arc<dyn Clock>,
}

/// Registers the health of all providers at `host`.
pub(crate) fn register(host: &Host, providers: &[Arc<Providers>], clock: &Arc<dyn Clock>) {
    let all = ProviderHealth { providers: providers.to_vec(), clock: Arc::clone(clock) };
    host.register("notification", |registry| registry.register_collector(Box::new(all)));
}

impl Collector for ProviderHealth {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), fmt::Error> {
        let now = self.clock.now();
        let reports: Vec<_> = self.providers.iter().flat_map(|channel| channel.reports(now)).collect();
        let help = "1 while a provider failed so often that it is only probed, 0 while it is asked";
        let mut family = encoder.encode_descriptor("eop_provider_open", help, None, MetricType::Gauge)?;
        for report in &reports {
            let labels = [("channel", report.channel.as_str()), ("provider", report.provider.as_str())];
            let is_open = i64::from(report.state != ProviderState::Closed);
            ConstGauge::new(is_open).encode(family.encode_family(&labels)?)?;
        }
        let help = "Messages that went on to another provider because this one did not take them";
        let mut family =
            encoder.encode_descriptor("eop_provider_passed_on", help, None, MetricType::Counter)?;
        for report in &reports {
            let labels = [("channel", report.channel.as_str()), ("provider", report.provider.as_str())];
            ConstCounter::new(report.passed_on).encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }
}
