//! Cases about publishing.

use std::time::Duration;

use eop_core::kernel::bus::PublishError;
use eop_core::kernel::event::{Event, EventData, Topic};
use futures::future::join_all;
use serde_json::json;

use super::EventBusHarness;
use super::fixture::{event, events, expect_equal, expect_silence, id, publish, read, take};

/// No bus takes an event of 2 MiB: one that large belongs in a store, and Kafka's usual limit is 1 MB.
const TOO_LARGE: usize = 2 * 1024 * 1024;

/// Every member of an event arrives as it was published.
pub async fn what_is_published_is_read_back_equal<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let key = id();
    let published = vec![
        Event {
            kind: "order.created.v1".to_owned(),
            traceparent: Some("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".to_owned()),
            data: EventData::of(&json!({
                "text": "Grüße, 世界, \u{1f680} \u{0} \"quoted\" \\ line\nbreak",
                "largest": u64::MAX,
                "smallest": i64::MIN,
                "fraction": 0.1,
                "nothing": null,
                "nested": [{ "ключ": [true, false, []] }, {}],
            })),
            ..event(Topic::Orders, key, 1)
        },
        Event { data: EventData::of(&"ä".repeat(200_000)), ..event(Topic::Orders, key, 2) },
        Event { data: EventData::of(&()), ..event(Topic::Orders, key, 3) },
        Event { sequence: 1, ..event(Topic::Orders, id(), u64::MAX) },
    ];
    publish(&*bus.publisher(), &published).await;
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    expect_equal(&read(&consumer, published.len()).await, &published);
    expect_silence(&consumer).await;
}

/// The trace of the work that caused an event goes with it, and no trace is made up for one without.
pub async fn trace_context_survives<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let key = id();
    let traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    let published = [
        Event { traceparent: Some(traceparent.to_owned()), ..event(Topic::Identity, key, 1) },
        event(Topic::Identity, key, 2),
    ];
    publish(&*bus.publisher(), &published).await;
    let consumer = bus.consumer("reader", &[Topic::Identity]).await;
    let received = read(&consumer, 2).await;
    let traces: Vec<_> = received.into_iter().map(|message| message.content.unwrap().traceparent).collect();
    assert_eq!(traces, [Some(traceparent.to_owned()), None]);
}

/// An empty batch has no results.
pub async fn publishing_nothing_does_nothing<H: EventBusHarness>() {
    let bus = H::fresh().await;
    assert_eq!(bus.publisher().publish(Vec::new()).await, []);
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    assert!(consumer.poll(10, Duration::from_millis(300)).await.unwrap().is_empty());
    consumer.acknowledge(&[]).await.unwrap();
}

/// A bus that takes events is available.
pub async fn a_bus_that_answers_says_so<H: EventBusHarness>() {
    let bus = H::fresh().await;
    publish(&*bus.publisher(), &events(Topic::Orders, 1, 1)).await;
    assert!(bus.publisher().is_available().await);
}

/// The event that is too large is refused, what follows it in its key waits, and other keys are not concerned.
pub async fn an_event_that_is_too_large_is_refused_alone<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let (poisoned, sound) = (id(), id());
    let batch = vec![
        event(Topic::Orders, poisoned, 1),
        event(Topic::Orders, sound, 1),
        Event { data: EventData::of(&"x".repeat(TOO_LARGE)), ..event(Topic::Orders, poisoned, 2) },
        event(Topic::Orders, sound, 2),
        event(Topic::Orders, poisoned, 3),
        event(Topic::Orders, sound, 3),
    ];
    let results = bus.publisher().publish(batch.clone()).await;
    assert_eq!(results.len(), batch.len());
    assert!(matches!(results[2], Err(PublishError::Refused(_))), "the large one: {:?}", results[2]);
    assert!(
        matches!(results[4], Err(PublishError::Unavailable(_))),
        "the one after it can be tried again once the key is free: {:?}",
        results[4]
    );
    for index in [0, 1, 3, 5] {
        assert_eq!(results[index], Ok(()), "event {index}");
    }
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    let expected: Vec<Event> = [0, 1, 3, 5].map(|index| batch[index].clone()).to_vec();
    expect_equal(&read(&consumer, 4).await, &expected);
    expect_silence(&consumer).await;
}

/// Ten batches of a thousand keep the order of their forty keys.
pub async fn ten_thousand_events_keep_the_order_of_their_keys<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 40, 10_000);
    for batch in published.chunks(1000) {
        publish(&*bus.publisher(), batch).await;
    }
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    expect_equal(&take(&consumer, published.len()).await, &published);
}

/// Sixteen publishers at once, each with its keys, on two topics.
pub async fn concurrent_publishers_do_not_disturb_each_other<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let publishers = (0..16).map(|number| {
        let bus = bus.publisher();
        let topic = if number % 2 == 0 { Topic::Orders } else { Topic::Identity };
        async move {
            let published = events(topic, 3, 60);
            for batch in published.chunks(6) {
                publish(&*bus, batch).await;
            }
            published
        }
    });
    let published: Vec<Event> = join_all(publishers).await.into_iter().flatten().collect();
    let consumer = bus.consumer("reader", &[Topic::Orders, Topic::Identity]).await;
    expect_equal(&take(&consumer, published.len()).await, &published);
}
