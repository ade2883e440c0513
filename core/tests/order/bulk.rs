//! One deed for many orders.

use eop_core::kernel::actor::Actor;
use eop_core::kernel::error::DomainError;
use eop_core::kernel::id::OrderId;
use eop_core::order::command::{ActOnOrders, DeedFields};
use eop_core::order::error::OrderError;
use eop_core::order::model::{Action, Order, Status};
use eop_core::order::service::Bulk;

use crate::support::{Desk, a_desk, alice, approver, auditor, bob, deed, fulfilment, key};

fn doing(action: Action, orders: &[&Order]) -> ActOnOrders {
    ActOnOrders {
        action,
        fields: DeedFields::default(),
        orders: orders.iter().map(|order| order.id).collect(),
        dry_run: false,
        idempotency: None,
    }
}

/// What came of each: its status and version, or the code of the refusal.
fn told(bulk: &Bulk) -> Vec<String> {
    let one = |(_, result): &(OrderId, Result<_, OrderError>)| match result {
        Ok(view) => {
            let view: &eop_core::order::service::OrderView = view;
            let again = if view.replayed { " again" } else { "" };
            format!("{} {}{again}", view.order.status, view.order.version)
        }
        Err(error) => error.code().to_owned(),
    };
    bulk.results.iter().map(one).collect()
}

async fn refused(desk: &Desk, actor: &Actor, command: ActOnOrders) -> OrderError {
    desk.orders.act_on_all(actor, command).await.unwrap_err()
}

#[tokio::test]
async fn each_order_is_handled_on_its_own_and_in_the_order_named() {
    let desk = a_desk();
    let shipped = desk.order_in(Status::Shipped).await;
    let (one, two) = (desk.placed().await, desk.placed().await);
    let absent = Order { id: OrderId(uuid::Uuid::from_u128(9)), ..one.clone() };
    let bulk =
        desk.orders.act_on_all(&approver(), doing(Action::Approve, &[&two, &shipped, &absent, &one])).await;
    let bulk = bulk.unwrap();
    assert_eq!(told(&bulk), ["APPROVED 2", "order.transition_refused", "order.not_found", "APPROVED 2"]);
    assert_eq!(
        bulk.results.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
        [two.id, shipped.id, absent.id, one.id]
    );
    for order in [&one, &two] {
        assert_eq!(desk.history(order.id).await.len(), 2);
        assert_eq!(desk.events(order.id).len(), 2);
    }
    let log = desk.audited();
    assert!(log.contains(&"order.bulk orders done".to_owned()), "{log:?}");
    assert!(log.contains(&format!("order.approve order:{} done", one.id)), "{log:?}");
}

#[tokio::test]
async fn more_orders_than_are_handled_at_the_same_time_all_get_their_turn() {
    let desk = a_desk();
    let mut orders = Vec::new();
    for _ in 0..70 {
        orders.push(desk.placed().await);
    }
    let bulk =
        desk.orders.act_on_all(&approver(), doing(Action::Approve, &orders.iter().collect::<Vec<_>>())).await;
    assert_eq!(told(&bulk.unwrap()), vec!["APPROVED 2"; 70]);
}

#[tokio::test]
async fn a_repeated_request_answers_what_was_done_and_tries_the_rest_again() {
    let desk = a_desk();
    let (one, two) = (desk.placed().await, desk.order_in(Status::Shipped).await);
    let ship = || ActOnOrders {
        idempotency: Some(key("k", 1)),
        fields: DeedFields { carrier: Some("DHL".to_owned()), ..DeedFields::default() },
        ..doing(Action::Ship, &[&one, &two])
    };
    let first = desk.orders.act_on_all(&fulfilment(), ship()).await.unwrap();
    assert_eq!(told(&first), ["order.transition_refused", "order.transition_refused"]);
    assert!(!first.replayed);
    desk.act(&approver(), one.id, deed(Action::Approve)).await.unwrap();
    let second = desk.orders.act_on_all(&fulfilment(), ship()).await.unwrap();
    assert_eq!(told(&second), ["SHIPPED 3", "order.transition_refused"]);
    assert!(second.replayed);
    desk.act(&fulfilment(), one.id, deed(Action::Deliver)).await.unwrap();
    let third = desk.orders.act_on_all(&fulfilment(), ship()).await.unwrap();
    assert_eq!(told(&third), ["SHIPPED 3 again", "order.transition_refused"]);
    assert_eq!(desk.history(one.id).await.len(), 4);
}

