//! Orders as a file.

use eop_core::order::model::Status;

use crate::world::{EXCHANGES, World, alice, bob, support};

#[tokio::test]
async fn orders_are_exported_as_the_list_has_them() {
    let world = World::new();
    let first = world.order_of(alice().id, Status::Created).await;
    world.order_of(bob().id, Status::Shipped).await;
    let reply =
        world.call("exportOrders").sent_by(&support()).query("status=CREATED").send().await.expect(200);
    reply.matches(EXCHANGES, "exportOrders");
    assert_eq!(reply.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
    assert_eq!(reply.header("content-disposition"), Some("attachment; filename=\"orders.csv\""));
    let text = reply.text();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(
        text.lines().nth(1).unwrap().starts_with(&format!("{},{},CREATED,", first.number, first.id)),
        "{text}"
    );
}

#[tokio::test]
async fn lines_and_a_mark_for_spreadsheets_are_had_on_request() {
    let world = World::new();
    world.order_of(alice().id, Status::Created).await;
    let reply =
        world.call("exportOrders").sent_by(&alice()).query("rows=line&bom=true").send().await.expect(200);
    let text = reply.text();
    assert!(text.starts_with("\u{feff}number,id,"), "{text}");
    assert!(text.contains(",1,sku-1,Article sku-1,1,19.99,19.99\r\n"), "{text}");
}

#[tokio::test]
async fn what_is_not_a_filter_is_refused_before_the_file_begins() {
    let world = World::new();
    let ask = |query: &'static str| world.call("exportOrders").sent_by(&support()).query(query).send();
    drop(ask("limit=5").await.refused(400, "request.unknown_parameter"));
    drop(ask("rows=pages").await.refused(400, "request.invalid_parameter"));
    world.database.set_available(false);
    drop(ask("").await.refused(503, "store.unavailable"));
}
