//! What every queue of deliveries must do with those that a worker left behind, and with those that nobody can read.

use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::id::AttemptId;
use eop_core::notification::command::DeliveryAction;
use eop_core::notification::model::{Channel, Delivery, DeliveryStatus};
use eop_core::notification::port::{DueClaim, NotificationWrite as Write, TakenUp};

use crate::delivery_queue::{HOLDER, LEASE, claim, claimed_mails, news, numbers};
use crate::fixture::{a_delivery, at_s, id};
use crate::notification_store::{NotificationStoreHarness, commit, given_deliveries, moved, updated};

async fn take_back<H: NotificationStoreHarness>(harness: &H, holder: &str, s: i64) -> u64 {
    harness.queue().take_back(Channel::Email, holder, at_s(s)).await.unwrap()
}

/// Mails 1 to `count`, due at the start.
async fn given<H: NotificationStoreHarness>(count: u64) -> H {
    let harness = H::fresh().await;
    let deliveries: Vec<Delivery> = (1..=count).map(|n| a_delivery().numbered(n).build()).collect();
    given_deliveries(&*harness.store(), &deliveries).await;
    harness
}

/// What it has of `number`.
async fn stored<H: NotificationStoreHarness>(harness: &H, number: u64) -> Delivery {
    let wanted = a_delivery().numbered(number).build().id;
    harness.store().find_delivery(wanted).await.unwrap().unwrap()
}

/// At once, long before its lease would have ended, and once.
pub async fn an_instance_takes_back_what_it_held<H: NotificationStoreHarness>() {
    let harness = given::<H>(2).await;
    assert_eq!(claimed_mails(&harness, at_s(1)).await, [1, 2]);
    assert_eq!(claimed_mails(&harness, at_s(2)).await, [0; 0]);
    assert_eq!(take_back(&harness, HOLDER, 2).await, 2);
    assert_eq!(take_back(&harness, HOLDER, 2).await, 0);
    let left = stored(&harness, 1).await;
    assert_eq!(
        (left.status, left.leased_until, left.held_by),
        (DeliveryStatus::Sending, Some(at_s(2)), None)
    );
    let again = claim(&harness, Channel::Email, at_s(2)).await;
    assert_eq!(numbers(&again), [1, 2]);
    assert!(again.iter().all(|one| one.delivery.attempts == 0 && one.interrupted.is_none()), "{again:?}");
}

/// It may have been handed over: whoever claims it learns that, as after any lease that ended.
pub async fn an_attempt_that_was_cut_off_is_taken_back_as_interrupted<H: NotificationStoreHarness>() {
    let harness = given::<H>(1).await;
    let held = claim(&harness, Channel::Email, at_s(1)).await.remove(0).delivery;
    let (begun, attempt) = held.begun(AttemptId(id(9)), "smtp", LEASE, at_s(2));
    commit(&*harness.store(), vec![updated(&held, &begun), Write::PutAttempt(attempt.clone())]).await;
    assert_eq!(stored(&harness, 1).await.held_by.as_deref(), Some(HOLDER));
    assert_eq!(take_back(&harness, HOLDER, 3).await, 1);
    let again = claim(&harness, Channel::Email, at_s(3)).await.remove(0);
    assert_eq!((again.delivery.attempts, again.interrupted), (1, Some(attempt)));
}

/// The answer of the provider may be on its way into the store while the next process starts: one of the two counts.
pub async fn who_lost_a_delivery_to_its_own_restart_is_stale<H: NotificationStoreHarness>() {
    let harness = given::<H>(1).await;
    let held = claim(&harness, Channel::Email, at_s(1)).await.remove(0).delivery;
    assert_eq!(take_back(&harness, HOLDER, 2).await, 1);
    let late = Commit::of(vec![updated(&held, &moved(&held, DeliveryStatus::Sent))]);
    let refused = harness.store().commit(late).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert_eq!(claimed_mails(&harness, at_s(2)).await, [1]);
}

/// Other instances go on with theirs, also with what they claimed when a lease of this one had ended.
pub async fn what_others_hold_is_not_taken_back<H: NotificationStoreHarness>() {
    let harness = given::<H>(2).await;
    let theirs = a_delivery().numbered(3).by(Channel::InApp).build();
    given_deliveries(&*harness.store(), &[theirs]).await;
    let queue = harness.queue();
    let other = |now, limit| DueClaim { holder: "notification-2", now, ..news(limit) };
    assert_eq!(numbers(&queue.claim_due(news(1)).await.unwrap()), [1]);
    assert_eq!(numbers(&queue.claim_due(other(at_s(1), 1)).await.unwrap()), [2]);
    assert_eq!(numbers(&claim(&harness, Channel::InApp, at_s(1)).await), [3]);
    assert_eq!(numbers(&queue.claim_due(other(at_s(61), 1)).await.unwrap()), [1]);
    assert_eq!(take_back(&harness, HOLDER, 62).await, 0);
    assert_eq!(take_back(&harness, "notification-3", 62).await, 0);
    assert_eq!(take_back(&harness, "notification-2", 62).await, 1, "the lease of 2 is over anyway");
}

