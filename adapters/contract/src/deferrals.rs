//! What must become of events that are kept for a newer version: all of them are there for it, and only for it.

use eop_core::kernel::bus::Position;
use eop_core::kernel::event::{EventData, Topic};
use eop_core::kernel::id::EventId;
use eop_core::notification::model::{Deferred, Word};
use eop_core::notification::port::NotificationWrite as Write;
use serde_json::json;

use crate::fixture::{an_event, at_us, id};
use crate::notification_store::{NotificationStoreHarness, commit};

/// The `n`-th event that waits, for `word`.
pub(crate) fn a_deferred(n: u64, word: &str) -> Deferred {
    let mut event = an_event().numbered(n).on(Topic::Identity).of_kind("user.merged.v1").build();
    event.traceparent = Some("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".to_owned());
    event.data = EventData::of(&json!({ "into": id(n + 1), "note": "a\u{0}b ö" }));
    let offset = i64::try_from(n).unwrap();
    let position = Position { topic: Topic::Identity, partition: 3, offset };
    Deferred { position, event, word: Word(word.to_owned()), created_at: at_us(offset) }
}

fn words(names: &[&str]) -> Vec<Word> {
    names.iter().map(|name| Word((*name).to_owned())).collect()
}

async fn given<H: NotificationStoreHarness>(deferred: impl IntoIterator<Item = Deferred>) -> H {
    let harness = H::fresh().await;
    commit(&*harness.store(), deferred.into_iter().map(Write::PutDeferred).collect()).await;
    harness
}

/// Nothing of it may be lost: it is not on the bus any more.
pub async fn a_deferred_event_is_read_back_equal_by_who_knows_its_word<H: NotificationStoreHarness>() {
    let deferred = a_deferred(1, "event user.merged.v1");
    let harness = given::<H>([deferred.clone()]).await;
    let deferrals = harness.deferrals();
    let found = deferrals.waiting_for(&words(&["order status HELD", "event user.merged.v1"]), 10).await;
    assert_eq!(found.unwrap(), [deferred]);
}

/// However much waits for a still newer version, it is not in the way.
pub async fn what_waits_for_other_words_is_left_alone<H: NotificationStoreHarness>() {
    let harness = given::<H>([a_deferred(1, "event a.v1"), a_deferred(2, "event b.v1")]).await;
    let deferrals = harness.deferrals();
    assert_eq!(deferrals.waiting_for(&words(&["event c.v1"]), 10).await.unwrap(), []);
    assert_eq!(deferrals.waiting_for(&[], 10).await.unwrap(), []);
    assert_eq!(deferrals.count().await.unwrap(), 2);
}

/// In the order in which they were put aside, a batch at a time.
pub async fn the_oldest_deferred_events_come_first_and_no_more_than_asked_for<H: NotificationStoreHarness>() {
    let harness = given::<H>([4, 2, 1, 3].map(|n| a_deferred(n, "event a.v1"))).await;
    let deferrals = harness.deferrals();
    let found = deferrals.waiting_for(&words(&["event a.v1"]), 3).await.unwrap();
    assert_eq!(found, [1, 2, 3].map(|n| a_deferred(n, "event a.v1")));
}

/// Who knew the one word may not know the other.
pub async fn an_event_that_is_deferred_again_waits_for_its_new_word<H: NotificationStoreHarness>() {
    let harness = given::<H>([a_deferred(1, "event a.v1")]).await;
    let again = a_deferred(1, "link purpose b");
    commit(&*harness.store(), vec![Write::PutDeferred(again.clone())]).await;
    let deferrals = harness.deferrals();
    assert_eq!(deferrals.count().await.unwrap(), 1);
    assert_eq!(deferrals.waiting_for(&words(&["event a.v1"]), 10).await.unwrap(), []);
    assert_eq!(deferrals.waiting_for(&words(&["link purpose b"]), 10).await.unwrap(), [again]);
}

/// What had its effect does not wait any more.
pub async fn what_was_taken_up_is_forgotten_and_nothing_else<H: NotificationStoreHarness>() {
    let harness = given::<H>([1, 2, 3].map(|n| a_deferred(n, "event a.v1"))).await;
    let deferrals = harness.deferrals();
    let ids = [1, 3, 9].map(|n| a_deferred(n, "").event.id);
    deferrals.forget(&ids).await.unwrap();
    deferrals.forget(&[]).await.unwrap();
    deferrals.forget(&[EventId(id(77))]).await.unwrap();
    assert_eq!(
        deferrals.waiting_for(&words(&["event a.v1"]), 10).await.unwrap(),
        [a_deferred(2, "event a.v1")]
    );
}
