//! Kills a process that writes to the log, again and again, and looks at what is left.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
#![expect(
    clippy::disallowed_methods,
    reason = "the killed process learns its part from the environment, and its tasks end with it"
)]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use eop_core::kernel::bus::{EventConsumer, Received};
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_event_log::{EventLog, LogSettings};
use serde_json::json;
use uuid::Uuid;

/// Names the folder, and makes this test's process the one that writes there and gets killed.
const FOLDER: &str = "EVENT_LOG_CRASH_FOLDER";
/// Tells the rounds' keys apart.
const ROUND: &str = "EVENT_LOG_CRASH_ROUND";

const WRITERS: u128 = 6;
const ROUNDS: u128 = 8;

/// Every event that was acknowledged is there once and in order, and no group's offset goes back.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_sigkill() {
    if let Ok(folder) = std::env::var(FOLDER) {
        let round = std::env::var(ROUND).unwrap().parse().unwrap();
        return write_until_killed(Path::new(&folder), round).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut published: HashSet<(Uuid, u64)> = HashSet::new();
    let mut offsets: BTreeMap<i32, i64> = BTreeMap::new();
    for round in 0..ROUNDS {
        let report = run_and_kill(folder.path(), round);
        assert!(report.published.len() > 20, "the writer got to work: {} events", report.published.len());
        published.extend(report.published);
        for (partition, offset) in report.offsets {
            let before = offsets.insert(partition, offset);
            assert!(before.is_none_or(|before| before < offset), "the offset of {partition} went back");
        }
        let log = EventLog::open(folder.path(), LogSettings::default()).unwrap();
        check_records(&log, round, &published).await;
        check_offsets(&log, &offsets).await;
    }
    assert!(offsets.len() > 1, "the reader got to work in several partitions: {offsets:?}");
}

/// All acknowledged events came, none twice, and each key's in order without a gap.
async fn check_records(log: &Arc<EventLog>, round: u128, published: &HashSet<(Uuid, u64)>) {
    let all = read_all(&log.consumer(&format!("check {round}"), &[Topic::Orders])).await;
    let mut sequences: HashMap<Uuid, u64> = HashMap::new();
    let mut found = HashSet::new();
    for message in all {
        let event = message.content.unwrap();
        let before = sequences.insert(event.key, event.sequence).unwrap_or(0);
        assert_eq!(event.sequence, before + 1, "round {round}, key {}", event.key);
        found.insert((event.key, event.sequence));
    }
    let lost: Vec<_> = published.difference(&found).collect();
    assert!(lost.is_empty(), "round {round}: {} acknowledged events are lost: {lost:?}", lost.len());
}

/// The reader's group goes on after what it acknowledged.
async fn check_offsets(log: &Arc<EventLog>, offsets: &BTreeMap<i32, i64>) {
    let reader = log.consumer("reader", &[Topic::Orders]);
    for message in read_all(&reader).await {
        let acknowledged = offsets.get(&message.position.partition).copied().unwrap_or(-1);
        assert!(
            message.position.offset > acknowledged,
            "{:?} came again although {acknowledged} was acknowledged",
            message.position
        );
    }
}

async fn read_all(consumer: &Arc<dyn EventConsumer>) -> Vec<Received> {
    let mut messages = Vec::new();
    loop {
        let batch = consumer.poll(1000, Duration::from_millis(50)).await.unwrap();
        if batch.is_empty() {
            return messages;
        }
        messages.extend(batch);
    }
}

/// What the killed process had told.
#[derive(Default)]
struct Report {
    published: Vec<(Uuid, u64)>,
    offsets: BTreeMap<i32, i64>,
}

/// Runs this test as the writer and kills it after a time that differs between the rounds.
fn run_and_kill(folder: &Path, round: u128) -> Report {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "what_was_acknowledged_survives_sigkill", "--nocapture"])
        .env(FOLDER, folder)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == "open"), "the writer opened the log");
    let killer = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(150 + 37 * u64::try_from(round).unwrap()));
        child.kill().unwrap();
        child.wait().unwrap();
    });
    let mut report = Report::default();
    for line in lines {
        // The last line may be cut: only whole ones end with a dot.
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["published", key, sequence, "."] => {
                report.published.push((key.parse().unwrap(), sequence.parse().unwrap()));
            }
            ["acknowledged", partition, offset, "."] => {
                report.offsets.insert(partition.parse().unwrap(), offset.parse().unwrap());
            }
            _ => {}
        }
    }
    killer.join().unwrap();
    report
}

/// Publishes and reads without end, and tells of each event and offset once it is acknowledged.
async fn write_until_killed(folder: &Path, round: u128) {
    let log = EventLog::open(folder, LogSettings::default()).unwrap();
    println!("\nopen");
    for writer in 0..WRITERS {
        let publisher = log.publisher();
        tokio::spawn(async move {
            let key = Uuid::from_u128(round * WRITERS + writer);
            for first in (1..).step_by(3) {
                let batch: Vec<Event> = (first..first + 3).map(|sequence| event(key, sequence)).collect();
                let results = publisher.publish(batch).await;
                assert_eq!(results, [Ok(()), Ok(()), Ok(())]);
                for sequence in first..first + 3 {
                    println!("published {key} {sequence} .");
                }
            }
        });
    }
    let reader = log.consumer("reader", &[Topic::Orders]);
    loop {
        let batch = reader.poll(40, Duration::from_secs(1)).await.unwrap();
        let positions: Vec<_> = batch.iter().map(|message| message.position).collect();
        reader.acknowledge(&positions).await.unwrap();
        for position in positions {
            println!("acknowledged {} {} .", position.partition, position.offset);
        }
    }
}

fn event(key: Uuid, sequence: u64) -> Event {
    Event {
        id: EventId(Uuid::from_u128((key.as_u128() << 64) + u128::from(sequence))),
        topic: Topic::Orders,
        kind: "order.amended.v1".to_owned(),
        key,
        sequence,
        occurred_at: DateTime::UNIX_EPOCH,
        traceparent: None,
        data: EventData::of(&json!({ "text": "x".repeat(usize::try_from(sequence % 700).unwrap()) })),
    }
}
