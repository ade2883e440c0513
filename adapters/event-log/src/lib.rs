//! The event log: a durable bus inside one process, for running the whole platform without a broker.
//!
//! It keeps Kafka's model in one `redb` file: topics of six partitions chosen by key, consumer groups, and offsets that
//! are committed beside the records. Publishes and acknowledgements that arrive together share one commit and one
//! `fsync`, made by a thread of its own; readers are woken the moment it is done. What was acknowledged survives a
//! killed process and a torn last write, because `redb` switches between two checksummed commit slots.
//!
//! ```no_run
//! # async fn example(clock: &dyn eop_core::kernel::clock::Clock) -> Result<(), Box<dyn std::error::Error>> {
//! use eop_core::kernel::event::Topic;
//! use eop_event_log::{EventLog, LogSettings};
//!
//! let log = EventLog::open("data/events", LogSettings::default())?;
//! let publisher = log.publisher();
//! let consumer = log.consumer("notifications", &[Topic::Orders]);
//! log.truncate(clock.now()).await?; // every few minutes
//! # Ok(())
//! # }
//! ```

mod consumer;
mod feed;
mod file;
mod groups;
mod lane;
mod log;
mod publisher;
mod record;
mod state;
mod writer;

pub use log::{EventLog, LogError, LogSettings, OpenError};
