//! The open log.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::EventFeed;
use parking_lot::Mutex;
use redb::Database;
use thiserror::Error;
use tokio::sync::{Notify, mpsc, oneshot};
use uuid::Uuid;

use crate::consumer::LogConsumer;
use crate::feed::LogFeed;
use crate::lane::Lane;
use crate::publisher::LogPublisher;
use crate::state::State;
use crate::writer::{self, Done, Request};
use crate::{file, record};

/// How much the log keeps.
#[derive(Clone, Debug)]
pub struct LogSettings {
    /// The size of all records, in bytes. Above it, what every known group acknowledged goes first; when nothing more
    /// can go, publishing is unavailable: events then wait in the outbox, and none is lost.
    pub max_bytes: u64,
    /// How long records are kept that every known group acknowledged: a group that is new within that time still gets
    /// them.
    pub keep_read: Duration,
    /// How long records are kept that some group has not acknowledged, so that a group that nobody runs any more does
    /// not keep them for ever.
    pub keep_unread: Duration,
}

impl Default for LogSettings {
    fn default() -> Self {
        Self {
            // After a kill the whole file is checked when it is opened: half a second for this much.
            max_bytes: 128 * 1024 * 1024,
            keep_read: Duration::from_hours(1),
            keep_unread: Duration::from_hours(14 * 24),
        }
    }
}

/// Why the log was not opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Another process has it open.
    #[error(
        "the event log in {} is open in another process; stop that process or choose another data folder",
        folder.display()
    )]
    InUse {
        /// The log's folder.
        folder: PathBuf,
    },
    /// The folder or the file in it cannot be used.
    #[error("the event log in {} cannot be opened: {reason}", folder.display())]
    Unusable {
        /// The log's folder.
        folder: PathBuf,
        /// What is wrong.
        reason: String,
    },
}

/// Why the log did not do what it was asked to.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LogError {
    /// There is no room.
    #[error("the event log is full: {max_bytes} bytes wait to be read by some consumer group")]
    Full {
        /// The limit of the settings.
        max_bytes: u64,
    },
    /// The file cannot be read or written.
    #[error("the event log's file failed: {0}")]
    Storage(String),
    /// The log is shut down.
    #[error("the event log is closed")]
    Closed,
}

/// What the log's users and its writer share.
pub(crate) struct Shared {
    pub(crate) database: Database,
    pub(crate) state: Mutex<State>,
    /// Notified after every commit and whenever members come or go.
    pub(crate) changed: Notify,
    /// Whether the last write failed.
    pub(crate) failing: AtomicBool,
}

/// An open event log. Publishers and consumers made from it keep it open.
#[derive(derive_more::Debug)]
#[debug("EventLog {{ .. }}")]
pub struct EventLog {
    pub(crate) shared: Arc<Shared>,
    // Both are taken when the log is dropped: the writer ends when the last sender goes.
    requests: Option<mpsc::UnboundedSender<Request>>,
    writer: Option<JoinHandle<()>>,
    next_member: AtomicU64,
}

impl EventLog {
    /// Opens the log in `folder`, or creates it. Blocks for the disk: for moments, or for as long as checking the file
    /// takes when the last process was killed.
    ///
    /// # Errors
    /// When another process has it open, or the folder or file cannot be used.
    pub fn open(folder: impl AsRef<Path>, settings: LogSettings) -> Result<Arc<Self>, OpenError> {
        let folder = folder.as_ref();
        let (database, state) = file::open(folder)?;
        let shared = Arc::new(Shared {
            database,
            state: Mutex::new(state),
            changed: Notify::new(),
            failing: AtomicBool::new(false),
        });
        // Unbounded, because who sends waits for the answer: there are as many requests as there are callers.
        let (requests, queue) = mpsc::unbounded_channel();
        let writer = {
            let shared = shared.clone();
            std::thread::Builder::new()
                .name("event-log".to_owned())
                .spawn(move || writer::run(&shared, &settings, queue))
                .map_err(|error| OpenError::Unusable {
                    folder: folder.to_owned(),
                    reason: format!("no thread can be started: {error}"),
                })?
        };
        Ok(Arc::new(Self {
            shared,
            requests: Some(requests),
            writer: Some(writer),
            next_member: AtomicU64::new(1),
        }))
    }

    /// A publisher to the log.
    #[must_use]
    pub fn publisher(self: &Arc<Self>) -> Arc<dyn EventPublisher> {
        Arc::new(LogPublisher::new(self.clone()))
    }

    /// A new member of `group` that reads `topics`. A group that is not known yet begins with the oldest records kept.
    #[must_use]
    pub fn consumer(self: &Arc<Self>, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer> {
        let member = self.next_member.fetch_add(1, Ordering::Relaxed);
        Arc::new(LogConsumer::join(self.clone(), group, member, topics))
    }

    /// A feed of what happened on `topic` at `since` or later, as far as it is kept. It keeps no record from being removed.
    #[must_use]
    pub fn feed(self: &Arc<Self>, topic: Topic, since: Timestamp) -> Arc<dyn EventFeed> {
        Arc::new(LogFeed::new(self.clone(), topic, since))
    }

    /// Removes records that are older than the settings keep them, a bounded number per call: call it every few
    /// minutes. Returns how many went.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn truncate(&self, now: Timestamp) -> Result<u64, LogError> {
        self.ask(|done| Request::Truncate { now, done }).await
    }

    /// Appends a value as it is, without attributes, in the partition of `key`: consumers get it as unreadable.
    ///
    /// # Errors
    /// When the log is full or the file cannot be written.
    pub async fn append_raw(
        &self,
        topic: Topic,
        key: Uuid,
        at: Timestamp,
        value: &[u8],
    ) -> Result<(), LogError> {
        let records = vec![(Lane::of(topic, key), record::encode_raw(at, value))];
        self.ask(|done| Request::Append { records, done }).await
    }

    /// Sends a request to the writer and waits for its answer.
    pub(crate) async fn ask<T>(&self, request: impl FnOnce(Done<T>) -> Request) -> Result<T, LogError> {
        let (done, answer) = oneshot::channel();
        self.tell(request(done));
        answer.await.unwrap_or(Err(LogError::Closed))
    }

    /// Sends a request to the writer whose answer nobody waits for.
    pub(crate) fn tell(&self, request: Request) {
        if let Some(requests) = &self.requests
            && requests.send(request).is_err()
        {
            tracing::error!("the event log's writer has ended");
        }
    }

    /// Whether the writer runs and its last commit succeeded.
    pub(crate) fn is_writing(&self) -> bool {
        let runs = self.writer.as_ref().is_some_and(|writer| !writer.is_finished());
        runs && !self.shared.failing.load(Ordering::Relaxed)
    }
}

impl Drop for EventLog {
    /// Waits for the writer's last commit, so that the folder can be opened again at once.
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            tracing::error!("the event log's writer panicked");
        }
    }
}
