//! The user service: accounts, credentials, sessions, roles and signing keys.
//!
//! * [`api`] – the HTTP interface: types and handlers, one module per resource.

pub mod api;
