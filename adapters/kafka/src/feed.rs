//! Following a topic without a group: partitions that this process assigns to itself, from a point in time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, Position, Received};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::{EventFeed, Heard};
use futures::{FutureExt, StreamExt};
use rdkafka::config::FromClientConfigAndContext;
use rdkafka::consumer::{Consumer, StreamConsumer};
use rdkafka::error::{KafkaError, KafkaResult, RDKafkaErrorCode};
use rdkafka::message::{BorrowedMessage, Message};
use rdkafka::metadata::{MetadataPartition, MetadataTopic};
use rdkafka::{Offset, TopicPartitionList};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

use crate::assignment::Membership;
use crate::config::KafkaConfig;
use crate::consumer::{Member, next_message};
use crate::headers;
use crate::trouble::Trouble;

/// How often the cluster is asked which partitions there are and where they end: whoever waits for news must notice within
/// seconds that nobody is there to tell any.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long the cluster may take to answer each of the questions of a look.
const ANSWER_TIMEOUT: Duration = Duration::from_millis(1500);

/// How long looks may fail before a poll does: a partition may be without a leader for a moment, as after it was made.
const PATIENCE: Duration = Duration::from_secs(2);

/// The time between two looks that fail.
const RETRY: Duration = Duration::from_millis(50);

/// How often an empty queue is asked again before a batch ends: the answer may have been an event of the client.
const TRIES: usize = 3;

/// A feed of one topic.
pub(crate) struct KafkaFeed {
    config: Arc<KafkaConfig>,
    topic: Topic,
    since: Timestamp,
    member: Arc<Member>,
    /// Held while polling.
    followed: Mutex<Followed>,
}

/// How far a feed is.
#[derive(Debug, Default)]
struct Followed {
    /// Each partition that is followed, with the next offset to hand over.
    next: BTreeMap<i32, i64>,
    /// Where the partitions ended at the last look.
    ends: BTreeMap<i32, i64>,
    looked_at: Option<Instant>,
    /// Since when no look has succeeded.
    failing_since: Option<Instant>,
}

/// What a look at the cluster found.
struct Look {
    ends: BTreeMap<i32, i64>,
    /// The partitions that are not followed yet, and where to begin.
    new: BTreeMap<i32, i64>,
}

impl KafkaFeed {
    pub(crate) fn follow(
        config: Arc<KafkaConfig>,
        trouble: Arc<Trouble>,
        topic: Topic,
        since: Timestamp,
    ) -> KafkaResult<Self> {
        let context = Membership::new(config.clone(), trouble);
        let consumer = StreamConsumer::from_config_and_context(&config.feed(), context)?;
        let member = Arc::new(Member::of(consumer));
        Ok(Self { config, topic, since, member, followed: Mutex::default() })
    }

    /// Looks at the cluster when it is time to, and follows the partitions that are new.
    async fn look(&self, followed: &mut Followed) -> Result<(), BusError> {
        if followed.looked_at.is_some_and(|at| at.elapsed() < LOOK_EVERY) {
            return Ok(());
        }
        let (member, name) = (Arc::clone(&self.member), self.config.name_of(self.topic));
        let known: Vec<i32> = followed.next.keys().copied().collect();
        // What came after the first look is new altogether: nothing of it happened before.
        let since = followed.looked_at.is_none().then_some(self.since);
        // The client has no other way to ask than one that blocks.
        let looked = tokio::task::spawn_blocking(move || look(member.consumer(), &name, &known, since))
            .await
            .map_err(|error| BusError(format!("asking the cluster was cut off: {error}")))?;
        let Look { ends, new } = looked.map_err(|error| BusError(error.to_string()))?;
        if !new.is_empty() {
            let mut next = followed.next.clone();
            next.extend(new);
            self.assign(&next).map_err(|error| BusError(error.to_string()))?;
            followed.next = next;
        }
        followed.ends = ends;
        followed.looked_at = Some(Instant::now());
        followed.failing_since = None;
        Ok(())
    }

    fn assign(&self, next: &BTreeMap<i32, i64>) -> KafkaResult<()> {
        let name = self.config.name_of(self.topic);
        let mut list = TopicPartitionList::new();
        for (partition, offset) in next {
            list.add_partition_offset(&name, *partition, Offset::Offset(*offset))?;
        }
        self.member.consumer().assign(&list)
    }

