//! The loop around a relay's step, while the outbox or the bus says nothing.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use async_trait::async_trait;
use eop_core::kernel::bus::PublishError;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Event;
use eop_core::kernel::outbox::{Claim, OutboxMessage};
use eop_http::system::SystemClock;
use tokio::time::Instant;

use super::*;

/// An outbox that can fall silent. It counts renewals.
#[derive(Default)]
struct Quiet {
    claims: AtomicBool,
    renewals_are_silent: AtomicBool,
    renewals_fail: AtomicBool,
    renewals: AtomicU32,
}

#[async_trait]
impl Outbox for Quiet {
    async fn claim(&self, claim: Claim<'_>) -> Result<Vec<OutboxMessage>, StoreError> {
        if claim.limit > 0 {
            if self.claims.load(Ordering::Relaxed) {
                std::future::pending::<()>().await;
            }
            return Ok(Vec::new());
        }
        if self.renewals_are_silent.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
        if self.renewals_fail.load(Ordering::Relaxed) {
            return Err(StoreError::Unavailable("away".into()));
        }
        self.renewals.fetch_add(1, Ordering::Relaxed);
        Ok(Vec::new())
    }
    async fn mark_published(&self, _: &[i64]) -> Result<(), StoreError> {
        Ok(())
    }
    async fn defer(&self, _: &[i64], _: &str, _: Timestamp) -> Result<(), StoreError> {
        Ok(())
    }
    async fn park(&self, _: i64, _: &str) -> Result<(), StoreError> {
        Ok(())
    }
    async fn release(&self, _: &str) -> Result<(), StoreError> {
        std::future::pending().await
    }
    async fn stats(&self) -> Result<OutboxStats, StoreError> {
        Ok(OutboxStats::default())
    }
}

struct Nowhere;

#[async_trait]
impl EventPublisher for Nowhere {
    async fn publish(&self, _: Vec<Event>) -> Vec<Result<(), PublishError>> {
        Vec::new()
    }
    async fn is_available(&self) -> bool {
        true
    }
}

fn relay(outbox: &Arc<Quiet>) -> Relay {
    let outbox = Arc::clone(outbox);
    Relay::new(outbox, Arc::new(Nowhere), Arc::new(SystemClock), RelaySettings::named("a"))
}

#[tokio::test(start_paused = true)]
async fn a_silent_claim_loses_the_lease_and_ages_the_pulse() {
    let outbox = Arc::new(Quiet::default());
    outbox.claims.store(true, Ordering::Relaxed);
    let (relay, pulse) = (relay(&outbox), Pulse::default());
    let going_on = timeout(Duration::from_mins(1), step(&relay, &pulse, &CancellationToken::new())).await;
    assert!(going_on.is_err(), "there is no answer");
    let renewals = outbox.renewals.load(Ordering::Relaxed);
    assert!((1..=5).contains(&renewals), "{renewals} renewals of a step that gets nowhere");
    assert_eq!(pulse.age().as_secs(), 60);
}

/// The renewal is beside the step, so nothing of it may hold the step up or end it.
#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_or_hangs_does_not_touch_the_step() {
    for fails in [true, false] {
        let outbox = Arc::new(Quiet::default());
        outbox.claims.store(true, Ordering::Relaxed);
        outbox.renewals_fail.store(fails, Ordering::Relaxed);
        outbox.renewals_are_silent.store(!fails, Ordering::Relaxed);
        let (relay, pulse, stopping) = (relay(&outbox), Pulse::default(), CancellationToken::new());
        let begun = Instant::now();
        let (outcome, ()) = tokio::join!(step(&relay, &pulse, &stopping), async {
            sleep(Duration::from_secs(10)).await;
            stopping.cancel();
        });
        assert_eq!(outcome.unwrap(), RelayStep::default());
        assert_eq!(begun.elapsed(), Duration::from_secs(10) + GIVE_UP_AFTER);
    }
}
