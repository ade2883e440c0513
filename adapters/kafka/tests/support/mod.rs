//! The broker that the tests use.

use std::io::Write;
use std::sync::Once;

use eop_core::kernel::event::Topic;
use eop_kafka::{KafkaBus, KafkaConfig};
use rdkafka::ClientConfig;
use rdkafka::admin::{AdminClient, AdminOptions};
use rdkafka::client::DefaultClientContext;

/// The broker named by `KAFKA_BOOTSTRAP`. None, said once, when fast tests are asked for and no broker is named.
#[expect(clippy::disallowed_methods, reason = "tests learn of the broker from the environment")]
pub(crate) fn broker() -> Option<String> {
    static SAID: Once = Once::new();
    let broker = std::env::var("KAFKA_BOOTSTRAP").ok();
    if broker.is_none() {
        assert!(
            std::env::var("EOP_TEST_FAST").is_ok_and(|fast| fast == "1"),
            "KAFKA_BOOTSTRAP names no broker: start one with scripts/servers.sh up and \
             eval \"$(scripts/servers.sh env)\", or set EOP_TEST_FAST=1 to skip the Kafka tests"
        );
        // Not `eprintln!`, which the test runner keeps to itself when a test passes.
        SAID.call_once(|| {
            let _ =
                std::io::stderr().write_all(b"skipped: the Kafka tests need a broker in KAFKA_BOOTSTRAP\n");
        });
    }
    broker
}

/// A prefix that no other test has, in this run or another: the name of a folder that was just made.
fn prefix() -> String {
    let folder = tempfile::Builder::new().prefix("test-").tempdir().unwrap();
    format!("{}.", folder.path().file_name().unwrap().to_string_lossy())
}

/// A bus of its own on the broker, with every topic in place; they go with the last value.
pub(crate) async fn fresh_bus(bootstrap: String) -> (KafkaBus, KafkaConfig, Cleanup) {
    let config = KafkaConfig { topic_prefix: prefix(), ..KafkaConfig::new(bootstrap) };
    let bus = KafkaBus::connect(config.clone()).unwrap();
    bus.ensure_topics(&Topic::ALL).await.unwrap();
    let cleanup = Cleanup(config.clone());
    (bus, config, cleanup)
}

/// Deletes the topics of a test, so that a broker that serves many runs stays small.
pub(crate) struct Cleanup(KafkaConfig);

impl Drop for Cleanup {
    fn drop(&mut self) {
        let admin: AdminClient<DefaultClientContext> =
            ClientConfig::new().set("bootstrap.servers", &self.0.bootstrap).create().unwrap();
        let names = Topic::ALL.map(|topic| format!("{}{}", self.0.topic_prefix, topic.as_str()));
        let deleting = admin.delete_topics(&names.each_ref().map(String::as_str), &AdminOptions::new());
        // A broker that does not answer is the concern of the test, not of its end.
        let _ = futures::executor::block_on(deleting);
    }
}
