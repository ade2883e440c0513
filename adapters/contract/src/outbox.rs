//! What every outbox must do.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::AuditId;
use eop_core::kernel::outbox::{Claim, OperatedOutbox, Outbox, OutboxMessage, OutboxStats};

use crate::fixture::{an_event, at_once, at_s, at_us, id};

/// Sets up an outbox for one case.
#[async_trait]
pub trait OutboxHarness: Send + Sync + Sized {
    /// An empty outbox that no other case sees.
    async fn fresh() -> Self;
    /// The outbox.
    fn outbox(&self) -> Arc<dyn OperatedOutbox>;
    /// Applies one commit with these events, in this order.
    async fn commit_events(&self, events: Vec<Event>);
    /// The ids in the audit log, sorted.
    async fn audited(&self) -> Vec<AuditId>;
}

/// Lists the cases of [`outbox`](crate::outbox) and of [`outbox_decisions`](crate::outbox_decisions) for a harness.
#[macro_export]
macro_rules! outbox_contract {
    ($harness:ty) => {
        $crate::outbox_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, outbox when ($condition):
            an_event_is_claimed_as_it_was_written,
            events_of_one_key_come_in_the_order_they_were_written,
            a_claim_takes_the_oldest_first_and_no_more_than_asked_for,
            what_was_published_is_not_claimed_again,
            what_was_not_published_is_claimed_again,
            a_position_is_never_given_twice,
            what_the_relay_has_in_hand_is_left_out,
            one_relay_holds_the_outbox,
            of_relays_that_claim_at_once_one_gets_the_messages,
            a_claim_renews_the_lease,
            a_lease_passes_on_when_it_ends,
            a_released_lease_passes_on_at_once,
            a_release_by_another_relay_changes_nothing,
            an_instance_that_is_started_again_takes_over_from_itself_at_once,
            a_clock_that_is_set_costs_no_more_than_the_lease,
            a_deferred_message_holds_back_its_own_key_only,
            a_deferred_message_comes_back_at_its_time_and_counts_the_attempt,
            a_parked_message_holds_back_its_own_key_only,
            counts_follow_what_happens,
        );
        $crate::cases!($harness, outbox_decisions when ($condition):
            a_parked_message_that_is_given_back_is_claimed_in_its_order,
            a_parked_message_that_is_given_up_frees_its_key,
            waiting_messages_are_listed_with_what_was_wrong,
            pages_of_waiting_messages_are_complete,
            what_waits_about_one_subject_is_found,
            a_decision_about_a_parked_message_is_audited_with_it,
            an_entry_of_the_audit_log_can_stand_alone,
            only_a_parked_message_can_be_decided_about,
            of_decisions_at_once_about_one_message_one_counts,
        );
    };
}

const LEASE: Duration = Duration::from_secs(10);
pub(crate) const NOTHING: [u64; 0] = [];

/// Claims as the relay `one`, `now_s` seconds after the start.
pub(crate) async fn claim(harness: &impl OutboxHarness, now_s: i64) -> Vec<OutboxMessage> {
    claim_as(&*harness.outbox(), "one", at_s(now_s), 1000).await
}

async fn claim_as(outbox: &dyn Outbox, relay: &str, now: Timestamp, limit: u16) -> Vec<OutboxMessage> {
    outbox.claim(Claim { relay, now, lease: LEASE, limit, except: &[] }).await.unwrap()
}

pub(crate) fn ids(messages: &[OutboxMessage]) -> Vec<u64> {
    messages.iter().map(|message| message.event.id.0.as_u64_pair().1 & 0xffff).collect()
}

/// The events that wait in `outbox`, as a relay finds them that comes and goes.
pub(crate) async fn waiting_events(outbox: &dyn Outbox) -> Vec<Event> {
    let messages = claim_as(outbox, "onlooker", at_s(0), 1000).await;
    outbox.release("onlooker").await.unwrap();
    messages.into_iter().map(|message| message.event).collect()
}

