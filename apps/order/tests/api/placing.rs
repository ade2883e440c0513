//! Placing orders.

use eop_api_contract::reply::Reply;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World, alice, bob, id_of, support};

/// The draft of the document's example, changed by `change`.
fn draft(world: &World, change: impl FnOnce(&mut Value)) -> Value {
    let mut draft = world.api.document().find("placeOrder").example.clone().unwrap();
    change(&mut draft);
    draft
}

/// The answer to alice's draft, changed by `change`.
async fn answer(world: &World, change: impl FnOnce(&mut Value)) -> Reply {
    world.call("placeOrder").sent_by(&alice()).json(&draft(world, change)).send().await
}

#[tokio::test]
async fn a_placed_order_is_where_the_answer_says() {
    let world = World::new();
    let reply = world.call("placeOrder").sent_by(&alice()).example().send().await.expect(201);
    reply.matches(EXCHANGES, "placeOrder");
    let order = reply.json();
    assert_eq!(reply.header("location").unwrap(), format!("/api/v1/orders/{}", id_of(&order)));
    assert_eq!(reply.header("etag"), Some("\"1\""));
    assert_eq!(reply.header("idempotent-replayed"), None);
    let read = world.call("getOrder").sent_by(&alice()).on(id_of(&order)).send().await.expect(200);
    assert_eq!(read.json(), order);
    assert_eq!(read.header("etag"), Some("\"1\""));
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_order() {
    let world = World::new();
    let place = |body: String| {
        let call = world.call("placeOrder").sent_by(&alice()).header("idempotency-key", "first");
        call.body("application/json", body).send()
    };
    let first = place(draft(&world, |_| {}).to_string()).await.expect(201);
    let again = place(format!("{:#}\n", draft(&world, |_| {}))).await.expect(201);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(again.json(), first.json());
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(again.header("etag"), first.header("etag"));
    assert_eq!(world.database.events().len(), 1);

    let other = place(draft(&world, |draft| draft["note"] = json!("Another wish")).to_string()).await;
    drop(other.refused(422, "idempotency.key_reused"));
    assert_eq!(world.database.events().len(), 1);
}

#[tokio::test]
async fn keys_belong_to_people_and_a_refused_request_does_not_use_one_up() {
    let world = World::new();
    let call = || world.call("placeOrder").header("idempotency-key", "shared");
    let refused = call().sent_by(&alice()).json(&json!({ "lines": [] })).send().await;
    drop(refused.refused(422, "request.invalid_body"));
    let too_much = draft(&world, |draft| draft["lines"][0]["unit_price"]["currency"] = json!("USD"));
    drop(call().sent_by(&alice()).json(&too_much).send().await.refused(422, "order.invalid"));
    let hers = call().sent_by(&alice()).example().send().await.expect(201);
    let his = call().sent_by(&bob()).example().send().await.expect(201);
    assert_eq!((hers.header("idempotent-replayed"), his.header("idempotent-replayed")), (None, None));
    assert_ne!(id_of(&hers.json()), id_of(&his.json()));
}

#[tokio::test]
async fn staff_place_orders_for_customers_and_customers_only_for_themselves() {
    let world = World::new();
    let for_bob = draft(&world, |draft| draft["customer_id"] = json!(bob().id));
    let by = |caller| world.call("placeOrder").sent_by(&caller).json(&for_bob).send();
    let order = by(support()).await.expect(201).json();
    assert_eq!((&order["customer_id"], &order["created_by"]), (&json!(bob().id), &json!(support().id)));
    drop(by(bob()).await.expect(201));
    drop(by(alice()).await.refused(403, "access.denied"));
}

#[tokio::test]
async fn what_cannot_be_added_up_is_refused() {
    let world = World::new();
    let reply = answer(&world, |draft| draft["lines"][1]["unit_price"]["currency"] = json!("USD")).await;
    let mixed = reply.refused(422, "order.invalid").refused_values();
    assert_eq!(mixed, ["/lines/1/unit_price/currency mixed"]);
    let reply = answer(&world, |draft| {
        draft["lines"][0]["unit_price"]["amount"] = json!(9_007_199_254_740_991_i64);
        draft["lines"][0]["quantity"] = json!(10_000);
    });
    drop(reply.await.refused(422, "order.invalid"));
    assert_eq!(world.database.events(), []);
}

#[tokio::test]
async fn the_largest_amount_and_the_smallest_are_taken() {
    let world = World::new();
    for amount in [0, 9_007_199_254_740_991_i64] {
        let reply = answer(&world, |draft| {
            let line = json!({ "sku": "a", "name": "A", "quantity": 1, "unit_price": { "amount": amount, "currency": "EUR" } });
            draft["lines"] = json!([line]);
        });
        assert_eq!(reply.await.expect(201).json()["total"]["amount"], amount);
    }
}

#[tokio::test]
async fn metadata_is_free_but_not_endless() {
    let world = World::new();
    let kept = json!({ "a": [1, null, { "b": "ü" }], "": false });
    let reply = answer(&world, |draft| draft["metadata"] = kept.clone()).await.expect(201);
    assert_eq!(reply.json()["metadata"], kept);
    let reply = answer(&world, |draft| draft["metadata"] = json!({ "a": "x".repeat(5000) })).await;
    drop(reply.refused(422, "order.invalid"));
    let reply = answer(&world, |draft| draft["metadata"] = json!({ "a": "x\u{0}" })).await;
    assert_eq!(reply.status(), 422, "{reply}");
}

/// The value of a number is kept, and its spelling is not: each is given back in the shortest writing.
#[tokio::test]
async fn numbers_of_metadata_keep_their_value_however_they_are_written() {
    let world = World::new();
    let written = [
        ("1.10", "1.1"),
        ("5.0", "5.0"),
        ("5e0", "5.0"),
        ("1E3", "1000.0"),
        ("-0", "-0.0"),
        ("0.1000", "0.1"),
        ("9007199254740993", "9007199254740993"),
        ("18446744073709551615", "18446744073709551615"),
        ("667082108456853.2", "667082108456853.2"),
        ("100000000000000000000000", "1e+23"),
    ];
    for (given, kept) in written {
        let body = draft(&world, |draft| draft["metadata"] = json!({ "n": "@" })).to_string();
        let body = body.replace("\"@\"", given);
        let placed = world.call("placeOrder").sent_by(&alice()).body("application/json", body).send().await;
        let placed = placed.expect(201);
        let read =
            world.call("getOrder").sent_by(&alice()).on(id_of(&placed.json())).send().await.expect(200);
        for reply in [&placed, &read] {
            let member = format!("\"n\":{kept}}}");
            assert!(reply.text().contains(&member), "{given} is given back as another than {kept}: {reply}");
        }
    }
    for given in ["0.10000000000000000001", "9007199254740993.0", "18446744073709551617", "1e400"] {
        let body = draft(&world, |draft| draft["metadata"] = json!({ "n": "@" })).to_string();
        let body = body.replace("\"@\"", given);
        let refused = world.call("placeOrder").sent_by(&alice()).body("application/json", body).send().await;
        assert!(refused.refused(422, "request.invalid_body").text().contains("\"precision\""), "{given}");
    }
}
