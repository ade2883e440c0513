//! Reading orders: one, lists, history.

use std::time::Duration;

use eop_api_contract::reply::Reply;
use eop_api_contract::system;
use eop_core::order::model::Status;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World, alice, approver, bob, id_of, support};

async fn list(world: &World, query: &str) -> Reply {
    world.call("listOrders").sent_by(&alice()).query(query).send().await
}

/// The ids on a page.
fn ids(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|item| id_of(item).to_owned()).collect()
}

#[tokio::test]
async fn an_order_is_shown_to_its_owner_and_to_staff_only() {
    let world = World::new();
    let order = world.placed().await;
    let get = |caller| world.call("getOrder").sent_by(&caller).on(id_of(&order)).send();
    let hers = get(alice()).await.expect(200);
    hers.matches(EXCHANGES, "getOrder");
    assert_eq!(hers.json()["allowed_actions"], json!(["amend", "cancel"]));
    assert_eq!(get(support()).await.expect(200).json()["allowed_actions"], json!(["amend", "cancel"]));
    let theirs = get(approver()).await.expect(200);
    assert_eq!(theirs.json()["allowed_actions"], json!(["approve", "reject", "cancel"]));

    let his = get(bob()).await.refused(404, "order.not_found");
    let nobodys = world.call("getOrder").sent_by(&bob()).send().await.refused(404, "order.not_found");
    assert_eq!(his.json()["detail"], nobodys.json()["detail"], "whether an order exists is not told");
}

#[tokio::test]
async fn an_order_is_found_by_its_number_too() {
    let world = World::new();
    let order = world.placed().await;
    let number = order["number"].as_str().unwrap();
    let get = |caller, number: &str| world.call("getOrder").sent_by(&caller).on(number).send();
    assert_eq!(get(alice(), number).await.expect(200).json(), order);
    assert_eq!(get(support(), &number.to_lowercase()).await.expect(200).json()["id"], order["id"]);
    drop(get(bob(), number).await.refused(404, "order.not_found"));
    let beginning = &number[..number.len() - 1];
    drop(get(support(), beginning).await.refused(400, "request.invalid_path"));
    drop(get(support(), &format!("{number}0")).await.refused(404, "order.not_found"));
}

#[tokio::test]
async fn a_list_shows_every_order_once_page_by_page() {
    let world = World::new();
    let mut all = Vec::new();
    for _ in 0..5 {
        all.insert(0, world.order_of(alice().id, Status::Created).await.id.to_string());
        world.order_of(bob().id, Status::Created).await;
    }
    let first = list(&world, "limit=2&count=exact").await.expect(200).json();
    assert_eq!((first["total"].as_u64(), ids(&first)), (Some(5), all[..2].to_vec()));
    let mut seen = ids(&first);
    let mut page = first;
    while let Some(cursor) = page["next_cursor"].as_str() {
        page = list(&world, &format!("limit=2&cursor={cursor}")).await.expect(200).json();
        assert!(page.get("total").is_none(), "nobody asked for a count");
        seen.extend(ids(&page));
    }
    assert_eq!(seen, all);
}

#[tokio::test]
async fn the_list_of_an_owner() {
    let world = World::new();
    world.order_of(alice().id, Status::Created).await;
    world.order_of(bob().id, Status::Created).await;
    list(&world, "limit=1&sort=-total&count=exact").await.expect(200).matches(EXCHANGES, "listOrders");
}

#[tokio::test]
async fn a_cursor_leads_nowhere_but_on() {
    let world = World::new();
    for _ in 0..3 {
        world.order_of(alice().id, Status::Created).await;
    }
    let page = list(&world, "limit=1").await.expect(200).json();
    let cursor = page["next_cursor"].as_str().unwrap();
    drop(list(&world, &format!("cursor={cursor}")).await.expect(200));
    for query in ["sort=total&", "status=CREATED&", "q=ORD&"] {
        let reply =
            list(&world, &format!("{query}cursor={cursor}")).await.refused(422, "page.cursor_invalid");
        assert_eq!(reply.refused_values(), ["cursor cursor_invalid"]);
    }
    let altered = format!("A{}", &cursor[1..]);
    let altered = if altered == cursor { format!("B{}", &cursor[1..]) } else { altered };
    drop(list(&world, &format!("cursor={altered}")).await.refused(422, "page.cursor_invalid"));
    let elsewhere = World::with_cursors("somebody else's secret");
    drop(list(&elsewhere, &format!("cursor={cursor}")).await.refused(422, "page.cursor_invalid"));
}

