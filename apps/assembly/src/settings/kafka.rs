//! How a Kafka cluster is reached and used, beyond its address.

use std::path::PathBuf;

use eop_runtime::config::{Check, Faults, Key};
use secrecy::SecretString;

eop_runtime::section! {
    /// How a Kafka cluster is reached and used, beyond its address. Builds without a client for Kafka know these settings too,
    /// so that what they say by default is written here, and held equal to what the client does.
    #[derive(Default)]
    pub struct KafkaConfig in "broker.kafka" {
        /// Whether connections to Kafka are encrypted.
        pub tls: bool =
            Key::of("EOP_KAFKA_TLS").default(|| "false".to_owned()).expects("true or false").for_servers(),
        /// Certificates of the authority that the brokers' certificates are by; the system's when not set.
        pub ca_file: Option<PathBuf> =
            Key::of("EOP_KAFKA_CA_FILE").expects("the path of a PEM file").for_servers(),
        /// Certificate by which this process shows the brokers who it is, where they ask for one.
        pub cert_file: Option<PathBuf> = Key::of("EOP_KAFKA_CERT_FILE")
            .expects("the path of a PEM file; EOP_KAFKA_KEY_FILE names its key")
            .for_servers(),
        /// Private key of the certificate in `EOP_KAFKA_CERT_FILE`.
        pub key_file: Option<PathBuf> = Key::of("EOP_KAFKA_KEY_FILE")
            .expects("the path of a PEM file that only this process can read")
            .for_servers(),
        /// Opens the key in `EOP_KAFKA_KEY_FILE`, if it is locked.
        pub key_password: Option<SecretString> =
            Key::of("EOP_KAFKA_KEY_PASSWORD").expects("the key's password").for_servers(),
        /// How this process signs in to Kafka; not at all when not set.
        pub sasl_mechanism: Option<String> = Key::of("EOP_KAFKA_SASL_MECHANISM")
            .expects("PLAIN (only with EOP_KAFKA_TLS), SCRAM-SHA-256 or SCRAM-SHA-512")
            .check(Check::By(|name| {
                let known = KafkaConfig::MECHANISMS.contains(&name);
                (!known).then(|| "is not a mechanism that is known".to_owned())
            }))
            .for_servers(),
        /// Name to sign in to Kafka with.
        pub username: Option<String> =
            Key::of("EOP_KAFKA_USERNAME").expects("the name of a user of the cluster").for_servers(),
        /// Password to sign in to Kafka with.
        pub password: Option<SecretString> =
            Key::of("EOP_KAFKA_PASSWORD").expects("the password of that user").for_servers(),
        /// What Kafka's logs and quotas call this process.
        pub client_id: String = Key::of("EOP_KAFKA_CLIENT_ID")
            .default(|| "eop".to_owned())
            .expects("a name such as eop-order-1")
            .for_servers(),
        /// Longest wait for Kafka to acknowledge a batch of events, in milliseconds; after it they are sent again.
        pub delivery_timeout_ms: u64 = Key::of("EOP_KAFKA_DELIVERY_TIMEOUT_MS")
            .default(|| "10000".to_owned())
            .expects("milliseconds, at least 1000")
            .check(Check::AtLeast(1000, "is too short for a busy broker"))
            .for_servers(),
        /// Partitions of the topics that the platform makes; a topic with fewer is named by readiness.
        pub partitions: u16 = Key::of("EOP_KAFKA_PARTITIONS")
            .default(|| "6".to_owned())
            .expects("a whole number from 1 to 1000, the same for every service")
            .check(Check::Within(1, 1000))
            .for_servers(),
        /// Brokers that keep a copy of the topics that the platform makes; 3, or 1 on a single broker, when not set.
        pub replication: Option<u8> = Key::of("EOP_KAFKA_REPLICATION")
            .expects("a whole number from 1 to 15, at least 3 on several brokers")
            .check(Check::Within(1, 15))
            .for_servers(),
        /// Copies that must have an event before it counts as published; all but one when not set.
        pub min_in_sync: Option<u8> = Key::of("EOP_KAFKA_MIN_IN_SYNC")
            .expects("a whole number from 1 to EOP_KAFKA_REPLICATION, at least 2 on several brokers")
            .check(Check::AtLeast(1, "is out of range"))
            .for_servers(),
        /// Whether topics may have so few copies that losing one of several brokers loses events.
        pub accept_less: bool = Key::of("EOP_KAFKA_ACCEPT_LESS")
            .default(|| "false".to_owned())
            .expects("true or false")
            .for_servers(),
    }
}

impl KafkaConfig {
    /// The names of mechanisms that are known.
    pub const MECHANISMS: [&str; 3] = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"];

    /// Whether anything that only TLS uses is set.
    fn has_tls_files(&self) -> bool {
        self.ca_file.is_some() || self.cert_file.is_some() || self.key_file.is_some()
    }

    pub(super) fn check(&self, faults: &mut Faults) {
        let secure = self.tls || !self.has_tls_files();
        faults.unless(secure, "EOP_KAFKA_TLS", "is false, but certificates are named");
        let (certificate, key) = (self.cert_file.is_some(), self.key_file.is_some());
        faults.unless(!certificate || key, "EOP_KAFKA_KEY_FILE", "is not set, but EOP_KAFKA_CERT_FILE is");
        faults.unless(!key || certificate, "EOP_KAFKA_CERT_FILE", "is not set, but EOP_KAFKA_KEY_FILE is");
        let mechanism = self.sasl_mechanism.as_deref();
        let open = mechanism == Some("PLAIN") && !self.tls;
        faults.unless(
            !open,
            "EOP_KAFKA_SASL_MECHANISM",
            "is PLAIN without EOP_KAFKA_TLS: everybody could read the password",
        );
        let (name, password) = (self.username.is_some(), self.password.is_some());
        for (is_set, env) in [(name, "EOP_KAFKA_USERNAME"), (password, "EOP_KAFKA_PASSWORD")] {
            faults.unless(mechanism.is_none() || is_set, env, "is not set, but EOP_KAFKA_SASL_MECHANISM is");
        }
        let unused = mechanism.is_none() && (name || password);
        faults.unless(!unused, "EOP_KAFKA_SASL_MECHANISM", "is not set, but a name or a password is");
        let possible = self.min_in_sync.zip(self.replication).is_none_or(|(needed, copies)| needed <= copies);
        faults.unless(possible, "EOP_KAFKA_MIN_IN_SYNC", "is out of range");
    }
}

#[cfg(all(test, feature = "kafka"))]
mod tests {
    use eop_kafka::KafkaConfig as Client;
    use eop_runtime::config::ConfigSources;

    use crate::settings::Settings;

    #[test]
    fn the_client_does_by_default_what_the_settings_say() {
        let settings = Settings::load(&ConfigSources::default()).unwrap().broker.kafka;
        let client = Client::new("");
        assert_eq!(settings.client_id, client.client_id);
        assert_eq!(u128::from(settings.delivery_timeout_ms), client.delivery_timeout.as_millis());
        let topics = client.topics;
        assert_eq!(
            (settings.partitions, settings.replication, settings.min_in_sync, settings.accept_less),
            (topics.partitions, topics.replication, topics.min_in_sync, topics.accept_less)
        );
        assert_eq!(settings.tls, client.tls.is_some());
    }
}
