//! What a commit of orders must do: whole or not at all, one winner, once in effect.

use eop_core::kernel::commit::{Commit, CommitError, Fingerprint, Name, Once, Outcome, RequestKey, Version};
use eop_core::kernel::id::OrderId;
use eop_core::kernel::page::PageRequest;
use eop_core::order::model::{Action, Order, Status, Visibility};
use eop_core::order::port::OrderWrite;
use serde_json::{Value, json};

use crate::fixture::{
    a_note, a_request, an_audit_entry, an_event, an_order, at_once, at_s, fingerprint, id, inserted, message,
    request, stepped,
};
use crate::order_store::{OrderStoreHarness, event_of, find, given};
use crate::outbox::waiting_events;

/// A decision that was based on an older version is not applied.
pub async fn a_stale_update_is_refused<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let order = an_order().build();
    given(&*harness.store(), std::slice::from_ref(&order)).await;
    let (approved, approve) = stepped(&order, Action::Approve, Status::Approved);
    let (_, reject) = stepped(&order, Action::Reject, Status::Rejected);
    harness.store().commit(Commit::of(vec![approve])).await.unwrap();

    let refused = harness.store().commit(Commit::of(vec![reject])).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert_eq!(find(&*harness.store(), &order).await, Some(approved));
    assert_eq!(harness.queries().history(order.id).await.unwrap().len(), 2);
}

/// What is not there has no version that could match.
pub async fn an_update_of_an_unknown_order_is_stale<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let (order, write) = stepped(&an_order().build(), Action::Approve, Status::Approved);
    let refused = harness.store().commit(Commit::of(vec![write])).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert_eq!(find(&*harness.store(), &order).await, None);
    assert_eq!(harness.queries().history(order.id).await.unwrap(), []);
}

/// A second order with the id of another one is refused, and the first stays as it is.
pub async fn a_taken_id_is_reported_as_taken<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let first = an_order().build();
    let second =
        Order { number: "ORD-2026-000777".to_owned(), ..an_order().with_line("other", 2, 5).build() };
    given(&*harness.store(), std::slice::from_ref(&first)).await;
    let refused = harness.store().commit(Commit::of(vec![inserted(&second)])).await;
    assert!(matches!(refused, Err(CommitError::Taken(Name::Id))), "{refused:?}");
    assert_eq!(find(&*harness.store(), &first).await, Some(first.clone()));
    assert_eq!(harness.queries().history(first.id).await.unwrap().len(), 1);
}

/// One stale write keeps everything else in the commit from happening.
pub async fn a_refused_commit_leaves_no_trace<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let known = an_order().numbered(1).build();
    given(&*harness.store(), std::slice::from_ref(&known)).await;
    let (_, stale) =
        stepped(&Order { version: Version(5), ..known.clone() }, Action::Cancel, Status::Cancelled);
    refused_without_trace(&harness, &known, |good| [good, vec![stale]].concat()).await;
}

/// It does not matter which of the writes is refused.
pub async fn a_commit_refused_at_its_first_write_leaves_no_trace<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let known = an_order().numbered(1).build();
    given(&*harness.store(), std::slice::from_ref(&known)).await;
    let taken = inserted(&known);
    refused_without_trace(&harness, &known, |good| [vec![taken], good].concat()).await;
}

/// Commits good writes together with a bad one that `spoil` adds, and looks for traces.
async fn refused_without_trace<H: OrderStoreHarness>(
    harness: &H,
    known: &Order,
    spoil: impl FnOnce(Vec<OrderWrite>) -> Vec<OrderWrite>,
) {
    let fresh = an_order().numbered(2).build();
    let good = vec![
        inserted(&fresh),
        OrderWrite::AddNote(a_note(1, fresh.id, Visibility::Public)),
        OrderWrite::AddNote(a_note(2, known.id, Visibility::Public)),
    ];
    let commit = Commit {
        writes: spoil(good.clone()),
        events: vec![event_of(&fresh, 1)],
        audit: vec![an_audit_entry(1)],
        once: Some(a_request("key", Value::Null)),
    };
    harness.store().commit(commit.clone()).await.unwrap_err();

    assert_eq!(find(&*harness.store(), &fresh).await, None);
    assert_eq!(find(&*harness.store(), known).await.as_ref(), Some(known));
    for order in [known, &fresh] {
        let notes = harness.queries().notes(order.id, true, &PageRequest::first(20)).await.unwrap();
        assert_eq!(notes.items, []);
    }
    assert_eq!(harness.queries().history(known.id).await.unwrap().len(), 1);
    assert_eq!(harness.queries().history(fresh.id).await.unwrap(), []);
    assert_eq!(waiting_events(&*harness.outbox()).await, []);
    assert_eq!(harness.store().find_outcome(&request("key")).await.unwrap(), None);
    // Nothing of it is in the way of the same commit without the bad write.
    harness.store().commit(Commit { writes: good, ..commit }).await.unwrap();
    assert_eq!(find(&*harness.store(), &fresh).await, Some(fresh));
}

