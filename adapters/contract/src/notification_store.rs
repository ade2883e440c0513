//! What every store of notification must do: what is written is there.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::id::{DeadLetterId, DeliveryId, EventId, NotificationId};
use eop_core::kernel::outbox::Outbox;
use eop_core::notification::model::{
    Attempt, AttemptOutcome, AttemptResult, Channel, DeadLetter, Delivery, DeliveryStatus, Kind,
    Notification, Recipient,
};
use eop_core::notification::port::{
    Deferrals, DeliveryQueue, NotificationQueries, NotificationStore, NotificationWrite as Write,
};
use serde_json::Value;

use crate::fixture::{
    a_dead_letter, a_delivery, a_notification, a_recipient, an_attempt, at_s, at_us, id, result_of, user,
};

/// Sets up a store of notification for one case.
#[async_trait]
pub trait NotificationStoreHarness: Send + Sync + Sized {
    /// An empty store that no other case sees.
    async fn fresh() -> Self;
    /// The store.
    fn store(&self) -> Arc<dyn NotificationStore>;
    /// The queue of its deliveries.
    fn queue(&self) -> Arc<dyn DeliveryQueue>;
    /// The events that it keeps for a newer version.
    fn deferrals(&self) -> Arc<dyn Deferrals>;
    /// The reads over it.
    fn queries(&self) -> Arc<dyn NotificationQueries>;
    /// The outbox that its commits fill.
    fn outbox(&self) -> Arc<dyn Outbox>;
    /// Writes into a delivery, or what belongs to it, what this version cannot read; or what it can.
    async fn set_readable(&self, delivery: &Delivery, readable: bool);
}

/// Lists the cases of [`notification_store`](crate::notification_store),
/// [`notification_commits`](crate::notification_commits), [`delivery_queue`](crate::delivery_queue),
/// [`delivery_leases`](crate::delivery_leases),
/// [`deferrals`](crate::deferrals) and
/// [`notification_queries`](crate::notification_queries) for a harness.
#[macro_export]
macro_rules! notification_store_contract {
    ($harness:ty) => {
        $crate::notification_store_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, notification_store when ($condition):
            every_field_of_what_is_told_is_read_back_equal,
            nothing_optional_is_read_back_as_nothing,
            what_nobody_wrote_is_not_found,
            an_older_fact_about_a_recipient_changes_nothing,
            a_newer_fact_about_a_recipient_replaces_all_of_it,
            recipients_are_found_by_role_in_the_order_of_their_ids,
            what_is_known_already_is_left_as_it_is,
            an_attempt_is_begun_and_completed,
            a_message_is_set_aside_once,
        );
        $crate::cases!($harness, notification_commits when ($condition):
            a_stale_delivery_is_refused,
            of_many_writers_of_one_delivery_one_wins,
            a_dead_letter_is_resolved_once,
            a_refused_commit_of_notification_leaves_no_trace,
            a_message_of_the_bus_takes_effect_once,
            of_64_concurrent_messages_the_62_new_ones_take_effect,
        );
        $crate::cases!($harness, delivery_queue when ($condition):
            a_due_delivery_comes_with_all_that_an_attempt_needs,
            only_what_is_due_on_the_channel_is_claimed,
            the_oldest_due_come_first_and_no_more_than_asked_for,
            a_lane_does_not_wait_for_another,
            of_many_workers_each_delivery_has_one,
            a_leased_delivery_is_claimed_again_when_its_lease_ends,
            an_attempt_without_a_result_is_handed_over_as_interrupted,
            a_completed_attempt_is_not_interrupted,
            a_worker_that_lost_its_lease_is_stale,
            a_retry_is_claimed_at_its_time,
            what_waits_is_counted_by_channel,
        );
        $crate::cases!($harness, delivery_leases when ($condition):
            an_instance_takes_back_what_it_held,
            an_attempt_that_was_cut_off_is_taken_back_as_interrupted,
            who_lost_a_delivery_to_its_own_restart_is_stale,
            what_others_hold_is_not_taken_back,
            what_came_to_an_end_is_not_taken_back,
            a_delivery_that_cannot_be_read_is_set_aside,
            what_is_set_aside_is_taken_up_when_it_can_be_read,
            what_is_set_aside_can_be_resent,
            a_look_goes_on_behind_what_still_cannot_be_read,
        );
        $crate::cases!($harness, deferrals when ($condition):
            a_deferred_event_is_read_back_equal_by_who_knows_its_word,
            what_waits_for_other_words_is_left_alone,
            the_oldest_deferred_events_come_first_and_no_more_than_asked_for,
            an_event_that_is_deferred_again_waits_for_its_new_word,
            what_was_taken_up_is_forgotten_and_nothing_else,
        );
        $crate::cases!($harness, notification_queries when ($condition):
            pages_of_notifications_are_complete_and_come_with_their_deliveries,
            each_part_of_a_notification_filter_narrows,
            notifications_are_counted_on_request,
            deliveries_and_attempts_come_oldest_first,
            dead_letters_come_newest_first_and_open_ones_alone_on_request,
        );
    };
}

