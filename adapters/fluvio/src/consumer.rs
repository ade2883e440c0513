//! Reading from Fluvio.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, EventConsumer, Position, Received};
use eop_core::kernel::event::Topic;
use fluvio::consumer::Record;
use fluvio::{Fluvio, Offset};
use futures::future::BoxFuture;
use futures::stream::{self, BoxStream, SelectAll};
use futures::{FutureExt, StreamExt};
use tokio::sync::{Mutex, Notify};
use tokio::time::{Instant, timeout_at};

use crate::bus::{asked, connect, partitions};
use crate::config::FluvioConfig;
use crate::ends::ends;
use crate::envelope;
use crate::offsets::{Committer, Partition, PartitionStream, Progress, failure, open, settings};

/// What a partition's stream gives: a record, or why there are no more.
pub(crate) type Item = (Topic, Result<Record, String>);

/// A stream for every partition.
pub(crate) type Records = SelectAll<BoxStream<'static, Item>>;

/// What committing needs, apart from the streams, so that it does not wait for a poll.
struct Commits {
    client: Arc<Fluvio>,
    committer: Committer,
}

/// The streams, or the work that opens them, which goes on where it was when a poll is cancelled.
enum Streams {
    Opening(BoxFuture<'static, Result<Records, BusError>>),
    Open(Records),
}

/// A member of a group.
pub(crate) struct FluvioConsumer {
    membership: Arc<Membership>,
    /// Held while polling.
    streams: Mutex<Option<Streams>>,
    closed: AtomicBool,
    closing: Notify,
}

/// What the member reads, and how far it got.
struct Membership {
    config: Arc<FluvioConfig>,
    consumer_id: String,
    topics: Vec<Topic>,
    commits: Mutex<Option<Commits>>,
    progress: parking_lot::Mutex<Progress>,
}

impl FluvioConsumer {
    pub(crate) fn new(config: Arc<FluvioConfig>, group: &str, topics: &[Topic]) -> Self {
        let membership = Membership {
            consumer_id: config.consumer_id(group),
            config,
            topics: topics.to_vec(),
            commits: Mutex::new(None),
            progress: parking_lot::Mutex::default(),
        };
        Self {
            membership: Arc::new(membership),
            streams: Mutex::new(None),
            closed: AtomicBool::new(false),
            closing: Notify::new(),
        }
    }

    fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }
}

impl Membership {
    /// Connects and opens a stream for every partition, from the group's offsets on.
    async fn open(self: Arc<Self>) -> Result<Records, BusError> {
        let client = Arc::new(connect(&self.config).await.map_err(failure)?);
        let offsets = self.committed(&client).await?;
        let admin = client.admin().await;
        let (mut records, mut progress) = (SelectAll::new(), Progress::default());
        for topic in &self.topics {
            let name = self.config.name_of(*topic);
            let count = partitions(&self.config, &admin, &name).await.map_err(failure)?;
            let count = count.ok_or_else(|| failure(format!("the topic {name} does not exist")))?;
            for partition in 0..count {
                let start = offsets.get(&(name.clone(), partition)).map_or(0, |offset| offset + 1);
                let from = Offset::absolute(start).map_err(failure)?;
                let stream = open(&client, &settings(name.clone(), partition, from)).await?;
                progress.begin((*topic, partition), start);
                records.push(items(*topic, stream));
            }
        }
        let committer = Committer::new(self.config.clone(), self.consumer_id.clone());
        *self.commits.lock().await = Some(Commits { client, committer });
        *self.progress.lock() = progress;
        Ok(records)
    }

    /// The last offset that the group committed in each partition.
    async fn committed(&self, client: &Fluvio) -> Result<HashMap<(String, u32), i64>, BusError> {
        let offsets = asked(&self.config, "read the group's offsets", client.consumer_offsets()).await;
        let own =
            offsets.map_err(failure)?.into_iter().filter(|offset| offset.consumer_id == self.consumer_id);
        Ok(own.map(|offset| ((offset.topic, offset.partition), offset.offset)).collect())
    }
}

