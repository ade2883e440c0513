//! Cases about groups, their members and what they acknowledged.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use eop_core::kernel::bus::EventConsumer;
use eop_core::kernel::event::{Event, Topic};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::EventBusHarness;
use super::fixture::{
    PATIENCE, acknowledge, contents, event, events, expect_equal, expect_order, expect_silence, id, publish,
    read, sorted, take,
};

/// What one group read and acknowledged is all there for the other, from the beginning.
pub async fn a_second_group_gets_everything<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 5, 30);
    publish(&*bus.publisher(), &published).await;
    let first = bus.consumer("first", &[Topic::Orders]).await;
    expect_equal(&take(&first, 30).await, &published);
    let second = bus.consumer("second", &[Topic::Orders]).await;
    expect_equal(&take(&second, 30).await, &published);
    expect_silence(&first).await;
}

/// A new member goes on after what was acknowledged.
pub async fn acknowledged_messages_do_not_come_again<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 5, 30);
    publish(&*bus.publisher(), &published).await;
    let first = bus.consumer("group", &[Topic::Orders]).await;
    take(&first, 30).await;
    expect_silence(&first).await;
    first.close().await;
    let later = events(Topic::Orders, 5, 10);
    publish(&*bus.publisher(), &later).await;
    let second = bus.consumer("group", &[Topic::Orders]).await;
    expect_equal(&take(&second, 10).await, &later);
    expect_silence(&second).await;
}

/// A member that closes leaves what it had not acknowledged to the next one.
pub async fn unacknowledged_messages_come_again_after_close<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 5, 30);
    publish(&*bus.publisher(), &published).await;
    let first = bus.consumer("group", &[Topic::Orders]).await;
    expect_equal(&read(&first, 30).await, &published);
    first.close().await;
    let second = bus.consumer("group", &[Topic::Orders]).await;
    expect_equal(&take(&second, 30).await, &published);
    expect_silence(&second).await;
}

/// So does one that goes without a word.
pub async fn unacknowledged_messages_come_again_after_drop<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 5, 30);
    publish(&*bus.publisher(), &published).await;
    let first = bus.consumer("group", &[Topic::Orders]).await;
    expect_equal(&read(&first, 30).await, &published);
    drop(first);
    let second = bus.consumer("group", &[Topic::Orders]).await;
    expect_equal(&take(&second, 30).await, &published);
    expect_silence(&second).await;
}

/// Acknowledging a message acknowledges those before it in its partition, and none after it.
pub async fn what_follows_the_acknowledged_comes_again<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let key = id();
    let published: Vec<Event> = (1..=20).map(|sequence| event(Topic::Orders, key, sequence)).collect();
    publish(&*bus.publisher(), &published).await;
    let first = bus.consumer("group", &[Topic::Orders]).await;
    let messages = read(&first, 20).await;
    acknowledge(&first, &messages[11..12]).await;
    first.close().await;
    let second = bus.consumer("group", &[Topic::Orders]).await;
    assert_eq!(contents(&take(&second, 8).await), published[12..]);
    expect_silence(&second).await;
}

/// Offsets never go back.
pub async fn an_older_acknowledgement_takes_nothing_back<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let key = id();
    let published: Vec<Event> = (1..=10).map(|sequence| event(Topic::Orders, key, sequence)).collect();
    publish(&*bus.publisher(), &published).await;
    let first = bus.consumer("group", &[Topic::Orders]).await;
    let messages = read(&first, 10).await;
    acknowledge(&first, &messages[..8]).await;
    acknowledge(&first, &messages[..3]).await;
    first.close().await;
    let second = bus.consumer("group", &[Topic::Orders]).await;
    assert_eq!(contents(&take(&second, 2).await), published[8..]);
    expect_silence(&second).await;
}

/// Two members get everything once between them, each its share.
pub async fn members_of_a_group_share_the_messages<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let (left, right) =
        tokio::join!(bus.consumer("group", &[Topic::Orders]), bus.consumer("group", &[Topic::Orders]));
    settle(&bus, &left, &right).await;
    let published = events(Topic::Orders, 60, 600);
    publish(&*bus.publisher(), &published).await;
    let started = Instant::now();
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    while lefts.len() + rights.len() < published.len() {
        assert!(started.elapsed() < PATIENCE, "{} and {} messages came", lefts.len(), rights.len());
        for (member, messages) in [(&left, &mut lefts), (&right, &mut rights)] {
            let batch = member.poll(100, Duration::from_millis(50)).await.unwrap();
            acknowledge(member, &batch).await;
            messages.extend(contents(&batch));
        }
    }
    expect_silence(&left).await;
    expect_silence(&right).await;
    assert!(!lefts.is_empty() && !rights.is_empty(), "each has its share");
    expect_order(&lefts);
    expect_order(&rights);
    assert_eq!(sorted([lefts, rights].concat()), sorted(published));
}

