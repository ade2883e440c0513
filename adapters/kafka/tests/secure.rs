//! A cluster that lets in only who shows who they are, over TLS, on a real broker; and why it does not let others in, in
//! one line.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod support;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_kafka::{ClientCertificate, KafkaBus, KafkaConfig, KafkaSasl, KafkaTls, SaslMechanism};
use rstest::rstest;
use uuid::Uuid;

/// Where the protected listeners are, and the files to get in.
struct Secure(PathBuf);

impl Secure {
    /// The folder that `KAFKA_SECURE` names. None when fast tests are asked for and it names none.
    #[expect(clippy::disallowed_methods, reason = "tests learn of the broker from the environment")]
    fn find() -> Option<Self> {
        let folder = std::env::var("KAFKA_SECURE").ok();
        assert!(
            folder.is_some() || std::env::var("EOP_TEST_FAST").is_ok_and(|fast| fast == "1"),
            "KAFKA_SECURE names no folder of a broker with protected listeners: scripts/test.sh starts one; or set \
             EOP_TEST_FAST=1 to skip these tests"
        );
        folder.map(|folder| Self(folder.into()))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn listener(&self, name: &str) -> String {
        let listeners = fs::read_to_string(self.file("listeners")).unwrap();
        let found = listeners.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        found.unwrap().to_owned()
    }

    /// The cluster at a listener, whose certificate is to be by the authority in `ca`.
    fn config(&self, listener: &str, ca: &str) -> KafkaConfig {
        let folder = tempfile::Builder::new().prefix("secure-").tempdir().unwrap();
        KafkaConfig {
            tls: Some(KafkaTls { ca: Some(self.file(ca)), certificate: None }),
            topic_prefix: format!("{}.", folder.path().file_name().unwrap().to_string_lossy()),
            delivery_timeout: Duration::from_secs(30),
            ..KafkaConfig::new(self.listener(listener))
        }
    }
}

fn signing_in(mechanism: SaslMechanism, password: &str) -> KafkaSasl {
    let password = password.to_owned().into();
    KafkaSasl { mechanism, username: "eop".to_owned(), password }
}

/// An event goes in and comes out.
async fn works(config: KafkaConfig) {
    let bus = KafkaBus::connect(config).unwrap();
    bus.ensure_topics(&[Topic::Orders]).await.unwrap();
    let event = Event {
        id: EventId(Uuid::from_u128(1)),
        topic: Topic::Orders,
        kind: "order.amended.v1".to_owned(),
        key: Uuid::from_u128(2),
        sequence: 1,
        occurred_at: chrono::DateTime::UNIX_EPOCH,
        traceparent: None,
        data: EventData::of(&"hello"),
    };
    assert_eq!(bus.publisher().publish(vec![event.clone()]).await, [Ok(())]);
    let reader = bus.consumer("readers", &[Topic::Orders]).unwrap();
    let started = Instant::now();
    let read = loop {
        assert!(started.elapsed() < Duration::from_mins(1), "nothing comes");
        if let Some(read) = reader.poll(1, Duration::from_secs(1)).await.unwrap().pop() {
            break read;
        }
    };
    assert_eq!(read.content.unwrap(), event);
    reader.close().await;
    assert_eq!(bus.health().await, Ok(()));
}

/// What is said to be wrong, once it was found out.
async fn trouble(config: KafkaConfig) -> String {
    let bus = KafkaBus::connect(config).unwrap();
    let started = Instant::now();
    loop {
        let line = bus.health().await.unwrap_err();
        let is_found = !line.starts_with("no broker") && !line.starts_with("no encrypted connection: ");
        if is_found {
            assert!(!line.contains('\n') && !line.contains("correct-horse"), "{line}");
            return line;
        }
        assert!(started.elapsed() < Duration::from_mins(1), "all that is said is: {line}");
    }
}

#[rstest]
#[case(SaslMechanism::Plain)]
#[case(SaslMechanism::ScramSha256)]
#[case(SaslMechanism::ScramSha512)]
#[tokio::test(flavor = "multi_thread")]
async fn a_name_and_a_password_let_in(#[case] mechanism: SaslMechanism) {
    let Some(secure) = Secure::find() else { return };
    works(KafkaConfig {
        sasl: Some(signing_in(mechanism, "correct-horse")),
        ..secure.config("sasl", "ca.pem")
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_lets_in() {
    let Some(secure) = Secure::find() else { return };
    let (certificate, key) = (secure.file("client.pem"), secure.file("client.key"));
    let certificate = Some(ClientCertificate { certificate, key, key_password: None });
    let config = secure.config("mutual", "ca.pem");
    works(KafkaConfig { tls: Some(KafkaTls { certificate, ..config.tls.unwrap() }), ..config }).await;
}

#[rstest]
#[case(SaslMechanism::Plain)]
#[case(SaslMechanism::ScramSha512)]
#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_said_to_be_one(#[case] mechanism: SaslMechanism) {
    let Some(secure) = Secure::find() else { return };
    let config = secure.config("sasl", "ca.pem");
    let line = trouble(KafkaConfig { sasl: Some(signing_in(mechanism, "wrong-horse")), ..config }).await;
    assert!(line.contains("refuses to let this client in") && line.contains("EOP_KAFKA_PASSWORD"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_certificate_is_said_to_be_one() {
    let Some(secure) = Secure::find() else { return };
    let line = trouble(secure.config("expired", "ca.pem")).await;
    assert!(line.contains("localhost") && line.contains("its certificate has expired"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_that_is_not_known_is_said_to_be_one() {
    let Some(secure) = Secure::find() else { return };
    let sasl = Some(signing_in(SaslMechanism::ScramSha256, "correct-horse"));
    let line = trouble(KafkaConfig { sasl, ..secure.config("sasl", "other.pem") }).await;
    assert!(line.contains("by an authority that is not in") && line.contains("other.pem"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_authority_is_named() {
    let Some(secure) = Secure::find() else { return };
    // The library refuses it at once, and says which.
    let refused = KafkaBus::connect(secure.config("sasl", "listeners")).unwrap_err().to_string();
    assert!(refused.contains("ssl.ca.location"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_broker_is_asked_for_one_copy_and_a_topic_with_too_few_partitions_is_named() {
    let Some(bootstrap) = support::broker() else { return };
    let (_, config, _cleanup) = support::fresh_bus(bootstrap).await;
    let mut wanting = config.clone();
    wanting.topics.partitions = 12;
    let bus = KafkaBus::connect(wanting).unwrap();
    bus.ensure_topics(&Topic::ALL).await.unwrap();
    let line = bus.health().await.unwrap_err();
    for topic in Topic::ALL {
        let name = format!("{}{}", config.topic_prefix, topic.as_str());
        assert!(line.contains(&format!("the topic {name} has 6 partitions instead of 12")), "{line}");
    }
    let mut copies = config.clone();
    copies.topics.replication = Some(3);
    copies.topic_prefix = format!("{}new.", config.topic_prefix);
    let refused =
        KafkaBus::connect(copies).unwrap().ensure_topics(&[Topic::Orders]).await.unwrap_err().to_string();
    assert!(refused.contains("EOP_KAFKA_REPLICATION") && refused.contains("the cluster has 1"), "{refused}");
}
