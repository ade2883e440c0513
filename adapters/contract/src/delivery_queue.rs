//! What every queue of deliveries must do: hand each due delivery to one worker at a time.

use std::time::Duration;

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::notification::model::{Attempt, AttemptOutcome, Channel, Delivery, DeliveryStatus, Lane};
use eop_core::notification::port::{ClaimedDelivery, DueClaim, NotificationWrite as Write};

use crate::fixture::{a_delivery, a_notification, a_recipient, an_attempt, at_once, at_s, at_us, result_of};
use crate::notification_store::{NotificationStoreHarness, commit, given_deliveries, moved, updated};

/// How long claims of these tests last.
pub(crate) const LEASE: Duration = Duration::from_mins(1);

/// Who claims in these tests.
pub(crate) const HOLDER: &str = "notification-1";

pub(crate) async fn claim<H: NotificationStoreHarness>(
    harness: &H,
    channel: Channel,
    now: Timestamp,
) -> Vec<ClaimedDelivery> {
    harness.queue().claim_due(DueClaim { channel, now, ..news(100) }).await.unwrap()
}

/// A claim of so many mails of the lane of news, a second after the start.
pub(crate) fn news(limit: u16) -> DueClaim<'static> {
    DueClaim { holder: HOLDER, channel: Channel::Email, lane: Lane::News, now: at_s(1), lease: LEASE, limit }
}

pub(crate) async fn claimed_mails<H: NotificationStoreHarness>(harness: &H, now: Timestamp) -> Vec<u64> {
    numbers(&claim(harness, Channel::Email, now).await)
}

pub(crate) fn numbers(claimed: &[ClaimedDelivery]) -> Vec<u64> {
    claimed.iter().map(|one| one.delivery.id.0.as_u64_pair().1 & 0xffff).collect()
}

/// The delivery as the store now has it, its notification, and its recipient as soon as that is known.
pub async fn a_due_delivery_comes_with_all_that_an_attempt_needs<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let planned = a_delivery().build();
    given_deliveries(&*store, std::slice::from_ref(&planned)).await;
    let [first] = &claim(&harness, Channel::Email, at_s(1)).await[..] else { panic!("one is due") };
    assert_eq!(first.delivery.id, planned.id);
    assert_eq!(first.delivery.status, DeliveryStatus::Sending);
    assert_eq!(first.delivery.leased_until, Some(at_s(61)));
    assert_eq!(first.delivery.held_by.as_deref(), Some(HOLDER));
    assert_eq!(first.delivery.version, planned.version.next());
    assert_eq!(first.delivery.attempts, 0);
    assert_eq!(store.find_delivery(planned.id).await.unwrap().as_ref(), Some(&first.delivery));
    assert_eq!(first.notification, a_notification(1));
    assert_eq!((&first.recipient, &first.interrupted), (&None, &None));

    commit(&*store, vec![Write::PutRecipient(a_recipient(1))]).await;
    let [second] = &claim(&harness, Channel::Email, at_s(62)).await[..] else { panic!("its lease ended") };
    assert_eq!(second.recipient, Some(a_recipient(1)));
}

/// Not what is to wait, not what is settled, not what belongs to another channel.
pub async fn only_what_is_due_on_the_channel_is_claimed<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let mut deliveries = vec![
        a_delivery().numbered(1).due_at(at_us(10)).build(),
        a_delivery().numbered(2).due_at(at_us(11)).build(),
        a_delivery().numbered(3).in_status(DeliveryStatus::Retrying).due_at(at_us(9)).build(),
        a_delivery().numbered(4).by(Channel::InApp).due_at(at_us(5)).build(),
    ];
    let settled = DeliveryStatus::ALL.iter().filter(|status| {
        !matches!(status, DeliveryStatus::Queued | DeliveryStatus::Retrying | DeliveryStatus::Sending)
    });
    deliveries
        .extend((5..).zip(settled).map(|(n, status)| a_delivery().numbered(n).in_status(*status).build()));
    given_deliveries(&*harness.store(), &deliveries).await;

    assert_eq!(claimed_mails(&harness, at_us(8)).await, [0; 0]);
    assert_eq!(claimed_mails(&harness, at_us(10)).await, [3, 1], "due now is due");
    assert_eq!(numbers(&claim(&harness, Channel::InApp, at_us(10)).await), [4]);
    assert_eq!(claimed_mails(&harness, at_us(11)).await, [2]);
    for delivery in &deliveries[4..] {
        assert_eq!(harness.store().find_delivery(delivery.id).await.unwrap().as_ref(), Some(delivery));
    }
}

