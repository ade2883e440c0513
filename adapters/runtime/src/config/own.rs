//! The settings of what is in this crate.

use serde::Deserialize;
use tracing_subscriber::EnvFilter;

use super::SecretUrl;
use super::key::{Check, Key};

/// What is logged unless somebody wants something else.
pub const DEFAULT_FILTER: &str = "info,opentelemetry=warn,poem=warn,sea_orm_migration=warn";

/// How log lines are written.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// One line per event for people, coloured on a terminal.
    Pretty,
    /// One JSON object per line for collectors.
    Json,
}

crate::section! {
    /// What is logged, and how.
    pub struct LogConfig in "log" {
        /// What is logged.
        pub filter: String = Key::of("EOP_LOG")
            .default(|| DEFAULT_FILTER.to_owned())
            .expects("a level, or directives such as info,eop_sql=debug")
            .check(Check::By(|filter| {
                let read = EnvFilter::builder().parse(filter);
                read.err().map(|_| "has a directive that cannot be read".to_owned())
            })),
        /// How log lines are written.
        pub format: LogFormat =
            Key::of("EOP_LOG_FORMAT").default(|| "pretty".to_owned()).expects("pretty or json"),
    }
}

crate::section! {
    /// Where traces go.
    pub struct TelemetryConfig in "telemetry" {
        /// Collector that takes traces by OTLP over HTTP; without it none are exported.
        pub otlp_endpoint: Option<SecretUrl> = Key::of("OTEL_EXPORTER_OTLP_ENDPOINT")
            .expects("a URL such as http://otel-collector:4318")
            .check(Check::Scheme(&["http", "https"])),
        /// Name of this process in logs and traces; each program has its own default.
        pub service_name: Option<String> =
            Key::of("OTEL_SERVICE_NAME").expects("a name such as eop-order"),
        /// Share of new traces that are exported; traces begun elsewhere keep their choice.
        pub sample_ratio: f64 = Key::of("EOP_TRACE_SAMPLE_RATIO")
            .default(|| "1.0".to_owned())
            .expects("0.0 to 1.0")
            .check(Check::By(|ratio| {
                let is_share = ratio.parse().is_ok_and(|ratio: f64| (0.0..=1.0).contains(&ratio));
                (!is_share).then(|| "is out of range".to_owned())
            })),
        /// Whether the process remembers an hour of figures, its last traces and troubles in memory, for the page "System"
        /// of the portal; `eop dev` does.
        pub console: bool = Key::of("EOP_CONSOLE").default(|| "false".to_owned()).expects("true or false"),
    }
}
