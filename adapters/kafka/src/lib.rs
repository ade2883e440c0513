//! Kafka as the bus.
//!
//! Events travel as `CloudEvents` 1.0 in binary content mode: the attributes are `ce_*` headers, the data is the
//! record's value, and the aggregate's id is the record's key, so that the events of one aggregate keep their order.
//! The producer is idempotent and waits for all in-sync replicas; the consumer stores an offset only once it is
//! acknowledged. Together that is at-least-once delivery in order of each key, across killed processes and rebalances.

mod assignment;
mod bus;
mod config;
mod consumer;
mod delivery;
mod feed;
mod handshake;
mod headers;
mod publisher;
mod security;
mod topics;
mod trouble;

pub use bus::{BusSetupError, KafkaBus};
pub use config::KafkaConfig;
pub use security::{ClientCertificate, KafkaSasl, KafkaTls, SaslMechanism};
pub use topics::TopicSettings;
