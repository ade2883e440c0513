//! The events of orders as the other contexts read them.

use eop_contract::fixture::{at_s, euro, id, user};
use eop_core::kernel::actor::{Actor, ActorKind, ActorRef, Origin};
use eop_core::kernel::commit::Version;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::OrderId;
use eop_core::order::event::OrderData;
use eop_core::order::model::decision::{OrderRules, Situation, Standing};
use eop_core::order::model::{Address, Line, Order, Shipment, Status, TRANSITIONS};
use eop_memory::SequentialIds;
use serde_json::{Map, Value, json};

use crate::golden;
use crate::support::{a_desk, deed};

/// An order whose every field is filled. Whatever changes here changes the golden file, and must not.
fn filled() -> Order {
    let line = |sku: &str, quantity, cents| Line {
        sku: sku.to_owned(),
        name: format!("Article {sku}"),
        quantity,
        unit_price: euro(cents),
    };
    Order {
        id: OrderId(id(1)),
        number: "ORD-2026-000123".to_owned(),
        customer_id: user(2),
        created_by: ActorRef { kind: ActorKind::Service, id: "import".to_owned() },
        status: Status::Created,
        lines: vec![line("chair", 2, 1999), line("nail", 399, 1)],
        total: euro(4397),
        shipping_address: Address {
            name: "Alice Example".to_owned(),
            line1: "1 Main Street".to_owned(),
            line2: Some("3rd floor".to_owned()),
            city: "Paris".to_owned(),
            region: Some("Île-de-France".to_owned()),
            postal_code: Some("75001".to_owned()),
            country: "FR".to_owned(),
        },
        note: Some("ring twice".to_owned()),
        metadata: Map::from_iter([("cart".to_owned(), json!({ "items": [1, "two", null, 0.5] }))]),
        shipment: Some(Shipment {
            carrier: "Deutsche Post".to_owned(),
            tracking_number: Some("00340434161094042557".to_owned()),
            shipped_at: at_s(20),
        }),
        delivered_at: Some(at_s(30)),
        reason: Some("returned_to_sender".to_owned()),
        approved_at: Some(at_s(10)),
        version: Version(3),
        created_at: at_s(0),
        updated_at: at_s(31),
    }
}

/// The event of every row of the table, about an order whose every field is filled.
fn events() -> Vec<Event> {
    let actor = Actor::becoming(user(9), Origin::default());
    let rules = OrderRules::default();
    let ids = SequentialIds::default();
    let situation = |standing| Situation { actor: &actor, standing, now: at_s(400_000), rules: &rules };
    let of_row = |row: &eop_core::order::model::Transition| {
        let order = Order { status: row.from.unwrap_or(Status::Created), ..filled() };
        let standing = if row.permission.is_some() { Standing::Staff } else { Standing::System };
        let decision = match row.from {
            None => order.placed(&actor),
            Some(_) => order.decide(&deed(row.action), situation(standing)).unwrap(),
        };
        decision.into_draft(&actor, &ids).0.unrepeated("it is a test").done().events
    };
    TRANSITIONS.iter().flat_map(of_row).collect()
}

/// The type of an event, with the step that it tells of.
fn name_of(event: &Event) -> String {
    let data: Value = event.data.read().unwrap();
    let change = &data["change"];
    let text = |member: &str| change[member].as_str().unwrap_or("nothing").to_owned();
    format!("{}: {} from {}", event.kind, text("action"), text("from"))
}

#[test]
fn the_published_shape_of_events_is_kept() {
    let current: Map<String, Value> =
        events().into_iter().map(|event| (name_of(&event), event.data.read().unwrap())).collect();
    golden::assert_kept("orders.v1.json", &current);
}

