//! What people say about orders.

use eop_api_contract::people::Caller;
use eop_api_contract::reply::Reply;
use serde_json::{Value, json};

use crate::world::{EXCHANGES, World, alice, bob, id_of, support};

async fn write(world: &World, order: &Value, caller: &Caller, visibility: &str) -> Reply {
    let body = json!({ "visibility": visibility, "text": "It arrives on Friday" });
    world.call("writeOrderNote").sent_by(caller).on(id_of(order)).json(&body).send().await
}

#[tokio::test]
async fn a_note_is_read_by_whom_it_is_for() {
    let world = World::new();
    let order = world.placed().await;
    write(&world, &order, &support(), "public").await.expect(201).matches(EXCHANGES, "writeOrderNote");
    drop(write(&world, &order, &support(), "internal").await.expect(201));
    let read = |caller: Caller| world.call("listOrderNotes").sent_by(&caller).on(id_of(&order)).send();
    let hers = read(alice()).await.expect(200);
    hers.matches(EXCHANGES, "listOrderNotes");
    assert_eq!(hers.json()["items"].as_array().unwrap().len(), 1);
    assert_eq!(read(support()).await.expect(200).json()["items"].as_array().unwrap().len(), 2);
    drop(read(bob()).await.refused(404, "order.not_found"));
}

#[tokio::test]
async fn many_notes_are_read_page_by_page() {
    let world = World::new();
    let (order, other) = (world.placed().await, world.placed().await);
    for _ in 0..5 {
        drop(write(&world, &order, &alice(), "public").await.expect(201));
    }
    let read = |order: &Value, query: &str| {
        world.call("listOrderNotes").sent_by(&alice()).on(id_of(order)).query(query).send()
    };
    let first = read(&order, "limit=3&count=exact").await.expect(200).json();
    assert_eq!((first["items"].as_array().unwrap().len(), &first["total"]), (3, &json!(5)));
    let cursor = first["next_cursor"].as_str().unwrap();
    let rest = read(&order, &format!("limit=3&cursor={cursor}")).await.expect(200).json();
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next_cursor"]), (2, &Value::Null));
    assert_ne!(rest["items"][0]["id"], first["items"][2]["id"]);
    drop(read(&other, &format!("cursor={cursor}")).await.refused(422, "page.cursor_invalid"));
}

#[tokio::test]
async fn customers_write_public_notes_on_their_own_orders() {
    let world = World::new();
    let order = world.placed().await;
    drop(write(&world, &order, &alice(), "public").await.expect(201));
    drop(write(&world, &order, &alice(), "internal").await.refused(403, "access.denied"));
    drop(write(&world, &order, &bob(), "public").await.refused(404, "order.not_found"));
}

#[tokio::test]
async fn a_repeated_note_is_written_once() {
    let world = World::new();
    let order = world.placed().await;
    let send = |text: &str| {
        let call =
            world.call("writeOrderNote").sent_by(&alice()).on(id_of(&order)).header("idempotency-key", "n");
        call.json(&json!({ "visibility": "public", "text": text })).send()
    };
    let first = send("hello").await.expect(201);
    let again = send("hello").await.expect(201);
    assert_eq!((again.header("idempotent-replayed"), again.json()), (Some("true"), first.json()));
    drop(send("hello again").await.refused(422, "idempotency.key_reused"));
}
