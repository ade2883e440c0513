//! What everything must do that forgets: only what is old enough, oldest first, as much as asked for.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::identity::model::{LinkPurpose, Session};
use eop_core::identity::port::{IdentityStore, IdentityWrite};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, CommitError, Once, Version};
use eop_core::kernel::id::EventId;
use eop_core::kernel::retention::{Kept, Retention};
use eop_core::notification::model::{
    Attempt, DeadLetter, Delivery, DeliveryStatus, Notification, Resolution,
};
use eop_core::notification::port::{NotificationQueries, NotificationStore, NotificationWrite};
use serde_json::json;

use crate::deferrals::a_deferred;
use crate::fixture::{
    a_dead_letter, a_delivery, a_link, a_notification, a_session, an_account, an_attempt, an_audit_entry,
    at_s, fingerprint, id, request, token, user,
};

/// Sets up the two stores that have much to forget, each with what forgets it.
#[async_trait]
pub trait RetentionHarness: Send + Sync + Sized {
    /// Empty stores that no other case sees.
    async fn fresh() -> Self;
    /// The store of identity.
    fn identity(&self) -> (Arc<dyn IdentityStore>, Arc<dyn Retention>);
    /// The store of notification.
    fn notification(&self) -> (Arc<dyn NotificationStore>, Arc<dyn NotificationQueries>, Arc<dyn Retention>);
}

/// Lists the cases of [`retention`](crate::retention) for a harness.
#[macro_export]
macro_rules! retention_contract {
    ($harness:ty) => {
        $crate::retention_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, retention when ($condition):
            a_session_goes_long_after_its_end_with_its_tokens,
            an_old_token_goes_before_its_session,
            a_link_goes_after_it_expired,
            a_notification_goes_with_all_that_came_of_it,
            a_notification_that_still_waits_to_be_told_stays,
            an_attempt_goes_before_its_delivery,
            a_dead_letter_goes_when_it_was_decided_about,
            an_event_that_nobody_understood_goes,
            a_forgotten_key_may_be_used_again,
            old_entries_of_the_audit_log_go,
            no_more_goes_than_asked_for_and_the_oldest_first,
            one_instance_forgets,
        );
    };
}

/// Forgets all that is older than `before`: how much it was, after the backlog said so.
async fn forgotten(retention: &dyn Retention, kept: Kept, before: Timestamp) -> u64 {
    assert!(retention.kept().contains(&kept), "{kept}");
    let backlog = retention.backlog(kept, before, 100).await.unwrap();
    let purged = retention.purge(kept, before, 100).await.unwrap();
    assert_eq!(backlog, purged, "{kept}");
    assert_eq!(retention.backlog(kept, before, 100).await.unwrap(), 0, "{kept}");
    purged
}

/// The session that token `n` leads to.
async fn session_of(store: &dyn IdentityStore, n: u64) -> Option<Session> {
    store.find_session_by_token(token(n)).await.unwrap().map(|owner| owner.session)
}

/// Its age counts from when it would have ended by itself.
pub async fn a_session_goes_long_after_its_end_with_its_tokens<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, retention) = harness.identity();
    let sessions = [1, 2]
        .map(|n: u64| a_session().numbered(n).opened_at(at_s(1000 * i64::try_from(n).unwrap())).build());
    let mut writes = vec![IdentityWrite::InsertAccount(an_account().build())];
    writes.extend(sessions.iter().cloned().map(IdentityWrite::InsertSession));
    store.commit(Commit::of(writes)).await.unwrap();
    let [first, second] = sessions;
    assert_eq!(forgotten(&*retention, Kept::Sessions, first.idle_until).await, 0);
    assert_eq!(forgotten(&*retention, Kept::Sessions, second.idle_until).await, 1);
    assert_eq!(store.find_session(first.id).await.unwrap(), None);
    assert_eq!(session_of(&*store, 1).await, None);
    assert_eq!(store.find_session(second.id).await.unwrap().as_ref(), Some(&second));
    assert_eq!(session_of(&*store, 2).await, Some(second));
}

/// A session that is refreshed for weeks leaves thousands of them.
pub async fn an_old_token_goes_before_its_session<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, retention) = harness.identity();
    let session = a_session().build();
    let writes = vec![
        IdentityWrite::InsertAccount(an_account().build()),
        IdentityWrite::InsertSession(session.clone()),
    ];
    store.commit(Commit::of(writes)).await.unwrap();
    let next = session.rotated(token(2), at_s(600), None);
    let write = IdentityWrite::UpdateSession { session: next.clone(), from: session.version };
    store.commit(Commit::of(vec![write])).await.unwrap();
    assert_eq!(forgotten(&*retention, Kept::RefreshTokens, at_s(600)).await, 1);
    assert_eq!(session_of(&*store, 1).await, None);
    assert_eq!(session_of(&*store, 2).await, Some(next));
}

