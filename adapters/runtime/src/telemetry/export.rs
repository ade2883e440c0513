//! Export of traces over OTLP/HTTP: redacted, and quiet about a collector that is away.

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
pub(super) fn otlp(endpoint: &str) -> Result<Exporter<OtlpExporter>, ExporterBuildError> {
    let exporter = OtlpExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{}/v1/traces", endpoint.trim_end_matches('/')))
        .with_timeout(TIMEOUT)
        .build()?;
    Ok(Exporter { inner: exporter, failing: AtomicBool::new(false) })
}

/// Replaces secrets in attributes before they leave the process.
///
/// A failed export is logged when a streak of failures begins and when it is over, and then counts as
/// done: the SDK would log each one, every few seconds for as long as the collector is away.
#[derive(Debug)]
pub(super) struct Exporter<E> {
    pub(super) inner: E,
    pub(super) failing: AtomicBool,
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
