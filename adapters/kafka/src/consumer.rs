//! Reading from Kafka as a member of a group.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{BusError, EventConsumer, Position, Received};
use eop_core::kernel::event::Topic;
use futures::{FutureExt, StreamExt};
use parking_lot::Mutex;
use rdkafka::config::FromClientConfigAndContext;
use rdkafka::consumer::{CommitMode, Consumer, StreamConsumer};
use rdkafka::error::{KafkaError, KafkaResult, RDKafkaErrorCode};
use rdkafka::message::{BorrowedMessage, Message};
use rdkafka::{Offset, TopicPartitionList};
use tokio::sync::Notify;
use tokio::time::{Instant, timeout, timeout_at};

use crate::assignment::{Membership, Partition};
use crate::config::KafkaConfig;
use crate::headers;
use crate::trouble::Trouble;

/// How long a broker may take to answer a question about offsets.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(2);

/// How long all questions about the lag may take together: they block a thread.
const LAG_TIMEOUT: Duration = Duration::from_secs(4);

/// How long leaving the group may take; the library goes on leaving after that on its own.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(4);

/// How often an empty queue is asked again before a batch ends: the answer may have been an event of the group.
const TRIES: usize = 3;

/// The library's consumer.
pub(crate) struct Member(Option<StreamConsumer<Membership>>);

impl Member {
    pub(crate) fn of(consumer: StreamConsumer<Membership>) -> Self {
        Self(Some(consumer))
    }

    pub(crate) fn consumer(&self) -> &StreamConsumer<Membership> {
        self.0.as_ref().expect("it is taken only when the member is dropped")
    }
}

impl Drop for Member {
    /// Dropping a consumer leaves the group and waits for it, which must not happen on a thread that serves others.
    fn drop(&mut self) {
        if let Some(consumer) = self.0.take() {
            std::thread::spawn(move || drop(consumer));
        }
    }
}

/// A member of a group.
pub(crate) struct KafkaConsumer {
    config: Arc<KafkaConfig>,
    member: Mutex<Option<Arc<Member>>>,
    /// Held while polling: the order within a partition needs one reader at a time.
    turn: tokio::sync::Mutex<()>,
    closing: Notify,
}

impl KafkaConsumer {
    pub(crate) fn subscribe(
        config: Arc<KafkaConfig>,
        trouble: Arc<Trouble>,
        group: &str,
        topics: &[Topic],
    ) -> KafkaResult<Self> {
        let context = Membership::new(config.clone(), trouble);
        let consumer = StreamConsumer::from_config_and_context(&config.consumer(group), context)?;
        let names: Vec<String> = topics.iter().map(|topic| config.name_of(*topic)).collect();
        consumer.subscribe(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
        Ok(Self {
            config,
            member: Mutex::new(Some(Arc::new(Member::of(consumer)))),
            turn: tokio::sync::Mutex::new(()),
            closing: Notify::new(),
        })
    }

    fn member(&self) -> Option<Arc<Member>> {
        self.member.lock().clone()
    }

    fn received(&self, message: &BorrowedMessage<'_>) -> Option<Received> {
        // Nothing else is subscribed to, so every name is known.
        let topic = self.config.topic_named(message.topic())?;
        let position = Position { topic, partition: message.partition(), offset: message.offset() };
        Some(Received { position, content: headers::decode(topic, message) })
    }
}

#[async_trait]
impl EventConsumer for KafkaConsumer {
    async fn poll(&self, limit: usize, wait: Duration) -> Result<Vec<Received>, BusError> {
        let deadline = Instant::now() + wait;
        let _turn = self.turn.lock().await;
        let closing = self.closing.notified();
        let member = self.member().ok_or_else(|| BusError("this consumer is closed".to_owned()))?;
        let consumer = member.consumer();
        commit_stored(consumer);
        let mut messages = consumer.stream();
        let first = async {
            tokio::select! {
                message = next_message(&mut messages) => message.map(Some),
                () = closing => Ok(None),
            }
        };
        let Ok(first) = timeout_at(deadline, first).await else { return Ok(Vec::new()) };
        let Some(first) = first? else { return Ok(Vec::new()) };

        // From here on nothing is awaited, so a poll that is cancelled has taken nothing.
        let context = consumer.context();
        let mut batch = Vec::new();
        context.assignment.lock().take_revoked();
        batch.extend(self.received(&first));
        let mut empty = 0;
        while batch.len() < limit && empty < TRIES {
            match messages.next().now_or_never().flatten() {
                Some(Ok(message)) => {
                    drop_revoked(&mut batch, consumer);
                    batch.extend(self.received(&message));
                }
                Some(Err(error)) => {
                    tracing::debug!(%error, "the batch ends at an error of the consumer");
                    break;
                }
                None => empty += 1,
            }
        }
        drop_revoked(&mut batch, consumer);
        let mut assignment = context.assignment.lock();
        for message in &batch {
            assignment.hand_out(message.position);
        }
        Ok(batch)
    }

    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError> {
        // A former member's acknowledgement comes too late: its messages are delivered to another one.
        let Some(member) = self.member() else { return Ok(()) };
        let context = member.consumer().context();
        let mut list = TopicPartitionList::new();
        {
            let mut assignment = context.assignment.lock();
            for position in positions {
                let Some(next) = assignment.acknowledge(*position) else { continue };
                let (name, next) = (self.config.name_of(position.topic), Offset::Offset(next));
                let added = match list.find_partition(&name, position.partition) {
                    Some(mut element) => element.set_offset(next),
                    None => list.add_partition_offset(&name, position.partition, next),
                };
                added.map_err(|error| BusError(error.to_string()))?;
            }
        }
        if list.count() == 0 {
            return Ok(());
        }
        match member.consumer().store_offsets(&list) {
            // A partition that is just being taken away: its messages are delivered to another member.
            Ok(()) | Err(KafkaError::StoreOffset(RDKafkaErrorCode::State)) => {}
            Err(error) => return Err(BusError(error.to_string())),
        }
        context.uncommitted.store(true, Ordering::Relaxed);
        Ok(())
    }

