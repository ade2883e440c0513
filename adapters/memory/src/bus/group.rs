//! A consumer group: who reads which partition, and how far the group is.

use std::collections::BTreeMap;

use eop_core::kernel::bus::{Position, Received};
use eop_core::kernel::event::Topic;

use super::log::{Log, PARTITIONS, Partition};

/// The members of a group and their places.
#[derive(Debug, Default)]
pub(super) struct Group {
    members: BTreeMap<u64, Vec<Topic>>,
    /// The first offset that is not acknowledged.
    acknowledged: BTreeMap<Partition, i64>,
    assigned: BTreeMap<Partition, Assignment>,
}

/// Who reads a partition, and the next offset to hand out.
#[derive(Clone, Copy, Debug)]
struct Assignment {
    member: u64,
    next: i64,
}

impl Group {
    pub(super) fn join(&mut self, member: u64, topics: &[Topic]) {
        self.members.insert(member, topics.to_vec());
        self.share_out();
    }

    pub(super) fn leave(&mut self, member: u64) {
        self.members.remove(&member);
        self.share_out();
    }

    /// Gives every partition to one of the members that read its topic. Who gets a partition anew starts where the
    /// group is, not where the member before had come to.
    fn share_out(&mut self) {
        let before = std::mem::take(&mut self.assigned);
        for topic in Topic::ALL {
            let readers: Vec<u64> = self
                .members
                .iter()
                .filter(|(_, topics)| topics.contains(&topic))
                .map(|(member, _)| *member)
                .collect();
            for (number, member) in (0..PARTITIONS).zip(readers.iter().cycle()) {
                let partition = (topic, number);
                let kept = before.get(&partition).filter(|assignment| assignment.member == *member);
                let start = Assignment { member: *member, next: self.start_of(partition) };
                self.assigned.insert(partition, kept.copied().unwrap_or(start));
            }
        }
    }

    fn start_of(&self, partition: Partition) -> i64 {
        self.acknowledged.get(&partition).copied().unwrap_or(0)
    }

    /// The next records for `member`, an equal share of `limit` from each partition as long as there is something.
    pub(super) fn take(&mut self, member: u64, log: &Log, limit: usize) -> Vec<Received> {
        let mut messages = Vec::new();
        loop {
            let before = messages.len();
            for (partition, assignment) in &mut self.assigned {
                if messages.len() == limit {
                    return messages;
                }
                if assignment.member != member {
                    continue;
                }
                if let Some(received) = log.read(*partition, assignment.next) {
                    assignment.next += 1;
                    messages.push(received);
                }
            }
            if messages.len() == before {
                return messages;
            }
        }
    }

    pub(super) fn acknowledge(&mut self, position: Position) {
        let place = self.acknowledged.entry((position.topic, position.partition)).or_insert(0);
        *place = (*place).max(position.offset + 1);
    }

    pub(super) fn lag(&self, member: u64, log: &Log) -> u64 {
        let own = self.assigned.iter().filter(|(_, assignment)| assignment.member == member);
        let open = own.map(|(partition, _)| log.len(*partition) - self.start_of(*partition));
        open.map(|count| u64::try_from(count).unwrap_or(0)).sum()
    }
}