/// While members come and go under load nothing is lost, and no event comes first after a later one of its key.
pub async fn a_member_that_comes_and_one_that_goes_lose_and_reorder_nothing<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 30, 6000);
    let effects = Effects::default();
    let first = Member::start(&bus, &effects).await;
    publish_steadily(&bus, &published[..2000]).await;
    effects.wait_for(1).await;
    let second = Member::start(&bus, &effects).await;
    publish_steadily(&bus, &published[2000..4000]).await;
    let third = Member::start(&bus, &effects).await;
    publish_steadily(&bus, &published[4000..5000]).await;
    first.leave().await;
    publish_steadily(&bus, &published[5000..]).await;
    third.leave().await;
    effects.wait_for(published.len()).await;
    second.leave().await;
    let seen = effects.0.lock().await;
    expect_order(&seen.events);
    assert_eq!(sorted(seen.events.clone()), sorted(published));
}

/// What a member acknowledges after it left changes nothing, and is no error that anyone must handle.
pub async fn an_acknowledgement_of_a_former_member_does_no_harm<H: EventBusHarness>() {
    let bus = H::fresh().await;
    let published = events(Topic::Orders, 5, 30);
    publish(&*bus.publisher(), &published).await;
    let first = bus.consumer("group", &[Topic::Orders]).await;
    let messages = read(&first, 30).await;
    first.close().await;
    let second = bus.consumer("group", &[Topic::Orders]).await;
    expect_equal(&take(&second, 30).await, &published);
    acknowledge(&first, &messages[..3]).await;
    second.close().await;
    expect_silence(&bus.consumer("group", &[Topic::Orders]).await).await;
}

/// Publishes and reads until each of the two has received something: from then on the partitions are shared out.
async fn settle<H: EventBusHarness>(bus: &H, left: &Arc<dyn EventConsumer>, right: &Arc<dyn EventConsumer>) {
    let started = Instant::now();
    let (mut sent, mut seen, mut shares) = (0, HashSet::new(), [0, 0]);
    while shares.contains(&0) || seen.len() < sent {
        assert!(started.elapsed() < PATIENCE, "the two members got {shares:?} of {sent} messages");
        if shares.contains(&0) {
            let probes = events(Topic::Orders, 30, 30);
            publish(&*bus.publisher(), &probes).await;
            sent += probes.len();
        }
        for (member, share) in [left, right].into_iter().zip(&mut shares) {
            let batch = member.poll(100, Duration::from_millis(100)).await.unwrap();
            acknowledge(member, &batch).await;
            *share += batch.len();
            seen.extend(contents(&batch).into_iter().map(|event| event.id));
        }
    }
}

/// Publishes in small batches with pauses, so that members come and go meanwhile.
async fn publish_steadily<H: EventBusHarness>(bus: &H, events: &[Event]) {
    let publisher = bus.publisher();
    for batch in events.chunks(100) {
        publish(&*publisher, batch).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// What members did, each event once: what the inbox of a real consumer does.
#[derive(Clone, Default)]
struct Effects(Arc<Mutex<Seen>>);

#[derive(Default)]
struct Seen {
    ids: HashSet<Uuid>,
    events: Vec<Event>,
}

impl Effects {
    async fn take(&self, events: Vec<Event>) {
        let mut seen = self.0.lock().await;
        for event in events {
            if seen.ids.insert(event.id.0) {
                seen.events.push(event);
            }
        }
    }

    async fn wait_for(&self, count: usize) {
        let started = Instant::now();
        loop {
            let have = self.0.lock().await.events.len();
            if have >= count {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "{have} of {count} events had their effect");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// A member of the group that reads in a task of its own.
struct Member {
    stop: Arc<AtomicBool>,
    task: tokio::task::JoinHandle<()>,
}

impl Member {
    async fn start<H: EventBusHarness>(bus: &H, effects: &Effects) -> Self {
        let consumer = bus.consumer("group", &[Topic::Orders]).await;
        let (effects, stop) = (effects.clone(), Arc::new(AtomicBool::new(false)));
        let stopped = stop.clone();
        let task = tokio::spawn(async move {
            while !stopped.load(Ordering::Relaxed) {
                let batch = consumer.poll(50, Duration::from_millis(200)).await.unwrap();
                effects.take(contents(&batch)).await;
                acknowledge(&consumer, &batch).await;
            }
            consumer.close().await;
        });
        Self { stop, task }
    }

    async fn leave(self) {
        self.stop.store(true, Ordering::Relaxed);
        self.task.await.unwrap();
    }
}
