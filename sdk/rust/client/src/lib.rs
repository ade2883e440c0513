//! Client of the Enterprise Order Platform.
//!
//! [`Platform`] has every operation of the documents as a method; what is sent and answered is in [`types`]. The README has an
//! example and says what the SDK does by itself.

mod config;
mod each;
mod edit;
mod error;
mod events;
#[rustfmt::skip]
#[expect(unused_imports, reason = "its prelude names the client, which Platform stands for")]
mod generated;
mod money;
mod operations;
mod platform;
mod repeat;
mod session;
mod transport;
mod webhook;

pub use config::{Config, Credentials};
pub use each::{Each, List, each};
pub use edit::{edit, etag_of};
pub use error::{ApiError, Error, Kind};
pub use events::{InboxEvents, WithId};
pub use generated::{ByteStream, ResponseValue, builder, types};
pub use money::{NoAmount, decimal_of, money_of};
pub use platform::Platform;
pub use webhook::{WebhookRefused, verify_webhook};

/// The version of this SDK, which is that of the interface it was made from.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
