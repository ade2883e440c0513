//! Following a topic of the log without a group.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::BusError;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::{EventFeed, Heard};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

use crate::consumer::{lane_of, received};
use crate::file;
use crate::lane::Lane;
use crate::log::EventLog;

/// A feed of one topic.
pub(crate) struct LogFeed {
    log: Arc<EventLog>,
    topic: Topic,
    since: Timestamp,
    /// Held while polling: the next offset of each lane, once it was looked where to begin.
    next: Mutex<Option<Vec<(Lane, u64)>>>,
}

impl LogFeed {
    pub(crate) fn new(log: Arc<EventLog>, topic: Topic, since: Timestamp) -> Self {
        Self { log, topic, since, next: Mutex::new(None) }
    }

    /// Where each lane begins: at its first record of the time or later.
    async fn begin(&self) -> Result<Vec<(Lane, u64)>, BusError> {
        let extents = self.log.shared.state.lock().extents.clone();
        let lanes = Lane::of_topic(self.topic)
            .map(|lane| (lane, extents.get(&lane).copied().unwrap_or_default()))
            .collect::<Vec<_>>();
        let since = self.since;
        self.blocking(move |log| {
            let begin = |(lane, extent)| Ok((lane, file::since(&log.shared.database, lane, extent, since)?));
            lanes.into_iter().map(begin).collect()
        })
        .await
    }

    /// Reads from the file, on a thread that may block.
    async fn blocking<T: Send + 'static>(
        &self,
        read: impl FnOnce(&EventLog) -> Result<T, redb::Error> + Send + 'static,
    ) -> Result<T, BusError> {
        let log = Arc::clone(&self.log);
        tokio::task::spawn_blocking(move || read(&log))
            .await
            .map_err(|error| BusError(format!("reading the event log was cut off: {error}")))?
            .map_err(|error| BusError(error.to_string()))
    }

    /// The lanes that have something to read, and where.
    fn readable(&self, next: &[(Lane, u64)]) -> Vec<(Lane, u64)> {
        let state = self.log.shared.state.lock();
        let places = next.iter().map(|(lane, next)| (*lane, (*next).max(state.extent(*lane).start)));
        places.filter(|(lane, next)| *next < state.extent(*lane).end).collect()
    }
}

#[async_trait]
impl EventFeed for LogFeed {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Heard, BusError> {
        let deadline = Instant::now() + wait;
        let mut next = self.next.lock().await;
        let next = match &mut *next {
            Some(next) => next,
            None => next.insert(self.begin().await?),
        };
        loop {
            // Created before looking, so that what happens in between is not missed.
            let changed = self.log.shared.changed.notified();
            let lanes = self.readable(next);
            if !lanes.is_empty() {
                let records =
                    self.blocking(move |log| file::scan(&log.shared.database, &lanes, limit)).await?;
                // Nothing is awaited from here on: a poll that is cancelled has taken nothing.
                let messages: Vec<_> = records.iter().map(received).collect();
                for message in &messages {
                    let after = u64::try_from(message.position.offset).unwrap_or_default() + 1;
                    let place = next.iter_mut().find(|(lane, _)| lane_of(&message.position) == Some(*lane));
                    if let Some((_, place)) = place {
                        *place = after;
                    }
                }
                if !messages.is_empty() {
                    return Ok(Heard { messages, is_current: self.readable(next).is_empty() });
                }
            }
            if timeout_at(deadline, changed).await.is_err() {
                return Ok(Heard { messages: Vec::new(), is_current: true });
            }
        }
    }
}
