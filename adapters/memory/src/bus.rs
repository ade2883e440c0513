//! A bus in memory: topics with partitions, groups that remember what they acknowledged.

mod feed;
mod group;
mod log;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, EventConsumer, EventPublisher, Position, PublishError, Received};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::EventId;
use parking_lot::Mutex;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

pub use self::feed::MemoryFeed;
use self::group::Group;
use self::log::{Log, Record, partition_of};

/// A bus for the tasks of one process. It keeps everything for as long as it lives.
#[derive(Debug, Default)]
pub struct MemoryBus {
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    log: Log,
    groups: BTreeMap<String, Group>,
    last_member: u64,
    refused: BTreeSet<EventId>,
    switched_off: bool,
}

impl MemoryBus {
    /// The largest content of an event, in bytes of JSON.
    pub const MAX_BYTES: usize = 1024 * 1024;

    /// A bus with every topic, empty.
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Lets every call fail, or work again, to see what is made of it.
    pub fn set_available(&self, available: bool) {
        self.state.lock().switched_off = !available;
        self.changed.notify_waiters();
    }

    /// Refuses the event with this id for good whenever it comes.
    pub fn refuse(&self, event: EventId) {
        self.state.lock().refused.insert(event);
    }

    /// Appends a record that is no event, in the first partition of `topic`.
    pub fn append_raw(&self, topic: Topic, value: &[u8]) {
        self.state.lock().log.append((topic, 0), Record::Raw(value.to_vec()));
        self.changed.notify_waiters();
    }

    /// A new member of `group` that reads `topics`, from their beginning when the group is new.
    #[must_use]
    pub fn consumer(self: &Arc<Self>, group: &str, topics: &[Topic]) -> Arc<MemoryConsumer> {
        let mut state = self.state.lock();
        state.last_member += 1;
        let member = state.last_member;
        state.groups.entry(group.to_owned()).or_default().join(member, topics);
        drop(state);
        self.changed.notify_waiters();
        Arc::new(MemoryConsumer { bus: self.clone(), group: group.to_owned(), member })
    }

    /// A feed of what happened on `topic` at `since` or later.
    #[must_use]
    pub fn feed(self: &Arc<Self>, topic: Topic, since: Timestamp) -> Arc<MemoryFeed> {
        Arc::new(MemoryFeed::new(self.clone(), topic, since))
    }

    /// Every event on `topic`, those of one key in the order they were published.
    #[must_use]
    pub fn events(&self, topic: Topic) -> Vec<Event> {
        self.state.lock().log.events(topic)
    }
}

impl State {
    /// What keeps `event` from being published, if anything.
    fn obstacle(&self, event: &Event) -> Option<PublishError> {
        let size = event.data.as_json().len();
        if self.switched_off {
            Some(PublishError::Unavailable("it is switched off".to_owned()))
        } else if size > MemoryBus::MAX_BYTES {
            let limit = MemoryBus::MAX_BYTES;
            Some(PublishError::Refused(format!("it has {size} bytes, of which at most {limit} are taken")))
        } else {
            self.refused.contains(&event.id).then(|| PublishError::Refused("it is marked".to_owned()))
        }
    }
}

#[async_trait]
impl EventPublisher for MemoryBus {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        let mut state = self.state.lock();
        let mut stopped = BTreeSet::new();
        let results = events
            .into_iter()
            .map(|event| {
                let key = (event.topic, event.key);
                if stopped.contains(&key) {
                    return Err(PublishError::Unavailable("an earlier event of its key failed".to_owned()));
                }
                if let Some(obstacle) = state.obstacle(&event) {
                    stopped.insert(key);
                    return Err(obstacle);
                }
                state.log.append(partition_of(&event), Record::Event(Box::new(event)));
                Ok(())
            })
            .collect();
        drop(state);
        self.changed.notify_waiters();
        results
    }

    async fn is_available(&self) -> bool {
        !self.state.lock().switched_off
    }
}

/// One member of a group. It leaves when it is dropped.
#[derive(Debug)]
pub struct MemoryConsumer {
    bus: Arc<MemoryBus>,
    group: String,
    member: u64,
}

impl MemoryConsumer {
    fn take(&self, limit: usize) -> Result<Vec<Received>, BusError> {
        let State { log, groups, switched_off, .. } = &mut *self.bus.state.lock();
        if *switched_off {
            return Err(BusError("it is switched off".to_owned()));
        }
        Ok(groups.get_mut(&self.group).map(|group| group.take(self.member, log, limit)).unwrap_or_default())
    }

    fn leave(&self) {
        if let Some(group) = self.bus.state.lock().groups.get_mut(&self.group) {
            group.leave(self.member);
        }
        self.bus.changed.notify_waiters();
    }
}

impl Drop for MemoryConsumer {
    fn drop(&mut self) {
        self.leave();
    }
}

#[async_trait]
impl EventConsumer for MemoryConsumer {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Vec<Received>, BusError> {
        let deadline = Instant::now() + wait;
        loop {
            // Registered before looking, so that nothing is published unnoticed in between.
            let mut changed = std::pin::pin!(self.bus.changed.notified());
            changed.as_mut().enable();
            let messages = self.take(limit)?;
            if !messages.is_empty() || timeout_at(deadline, changed).await.is_err() {
                return Ok(messages);
            }
        }
    }

    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError> {
        let mut state = self.bus.state.lock();
        if state.switched_off {
            return Err(BusError("it is switched off".to_owned()));
        }
        if let Some(group) = state.groups.get_mut(&self.group) {
            for position in positions {
                group.acknowledge(*position);
            }
        }
        Ok(())
    }

    async fn lag(&self) -> Option<u64> {
        let state = self.bus.state.lock();
        state.groups.get(&self.group).map(|group| group.lag(self.member, &state.log))
    }

    async fn close(&self) {
        self.leave();
    }
}
