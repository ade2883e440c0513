//! What every throttle must do.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::throttle::{Bucket, Limit, Tally, Throttle};

use crate::fixture::{AWKWARD, at_once, at_s};

/// Sets up a throttle for one case.
#[async_trait]
pub trait ThrottleHarness: Send + Sync + Sized {
    /// A throttle that counted nothing yet, and that no other case sees.
    async fn fresh() -> Self;
    /// The throttle.
    fn throttle(&self) -> Arc<dyn Throttle>;
}

/// Lists the cases of [`throttle`](crate::throttle) for a harness.
#[macro_export]
macro_rules! throttle_contract {
    ($harness:ty) => {
        $crate::throttle_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, throttle when ($condition):
            hits_within_the_limit_are_let_through,
            each_hit_is_told_what_is_left,
            a_hit_beyond_the_limit_says_how_long_the_window_lasts,
            hits_beyond_the_limit_do_not_lengthen_the_window,
            a_new_window_starts_with_the_first_hit_after_the_old_one,
            buckets_do_not_know_of_each_other,
            several_buckets_are_hit_in_one_step,
            hits_are_taken_back_one_by_one_or_all,
            what_was_never_hit_can_be_forgiven,
            of_many_hits_at_once_exactly_the_limit_is_let_through,
            hits_and_pardons_of_the_same_buckets_do_not_wait_for_each_other,
        );
    };
}

const LIMIT: Limit = Limit { max: 3, window: Duration::from_mins(1) };

async fn tally(throttle: &dyn Throttle, bucket: &str, now: Timestamp) -> Tally {
    throttle.hit(&[Bucket::new(bucket, LIMIT)], now).await.unwrap().remove(0)
}

/// How long to wait, if the hit was one too many.
async fn hit(throttle: &dyn Throttle, bucket: &str, now: Timestamp) -> Option<Duration> {
    let tally = tally(throttle, bucket, now).await;
    tally.is_over().then_some(tally.resets_in)
}

/// At any time of the window.
pub async fn hits_within_the_limit_are_let_through<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for second in [0, 0, 59] {
        assert_eq!(hit(&*throttle, "login:alice", at_s(second)).await, None);
    }
}

/// Also when nothing is left.
pub async fn each_hit_is_told_what_is_left<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for (second, hits, remaining) in [(0, 1, 2), (10, 2, 1), (20, 3, 0), (30, 4, 0)] {
        let tally = tally(&*throttle, "login:alice", at_s(second)).await;
        let resets_in = Duration::from_secs(60 - second.unsigned_abs());
        assert_eq!(tally, Tally { limit: LIMIT, hits, resets_in });
        assert_eq!(tally.remaining(), remaining);
    }
}

/// From now until the end of the window that began with the first hit.
pub async fn a_hit_beyond_the_limit_says_how_long_the_window_lasts<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for second in [0, 5, 10] {
        assert_eq!(hit(&*throttle, "login:alice", at_s(second)).await, None);
    }
    assert_eq!(hit(&*throttle, "login:alice", at_s(20)).await, Some(Duration::from_secs(40)));
    assert_eq!(hit(&*throttle, "login:alice", at_s(59)).await, Some(Duration::from_secs(1)));
}

/// Whoever keeps knocking is not kept out for longer.
pub async fn hits_beyond_the_limit_do_not_lengthen_the_window<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for second in 0..60_i64 {
        let expected = (second >= 3).then(|| Duration::from_secs(60 - second.unsigned_abs()));
        assert_eq!(hit(&*throttle, "login:alice", at_s(second)).await, expected);
    }
    assert_eq!(hit(&*throttle, "login:alice", at_s(60)).await, None);
}

/// Windows are not aligned to a clock.
pub async fn a_new_window_starts_with_the_first_hit_after_the_old_one<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for _ in 0..4 {
        hit(&*throttle, "login:alice", at_s(0)).await;
    }
    for _ in 0..3 {
        assert_eq!(hit(&*throttle, "login:alice", at_s(100)).await, None);
    }
    assert_eq!(hit(&*throttle, "login:alice", at_s(130)).await, Some(Duration::from_secs(30)));
}

