//! The HTTP interface of the order service, over memory.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod access;
mod actions;
mod amending;
mod audit;
mod bulk;
mod export;
mod notes;
mod openapi;
mod outbox;
mod placing;
mod problems;
mod reading;
mod system;
mod world;
