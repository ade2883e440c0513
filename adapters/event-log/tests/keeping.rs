//! What the log keeps, for how long, and who may open it.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use eop_core::kernel::bus::{EventConsumer, Position, PublishError};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_event_log::{EventLog, LogSettings, OpenError};
use uuid::Uuid;

const KEY: Uuid = Uuid::nil();

fn hour(number: u64) -> Timestamp {
    DateTime::UNIX_EPOCH + Duration::from_hours(number)
}

fn event(sequence: u64, at: Timestamp, size: usize) -> Event {
    Event {
        id: EventId(Uuid::from_u128(u128::from(sequence))),
        topic: Topic::Orders,
        kind: "order.amended.v1".to_owned(),
        key: KEY,
        sequence,
        occurred_at: at,
        traceparent: None,
        data: EventData::of(&"x".repeat(size)),
    }
}

async fn publish(log: &Arc<EventLog>, event: Event) -> Result<(), PublishError> {
    log.publisher().publish(vec![event]).await.remove(0)
}

async fn read(consumer: &Arc<dyn EventConsumer>) -> Vec<(Position, u64)> {
    let messages = consumer.poll(100, Duration::from_millis(100)).await.unwrap();
    messages.into_iter().map(|message| (message.position, message.content.unwrap().sequence)).collect()
}

async fn sequences(log: &Arc<EventLog>, group: &str) -> Vec<u64> {
    read(&log.consumer(group, &[Topic::Orders])).await.into_iter().map(|(_, sequence)| sequence).collect()
}

fn open(folder: &Path) -> Arc<EventLog> {
    let settings = LogSettings {
        max_bytes: 10_000,
        keep_read: Duration::from_hours(2),
        keep_unread: Duration::from_hours(24),
    };
    EventLog::open(folder, settings).unwrap()
}

#[tokio::test]
async fn records_go_when_every_group_has_read_them_and_they_are_old_enough() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    for number in 1..=6 {
        publish(&log, event(number, hour(number), 10)).await.unwrap();
    }
    let (quick, slow) = (log.consumer("quick", &[Topic::Orders]), log.consumer("slow", &[Topic::Orders]));
    let messages = read(&quick).await;
    quick.acknowledge(&[messages[5].0]).await.unwrap();
    slow.acknowledge(&[read(&slow).await[2].0]).await.unwrap();

    assert_eq!(log.truncate(hour(4)).await, Ok(1), "only the first is older than two hours");
    assert_eq!(sequences(&log, "new").await, [2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn what_a_group_has_not_read_stays_longer_but_not_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    for number in 1..=6 {
        publish(&log, event(number, hour(number), 10)).await.unwrap();
    }
    let slow = log.consumer("slow", &[Topic::Orders]);
    slow.acknowledge(&[read(&slow).await[2].0]).await.unwrap();
    assert_eq!(log.truncate(hour(20)).await, Ok(3), "it has not read the others");
    assert_eq!(log.truncate(hour(29)).await, Ok(1), "the fourth is older than a day");
    drop(slow);
    assert_eq!(sequences(&log, "slow").await, [5, 6], "its offset lies before what is left");
    assert_eq!(log.truncate(hour(100)).await, Ok(2));
    publish(&log, event(7, hour(100), 10)).await.unwrap();
    drop(log);

    let log = open(folder.path());
    let offsets = read(&log.consumer("slow", &[Topic::Orders])).await;
    assert_eq!(offsets.len(), 1);
    assert_eq!((offsets[0].0.offset, offsets[0].1), (6, 7), "offsets go on after truncation and reopening");
}

#[tokio::test]
async fn a_full_log_drops_what_is_read_and_refuses_nothing_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let reader = log.consumer("reader", &[Topic::Orders]);
    for number in 1..=3 {
        publish(&log, event(number, hour(1), 3000)).await.unwrap();
    }
    let full = publish(&log, event(4, hour(1), 3000)).await;
    assert!(matches!(&full, Err(PublishError::Unavailable(reason)) if reason.contains("full")), "{full:?}");
    assert!(!log.publisher().is_available().await);

    reader.acknowledge(&[read(&reader).await[1].0]).await.unwrap();
    publish(&log, event(4, hour(1), 3000)).await.unwrap();
    assert!(log.publisher().is_available().await);
    let rest: Vec<u64> = read(&reader).await.into_iter().map(|(_, sequence)| sequence).collect();
    assert_eq!(rest, [4]);
    assert_eq!(sequences(&log, "late").await, [3, 4], "the first two made room");
}

#[tokio::test]
async fn a_second_process_is_told_that_the_log_is_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let error = EventLog::open(folder.path(), LogSettings::default()).unwrap_err();
    assert!(matches!(error, OpenError::InUse { .. }), "{error:?}");
    let text = error.to_string();
    assert!(
        text.contains("another process") && text.contains(&folder.path().display().to_string()),
        "{text}"
    );

    let publisher = log.publisher();
    drop(log);
    assert!(EventLog::open(folder.path(), LogSettings::default()).is_err(), "the publisher keeps it open");
    drop(publisher);
    EventLog::open(folder.path(), LogSettings::default()).unwrap();
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    let error = EventLog::open(&file, LogSettings::default()).unwrap_err();
    assert!(error.to_string().contains(&file.display().to_string()), "{error}");

    std::fs::write(folder.path().join("events.redb"), "not a log").unwrap();
    let error = EventLog::open(folder.path(), LogSettings::default()).unwrap_err();
    assert!(matches!(error, OpenError::Unusable { .. }), "{error:?}");
}