    fn received(&self, message: &BorrowedMessage<'_>) -> Received {
        let position =
            Position { topic: self.topic, partition: message.partition(), offset: message.offset() };
        Received { position, content: headers::decode(self.topic, message) }
    }
}

#[async_trait]
impl EventFeed for KafkaFeed {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Heard, BusError> {
        let deadline = Instant::now() + wait;
        let mut followed = self.followed.lock().await;
        let mut messages = self.member.consumer().stream();
        loop {
            // A partition without a leader must not hold up the others.
            let looked = self.look(&mut followed).await;
            let pause = if looked.is_ok() { LOOK_EVERY } else { RETRY };
            let until = deadline.min(Instant::now() + pause);
            let first = timeout_at(until, next_message(&mut messages)).await;
            // From here on nothing is awaited before it is handed over, so a poll that is cancelled has taken nothing.
            let mut batch = Vec::new();
            if let Ok(first) = first {
                batch.push(self.received(&first?));
                let mut empty = 0;
                while batch.len() < limit && empty < TRIES {
                    match messages.next().now_or_never().flatten() {
                        Some(Ok(message)) => batch.push(self.received(&message)),
                        Some(Err(error)) => {
                            tracing::debug!(%error, "the batch ends at an error of the feed");
                            break;
                        }
                        None => empty += 1,
                    }
                }
            }
            for message in &batch {
                followed.next.insert(message.position.partition, message.position.offset + 1);
            }
            let is_current = looked.is_ok() && followed.is_current();
            if let Err(error) = looked
                && followed.fails_for() >= PATIENCE
                && batch.is_empty()
            {
                return Err(error);
            }
            if !batch.is_empty() || Instant::now() >= deadline {
                return Ok(Heard { messages: batch, is_current });
            }
        }
    }
}

impl Followed {
    /// For how long looks have failed, of which the last one did.
    fn fails_for(&mut self) -> Duration {
        self.failing_since.get_or_insert_with(Instant::now).elapsed()
    }

    fn is_current(&self) -> bool {
        self.ends.iter().all(|(partition, end)| self.next.get(partition).is_some_and(|next| next >= end))
    }
}

/// Asks which partitions the topic has, where they end, and where those begin that are not `known`: at the first record of
/// `since`, or without it at their first one.
fn look(
    consumer: &StreamConsumer<Membership>,
    name: &str,
    known: &[i32],
    since: Option<Timestamp>,
) -> KafkaResult<Look> {
    let metadata = consumer.fetch_metadata(Some(name), ANSWER_TIMEOUT)?;
    let topic = metadata.topics().first().filter(|topic| topic.error().is_none());
    let partitions = topic.into_iter().flat_map(MetadataTopic::partitions);
    let partitions: Vec<i32> = partitions.map(MetadataPartition::id).collect();
    if partitions.is_empty() {
        return Err(KafkaError::MetadataFetch(RDKafkaErrorCode::UnknownTopicOrPartition));
    }
    // The ends first: what is published between the two questions is then after them, and not passed over.
    let ends = offsets(consumer, name, &partitions, Offset::End)?;
    let unknown: Vec<i32> = partitions.into_iter().filter(|partition| !known.contains(partition)).collect();
    let new = match since {
        _ if unknown.is_empty() => BTreeMap::new(),
        None => unknown.into_iter().map(|partition| (partition, 0)).collect(),
        Some(since) => {
            let moment = Offset::Offset(since.timestamp_millis().max(0));
            let begin = offsets(consumer, name, &unknown, moment)?;
            let end = |partition| ends.get(&partition).copied().unwrap_or_default();
            unknown.into_iter().map(|one| (one, begin.get(&one).copied().unwrap_or(end(one)))).collect()
        }
    };
    Ok(Look { ends, new })
}

/// The first offset of each partition at a moment, in milliseconds, or its end. Those without a record since then are left
/// out.
fn offsets(
    consumer: &StreamConsumer<Membership>,
    name: &str,
    partitions: &[i32],
    moment: Offset,
) -> KafkaResult<BTreeMap<i32, i64>> {
    let mut asked = TopicPartitionList::new();
    for partition in partitions {
        asked.add_partition_offset(name, *partition, moment)?;
    }
    let answer = consumer.offsets_for_times(asked, ANSWER_TIMEOUT)?;
    let mut found = BTreeMap::new();
    for element in answer.elements_for_topic(name) {
        element.error()?;
        if let Offset::Offset(offset) = element.offset() {
            found.insert(element.partition(), offset);
        }
    }
    Ok(found)
}
