//! How to reach a cluster and how to use it.

use std::time::Duration;

use eop_core::kernel::event::Topic;
use rdkafka::ClientConfig;

use crate::security::{self, KafkaSasl, KafkaTls};
use crate::topics::TopicSettings;

/// How long a broker may take to answer a request.
const SILENCE: Duration = Duration::from_secs(6);

/// How long it may take until a connection can be used.
const CONNECT: Duration = Duration::from_secs(4);

/// A cluster and the way to use it.
#[derive(Clone, Debug)]
pub struct KafkaConfig {
    /// The brokers to ask first: `host:port`, separated by commas.
    pub bootstrap: String,
    /// Whether and how connections are encrypted; absent for a broker on the same machine or in a closed network.
    pub tls: Option<KafkaTls>,
    /// How this process shows who it is, where the brokers ask for a password.
    pub sasl: Option<KafkaSasl>,
    /// What the cluster's logs call this process.
    pub client_id: String,
    /// Goes before the name of every topic and group, so that several platforms can share a cluster. Usually empty.
    pub topic_prefix: String,
    /// How topics are made, and what is expected of those that are there.
    pub topics: TopicSettings,
    /// The largest record, in bytes, at most the brokers' `message.max.bytes`: larger events are refused.
    pub max_message_bytes: usize,
    /// How long a publish waits for the acknowledgement of all its events.
    pub delivery_timeout: Duration,
}

impl KafkaConfig {
    /// The usual settings for the cluster behind `bootstrap`.
    #[must_use]
    pub fn new(bootstrap: impl Into<String>) -> Self {
        Self {
            bootstrap: bootstrap.into(),
            tls: None,
            sasl: None,
            client_id: "eop".to_owned(),
            topic_prefix: String::new(),
            topics: TopicSettings::default(),
            max_message_bytes: 1_000_000,
            delivery_timeout: Duration::from_secs(10),
        }
    }

    /// The topic's name on this cluster.
    pub(crate) fn name_of(&self, topic: Topic) -> String {
        format!("{}{}", self.topic_prefix, topic.as_str())
    }

    /// The topic of this name on this cluster.
    pub(crate) fn topic_named(&self, name: &str) -> Option<Topic> {
        Topic::named(name.strip_prefix(&self.topic_prefix)?)
    }

    /// What every client of the cluster is told.
    pub(crate) fn client(&self) -> ClientConfig {
        let mut config = ClientConfig::new();
        config
            .set("bootstrap.servers", &self.bootstrap)
            .set("client.id", &self.client_id)
            .set("allow.auto.create.topics", "false")
            .set("socket.keepalive.enable", "true")
            .set("socket.nagle.disable", "true")
            // A network that falls silent closes nothing: what is not answered in this time is asked over a new connection.
            .set("socket.timeout.ms", SILENCE.as_millis().to_string())
            .set("socket.connection.setup.timeout.ms", CONNECT.as_millis().to_string())
            .set("api.version.request.timeout.ms", CONNECT.as_millis().to_string())
            // A broker that comes back is found within a second, not after the ten of the default.
            .set("reconnect.backoff.max.ms", "1000")
            .set("topic.metadata.refresh.interval.ms", "10000");
        security::apply(self.tls.as_ref(), self.sasl.as_ref(), &mut config);
        config
    }

    /// What the producer is told.
    pub(crate) fn producer(&self) -> ClientConfig {
        let mut config = self.client();
        config
            .set("enable.idempotence", "true")
            .set("acks", "all")
            .set("compression.type", "lz4")
            .set("linger.ms", "1")
            // The same partition for a key as clients in Java choose.
            .set("partitioner", "murmur2_random")
            .set("message.max.bytes", self.max_message_bytes.to_string())
            // Above the publisher's own deadline: what it gives up, it gives up whole and in order.
            .set("message.timeout.ms", (self.delivery_timeout * 6).as_millis().to_string());
        config
    }

    /// What the consumers of a group are told.
    pub(crate) fn consumer(&self, group: &str) -> ClientConfig {
        let mut config = self.client();
        config
            .set("group.id", format!("{}{group}", self.topic_prefix))
            .set("partition.assignment.strategy", "cooperative-sticky")
            .set("auto.offset.reset", "earliest")
            // Only what was acknowledged is stored; what is stored is committed: by the poll, and by the library once a
            // second, when a partition is taken away, and at the end.
            .set("enable.auto.offset.store", "false")
            .set("enable.auto.commit", "true")
            .set("auto.commit.interval.ms", "1000")
            // A killed member's partitions go to the others within this time.
            .set("session.timeout.ms", "6000")
            .set("heartbeat.interval.ms", "1500")
            // Also the limit of the one question that may wait for others, to join the group: a silence that begins there is
            // noticed no sooner. No step of a consumer is under way for as long.
            .set("max.poll.interval.ms", "60000")
            .set("queued.max.messages.kbytes", "8192")
            .set("fetch.queue.backoff.ms", "20")
            .set("fetch.error.backoff.ms", "100");
        config
    }

    /// What a feed is told. The client wants a group's name of whoever reads; nobody joins this one, and nothing is kept of it.
    pub(crate) fn feed(&self) -> ClientConfig {
        let mut config = self.client();
        config
            .set("group.id", format!("{}feed", self.topic_prefix))
            .set("auto.offset.reset", "earliest")
            .set("enable.auto.offset.store", "false")
            .set("enable.auto.commit", "false")
            .set("queued.max.messages.kbytes", "8192")
            .set("fetch.queue.backoff.ms", "20")
            .set("fetch.error.backoff.ms", "100");
        config
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_prefix() {
        let config = KafkaConfig { topic_prefix: "blue.".to_owned(), ..KafkaConfig::new("localhost:9092") };
        assert_eq!(config.name_of(Topic::Orders), "blue.orders.v1");
        assert_eq!(config.topic_named("blue.orders.v1.dlq"), Some(Topic::OrdersDeadLetters));
        assert_eq!(config.topic_named("orders.v1"), None, "another platform's");
        assert_eq!(config.consumer("notifications").get("group.id"), Some("blue.notifications"));
    }

    #[test]
    fn librdkafka_takes_every_setting() {
        let config = KafkaConfig::new("localhost:1");
        config.producer().create_native_config().unwrap();
        config.consumer("group").create_native_config().unwrap();
        config.feed().create_native_config().unwrap();
    }
}
