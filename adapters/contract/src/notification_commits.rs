//! What a commit of notification must do: whole or not at all, one winner, once in effect.

use eop_core::kernel::commit::{Commit, CommitError, Outcome, Version};
use eop_core::kernel::id::{AttemptId, DeadLetterId, DeliveryId, NotificationId};
use eop_core::notification::model::{Attempt, DeadLetter, DeliveryStatus, Recipient, Resolution};
use eop_core::notification::port::NotificationWrite as Write;
use serde_json::Value;

use crate::fixture::{
    a_dead_letter, a_delivery, a_notification, a_recipient, an_attempt, an_audit_entry, an_event, at_once,
    at_s, at_us, id, message, user,
};
use crate::notification_store::{NotificationStoreHarness, commit, given_deliveries, moved, updated};
use crate::outbox::waiting_events;

/// A decision that was based on an older version, or on nothing, is not applied.
pub async fn a_stale_delivery_is_refused<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let delivery = a_delivery().build();
    let [sent, cancelled] = [DeliveryStatus::Sent, DeliveryStatus::Cancelled].map(|to| moved(&delivery, to));
    let unknown = store.commit(Commit::of(vec![updated(&delivery, &sent)])).await;
    assert!(matches!(unknown, Err(CommitError::Stale)), "{unknown:?}");
    given_deliveries(&*store, std::slice::from_ref(&delivery)).await;
    commit(&*store, vec![updated(&delivery, &sent)]).await;
    let refused = store.commit(Commit::of(vec![updated(&delivery, &cancelled)])).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert_eq!(store.find_delivery(sent.id).await.unwrap(), Some(sent));
}

/// An operator and a worker, or two workers, decide at once: one of them is applied.
pub async fn of_many_writers_of_one_delivery_one_wins<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let delivery = a_delivery().build();
    given_deliveries(&*harness.store(), std::slice::from_ref(&delivery)).await;
    let results = at_once((0..16).map(|n| {
        let store = harness.store();
        let write = updated(&delivery, &moved(&delivery, DeliveryStatus::Sent));
        let events = vec![an_event().numbered(n).build()];
        async move { store.commit(Commit { events, ..Commit::of(vec![write]) }).await }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    let stale = |result: &&Result<(), CommitError>| matches!(result, Err(CommitError::Stale));
    assert_eq!(results.iter().filter(stale).count(), 15, "{results:?}");
    assert_eq!(waiting_events(&*harness.outbox()).await.len(), 1);
}

/// Two operators decide: the second one learns that it is decided.
pub async fn a_dead_letter_is_resolved_once<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    for (n, replayed) in [(1, true), (2, false)] {
        let letter = a_dead_letter(n);
        let resolution = Some(Resolution { replayed, at: at_us(5) });
        let resolved = DeadLetter { resolution, version: letter.version.next(), ..letter.clone() };
        let write = Write::UpdateDeadLetter { letter: resolved.clone(), from: letter.version };
        let unknown = store.commit(Commit::of(vec![write.clone()])).await;
        assert!(matches!(unknown, Err(CommitError::Stale)), "{unknown:?}");
        commit(&*store, vec![Write::InsertDeadLetter(letter)]).await;
        commit(&*store, vec![write.clone()]).await;
        let refused = store.commit(Commit::of(vec![write])).await;
        assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
        assert_eq!(store.find_dead_letter(resolved.id).await.unwrap(), Some(resolved));
    }
}

/// One stale write keeps every other kind of write in the commit from happening.
pub async fn a_refused_commit_of_notification_leaves_no_trace<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let store = harness.store();
    let known = a_delivery().numbered(1).build();
    let (recipient, letter) = (a_recipient(1), a_dead_letter(1));
    given_deliveries(&*store, std::slice::from_ref(&known)).await;
    let writes = vec![Write::PutRecipient(recipient.clone()), Write::InsertDeadLetter(letter.clone())];
    commit(&*store, writes).await;

    let resolved = DeadLetter {
        resolution: Some(Resolution { replayed: true, at: at_s(1) }),
        version: letter.version.next(),
        ..letter.clone()
    };
    let unknown = a_delivery().numbered(9).build();
    let refused = Commit {
        writes: vec![
            Write::PutRecipient(Recipient { sequence: 9, name: "New Name".to_owned(), ..recipient.clone() }),
            Write::PutRecipient(a_recipient(2)),
            Write::InsertNotification(a_notification(2)),
            Write::InsertDelivery(a_delivery().numbered(2).build()),
            updated(&known, &moved(&known, DeliveryStatus::Sent)),
            Write::PutAttempt(an_attempt(known.id, 1)),
            Write::InsertDeadLetter(a_dead_letter(2)),
            Write::UpdateDeadLetter { letter: resolved, from: letter.version },
            Write::UpdateDelivery { delivery: unknown, from: Version(7) },
        ],
        events: vec![an_event().build()],
        audit: vec![an_audit_entry(1)],
        once: Some(message("notification", 1)),
    };
    store.commit(refused).await.unwrap_err();

    assert_eq!(store.find_recipient(user(1)).await.unwrap(), Some(recipient));
    assert_eq!(store.find_recipient(user(2)).await.unwrap(), None);
    assert_eq!(store.find_notification(NotificationId(id(2))).await.unwrap(), None);
    assert_eq!(store.find_delivery(DeliveryId(id(2))).await.unwrap(), None);
    assert_eq!(store.find_delivery(known.id).await.unwrap().as_ref(), Some(&known));
    assert_eq!(harness.queries().attempts_of(&[known.id]).await.unwrap(), []);
    assert_eq!(store.find_dead_letter(letter.id).await.unwrap(), Some(letter));
    assert_eq!(store.find_dead_letter(DeadLetterId(id(2))).await.unwrap(), None);
    assert_eq!(waiting_events(&*harness.outbox()).await, []);
    let once = Some(message("notification", 1));
    store.commit(Commit { once, ..Commit::of(vec![]) }).await.unwrap();
}

