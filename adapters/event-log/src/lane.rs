//! One partition of one topic.

use eop_core::kernel::event::Topic;
use uuid::Uuid;

/// Partitions per topic: as many as the topics have on Kafka.
pub(crate) const PARTITIONS: u16 = 6;

/// A partition of a topic, as one number: the key under which the file keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Lane(u16);

impl Lane {
    /// The lane where the events of `key` go.
    pub(crate) fn of(topic: Topic, key: Uuid) -> Self {
        // The low bits of every kind of id that is issued are random, so a remainder spreads keys evenly.
        let partition = u16::try_from(key.as_u128() % u128::from(PARTITIONS)).unwrap_or_default();
        Self(code(topic) * PARTITIONS + partition)
    }

    /// The lanes of a topic.
    pub(crate) fn of_topic(topic: Topic) -> impl Iterator<Item = Self> {
        (0..PARTITIONS).map(move |partition| Self(code(topic) * PARTITIONS + partition))
    }

    /// Every lane.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Topic::ALL.into_iter().flat_map(Self::of_topic)
    }

    /// The lane of a topic's partition, if there is one.
    pub(crate) fn at(topic: Topic, partition: i32) -> Option<Self> {
        let partition = u16::try_from(partition).ok().filter(|partition| *partition < PARTITIONS)?;
        Some(Self(code(topic) * PARTITIONS + partition))
    }

    /// The lane behind a number that the file keeps, if there is one.
    pub(crate) fn from_number(number: u16) -> Option<Self> {
        Self::all().find(|lane| lane.0 == number)
    }

    /// The number that the file keeps.
    pub(crate) fn number(self) -> u16 {
        self.0
    }

    /// The topic.
    pub(crate) fn topic(self) -> Topic {
        let wanted = self.0 / PARTITIONS;
        Topic::ALL.into_iter().find(|topic| code(*topic) == wanted).unwrap_or(Topic::Orders)
    }

    /// The partition within the topic.
    pub(crate) fn partition(self) -> i32 {
        i32::from(self.0 % PARTITIONS)
    }
}

/// The topic's number in the file. A number that was ever given out keeps its meaning.
fn code(topic: Topic) -> u16 {
    match topic {
        Topic::Orders => 0,
        Topic::Identity => 1,
        Topic::Notifications => 2,
        Topic::OrdersDeadLetters => 3,
        Topic::IdentityDeadLetters => 4,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn lanes_and_their_numbers_belong_together() {
        let numbers: BTreeSet<u16> = Lane::all().map(Lane::number).collect();
        assert_eq!(numbers.len(), Topic::ALL.len() * usize::from(PARTITIONS), "no two lanes share a number");
        for lane in Lane::all() {
            assert_eq!(Lane::from_number(lane.number()), Some(lane));
            assert_eq!(Lane::at(lane.topic(), lane.partition()), Some(lane));
        }
        assert_eq!(Lane::from_number(u16::MAX), None);
        assert_eq!(Lane::at(Topic::Orders, 6), None);
    }

    #[test]
    fn a_key_always_goes_to_the_same_lane() {
        // Changing these numbers would split the events of a key over two lanes of an existing file.
        let key = Uuid::from_u128(0x0198_c0de_7000_7abc_8def_0123_4567_89ab);
        assert_eq!(Lane::of(Topic::Orders, key).number(), 1);
        assert_eq!(Lane::of(Topic::IdentityDeadLetters, key).number(), 25);
    }
}