/// Who has waited longest is served first.
pub async fn the_oldest_due_come_first_and_no_more_than_asked_for<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let deliveries = [(1, 30), (2, 10), (3, 20), (4, 5), (5, 40)]
        .map(|(n, due)| a_delivery().numbered(n).due_at(at_s(due)).build());
    given_deliveries(&*harness.store(), &deliveries).await;
    let claim = async |limit| {
        numbers(&harness.queue().claim_due(DueClaim { now: at_s(100), ..news(limit) }).await.unwrap())
    };
    assert_eq!(claim(2).await, [4, 2]);
    assert_eq!(claim(2).await, [3, 1]);
    assert_eq!(claim(2).await, [5]);
    assert_eq!(claim(2).await, [0; 0]);
}

/// However much waits in one lane, and for however long: what is due in another one is claimed at once.
pub async fn a_lane_does_not_wait_for_another<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let mut deliveries: Vec<Delivery> = (1..=5).map(|n| a_delivery().numbered(n).build()).collect();
    deliveries.push(a_delivery().numbered(6).waiting_in(Lane::Security).due_at(at_us(900)).build());
    given_deliveries(&*harness.store(), &deliveries).await;
    let claim = async |lane| {
        let claimed = harness.queue().claim_due(DueClaim { lane, ..news(2) }).await.unwrap();
        assert!(claimed.iter().all(|one| one.delivery.lane == lane), "{claimed:?}");
        numbers(&claimed)
    };
    assert_eq!(claim(Lane::Security).await, [6]);
    assert_eq!(claim(Lane::Security).await, [0; 0]);
    assert_eq!(claim(Lane::News).await, [1, 2]);
}

/// Workers that claim at the same moment share the deliveries, each of which has one worker.
pub async fn of_many_workers_each_delivery_has_one<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let deliveries: Vec<Delivery> = (0..40).map(|n| a_delivery().numbered(n).build()).collect();
    given_deliveries(&*harness.store(), &deliveries).await;
    let claims = at_once((0..8).map(|_| {
        let queue = harness.queue();
        async move { queue.claim_due(news(10)).await.unwrap() }
    }))
    .await;
    let mut all: Vec<u64> = claims.iter().flat_map(|claimed| numbers(claimed)).collect();
    // A worker may pass over what another one holds; what is left is there for the next claim.
    all.extend(claimed_mails(&harness, at_s(1)).await);
    all.sort_unstable();
    assert_eq!(all, (0..40).collect::<Vec<_>>());
}

/// A worker that went away does not keep its deliveries.
pub async fn a_leased_delivery_is_claimed_again_when_its_lease_ends<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    given_deliveries(&*harness.store(), &[a_delivery().build()]).await;
    assert_eq!(claimed_mails(&harness, at_s(0)).await, [1]);
    assert_eq!(claimed_mails(&harness, at_s(59)).await, [0; 0]);
    let again = claim(&harness, Channel::Email, at_s(61)).await;
    assert_eq!(numbers(&again), [1]);
    assert_eq!(again[0].delivery.leased_until, Some(at_s(121)));
    assert_eq!(claimed_mails(&harness, at_s(120)).await, [0; 0]);
}

