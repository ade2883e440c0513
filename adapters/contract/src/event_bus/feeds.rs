//! Cases about following a topic without a group.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use chrono::Utc;
use eop_core::kernel::bus::Received;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::feed::EventFeed;

use super::EventBusHarness;
use super::fixture::{
    PATIENCE, contents, event, events, expect_equal, expect_order, id, publish, sorted, take,
};

/// A bus whose topics can be followed.
#[async_trait]
pub trait EventFeedHarness: EventBusHarness {
    /// A feed of what happened on `topic` at `since` or later.
    async fn feed(&self, topic: Topic, since: Timestamp) -> Arc<dyn EventFeed>;
}

/// Lists the cases of the feed contract for a harness; with `when condition` they run only where it holds.
#[macro_export]
macro_rules! event_feed_contract {
    ($harness:ty) => {
        $crate::event_feed_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, event_bus when ($condition):
            every_feed_gets_everything,
            a_feed_begins_at_its_point_in_time,
            a_feed_follows_what_is_published_later,
            a_feed_keeps_the_order_of_keys,
            a_feed_gives_no_more_than_its_limit,
            a_feed_follows_only_its_topic,
            a_feed_waits_only_as_long_as_it_was_told,
            a_feed_is_current_when_everything_was_handed_over,
            a_feed_that_is_cancelled_loses_nothing,
            a_record_that_is_no_event_does_not_hold_a_feed_up,
        );
    };
}

/// Before everything that a case publishes.
fn long_ago() -> Timestamp {
    Utc::now() - Duration::from_hours(1)
}

/// Events that happen now.
fn events_of_now(topic: Topic, keys: u64, count: u64) -> Vec<Event> {
    let now = eop_core::kernel::clock::to_stored_precision(Utc::now());
    events(topic, keys, count).into_iter().map(|event| Event { occurred_at: now, ..event }).collect()
}

/// Polls until `count` messages came.
async fn heard(feed: &Arc<dyn EventFeed>, count: usize) -> Vec<Received> {
    let started = Instant::now();
    let mut messages = Vec::new();
    while messages.len() < count {
        assert!(started.elapsed() < PATIENCE, "{} of {count} messages came in {PATIENCE:?}", messages.len());
        messages.extend(feed.poll(500, Duration::from_millis(500)).await.unwrap().messages);
    }
    messages
}

async fn expect_nothing_more(feed: &Arc<dyn EventFeed>) {
    let messages = feed.poll(500, Duration::from_millis(1500)).await.unwrap().messages;
    assert!(messages.is_empty(), "nothing more was expected, but {} messages came", messages.len());
}

/// Two feeds and the members of a group take nothing from each other, and a feed that comes later begins anew.
pub async fn every_feed_gets_everything<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let published = events_of_now(Topic::Identity, 5, 30);
    publish(&*bus.publisher(), &published).await;
    let first = bus.feed(Topic::Identity, long_ago()).await;
    expect_equal(&heard(&first, 30).await, &published);
    let (second, group) =
        tokio::join!(bus.feed(Topic::Identity, long_ago()), bus.consumer("group", &[Topic::Identity]));
    expect_equal(&heard(&second, 30).await, &published);
    expect_equal(&take(&group, 30).await, &published);
    expect_nothing_more(&first).await;
}

/// What happened well before does not come.
pub async fn a_feed_begins_at_its_point_in_time<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    publish(&*bus.publisher(), &events_of_now(Topic::Identity, 12, 24)).await;
    tokio::time::sleep(Duration::from_millis(1200)).await;
    let since = Utc::now();
    tokio::time::sleep(Duration::from_millis(100)).await;
    // Fewer keys than there are partitions: some have nothing since then, and are followed all the same.
    let published = events_of_now(Topic::Identity, 2, 6);
    publish(&*bus.publisher(), &published).await;
    let feed = bus.feed(Topic::Identity, since).await;
    expect_equal(&heard(&feed, 6).await, &published);
    let later = events_of_now(Topic::Identity, 12, 24);
    publish(&*bus.publisher(), &later).await;
    expect_equal(&heard(&feed, 24).await, &later);
    expect_nothing_more(&feed).await;
}

/// A waiting poll ends when something is published.
pub async fn a_feed_follows_what_is_published_later<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    assert!(feed.poll(10, Duration::from_secs(1)).await.unwrap().messages.is_empty());
    let waiting = {
        let feed = feed.clone();
        tokio::spawn(async move { feed.poll(10, PATIENCE).await.unwrap() })
    };
    tokio::time::sleep(Duration::from_millis(300)).await;
    let published = events_of_now(Topic::Identity, 1, 1);
    publish(&*bus.publisher(), &published).await;
    let started = Instant::now();
    let received = waiting.await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(5), "it woke after {:?}", started.elapsed());
    assert_eq!(contents(&received.messages), published);
}

