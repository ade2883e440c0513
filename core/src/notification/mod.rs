//! Notification: who is told what, on which channels, and how every attempt went.

pub mod command;
pub mod error;
pub mod event;
pub mod model;
pub mod port;
pub mod service;
