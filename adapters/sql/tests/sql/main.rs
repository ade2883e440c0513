//! Tests over both engines, in one program because they share their databases' set-up.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
#![expect(clippy::disallowed_methods, reason = "each test waits for the tasks that it starts")]

mod batches;
mod committer;
mod connection;
mod contract;
mod future;
mod guard;
mod herald;
mod line;
mod lists;
mod outbox;
mod retention;
mod rooms;
mod rows;
mod schema;
mod silence;
mod spans;
mod support;
mod throttle;
