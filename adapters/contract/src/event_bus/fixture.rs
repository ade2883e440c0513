//! Events to publish and ways to read them.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::DateTime;
use eop_core::kernel::bus::{EventConsumer, EventPublisher, Position, Received};
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use serde_json::json;
use uuid::Uuid;

/// Long enough for a broker that is busy starting or rebalancing, on a slow machine.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// An id of its own on every call, spread like random ones so that keys reach every partition.
pub(super) fn id() -> Uuid {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let number = u128::from(NEXT.fetch_add(1, Ordering::Relaxed));
    Uuid::from_u128(number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

/// The event number `sequence` of `key`.
pub(super) fn event(topic: Topic, key: Uuid, sequence: u64) -> Event {
    Event {
        id: EventId(id()),
        topic,
        kind: "order.amended.v1".to_owned(),
        key,
        sequence,
        occurred_at: DateTime::from_timestamp_micros(1_767_225_600_123_456).expect("a date in 2026"),
        traceparent: None,
        data: EventData::of(&json!({ "number": sequence })),
    }
}

/// `count` events spread over `keys` new keys, in turn; sequences start at 1.
pub(super) fn events(topic: Topic, keys: u64, count: u64) -> Vec<Event> {
    let ids: Vec<Uuid> = (0..keys).map(|_| id()).collect();
    (0..count)
        .map(|number| {
            let key = ids[usize::try_from(number % keys).expect("a small number")];
            event(topic, key, number / keys + 1)
        })
        .collect()
}

/// Publishes and expects every event to be acknowledged.
pub(super) async fn publish(publisher: &dyn EventPublisher, events: &[Event]) {
    let results = publisher.publish(events.to_vec()).await;
    assert_eq!(results.len(), events.len(), "one result per event");
    for (event, result) in events.iter().zip(results) {
        assert_eq!(result, Ok(()), "event {} of key {}", event.sequence, event.key);
    }
}

/// Polls until `count` messages came, without acknowledging any.
pub(super) async fn read(consumer: &Arc<dyn EventConsumer>, count: usize) -> Vec<Received> {
    let started = Instant::now();
    let mut messages = Vec::new();
    while messages.len() < count {
        assert!(started.elapsed() < PATIENCE, "{} of {count} messages came in {PATIENCE:?}", messages.len());
        messages.extend(consumer.poll(500, Duration::from_millis(500)).await.unwrap());
    }
    messages
}

/// Acknowledges messages that were read.
pub(super) async fn acknowledge(consumer: &Arc<dyn EventConsumer>, messages: &[Received]) {
    let positions: Vec<Position> = messages.iter().map(|message| message.position).collect();
    consumer.acknowledge(&positions).await.unwrap();
}

/// Polls until `count` messages came, acknowledging each batch.
pub(super) async fn take(consumer: &Arc<dyn EventConsumer>, count: usize) -> Vec<Received> {
    let messages = read(consumer, count).await;
    acknowledge(consumer, &messages).await;
    messages
}

/// Expects that nothing comes for a while.
pub(super) async fn expect_silence(consumer: &Arc<dyn EventConsumer>) {
    let messages = consumer.poll(500, Duration::from_millis(1500)).await.unwrap();
    assert!(messages.is_empty(), "nothing more was expected, but {} messages came", messages.len());
}

/// The events of messages that are all readable.
pub(super) fn contents(messages: &[Received]) -> Vec<Event> {
    messages.iter().map(|message| message.content.clone().unwrap()).collect()
}

/// The events in an order that does not depend on how partitions were read.
pub(super) fn sorted(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| (event.topic, event.key, event.sequence, event.id.0));
    events
}

/// Expects the same events, whatever the order between keys, and every key in its order.
pub(super) fn expect_equal(messages: &[Received], published: &[Event]) {
    let received = contents(messages);
    expect_order(&received);
    assert_eq!(sorted(received), sorted(published.to_vec()));
}

/// Expects each key's events to come with sequences 1, 2, 3 and so on.
pub(super) fn expect_order(received: &[Event]) {
    let mut last: HashMap<Uuid, u64> = HashMap::new();
    for event in received {
        let before = last.insert(event.key, event.sequence).unwrap_or(0);
        assert_eq!(event.sequence, before + 1, "the events of key {} came out of order", event.key);
    }
}
