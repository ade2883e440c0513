//! The partitions that the group gave to this member, and how far each got.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eop_core::kernel::bus::Position;
use eop_core::kernel::event::Topic;
use parking_lot::Mutex;
use rdkafka::TopicPartitionList;
use rdkafka::client::ClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::consumer::{BaseConsumer, ConsumerContext, Rebalance};
use rdkafka::error::{KafkaError, KafkaResult, RDKafkaErrorCode};

use crate::config::KafkaConfig;
use crate::trouble::{self, Trouble};

/// A partition of a topic.
pub(crate) type Partition = (Topic, i32);

/// How far a partition got since it was assigned.
#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    /// The offsets handed out: the first one, and the one after the last.
    handed_out: Option<(i64, i64)>,
    /// The offset after the last acknowledged one.
    acknowledged: Option<i64>,
}

/// The partitions of a member.
#[derive(Debug, Default)]
pub(crate) struct Assignment {
    partitions: HashMap<Partition, Progress>,
    revoked: HashSet<Partition>,
}

impl Assignment {
    fn assign(&mut self, partitions: impl Iterator<Item = Partition>) {
        self.partitions.extend(partitions.map(|partition| (partition, Progress::default())));
    }

    fn revoke(&mut self, partitions: impl Iterator<Item = Partition>) {
        for partition in partitions {
            self.partitions.remove(&partition);
            self.revoked.insert(partition);
        }
    }

    /// The partitions taken away since the last call.
    pub(crate) fn take_revoked(&mut self) -> HashSet<Partition> {
        std::mem::take(&mut self.revoked)
    }

    /// A message was handed out.
    pub(crate) fn hand_out(&mut self, position: Position) {
        if let Some(progress) = self.partitions.get_mut(&(position.topic, position.partition)) {
            let first = progress.handed_out.map_or(position.offset, |(first, _)| first);
            progress.handed_out = Some((first, position.offset + 1));
        }
    }

    /// Takes an acknowledgement. Gives the offset to store, unless the message is not in this member's hands any more
    /// or a later one was acknowledged before.
    ///
    /// Without the first check a partition that went away and came back would be set back by a late acknowledgement, and
    /// what others did meanwhile would be done again.
    pub(crate) fn acknowledge(&mut self, position: Position) -> Option<i64> {
        let progress = self.partitions.get_mut(&(position.topic, position.partition))?;
        let (first, end) = progress.handed_out?;
        let next = position.offset + 1;
        if position.offset < first || next > end || progress.acknowledged.is_some_and(|offset| offset >= next)
        {
            return None;
        }
        progress.acknowledged = Some(next);
        Some(next)
    }

    /// Each partition with the offset after the last acknowledged one, if one was acknowledged since it was assigned.
    pub(crate) fn acknowledged(&self) -> Vec<(Partition, Option<i64>)> {
        self.partitions.iter().map(|(partition, progress)| (*partition, progress.acknowledged)).collect()
    }
}

/// Follows the group's rebalances.
pub(crate) struct Membership {
    pub(crate) config: Arc<KafkaConfig>,
    trouble: Arc<Trouble>,
    pub(crate) assignment: Mutex<Assignment>,
    /// Whether offsets were stored since the last commit.
    pub(crate) uncommitted: AtomicBool,
}

impl Membership {
    pub(crate) fn new(config: Arc<KafkaConfig>, trouble: Arc<Trouble>) -> Self {
        Self { config, trouble, assignment: Mutex::default(), uncommitted: AtomicBool::new(false) }
    }

    fn partitions(&self, list: &TopicPartitionList) -> Vec<Partition> {
        list.elements()
            .iter()
            .filter_map(|element| Some((self.config.topic_named(element.topic())?, element.partition())))
            .collect()
    }
}

impl ClientContext for Membership {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, message: &str) {
        trouble::log(level, facility, message);
    }

    fn error(&self, error: KafkaError, reason: &str) {
        self.trouble.note(&error, reason, self.config.tls.as_ref());
    }
}

impl ConsumerContext for Membership {
    fn pre_rebalance(&self, _: &BaseConsumer<Self>, rebalance: &Rebalance<'_>) {
        match rebalance {
            Rebalance::Assign(list) => {
                let partitions = self.partitions(list);
                tracing::info!(?partitions, "the group assigned partitions");
                self.assignment.lock().assign(partitions.into_iter());
            }
            Rebalance::Revoke(list) => {
                let partitions = self.partitions(list);
                tracing::info!(?partitions, "the group took partitions away");
                self.assignment.lock().revoke(partitions.into_iter());
            }
            Rebalance::Error(error) => tracing::warn!(%error, "the group could not rebalance"),
        }
    }

    fn commit_callback(&self, result: KafkaResult<()>, _: &TopicPartitionList) {
        match result {
            Ok(()) | Err(KafkaError::ConsumerCommit(RDKafkaErrorCode::NoOffset)) => {}
            Err(error) => {
                // What is stored stays stored: the next commit tells it again.
                self.uncommitted.store(true, Ordering::Relaxed);
                tracing::warn!(%error, "offsets could not be committed");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTITION: Partition = (Topic::Orders, 3);

    fn at(offset: i64) -> Position {
        Position { topic: PARTITION.0, partition: PARTITION.1, offset }
    }

    fn assigned(offsets: std::ops::Range<i64>) -> Assignment {
        let mut assignment = Assignment::default();
        assignment.assign([PARTITION].into_iter());
        offsets.for_each(|offset| assignment.hand_out(at(offset)));
        assignment
    }

    #[test]
    fn an_acknowledgement_is_stored_once_and_never_set_back() {
        let mut assignment = assigned(5..10);
        assert_eq!(assignment.acknowledge(at(7)), Some(8));
        assert_eq!(assignment.acknowledge(at(7)), None);
        assert_eq!(assignment.acknowledge(at(5)), None);
        assert_eq!(assignment.acknowledge(at(10)), None, "it was not handed out");
        assert_eq!(assignment.acknowledged(), [(PARTITION, Some(8))]);
    }

    #[test]
    fn an_acknowledgement_for_a_revoked_partition_is_ignored() {
        let mut assignment = assigned(5..10);
        assignment.revoke([PARTITION].into_iter());
        assert_eq!(assignment.acknowledge(at(7)), None);
        assert_eq!(assignment.take_revoked(), HashSet::from([PARTITION]));
        assert_eq!(assignment.take_revoked(), HashSet::new());
    }

    #[test]
    fn a_late_acknowledgement_does_not_set_back_a_partition_that_came_back() {
        let mut assignment = assigned(5..10);
        assignment.revoke([PARTITION].into_iter());
        assignment.assign([PARTITION].into_iter());
        assert_eq!(assignment.acknowledge(at(9)), None, "nothing was handed out yet");
        assignment.hand_out(at(20));
        assert_eq!(assignment.acknowledge(at(9)), None, "another member went on from there");
        assert_eq!(assignment.acknowledge(at(20)), Some(21));
    }
}
