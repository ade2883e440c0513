//! The relay between outbox and bus, over both in memory.

#![expect(clippy::unwrap_used, reason = "test support: a failed unwrap is a failed test")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use eop_contract::fixture::{an_audit_entry, an_event, at_once, at_s};
use eop_core::kernel::bus::{EventPublisher, PublishError};
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::{Claim, Decision, OperatedOutbox, Outbox, OutboxMessage, OutboxStats};
use eop_core::kernel::relay::{Relay, RelaySettings, RelayStep, Renewal};
use eop_core::order::port::OrderStore;
use eop_memory::{FixedClock, MemoryBus, MemoryOrders};
use rstest::rstest;

/// An outbox, a bus, and the clock that both ends live by.
struct Line {
    database: Arc<MemoryOrders>,
    bus: Arc<MemoryBus>,
    clock: Arc<FixedClock>,
}

impl Line {
    fn new() -> Self {
        Self {
            database: Arc::new(MemoryOrders::new()),
            bus: MemoryBus::new(),
            clock: Arc::new(FixedClock::at(at_s(0))),
        }
    }

    /// Commits these events, one after the other.
    async fn committed(&self, events: &[Event]) {
        for event in events {
            self.database.commit(Commit { events: vec![event.clone()], ..Commit::of(vec![]) }).await.unwrap();
        }
    }

    fn relay(&self, name: &str) -> Relay {
        self.relay_by(1000, name)
    }

    /// A relay that claims this many at once.
    fn relay_by(&self, batch: u16, name: &str) -> Relay {
        let settings = RelaySettings { batch, ..RelaySettings::named(name) };
        Relay::new(self.database.clone(), self.bus.clone(), self.clock.clone(), settings)
    }

    /// The ids of what is on the bus about the `key`-th aggregate, in order.
    fn published(&self, key: u64) -> Vec<EventId> {
        let key = an_event().about(key).build().key;
        self.bus.events(Topic::Orders).into_iter().filter(|one| one.key == key).map(|one| one.id).collect()
    }

    async fn stats(&self) -> OutboxStats {
        self.database.stats().await.unwrap()
    }

    /// Whether the first message was parked, about which an operator now decides.
    async fn decided(&self, decision: Decision) -> bool {
        self.database.resolve(1, decision, an_audit_entry(1)).await.unwrap()
    }
}

/// Event `n` about the `key`-th aggregate.
fn event(n: u64, key: u64) -> Event {
    an_event().numbered(n).about(key).after_change(n).occurred_at(at_s(i64::try_from(n).unwrap())).build()
}

fn ids(events: &[Event]) -> Vec<EventId> {
    events.iter().map(|event| event.id).collect()
}

fn step(published: usize, deferred: usize, parked: usize) -> RelayStep {
    RelayStep { published, deferred, parked }
}

#[tokio::test]
async fn what_was_committed_is_published_once_and_as_it_is() {
    let line = Line::new();
    let events = [event(1, 1), event(2, 2), event(3, 1)];
    line.committed(&events).await;
    let relay = line.relay("a");
    assert_eq!(relay.step().await.unwrap(), step(3, 0, 0));
    assert_eq!(line.published(1), ids(&[event(1, 1), event(3, 1)]));
    assert_eq!(line.published(2), ids(&[event(2, 2)]));
    let mut on_the_bus = line.bus.events(Topic::Orders);
    on_the_bus.sort_by_key(|event| event.id);
    assert_eq!(on_the_bus, events);
    assert_eq!(line.stats().await, OutboxStats::default());

    assert_eq!(relay.step().await.unwrap(), step(0, 0, 0));
    assert_eq!(line.bus.events(Topic::Orders).len(), 3);
}

#[tokio::test]
async fn a_large_backlog_goes_out_in_batches_and_in_order() {
    let line = Line::new();
    let events: Vec<Event> = (1..=25).map(|n| event(n, n % 3)).collect();
    line.committed(&events).await;
    let relay = line.relay_by(10, "a");
    assert_eq!(relay.step().await.unwrap(), step(25, 0, 0));
    assert_eq!(line.stats().await, OutboxStats::default());
    for key in 0..3 {
        let of_key: Vec<Event> = (1..=25).filter(|n| n % 3 == key).map(|n| event(n, key)).collect();
        assert_eq!(line.published(key), ids(&of_key));
    }
}

