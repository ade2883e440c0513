//! What every throttle must do.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::throttle::{Limit, Throttle};

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
            a_hit_beyond_the_limit_says_how_long_the_window_lasts,
            hits_beyond_the_limit_do_not_lengthen_the_window,
            a_new_window_starts_with_the_first_hit_after_the_old_one,
            buckets_do_not_know_of_each_other,
            a_cleared_bucket_starts_anew,
            of_many_hits_at_once_exactly_the_limit_is_let_through,
        );
    };
}

const LIMIT: Limit = Limit { max: 3, window: Duration::from_mins(1) };

async fn hit(throttle: &dyn Throttle, bucket: &str, now: Timestamp) -> Option<Duration> {
    throttle.hit(bucket, LIMIT, now).await.unwrap()
}

/// At any time of the window.
pub async fn hits_within_the_limit_are_let_through<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    for second in [0, 0, 59] {
        assert_eq!(hit(&*throttle, "login:alice", at_s(second)).await, None);
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
        throttle.clear(bucket).await.unwrap();
    }
    assert!(hit(&*throttle, "login:alice", at_s(0)).await.is_some(), "clearing others does not help");
}

/// After a success; clearing what has no hits does nothing.
pub async fn a_cleared_bucket_starts_anew<H: ThrottleHarness>() {
    let throttle = H::fresh().await.throttle();
    throttle.clear("login:alice").await.unwrap();
    for _ in 0..4 {
        hit(&*throttle, "login:alice", at_s(0)).await;
    }
    throttle.clear("login:alice").await.unwrap();
    for second in [30, 30, 89] {
        assert_eq!(hit(&*throttle, "login:alice", at_s(second)).await, None);
    }
    assert_eq!(hit(&*throttle, "login:alice", at_s(89)).await, Some(Duration::from_secs(1)));
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
