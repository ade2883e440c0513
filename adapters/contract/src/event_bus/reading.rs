//! Cases about reading as one member.

use std::time::{Duration, Instant};

use eop_core::kernel::event::Topic;

use super::EventBusHarness;
use super::fixture::{
    PATIENCE, acknowledge, contents, event, events, expect_equal, expect_silence, id, publish, read, take,
};

/// What does not fit into one poll comes with the next ones.
pub async fn a_poll_gives_no_more_than_its_limit<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 5, 50);
    publish(&*bus.publisher(), &published).await;
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    let started = Instant::now();
    let mut messages = Vec::new();
    while messages.len() < published.len() {
        assert!(started.elapsed() < PATIENCE, "{} messages came", messages.len());
        let batch = consumer.poll(7, Duration::from_millis(500)).await.unwrap();
        assert!(batch.len() <= 7, "{} messages came at once", batch.len());
        messages.extend(batch);
    }
    expect_equal(&messages, &published);
}

/// With nothing to read a poll ends, empty, after its time.
pub async fn a_poll_waits_only_as_long_as_it_was_told<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    let started = Instant::now();
    assert!(consumer.poll(10, Duration::from_millis(400)).await.unwrap().is_empty());
    let waited = started.elapsed();
    assert!(waited >= Duration::from_millis(390), "it came back after {waited:?}");
    assert!(waited < Duration::from_secs(5), "it came back after {waited:?}");
}

/// A poll does not sleep through a message.
pub async fn a_waiting_poll_ends_when_something_is_published<H: EventBusHarness>() {
    let bus = H::fresh().await;
    publish(&*bus.publisher(), &events(Topic::Orders, 1, 1)).await;
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    take(&consumer, 1).await;
    let waiting = tokio::spawn(async move { consumer.poll(10, PATIENCE).await.unwrap() });
    tokio::time::sleep(Duration::from_millis(300)).await;
    let published = events(Topic::Orders, 1, 1);
    publish(&*bus.publisher(), &published).await;
    let started = Instant::now();
    let received = waiting.await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(5), "it woke after {:?}", started.elapsed());
    assert_eq!(contents(&received), published);
}

/// A poll may be one branch of a `select!`: what it had begun to fetch comes with the next one.
pub async fn a_poll_that_is_cancelled_loses_nothing<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    let published = events(Topic::Orders, 4, 200);
    let publishing = {
        let (bus, published) = (bus.publisher(), published.clone());
        tokio::spawn(async move {
            for batch in published.chunks(4) {
                publish(&*bus, batch).await;
            }
        })
    };
    let started = Instant::now();
    let mut messages = Vec::new();
    let mut patience = 0;
    while messages.len() < published.len() {
        assert!(started.elapsed() < PATIENCE, "{} of {} messages came", messages.len(), published.len());
        patience = (patience + 173) % 3000;
        tokio::select! {
            batch = consumer.poll(10, Duration::from_secs(1)) => messages.extend(batch.unwrap()),
            () = tokio::time::sleep(Duration::from_micros(patience)) => {}
        }
    }
    publishing.await.unwrap();
    expect_equal(&messages, &published);
}

/// A topic that was not asked for does not come.
pub async fn a_consumer_gets_only_its_topics<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let orders = events(Topic::Orders, 3, 6);
    let identity = events(Topic::Identity, 3, 6);
    let dead = events(Topic::OrdersDeadLetters, 3, 6);
    publish(&*bus.publisher(), &[orders.clone(), identity.clone(), dead].concat()).await;
    let both = bus.consumer("both", &[Topic::Orders, Topic::Identity]).await;
    expect_equal(&take(&both, 12).await, &[orders.clone(), identity].concat());
    expect_silence(&both).await;
    let one = bus.consumer("one", &[Topic::Orders]).await;
    expect_equal(&take(&one, 6).await, &orders);
    expect_silence(&one).await;
}

/// Garbage on a topic is handed over as it is, and does not hide what follows it.
pub async fn a_record_that_is_no_event_comes_as_unreadable<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let garbage = b"\xff\xfe not an event";
    if !bus.append_raw(Topic::Orders, garbage).await {
        return;
    }
    let published = events(Topic::Orders, 12, 12);
    publish(&*bus.publisher(), &published).await;
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    let (sound, unreadable): (Vec<_>, Vec<_>) =
        take(&consumer, 13).await.into_iter().partition(|message| message.content.is_ok());
    expect_equal(&sound, &published);
    assert_eq!(unreadable.len(), 1);
    let reason = unreadable[0].content.as_ref().unwrap_err();
    assert_eq!(reason.value, garbage);
    assert!(!reason.reason.is_empty(), "the reason is told");
    drop(consumer);
    expect_silence(&bus.consumer("reader", &[Topic::Orders]).await).await;
}

/// Lag counts what is not acknowledged.
pub async fn lag_falls_to_zero_when_all_is_acknowledged<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let key = id();
    let published: Vec<_> = (1..=20).map(|sequence| event(Topic::Orders, key, sequence)).collect();
    publish(&*bus.publisher(), &published).await;
    let consumer = bus.consumer("reader", &[Topic::Orders]).await;
    let messages = read(&consumer, 20).await;
    assert_eq!(consumer.lag().await, Some(20));
    acknowledge(&consumer, &messages[..15]).await;
    assert_eq!(consumer.lag().await, Some(5));
    acknowledge(&consumer, &messages[15..]).await;
    assert_eq!(consumer.lag().await, Some(0));
}
