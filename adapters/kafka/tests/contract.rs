//! Kafka against the bus contract, on a real broker.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_contract::event_bus::EventBusHarness;
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::event::Topic;
use eop_kafka::KafkaBus;
use rdkafka::ClientConfig;
use rdkafka::producer::{FutureProducer, FutureRecord};

struct KafkaHarness {
    bus: KafkaBus,
    bootstrap: String,
    prefix: String,
    _cleanup: support::Cleanup,
}

#[async_trait]
impl EventBusHarness for KafkaHarness {
    async fn fresh() -> Self {
        let bootstrap = support::broker().expect("the cases run only where there is a broker");
        let (bus, config, cleanup) = support::fresh_bus(bootstrap).await;
        Self { bus, bootstrap: config.bootstrap, prefix: config.topic_prefix, _cleanup: cleanup }
    }

    fn publisher(&self) -> Arc<dyn EventPublisher> {
        self.bus.publisher()
    }

    async fn consumer(&self, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer> {
        self.bus.consumer(group, topics).unwrap()
    }

    async fn append_raw(&self, topic: Topic, value: &[u8]) -> bool {
        let producer: FutureProducer =
            ClientConfig::new().set("bootstrap.servers", &self.bootstrap).create().unwrap();
        let name = format!("{}{}", self.prefix, topic.as_str());
        producer
            .send(FutureRecord::<str, _>::to(&name).payload(value), Duration::from_secs(10))
            .await
            .unwrap();
        true
    }
}

eop_contract::event_bus_contract!(KafkaHarness, when support::broker().is_some());
