//! Every port of the platform in memory: the fakes that use cases are tested with, held to the same contract suites as
//! the real adapters.
//!
//! * [`Database`] – one per context, under the names [`MemoryOrders`], [`MemoryIdentity`], [`MemoryNotifications`]: store,
//!   queries and outbox over maps behind one mutex.
//! * The rest are fakes of single ports, deterministic, some with a script of what is to go wrong.

mod database;
mod identity;
mod notification;
mod once;
mod order;
mod outbox;
mod page;

pub use database::{Change, Database, Tables};
pub use identity::{IdentityTables, MemoryIdentity};
pub use notification::{MemoryNotifications, NotificationTables};
pub use order::{MemoryOrders, OrderTables};
