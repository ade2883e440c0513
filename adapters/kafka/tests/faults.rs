//! What publishing does when brokers fail, on librdkafka's own mock cluster.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::HashMap;
use std::time::{Duration, Instant};

use chrono::DateTime;
use eop_core::kernel::bus::{EventPublisher, PublishError};
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_kafka::{KafkaBus, KafkaConfig};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::message::Message;
use rdkafka::mocking::MockCluster;
use rdkafka::producer::DefaultProducerContext;
use rdkafka::types::{RDKafkaApiKey, RDKafkaRespErr};
use rdkafka::{ClientConfig, Offset, TopicPartitionList};
use serde_json::json;
use uuid::Uuid;

const TOPIC: &str = "orders.v1";

type Cluster = MockCluster<'static, DefaultProducerContext>;

fn cluster() -> (Cluster, KafkaBus) {
    let cluster = MockCluster::new(1).unwrap();
    cluster.create_topic(TOPIC, 3, 1).unwrap();
    let config = KafkaConfig {
        delivery_timeout: Duration::from_secs(2),
        ..KafkaConfig::new(cluster.bootstrap_servers())
    };
    (cluster, KafkaBus::connect(config).unwrap())
}

fn events(first: u64, count: u64) -> Vec<Event> {
    (first..first + count)
        .flat_map(|sequence| (0..4_u64).map(move |key| (key, sequence)))
        .map(|(key, sequence)| Event {
            id: EventId(Uuid::from_u128((u128::from(key) << 64) | u128::from(sequence))),
            topic: Topic::Orders,
            kind: "order.amended.v1".to_owned(),
            key: Uuid::from_u128(u128::from(key)),
            sequence,
            occurred_at: DateTime::UNIX_EPOCH,
            traceparent: None,
            data: EventData::of(&json!({ "sequence": sequence })),
        })
        .collect()
}

/// The sequences of each key, in the order in which they lie in the topic.
fn stored(cluster: &Cluster, count: usize) -> HashMap<String, Vec<u64>> {
    let consumer: BaseConsumer = ClientConfig::new()
        .set("bootstrap.servers", cluster.bootstrap_servers())
        .set("group.id", "check")
        .create()
        .unwrap();
    let mut all = TopicPartitionList::new();
    for partition in 0..3 {
        all.add_partition_offset(TOPIC, partition, Offset::Beginning).unwrap();
    }
    consumer.assign(&all).unwrap();
    let mut found: HashMap<String, Vec<u64>> = HashMap::new();
    let started = Instant::now();
    while found.values().map(Vec::len).sum::<usize>() < count {
        assert!(started.elapsed() < Duration::from_secs(20), "{found:?}");
        let Some(Ok(record)) = consumer.poll(Duration::from_millis(500)) else { continue };
        let data: serde_json::Value = serde_json::from_slice(record.payload().unwrap()).unwrap();
        let key = String::from_utf8(record.key().unwrap().to_vec()).unwrap();
        found.entry(key).or_default().push(data["sequence"].as_u64().unwrap());
    }
    found
}