/// Whoever takes over learns that somebody was in the middle of an attempt: the last one, not one before it.
pub async fn an_attempt_without_a_result_is_handed_over_as_interrupted<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_deliveries(&*store, &[a_delivery().build()]).await;
    let claimed = claim(&harness, Channel::Email, at_s(0)).await.remove(0).delivery;
    let failed = Attempt { result: Some(result_of(AttemptOutcome::Temporary)), ..an_attempt(claimed.id, 1) };
    let running = an_attempt(claimed.id, 2);
    commit(&*store, vec![Write::PutAttempt(failed), Write::PutAttempt(running.clone())]).await;
    let again = claim(&harness, Channel::Email, at_s(61)).await.remove(0);
    assert_eq!(again.interrupted, Some(running));
}

/// What ended, ended: also when the attempt before it never did.
pub async fn a_completed_attempt_is_not_interrupted<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    given_deliveries(&*store, &[a_delivery().build()]).await;
    let claimed = claim(&harness, Channel::Email, at_s(0)).await.remove(0).delivery;
    let lost = an_attempt(claimed.id, 1);
    let failed = Attempt { result: Some(result_of(AttemptOutcome::Temporary)), ..an_attempt(claimed.id, 2) };
    commit(&*store, vec![Write::PutAttempt(lost), Write::PutAttempt(failed)]).await;
    let again = claim(&harness, Channel::Email, at_s(61)).await.remove(0);
    assert_eq!(again.interrupted, None);
}

/// A worker that was so slow that another one took over cannot write what it found.
pub async fn a_worker_that_lost_its_lease_is_stale<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    given_deliveries(&*harness.store(), &[a_delivery().build()]).await;
    let slow = claim(&harness, Channel::Email, at_s(0)).await.remove(0).delivery;
    let quick = claim(&harness, Channel::Email, at_s(61)).await.remove(0).delivery;
    let write = |held: &Delivery| Commit::of(vec![updated(held, &moved(held, DeliveryStatus::Sent))]);
    let refused = harness.store().commit(write(&slow)).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    harness.store().commit(write(&quick)).await.unwrap();
    assert_eq!(claimed_mails(&harness, at_s(1000)).await, [0; 0]);
}

/// After an attempt that failed for now.
pub async fn a_retry_is_claimed_at_its_time<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    given_deliveries(&*harness.store(), &[a_delivery().build()]).await;
    let held = claim(&harness, Channel::Email, at_s(0)).await.remove(0).delivery;
    let retrying = Delivery {
        next_attempt_at: Some(at_s(300)),
        leased_until: None,
        attempts: 1,
        ..moved(&held, DeliveryStatus::Retrying)
    };
    commit(&*harness.store(), vec![updated(&held, &retrying)]).await;
    assert_eq!(claimed_mails(&harness, at_s(299)).await, [0; 0], "the lease does not matter any more");
    let again = claim(&harness, Channel::Email, at_s(300)).await;
    assert_eq!(numbers(&again), [1]);
    assert_eq!(again[0].delivery.attempts, 1);
}

/// What is due at some time, or under way; nothing that came to an end.
pub async fn what_waits_is_counted_by_channel<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    assert_eq!(harness.queue().waiting().await.unwrap(), []);
    let one = |n: u64, channel, status| {
        let delivery = a_delivery().numbered(n).by(channel).in_status(status).due_at(at_s(60)).build();
        Delivery { leased_until: Some(at_s(90)), ..delivery }
    };
    let mails = DeliveryStatus::ALL.iter().zip(1..).map(|(status, n)| one(n, Channel::Email, *status));
    let all: Vec<Delivery> = mails.chain([one(99, Channel::InApp, DeliveryStatus::Queued)]).collect();
    given_deliveries(&*harness.store(), &all).await;
    let waiting = harness.queue().waiting().await.unwrap();
    assert_eq!(waiting, [(Channel::Email, 3), (Channel::InApp, 1)]);
}
