//! Kills a member of a group while it works, again and again, and looks whether the group's work is whole.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
#![expect(clippy::disallowed_methods, reason = "the killed process learns its part from the environment")]

mod support;

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use chrono::DateTime;
use eop_core::kernel::event::{Event, EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_kafka::{KafkaBus, KafkaConfig};
use serde_json::json;
use uuid::Uuid;

/// Names the topics' prefix, and makes this test's process a member of the group that gets killed.
const PREFIX: &str = "KAFKA_CRASH_PREFIX";

const KEYS: u64 = 20;
const ROUNDS: u64 = 4;
/// Events of each key per round.
const PER_ROUND: u64 = 15;

/// Of two members one is killed and replaced at a time: every event has its effect, and in the order of its key.
#[tokio::test(flavor = "multi_thread")]
async fn killed_members_lose_and_reorder_nothing() {
    let Some(bootstrap) = support::broker() else { return };
    if let Ok(prefix) = std::env::var(PREFIX) {
        return work_until_killed(bootstrap, prefix).await;
    }
    let (bus, config, _cleanup) = support::fresh_bus(bootstrap).await;
    let effects = tempfile::NamedTempFile::new().unwrap();
    let start = || member(&config.topic_prefix, effects.path());
    let mut members = [start(), start()];
    for round in 0..ROUNDS {
        let before = count(effects.path());
        publish(&bus, round * PER_ROUND).await;
        wait_for(effects.path(), before + 40).await;
        let victim = &mut members[usize::try_from(round % 2).unwrap()];
        kill(victim);
        *victim = start();
    }
    wait_for(effects.path(), usize::try_from(KEYS * ROUNDS * PER_ROUND).unwrap()).await;
    members.iter_mut().for_each(kill);
    for (key, sequences) in read_effects(effects.path()) {
        assert_eq!(sequences, (1..=ROUNDS * PER_ROUND).collect::<Vec<_>>(), "key {key}");
    }
}

async fn wait_for(effects: &Path, wanted: usize) {
    let started = Instant::now();
    while count(effects) < wanted {
        assert!(started.elapsed() < Duration::from_mins(1), "{} of {wanted} effects", count(effects));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn count(effects: &Path) -> usize {
    read_effects(effects).values().map(Vec::len).sum()
}

/// The effects in the file, each event once, in the order in which they happened.
fn read_effects(file: &Path) -> HashMap<String, Vec<u64>> {
    let mut seen = HashSet::new();
    let mut by_key: HashMap<String, Vec<u64>> = HashMap::new();
    for line in std::fs::read_to_string(file).unwrap().lines() {
        // A line may be cut: only whole ones end with a dot.
        if let ["effect", key, sequence, "."] = line.split(' ').collect::<Vec<_>>()[..]
            && seen.insert((key.to_owned(), sequence.to_owned()))
        {
            by_key.entry(key.to_owned()).or_default().push(sequence.parse().unwrap());
        }
    }
    by_key
}

async fn publish(bus: &KafkaBus, after: u64) {
    let events = (after + 1..=after + PER_ROUND)
        .flat_map(|sequence| (0..KEYS).map(move |key| (key, sequence)))
        .map(|(key, sequence)| Event {
            id: EventId(Uuid::from_u128((u128::from(key) << 64) | u128::from(sequence))),
            topic: Topic::Orders,
            kind: "order.amended.v1".to_owned(),
            key: Uuid::from_u128(u128::from(key)),
            sequence,
            occurred_at: DateTime::UNIX_EPOCH,
            traceparent: None,
            data: EventData::of(&json!({})),
        })
        .collect();
    let results = bus.publisher().publish(events).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
}

fn kill(member: &mut Child) {
    member.kill().unwrap();
    member.wait().unwrap();
}

/// Runs this test as a member that appends its effects to the file, which all members share: so their order is kept.
fn member(prefix: &str, effects: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed_members_lose_and_reorder_nothing", "--nocapture"])
        .env(PREFIX, prefix)
        .stdout(File::options().append(true).open(effects).unwrap())
        .spawn()
        .unwrap()
}

/// Reads, tells of each effect, and acknowledges it, until it is killed.
async fn work_until_killed(bootstrap: String, prefix: String) {
    let config = KafkaConfig { topic_prefix: prefix, ..KafkaConfig::new(bootstrap) };
    let bus = KafkaBus::connect(config).unwrap();
    let consumer = bus.consumer("group", &[Topic::Orders]).unwrap();
    println!();
    loop {
        for message in consumer.poll(7, Duration::from_secs(1)).await.unwrap() {
            let event = message.content.unwrap();
            println!("effect {} {} .", event.key, event.sequence);
            tokio::time::sleep(Duration::from_millis(3)).await;
            consumer.acknowledge(&[message.position]).await.unwrap();
        }
    }
}
