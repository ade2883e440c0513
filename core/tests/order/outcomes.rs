//! What was stored as the answer to a request is read by other versions of the service, older and newer ones, for as long
//! as keys are kept. `golden/outcomes.json` holds it as it was stored before it said its form, and never changes;
//! `golden/outcomes.v1.json` holds it as it is stored now.

use eop_contract::fixture::at_s;
use eop_core::kernel::actor::Actor;
use eop_core::kernel::commit::{Commit, Once, RequestKey};
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::order::command::{ActOnOrder, PlaceOrder, WriteNote};
use eop_core::order::event::OrderSnapshot;
use eop_core::order::model::{Action, Note, Order, Visibility};
use eop_core::order::port::OrderStore;
use serde_json::{Map, Value, json};

use crate::golden;
use crate::support::{Desk, a_desk, alice, an_order_command, approver, deed, doing, fulfilment, key};

/// A row of a database from before forms had numbers, word for word.
const ROW: &str = r#"{"approved_at":null,"created_at":"2026-11-28T03:32:03.325418Z","created_by":{"id":"019cb6f1-0000-7000-8000-0000000000e6","kind":"user"},"customer_id":"019cb6f1-0000-7000-8000-0000000000e6","delivered_at":null,"id":"01a22035-c083-7393-9327-27d50366c35a","lines":[{"name":"Article chair","quantity":2,"sku":"chair","unit_price":{"amount":1999,"currency":"EUR"}}],"metadata":{"cart":{"items":[1,"two",null,0.5]}},"note":"ring twice","number":"ORD-2026-000014","reason":null,"shipment":null,"shipping_address":{"city":"Hong Kong","country":"HK","line1":"1 Main Street","line2":null,"name":"Alice Example","postal_code":"","region":null},"status":"CREATED","total":{"amount":3998,"currency":"EUR"},"updated_at":"2026-11-28T03:32:03.325418Z","version":1}"#;

/// As it was stored first.
fn stored(operation: &str) -> Value {
    let golden: Value = serde_json::from_str(include_str!("../golden/outcomes.json")).unwrap();
    golden[operation].clone()
}

/// In every form in which it was ever stored: what it says, and how it is stored, also by a newer version.
fn ever_stored(operation: &str) -> Vec<(Value, Value)> {
    let today: Value = serde_json::from_str(include_str!("../golden/outcomes.v1.json")).unwrap();
    let all = [stored(operation), today[operation].clone()];
    all.iter().flat_map(|said| [(said.clone(), said.clone()), (said.clone(), with_more(said))]).collect()
}

fn request_key(actor: &Actor, operation: &str) -> RequestKey {
    let who = actor.as_ref();
    let principal = format!("{}:{}", who.kind.as_str(), who.id);
    RequestKey { principal, operation: operation.to_owned(), key: "k".to_owned() }
}

