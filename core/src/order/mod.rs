//! Orders and their life cycle.

pub mod command;
pub mod error;
pub mod event;
pub mod model;
pub mod port;
pub mod service;