#[tokio::test]
async fn a_key_serves_for_one_request_and_only_for_many_orders() {
    let desk = a_desk();
    let (one, two) = (desk.placed().await, desk.placed().await);
    let approve =
        |body, order| ActOnOrders { idempotency: Some(key("k", body)), ..doing(Action::Approve, &[order]) };
    desk.orders.act_on_all(&approver(), approve(1, &one)).await.unwrap();
    let error = refused(&desk, &approver(), approve(2, &two)).await;
    assert!(matches!(error, OrderError::KeyReused), "{error:?}");
    assert_eq!(desk.stored(two.id).await.status, Status::Created);
    let alone = eop_core::order::command::ActOnOrder {
        idempotency: Some(key("k", 3)),
        ..crate::support::doing(two.id, deed(Action::Approve))
    };
    assert!(!desk.orders.act(&approver(), alone).await.unwrap().replayed);
}

#[tokio::test]
async fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let desk = a_desk();
    let (one, shipped) = (desk.placed().await, desk.order_in(Status::Shipped).await);
    let (events, log) = (desk.database.events().len(), desk.audited());
    let rehearse = ActOnOrders {
        dry_run: true,
        idempotency: Some(key("k", 1)),
        ..doing(Action::Approve, &[&one, &shipped])
    };
    let bulk = desk.orders.act_on_all(&approver(), rehearse).await.unwrap();
    assert_eq!(told(&bulk), ["APPROVED 2", "order.transition_refused"]);
    assert_eq!(desk.stored(one.id).await, one);
    assert_eq!((desk.database.events().len(), desk.audited()), (events, log));
    let real = ActOnOrders { idempotency: Some(key("k", 1)), ..doing(Action::Approve, &[&one, &shipped]) };
    let real = desk.orders.act_on_all(&approver(), real).await.unwrap();
    assert_eq!((told(&real), real.replayed), (told(&bulk), false));
}

#[tokio::test]
async fn customers_call_off_their_own_and_learn_nothing_of_others() {
    let desk = a_desk();
    let hers = desk.placed().await;
    let bulk = desk.orders.act_on_all(&bob(), doing(Action::Cancel, &[&hers])).await.unwrap();
    assert_eq!(told(&bulk), ["order.not_found"]);
    let bulk = desk.orders.act_on_all(&alice(), doing(Action::Cancel, &[&hers])).await.unwrap();
    assert_eq!(told(&bulk), ["CANCELLED 2"]);
}

#[tokio::test]
async fn whoever_may_not_is_told_so_before_any_value_is_looked_at() {
    let desk = a_desk();
    let none = doing(Action::Approve, &[]);
    let error = refused(&desk, &auditor(), none.clone()).await;
    assert_eq!(error.code(), "access.denied");
    assert!(desk.audited().contains(&"order.approve orders denied".to_owned()));
    let error = refused(&desk, &approver(), none).await;
    assert_eq!(error.fields()[0].field, "/ids");
    let order = desk.placed().await;
    let error = refused(&desk, &approver(), doing(Action::Reject, &[&order])).await;
    assert_eq!((error.fields()[0].field.as_str(), error.fields()[0].code), ("/reason", "required"));
    let blank = DeedFields { reason: Some(" ".to_owned()), ..DeedFields::default() };
    let error =
        refused(&desk, &approver(), ActOnOrders { fields: blank, ..doing(Action::Reject, &[&order]) }).await;
    assert_eq!(error.fields()[0].field, "/reason");
    assert_eq!(desk.stored(order.id).await, order);
}

#[tokio::test]
async fn an_absent_store_is_told_before_anything_is_done() {
    let desk = a_desk();
    let order = desk.placed().await;
    desk.database.set_available(false);
    for dry_run in [true, false] {
        let command = ActOnOrders { dry_run, ..doing(Action::Approve, &[&order]) };
        assert_eq!(refused(&desk, &approver(), command).await.code(), "store.unavailable");
    }
}
