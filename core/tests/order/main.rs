//! The use cases of orders over stores in memory, with a clock that stands still until it is moved.

#![expect(clippy::unwrap_used, reason = "test support: a failed unwrap is a failed test")]

mod act;
mod allowed;
mod bulk;
mod customers;
mod events;
mod export;
mod findable;
#[path = "../golden/mod.rs"]
mod golden;
mod life;
mod notes;
mod once;
mod outcomes;
mod place;
#[path = "../policy/mod.rs"]
mod policy;
mod races;
mod read;
mod support;
