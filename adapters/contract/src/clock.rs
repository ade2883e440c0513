//! What every clock must do: tell instants as fine as every store keeps them, and no finer, so that what is written with
//! one reads back equal.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::clock::{Clock, to_stored_precision};

/// Sets up a clock for one case.
#[async_trait]
pub trait ClockHarness: Send + Sync + Sized {
    /// With a clock that no other case uses.
    async fn fresh() -> Self;
    /// The clock. One that is set by hand is set to an instant that is finer than what stores keep.
    fn clock(&self) -> Arc<dyn Clock>;
}

/// Lists the cases of clocks for a harness; with `when condition` they run only where it holds.
#[macro_export]
macro_rules! clock_contract {
    ($harness:ty) => {
        $crate::clock_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, clock when ($condition):
            an_instant_is_as_fine_as_it_is_stored,
            an_instant_is_not_before_an_earlier_one,
        );
    };
}

/// Whatever the fraction of the second is just now.
pub async fn an_instant_is_as_fine_as_it_is_stored<H: ClockHarness>() {
    let clock = H::fresh().await.clock();
    for _ in 0..1_000 {
        let now = clock.now();
        assert_eq!(now, to_stored_precision(now));
    }
}

/// As long as nobody sets it back.
pub async fn an_instant_is_not_before_an_earlier_one<H: ClockHarness>() {
    let clock = H::fresh().await.clock();
    let mut before = clock.now();
    for _ in 0..1_000 {
        let now = clock.now();
        assert!(now >= before, "{now} came after {before}");
        before = now;
    }
}
