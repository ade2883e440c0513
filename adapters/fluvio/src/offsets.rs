//! A group's offsets, as Fluvio keeps them.
//!
//! Fluvio lets a stream commit only the last record that it yielded. Messages are handed out in batches and acknowledged
//! one by one, so the stream that is read from cannot commit what was acknowledged. A second stream per partition, which
//! starts at the group's offset and is pulled only as far as was acknowledged, can: exactly that far.

use std::collections::HashMap;
use std::sync::Arc;

use eop_core::kernel::bus::{BusError, Position};
use eop_core::kernel::event::Topic;
use fluvio::consumer::{
    ConsumerConfigExt, ConsumerConfigExtBuilder, ConsumerStream, OffsetManagementStrategy, RetryMode,
};
use fluvio::{Fluvio, Offset};
use futures::StreamExt;
use tokio::time::timeout;

use crate::bus::ANSWER_TIMEOUT;
use crate::config::FluvioConfig;

/// A partition of a topic.
pub(crate) type Partition = (Topic, u32);

/// A stream of one partition.
pub(crate) type PartitionStream = std::pin::Pin<Box<dyn ConsumerStream + Send>>;

/// How far a member got in its partitions.
#[derive(Debug, Default)]
pub(crate) struct Progress(HashMap<Partition, InPartition>);

#[derive(Debug)]
struct InPartition {
    /// The offset of the next message to hand out.
    next: i64,
    /// The offset after the last acknowledged message.
    acknowledged: i64,
}

impl Progress {
    /// Begins a partition at its committed offset.
    pub(crate) fn begin(&mut self, partition: Partition, offset: i64) {
        self.0.insert(partition, InPartition { next: offset, acknowledged: offset });
    }

    /// A message was handed out.
    pub(crate) fn hand_out(&mut self, position: Position) {
        if let Some(progress) = partition_of(position).and_then(|partition| self.0.get_mut(&partition)) {
            progress.next = position.offset + 1;
        }
    }

    /// The last offset to commit of each partition, for messages that were handed out and not acknowledged before.
    pub(crate) fn to_commit(&self, positions: &[Position]) -> HashMap<Partition, i64> {
        let mut last: HashMap<Partition, i64> = HashMap::new();
        for position in positions {
            let Some(partition) = partition_of(*position) else { continue };
            let Some(progress) = self.0.get(&partition) else { continue };
            if (progress.acknowledged..progress.next).contains(&position.offset) {
                let offset = last.entry(partition).or_insert(position.offset);
                *offset = position.offset.max(*offset);
            }
        }
        last
    }

    /// The cluster has the commit.
    pub(crate) fn committed(&mut self, partition: Partition, offset: i64) {
        if let Some(progress) = self.0.get_mut(&partition) {
            progress.acknowledged = progress.acknowledged.max(offset + 1);
        }
    }

    /// How many messages are not acknowledged, given where the partitions end.
    pub(crate) fn lag(&self, end: impl Fn(Partition) -> Option<i64>) -> Option<u64> {
        self.0.iter().try_fold(0, |lag, (partition, progress)| {
            let behind = end(*partition)? - progress.acknowledged;
            Some(lag + u64::try_from(behind).unwrap_or_default())
        })
    }
}

fn partition_of(position: Position) -> Option<Partition> {
    Some((position.topic, u32::try_from(position.partition).ok()?))
}

/// Commits offsets of a group.
pub(crate) struct Committer {
    config: Arc<FluvioConfig>,
    consumer_id: String,
    streams: HashMap<Partition, PartitionStream>,
}

impl Committer {
    pub(crate) fn new(config: Arc<FluvioConfig>, consumer_id: String) -> Self {
        Self { config, consumer_id, streams: HashMap::new() }
    }

