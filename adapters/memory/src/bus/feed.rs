//! Following a topic without a group.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, Received};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::{EventFeed, Heard};
use parking_lot::Mutex;
use tokio::time::{Instant, timeout_at};

use super::log::{Log, PARTITIONS};
use super::{MemoryBus, State};

/// A feed of one topic.
#[derive(Debug)]
pub struct MemoryFeed {
    bus: Arc<MemoryBus>,
    topic: Topic,
    since: Timestamp,
    /// The next offset of each partition; those that are missing were not begun.
    next: Mutex<BTreeMap<i32, i64>>,
}

impl MemoryFeed {
    pub(super) fn new(bus: Arc<MemoryBus>, topic: Topic, since: Timestamp) -> Self {
        Self { bus, topic, since, next: Mutex::default() }
    }

    fn take(&self, limit: usize) -> Result<Heard, BusError> {
        let State { log, switched_off, .. } = &*self.bus.state.lock();
        if *switched_off {
            return Err(BusError("it is switched off".to_owned()));
        }
        let (mut next, mut messages) = (self.next.lock(), Vec::new());
        for number in 0..PARTITIONS {
            let partition = (self.topic, number);
            let place = next.entry(number).or_insert_with(|| log.since(partition, self.since));
            while messages.len() < limit
                && let Some(received) = log.read(partition, *place)
            {
                *place += 1;
                messages.push(received);
            }
        }
        let is_current = next.iter().all(|(number, place)| *place >= log.len((self.topic, *number)));
        Ok(Heard { messages, is_current })
    }
}

#[async_trait]
impl EventFeed for MemoryFeed {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Heard, BusError> {
        let deadline = Instant::now() + wait;
        loop {
            // Registered before looking, so that nothing is published unnoticed in between.
            let mut changed = std::pin::pin!(self.bus.changed.notified());
            changed.as_mut().enable();
            let heard = self.take(limit)?;
            if !heard.messages.is_empty() || timeout_at(deadline, changed).await.is_err() {
                return Ok(heard);
            }
        }
    }
}

impl Log {
    /// The offset of the first record of `since` or later. A record that says no time is of any.
    fn since(&self, partition: super::log::Partition, since: Timestamp) -> i64 {
        let is_before =
            |received: &Received| received.content.as_ref().is_ok_and(|event| event.occurred_at < since);
        let mut offset = 0;
        while self.read(partition, offset).is_some_and(|received| is_before(&received)) {
            offset += 1;
        }
        offset
    }
}
