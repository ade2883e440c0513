//! Following a topic of the cluster without a consumer's name, so that no offset of it is kept.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, Received};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::{EventFeed, Heard};
use fluvio::{Fluvio, Offset};
use futures::future::BoxFuture;
use futures::stream::SelectAll;
use futures::{FutureExt, StreamExt};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

use crate::bus::{asked, connect, partitions};
use crate::config::FluvioConfig;
use crate::consumer::{Records, items, received};
use crate::ends::ends;
use crate::offsets::{failure, open, settings};

/// How often the cluster is asked which partitions there are and where they end.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// A feed of one topic.
pub(crate) struct FluvioFeed {
    config: Arc<FluvioConfig>,
    topic: Topic,
    since: Timestamp,
    /// Held while polling.
    following: Mutex<Following>,
}

/// The streams, and how far they are.
#[derive(Default)]
struct Following {
    streams: Option<Streams>,
    /// The next offset to hand over of each partition: where its stream is opened again.
    next: HashMap<u32, i64>,
    ends: HashMap<u32, i64>,
    looked_at: Option<Instant>,
}

/// The streams, or the work that opens them, which goes on where it was when a poll is cancelled.
enum Streams {
    Opening(BoxFuture<'static, Result<Opened, BusError>>),
    Open(Opened),
}

struct Opened {
    client: Arc<Fluvio>,
    records: Records,
    partitions: u32,
}

impl FluvioFeed {
    pub(crate) fn new(config: Arc<FluvioConfig>, topic: Topic, since: Timestamp) -> Self {
        Self { config, topic, since, following: Mutex::default() }
    }

    /// Whether a message is of the time that the feed is about. The cluster finds no offset by time, so that a feed reads its
    /// topic from the beginning and passes over what is older.
    fn is_wanted(&self, message: &Received) -> bool {
        message.content.as_ref().map_or(true, |event| event.occurred_at >= self.since)
    }

    /// Looks where the partitions end when it is time to; gives up the streams when there are more of them than before.
    async fn look(&self, following: &mut Following) -> Result<(), BusError> {
        let is_fresh = following.looked_at.is_some_and(|at| at.elapsed() < LOOK_EVERY);
        let Some(Streams::Open(Opened { client, partitions: known, .. })) = &following.streams else {
            return Ok(());
        };
        if is_fresh {
            return Ok(());
        }
        let (client, known) = (Arc::clone(client), *known);
        let name = self.config.name_of(self.topic);
        let admin = client.admin().await;
        let count = partitions(&self.config, &admin, &name).await.map_err(failure)?.unwrap_or_default();
        let names = [name];
        let ends = asked(&self.config, "look up where partitions end", ends(&client, &names)).await;
        following.ends = ends.map_err(failure)?.into_iter().map(|((_, number), end)| (number, end)).collect();
        following.looked_at = Some(Instant::now());
        if count > known {
            following.streams = None;
        }
        Ok(())
    }
}

/// Connects and opens a stream for every partition: at its next offset where it was followed before, at its beginning
/// otherwise.
async fn open_all(
    config: Arc<FluvioConfig>,
    topic: Topic,
    next: HashMap<u32, i64>,
) -> Result<Opened, BusError> {
    let client = Arc::new(connect(&config).await.map_err(failure)?);
    let admin = client.admin().await;
    let name = config.name_of(topic);
    let count = partitions(&config, &admin, &name).await.map_err(failure)?;
    let count = count.ok_or_else(|| failure(format!("the topic {name} does not exist")))?;
    let mut records = SelectAll::new();
    for partition in 0..count {
        let from = match next.get(&partition) {
            Some(next) => Offset::absolute(*next).map_err(failure)?,
            None => Offset::beginning(),
        };
        let stream = open(&client, &settings(name.clone(), partition, from)).await?;
        records.push(items(topic, stream));
    }
    Ok(Opened { client, records, partitions: count })
}

#[async_trait]
impl EventFeed for FluvioFeed {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Heard, BusError> {
        let deadline = Instant::now() + wait;
        let mut following = self.following.lock().await;
        loop {
            if following.streams.is_none() {
                let opening = open_all(self.config.clone(), self.topic, following.next.clone());
                following.streams = Some(Streams::Opening(opening.boxed()));
            }
            if let Some(Streams::Opening(opening)) = &mut following.streams {
                let Ok(opened) = timeout_at(deadline, opening).await else { return Ok(Heard::default()) };
                match opened {
                    Ok(opened) => following.streams = Some(Streams::Open(opened)),
                    Err(error) => {
                        following.streams = None;
                        return Err(error);
                    }
                }
            }
            if let Err(error) = self.look(&mut following).await {
                following.streams = None;
                return Err(error);
            }
            let Following { streams, next, .. } = &mut *following;
            let Some(Streams::Open(Opened { records, .. })) = streams else { continue };
            let until = deadline.min(Instant::now() + LOOK_EVERY);
            let first = timeout_at(until, records.next()).await;
            // From here on nothing is awaited before it is handed over, so a poll that is cancelled has taken nothing.
            let mut batch = Vec::new();
            let mut ended = None;
            let mut item = first.ok();
            while let Some(found) = item.take() {
                match found {
                    Some((topic, Ok(record))) => {
                        next.insert(record.partition, record.offset + 1);
                        batch.push(received(topic, &record));
                    }
                    Some((_, Err(reason))) => ended = Some(reason),
                    None => ended = Some("the topic has no partitions".to_owned()),
                }
                if ended.is_none() && batch.len() < limit {
                    item = records.next().now_or_never();
                }
            }
            batch.retain(|message| self.is_wanted(message));
            if let Some(reason) = ended {
                // The next poll opens the streams again, where they then are.
                following.streams = None;
                if batch.is_empty() {
                    return Err(failure(reason));
                }
                tracing::warn!(reason, "a Fluvio stream ended");
            }
            if !batch.is_empty() || Instant::now() >= deadline {
                return Ok(Heard { messages: batch, is_current: following.is_current() });
            }
        }
    }
}

impl Following {
    fn is_current(&self) -> bool {
        let reached =
            |partition, end: &i64| *end == 0 || self.next.get(partition).is_some_and(|next| next >= end);
        self.looked_at.is_some() && self.ends.iter().all(|(partition, end)| reached(partition, end))
    }
}
