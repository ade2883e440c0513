//! What every process of the platform needs, whatever it serves: settings, logs and traces, start and
//! stop, background loops, and metrics about the process itself.
//!
//! The crate knows nothing of orders, users or notifications and depends on no other crate of the
//! workspace; the apps compose it with the adapters they wire. Of settings it knows its own: those of logs and traces.
//!
//! # Code map
//!
//! | module | what it does |
//! | --- | --- |
//! | [`config`] | what a setting is, and layers of them: defaults < program defaults < TOML file < environment < flags |
//! | [`telemetry`] | log lines, spans, W3C trace context, export over OTLP/HTTP, redaction |
//! | [`kept`] | what a process remembers of its own work: traces, lines of trouble, an hour of figures |
//! | [`lifecycle`] | signals, tracked tasks, one shutdown token, draining within a deadline |
//! | [`worker`] | a background loop that works, waits, and backs off |
//! | [`pulse`] | how long ago each loop got on |
//! | [`metrics`] | resident memory, CPU, file descriptors, threads, start time, build |
//!
//! # Invariants
//!
//! * Only [`config`] reads the process environment, and it does so once, at start.
//! * No `Debug`, log line, error text or row of `eop config show` contains a secret.
//! * Nothing here waits without a bound: exporting, draining and backing off all have one.

#![deny(missing_docs)]

pub mod config;
pub mod kept;
pub mod lifecycle;
pub mod metrics;
pub mod pulse;
mod redact;
pub mod telemetry;
pub mod worker;

/// What the machine calls itself in its network; empty when it has no name.
#[must_use]
pub fn machine_name() -> String {
    sysinfo::System::host_name().unwrap_or_default()
}
