//! The shared kernel: small types that mean the same in every context.

pub mod access;
pub mod actor;
pub mod audit;
pub mod bus;
pub mod clock;
pub(crate) mod code;
pub mod commit;
pub mod email;
pub mod error;
pub mod event;
mod event_data;
pub mod id;
pub mod money;
pub mod network;
pub mod number;
pub mod outbox;
pub mod pace;
pub mod page;
pub mod pipeline;
pub mod refusals;
pub mod relay;
pub mod sealed;
pub mod text;
pub mod throttle;
pub mod trace;
pub mod validation;
pub mod world;
