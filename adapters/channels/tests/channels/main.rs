//! The channels against what they talk to: a mail server that does as it is told, and the stores in memory.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod contract;
mod email;
mod failures;
mod fixture;
mod smtp_server;
mod switchable;
mod tls;
