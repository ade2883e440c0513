//! How connections to the brokers are protected, and how this process shows who it is.

use std::path::PathBuf;

use rdkafka::ClientConfig;
use secrecy::{ExposeSecret, SecretString};

/// TLS: the brokers prove who they are, and nobody else can read.
#[derive(Clone, Debug, Default)]
pub struct KafkaTls {
    /// The file with the authority's certificates, PEM; without it the system's are used.
    pub ca: Option<PathBuf>,
    /// The certificate by which this process shows who it is, where the brokers ask for one.
    pub certificate: Option<ClientCertificate>,
}

/// A certificate of this process.
#[derive(Clone, Debug)]
pub struct ClientCertificate {
    /// The file with the certificate and those that lead to the authority, PEM.
    pub certificate: PathBuf,
    /// The file with its private key, PEM.
    pub key: PathBuf,
    /// What opens the key, if it is locked.
    pub key_password: Option<SecretString>,
}

/// SASL: a name and a password.
#[derive(Clone, Debug)]
pub struct KafkaSasl {
    /// How the password is shown to the broker.
    pub mechanism: SaslMechanism,
    /// The name.
    pub username: String,
    /// The password.
    pub password: SecretString,
}

/// How a password is shown to the broker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaslMechanism {
    /// As it is: only over TLS.
    Plain,
    /// By a challenge, with SHA-256 (RFC 7677).
    ScramSha256,
    /// By a challenge, with SHA-512.
    ScramSha512,
}

impl SaslMechanism {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::ScramSha256, Self::ScramSha512];

    /// As brokers call it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "PLAIN",
            Self::ScramSha256 => "SCRAM-SHA-256",
            Self::ScramSha512 => "SCRAM-SHA-512",
        }
    }

    /// The one that is called so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// Tells the client how to protect its connections.
pub(crate) fn apply(tls: Option<&KafkaTls>, sasl: Option<&KafkaSasl>, config: &mut ClientConfig) {
    let protocol = match (tls, sasl) {
        (None, None) => "plaintext",
        (Some(_), None) => "ssl",
        (None, Some(_)) => "sasl_plaintext",
        (Some(_), Some(_)) => "sasl_ssl",
    };
    config.set("security.protocol", protocol);
    if let Some(KafkaTls { ca, certificate }) = tls {
        if let Some(ca) = ca {
            config.set("ssl.ca.location", ca.to_string_lossy());
        }
        if let Some(ClientCertificate { certificate, key, key_password }) = certificate {
            config
                .set("ssl.certificate.location", certificate.to_string_lossy())
                .set("ssl.key.location", key.to_string_lossy());
            if let Some(password) = key_password {
                config.set("ssl.key.password", password.expose_secret());
            }
        }
    }
    if let Some(KafkaSasl { mechanism, username, password }) = sasl {
        config
            .set("sasl.mechanism", mechanism.as_str())
            .set("sasl.username", username)
            .set("sasl.password", password.expose_secret());
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn tls() -> KafkaTls {
        let certificate = ClientCertificate {
            certificate: "/etc/eop.pem".into(),
            key: "/etc/eop.key".into(),
            key_password: Some("open sesame".to_owned().into()),
        };
        KafkaTls { ca: Some("/etc/ca.pem".into()), certificate: Some(certificate) }
    }

    fn sasl(mechanism: SaslMechanism) -> KafkaSasl {
        let password = "correct horse".to_owned().into();
        KafkaSasl { mechanism, username: "eop".to_owned(), password }
    }

    #[rstest]
    #[case(false, None, "plaintext")]
    #[case(true, None, "ssl")]
    #[case(false, Some(SaslMechanism::ScramSha256), "sasl_plaintext")]
    #[case(true, Some(SaslMechanism::Plain), "sasl_ssl")]
    fn the_protocol_follows_from_what_is_given(
        #[case] encrypted: bool,
        #[case] mechanism: Option<SaslMechanism>,
        #[case] protocol: &str,
    ) {
        let mut config = ClientConfig::new();
        apply(encrypted.then(tls).as_ref(), mechanism.map(sasl).as_ref(), &mut config);
        assert_eq!(config.get("security.protocol"), Some(protocol));
        assert_eq!(config.get("sasl.mechanism"), mechanism.map(SaslMechanism::as_str));
        assert_eq!(config.get("ssl.certificate.location"), encrypted.then_some("/etc/eop.pem"));
        assert_eq!(config.get("ssl.key.password"), encrypted.then_some("open sesame"));
    }

    #[test]
    fn secrets_are_passed_on_but_not_shown() {
        let (tls, sasl) = (tls(), sasl(SaslMechanism::ScramSha512));
        let shown = format!("{tls:?} {sasl:?}");
        assert!(!shown.contains("correct horse") && !shown.contains("open sesame"), "{shown}");
        let mut config = ClientConfig::new();
        apply(Some(&tls), Some(&sasl), &mut config);
        assert_eq!(config.get("sasl.password"), Some("correct horse"));
        assert_eq!(config.get("ssl.ca.location"), Some("/etc/ca.pem"));
    }

    #[test]
    fn mechanisms_are_found_by_their_names() {
        for mechanism in SaslMechanism::ALL {
            assert_eq!(SaslMechanism::named(mechanism.as_str()), Some(mechanism));
        }
        assert_eq!(SaslMechanism::named("GSSAPI"), None);
    }
}