/// Commits one event per pair of event number and key, each in a commit of its own.
pub(crate) async fn given(harness: &impl OutboxHarness, events: &[(u64, u64)]) {
    for (n, key) in events {
        harness.commit_events(vec![an_event().numbered(*n).about(*key).after_change(*n).build()]).await;
    }
}

/// Every member, the time to the microsecond.
pub async fn an_event_is_claimed_as_it_was_written<H: OutboxHarness>() {
    let harness = H::fresh().await;
    let events = vec![
        an_event().numbered(1).about(1).build(),
        an_event().numbered(2).about(2).untraced().with_data(&serde_json::json!({})).build(),
        an_event()
            .numbered(3)
            .about(3)
            .after_change(9_007_199_254_740_991)
            .of_kind("user.registered.v1")
            .on(Topic::Identity)
            .occurred_at(at_us(999_999))
            .build(),
    ];
    harness.commit_events(events.clone()).await;
    let messages = claim(&harness, 0).await;
    assert_eq!(messages.iter().map(|message| message.attempts).collect::<Vec<_>>(), [0, 0, 0]);
    let claimed: Vec<Event> = messages.into_iter().map(|message| message.event).collect();
    assert_eq!(claimed, events);
}

/// Within one commit and from one commit to the next.
pub async fn events_of_one_key_come_in_the_order_they_were_written<H: OutboxHarness>() {
    let harness = H::fresh().await;
    let mut n = 0;
    for _ in 0..5 {
        let events = (0..4).map(|place| {
            n += 1;
            an_event().numbered(n).about(place % 2).after_change(n).build()
        });
        harness.commit_events(events.collect()).await;
    }
    let messages = claim(&harness, 0).await;
    assert_eq!(messages.len(), 20);
    assert!(messages.is_sorted_by(|a, b| a.position < b.position));
    for key in [id(0), id(1)] {
        let of_key: Vec<u64> =
            messages.iter().filter(|m| m.event.key == key).map(|m| m.event.sequence).collect();
        assert_eq!(of_key.len(), 10);
        assert!(of_key.is_sorted(), "{of_key:?}");
    }
}

/// A claim is bounded, and what waits longest goes first.
pub async fn a_claim_takes_the_oldest_first_and_no_more_than_asked_for<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2), (3, 1), (4, 3), (5, 2)]).await;
    let messages = claim_as(&*harness.outbox(), "one", at_s(0), 3).await;
    assert_eq!(ids(&messages), [1, 2, 3]);
}

/// What the broker acknowledged is done with.
pub async fn what_was_published_is_not_claimed_again<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 1), (3, 2)]).await;
    let messages = claim(&harness, 0).await;
    let positions = [messages[0].position, messages[2].position];
    harness.outbox().mark_published(&positions).await.unwrap();
    assert_eq!(ids(&claim(&harness, 1).await), [2]);
}

/// A relay that lost the answer of the broker, or was started again, gets everything that is not marked.
pub async fn what_was_not_published_is_claimed_again<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2)]).await;
    assert_eq!(ids(&claim(&harness, 0).await), [1, 2]);
    assert_eq!(ids(&claim(&harness, 1).await), [1, 2]);
}

/// A late word about a message that left the outbox must not concern another one.
pub async fn a_position_is_never_given_twice<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2)]).await;
    let left: Vec<i64> = claim(&harness, 0).await.iter().map(|message| message.position).collect();
    harness.outbox().mark_published(&left).await.unwrap();
    given(&harness, &[(3, 3)]).await;
    harness.outbox().mark_published(&left).await.unwrap();
    let messages = claim(&harness, 1).await;
    assert_eq!(ids(&messages), [3]);
    assert!(messages[0].position > left[1], "{messages:?}");
}

/// The next messages can be claimed while the first are on their way, also of the same keys; a claim that leaves nothing
/// out gets all of them.
pub async fn what_the_relay_has_in_hand_is_left_out<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2), (3, 1), (4, 3)]).await;
    let outbox = harness.outbox();
    let messages = claim_as(&*outbox, "one", at_s(0), 2).await;
    let except: Vec<i64> = messages.iter().map(|message| message.position).collect();
    let next = Claim { relay: "one", now: at_s(1), lease: LEASE, limit: 2, except: &except };
    assert_eq!(ids(&outbox.claim(next).await.unwrap()), [3, 4]);
    assert_eq!(ids(&claim(&harness, 2).await), [1, 2, 3, 4]);
}

