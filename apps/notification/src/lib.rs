//! The notification service: turns events into notifications and follows every delivery to its last attempt.
//!
//! * [`api`] – the HTTP interface: types and handlers, one module per resource.

pub mod api;
