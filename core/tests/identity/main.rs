//! The use cases of identity over stores in memory, with a clock that stands still until it is moved.

#![expect(clippy::unwrap_used, reason = "test support: a failed unwrap is a failed test")]

mod accounts;
mod admin;
mod cut_offs;
mod decisions;
mod events;
#[path = "../golden/mod.rs"]
mod golden;
mod keys;
mod links;
mod login;
#[path = "../policy/mod.rs"]
mod policy;
mod profile;
mod races;
mod refresh;
mod registration;
mod republish;
mod roles;
mod sessions;
mod standing;
mod support;
mod values;
