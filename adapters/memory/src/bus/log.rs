//! The records of the bus, in partitions.

use std::collections::BTreeMap;

use eop_core::kernel::bus::{Position, Received, Unreadable};
use eop_core::kernel::event::{Event, Topic};

/// A partition of a topic.
pub(super) type Partition = (Topic, i32);

/// How many partitions each topic has.
pub(super) const PARTITIONS: i32 = 8;

/// The partition of an event: always the same for one key.
pub(super) fn partition_of(event: &Event) -> Partition {
    let (high, low) = event.key.as_u64_pair();
    // Multiplying by 2^64 over the golden ratio spreads neighbouring keys.
    let hash = (high ^ low).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    (event.topic, i32::try_from(hash).unwrap_or_default() % PARTITIONS)
}

/// What was appended.
#[derive(Debug)]
pub(super) enum Record {
    Event(Box<Event>),
    Raw(Vec<u8>),
}

impl Record {
    fn content(&self) -> Result<Event, Unreadable> {
        match self {
            Self::Event(event) => Ok((**event).clone()),
            Self::Raw(value) => {
                Err(Unreadable { reason: "the record has no attributes".to_owned(), value: value.clone() })
            }
        }
    }
}

/// Every partition with its records; the place of a record is its offset.
#[derive(Debug, Default)]
pub(super) struct Log(BTreeMap<Partition, Vec<Record>>);

impl Log {
    pub(super) fn append(&mut self, partition: Partition, record: Record) {
        self.0.entry(partition).or_default().push(record);
    }

    pub(super) fn len(&self, partition: Partition) -> i64 {
        self.0.get(&partition).and_then(|records| i64::try_from(records.len()).ok()).unwrap_or(0)
    }

    pub(super) fn read(&self, partition: Partition, offset: i64) -> Option<Received> {
        let record = self.0.get(&partition)?.get(usize::try_from(offset).ok()?)?;
        let position = Position { topic: partition.0, partition: partition.1, offset };
        Some(Received { position, content: record.content() })
    }

    pub(super) fn events(&self, topic: Topic) -> Vec<Event> {
        let records = self.0.range((topic, 0)..(topic, PARTITIONS)).flat_map(|(_, records)| records);
        records.filter_map(|record| record.content().ok()).collect()
    }
}