/// Each key in its order, while publishers go on.
pub async fn a_feed_keeps_the_order_of_keys<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    let published = events_of_now(Topic::Identity, 40, 2000);
    let publishing = {
        let (bus, published) = (bus.publisher(), published.clone());
        tokio::spawn(async move {
            for batch in published.chunks(100) {
                publish(&*bus, batch).await;
            }
        })
    };
    let received = contents(&heard(&feed, published.len()).await);
    publishing.await.unwrap();
    expect_order(&received);
    assert_eq!(sorted(received), sorted(published));
}

/// What does not fit into one poll comes with the next ones.
pub async fn a_feed_gives_no_more_than_its_limit<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let published = events_of_now(Topic::Identity, 5, 50);
    publish(&*bus.publisher(), &published).await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    let started = Instant::now();
    let mut messages = Vec::new();
    while messages.len() < published.len() {
        assert!(started.elapsed() < PATIENCE, "{} messages came", messages.len());
        let heard = feed.poll(7, Duration::from_millis(500)).await.unwrap();
        assert!(heard.messages.len() <= 7, "{} messages came at once", heard.messages.len());
        messages.extend(heard.messages);
    }
    expect_equal(&messages, &published);
}

/// Another topic does not come.
pub async fn a_feed_follows_only_its_topic<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let identity = events_of_now(Topic::Identity, 3, 6);
    let others =
        [events_of_now(Topic::Orders, 3, 6), events_of_now(Topic::IdentityDeadLetters, 3, 6)].concat();
    publish(&*bus.publisher(), &[others, identity.clone()].concat()).await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    expect_equal(&heard(&feed, 6).await, &identity);
    expect_nothing_more(&feed).await;
}

/// With nothing to hear a poll ends, empty, after its time.
pub async fn a_feed_waits_only_as_long_as_it_was_told<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    assert!(feed.poll(10, Duration::from_secs(2)).await.unwrap().messages.is_empty());
    let started = Instant::now();
    assert!(feed.poll(10, Duration::from_millis(400)).await.unwrap().messages.is_empty());
    let waited = started.elapsed();
    assert!(waited >= Duration::from_millis(390), "it came back after {waited:?}");
    assert!(waited < Duration::from_secs(5), "it came back after {waited:?}");
}

/// It says so only with the last of what lay there, and at once where there is nothing.
pub async fn a_feed_is_current_when_everything_was_handed_over<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let quiet = bus.feed(Topic::Orders, long_ago()).await;
    assert!(quiet.poll(10, Duration::from_secs(3)).await.unwrap().is_current, "there is nothing to hear");
    publish(&*bus.publisher(), &events_of_now(Topic::Identity, 12, 60)).await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    let (started, mut count) = (Instant::now(), 0);
    loop {
        let heard = feed.poll(7, Duration::from_secs(2)).await.unwrap();
        count += heard.messages.len();
        assert_eq!(heard.is_current, count == 60, "after {count} of 60");
        if heard.is_current {
            break;
        }
        assert!(started.elapsed() < PATIENCE, "{count} of 60 messages came");
    }
    assert!(feed.poll(7, Duration::from_millis(300)).await.unwrap().is_current, "it stays so");
}

/// A poll may be one branch of a `select!`: what it had begun to fetch comes with the next one.
pub async fn a_feed_that_is_cancelled_loses_nothing<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    let published = events_of_now(Topic::Identity, 4, 200);
    let publishing = {
        let (bus, published) = (bus.publisher(), published.clone());
        tokio::spawn(async move {
            for batch in published.chunks(4) {
                publish(&*bus, batch).await;
            }
        })
    };
    let started = Instant::now();
    let (mut seen, mut patience) = (BTreeSet::new(), 0);
    while seen.len() < published.len() {
        assert!(started.elapsed() < PATIENCE, "{} of {} messages came", seen.len(), published.len());
        // Also longer than a bus takes to say where a feed begins.
        patience = (patience + 17_300) % 300_000;
        tokio::select! {
            heard = feed.poll(10, Duration::from_secs(1)) => {
                seen.extend(contents(&heard.unwrap().messages).iter().map(|event| event.id));
            }
            () = tokio::time::sleep(Duration::from_micros(patience)) => {}
        }
    }
    publishing.await.unwrap();
    assert_eq!(seen, published.iter().map(|event| event.id).collect());
}

/// Garbage on a topic is handed over as it is, and what follows it comes.
pub async fn a_record_that_is_no_event_does_not_hold_a_feed_up<H: EventFeedHarness>() {
    let bus = H::fresh().await;
    if !bus.append_raw(Topic::Identity, b"\xff\xfe not an event").await {
        return;
    }
    let now = Event { occurred_at: Utc::now(), ..event(Topic::Identity, id(), 1) };
    publish(&*bus.publisher(), std::slice::from_ref(&now)).await;
    let feed = bus.feed(Topic::Identity, long_ago()).await;
    let (sound, unreadable): (Vec<_>, Vec<_>) =
        heard(&feed, 2).await.into_iter().partition(|message| message.content.is_ok());
    assert_eq!((sound.len(), unreadable.len()), (1, 1));
    assert_eq!(contents(&sound)[0].id, now.id);
}
