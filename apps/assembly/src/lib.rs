//! What the service apps share when they are put together, so that each `wiring.rs` names only what is its own.
//!
//! # Code map
//!
//! * [`host`] – what a process gives to the services in it: lifecycle, metrics, clock, ids, spans.
//! * [`bus`] – the broker that the settings name.
//! * [`console`] – what a service remembers of its own work, for operators.
//! * [`crash`] – points at which a test lets a process die.
//! * [`database`] – a service's database, migrated and watched.
//! * [`relay`] – the relay of a service as a background task.
//! * [`retention`] – forgetting what was kept long enough, as a background task.
//! * [`revocations`] – hearing at once which access tokens are good no more.
//! * [`settings`] – everything that can be set, section by section.
//! * [`tokens`] – verifying access tokens.
//! * [`checks`] – the parts that readiness asks.
//! * `lease` – giving back what a stopping process holds.
//! * [`audit`] – the audit log, for whoever may read it.
//! * [`outbox`] – the operators' interface of the outbox.
//! * [`parked`] – readiness of an outbox with events that an operator must decide about.
//! * [`part`] – the names of these parts.
//! * [`policy`] – taking the policy over while the service runs.
//! * [`program`] – the program around one service: arguments, settings, logs, listener, shutdown.
//! * [`spans`] – spans that continue the trace of an event.

pub mod audit;
pub mod bus;
pub mod checks;
pub mod console;
pub mod crash;
pub mod database;
pub mod host;
mod lease;
pub mod measured;
mod metrics;
pub mod outbox;
pub mod parked;
pub mod part;
pub mod policy;
pub mod program;
pub mod relay;
pub mod retention;
pub mod revocations;
pub mod settings;
pub mod spans;
pub mod tokens;

pub use bus::Bus;
pub use host::Host;