/// Applies these writes in one commit.
pub(crate) async fn commit(store: &dyn NotificationStore, writes: Vec<Write>) {
    store.commit(Commit::of(writes)).await.unwrap();
}

/// Puts `deliveries` into the store, each with its notification.
pub(crate) async fn given_deliveries(store: &dyn NotificationStore, deliveries: &[Delivery]) {
    let told = deliveries.iter().map(|delivery| {
        let (id, event) = (delivery.notification, EventId(delivery.notification.0));
        let notification = Notification { id, event, ..a_notification(1) };
        Write::InsertNotification(notification)
    });
    let planned = deliveries.iter().cloned().map(Write::InsertDelivery);
    commit(store, told.chain(planned).collect()).await;
}

/// The write that puts `next` in the place of `before`.
pub(crate) fn updated(before: &Delivery, next: &Delivery) -> Write {
    Write::UpdateDelivery { delivery: next.clone(), from: before.version }
}

/// `delivery` in `status`, one version on.
pub(crate) fn moved(delivery: &Delivery, status: DeliveryStatus) -> Delivery {
    Delivery { status, version: delivery.version.next(), updated_at: at_s(1), ..delivery.clone() }
}

/// Times to the microsecond, text to the character, and every kind, channel and status.
pub async fn every_field_of_what_is_told_is_read_back_equal<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let recipient = Recipient {
        verified: false,
        roles: vec![Role::ADMIN, Role::CUSTOMER],
        sequence: 9_007_199_254_740_991,
        ..a_recipient(1)
    };
    commit(&*store, vec![Write::PutRecipient(recipient.clone())]).await;
    assert_eq!(store.find_recipient(recipient.id).await.unwrap(), Some(recipient));

    for (n, kind) in (1..).zip(Kind::ALL) {
        let notification = Notification { kind: *kind, created_at: at_us(999_999), ..a_notification(n) };
        commit(&*store, vec![Write::InsertNotification(notification.clone())]).await;
        assert_eq!(store.find_notification(notification.id).await.unwrap(), Some(notification));
    }
    let mut n = 0;
    for channel in Channel::ALL {
        for status in DeliveryStatus::ALL {
            n += 1;
            let built =
                a_delivery().numbered(n).of(NotificationId(id(1))).by(*channel).with_everything().build();
            let delivery = Delivery { status: *status, ..built };
            commit(&*store, vec![Write::InsertDelivery(delivery.clone())]).await;
            assert_eq!(store.find_delivery(delivery.id).await.unwrap(), Some(delivery));
        }
    }
    let letter = a_dead_letter(1);
    commit(&*store, vec![Write::InsertDeadLetter(letter.clone())]).await;
    assert_eq!(store.find_dead_letter(letter.id).await.unwrap(), Some(letter));
}

