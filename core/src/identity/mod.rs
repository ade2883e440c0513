//! Identity: accounts, credentials, sessions, roles and signing keys.

pub mod command;
pub mod error;
pub mod event;
pub mod model;
pub mod port;
pub mod service;
