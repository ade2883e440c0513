//! What was stored as the answer to a request is read by other versions of the service, older and newer ones, for as long
//! as keys are kept. `golden/outcomes.json` holds it as it was stored first, and never changes.

use eop_contract::fixture::at_s;
use eop_core::kernel::actor::Actor;
use eop_core::kernel::commit::{Commit, Once, RequestKey};
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::order::command::{ActOnOrder, PlaceOrder, WriteNote};
use eop_core::order::model::{Action, Visibility};
use eop_core::order::port::OrderStore;
use serde_json::{Value, json};

use crate::support::{Desk, a_desk, alice, an_order_command, approver, deed, doing, fulfilment, key};

fn stored(operation: &str) -> Value {
    let golden: Value = serde_json::from_str(include_str!("../golden/outcomes.json")).unwrap();
    golden[operation].clone()
}

/// What another version answered to the request `k` of `actor`.
async fn answered_before(desk: &Desk, actor: &Actor, operation: &str, outcome: Value) {
    let who = actor.as_ref();
    let principal = format!("{}:{}", who.kind.as_str(), who.id);
    let at = RequestKey { principal, operation: operation.to_owned(), key: "k".to_owned() };
    let fingerprint = key("k", 1).fingerprint;
    let once = Some(Once::Request { key: at, fingerprint, outcome, at: at_s(0) });
    desk.database.commit(Commit { once, ..Commit::of(Vec::new()) }).await.unwrap();
}

/// The outcome of a newer version, which has something more in every place.
fn with_more(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let more = ("added_later".to_owned(), json!({ "by": ["a newer version"], "n": 1 }));
            members.iter().map(|(name, value)| (name.clone(), with_more(value))).chain([more]).collect()
        }
        Value::Array(items) => items.iter().map(with_more).collect(),
        other => other.clone(),
    }
}

/// Everything that was stored is in the answer.
fn assert_holds(answer: &Value, stored: &Value, place: &str) {
    match (answer, stored) {
        (Value::Object(answer), Value::Object(stored)) => {
            for (name, value) in stored {
                assert_holds(&answer[name], value, &format!("{place}/{name}"));
            }
        }
        _ => assert_eq!(answer, stored, "{place}"),
    }
}

fn placing() -> PlaceOrder {
    PlaceOrder { idempotency: Some(key("k", 1)), ..an_order_command() }
}

#[tokio::test]
async fn an_order_that_another_version_placed_is_answered_again() {
    let first = stored("order.place");
    for outcome in [first.clone(), with_more(&first)] {
        let desk = a_desk();
        answered_before(&desk, &alice(), "order.place", outcome).await;
        let again = desk.orders.place(&alice(), placing()).await.unwrap();
        assert!(again.replayed);
        assert_holds(&serde_json::to_value(&again.order).unwrap(), &first, "");
    }
}

#[tokio::test]
async fn a_deed_of_another_version_is_answered_again() {
    let first = stored("order.approve");
    for outcome in [first.clone(), with_more(&first)] {
        let desk = a_desk();
        let order = desk.placed().await;
        desk.act(&approver(), order.id, deed(Action::Approve)).await.unwrap();
        desk.act(&fulfilment(), order.id, deed(Action::Ship)).await.unwrap();
        answered_before(&desk, &approver(), &format!("order.approve {}", order.id), outcome).await;
        let approve = ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(Action::Approve)) };
        let again = desk.orders.act(&approver(), approve).await.unwrap();
        assert!(again.replayed);
        assert_holds(&serde_json::to_value(&again.order).unwrap(), &first, "");
    }
}

#[tokio::test]
async fn a_note_of_another_version_is_answered_again() {
    let first = stored("note.write");
    for outcome in [first.clone(), with_more(&first)] {
        let desk = a_desk();
        let order = desk.placed().await;
        answered_before(&desk, &alice(), &format!("note.write {}", order.id), outcome).await;
        let note = WriteNote {
            order: order.id,
            visibility: Visibility::Public,
            text: "ring twice".to_owned(),
            idempotency: Some(key("k", 1)),
        };
        let again = desk.orders.write_note(&alice(), note).await.unwrap();
        assert!(again.replayed);
        assert_holds(&serde_json::to_value(&again.value).unwrap(), &first, "");
    }
}

/// This version cannot give that answer; the one that stored it can, and is there.
#[tokio::test]
async fn an_answer_in_words_of_a_newer_version_is_left_to_it() {
    let desk = a_desk();
    let mut outcome = stored("order.place");
    outcome["status"] = json!("ON_HOLD");
    answered_before(&desk, &alice(), "order.place", outcome).await;
    let refused = desk.orders.place(&alice(), placing()).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Unavailable, "store.newer"));
    assert!(refused.to_string().contains("ON_HOLD"), "{refused}");
    assert!(desk.database.events().is_empty(), "nothing was placed a second time");
}
