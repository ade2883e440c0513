//! The order service: places orders and moves them through their life.
//!
//! * [`api`] – the HTTP interface: types and handlers, one module per resource.
//! * [`wiring`] – the adapters of a running service.
//! * `measured` – what happens to orders, counted.
//! * `findable` – writes what orders are found by, a moment after them.
//! * `expiry` – calls off orders that waited too long for approval.

pub mod api;
mod customers;
mod expiry;
mod findable;
mod measured;
mod open;
pub mod wiring;

/// The version of this build.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The usual port.
pub const PORT: u16 = 8081;
