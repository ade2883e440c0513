//! How a Kafka cluster is reached and used.

use std::path::PathBuf;

use secrecy::SecretString;
use serde::Deserialize;

/// How a Kafka cluster is reached and used, beyond its address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KafkaConfig {
    /// Whether connections are encrypted.
    pub tls: bool,
    /// File with the certificates of the brokers' authority; without it the system's are trusted.
    pub ca_file: Option<PathBuf>,
    /// File with the certificate by which this process shows who it is; set together with its key.
    pub cert_file: Option<PathBuf>,
    /// File with the private key of that certificate.
    pub key_file: Option<PathBuf>,
    /// What opens the key, if it is locked.
    pub key_password: Option<SecretString>,
    /// `PLAIN`, `SCRAM-SHA-256` or `SCRAM-SHA-512`; without it nobody is asked for a password.
    pub sasl_mechanism: Option<String>,
    /// The name to sign in with.
    pub username: Option<String>,
    /// The password.
    pub password: Option<SecretString>,
    /// What the cluster's logs and quotas call this process.
    pub client_id: String,
    /// How long a publish waits for the acknowledgement of all its events, in milliseconds.
    pub delivery_timeout_ms: u64,
    /// Partitions of topics that are made.
    pub partitions: u16,
    /// Brokers that keep a copy of topics that are made; when not set, three, or one on a single broker.
    pub replication: Option<u8>,
    /// Copies that must have a record before it counts as written; when not set, all but one.
    pub min_in_sync: Option<u8>,
    /// Whether topics may be so that losing one of several brokers loses events.
    pub accept_less: bool,
}

impl KafkaConfig {
    /// The names of mechanisms that are known.
    pub const MECHANISMS: [&str; 3] = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"];

    /// Whether anything that only TLS uses is set.
    #[must_use]
    pub fn has_tls_files(&self) -> bool {
        self.ca_file.is_some() || self.cert_file.is_some() || self.key_file.is_some()
    }
}