/// One person's tries do not cost another one theirs; the name is taken as it is.
pub async fn buckets_do_not_know_of_each_other<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for _ in 0..4 {
        hit(&*throttle, "login:alice", at_s(0)).await;
    }
    for bucket in ["login:bob", "login:alice ", "LOGIN:ALICE", "login:%", AWKWARD] {
        assert_eq!(hit(&*throttle, bucket, at_s(0)).await, None, "{bucket:?}");
        throttle.forgive(&[], &[bucket]).await.unwrap();
    }
    assert!(hit(&*throttle, "login:alice", at_s(0)).await.is_some(), "forgiving others does not help");
}

/// Each by its own limit and with its own window, and told in the order of the question.
pub async fn several_buckets_are_hit_in_one_step<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    let long = Limit { max: 1, window: Duration::from_hours(1) };
    hit(&*throttle, "b", at_s(0)).await;
    let buckets = [Bucket::new("c", LIMIT), Bucket::new("b", LIMIT), Bucket::new("a", long)];
    for (second, expected) in [(10, [(1, 60), (2, 50), (1, 3600)]), (65, [(2, 5), (1, 60), (2, 3545)])] {
        let tallies = throttle.hit(&buckets, at_s(second)).await.unwrap();
        let found: Vec<_> = tallies.iter().map(|tally| (tally.hits, tally.resets_in.as_secs())).collect();
        assert_eq!(found, expected);
        assert_eq!(tallies.iter().map(|tally| tally.limit).collect::<Vec<_>>(), [LIMIT, LIMIT, long]);
    }
    assert_eq!(throttle.hit(&[], at_s(0)).await.unwrap(), []);
}

/// The end of the window stays where it was.
pub async fn hits_are_taken_back_one_by_one_or_all<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for bucket in ["a", "b", "c"] {
        for _ in 0..3 {
            hit(&*throttle, bucket, at_s(0)).await;
        }
    }
    throttle.forgive(&["a", "c"], &["b"]).await.unwrap();
    throttle.forgive(&["c"], &[]).await.unwrap();
    for (bucket, hits) in [("a", 3), ("b", 1), ("c", 2)] {
        let tally = tally(&*throttle, bucket, at_s(30)).await;
        assert_eq!((tally.hits, tally.resets_in), (hits, Duration::from_secs(30)), "{bucket}");
    }
}

/// And is not hit less than never.
pub async fn what_was_never_hit_can_be_forgiven<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    throttle.forgive(&["a"], &["b"]).await.unwrap();
    throttle.forgive(&[], &[]).await.unwrap();
    hit(&*throttle, "a", at_s(0)).await;
    for _ in 0..3 {
        throttle.forgive(&["a"], &["b"]).await.unwrap();
    }
    assert_eq!(tally(&*throttle, "a", at_s(0)).await.hits, 1);
    assert_eq!(tally(&*throttle, "b", at_s(0)).await.hits, 1);
}

/// Replicas count together.
pub async fn of_many_hits_at_once_exactly_the_limit_is_let_through<H: ThrottleHarness>() {
    let harness = H::fresh().await;
    let results = at_once((0..16).map(|_| {
        let throttle = harness.throttle();
        async move { hit(&*throttle, "login:alice", at_s(0)).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_none()).count(), 3);
}

/// In whatever order they name them.
pub async fn hits_and_pardons_of_the_same_buckets_do_not_wait_for_each_other<H: ThrottleHarness>() {
    let harness = H::fresh().await;
    let results = at_once((0..48).map(|n| {
        let throttle = harness.throttle();
        async move {
            let mut names = ["a", "b", "c", "d"];
            if n % 2 == 0 {
                names.reverse();
            }
            if n % 3 == 0 {
                throttle.forgive(&names, &[]).await
            } else {
                let buckets = names.map(|name| Bucket::new(name, LIMIT));
                throttle.hit(&buckets, at_s(0)).await.map(drop)
            }
        }
    }))
    .await;
    for result in results {
        result.unwrap();
    }
}