/// Spent or not.
pub async fn a_link_goes_after_it_expired<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, retention) = harness.identity();
    let links = [1, 2].map(|n| a_link(n, user(1), LinkPurpose::ResetPassword));
    let writes = links.iter().cloned().map(IdentityWrite::InsertLink);
    store.commit(Commit::of(writes.collect())).await.unwrap();
    assert_eq!(forgotten(&*retention, Kept::Links, links[1].expires_at).await, 1);
    let find = async |n| store.find_link(LinkPurpose::ResetPassword, token(n)).await.unwrap();
    assert_eq!((find(1).await, find(2).await), (None, Some(links[1].clone())));
}

/// The `n`-th notification, planned `n` seconds after the start, with one delivery in `status` after one attempt.
fn told(n: u64, status: DeliveryStatus) -> (Notification, Delivery, Attempt) {
    let delivery = a_delivery().numbered(n).in_status(status).build();
    (a_notification(n), delivery.clone(), an_attempt(delivery.id, 1))
}

async fn tell(store: &dyn NotificationStore, all: &[(Notification, Delivery, Attempt)]) {
    for (notification, delivery, attempt) in all {
        let writes = vec![
            NotificationWrite::InsertNotification(notification.clone()),
            NotificationWrite::InsertDelivery(delivery.clone()),
            NotificationWrite::PutAttempt(attempt.clone()),
        ];
        store.commit(Commit::of(writes)).await.unwrap();
    }
}

/// Its deliveries and their attempts.
pub async fn a_notification_goes_with_all_that_came_of_it<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, queries, retention) = harness.notification();
    let all = [told(1, DeliveryStatus::Sent), told(2, DeliveryStatus::Dead)];
    tell(&*store, &all).await;
    assert_eq!(forgotten(&*retention, Kept::Notifications, at_s(2)).await, 1);
    let (gone, stays) = (&all[0], &all[1]);
    assert_eq!(store.find_notification(gone.0.id).await.unwrap(), None);
    assert_eq!(store.find_delivery(gone.1.id).await.unwrap(), None);
    assert_eq!(queries.attempts_of(&[gone.1.id]).await.unwrap(), []);
    assert_eq!(store.find_notification(stays.0.id).await.unwrap().as_ref(), Some(&stays.0));
    assert_eq!(queries.attempts_of(&[stays.1.id]).await.unwrap().as_slice(), std::slice::from_ref(&stays.2));
}

/// However old it is.
pub async fn a_notification_that_still_waits_to_be_told_stays<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, _, retention) = harness.notification();
    let mut all = vec![told(4, DeliveryStatus::Sent)];
    for (n, status) in (1..).zip([DeliveryStatus::Queued, DeliveryStatus::Sending, DeliveryStatus::Retrying])
    {
        let (notification, delivery, attempt) = told(n, status);
        let due = Some(at_s(0));
        all.push((notification, Delivery { next_attempt_at: due, leased_until: due, ..delivery }, attempt));
    }
    tell(&*store, &all).await;
    assert_eq!(forgotten(&*retention, Kept::Notifications, at_s(1000)).await, 1);
    for (notification, ..) in &all[1..] {
        assert!(store.find_notification(notification.id).await.unwrap().is_some());
    }
}

/// Who wants to know how often and when after months?
pub async fn an_attempt_goes_before_its_delivery<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, queries, retention) = harness.notification();
    let (notification, delivery, attempt) = told(1, DeliveryStatus::Sent);
    let later = an_attempt(delivery.id, 2);
    tell(&*store, &[(notification, delivery.clone(), attempt)]).await;
    store.commit(Commit::of(vec![NotificationWrite::PutAttempt(later.clone())])).await.unwrap();
    assert_eq!(forgotten(&*retention, Kept::Attempts, later.started_at).await, 1);
    assert_eq!(queries.attempts_of(&[delivery.id]).await.unwrap(), [later]);
    assert_eq!(store.find_delivery(delivery.id).await.unwrap(), Some(delivery));
}

/// One that nobody decided about stays, however old it is.
pub async fn a_dead_letter_goes_when_it_was_decided_about<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, _, retention) = harness.notification();
    let letters = [1, 2].map(a_dead_letter);
    let writes = letters.iter().cloned().map(NotificationWrite::InsertDeadLetter);
    store.commit(Commit::of(writes.collect())).await.unwrap();
    let resolution = Some(Resolution { replayed: false, at: at_s(500) });
    let decided = DeadLetter { resolution, version: Version(2), ..letters[0].clone() };
    let write = NotificationWrite::UpdateDeadLetter { letter: decided, from: Version::FIRST };
    store.commit(Commit::of(vec![write])).await.unwrap();
    assert_eq!(forgotten(&*retention, Kept::DeadLetters, at_s(500)).await, 0);
    assert_eq!(forgotten(&*retention, Kept::DeadLetters, at_s(501)).await, 1);
    assert_eq!(store.find_dead_letter(letters[0].id).await.unwrap(), None);
    assert_eq!(store.find_dead_letter(letters[1].id).await.unwrap().as_ref(), Some(&letters[1]));
    store.commit(Commit::of(vec![NotificationWrite::InsertDeadLetter(letters[0].clone())])).await.unwrap();
    assert_eq!(store.find_dead_letter(letters[0].id).await.unwrap().as_ref(), Some(&letters[0]));
}

