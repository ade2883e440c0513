//! Amending orders, and the version that a change is based on.

use eop_api_contract::client::Call;
use eop_core::order::model::Status;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World, alice, approver, bob, id_of};

fn amend<'a>(world: &'a World, order: &Value) -> Call<'a> {
    world.call("amendOrder").sent_by(&alice()).on(id_of(order))
}

/// A note that a placed order does not have.
fn elsewhere() -> Value {
    json!({ "note": "Please leave it with the neighbour" })
}

#[tokio::test]
async fn an_amended_order_has_the_next_version() {
    let world = World::new();
    let order = world.placed().await;
    let reply = amend(&world, &order).header("if-match", "\"1\"").json(&elsewhere()).send().await.expect(200);
    reply.matches(EXCHANGES, "amendOrder");
    assert_eq!(reply.header("etag"), Some("\"2\""));
    assert_eq!(reply.json()["note"], elsewhere()["note"]);
}

#[tokio::test]
async fn the_version_must_be_said_and_be_the_present_one() {
    let world = World::new();
    let order = world.placed().await;
    drop(amend(&world, &order).example().send().await.refused(428, "order.version_required"));
    drop(amend(&world, &order).header("if-match", "\"1\"").json(&elsewhere()).send().await.expect(200));
    let stale = amend(&world, &order).header("if-match", "\"1\"").json(&elsewhere()).send().await;
    let stale = stale.refused(412, "order.version_mismatch");
    assert_eq!(stale.header("etag"), Some("\"2\""));
    let bare = amend(&world, &order).header("if-match", "2").json(&elsewhere()).send().await;
    drop(bare.refused(400, "precondition.malformed"));
    let same = amend(&world, &order).header("if-match", "\"2\"").json(&elsewhere()).send().await.expect(200);
    assert_eq!(same.header("etag"), Some("\"2\""), "what is so already is no change");
}

#[tokio::test]
async fn null_removes_a_note_and_what_is_absent_stays() {
    let world = World::new();
    let order = world.placed().await;
    let change = |version: u8, body: Value| {
        amend(&world, &order).header("if-match", &format!("\"{version}\"")).json(&body).send()
    };
    let without = change(1, json!({ "note": null })).await.expect(200).json();
    assert_eq!((&without["note"], &without["lines"]), (&Value::Null, &order["lines"]));
    let line =
        json!({ "sku": "a", "name": "A", "quantity": 3, "unit_price": { "amount": 5, "currency": "EUR" } });
    let other = change(2, json!({ "lines": [line] })).await.expect(200).json();
    assert_eq!(
        (&other["total"]["amount"], &other["shipping_address"]),
        (&json!(15), &order["shipping_address"])
    );
    let nothing = change(3, json!({})).await;
    assert_eq!(nothing.status(), 422, "{nothing}");
}

#[tokio::test]
async fn only_a_waiting_order_is_amended_and_only_by_its_owner() {
    let world = World::new();
    let order = world.placed().await;
    let by_bob = world.call("amendOrder").sent_by(&bob()).on(id_of(&order)).header("if-match", "\"1\"");
    drop(by_bob.example().send().await.refused(404, "order.not_found"));
    let approve = world.call("approveOrder").sent_by(&approver()).on(id_of(&order)).example();
    drop(approve.send().await.expect(200));
    let late = amend(&world, &order).header("if-match", "\"2\"").example().send().await;
    let late = late.refused(409, "order.transition_refused").json();
    assert_eq!((&late["status"], &late["allowed_actions"]), (&json!(409), &json!(["cancel"])));
    assert_eq!(late["current_status"], Status::Approved.as_str());
}