#[async_trait]
impl EventConsumer for FluvioConsumer {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Vec<Received>, BusError> {
        let deadline = Instant::now() + wait;
        let mut streams = self.streams.lock().await;
        let closing = self.closing.notified();
        if self.is_closed() {
            return Err(failure("this consumer is closed"));
        }
        let opening = || Streams::Opening(self.membership.clone().open().boxed());
        if let Streams::Opening(opening) = streams.get_or_insert_with(opening) {
            let Ok(opened) = timeout_at(deadline, opening).await else { return Ok(Vec::new()) };
            match opened {
                Ok(records) => *streams = Some(Streams::Open(records)),
                Err(error) => {
                    *streams = None;
                    return Err(error);
                }
            }
        }
        let Some(Streams::Open(records)) = &mut *streams else { return Ok(Vec::new()) };
        let first = tokio::select! {
            first = timeout_at(deadline, records.next()) => first,
            () = closing => return Ok(Vec::new()),
        };
        // From here on nothing is awaited, so a poll that is cancelled has taken nothing.
        let Ok(mut item) = first else { return Ok(Vec::new()) };
        let mut batch = Vec::new();
        let ended = loop {
            match item {
                Some((topic, Ok(record))) => batch.push(received(topic, &record)),
                Some((_, Err(reason))) => break Some(reason),
                None => break Some("the topics have no partitions".to_owned()),
            }
            if batch.len() >= limit {
                break None;
            }
            match records.next().now_or_never() {
                Some(next) => item = next,
                None => break None,
            }
        };
        if let Some(reason) = ended {
            // The next poll opens the streams again, where the group's offsets then are.
            *streams = None;
            if batch.is_empty() {
                return Err(failure(reason));
            }
            tracing::warn!(reason, "a Fluvio stream ended");
        }
        let mut progress = self.membership.progress.lock();
        for message in &batch {
            progress.hand_out(message.position);
        }
        Ok(batch)
    }

    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError> {
        // A former member's acknowledgement comes too late: its messages are delivered to another one.
        if self.is_closed() {
            return Ok(());
        }
        let mut commits = self.membership.commits.lock().await;
        let Some(Commits { client, committer }) = &mut *commits else { return Ok(()) };
        let last = self.membership.progress.lock().to_commit(positions);
        for (partition, offset) in last {
            committer.commit(client, partition, offset).await?;
            self.membership.progress.lock().committed(partition, offset);
        }
        Ok(())
    }

    async fn lag(&self) -> Option<u64> {
        let Membership { config, commits, progress, .. } = &*self.membership;
        let client = commits.lock().await.as_ref()?.client.clone();
        let topics: Vec<String> = self.membership.topics.iter().map(|topic| config.name_of(*topic)).collect();
        let ends = asked(config, "look up where partitions end", ends(&client, &topics)).await.ok()?;
        progress
            .lock()
            .lag(|(topic, partition): Partition| ends.get(&(config.name_of(topic), partition)).copied())
    }

    async fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
        self.closing.notify_waiters();
        *self.streams.lock().await = None;
        *self.membership.commits.lock().await = None;
    }
}

/// The items of a partition's stream, with its end as the last one: an ended stream is a lost connection.
pub(crate) fn items(topic: Topic, stream: PartitionStream) -> BoxStream<'static, Item> {
    let end = stream::once(async { Err("the stream of a partition ended".to_owned()) });
    let records = stream.map(|record| record.map_err(|error| error.to_string()));
    records.chain(end).map(move |item| (topic, item)).boxed()
}

pub(crate) fn received(topic: Topic, record: &Record) -> Received {
    let partition = i32::try_from(record.partition).unwrap_or(i32::MAX);
    Received {
        position: Position { topic, partition, offset: record.offset },
        content: envelope::decode(topic, record.value()),
    }
}