#[test]
fn what_was_published_can_be_read() {
    let kept: Map<String, Value> = serde_json::from_str(include_str!("../golden/orders.v1.json")).unwrap();
    assert_eq!(kept.len(), TRANSITIONS.len());
    for (name, mut data) in kept {
        let read: OrderData = serde_json::from_value(data.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), data, "{name}");
        data["order"]["added_later"] = json!("a newer service may say more");
        assert_eq!(serde_json::from_value::<OrderData>(data).unwrap(), read, "{name}");
    }
}

#[tokio::test]
async fn an_event_carries_the_order_after_the_change() {
    let desk = a_desk();
    let order = desk.order_in(Status::Delivered).await;
    let events = desk.events(order.id);
    let told: Vec<_> = events.iter().map(|event| (&*event.kind, event.sequence, event.topic)).collect();
    let expected = [
        ("order.created.v1", 1, Topic::Orders),
        ("order.approved.v1", 2, Topic::Orders),
        ("order.shipped.v1", 3, Topic::Orders),
        ("order.delivered.v1", 4, Topic::Orders),
    ];
    assert_eq!(told, expected);
    let last: OrderData = events[3].data.read().unwrap();
    assert_eq!(Order::from(last.order), order);
    assert_eq!((last.change.from, last.change.to), (Some(Status::Shipped), Status::Delivered));
}

/// Beside the shape, the very bytes: consumers may sign or compare what they were given, and the golden file does not keep
/// the order of members.
#[test]
fn events_are_written_byte_for_byte_as_they_always_were() {
    let actor = Actor::becoming(user(9), Origin::default());
    let text = |order: Order| {
        let draft = order.placed(&actor).into_draft(&actor, &SequentialIds::default()).0;
        draft.unrepeated("it is a test").done().events[0].data.as_json().to_owned()
    };
    let change = r#""change":{"action":"create","from":null,"to":"CREATED","reason":null,"actor":{"kind":"user","id":"019cb6f1-0000-7000-8000-000000000009"}}"#;
    let beginning = r#"{"order":{"id":"019cb6f1-0000-7000-8000-000000000001","number":"ORD-2026-000123","customer_id":"019cb6f1-0000-7000-8000-000000000002","created_by":{"kind":"service","id":"import"},"status":"CREATED","lines":[{"sku":"chair","name":"Article chair","quantity":2,"unit_price":{"amount":1999,"currency":"EUR"}},{"sku":"nail","name":"Article nail","quantity":399,"unit_price":{"amount":1,"currency":"EUR"}}],"total":{"amount":4397,"currency":"EUR"},"#;
    let end = r#""version":3,"created_at":"2026-03-04T05:06:07.123457Z","updated_at":"2026-03-04T05:06:38.123457Z"},"#;
    let all = r#""shipping_address":{"name":"Alice Example","line1":"1 Main Street","line2":"3rd floor","city":"Paris","region":"Île-de-France","postal_code":"75001","country":"FR"},"note":"ring twice","metadata":{"cart":{"items":[1,"two",null,0.5]}},"shipment":{"carrier":"Deutsche Post","tracking_number":"00340434161094042557","shipped_at":"2026-03-04T05:06:27.123457Z"},"delivered_at":"2026-03-04T05:06:37.123457Z","reason":"returned_to_sender","approved_at":"2026-03-04T05:06:17.123457Z","#;
    assert_eq!(text(filled()), format!("{beginning}{all}{end}{change}}}"));
    let least = r#""shipping_address":{"name":"Alice Example","line1":"1 Main Street","line2":null,"city":"Paris","region":null,"postal_code":"","country":"FR"},"note":null,"metadata":{},"shipment":null,"delivered_at":null,"reason":null,"approved_at":null,"#;
    let address = Address { line2: None, region: None, postal_code: None, ..filled().shipping_address };
    let bare = Order {
        shipping_address: address,
        note: None,
        metadata: Map::new(),
        shipment: None,
        delivered_at: None,
        reason: None,
        approved_at: None,
        ..filled()
    };
    assert_eq!(text(bare), format!("{beginning}{least}{end}{change}}}"));
}