/// Of many decisions at once about one version of an order, one is applied, with one step and one event.
pub async fn of_many_writers_of_one_version_one_wins<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let order = an_order().build();
    given(&*harness.store(), std::slice::from_ref(&order)).await;
    let results = at_once((0..16).map(|n| {
        let (store, order) = (harness.store(), order.clone());
        async move {
            let (approved, write) = stepped(&order, Action::Approve, Status::Approved);
            store.commit(Commit { events: vec![event_of(&approved, n + 1)], ..Commit::of(vec![write]) }).await
        }
    }))
    .await;

    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert_eq!(results.iter().filter(|result| matches!(result, Err(CommitError::Stale))).count(), 15);
    assert_eq!(harness.queries().history(order.id).await.unwrap().len(), 2);
    assert_eq!(waiting_events(&*harness.outbox()).await.len(), 1);
}

/// Commits that are written together do not share a fate.
pub async fn of_64_concurrent_commits_the_62_good_ones_are_applied<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let known = an_order().numbered(1000).build();
    given(&*harness.store(), std::slice::from_ref(&known)).await;
    let (_, stale) =
        stepped(&Order { version: Version(9), ..known.clone() }, Action::Cancel, Status::Cancelled);
    let writes: Vec<OrderWrite> = (0..64)
        .map(|n| match n {
            20 => stale.clone(),
            40 => inserted(&known),
            n => inserted(&an_order().numbered(n).build()),
        })
        .collect();
    let results = at_once(writes.into_iter().zip(0..).map(|(write, n)| {
        let store = harness.store();
        let event = an_event().numbered(n).about(n).build();
        async move { store.commit(Commit { events: vec![event], ..Commit::of(vec![write]) }).await }
    }))
    .await;

    for (n, result) in (0_u64..).zip(&results) {
        match n {
            20 => assert!(matches!(result, Err(CommitError::Stale)), "{result:?}"),
            40 => assert!(matches!(result, Err(CommitError::Taken(Name::Id))), "{result:?}"),
            _ => assert!(result.is_ok(), "commit {n}: {result:?}"),
        }
        let order = harness.store().find(OrderId(id(n))).await.unwrap();
        assert_eq!(order.is_some(), result.is_ok(), "commit {n}");
    }
    let mut told: Vec<_> = waiting_events(&*harness.outbox()).await.iter().map(|event| event.key).collect();
    told.sort_unstable();
    let expected: Vec<_> = (0..64).filter(|n| ![20, 40].contains(n)).map(id).collect();
    assert_eq!(told, expected);
}

/// The first outcome is given to whoever repeats a request, whatever else the repeat says.
pub async fn a_repeated_request_gets_the_first_outcome<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let [first, second] = [1, 2].map(|n| an_order().numbered(n).build());
    let placing = |order: &Order, print: Fingerprint| Commit {
        events: vec![event_of(order, order.id.0.as_u64_pair().1)],
        once: Some(Once::Request {
            key: request("key"),
            fingerprint: print,
            outcome: json!({ "order": order.id }),
            at: at_s(0),
        }),
        ..Commit::of(vec![inserted(order)])
    };
    harness.store().commit(placing(&first, fingerprint(1))).await.unwrap();
    let expected = Outcome { fingerprint: Some(fingerprint(1)), value: json!({ "order": first.id }) };
    for print in [fingerprint(1), fingerprint(2)] {
        match harness.store().commit(placing(&second, print)).await {
            Err(CommitError::Repeated(outcome)) => assert_eq!(outcome, expected),
            other => panic!("a repeat was not refused: {other:?}"),
        }
    }
    assert_eq!(harness.store().find_outcome(&request("key")).await.unwrap(), Some(expected));
    assert_eq!(find(&*harness.store(), &second).await, None);
    assert_eq!(waiting_events(&*harness.outbox()).await.len(), 1);
}