    async fn lag(&self) -> Option<u64> {
        let (member, config) = (self.member()?, self.config.clone());
        // The client has no other way to ask than one that blocks.
        tokio::task::spawn_blocking(move || lag(member.consumer(), &config).ok()).await.ok().flatten()
    }

    async fn close(&self) {
        let member = self.member.lock().take();
        self.closing.notify_waiters();
        let Some(member) = member else { return };
        let leaving = tokio::task::spawn_blocking(move || {
            if let Err(error) = member.consumer().commit_consumer_state(CommitMode::Sync)
                && error != KafkaError::ConsumerCommit(RDKafkaErrorCode::NoOffset)
            {
                tracing::warn!(%error, "the last offsets could not be committed: their messages come again");
            }
            // A poll that just ends may hold the other reference; the member then leaves when that goes.
            if let Some(mut member) = Arc::into_inner(member) {
                drop(member.0.take());
            }
        });
        if timeout(CLOSE_TIMEOUT, leaving).await.is_err() {
            tracing::warn!(timeout = ?CLOSE_TIMEOUT, "leaving the Kafka group takes long, it goes on by itself");
        }
    }
}

/// The next message, passing over what the library gets over by itself.
pub(crate) async fn next_message<'a>(
    messages: &mut rdkafka::consumer::MessageStream<'a, Membership>,
) -> Result<BorrowedMessage<'a>, BusError> {
    loop {
        match messages.next().await {
            Some(Ok(message)) => return Ok(message),
            // The library goes on by itself: it connects again, joins again, and looks again for a topic that a broker
            // does not know yet. It queues a complaint for each of its tries, before what comes after them: a caller that
            // waited after each would still wait when the broker is long back.
            Some(Err(KafkaError::MessageConsumption(
                code @ (RDKafkaErrorCode::BrokerTransportFailure
                | RDKafkaErrorCode::AllBrokersDown
                | RDKafkaErrorCode::Resolve
                | RDKafkaErrorCode::SSL
                | RDKafkaErrorCode::Authentication
                | RDKafkaErrorCode::OperationTimedOut
                | RDKafkaErrorCode::PollExceeded
                | RDKafkaErrorCode::UnknownTopicOrPartition),
            ))) => tracing::debug!(%code, "the Kafka consumer waits"),
            Some(Err(error)) => return Err(BusError(error.to_string())),
            None => return Err(BusError("the consumer has ended".to_owned())),
        }
    }
}

/// Takes messages of partitions that the group took away meanwhile out of a batch: another member gets them.
fn drop_revoked(batch: &mut Vec<Received>, consumer: &StreamConsumer<Membership>) {
    let revoked = consumer.context().assignment.lock().take_revoked();
    if !revoked.is_empty() {
        batch.retain(|message| !revoked.contains(&(message.position.topic, message.position.partition)));
    }
}

/// Sends the stored offsets to the broker without waiting for it.
fn commit_stored(consumer: &StreamConsumer<Membership>) {
    if consumer.context().uncommitted.swap(false, Ordering::Relaxed)
        && let Err(error) = consumer.commit_consumer_state(CommitMode::Async)
        && error != KafkaError::ConsumerCommit(RDKafkaErrorCode::NoOffset)
    {
        tracing::warn!(%error, "offsets could not be committed, the library tries again");
    }
}

/// How many messages of the assigned partitions are not acknowledged.
fn lag(consumer: &StreamConsumer<Membership>, config: &KafkaConfig) -> KafkaResult<u64> {
    let deadline = Instant::now() + LAG_TIMEOUT;
    let partitions = consumer.context().assignment.lock().acknowledged();
    let committed = committed(consumer, config, &partitions)?;
    let mut lag = 0;
    for ((topic, partition), acknowledged) in partitions {
        let name = config.name_of(topic);
        let left = deadline.saturating_duration_since(Instant::now()).min(ANSWER_TIMEOUT);
        if left.is_zero() {
            return Err(KafkaError::MetadataFetch(RDKafkaErrorCode::OperationTimedOut));
        }
        let (low, high) = consumer.fetch_watermarks(&name, partition, left)?;
        let offset = acknowledged.or_else(|| match committed.find_partition(&name, partition)?.offset() {
            Offset::Offset(offset) => Some(offset),
            _ => None,
        });
        lag += u64::try_from(high - offset.unwrap_or(low).max(low)).unwrap_or_default();
    }
    Ok(lag)
}

/// The committed offsets of the partitions of which nothing was acknowledged since they were assigned.
fn committed(
    consumer: &StreamConsumer<Membership>,
    config: &KafkaConfig,
    partitions: &[(Partition, Option<i64>)],
) -> KafkaResult<TopicPartitionList> {
    let mut unknown = TopicPartitionList::new();
    for ((topic, partition), _) in partitions.iter().filter(|(_, acknowledged)| acknowledged.is_none()) {
        unknown.add_partition(&config.name_of(*topic), *partition);
    }
    if unknown.count() == 0 {
        return Ok(unknown);
    }
    consumer.committed_offsets(unknown, ANSWER_TIMEOUT)
}
