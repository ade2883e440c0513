//! Reading the log as a member of a group.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, EventConsumer, Position, Received};
use eop_core::kernel::event::Topic;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

use crate::groups::MemberId;
use crate::lane::Lane;
use crate::log::{EventLog, Shared};
use crate::writer::Request;
use crate::{file, record};

/// A member of a group.
pub(crate) struct LogConsumer {
    log: Arc<EventLog>,
    group: Arc<str>,
    member: MemberId,
    closed: AtomicBool,
    /// Held while polling: how many batches were read, to begin with another lane each time.
    turn: Mutex<usize>,
}

impl LogConsumer {
    pub(crate) fn join(log: Arc<EventLog>, group: &str, member: MemberId, topics: &[Topic]) -> Self {
        let group: Arc<str> = Arc::from(group);
        let mut state = log.shared.state.lock();
        let extents = state.extents.clone();
        let start = |lane: Lane| extents.get(&lane).map_or(0, |extent| extent.start);
        let shares = state.groups.entry(group.clone()).or_default();
        shares.join(member, topics, start);
        let offsets = topics
            .iter()
            .flat_map(|topic| Lane::of_topic(*topic))
            .filter_map(|lane| Some((lane, shares.committed_in(lane)?)))
            .collect();
        drop(state);
        log.tell(Request::Join { group: group.clone(), offsets });
        log.shared.changed.notify_waiters();
        Self { log, group, member, closed: AtomicBool::new(false), turn: Mutex::new(0) }
    }

    fn shared(&self) -> &Arc<Shared> {
        &self.log.shared
    }

    /// The member's lanes that have something to read, and where; after giving away the lanes meant for others.
    fn readable(&self) -> Vec<(Lane, u64)> {
        let mut state = self.shared().state.lock();
        let Some(group) = state.groups.get_mut(&self.group) else { return Vec::new() };
        if group.yield_lanes(self.member) {
            self.shared().changed.notify_waiters();
        }
        let positions: Vec<_> = group.positions(self.member).collect();
        positions
            .into_iter()
            .map(|(lane, next)| (lane, next.max(state.extent(lane).start)))
            .filter(|(lane, next)| *next < state.extent(*lane).end)
            .collect()
    }

    /// Reads from the file, on a thread that may block: what is not in the cache comes from the disk.
    async fn read(&self, lanes: Vec<(Lane, u64)>, limit: usize) -> Result<Vec<Received>, BusError> {
        let shared = self.shared().clone();
        let read = move || -> Result<Vec<Received>, redb::Error> {
            Ok(file::scan(&shared.database, &lanes, limit)?.iter().map(received).collect())
        };
        tokio::task::spawn_blocking(read)
            .await
            .map_err(|error| BusError(format!("reading the event log was cut off: {error}")))?
            .map_err(|error| BusError(error.to_string()))
    }

    /// Takes over what was read, except from lanes that went to another member meanwhile.
    fn take(&self, mut messages: Vec<Received>, lanes: &[(Lane, u64)]) -> Vec<Received> {
        let mut state = self.shared().state.lock();
        let Some(group) = state.groups.get_mut(&self.group) else { return Vec::new() };
        for (lane, from) in lanes {
            let of_lane = |message: &&Received| lane_of(&message.position) == Some(*lane);
            let Some(last) = messages.iter().rfind(of_lane) else { continue };
            let next = u64::try_from(last.position.offset).unwrap_or_default() + 1;
            if !group.take(self.member, *lane, *from, next) {
                messages.retain(|message| !of_lane(&message));
            }
        }
        messages
    }

    fn leave(&self) {
        if self.closed.swap(true, Ordering::Relaxed) {
            return;
        }
        if let Some(group) = self.shared().state.lock().groups.get_mut(&self.group) {
            group.leave(self.member);
        }
        self.shared().changed.notify_waiters();
    }
}

#[async_trait]
impl EventConsumer for LogConsumer {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Vec<Received>, BusError> {
        let deadline = Instant::now() + wait;
        let mut turn = self.turn.lock().await;
        loop {
            if self.closed.load(Ordering::Relaxed) {
                return Err(BusError("this consumer is closed".to_owned()));
            }
            // Created before looking, so that what happens in between is not missed.
            let changed = self.shared().changed.notified();
            let mut lanes = self.readable();
            if !lanes.is_empty() {
                let first = *turn % lanes.len();
                lanes.rotate_left(first);
                let messages = self.read(lanes.clone(), limit).await?;
                // Nothing is awaited from here on: a poll that is cancelled has taken nothing.
                *turn = turn.wrapping_add(1);
                let messages = self.take(messages, &lanes);
                if !messages.is_empty() {
                    return Ok(messages);
                }
            }
            if timeout_at(deadline, changed).await.is_err() {
                return Ok(Vec::new());
            }
        }
    }

    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError> {
        let mut offsets: Vec<(Lane, u64)> = Vec::new();
        {
            let state = self.shared().state.lock();
            let Some(group) = state.groups.get(&self.group) else { return Ok(()) };
            for position in positions {
                let offset = u64::try_from(position.offset).ok();
                let (Some(lane), Some(offset)) = (lane_of(position), offset) else { continue };
                let Some(commit) = group.commit_for(self.member, lane, offset) else { continue };
                match offsets.iter_mut().find(|(known, _)| *known == lane) {
                    Some((_, known)) => *known = commit.max(*known),
                    None => offsets.push((lane, commit)),
                }
            }
        }
        if offsets.is_empty() {
            return Ok(());
        }
        let group = self.group.clone();
        self.log
            .ask(|done| Request::Commit { group, offsets, done })
            .await
            .map_err(|error| BusError(error.to_string()))
    }

    async fn lag(&self) -> Option<u64> {
        let state = self.shared().state.lock();
        let group = state.groups.get(&self.group)?;
        let lag = |lane: Lane| {
            let extent = state.extent(lane);
            let committed = group.committed_in(lane).unwrap_or_default().max(extent.start);
            extent.end.saturating_sub(committed)
        };
        Some(group.lanes_of(self.member).map(lag).sum())
    }

    async fn close(&self) {
        self.leave();
    }
}

impl Drop for LogConsumer {
    fn drop(&mut self) {
        self.leave();
    }
}

pub(crate) fn lane_of(position: &Position) -> Option<Lane> {
    Lane::at(position.topic, position.partition)
}

pub(crate) fn received((lane, offset, record): &(Lane, u64, Vec<u8>)) -> Received {
    Received {
        position: Position {
            topic: lane.topic(),
            partition: lane.partition(),
            offset: i64::try_from(*offset).unwrap_or(i64::MAX),
        },
        content: record::decode(lane.topic(), record),
    }
}
