//! The notification service: turns events into notifications and follows every delivery to its last attempt.
//!
//! * [`api`] – the HTTP interface: types and handlers, one module per resource.
//! * [`watch`] – who watches which inbox, and what wakes them.
//! * [`wiring`] – the adapters of a running service.
//! * `consumer` – the loop that reads events; `dispatcher` – the loops that send; `aside` – the one that looks at what could
//!   not be read; `providers` – how those who send are doing.

pub mod api;
mod aside;
mod consumer;
mod dispatcher;
mod measured;
mod providers;
pub mod watch;
pub mod wiring;

/// The version of this build.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The usual port.
pub const PORT: u16 = 8082;
