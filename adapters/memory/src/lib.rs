//! Every port of the platform in memory: the fakes that use cases are tested with, held to the same contract suites as
//! the real adapters.
//!
//! * [`Database`] – one per context, under the names [`MemoryOrders`], [`MemoryIdentity`], [`MemoryNotifications`]:
//!   store, queries and outbox over maps behind one mutex.
//! * [`MemoryInbox`], [`MemoryMailbox`], [`MemoryThrottle`], [`MemoryBus`] – working fakes of single ports.
//! * [`FixedClock`], [`SequentialIds`], [`PlainHasher`], [`PlainSecrets`], [`PlainTokens`], [`PlainSealer`],
//!   [`TablePolicy`], [`PlainTemplates`], [`ScriptedChannel`] – deterministic doubles, the `Plain…` ones readable on
//!   purpose and safe for nothing but tests.

mod access;
mod audit;
mod bus;
mod channel;
mod database;
mod identity;
mod inboxes;
mod notification;
mod once;
mod order;
mod outbox;
mod page;
mod retention;
mod secrets;
mod throttle;
mod time;
mod tokens;

pub use access::{MemoryPolicyCopy, TableMaker, TablePolicy};
pub use bus::{MemoryBus, MemoryConsumer, MemoryFeed};
pub use channel::{PlainTemplates, ScriptedChannel};
pub use database::{Change, Database, Tables};
pub use identity::{IdentityTables, MemoryIdentity};
pub use inboxes::{MemoryInbox, MemoryMailbox};
pub use notification::{MemoryNotifications, NotificationTables};
pub use order::{MemoryOrders, OrderTables};
pub use retention::Old;
pub use secrets::{PlainHasher, PlainSealer, PlainSecrets};
pub use throttle::MemoryThrottle;
pub use time::{FixedClock, SequentialIds};
pub use tokens::{PlainClients, PlainTokens};
