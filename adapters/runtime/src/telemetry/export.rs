//! Export of traces over OTLP/HTTP: redacted, each span as of its service, and quiet about a collector that is away.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use opentelemetry::KeyValue;
use opentelemetry_otlp::{ExporterBuildError, Protocol, SpanExporter as OtlpExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{SpanData, SpanExporter};

use crate::redact::{REDACTED, is_secret_name};

/// Longest time for one request to the collector. It runs on the exporter's own thread.
const TIMEOUT: Duration = Duration::from_secs(5);

/// An exporter to the collector at this address, e.g. `http://otel-collector:4318`. Does not connect.
pub(super) fn otlp(endpoint: &str) -> Result<OtlpExporter, ExporterBuildError> {
    OtlpExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{}/v1/traces", endpoint.trim_end_matches('/')))
        .with_timeout(TIMEOUT)
        .build()
}

/// The field of a span that names its service.
const SERVICE: &str = "service";
/// The attribute of a resource that names it (OpenTelemetry's resource conventions).
const SERVICE_NAME: &str = "service.name";

/// Exports the spans of each service in the process as that service's: who looks at traces should not have to know which of
/// them share a process.
#[derive(Debug)]
pub(super) struct ByService<E> {
    process: Exporter<E>,
    services: Vec<(String, Exporter<E>)>,
}

impl<E> ByService<E> {
    /// Exporters for what names one of `services`, and one for the rest.
    pub(super) fn new<F>(services: &[&str], mut exporter: impl FnMut() -> Result<E, F>) -> Result<Self, F> {
        let failing = Arc::new(AtomicBool::new(false));
        let mut make = || Ok(Exporter { inner: exporter()?, failing: Arc::clone(&failing) });
        let process = make()?;
        let services =
            services.iter().map(|service| Ok(((*service).to_owned(), make()?))).collect::<Result<_, F>>()?;
        Ok(Self { process, services })
    }

    /// The service that a span is of, by its place.
    fn service_of(&self, span: &SpanData) -> Option<usize> {
        let named = span.attributes.iter().find(|attribute| attribute.key.as_str() == SERVICE)?;
        self.services.iter().position(|(service, _)| *service == named.value.as_str())
    }
}

impl<E: SpanExporter> SpanExporter for ByService<E> {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        let mut process = Vec::new();
        let mut services: Vec<Vec<SpanData>> = self.services.iter().map(|_| Vec::new()).collect();
        for span in batch {
            match self.service_of(&span) {
                Some(place) => services[place].push(span),
                None => process.push(span),
            }
        }
        for (spans, (_, exporter)) in services.into_iter().zip(&self.services) {
            if !spans.is_empty() {
                exporter.export(spans).await?;
            }
        }
        if process.is_empty() { Ok(()) } else { self.process.export(process).await }
    }

    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        let all = self.services.iter().map(|(_, exporter)| exporter).chain([&self.process]);
        all.map(|exporter| exporter.shutdown_with_timeout(timeout)).fold(Ok(()), Result::and)
    }

    fn force_flush(&self) -> OTelSdkResult {
        let all = self.services.iter().map(|(_, exporter)| exporter).chain([&self.process]);
        all.map(Exporter::force_flush).fold(Ok(()), Result::and)
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.process.set_resource(resource);
        for (service, exporter) in &mut self.services {
            let others = resource.iter().filter(|(key, _)| key.as_str() != SERVICE_NAME);
            let others = others.map(|(key, value)| KeyValue::new(key.clone(), value.clone()));
            let name = KeyValue::new(SERVICE_NAME, format!("eop-{service}"));
            exporter.set_resource(
                &Resource::builder_empty().with_attributes(others).with_attribute(name).build(),
            );
        }
    }
}

/// Replaces secrets in attributes before they leave the process.
///
/// A failed export is logged when a streak of failures begins and when it is over, and then counts as
/// done: the SDK would log each one, every few seconds for as long as the collector is away.
#[derive(Debug)]
pub(super) struct Exporter<E> {
    pub(super) inner: E,
    /// Shared by all exporters to one collector.
    pub(super) failing: Arc<AtomicBool>,
}

impl<E: SpanExporter> SpanExporter for Exporter<E> {
    async fn export(&self, mut batch: Vec<SpanData>) -> OTelSdkResult {
        for span in &mut batch {
            redact(&mut span.attributes);
            span.events.events.iter_mut().for_each(|event| redact(&mut event.attributes));
        }
        match self.inner.export(batch).await {
            Ok(()) if self.failing.swap(false, Ordering::Relaxed) => {
                tracing::info!("traces are exported again");
            }
            Err(error) if !self.failing.swap(true, Ordering::Relaxed) => {
                tracing::warn!(%error, "traces cannot be exported and are dropped until the collector answers");
            }
            Ok(()) | Err(_) => {}
        }
        Ok(())
    }

    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.inner.shutdown_with_timeout(timeout)
    }

    fn force_flush(&self) -> OTelSdkResult {
        self.inner.force_flush()
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.inner.set_resource(resource);
    }
}

fn redact(attributes: &mut [KeyValue]) {
    for attribute in attributes.iter_mut().filter(|attribute| is_secret_name(attribute.key.as_str())) {
        attribute.value = REDACTED.into();
    }
}
