//! One deed for many orders.

use eop_core::order::model::Status;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World, alice, approver, fulfilment};

fn results(body: &Value) -> Vec<String> {
    let one = |result: &Value| {
        let code = result["code"].as_str().or(result["order"]["status"].as_str()).unwrap();
        format!("{} {code}", result["status"])
    };
    body["results"].as_array().unwrap().iter().map(one).collect()
}

#[tokio::test]
async fn each_order_has_its_own_outcome() {
    let world = World::new();
    let good = world.order_of(alice().id, Status::Created).await;
    let late = world.order_of(alice().id, Status::Shipped).await;
    let own = world.order_of(approver().id, Status::Created).await;
    let body = json!({ "action": "approve", "ids": [good.id, late.id, own.id], "note": "All checked" });
    let reply = world.call("actOnOrders").sent_by(&approver()).json(&body).send().await.expect(207);
    reply.matches(EXCHANGES, "actOnOrders");
    let body = reply.json();
    assert_eq!(results(&body), ["200 APPROVED", "409 order.transition_refused", "403 order.own_order"]);
    assert_eq!((&body["succeeded"], &body["failed"]), (&json!(1), &json!(2)));
    assert_eq!(body["results"][0]["order"]["version"], 2);
}

#[tokio::test]
async fn a_repeated_request_is_marked_and_another_one_needs_another_key() {
    let world = World::new();
    let order = world.order_of(alice().id, Status::Approved).await;
    let ship = |carrier: &str| {
        let body = json!({ "action": "ship", "ids": [order.id], "carrier": carrier });
        world.call("actOnOrders").sent_by(&fulfilment()).header("idempotency-key", "k").json(&body).send()
    };
    let first = ship("DHL").await.expect(207);
    assert_eq!(first.header("idempotent-replayed"), None);
    let again = ship("DHL").await.expect(207);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(again.json(), first.json());
    drop(ship("UPS").await.refused(422, "idempotency.key_reused"));
}

#[tokio::test]
async fn a_dry_run_changes_nothing() {
    let world = World::new();
    let order = world.order_of(alice().id, Status::Created).await;
    let body = json!({ "action": "reject", "ids": [order.id], "reason": "fraud", "dry_run": true });
    let reply = world.call("actOnOrders").sent_by(&approver()).json(&body).send().await.expect(207).json();
    assert_eq!((results(&reply), &reply["dry_run"]), (vec!["200 REJECTED".to_owned()], &json!(true)));
    let shown = world.call("getOrder").sent_by(&alice()).on(order.id).send().await.expect(200).json();
    assert_eq!(shown["status"], "CREATED");
}

#[tokio::test]
async fn what_the_action_does_not_take_is_refused_before_anything_is_done() {
    let world = World::new();
    let order = world.order_of(alice().id, Status::Created).await;
    let ask = |body: Value| world.call("actOnOrders").sent_by(&approver()).json(&body).send();
    let reply = ask(json!({ "action": "approve", "ids": [order.id, order.id], "carrier": "DHL" })).await;
    assert_eq!(reply.refused(422, "order.invalid").refused_values(), ["/ids/1 repeated"]);
    let reply = ask(json!({ "action": "approve", "ids": [order.id], "carrier": "DHL" })).await;
    assert_eq!(reply.refused(422, "order.invalid").refused_values(), ["/carrier not_allowed"]);
    let reply = ask(json!({ "action": "expire", "ids": [order.id] })).await;
    drop(reply.refused(422, "request.invalid_body"));
    let reply = ask(json!({ "action": "ship", "ids": [order.id], "carrier": "DHL" })).await;
    drop(reply.refused(403, "access.denied"));
}
