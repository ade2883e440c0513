//! The HTTP interface of the user service, over memory.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod access;
mod audit;
mod clients;
mod decisions;
mod keys;
mod links;
mod me;
mod openapi;
mod outbox;
mod problems;
mod registration;
mod roles;
mod sessions;
mod signing_in;
mod system;
mod tokens;
mod users;
mod world;