    /// Commits everything of a partition up to and including `last`.
    pub(crate) async fn commit(
        &mut self,
        client: &Fluvio,
        partition: Partition,
        last: i64,
    ) -> Result<(), BusError> {
        // A stream that failed half-way is not used again: the next commit begins at the group's offset.
        let mut stream = match self.streams.remove(&partition) {
            Some(stream) => stream,
            None => self.open(client, partition).await?,
        };
        let committing = async {
            loop {
                let record = stream.next().await.ok_or_else(|| failure("the stream of offsets ended"))?;
                if record.map_err(failure)?.offset >= last {
                    break;
                }
            }
            stream.offset_commit().await.map_err(failure)?;
            stream.offset_flush().await.map_err(failure)
        };
        timeout(ANSWER_TIMEOUT, committing)
            .await
            .map_err(|_| failure(format!("offset {last} was not committed within {ANSWER_TIMEOUT:?}")))??;
        self.streams.insert(partition, stream);
        Ok(())
    }

    // Mutable, although nothing changes: a stream may be sent to another thread, but not shared.
    async fn open(
        &mut self,
        client: &Fluvio,
        (topic, partition): Partition,
    ) -> Result<PartitionStream, BusError> {
        let mut settings = settings(self.config.name_of(topic), partition, Offset::beginning());
        settings.offset_consumer(self.consumer_id.clone()).offset_strategy(OffsetManagementStrategy::Manual);
        open(client, &settings).await
    }
}

/// A stream's settings. It ends at the first failure, so that what happens then is decided in one place, here.
pub(crate) fn settings(topic: String, partition: u32, start: Offset) -> ConsumerConfigExtBuilder {
    let mut settings = ConsumerConfigExt::builder();
    settings.topic(topic).partition(partition).offset_start(start).retry_mode(RetryMode::Disabled);
    settings
}

/// Opens a stream.
pub(crate) async fn open(
    client: &Fluvio,
    settings: &ConsumerConfigExtBuilder,
) -> Result<PartitionStream, BusError> {
    let settings = settings.build().map_err(failure)?;
    let opening = timeout(ANSWER_TIMEOUT, client.consumer_with_config(settings));
    let stream = opening
        .await
        .map_err(|_| failure(format!("a stream was not opened within {ANSWER_TIMEOUT:?}")))?
        .map_err(|error| failure(format!("{error:#}")))?;
    Ok(Box::pin(stream))
}

/// What the library says, as an error of the port.
pub(crate) fn failure(reason: impl std::fmt::Display) -> BusError {
    BusError(reason.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTITION: Partition = (Topic::Orders, 2);

    fn at(offset: i64) -> Position {
        Position { topic: Topic::Orders, partition: 2, offset }
    }

    #[test]
    fn only_what_was_handed_out_and_not_acknowledged_is_committed() {
        let mut progress = Progress::default();
        progress.begin(PARTITION, 10);
        (10..15).for_each(|offset| progress.hand_out(at(offset)));
        assert_eq!(progress.to_commit(&[at(12), at(11)]), HashMap::from([(PARTITION, 12)]));
        progress.committed(PARTITION, 12);
        assert!(progress.to_commit(&[at(12), at(9), at(15)]).is_empty());
        let elsewhere = Position { partition: 3, ..at(13) };
        assert!(progress.to_commit(&[elsewhere]).is_empty());
        assert_eq!(progress.to_commit(&[at(13), at(14)]), HashMap::from([(PARTITION, 14)]));
    }

    #[test]
    fn lag_counts_what_is_not_acknowledged() {
        let mut progress = Progress::default();
        progress.begin(PARTITION, 10);
        progress.begin((Topic::Orders, 3), 0);
        progress.hand_out(at(10));
        assert_eq!(progress.lag(|partition| Some(if partition == PARTITION { 14 } else { 2 })), Some(6));
        progress.committed(PARTITION, 10);
        assert_eq!(progress.lag(|partition| Some(if partition == PARTITION { 14 } else { 2 })), Some(5));
        assert_eq!(progress.lag(|_| None), None);
    }
}
