//! The user service: accounts, credentials, sessions, roles and signing keys.
//!
//! * [`api`] – the HTTP interface: types and handlers, one module per resource.
//! * [`wiring`] – the adapters of a running service.

pub mod api;
mod measured;
pub mod wiring;

/// The version of this build.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The usual port.
pub const PORT: u16 = 8090;