#[tokio::test]
async fn a_step_ends_however_large_the_backlog_is() {
    let line = Line::new();
    let events: Vec<Event> = (1..=40).map(|n| event(n, n)).collect();
    line.committed(&events).await;
    let relay = line.relay_by(1, "a");
    assert_eq!(relay.step().await.unwrap(), step(16, 0, 0));
    assert_eq!(line.stats().await.pending, 24);
    assert_eq!(relay.step().await.unwrap(), step(16, 0, 0));
    assert_eq!(relay.step().await.unwrap(), step(8, 0, 0));
    assert_eq!(line.bus.events(Topic::Orders).len(), 40);
}

#[tokio::test]
async fn what_the_bus_did_not_acknowledge_stays_and_is_tried_again_ever_later() {
    let line = Line::new();
    line.committed(&[event(1, 1), event(2, 2)]).await;
    line.bus.set_available(false);
    let relay = line.relay("a");
    let mut tries = 0;
    // 200 ms, doubled each time, at most 10 s.
    for wait_ms in [200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000] {
        assert_eq!(relay.step().await.unwrap(), step(0, 2, 0), "try {tries}");
        tries += 1;
        line.clock.advance(Duration::from_millis(wait_ms - 1));
        assert_eq!(relay.step().await.unwrap(), step(0, 0, 0), "too early after try {tries}");
        line.clock.advance(Duration::from_millis(1));
    }
    let waiting = line.stats().await;
    assert_eq!((waiting.pending, waiting.parked, waiting.oldest_at), (2, 0, Some(at_s(1))));

    line.bus.set_available(true);
    assert_eq!(relay.step().await.unwrap(), step(2, 0, 0));
    assert_eq!(line.stats().await.pending, 0);
}

#[tokio::test]
async fn what_waits_does_not_keep_new_events_of_other_keys_waiting() {
    let line = Line::new();
    line.committed(&[event(1, 1)]).await;
    line.bus.set_available(false);
    let relay = line.relay("a");
    relay.step().await.unwrap();
    line.bus.set_available(true);
    line.committed(&[event(2, 1), event(3, 2)]).await;
    assert_eq!(relay.step().await.unwrap(), step(1, 0, 0));
    assert_eq!((line.published(1), line.published(2)), (vec![], ids(&[event(3, 2)])));
    line.clock.advance(Duration::from_millis(200));
    assert_eq!(relay.step().await.unwrap(), step(2, 0, 0));
    assert_eq!(line.published(1), ids(&[event(1, 1), event(2, 1)]));
}

/// Commits three events of key 1, whose first one the bus refuses, and two of key 2; lets a relay try.
async fn a_poisoned_line() -> (Line, Relay) {
    let line = Line::new();
    let poison = event(1, 1);
    line.bus.refuse(poison.id);
    line.committed(&[poison, event(2, 1), event(3, 2), event(4, 1), event(5, 2)]).await;
    let relay = line.relay("a");
    assert_eq!(relay.step().await.unwrap(), step(2, 2, 1));
    (line, relay)
}

#[tokio::test]
async fn what_the_bus_refuses_is_set_aside_and_holds_back_its_key_only() {
    let (line, relay) = a_poisoned_line().await;
    assert_eq!((line.published(1), line.published(2)), (vec![], ids(&[event(3, 2), event(5, 2)])));
    let stats = line.stats().await;
    assert_eq!((stats.pending, stats.parked), (2, 1));
    line.committed(&[event(6, 2)]).await;
    line.clock.advance(Duration::from_mins(1));
    assert_eq!(relay.step().await.unwrap(), step(1, 0, 0));
    assert_eq!(line.published(1), []);
}

#[tokio::test]
async fn what_an_operator_gives_up_frees_its_key() {
    let (line, relay) = a_poisoned_line().await;
    assert!(line.decided(Decision::Skip).await);
    line.clock.advance(Duration::from_mins(1));
    assert_eq!(relay.step().await.unwrap(), step(2, 0, 0));
    assert_eq!(line.published(1), ids(&[event(2, 1), event(4, 1)]));
    assert!(!line.decided(Decision::Skip).await, "it is not parked any more");
}

#[tokio::test]
async fn what_an_operator_gives_back_is_tried_again_before_the_others_of_its_key() {
    let (line, relay) = a_poisoned_line().await;
    assert!(line.decided(Decision::Release).await);
    line.clock.advance(Duration::from_mins(1));
    assert_eq!(relay.step().await.unwrap(), step(0, 2, 1), "the bus still refuses it");
    assert_eq!(line.published(1), []);
}