/// An absent value is not an empty one.
pub async fn nothing_optional_is_read_back_as_nothing<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let recipient = Recipient { phone: None, roles: vec![], ..a_recipient(1) };
    let notification = Notification {
        order: None,
        origin: None,
        traceparent: None,
        data: Arc::new(Value::Null),
        ..a_notification(1)
    };
    let delivery = a_delivery().in_status(DeliveryStatus::Cancelled).build();
    let letter = DeadLetter { event: None, subject: None, value: String::new(), ..a_dead_letter(1) };
    let writes = vec![
        Write::PutRecipient(recipient.clone()),
        Write::InsertNotification(notification.clone()),
        Write::InsertDelivery(delivery.clone()),
        Write::InsertDeadLetter(letter.clone()),
    ];
    commit(&*store, writes).await;
    assert_eq!(store.find_recipient(recipient.id).await.unwrap(), Some(recipient));
    assert_eq!(store.find_notification(notification.id).await.unwrap(), Some(notification));
    assert_eq!(store.find_delivery(delivery.id).await.unwrap(), Some(delivery));
    assert_eq!(store.find_dead_letter(letter.id).await.unwrap(), Some(letter));
}

/// Absent, not an error.
pub async fn what_nobody_wrote_is_not_found<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    assert_eq!(store.find_recipient(user(1)).await.unwrap(), None);
    assert_eq!(store.with_role(&Role::CUSTOMER, 10).await.unwrap(), []);
    assert_eq!(store.find_notification(NotificationId(id(1))).await.unwrap(), None);
    assert_eq!(store.find_delivery(DeliveryId(id(1))).await.unwrap(), None);
    assert_eq!(store.find_dead_letter(DeadLetterId(id(1))).await.unwrap(), None);
    assert_eq!(harness.queries().deliveries_of(NotificationId(id(1))).await.unwrap(), []);
    assert_eq!(harness.queries().attempts_of(&[DeliveryId(id(1))]).await.unwrap(), []);
}

/// Messages may come late; they do not undo what came after them, and do not refuse the commit.
pub async fn an_older_fact_about_a_recipient_changes_nothing<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let newer = Recipient { sequence: 5, roles: vec![Role::ADMIN], ..a_recipient(1) };
    let older =
        Recipient { sequence: 4, name: "Old Name".to_owned(), roles: vec![Role::SUPPORT], ..newer.clone() };
    commit(&*store, vec![Write::PutRecipient(newer.clone())]).await;
    let other = a_recipient(2);
    commit(&*store, vec![Write::PutRecipient(older), Write::PutRecipient(other.clone())]).await;
    assert_eq!(store.find_recipient(newer.id).await.unwrap(), Some(newer.clone()));
    assert_eq!(
        store.find_recipient(other.id).await.unwrap(),
        Some(other),
        "the rest of the commit is applied"
    );
    assert_eq!(store.with_role(&Role::ADMIN, 10).await.unwrap(), [newer.id]);
    assert_eq!(store.with_role(&Role::SUPPORT, 10).await.unwrap(), []);
}

/// Also the roles that are gone.
pub async fn a_newer_fact_about_a_recipient_replaces_all_of_it<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let older = Recipient { roles: vec![Role::APPROVER, Role::CUSTOMER], ..a_recipient(1) };
    let newer = Recipient {
        name: "New Name".to_owned(),
        email: "new@example.com".parse().unwrap(),
        phone: None,
        roles: vec![Role::CUSTOMER, Role::SUPPORT],
        sequence: 3,
        updated_at: at_us(7),
        ..older.clone()
    };
    for recipient in [older, newer.clone()] {
        commit(&*store, vec![Write::PutRecipient(recipient)]).await;
    }
    assert_eq!(store.find_recipient(newer.id).await.unwrap(), Some(newer.clone()));
    let with_role = async |role: Role| store.with_role(&role, 10).await.unwrap();
    assert_eq!(with_role(Role::APPROVER).await, []);
    assert_eq!(with_role(Role::CUSTOMER).await, [newer.id]);
    assert_eq!(with_role(Role::SUPPORT).await, [newer.id]);
}

