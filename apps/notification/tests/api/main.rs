//! The HTTP interface of the notification service, over memory.
#![expect(clippy::unwrap_used, reason = "the helpers of tests are not tests themselves")]

mod access;
mod audit;
mod dead_letters;
mod deliveries;
mod inbox;
mod mailbox;
mod notifications;
mod openapi;
mod outbox;
mod problems;
mod providers;
mod stream;
mod system;
mod world;