#[tokio::test]
async fn one_relay_works_and_another_takes_over_when_its_lease_ends() {
    let line = Line::new();
    line.committed(&[event(1, 1)]).await;
    // The first relay claims and is never heard of again.
    let claim =
        Claim { relay: "a", now: line.clock.now(), lease: Duration::from_secs(3), limit: 10, except: &[] };
    assert_eq!(line.database.claim(claim).await.unwrap().len(), 1);

    let second = line.relay("b");
    line.clock.advance(Duration::from_millis(2_999));
    assert_eq!(second.step().await.unwrap(), step(0, 0, 0));
    line.clock.advance(Duration::from_millis(1));
    assert_eq!(second.step().await.unwrap(), step(1, 0, 0));

    line.committed(&[event(2, 1)]).await;
    assert_eq!(line.relay("a").step().await.unwrap(), step(0, 0, 0), "now the second one holds the outbox");
    assert_eq!(second.step().await.unwrap(), step(1, 0, 0));
}

#[tokio::test]
async fn a_relay_that_is_stopped_lets_another_one_go_on_at_once() {
    let line = Line::new();
    line.committed(&[event(1, 1)]).await;
    let (first, second) = (line.relay("a"), line.relay("b"));
    first.step().await.unwrap();
    line.committed(&[event(2, 1)]).await;
    assert_eq!(second.step().await.unwrap(), step(0, 0, 0));
    second.release().await.unwrap();
    assert_eq!(second.step().await.unwrap(), step(0, 0, 0), "only the holder gives the lease up");
    first.release().await.unwrap();
    assert_eq!(second.step().await.unwrap(), step(1, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_relays_at_once_one_publishes_and_nothing_twice() {
    let line = Line::new();
    let events: Vec<Event> = (1..=200).map(|n| event(n, n % 7)).collect();
    line.committed(&events).await;
    let results = at_once((0..8).map(|n| {
        let relay = line.relay_by(20, &format!("relay-{n}"));
        async move {
            let mut published = 0;
            for _ in 0..20 {
                published += relay.step().await.unwrap().published;
                tokio::task::yield_now().await;
            }
            published
        }
    }))
    .await;
    assert_eq!(results.iter().filter(|published| **published > 0).count(), 1, "{results:?}");
    for key in 0..7 {
        let of_key: Vec<Event> = (1..=200).filter(|n| n % 7 == key).map(|n| event(n, key)).collect();
        assert_eq!(line.published(key), ids(&of_key));
    }
}

/// Publishes, and the database goes away with the `at`-th batch.
struct LosesTheDatabase {
    database: Arc<MemoryOrders>,
    bus: Arc<MemoryBus>,
    at: usize,
    batches: AtomicUsize,
}

#[async_trait]
impl EventPublisher for LosesTheDatabase {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        let results = self.bus.publish(events).await;
        if self.batches.fetch_add(1, Ordering::SeqCst) + 1 >= self.at {
            self.database.set_available(false);
        }
        results
    }

    async fn is_available(&self) -> bool {
        true
    }
}

#[rstest]
#[case::with_the_only_batch(10, 1, &[1, 2, 3, 1, 2, 3])]
#[case::with_the_first_of_several(1, 1, &[1, 2, 1, 2, 3])]
// The first batch left the outbox while the second was on its way.
#[case::with_a_later_one(1, 2, &[1, 2, 3, 2, 3])]
#[tokio::test]
async fn what_could_not_be_taken_out_is_published_again_rather_than_lost(
    #[case] batch: u16,
    #[case] at: usize,
    #[case] expected: &[u64],
) {
    let line = Line::new();
    line.committed(&[event(1, 1), event(2, 1), event(3, 1)]).await;
    let (database, bus) = (line.database.clone(), line.bus.clone());
    let publisher = Arc::new(LosesTheDatabase { database, bus, at, batches: AtomicUsize::new(0) });
    let settings = RelaySettings { batch, ..RelaySettings::named("a") };
    let relay = Relay::new(line.database.clone(), publisher, line.clock.clone(), settings);
    relay.step().await.unwrap_err();
    relay.step().await.unwrap_err();
    line.database.set_available(true);
    line.relay("a").step().await.unwrap();
    let expected: Vec<Event> = expected.iter().map(|n| event(*n, 1)).collect();
    assert_eq!(line.published(1), ids(&expected));
    assert_eq!(line.stats().await.pending, 0);
}

/// An outbox that answers nobody from some claim on, or a bus that does not, as if the network had fallen silent; renewals
/// go by another way.
struct Silent {
    database: Arc<MemoryOrders>,
    outbox: bool,
    bus: bool,
}

#[async_trait]
impl Outbox for Silent {
    async fn claim(&self, claim: Claim<'_>) -> Result<Vec<OutboxMessage>, StoreError> {
        if self.outbox && claim.limit > 0 {
            std::future::pending::<()>().await;
        }
        self.database.claim(claim).await
    }
    async fn mark_published(&self, positions: &[i64]) -> Result<(), StoreError> {
        self.database.mark_published(positions).await
    }
    async fn defer(&self, positions: &[i64], error: &str, retry_at: Timestamp) -> Result<(), StoreError> {
        self.database.defer(positions, error, retry_at).await
    }
    async fn park(&self, position: i64, error: &str) -> Result<(), StoreError> {
        self.database.park(position, error).await
    }
    async fn release(&self, relay: &str) -> Result<(), StoreError> {
        self.database.release(relay).await
    }
    async fn stats(&self) -> Result<OutboxStats, StoreError> {
        self.database.stats().await
    }
}

#[async_trait]
impl EventPublisher for Silent {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        if self.bus {
            std::future::pending::<()>().await;
        }
        events.iter().map(|_| Ok(())).collect()
    }

    async fn is_available(&self) -> bool {
        !self.bus
    }
}

/// How often the lease of a relay whose step gets no answer is renewed.
async fn renewals(line: &Line, outbox: bool, bus: bool) -> u32 {
    let silent = Arc::new(Silent { database: line.database.clone(), outbox, bus });
    let relay = Relay::new(silent.clone(), silent, line.clock.clone(), RelaySettings::named("a"));
    let step = std::pin::pin!(relay.step());
    let renewing = async {
        let mut renewals = 0;
        while relay.renew().await.unwrap() == Renewal::Renewed {
            line.clock.advance(Duration::from_secs(1));
            renewals += 1;
            tokio::task::yield_now().await;
        }
        renewals
    };
    tokio::select! {
        biased;
        outcome = step => panic!("the step cannot end: {outcome:?}"),
        renewals = renewing => renewals,
    }
}

#[tokio::test]
async fn a_lease_is_not_renewed_for_a_step_that_the_outbox_does_not_answer() {
    let line = Line::new();
    line.committed(&[event(1, 1)]).await;
    assert_eq!(renewals(&line, true, false).await, 4);
    // Another one goes on when the lease has ended, three seconds after the last renewal.
    let second = line.relay("b");
    line.clock.advance(Duration::from_millis(1_999));
    assert_eq!(second.step().await.unwrap(), step(0, 0, 0));
    line.clock.advance(Duration::from_millis(1));
    assert_eq!(second.step().await.unwrap(), step(1, 0, 0));
}

#[tokio::test]
async fn a_lease_is_renewed_for_as_long_as_a_bus_may_take_and_no_longer() {
    let line = Line::new();
    line.committed(&[event(1, 1)]).await;
    // The first renewal still sees the answer to the claim.
    assert_eq!(renewals(&line, false, true).await, 31);
}

#[tokio::test]
async fn answers_let_the_lease_be_renewed_again() {
    let line = Line::new();
    let relay = line.relay("a");
    for n in 1..=100 {
        line.committed(&[event(n, n)]).await;
        assert_eq!(relay.step().await.unwrap(), step(1, 0, 0));
        assert_eq!(relay.renew().await.unwrap(), Renewal::Renewed);
    }
    assert_eq!(relay.answers(), 300, "a claim, a publication, and what was taken out, each time");
}

#[tokio::test]
async fn what_was_claimed_ahead_waits_for_an_earlier_one_of_its_key_that_failed() {
    let line = Line::new();
    let poison = event(1, 1);
    line.bus.refuse(poison.id);
    line.committed(&[poison, event(2, 2), event(3, 1), event(4, 2), event(5, 3)]).await;
    let relay = line.relay_by(2, "a");
    assert_eq!(relay.step().await.unwrap(), step(1, 0, 1));
    assert_eq!(relay.step().await.unwrap(), step(2, 0, 0));
    assert_eq!((line.published(1), line.published(2)), (vec![], ids(&[event(2, 2), event(4, 2)])));
    assert!(line.decided(Decision::Skip).await);
    assert_eq!(relay.step().await.unwrap(), step(1, 0, 0));
    assert_eq!(line.published(1), ids(&[event(3, 1)]));
}
