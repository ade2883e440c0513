//! From the settings to what the Kafka client needs.

use std::time::Duration;

use anyhow::{Context, Result};
use eop_kafka::{ClientCertificate, KafkaConfig, KafkaSasl, KafkaTls, SaslMechanism, TopicSettings};

use crate::settings::{BrokerConfig, KafkaConfig as Settings};

/// How the cluster at `address` is reached and used.
///
/// # Errors
/// When the settings do not go together; reading them checks that too.
pub(super) fn config(address: &str, broker: &BrokerConfig) -> Result<KafkaConfig> {
    let settings = &broker.kafka;
    Ok(KafkaConfig {
        tls: settings.tls.then(|| tls(settings)),
        sasl: settings.sasl_mechanism.as_deref().map(|name| sasl(name, settings)).transpose()?,
        client_id: settings.client_id.clone(),
        topic_prefix: broker.topic_prefix.clone(),
        topics: TopicSettings {
            partitions: settings.partitions,
            replication: settings.replication,
            min_in_sync: settings.min_in_sync,
            accept_less: settings.accept_less,
        },
        delivery_timeout: Duration::from_millis(settings.delivery_timeout_ms),
        ..KafkaConfig::new(address)
    })
}

fn tls(settings: &Settings) -> KafkaTls {
    let certificate = settings.cert_file.clone().zip(settings.key_file.clone()).map(|(certificate, key)| {
        ClientCertificate { certificate, key, key_password: settings.key_password.clone() }
    });
    KafkaTls { ca: settings.ca_file.clone(), certificate }
}

fn sasl(name: &str, settings: &Settings) -> Result<KafkaSasl> {
    Ok(KafkaSasl {
        mechanism: SaslMechanism::named(name).context("EOP_KAFKA_SASL_MECHANISM is not known")?,
        username: settings.username.clone().context("EOP_KAFKA_USERNAME is not set")?,
        password: settings.password.clone().context("EOP_KAFKA_PASSWORD is not set")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_knows_every_mechanism_that_the_settings_take() {
        assert_eq!(SaslMechanism::ALL.map(SaslMechanism::as_str), Settings::MECHANISMS);
    }
}
