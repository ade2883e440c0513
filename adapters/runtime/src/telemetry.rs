//! Logs and traces of a process.
//!
//! Every span of `INFO` and above is a trace span with valid ids, whether or not anything is exported, so
//! that log lines, problem bodies, outbox rows and message headers can name the trace. `EOP_LOG` decides
//! which events are written, not which spans exist. Lines go to standard error: what a command prints is
//! never mixed with them.
//!
//! Fields whose name means a secret (`password`, `authorization`, `refresh_token`, …) are written as
//! `[redacted]`, in lines of either format and in exported spans.

mod export;
mod json;
mod pretty;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::IsTerminal;
use std::sync::Arc;
use std::time::Duration;

use opentelemetry::KeyValue;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider, TracerProviderBuilder};
use tracing::level_filters::LevelFilter;
use tracing::{Metadata, Subscriber};
use tracing_subscriber::filter::{FilterExt, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, Registry, fmt};

use crate::config::{DEFAULT_FILTER, LogConfig, LogFormat, TelemetryConfig};
use crate::kept::Kept;

/// Longest time for the last spans to leave at the end of the process.
const FLUSH_DEADLINE: Duration = Duration::from_secs(3);

/// Crates whose spans would only describe the export of other spans.
const UNTRACED: [&str; 5] = ["opentelemetry", "reqwest", "hyper", "h2", "rustls"];

/// Why telemetry could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The log filter is not one.
    #[error(
        "EOP_LOG: {filter:?} is not a log filter; set it to a level, or directives such as info,eop_sql=debug"
    )]
    Filter {
        /// The filter as it was given.
        filter: String,
        /// What the parser says.
        source: tracing_subscriber::filter::ParseError,
    },
    /// The exporter cannot be built from this endpoint.
    #[error(
        "OTEL_EXPORTER_OTLP_ENDPOINT: traces cannot be exported to {endpoint}; set it to a URL such as http://otel-collector:4318"
    )]
    Exporter {
        /// The endpoint, password masked.
        endpoint: String,
        /// What the exporter says.
        source: opentelemetry_otlp::ExporterBuildError,
    },
    /// This process has its telemetry already.
    #[error("telemetry is already set up in this process")]
    Twice(#[from] tracing_subscriber::util::TryInitError),
}

/// The program that logs and traces are of.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// Its name, unless the configuration has another one.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// The services in it, if several share the process: a span with the field `service` is exported as of `eop-` and that
    /// name, as it is where the service has a process of its own.
    pub services: &'a [&'a str],
}

/// The logs and traces of this process. Dropping it exports what is left, as [`Telemetry::shutdown`] does.
#[derive(Debug)]
pub struct Telemetry {
    provider: SdkTracerProvider,
    kept: Option<Kept>,
}

impl Telemetry {
    /// Sets up logs and traces for the whole process.
    ///
    /// Does not connect to the collector, so that a process starts without one.
    ///
    /// # Errors
    /// When the filter or the endpoint is wrong, or when it was called before.
    pub fn start(
        program: Program<'_>,
        log: &LogConfig,
        traces: &TelemetryConfig,
    ) -> Result<Self, TelemetryError> {
        Self::start_with_file(program, log, traces, None)
    }

    /// The same, and what is usual (`info`) goes to `file` too, as JSON, whatever the terminal is to show.
    ///
    /// # Errors
    /// As [`Telemetry::start`].
    pub fn start_with_file(
        program: Program<'_>,
        log: &LogConfig,
        traces: &TelemetryConfig,
        file: Option<File>,
    ) -> Result<Self, TelemetryError> {
        let program = match traces.service_name.as_deref() {
            // Who gives the process a name means all of it.
            Some(name) => Program { name, services: &[], ..program },
            None => program,
        };
        let service = program.name;
        let kept = traces.console.then(Kept::default);
        let telemetry = Self { provider: tracer_provider(program, traces, kept.as_ref())?, kept };
        let mut lines = vec![lines(service, log, std::io::stderr)?];
        let as_json = |filter: &str| LogConfig { filter: filter.to_owned(), format: LogFormat::Json };
        if let Some(file) = file {
            lines.push(self::lines(service, &as_json(DEFAULT_FILTER), Arc::new(file))?);
        }
        if let Some(kept) = &telemetry.kept {
            lines.push(self::lines(service, &as_json("warn"), kept.lines.clone())?);
        }
        subscriber(service, lines, &telemetry.provider).try_init()?;
        opentelemetry::global::set_text_map_propagator(TraceContextPropagator::new());
        opentelemetry::global::set_tracer_provider(telemetry.provider.clone());
        Ok(telemetry)
    }