/// A message that is delivered again plans nothing new.
pub async fn a_message_of_the_bus_takes_effect_once<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    let planning = |n: u64| Commit {
        events: vec![an_event().numbered(n).build()],
        once: Some(message("notification", 1)),
        ..Commit::of(vec![Write::InsertNotification(a_notification(n))])
    };
    harness.store().commit(planning(1)).await.unwrap();
    match harness.store().commit(planning(2)).await {
        Err(CommitError::Repeated(outcome)) => {
            assert_eq!(outcome, Outcome { fingerprint: None, value: Value::Null });
        }
        other => panic!("a redelivered message was not refused: {other:?}"),
    }
    assert_eq!(harness.store().find_notification(NotificationId(id(2))).await.unwrap(), None);
    assert_eq!(waiting_events(&*harness.outbox()).await.len(), 1);
}

/// Consumers read many messages together; a redelivered one does not hold up the others.
pub async fn of_64_concurrent_messages_the_62_new_ones_take_effect<H: NotificationStoreHarness>() {
    let harness = H::fresh().await;
    for n in [20, 40] {
        let commit = Commit { once: Some(message("notification", n)), ..Commit::of(vec![]) };
        harness.store().commit(commit).await.unwrap();
    }
    let results = at_once((0..64).map(|n| {
        let store = harness.store();
        let commit = Commit {
            events: vec![an_event().numbered(n).about(n).build()],
            once: Some(message("notification", n)),
            ..Commit::of(vec![
                Write::InsertNotification(a_notification(n)),
                Write::InsertDelivery(a_delivery().numbered(n).build()),
                Write::PutAttempt(Attempt { id: AttemptId(id(n)), ..an_attempt(DeliveryId(id(n)), 1) }),
            ])
        };
        async move { store.commit(commit).await }
    }))
    .await;
    for (n, result) in (0_u64..).zip(&results) {
        match n {
            20 | 40 => assert!(matches!(result, Err(CommitError::Repeated(_))), "{result:?}"),
            _ => assert!(result.is_ok(), "commit {n}: {result:?}"),
        }
        let delivery = harness.store().find_delivery(DeliveryId(id(n))).await.unwrap();
        assert_eq!(delivery.is_some(), result.is_ok(), "commit {n}");
    }
    assert_eq!(waiting_events(&*harness.outbox()).await.len(), 62);
}
