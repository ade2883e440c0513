//! The domain of the Enterprise Order Platform: rules, use cases and the ports they need.
//!
//! # Code map
//!
//! * [`kernel`] – what every context shares: ids, time, money, actors and access, errors, events,
//!   the [`Commit`](kernel::commit::Commit) value, outbox and bus ports.
//! * [`identity`] – accounts, credentials, sessions, roles.
//! * [`order`] – orders and their life cycle.
//! * [`notification`] – recipients, notifications, deliveries and attempts.
//!
//! Each context has the same six files: `model`, `command`, `event`, `error`, `port`, `service`.
//!
//! # Invariants
//!
//! * No I/O, no framework, no executor: everything outside is reached through a port.
//! * A use case loads, decides in pure code, and hands its store ONE commit. There is no open
//!   transaction anywhere in this crate.
//! * What leaves a context, in an event or in a stored answer, is a snapshot type of its own.
//! * A context names another one only through that context's `event` module.
//! * Only the [`Relay`](kernel::relay::Relay) publishes events; a use case puts them into its commit.
#![deny(missing_docs, clippy::future_not_send)]

pub mod identity;
pub mod kernel;
pub mod notification;
pub mod order;
