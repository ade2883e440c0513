//! Kafka against the bus contract, on a real broker.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use chrono::DateTime;
use eop_contract::event_bus::{EventBusHarness, EventFeedHarness};
use eop_core::kernel::bus::{EventConsumer, EventPublisher, PublishError};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::feed::EventFeed;
use eop_core::kernel::id::EventId;
use eop_kafka::KafkaBus;
use rdkafka::ClientConfig;
use rdkafka::admin::{AdminClient, AdminOptions, AlterConfig, NewPartitions, ResourceSpecifier};
use rdkafka::client::DefaultClientContext;
use rdkafka::producer::{FutureProducer, FutureRecord};
use uuid::Uuid;

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
        // A compacted topic takes none without a key.
        producer
            .send(FutureRecord::to(&name).key("nobody's").payload(value), Duration::from_secs(10))
            .await
            .unwrap();
        true
    }
}

#[async_trait]
impl EventFeedHarness for KafkaHarness {
    async fn feed(&self, topic: Topic, since: Timestamp) -> Arc<dyn EventFeed> {
        self.bus.feed(topic, since).unwrap()
    }
}

eop_contract::event_bus_contract!(KafkaHarness, when support::broker().is_some());
eop_contract::event_feed_contract!(KafkaHarness, when support::broker().is_some());

/// Whoever adds partitions to a topic need not start every process anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_feed_follows_partitions_that_come_later() {
    if support::broker().is_none() {
        return;
    }
    let kafka = KafkaHarness::fresh().await;
    let feed = kafka.feed(Topic::Identity, Timestamp::UNIX_EPOCH).await;
    assert!(feed.poll(10, Duration::from_secs(2)).await.unwrap().is_current);

    let client = ClientConfig::new().set("bootstrap.servers", &kafka.bootstrap).clone();
    let admin: AdminClient<DefaultClientContext> = client.create().unwrap();
    let name = format!("{}{}", kafka.prefix, Topic::Identity.as_str());
    let made = admin.create_partitions(&[NewPartitions::new(&name, 9)], &AdminOptions::new()).await.unwrap();
    for topic in made {
        topic.unwrap();
    }
    let producer: FutureProducer = client.create().unwrap();
    let record = FutureRecord::to(&name).partition(8).key("nobody's").payload(b"late".as_slice());
    producer.send(record, Duration::from_secs(20)).await.unwrap();

    let (started, mut found) = (Instant::now(), None);
    while found.is_none() {
        assert!(started.elapsed() < Duration::from_secs(20), "nothing came of the new partition");
        found = feed.poll(10, Duration::from_millis(500)).await.unwrap().messages.pop();
    }
    let position = found.unwrap().position;
    assert_eq!((position.partition, position.offset), (8, 0));
}

/// An event whose data have so many bytes, which do not compress.
fn event(key: Uuid, sequence: u64, bytes: usize) -> Event {
    let words = |n: usize| Uuid::new_v5(&key, format!("{sequence} {n}").as_bytes()).simple().to_string();
    let text: String = (0..bytes / 32).map(words).collect();
    Event {
        id: EventId(Uuid::new_v5(&key, &sequence.to_be_bytes())),
        topic: Topic::Orders,
        kind: "order.amended.v1".to_owned(),
        key,
        sequence,
        occurred_at: DateTime::UNIX_EPOCH,
        traceparent: None,
        data: EventData::of(&text),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_batch_that_the_broker_refuses_only_what_it_refuses_alone_is_refused() {
    let Some(bootstrap) = support::broker() else { return };
    let (bus, config, _cleanup) = support::fresh_bus(bootstrap).await;
    let admin: AdminClient<DefaultClientContext> =
        ClientConfig::new().set("bootstrap.servers", &config.bootstrap).create().unwrap();
    let name = format!("{}{}", config.topic_prefix, Topic::Orders.as_str());
    let limit = AlterConfig::new(ResourceSpecifier::Topic(&name)).set("max.message.bytes", "2000");
    admin.alter_configs([&limit], &AdminOptions::new()).await.unwrap()[0].as_ref().unwrap();

    let (guilty, publisher) = (Uuid::nil(), bus.publisher());
    // The broker heeds it in a moment.
    let started = Instant::now();
    for probe in 1_000.. {
        let alone = publisher.publish(vec![event(Uuid::from_u128(probe), 1, 9600)]).await;
        if alone[0].is_err() {
            break;
        }
        assert!(started.elapsed() < Duration::from_secs(20), "the limit is not heeded");
    }
    // Together they are too large for a record's limit even without the guilty one.
    let mut events: Vec<Event> = (1..=40).map(|n| event(Uuid::from_u128(n.into()), n, 320)).collect();
    events.insert(20, event(guilty, 2, 32));
    events.insert(20, event(guilty, 1, 9600));
    let results = publisher.publish(events.clone()).await;
    for (result, one) in results.iter().zip(&events) {
        match (one.key == guilty, one.sequence) {
            (false, _) => assert_eq!(*result, Ok(())),
            (true, 1) => {
                assert!(
                    matches!(result, Err(PublishError::Refused(why)) if why.contains(&name)),
                    "{result:?}"
                );
            }
            // It waits until somebody has decided about the one before it.
            (true, _) => assert!(matches!(result, Err(PublishError::Unavailable(_))), "{result:?}"),
        }
    }
    let raised = AlterConfig::new(ResourceSpecifier::Topic(&name)).set("max.message.bytes", "1000000");
    admin.alter_configs([&raised], &AdminOptions::new()).await.unwrap()[0].as_ref().unwrap();
    let mended: Vec<Event> = events.into_iter().filter(|one| one.key == guilty).collect();
    let started = Instant::now();
    while publisher.publish(mended.clone()).await.iter().any(Result::is_err) {
        assert!(started.elapsed() < Duration::from_secs(20), "it is taken now");
    }
}