/// A retry of something that moved the version finds that version moved; it must learn that it had its effect.
pub async fn a_repeated_request_is_told_so_although_its_writes_are_stale<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let order = an_order().build();
    given(&*harness.store(), std::slice::from_ref(&order)).await;
    let (_, write) = stepped(&order, Action::Approve, Status::Approved);
    let commit = Commit { once: Some(a_request("key", json!("approved"))), ..Commit::of(vec![write]) };
    harness.store().commit(commit.clone()).await.unwrap();
    match harness.store().commit(commit).await {
        Err(CommitError::Repeated(outcome)) => assert_eq!(outcome.value, json!("approved")),
        other => panic!("a repeat was not refused as such: {other:?}"),
    }
}

/// A request that was refused may come again under the same key.
pub async fn a_refused_request_does_not_use_up_its_key<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let (order, stale) = stepped(&an_order().build(), Action::Approve, Status::Approved);
    let once = Some(a_request("key", Value::Null));
    let refused = harness.store().commit(Commit { once: once.clone(), ..Commit::of(vec![stale]) }).await;
    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    harness.store().commit(Commit { once, ..Commit::of(vec![inserted(&order)]) }).await.unwrap();
    assert_eq!(find(&*harness.store(), &order).await, Some(order));
}

/// However many copies of a request arrive together, one takes effect and the others learn its outcome.
pub async fn of_equal_requests_at_once_one_takes_effect<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let results = at_once((1..=16).map(|n| {
        let store = harness.store();
        let order = an_order().numbered(n).build();
        async move {
            let once = Some(a_request("key", json!(order.id)));
            store.commit(Commit { once, ..Commit::of(vec![inserted(&order)]) }).await.map(|()| order.id)
        }
    }))
    .await;
    let winners: Vec<OrderId> = results.iter().filter_map(|result| result.as_ref().ok().copied()).collect();
    let [winner] = winners[..] else { panic!("{} requests took effect: {results:?}", winners.len()) };
    for result in &results {
        match result {
            Ok(id) => assert_eq!(*id, winner),
            Err(CommitError::Repeated(outcome)) => assert_eq!(outcome.value, json!(winner)),
            Err(other) => panic!("a copy was not told that it is one: {other:?}"),
        }
    }
    for n in 1..=16 {
        let order = harness.store().find(OrderId(id(n))).await.unwrap();
        assert_eq!(order.is_some(), OrderId(id(n)) == winner);
    }
}

/// Nobody meets another's keys, nor their own from another operation.
pub async fn a_key_belongs_to_its_principal_and_operation<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let longest = "~".repeat(255);
    let keys = [
        request("key"),
        request("KEY"),
        request(&longest),
        RequestKey { principal: "user:other".to_owned(), ..request("key") },
        RequestKey { operation: "order.approve 1".to_owned(), ..request("key") },
    ];
    for (key, n) in keys.iter().zip(1_u8..) {
        let once =
            Once::Request { key: key.clone(), fingerprint: fingerprint(n), outcome: json!(n), at: at_s(0) };
        let commit = Commit { once: Some(once), ..Commit::of(vec![]) };
        harness.store().commit(commit).await.unwrap();
    }
    for (key, n) in keys.iter().zip(1_u8..) {
        let outcome = harness.store().find_outcome(key).await.unwrap().unwrap();
        assert_eq!(outcome, Outcome { fingerprint: Some(fingerprint(n)), value: json!(n) });
    }
}

/// A message that is delivered again has no second effect; another consumer has its own.
pub async fn a_message_takes_effect_once_per_consumer<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let commit = |n: u64, once: Once| Commit {
        events: vec![an_event().numbered(n).build()],
        once: Some(once),
        ..Commit::of(vec![inserted(&an_order().numbered(n).build())])
    };
    harness.store().commit(commit(1, message("one", 7))).await.unwrap();
    match harness.store().commit(commit(2, message("one", 7))).await {
        Err(CommitError::Repeated(outcome)) => {
            assert_eq!(outcome, Outcome { fingerprint: None, value: Value::Null });
        }
        other => panic!("a redelivered message was not refused: {other:?}"),
    }
    harness.store().commit(commit(3, message("two", 7))).await.unwrap();
    harness.store().commit(commit(4, message("one", 8))).await.unwrap();
    let mut written = Vec::new();
    for n in 1..=4 {
        written.push(harness.store().find(OrderId(id(n))).await.unwrap().is_some());
    }
    assert_eq!(written, [true, false, true, true]);
}