/// While one relay works, another one gets nothing, old or new.
pub async fn one_relay_holds_the_outbox<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    assert_eq!(ids(&claim_as(&*harness.outbox(), "one", at_s(0), 10).await), [1]);
    given(&harness, &[(2, 2)]).await;
    assert_eq!(ids(&claim_as(&*harness.outbox(), "two", at_s(1), 10).await), NOTHING);
    assert_eq!(ids(&claim_as(&*harness.outbox(), "one", at_s(1), 10).await), [1, 2]);
}

/// However many relays start together, one publishes.
pub async fn of_relays_that_claim_at_once_one_gets_the_messages<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2)]).await;
    let claims = at_once((0..8).map(|n| {
        let outbox = harness.outbox();
        async move { claim_as(&*outbox, &format!("relay-{n}"), at_s(0), 10).await }
    }))
    .await;
    let mut sizes: Vec<usize> = claims.iter().map(Vec::len).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [0, 0, 0, 0, 0, 0, 0, 2]);
}

/// A relay that keeps claiming keeps the outbox.
pub async fn a_claim_renews_the_lease<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    let outbox = harness.outbox();
    assert_eq!(ids(&claim_as(&*outbox, "one", at_s(0), 10).await), [1]);
    assert_eq!(ids(&claim_as(&*outbox, "one", at_s(8), 10).await), [1]);
    assert_eq!(ids(&claim_as(&*outbox, "two", at_s(12), 10).await), NOTHING);
}

/// A relay that went away is replaced when its lease has ended, and does not get back in between.
pub async fn a_lease_passes_on_when_it_ends<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    let outbox = harness.outbox();
    assert_eq!(ids(&claim_as(&*outbox, "one", at_s(0), 10).await), [1]);
    assert_eq!(ids(&claim_as(&*outbox, "two", at_s(9), 10).await), NOTHING);
    assert_eq!(ids(&claim_as(&*outbox, "two", at_s(11), 10).await), [1]);
    assert_eq!(ids(&claim_as(&*outbox, "one", at_s(12), 10).await), NOTHING);
}

/// A relay that is stopped in good order keeps nobody waiting.
pub async fn a_released_lease_passes_on_at_once<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    let outbox = harness.outbox();
    assert_eq!(ids(&claim_as(&*outbox, "one", at_s(0), 10).await), [1]);
    outbox.release("one").await.unwrap();
    assert_eq!(ids(&claim_as(&*outbox, "two", at_s(0), 10).await), [1]);
}

/// A relay can end its own lease only.
pub async fn a_release_by_another_relay_changes_nothing<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    let outbox = harness.outbox();
    assert_eq!(ids(&claim_as(&*outbox, "one", at_s(0), 10).await), [1]);
    outbox.release("two").await.unwrap();
    assert_eq!(ids(&claim_as(&*outbox, "two", at_s(1), 10).await), NOTHING);
}

/// A process that was killed and comes back under its name must not wait for itself. Should two run under one name, the one
/// that was started later goes on, and they do not take turns.
pub async fn an_instance_that_is_started_again_takes_over_from_itself_at_once<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1)]).await;
    let outbox = harness.outbox();
    assert_eq!(ids(&claim_as(&*outbox, "host:1#a", at_s(0), 10).await), [1]);
    assert_eq!(ids(&claim_as(&*outbox, "host:12#b", at_s(1), 10).await), NOTHING, "another instance");
    assert_eq!(ids(&claim_as(&*outbox, "host:1#b", at_s(1), 10).await), [1]);
    assert_eq!(ids(&claim_as(&*outbox, "host:1#a", at_s(2), 10).await), NOTHING);
    assert_eq!(ids(&claim_as(&*outbox, "host:1#b", at_s(3), 10).await), [1]);
}