    /// What is remembered of traces and of troubles, if anything is.
    #[must_use]
    pub fn kept(&self) -> Option<Kept> {
        self.kept.clone()
    }

    /// Exports what is left, waiting no longer than 3 s, and ends tracing. Blocks the thread.
    pub fn shutdown(self) {
        drop(self);
    }
}

impl Drop for Telemetry {
    fn drop(&mut self) {
        if let Err(error) = self.provider.shutdown_with_timeout(FLUSH_DEADLINE) {
            tracing::warn!(%error, "the last spans could not be exported");
        }
    }
}

fn tracer_provider(
    program: Program<'_>,
    traces: &TelemetryConfig,
    kept: Option<&Kept>,
) -> Result<SdkTracerProvider, TelemetryError> {
    let resource = Resource::builder()
        .with_service_name(program.name.to_owned())
        .with_attribute(KeyValue::new("service.version", program.version.to_owned()))
        .build();
    // For nobody nothing is recorded, which would cost as much as for a collector; the ids are there all the same.
    let is_wanted = traces.otlp_endpoint.is_some() || kept.is_some();
    let root = if is_wanted { Sampler::TraceIdRatioBased(traces.sample_ratio) } else { Sampler::AlwaysOff };
    // Traces that began elsewhere keep the choice that was made there.
    let sampler = Sampler::ParentBased(Box::new(root));
    let builder: TracerProviderBuilder =
        SdkTracerProvider::builder().with_resource(resource).with_sampler(sampler);
    let builder = match kept {
        Some(kept) => builder.with_span_processor(kept.traces.clone()),
        None => builder,
    };
    let Some(endpoint) = &traces.otlp_endpoint else {
        return Ok(builder.build());
    };
    let exporter = export::ByService::new(program.services, || export::otlp(endpoint.expose()))
        .map_err(|source| TelemetryError::Exporter { endpoint: endpoint.to_string(), source })?;
    Ok(builder.with_batch_exporter(exporter).build())
}

/// Lines that some layer writes.
type Lines = Box<dyn Layer<Registry> + Send + Sync>;

/// The subscriber that writes these lines and traces.
fn subscriber(
    service: &str,
    lines: Vec<Lines>,
    provider: &SdkTracerProvider,
) -> impl Subscriber + Send + Sync + use<> {
    let spans = tracing_opentelemetry::layer()
        .with_tracer(provider.tracer(service.to_owned()))
        .with_location(false)
        .with_threads(false)
        .with_target(false)
        .with_tracked_inactivity(false)
        .with_filter(filter_fn(is_exported).with_max_level_hint(LevelFilter::INFO));
    Registry::default().with(lines).with(spans)
}

/// The lines for these settings, written to `writer`.
fn lines<W>(service: &str, log: &LogConfig, writer: W) -> Result<Lines, TelemetryError>
where
    W: for<'writer> MakeWriter<'writer> + Send + Sync + 'static,
{
    let filter = EnvFilter::builder()
        .parse(&log.filter)
        .map_err(|source| TelemetryError::Filter { filter: log.filter.clone(), source })?;
    // Spans are kept in any case: the lines of a request need its id even when only errors are logged.
    let filter = filter.or(filter_fn(is_traced).with_max_level_hint(LevelFilter::INFO));
    Ok(match log.format {
        LogFormat::Json => json::JsonLines::new(service, writer).with_filter(filter).boxed(),
        LogFormat::Pretty => {
            let on_terminal = std::io::stderr().is_terminal();
            let layer = fmt::layer().fmt_fields(pretty::fields()).event_format(pretty::Lines { on_terminal });
            // To complain of an error that closed is to write to it, and to panic.
            let layer = layer.log_internal_errors(false);
            layer.with_ansi(false).with_writer(writer).with_filter(filter).boxed()
        }
    })
}

/// Spans that are part of traces.
fn is_traced(metadata: &Metadata<'_>) -> bool {
    metadata.is_span() && is_exported(metadata)
}

/// Spans that are part of traces, and events that are recorded in them.
fn is_exported(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    *metadata.level() <= tracing::Level::INFO && !UNTRACED.iter().any(|untraced| target.starts_with(untraced))
}