/// Only what is being sent is anybody's.
pub async fn what_came_to_an_end_is_not_taken_back<H: NotificationStoreHarness>() {
    let harness = given::<H>(2).await;
    let held = claim(&harness, Channel::Email, at_s(1)).await;
    let sent = held[0].delivery.settled(DeliveryStatus::Sent, None, at_s(2));
    let waits = held[1].delivery.awaiting_recipient(at_s(2));
    let writes = vec![updated(&held[0].delivery, &sent), updated(&held[1].delivery, &waits)];
    commit(&*harness.store(), writes).await;
    assert_eq!(take_back(&harness, HOLDER, 3).await, 0);
    assert_eq!((stored(&harness, 1).await, stored(&harness, 2).await), (sent, waits));
}

/// It is nobody's work any more, is counted, and holds up no other.
pub async fn a_delivery_that_cannot_be_read_is_set_aside<H: NotificationStoreHarness>() {
    let harness = given::<H>(3).await;
    let queue = harness.queue();
    assert_eq!(queue.set_aside().await.unwrap(), 0);
    harness.set_readable(&a_delivery().numbered(2).build(), false).await;
    assert_eq!(claimed_mails(&harness, at_s(1)).await, [1, 3]);
    assert_eq!(queue.set_aside().await.unwrap(), 1);
    assert_eq!(claimed_mails(&harness, at_s(1000)).await, [1, 3], "it is not met again");
    let aside = stored(&harness, 2).await;
    let planned = (aside.next_attempt_at, aside.leased_until, aside.held_by);
    assert_eq!((aside.status, planned), (DeliveryStatus::Failed, (None, None, None)));
    let reason = aside.last_error.unwrap();
    assert!(reason.starts_with("set aside: "), "{reason}");
    let look = queue.take_up(None, at_s(1000), 10).await.unwrap();
    assert_eq!(look, TakenUp { freed: 0, next: None }, "it still cannot be read");
}

/// By whoever can read it: a newer version, or this one when somebody mended the row.
pub async fn what_is_set_aside_is_taken_up_when_it_can_be_read<H: NotificationStoreHarness>() {
    let harness = given::<H>(2).await;
    let spoilt = a_delivery().numbered(2).build();
    harness.set_readable(&spoilt, false).await;
    assert_eq!(claimed_mails(&harness, at_s(1)).await, [1]);
    harness.set_readable(&spoilt, true).await;
    let look = harness.queue().take_up(None, at_s(5), 10).await.unwrap();
    assert_eq!(look, TakenUp { freed: 1, next: None });
    let again = harness.queue().take_up(None, at_s(5), 10).await.unwrap();
    assert_eq!(again, TakenUp { freed: 0, next: None }, "once");
    assert_eq!(harness.queue().set_aside().await.unwrap(), 0);
    let waits = stored(&harness, 2).await;
    assert_eq!((waits.status, waits.next_attempt_at), (DeliveryStatus::Retrying, Some(at_s(5))));
    assert_eq!((waits.attempts, waits.last_error), (0, None));
    assert_eq!(claimed_mails(&harness, at_s(5)).await, [2]);
}

/// By an operator; then it is no longer aside, whatever becomes of it.
pub async fn what_is_set_aside_can_be_resent<H: NotificationStoreHarness>() {
    let harness = given::<H>(1).await;
    let spoilt = a_delivery().build();
    harness.set_readable(&spoilt, false).await;
    assert_eq!(claimed_mails(&harness, at_s(1)).await, [0; 0]);
    harness.set_readable(&spoilt, true).await;
    let aside = stored(&harness, 1).await;
    let resent = aside.decided(DeliveryAction::Resend, at_s(3)).expect("what failed may be resent");
    commit(&*harness.store(), vec![updated(&aside, &resent)]).await;
    assert_eq!(harness.queue().set_aside().await.unwrap(), 0);
    let held = claim(&harness, Channel::Email, at_s(3)).await.remove(0).delivery;
    let failed = held.settled(DeliveryStatus::Failed, Some("no such mailbox"), at_s(4));
    commit(&*harness.store(), vec![updated(&held, &failed)]).await;
    assert_eq!(harness.queue().set_aside().await.unwrap(), 0);
    assert_eq!(harness.queue().take_up(None, at_s(5), 10).await.unwrap().freed, 0, "a provider refused it");
}

/// However much of it there is.
pub async fn a_look_goes_on_behind_what_still_cannot_be_read<H: NotificationStoreHarness>() {
    let harness = given::<H>(3).await;
    let spoilt = [1, 2, 3].map(|n| a_delivery().numbered(n).build());
    for one in &spoilt {
        harness.set_readable(one, false).await;
    }
    assert_eq!(claimed_mails(&harness, at_s(1)).await, [0; 0]);
    harness.set_readable(&spoilt[2], true).await;
    let first = harness.queue().take_up(None, at_s(2), 2).await.unwrap();
    assert_eq!(first, TakenUp { freed: 0, next: Some(spoilt[1].id) });
    let second = harness.queue().take_up(first.next, at_s(2), 2).await.unwrap();
    assert_eq!(second, TakenUp { freed: 1, next: None });
    assert_eq!(harness.queue().set_aside().await.unwrap(), 2);
}