/// At most as many as asked for; a role is found whole.
pub async fn recipients_are_found_by_role_in_the_order_of_their_ids<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let with = |n, roles: &[Role]| Recipient { roles: roles.to_vec(), ..a_recipient(n) };
    let recipients = [
        with(3, &[Role::APPROVER]),
        with(1, &[Role::CUSTOMER, Role::APPROVER]),
        with(4, &[Role::CUSTOMER]),
        with(2, &[Role::APPROVER, Role::ADMIN]),
        with(5, &[Role::named("approver2").unwrap()]),
    ];
    commit(&*store, recipients.iter().cloned().map(Write::PutRecipient).collect()).await;
    let ids = async |limit| store.with_role(&Role::APPROVER, limit).await.unwrap();
    assert_eq!(ids(10).await, [user(1), user(2), user(3)]);
    assert_eq!(ids(2).await, [user(1), user(2)]);
}

/// A plan made twice for one event leads to one notification and one delivery, whatever became of them since.
pub async fn what_is_known_already_is_left_as_it_is<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let notification = a_notification(1);
    let delivery = a_delivery().build();
    given_deliveries(&*store, std::slice::from_ref(&delivery)).await;
    let sent = moved(&delivery, DeliveryStatus::Sent);
    commit(&*store, vec![updated(&delivery, &sent)]).await;

    let again = vec![
        Write::InsertNotification(Notification { kind: Kind::OrderShipped, ..notification.clone() }),
        Write::InsertDelivery(delivery),
        Write::InsertNotification(a_notification(2)),
        Write::InsertDelivery(a_delivery().numbered(2).build()),
    ];
    commit(&*store, again).await;
    assert_eq!(store.find_notification(notification.id).await.unwrap(), Some(notification));
    assert_eq!(store.find_delivery(sent.id).await.unwrap(), Some(sent));
    let new = a_delivery().numbered(2).build();
    assert_eq!(store.find_delivery(new.id).await.unwrap(), Some(new), "the rest of the commit is applied");
}

/// Each outcome; and an attempt may be completed by the commit that begins the next one.
pub async fn an_attempt_is_begun_and_completed<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let delivery = a_delivery().build();
    given_deliveries(&*store, std::slice::from_ref(&delivery)).await;
    let mut expected: Vec<Attempt> = Vec::new();
    for (number, outcome) in (1..).zip(AttemptOutcome::ALL) {
        let begun = an_attempt(delivery.id, number);
        let completed = expected.last().cloned().map(Write::PutAttempt);
        commit(&*store, completed.into_iter().chain([Write::PutAttempt(begun.clone())]).collect()).await;
        let attempts = harness.queries().attempts_of(&[delivery.id]).await.unwrap();
        assert_eq!(attempts, [expected.clone(), vec![begun.clone()]].concat());
        expected.push(Attempt { result: Some(result_of(*outcome)), ..begun });
    }
    let bare = AttemptResult { code: None, detail: None, ..result_of(AttemptOutcome::Accepted) };
    expected.last_mut().unwrap().result = Some(bare);
    commit(&*store, vec![Write::PutAttempt(expected.last().unwrap().clone())]).await;
    assert_eq!(harness.queries().attempts_of(&[delivery.id]).await.unwrap(), expected);
}

/// A position of the bus is known by its topic, partition and offset.
pub async fn a_message_is_set_aside_once<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let first = a_dead_letter(1);
    let again = DeadLetter { position: first.position, ..a_dead_letter(2) };
    let mut elsewhere = a_dead_letter(3);
    elsewhere.position.partition += 1;
    elsewhere.position.offset = first.position.offset;
    let writes = [&again, &elsewhere].map(|letter| Write::InsertDeadLetter(letter.clone()));
    commit(&*store, vec![Write::InsertDeadLetter(first.clone())]).await;
    commit(&*store, writes.to_vec()).await;
    assert_eq!(store.find_dead_letter(first.id).await.unwrap(), Some(first));
    assert_eq!(store.find_dead_letter(again.id).await.unwrap(), None);
    assert_eq!(store.find_dead_letter(elsewhere.id).await.unwrap(), Some(elsewhere));
}