/// After as long as its news is worth anything to a version that does. Younger ones wait on.
pub async fn an_event_that_nobody_understood_goes<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, _, retention) = harness.notification();
    let deferred = [1, 2].map(|n| a_deferred(n, "event user.merged.v1"));
    let writes = deferred.iter().cloned().map(NotificationWrite::PutDeferred);
    store.commit(Commit::of(writes.collect())).await.unwrap();
    assert_eq!(forgotten(&*retention, Kept::DeferredEvents, deferred[0].created_at).await, 0);
    assert_eq!(forgotten(&*retention, Kept::DeferredEvents, deferred[1].created_at).await, 1);
    assert_eq!(forgotten(&*retention, Kept::DeferredEvents, at_s(1000)).await, 1, "the younger one stayed");
}

/// Only keys that are old enough, of requests and of messages.
pub async fn a_forgotten_key_may_be_used_again<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, _, retention) = harness.notification();
    let requested = |key: &str, s: i64| {
        let once =
            Once::Request { key: request(key), fingerprint: fingerprint(1), outcome: json!(s), at: at_s(s) };
        Commit { once: Some(once), ..Commit::of(vec![]) }
    };
    let read = |n: u64, s: i64| {
        let once = Once::Message { consumer: "one", id: EventId(id(n)), at: at_s(s) };
        Commit { once: Some(once), ..Commit::of(vec![]) }
    };
    for commit in [requested("old", 10), requested("young", 20), read(1, 10), read(2, 20)] {
        store.commit(commit).await.unwrap();
    }
    for kept in [Kept::IdempotencyKeys, Kept::SeenEvents] {
        assert_eq!(forgotten(&*retention, kept, at_s(10)).await, 0, "not written before then");
        assert_eq!(forgotten(&*retention, kept, at_s(15)).await, 1);
    }
    for commit in [requested("young", 30), read(2, 30)] {
        let refused = store.commit(commit).await;
        assert!(matches!(refused, Err(CommitError::Repeated(_))), "{refused:?}");
    }
    for commit in [requested("old", 30), read(1, 30)] {
        store.commit(commit).await.unwrap();
    }
}

/// Its ids begin with the time.
pub async fn old_entries_of_the_audit_log_go<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, _, retention) = harness.notification();
    let audit = [1, 2, 3].map(an_audit_entry);
    store.commit(Commit { audit: audit.to_vec(), ..Commit::of(vec![]) }).await.unwrap();
    assert_eq!(forgotten(&*retention, Kept::Audit, audit[0].at - chrono::Duration::days(1)).await, 0);
    assert_eq!(forgotten(&*retention, Kept::Audit, audit[2].at + chrono::Duration::days(1)).await, 3);
}

/// So that a batch takes little time, and what is oldest does not stay for ever.
pub async fn no_more_goes_than_asked_for_and_the_oldest_first<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (store, _, retention) = harness.notification();
    tell(&*store, &[3, 1, 4, 2, 5].map(|n| told(n, DeliveryStatus::Sent))).await;
    let purge = async |limit| retention.purge(Kept::Notifications, at_s(5), limit).await.unwrap();
    assert_eq!(retention.backlog(Kept::Notifications, at_s(5), 3).await.unwrap(), 3);
    assert_eq!(purge(2).await, 2);
    let mut left = Vec::new();
    for n in 1..=5 {
        if store.find_notification(a_notification(n).id).await.unwrap().is_some() {
            left.push(n);
        }
    }
    assert_eq!(left, [3, 4, 5]);
    assert_eq!((purge(2).await, purge(2).await), (2, 0));
}

/// Until its lease ends or it gives it up.
pub async fn one_instance_forgets<H: RetentionHarness>() {
    let harness = H::fresh().await;
    let (_, _, retention) = harness.notification();
    let long = Duration::from_mins(10);
    assert!(retention.hold("one", long).await.unwrap());
    assert!(!retention.hold("two", long).await.unwrap());
    assert!(retention.hold("one", long).await.unwrap());
    retention.release("two").await.unwrap();
    assert!(!retention.hold("two", long).await.unwrap());
    retention.release("one").await.unwrap();
    assert!(retention.hold("two", Duration::from_millis(200)).await.unwrap());
    assert!(!retention.hold("one", long).await.unwrap());
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert!(retention.hold("one", long).await.unwrap());
}
