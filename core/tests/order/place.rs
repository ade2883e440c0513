//! Placing orders.

use eop_contract::fixture::{at_s, euro, user};
use eop_core::kernel::access::{Denied, Permission};
use eop_core::kernel::actor::{Actor, ActorRef, Principal, Role};
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::order::command::PlaceOrder;
use eop_core::order::error::OrderError;
use eop_core::order::model::{Action, Status};
use serde_json::json;

use crate::support::{a_desk, admin, alice, an_order_command, auditor, bob, deed, nobody, support};

#[tokio::test]
async fn a_customer_places_an_order_for_themselves() {
    let desk = a_desk();
    let mut command = an_order_command();
    command.content.note = Some("ring twice".to_owned());
    command.metadata.insert("cart".to_owned(), json!(17));
    let view = desk.orders.place(&alice(), command.clone()).await.unwrap();

    let order = &view.order;
    assert_eq!((order.customer_id, &order.created_by), (user(1), &ActorRef::user(user(1))));
    assert_eq!((order.status, order.version.0, &*order.number), (Status::Created, 1, "ORD-2026-000001"));
    assert_eq!((order.total, &order.lines), (euro(2597), &command.content.lines));
    assert_eq!((&order.note, &order.metadata), (&command.content.note, &command.metadata));
    assert_eq!((order.created_at, order.updated_at), (at_s(0), at_s(0)));
    assert_eq!(view.allowed_actions, [Action::Amend, Action::Cancel]);
    assert!(!view.replayed);

    assert_eq!(desk.stored(order.id).await, *order);
    let history = desk.history(order.id).await;
    let [step] = &history[..] else { panic!("{history:?}") };
    assert_eq!((step.action, step.from, step.to), (Action::Create, None, Status::Created));
    let events = desk.events(order.id);
    assert_eq!(
        events.iter().map(|event| (&*event.kind, event.sequence)).collect::<Vec<_>>(),
        [("order.created.v1", 1)]
    );
    assert_eq!(desk.audited(), [format!("order.create order:{} done", order.id)]);
}

#[tokio::test]
async fn each_order_has_a_number_of_its_own() {
    let desk = a_desk();
    let (first, second) = (desk.placed().await, desk.placed().await);
    assert_eq!([&*first.number, &*second.number], ["ORD-2026-000001", "ORD-2026-000002"]);
    assert!(first.id < second.id);
}

#[tokio::test]
async fn staff_places_an_order_for_a_customer_whose_order_it_then_is() {
    let desk = a_desk();
    let command = PlaceOrder { customer: Some(user(1)), ..an_order_command() };
    let order = desk.orders.place(&support(), command).await.unwrap().order;
    assert_eq!((order.customer_id, order.created_by), (user(1), ActorRef::user(user(3))));

    let seen = desk.orders.find(&alice(), order.id).await.unwrap();
    assert_eq!(seen.allowed_actions, [Action::Amend, Action::Cancel]);
    let unseen = desk.orders.find(&bob(), order.id).await;
    assert!(matches!(unseen, Err(OrderError::NotFound)), "{unseen:?}");
}

#[tokio::test]
async fn whoever_placed_an_order_for_somebody_cannot_approve_it() {
    let desk = a_desk();
    let command = PlaceOrder { customer: Some(user(1)), ..an_order_command() };
    let order = desk.orders.place(&admin(), command).await.unwrap().order;
    let refused = desk.act(&admin(), order.id, deed(Action::Approve)).await.unwrap_err();
    assert!(matches!(refused, OrderError::OwnOrder), "{refused:?}");
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    assert_eq!(desk.audited().last().unwrap(), &format!("order.approve order:{} denied", order.id));
}

#[tokio::test]
async fn naming_oneself_is_placing_for_oneself() {
    let desk = a_desk();
    let command = PlaceOrder { customer: Some(user(1)), ..an_order_command() };
    assert_eq!(desk.orders.place(&alice(), command).await.unwrap().order.customer_id, user(1));
}

#[tokio::test]
async fn whoever_may_not_place_an_order_is_refused_and_the_refusal_is_audited() {
    let for_alice = PlaceOrder { customer: Some(user(1)), ..an_order_command() };
    for (who, actor, command) in [
        ("another customer", bob(), for_alice),
        ("an auditor", auditor(), an_order_command()),
        ("somebody without a role", nobody(), an_order_command()),
    ] {
        let desk = a_desk();
        let refused = desk.orders.place(&actor, command).await.unwrap_err();
        let expected = Denied { permission: Permission::ORDER_CREATE };
        assert!(matches!(refused, OrderError::Denied(denied) if denied == expected), "{who}: {refused:?}");
        assert_eq!(desk.audited(), ["order.create order:new denied"], "{who}");
        assert_eq!(desk.database.events(), [], "{who}");
    }
}

#[tokio::test]
async fn a_program_must_say_for_whom_it_orders() {
    let desk = a_desk();
    let shop =
        Actor { principal: Principal::Service("shop".to_owned()), roles: vec![Role::SUPPORT], ..alice() };
    let refused = desk.orders.place(&shop, an_order_command()).await.unwrap_err();
    assert_eq!(refused.fields().iter().map(|error| &*error.field).collect::<Vec<_>>(), ["/customer_id"]);
    let command = PlaceOrder { customer: Some(user(1)), ..an_order_command() };
    assert_eq!(desk.orders.place(&shop, command).await.unwrap().order.customer_id, user(1));
}

#[tokio::test]
async fn all_refused_values_are_told_at_once_and_nothing_is_written() {
    let desk = a_desk();
    let mut command = an_order_command();
    command.content.lines[0].quantity = 0;
    command.content.lines[1].sku = String::new();
    command.content.shipping_address.country = "Germany".to_owned();
    let refused = desk.orders.place(&alice(), command).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Invalid, "order.invalid"));
    let told: Vec<_> = refused.fields().iter().map(|error| (&*error.field, error.code)).collect();
    let expected = [
        ("/lines/0/quantity", "out_of_range"),
        ("/lines/1/sku", "length"),
        ("/shipping_address/country", "unknown"),
    ];
    assert_eq!(told, expected);
    assert_eq!((desk.database.events(), desk.audited()), (vec![], vec![]));
}

#[tokio::test]
async fn a_database_that_is_down_is_told_as_such() {
    let desk = a_desk();
    desk.database.set_available(false);
    let refused = desk.orders.place(&alice(), an_order_command()).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Unavailable, "store.unavailable"));
    assert_eq!(refused.retry_after_s(), Some(1));
    desk.database.set_available(true);
    assert_eq!(desk.placed().await.version.0, 1);
}
