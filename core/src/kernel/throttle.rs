//! Limits on how often something may be tried, shared by all replicas of a service.

use std::time::Duration;

use async_trait::async_trait;

use super::clock::Timestamp;
use super::error::StoreError;

/// A limit: at most `max` hits per `window`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Hits that are let through.
    pub max: u32,
    /// The window, which starts with the first hit.
    pub window: Duration,
}

/// What is counted: a bucket of hits, and its limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Names what is limited and for whom, such as `login:192.0.2.0/24`.
    pub name: String,
    /// How much it holds.
    pub limit: Limit,
}

impl Bucket {
    /// A bucket called `name`.
    #[must_use]
    pub fn new(name: impl Into<String>, limit: Limit) -> Self {
        Self { name: name.into(), limit }
    }
}

/// How a bucket stands after a hit: what the `RateLimit` headers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The limit of the bucket.
    pub limit: Limit,
    /// The hits of the present window, this one included.
    pub hits: u32,
    /// How long until the window ends.
    pub resets_in: Duration,
}

impl Tally {
    /// Whether this hit was one too many.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.hits > self.limit.max
    }

    /// How many more hits the window lets through.
    #[must_use]
    pub fn remaining(&self) -> u32 {
        self.limit.max.saturating_sub(self.hits)
    }

    /// Whole seconds until the window ends, at least one, rounded up: whoever waits as told must not be early.
    #[must_use]
    pub fn resets_in_s(&self) -> u64 {
        (self.resets_in.as_secs() + u64::from(self.resets_in.subsec_nanos() > 0)).max(1)
    }
}

/// Counts hits per bucket in fixed windows.
///
/// Whoever limits failures hits first and takes the hit back when it was none: checked before and counted after, many
/// tries at once would all be let through.
#[async_trait]
pub trait Throttle: Send + Sync {
    /// Counts a hit on each of `buckets`, also on those that are full, in one step. Gives how each of them stands, in the
    /// same order. The names must differ.
    async fn hit(&self, buckets: &[Bucket], now: Timestamp) -> Result<Vec<Tally>, StoreError>;
    /// Takes back one hit on each bucket of `once`, and all hits on each bucket of `wholly`. A window that is over or was
    /// never begun has none to take back, and its end does not move.
    async fn forgive(&self, once: &[&str], wholly: &[&str]) -> Result<(), StoreError>;
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn tally(hits: u32, resets_in: Duration) -> Tally {
        Tally { limit: Limit { max: 3, window: Duration::from_mins(1) }, hits, resets_in }
    }

    #[rstest]
    #[case::nothing_left(Duration::ZERO, 1)]
    #[case::part_of_a_second(Duration::from_millis(1), 1)]
    #[case::a_second(Duration::from_secs(1), 1)]
    #[case::a_bit_more(Duration::from_millis(1001), 2)]
    #[case::minutes(Duration::from_mins(5), 300)]
    fn whoever_waits_as_told_has_waited_long_enough(#[case] left: Duration, #[case] told_s: u64) {
        assert_eq!(tally(4, left).resets_in_s(), told_s);
    }

    #[rstest]
    #[case(1, 2, false)]
    #[case(3, 0, false)]
    #[case(4, 0, true)]
    #[case(u32::MAX, 0, true)]
    fn a_bucket_holds_its_limit_and_no_more(#[case] hits: u32, #[case] remaining: u32, #[case] over: bool) {
        let tally = tally(hits, Duration::ZERO);
        assert_eq!((tally.remaining(), tally.is_over()), (remaining, over));
    }
}