/// What another version answered to the request `k` of `actor`.
async fn answered_before(desk: &Desk, actor: &Actor, operation: &str, outcome: Value) {
    let fingerprint = key("k", 1).fingerprint;
    let once = Some(Once::Request { key: request_key(actor, operation), fingerprint, outcome, at: at_s(0) });
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

fn of_order(order: &Order) -> Value {
    serde_json::to_value(OrderSnapshot::from(order)).unwrap()
}

fn of_note(note: &Note) -> Value {
    let Note { id, order, visibility, text, author, created_at } = note;
    json!({ "id": id, "order": order, "visibility": visibility, "text": text, "author": author, "created_at": created_at })
}

/// Everything that was said is in the answer; the form is not.
fn assert_holds(answer: &Value, stored: &Value, place: &str) {
    match (answer, stored) {
        (Value::Object(answer), Value::Object(stored)) => {
            for (name, value) in stored.iter().filter(|(name, _)| *name != "v") {
                assert_holds(&answer[name], value, &format!("{place}/{name}"));
            }
        }
        _ => assert_eq!(answer, stored, "{place}"),
    }
}

fn placing() -> PlaceOrder {
    PlaceOrder { idempotency: Some(key("k", 1)), ..an_order_command() }
}

fn writing(order: &Order) -> WriteNote {
    let text = "ring twice".to_owned();
    WriteNote { order: order.id, visibility: Visibility::Public, text, idempotency: Some(key("k", 1)) }
}

#[tokio::test]
async fn an_order_that_another_version_placed_is_answered_again() {
    for (first, outcome) in ever_stored("order.place") {
        let desk = a_desk();
        answered_before(&desk, &alice(), "order.place", outcome).await;
        let again = desk.orders.place(&alice(), placing()).await.unwrap();
        assert!(again.replayed);
        assert_holds(&of_order(&again.order), &first, "");
    }
}

#[tokio::test]
async fn a_row_from_before_forms_had_numbers_is_answered_word_for_word() {
    let desk = a_desk();
    answered_before(&desk, &alice(), "order.place", serde_json::from_str(ROW).unwrap()).await;
    let again = desk.orders.place(&alice(), placing()).await.unwrap();
    assert!(again.replayed);
    assert_eq!(of_order(&again.order).to_string(), ROW);
}

#[tokio::test]
async fn a_deed_of_another_version_is_answered_again() {
    for (first, outcome) in ever_stored("order.approve") {
        let desk = a_desk();
        let order = desk.placed().await;
        desk.act(&approver(), order.id, deed(Action::Approve)).await.unwrap();
        desk.act(&fulfilment(), order.id, deed(Action::Ship)).await.unwrap();
        answered_before(&desk, &approver(), &format!("order.approve {}", order.id), outcome).await;
        let approve = ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(Action::Approve)) };
        let again = desk.orders.act(&approver(), approve).await.unwrap();
        assert!(again.replayed);
        assert_holds(&of_order(&again.order), &first, "");
    }
}

#[tokio::test]
async fn a_note_of_another_version_is_answered_again() {
    for (first, outcome) in ever_stored("note.write") {
        let desk = a_desk();
        let order = desk.placed().await;
        answered_before(&desk, &alice(), &format!("note.write {}", order.id), outcome).await;
        let again = desk.orders.write_note(&alice(), writing(&order)).await.unwrap();
        assert!(again.replayed);
        assert_holds(&of_note(&again.value), &first, "");
    }
}

/// This version cannot give that answer; the one that stored it can, and is there.
#[tokio::test]
async fn an_answer_in_words_of_a_newer_version_is_left_to_it() {
    for (member, word) in [("status", json!("ON_HOLD")), ("v", json!(2))] {
        let desk = a_desk();
        let mut outcome = stored("order.place");
        outcome[member] = word.clone();
        answered_before(&desk, &alice(), "order.place", outcome).await;
        let refused = desk.orders.place(&alice(), placing()).await.unwrap_err();
        assert_eq!((refused.kind(), refused.code()), (ErrorKind::Unavailable, "store.newer"));
        assert!(refused.to_string().contains(word.as_str().unwrap_or("form 2")), "{refused}");
        assert!(desk.database.events().is_empty(), "nothing was placed a second time");
    }
}

/// What is stored is held to the file, in which members may come and none may go, so that a version beside this one can
/// read it: the one before knew no form, and reads the same members.
#[tokio::test]
async fn what_is_stored_stays_as_it_is() {
    let desk = a_desk();
    let mut current = Map::new();
    let order = desk.orders.place(&alice(), placing()).await.unwrap().order;
    let approve = ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(Action::Approve)) };
    desk.orders.act(&approver(), approve).await.unwrap();
    desk.orders.write_note(&alice(), writing(&order)).await.unwrap();
    for (actor, operation, target) in [
        (alice(), "order.place", String::new()),
        (approver(), "order.approve", format!(" {}", order.id)),
        (alice(), "note.write", format!(" {}", order.id)),
    ] {
        let at = request_key(&actor, &format!("{operation}{target}"));
        let outcome = desk.database.find_outcome(&at).await.unwrap().unwrap().value;
        let names = |value: &Value| -> Vec<String> {
            let members = value.as_object().unwrap().keys().filter(|name| *name != "v");
            members.cloned().collect()
        };
        assert_eq!(names(&outcome), names(&stored(operation)), "{operation}");
        current.insert(operation.to_owned(), outcome);
    }
    golden::assert_kept("outcomes.v1.json", &current);
}
