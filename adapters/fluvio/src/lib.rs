//! Fluvio as the bus.
//!
//! Events travel as `CloudEvents` 1.0 in structured content mode, one JSON object per record, because Fluvio's records
//! have no headers. The aggregate's id is the record's key, so that the events of one aggregate keep their order.
//!
//! Fluvio 0.50 keeps an offset per consumer and partition, but has no groups whose members share partitions: every
//! member reads everything from the group's offsets on. Run one member per group; with more, an event takes effect once
//! all the same, through the inbox, but the work is done by each.

mod bus;
mod config;
mod consumer;
mod ends;
mod envelope;
mod feed;
mod offsets;
mod publisher;

pub use bus::{FluvioBus, FluvioError};
pub use config::FluvioConfig;
