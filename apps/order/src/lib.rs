//! The order service: places orders and moves them through their life.
//!
//! * [`api`] – the HTTP interface: types and handlers, one module per resource.

pub mod api;