#[tokio::test]
async fn a_list_is_filtered_and_sorted() {
    let world = World::new();
    let created = world.order_of(alice().id, Status::Created).await;
    let shipped = world.order_of(alice().id, Status::Shipped).await;
    let find = |query: &'static str| async { ids(&list(&world, query).await.expect(200).json()) };
    let (created_id, shipped_id) = (created.id.to_string(), shipped.id.to_string());
    assert_eq!(find("status=SHIPPED,DELIVERED").await, [shipped_id.as_str()]);
    assert_eq!(find("sort=created_at").await, [created_id.as_str(), shipped_id.as_str()]);
    assert_eq!(find("sort=-number").await, [shipped_id.as_str(), created_id.as_str()]);
    assert_eq!(find("total_min=2000").await, [""; 0]);
    assert_eq!(find("currency=USD").await, [""; 0]);
    assert_eq!(find("created_to=2020-01-01T00:00:00Z").await, [""; 0]);
    assert_eq!(find("q=ORD-2026-").await.len(), 2);
    assert_eq!(find("q=article").await, [""; 0], "what it is found by is written a moment after it");
    world.make_findable().await;
    assert_eq!(find("q=ARTICLE%20sku").await.len(), 2);
    assert_eq!(find("q=PERSON&sort=created_at").await, [created_id.as_str(), shipped_id.as_str()]);
    assert_eq!(find("q=Person%202").await, [""; 0]);
    assert_eq!(find("sku=SKU-1&country=DE&status=SHIPPED").await, [shipped_id.as_str()]);
    assert_eq!(find("country=FR").await, [""; 0]);
    assert_eq!(find("carrier=DHL").await, [""; 0]);
}

#[tokio::test]
async fn customers_see_their_own_orders_whatever_they_ask_for() {
    let world = World::new();
    let hers = world.order_of(alice().id, Status::Created).await;
    let his = world.order_of(bob().id, Status::Created).await;
    let query = format!("customer_id={}&count=exact", bob().id);
    let nothing = list(&world, &query).await.expect(200).json();
    assert_eq!(nothing, json!({ "items": [], "next_cursor": null, "total": 0 }));
    let by_staff = world.call("listOrders").sent_by(&support()).query(&query).send().await.expect(200).json();
    assert_eq!(ids(&by_staff), [his.id.to_string()]);
    let own = list(&world, &format!("customer_id={}", alice().id)).await.expect(200).json();
    assert_eq!(ids(&own), [hers.id.to_string()]);
}

#[tokio::test]
async fn the_history_tells_who_did_what_when_and_why() {
    let world = World::new();
    let order = world.placed().await;
    world.clock.advance(Duration::from_mins(5));
    let reject = world.call("rejectOrder").sent_by(&approver()).on(id_of(&order)).example();
    drop(reject.send().await.expect(200));
    let history = world.call("listOrderHistory").sent_by(&alice()).on(id_of(&order)).send().await.expect(200);
    history.matches(EXCHANGES, "listOrderHistory");
    let steps = history.json()["items"].as_array().unwrap().len();
    assert_eq!(steps, 2);
}

#[tokio::test]
async fn without_a_database_every_operation_that_needs_it_says_when_to_try_again() {
    let world = World::new();
    let order = world.placed().await;
    world.database.set_available(false);
    for operation in world.api.document().operations() {
        let call = world.api.call_of(operation).sent_by(&crate::world::admin());
        if system::has(operation) {
            // What a process remembers is in memory: it is asked when a database is away.
            drop(call.send().await.expect(200));
            continue;
        }
        let call = if operation.id.ends_with("OutboxMessage") { call } else { call.on(id_of(&order)) };
        let call = if operation.body.is_some() { call.example() } else { call };
        let reply = call.header("if-match", "\"1\"").send().await;
        drop(reply.refused(503, "store.unavailable"));
    }
}

#[tokio::test]
async fn customers_count_their_own_orders_and_staff_all() {
    let world = World::new();
    for (owner, status) in
        [(alice().id, Status::Created), (alice().id, Status::Shipped), (bob().id, Status::Created)]
    {
        world.order_of(owner, status).await;
    }
    let count =
        |caller, query: &'static str| world.call("getOrderStatistics").sent_by(&caller).query(query).send();
    let hers = count(alice(), "days=2").await.expect(200);
    hers.matches(EXCHANGES, "getOrderStatistics");
    let one = |status: &str, orders: u64| json!({"status": status, "orders": orders});
    assert_eq!(hers.json()["statuses"], json!([one("CREATED", 1), one("SHIPPED", 1)]));
    let all = count(support(), "days=1&utc_offset_minutes=-480").await.expect(200).json();
    assert_eq!(all["statuses"], json!([one("CREATED", 2), one("SHIPPED", 1)]));
    assert_eq!(all["days"][0]["statuses"], all["statuses"], "all of them were placed today");
    for (query, parameter) in
        [("days=0", "days"), ("days=91", "days"), ("utc_offset_minutes=841", "utc_offset_minutes")]
    {
        let refused = count(alice(), query).await.refused(400, "request.invalid_parameter");
        assert_eq!(refused.json()["errors"][0]["field"], parameter);
    }
}

#[tokio::test]
async fn staff_see_which_events_of_an_order_wait() {
    let world = World::new();
    let order = world.placed().await;
    let get = |caller| world.call("listOrderEvents").sent_by(&caller).on(id_of(&order)).send();
    let waiting = get(support()).await.expect(200);
    waiting.matches(EXCHANGES, "listOrderEvents");
    assert_eq!(waiting.json()["items"][0]["subject"], order["id"]);
    drop(get(alice()).await.refused(403, "access.denied"));
    drop(get(bob()).await.refused(404, "order.not_found"));
}
