//! Fluvio against the bus contract, where a cluster is named by `FLUVIO_ENDPOINT`.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::io::Write;
use std::sync::{Arc, Once};

use async_trait::async_trait;
use eop_contract::event_bus::{EventBusHarness, EventFeedHarness};
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::EventFeed;
use eop_fluvio::{FluvioBus, FluvioConfig};
use fluvio::{Fluvio, FluvioClusterConfig, RecordKey};

/// The cluster named by `FLUVIO_ENDPOINT`. None, said once, without: no registry has a server to start.
#[expect(clippy::disallowed_methods, reason = "tests learn of the cluster from the environment")]
fn endpoint() -> Option<String> {
    static SAID: Once = Once::new();
    let endpoint = std::env::var("FLUVIO_ENDPOINT").ok();
    if endpoint.is_none() {
        SAID.call_once(|| say("the Fluvio tests need a cluster in FLUVIO_ENDPOINT"));
    }
    endpoint
}

/// Says what is skipped. Not by `eprintln!`, which the test runner keeps to itself when a test passes.
fn say(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

struct FluvioHarness {
    bus: FluvioBus,
    endpoint: String,
    prefix: String,
}

#[async_trait]
impl EventBusHarness for FluvioHarness {
    async fn fresh() -> Self {
        let endpoint = endpoint().expect("the cases run only where there is a cluster");
        // The name of a folder that was just made: no other test has it, in this run or another.
        let folder = tempfile::Builder::new().prefix("test-").tempdir().unwrap();
        let prefix = format!("{}-", folder.path().file_name().unwrap().to_string_lossy().to_lowercase());
        let config = FluvioConfig { topic_prefix: prefix.clone(), ..FluvioConfig::new(endpoint.clone()) };
        let bus = FluvioBus::connect(config);
        bus.ensure_topics(&Topic::ALL).await.unwrap();
        Self { bus, endpoint, prefix }
    }

    fn publisher(&self) -> Arc<dyn EventPublisher> {
        self.bus.publisher()
    }

    async fn consumer(&self, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer> {
        self.bus.consumer(group, topics)
    }

    async fn append_raw(&self, topic: Topic, value: &[u8]) -> bool {
        let client = Fluvio::connect_with_config(&FluvioClusterConfig::new(&self.endpoint)).await.unwrap();
        let name = format!("{}{}", self.prefix, topic.as_str().replace('.', "-"));
        let producer = client.topic_producer(name).await.unwrap();
        producer.send(RecordKey::NULL, value.to_vec()).await.unwrap().wait().await.unwrap();
        true
    }

    fn groups_share() -> bool {
        static SAID: Once = Once::new();
        SAID.call_once(|| say("Fluvio has no groups whose members share the messages"));
        false
    }
}

#[async_trait]
impl EventFeedHarness for FluvioHarness {
    async fn feed(&self, topic: Topic, since: Timestamp) -> Arc<dyn EventFeed> {
        self.bus.feed(topic, since)
    }
}

eop_contract::event_bus_contract!(FluvioHarness, when endpoint().is_some());
eop_contract::event_feed_contract!(FluvioHarness, when endpoint().is_some());

/// Without a cluster: nothing hangs, nothing is lost silently, and the error names the cluster.
#[tokio::test]
async fn a_cluster_that_is_nowhere_is_unavailable() {
    let bus = FluvioBus::connect(FluvioConfig::new("127.0.0.1:1"));
    assert!(!bus.publisher().is_available().await);
    let error = bus.ensure_topics(&[Topic::Orders]).await.unwrap_err().to_string();
    assert!(error.contains("127.0.0.1:1"), "{error}");
    let consumer = bus.consumer("group", &[Topic::Orders]);
    let error = consumer.poll(10, std::time::Duration::from_millis(100)).await.unwrap_err().to_string();
    assert!(error.contains("127.0.0.1:1"), "{error}");
    assert_eq!(consumer.lag().await, None);
    consumer.close().await;
}
