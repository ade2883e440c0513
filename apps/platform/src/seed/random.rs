//! Chance that comes out the same everywhere and in every version: `SplitMix64`.

use std::ops::RangeInclusive;

use eop_core::kernel::clock::Timestamp;
use uuid::{Builder, Uuid};

/// What numbers are drawn for. Each thing has numbers of its own, so that it does not depend on what was drawn before.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stream {
    Order,
    Customer,
    Staff,
    /// The times in one lane of the schedule.
    Lane(u64),
}

/// A stream of numbers.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

impl Random {
    /// The numbers for the `index`-th thing of a stream.
    pub(super) fn of(seed: u64, stream: Stream, index: u64) -> Self {
        let stream = match stream {
            Stream::Order => 1,
            Stream::Customer => 2,
            Stream::Staff => 3,
            Stream::Lane(lane) => 16 + lane,
        };
        let start = mix(seed.wrapping_add(STEP)) ^ mix(stream);
        Self(mix(start.wrapping_add(index.wrapping_mul(STEP))) ^ start)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// From 0 to below `bound`.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        let scaled = (u128::from(self.next()) * u128::from(bound)) >> 64;
        u64::try_from(scaled).unwrap_or_default()
    }

    /// One of these, each as likely.
    pub(super) fn between(&mut self, range: RangeInclusive<u64>) -> u64 {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    /// The smaller of two draws: the beginning of the range is likelier than its end.
    pub(super) fn early(&mut self, range: RangeInclusive<u64>) -> u64 {
        self.between(range.clone()).min(self.between(range))
    }

    /// True in so many of a hundred cases.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// The place of one of `length` things.
    pub(super) fn index(&mut self, length: usize) -> usize {
        // Neither conversion loses anything: the result is below a length in memory.
        usize::try_from(self.below(u64::try_from(length).unwrap_or(u64::MAX))).unwrap_or_default()
    }

    /// One of these.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.index(from.len())]
    }

    /// A `UUIDv7` as it would have been issued at `at`.
    pub(super) fn id_at(&mut self, at: Timestamp) -> Uuid {
        let random = (u128::from(self.next()) << 64 | u128::from(self.next())).to_be_bytes();
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&random[..10]);
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_same_thing_gets_the_same_numbers_and_others_get_others() {
        let draw = |seed, stream, index| Random::of(seed, stream, index).next();
        assert_eq!(draw(1, Stream::Order, 2), draw(1, Stream::Order, 2));
        let mut seen = HashSet::new();
        for seed in 0..4 {
            for stream in [Stream::Order, Stream::Customer, Stream::Staff, Stream::Lane(0), Stream::Lane(1)] {
                seen.extend((0..100).map(|index| draw(seed, stream, index)));
            }
        }
        assert_eq!(seen.len(), 2000);
    }

    #[test]
    fn draws_keep_to_their_range_and_fill_it() {
        let mut random = Random::of(1, Stream::Order, 0);
        let seen: HashSet<u64> = (0..1000).map(|_| random.between(3..=7)).collect();
        assert_eq!(seen, HashSet::from([3, 4, 5, 6, 7]));
        let hits = (0..10_000).filter(|_| random.chance(30)).count();
        assert!((2800..3200).contains(&hits), "{hits}");
    }

    #[test]
    fn an_id_is_of_version_7_and_of_its_time() {
        let at = "2026-03-04T12:00:00.123456Z".parse::<Timestamp>().unwrap();
        let id = Random::of(1, Stream::Order, 0).id_at(at);
        assert_eq!(id.get_version_num(), 7);
        let (seconds, nanos) = id.get_timestamp().unwrap().to_unix();
        assert_eq!((i64::try_from(seconds).unwrap(), nanos / 1_000_000), (at.timestamp(), 123));
    }
}