/// An hour ahead or an hour behind, for one claim: whoever comes after it goes on.
pub async fn a_clock_that_is_set_costs_no_more_than_the_lease<H: OutboxHarness>() {
    let hour = 3600;
    for (set, then) in [(hour, 0), (0, hour), (hour, 2 * hour), (2 * hour, hour)] {
        let harness = H::fresh().await;
        given(&harness, &[(1, 1)]).await;
        let outbox = harness.outbox();
        assert_eq!(ids(&claim_as(&*outbox, "one", at_s(set), 10).await), [1]);
        assert_eq!(ids(&claim_as(&*outbox, "two", at_s(then), 10).await), [1], "from {set} to {then}");
        assert_eq!(ids(&claim_as(&*outbox, "one", at_s(then + 1), 10).await), NOTHING);
    }
}

/// What comes after a message that waits must wait too, if and only if it is of the same key.
pub async fn a_deferred_message_holds_back_its_own_key_only<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2), (3, 1)]).await;
    let messages = claim(&harness, 0).await;
    harness.outbox().defer(&[messages[0].position], "no answer", at_s(60)).await.unwrap();
    given(&harness, &[(4, 1), (5, 3)]).await;
    assert_eq!(ids(&claim(&harness, 1).await), [2, 5]);
}

/// Not before its time; then first in its key again, with one attempt more.
pub async fn a_deferred_message_comes_back_at_its_time_and_counts_the_attempt<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 1)]).await;
    for attempt in 1..=3 {
        let now = 60 * i64::from(attempt);
        let position = claim(&harness, now).await[0].position;
        harness.outbox().defer(&[position], "no answer", at_s(now + 30)).await.unwrap();
        assert_eq!(ids(&claim(&harness, now + 29).await), NOTHING);
        let messages = claim(&harness, now + 30).await;
        assert_eq!(ids(&messages), [1, 2]);
        assert_eq!((messages[0].attempts, messages[1].attempts), (attempt, 0));
    }
}

/// A message that nobody can publish stops the messages after it, of its key and no other.
pub async fn a_parked_message_holds_back_its_own_key_only<H: OutboxHarness>() {
    let harness = H::fresh().await;
    given(&harness, &[(1, 1), (2, 2), (3, 1)]).await;
    let messages = claim(&harness, 0).await;
    harness.outbox().park(messages[0].position, "too large").await.unwrap();
    given(&harness, &[(4, 1), (5, 3)]).await;
    assert_eq!(ids(&claim(&harness, 100_000).await), [2, 5]);
}

/// Pending are all that are still to be published, also those that wait; the oldest tells how far behind the relay is.
pub async fn counts_follow_what_happens<H: OutboxHarness>() {
    let harness = H::fresh().await;
    assert_eq!(harness.outbox().stats().await.unwrap(), OutboxStats::default());
    for n in 1..=4 {
        let at = at_s(i64::try_from(n).unwrap());
        harness.commit_events(vec![an_event().numbered(n).about(n).occurred_at(at).build()]).await;
    }
    let stats = |pending, parked, oldest_s: Option<i64>| OutboxStats {
        pending,
        parked,
        oldest_at: oldest_s.map(at_s),
    };
    assert_eq!(harness.outbox().stats().await.unwrap(), stats(4, 0, Some(1)));
    let messages = claim(&harness, 5).await;
    harness.outbox().mark_published(&[messages[0].position]).await.unwrap();
    assert_eq!(harness.outbox().stats().await.unwrap(), stats(3, 0, Some(2)));
    harness.outbox().park(messages[1].position, "too large").await.unwrap();
    assert_eq!(harness.outbox().stats().await.unwrap(), stats(2, 1, Some(3)));
    harness.outbox().defer(&[messages[2].position], "no answer", at_s(60)).await.unwrap();
    assert_eq!(harness.outbox().stats().await.unwrap(), stats(2, 1, Some(3)));
    let rest = [messages[2].position, messages[3].position];
    harness.outbox().mark_published(&rest).await.unwrap();
    assert_eq!(harness.outbox().stats().await.unwrap(), stats(0, 1, None));
}
