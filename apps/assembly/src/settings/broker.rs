//! The broker of the events.

use eop_runtime::config::{Check, ConfigError, Key, SecretUrl, required};

use super::{KafkaConfig, Settings};

/// Longest prefix of topics, in characters: a broker's names have at most 249.
const TOPIC_PREFIX_MAX: usize = 100;

eop_runtime::section! {
    /// The broker of the events.
    #[derive(Default)]
    pub struct BrokerConfig in "broker" {
        /// Broker of the events.
        pub url: Option<SecretUrl> = Key::of("EOP_BROKER_URL")
            .expects("kafka://host:9092[,host:9092], fluvio://host:9003 or log:DIRECTORY")
            .check(Check::Scheme(&["kafka", "fluvio", "log"]))
            .for_servers(),
        /// Goes before the name of every topic and consumer group, so that several platforms can share a broker.
        pub topic_prefix: String = Key::of("EOP_TOPIC_PREFIX")
            .default(String::new)
            .expects(
                "at most 100 letters, digits, dots, underscores and hyphens, such as staging.; the same for every service",
            )
            .check(Check::By(not_a_prefix))
            .for_servers();
        /// What only a Kafka cluster needs.
        pub kafka: KafkaConfig
    }
}

fn not_a_prefix(prefix: &str) -> Option<String> {
    let named = prefix.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    let fault = if !named {
        "has characters that topics cannot have"
    } else if prefix.len() > TOPIC_PREFIX_MAX {
        "is too long"
    } else {
        return None;
    };
    Some(fault.to_owned())
}

impl BrokerConfig {
    /// Where the broker is.
    ///
    /// # Errors
    /// When `EOP_BROKER_URL` is not set.
    pub fn required_url(&self) -> Result<&SecretUrl, ConfigError> {
        required(self.url.as_ref(), Settings::ALL, "EOP_BROKER_URL")
    }
}
