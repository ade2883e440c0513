//! Keeps orders, accounts and notifications in `PostgreSQL` or `SQLite`, by one code path.
//!
//! - [`Database`] holds the connections and the committer; one per process and database.
//! - Every change is a `ChangeSet` (`change`), a commit in the form that both engines apply. The committer (`committer`)
//!   gathers those that wait and has an engine (`engine`) write them together.
//! - Reads go through entities (`entity`), pages through `page`.

mod audit;
mod change;
mod committer;
mod database;
mod engine;
mod entity;
mod error;
mod herald;
mod identity;
mod metrics;
mod notification;
mod once;
mod order;
mod outbox;
mod page;
mod policy_copy;
mod pool;
mod private;
mod reach;
mod retention;
mod scrape;
mod settings;
mod spans;
mod table;
mod throttle;
mod time;
mod translation;
mod verdict;

pub use self::audit::SqlAudit;
pub use self::database::{ConnectError, Database};
pub use self::identity::SqlIdentity;
pub use self::notification::SqlNotifications;
pub use self::order::SqlOrders;
pub use self::outbox::SqlOutbox;
pub use self::policy_copy::SqlPolicyCopy;
pub use self::retention::SqlRetention;
pub use self::scrape::DatabaseMetrics;
pub use self::settings::SqlSettings;
pub use self::throttle::SqlThrottle;