async fn publish(publisher: &dyn EventPublisher, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
    let count = events.len();
    let results = publisher.publish(events).await;
    assert_eq!(results.len(), count);
    results
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_that_passes_is_retried_without_doubles_or_disorder() {
    let (cluster, bus) = cluster();
    cluster.request_errors(
        RDKafkaApiKey::Produce,
        &[
            RDKafkaRespErr::RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
            RDKafkaRespErr::RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
        ],
    );
    let results = publish(&*bus.publisher(), events(1, 25)).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    for (key, sequences) in stored(&cluster, 100) {
        assert_eq!(sequences, (1..=25).collect::<Vec<_>>(), "key {key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broker_that_is_away_fails_everything_in_time_and_is_used_again_when_it_is_back() {
    let (cluster, bus) = cluster();
    let publisher = bus.publisher();
    assert!(publish(&*publisher, events(1, 1)).await.iter().all(Result::is_ok));
    assert!(publisher.is_available().await);

    cluster.broker_down(1).unwrap();
    let started = Instant::now();
    let results = publish(&*publisher, events(2, 5)).await;
    assert!(started.elapsed() < Duration::from_secs(5), "it took {:?}", started.elapsed());
    assert!(results.iter().all(|result| matches!(result, Err(PublishError::Unavailable(_)))), "{results:?}");
    assert!(!publisher.is_available().await);

    cluster.broker_up(1).unwrap();
    let started = Instant::now();
    while publish(&*publisher, events(2, 5)).await.iter().any(Result::is_err) {
        assert!(started.elapsed() < Duration::from_secs(20), "it is not used again");
    }
    assert!(publisher.is_available().await);
    for (key, mut sequences) in stored(&cluster, 24) {
        sequences.dedup();
        assert_eq!(sequences, (1..=6).collect::<Vec<_>>(), "key {key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_waits_for_a_broker_that_is_away_and_goes_on_when_it_is_back() {
    let (cluster, bus) = cluster();
    let (publisher, reader) = (bus.publisher(), bus.consumer("readers", &[Topic::Orders]).unwrap());
    let (mut found, started) = (0, Instant::now());
    assert!(publish(&*publisher, events(1, 1)).await.iter().all(Result::is_ok));
    while found < 4 {
        assert!(started.elapsed() < Duration::from_secs(20), "{found} of 4 messages came");
        found += reader.poll(10, Duration::from_millis(200)).await.unwrap().len();
    }

    // Each failure of a poll makes its caller wait longer: with one for each of the library's complaints about brokers,
    // the caller is still waiting when the broker is long back.
    cluster.broker_down(1).unwrap();
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(4) {
        assert_eq!(reader.poll(10, Duration::from_millis(200)).await.map(|messages| messages.len()), Ok(0));
    }

    cluster.broker_up(1).unwrap();
    let started = Instant::now();
    while publish(&*publisher, events(2, 1)).await.iter().any(Result::is_err) {
        assert!(started.elapsed() < Duration::from_secs(20), "it is not used again");
    }
    while reader.poll(10, Duration::from_millis(200)).await.unwrap().is_empty() {
        assert!(started.elapsed() < Duration::from_secs(40), "nothing comes any more");
    }
    reader.close().await;
}

/// What is asked during the silence is never answered, and the connections stay open; later ones are as usual.
#[tokio::test(flavor = "multi_thread")]
async fn a_silence_is_noticed_and_new_connections_are_used() {
    let cluster = MockCluster::new(1).unwrap();
    cluster.create_topic(TOPIC, 3, 1).unwrap();
    let bus = KafkaBus::connect(KafkaConfig::new(cluster.bootstrap_servers())).unwrap();
    let (publisher, reader) = (bus.publisher(), bus.consumer("readers", &[Topic::Orders]).unwrap());
    let started = Instant::now();
    assert!(publish(&*publisher, events(1, 1)).await.iter().all(Result::is_ok));
    let mut found = 0;
    while found < 4 {
        assert!(started.elapsed() < Duration::from_secs(20), "{found} of 4 messages came");
        found += reader.poll(10, Duration::from_millis(200)).await.unwrap().len();
    }

    cluster.broker_round_trip_time(1, Duration::from_mins(10)).unwrap();
    let started = Instant::now();
    let silence = async {
        while started.elapsed() < Duration::from_secs(2) {
            assert_eq!(reader.poll(10, Duration::from_millis(200)).await.unwrap().len(), 0);
        }
        cluster.broker_round_trip_time(1, Duration::ZERO).unwrap();
    };
    let (results, ()) = tokio::join!(publish(&*publisher, events(2, 1)), silence);
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert!(started.elapsed() < Duration::from_secs(12), "published after {:?}", started.elapsed());
    while found < 8 {
        assert!(started.elapsed() < Duration::from_secs(15), "{found} of 8 messages came");
        found += reader.poll(10, Duration::from_millis(200)).await.unwrap().len();
    }
    let again = stored(&cluster, 8);
    assert!(again.values().all(|sequences| *sequences == [1, 2]), "{again:?}");
    reader.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_that_is_nowhere_is_unavailable() {
    let config =
        KafkaConfig { delivery_timeout: Duration::from_millis(500), ..KafkaConfig::new("127.0.0.1:1") };
    let bus = KafkaBus::connect(config).unwrap();
    assert!(!bus.publisher().is_available().await);
    let results = publish(&*bus.publisher(), events(1, 1)).await;
    assert!(results.iter().all(|result| matches!(result, Err(PublishError::Unavailable(_)))), "{results:?}");
    let error = bus.ensure_topics(&[Topic::Orders]).await.unwrap_err().to_string();
    assert!(error.contains(TOPIC) && error.contains("127.0.0.1:1"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_says_that_nobody_answers_and_goes_on_where_it_was() {
    let (cluster, bus) = cluster();
    let (publisher, feed) = (bus.publisher(), bus.feed(Topic::Orders, DateTime::UNIX_EPOCH).unwrap());
    let hear = async |count: usize| {
        let (started, mut sequences) = (Instant::now(), Vec::new());
        while sequences.len() < count {
            assert!(started.elapsed() < Duration::from_secs(20), "{sequences:?} of {count} were heard");
            let Ok(heard) = feed.poll(100, Duration::from_millis(200)).await else { continue };
            sequences.extend(heard.messages.into_iter().map(|message| message.content.unwrap().sequence));
        }
        sequences
    };
    // The mock knows of no times, and begins where the topic ends at the first poll.
    let first = feed.poll(100, Duration::from_secs(2)).await.unwrap();
    assert!(first.is_current && first.messages.is_empty(), "{first:?}");
    assert!(publish(&*publisher, events(1, 1)).await.iter().all(Result::is_ok));
    assert_eq!(hear(4).await, [1; 4]);

    cluster.broker_down(1).unwrap();
    let started = Instant::now();
    while feed.poll(100, Duration::from_millis(200)).await.is_ok() {
        assert!(started.elapsed() < Duration::from_secs(5), "it does not say that nobody answers");
    }
    cluster.broker_up(1).unwrap();
    let started = Instant::now();
    while publish(&*publisher, events(2, 1)).await.iter().any(Result::is_err) {
        assert!(started.elapsed() < Duration::from_secs(20), "the broker is not used again");
    }
    assert!(hear(4).await.contains(&2));
    assert!(feed.poll(100, Duration::from_secs(2)).await.unwrap().is_current);
}
