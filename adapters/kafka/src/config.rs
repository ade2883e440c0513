//! How to reach a cluster and how to use it.

use std::path::PathBuf;
use std::time::Duration;

use eop_core::kernel::event::Topic;
use rdkafka::ClientConfig;
use secrecy::{ExposeSecret, SecretString};

/// How long a broker may take to answer a request.
const SILENCE: Duration = Duration::from_secs(6);

/// How long it may take until a connection can be used.
const CONNECT: Duration = Duration::from_secs(4);

/// A cluster and the way to use it.
#[derive(Clone, Debug)]
pub struct KafkaConfig {
    /// The brokers to ask first: `host:port`, separated by commas.
    pub bootstrap: String,
    /// How connections are protected.
    pub security: KafkaSecurity,
    /// What the cluster's logs call this process.
    pub client_id: String,
    /// Goes before the name of every topic and group, so that several platforms can share a cluster. Usually empty.
    pub topic_prefix: String,
    /// How many brokers keep a copy of each topic that is created.
    pub replication: u8,
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
            security: KafkaSecurity::Plaintext,
            client_id: "eop".to_owned(),
            topic_prefix: String::new(),
            replication: 1,
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
        self.security.apply(&mut config);
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
}

/// How connections to the brokers are protected.
#[derive(Clone, Debug, Default)]
pub enum KafkaSecurity {
    /// Not at all: for a broker on the same machine or in a closed network.
    #[default]
    Plaintext,
    /// TLS, where `ca` is the file with the authority's certificates; without it the system's are used.
    Tls {
        /// The file with the authority's certificates.
        ca: Option<PathBuf>,
    },
    /// A name and a password.
    Sasl {
        /// How the password is shown to the broker.
        mechanism: SaslMechanism,
        /// The name.
        username: String,
        /// The password.
        password: SecretString,
        /// Whether the connection is encrypted; never send a plain password without.
        tls: bool,
        /// The file with the authority's certificates.
        ca: Option<PathBuf>,
    },
}

/// How a password is shown to the broker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaslMechanism {
    /// As it is.
    Plain,
    /// By a challenge, with SHA-256.
    ScramSha256,
    /// By a challenge, with SHA-512.
    ScramSha512,
}

impl SaslMechanism {
    fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "PLAIN",
            Self::ScramSha256 => "SCRAM-SHA-256",
            Self::ScramSha512 => "SCRAM-SHA-512",
        }
    }
}

impl KafkaSecurity {
    fn apply(&self, config: &mut ClientConfig) {
        let ca = match self {
            Self::Plaintext => {
                config.set("security.protocol", "plaintext");
                None
            }
            Self::Tls { ca } => {
                config.set("security.protocol", "ssl");
                ca.as_ref()
            }
            Self::Sasl { mechanism, username, password, tls, ca } => {
                config
                    .set("security.protocol", if *tls { "sasl_ssl" } else { "sasl_plaintext" })
                    .set("sasl.mechanism", mechanism.as_str())
                    .set("sasl.username", username)
                    .set("sasl.password", password.expose_secret());
                ca.as_ref()
            }
        };
        if let Some(ca) = ca {
            config.set("ssl.ca.location", ca.to_string_lossy());
        }
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
    fn a_password_is_passed_on_but_not_shown() {
        let security = KafkaSecurity::Sasl {
            mechanism: SaslMechanism::ScramSha512,
            username: "eop".to_owned(),
            password: "correct horse".to_owned().into(),
            tls: true,
            ca: Some("/etc/ca.pem".into()),
        };
        let config = KafkaConfig { security, ..KafkaConfig::new("localhost:9093") };
        assert!(!format!("{config:?}").contains("correct horse"));
        let client = config.client();
        assert_eq!(client.get("security.protocol"), Some("sasl_ssl"));
        assert_eq!(client.get("sasl.password"), Some("correct horse"));
        assert_eq!(client.get("ssl.ca.location"), Some("/etc/ca.pem"));
    }

    #[test]
    fn librdkafka_takes_every_setting() {
        let config = KafkaConfig::new("localhost:1");
        config.producer().create_native_config().unwrap();
        config.consumer("group").create_native_config().unwrap();
    }
}
