//! Repeated requests: one effect, one answer.

use eop_core::kernel::commit::Version;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::page::PageRequest;
use eop_core::order::command::{ActOnOrder, PlaceOrder, WriteNote};
use eop_core::order::error::OrderError;
use eop_core::order::model::{Action, Status, Visibility};

use crate::support::{a_desk, alice, an_order_command, approver, bob, deed, doing, fulfilment, key};

fn placing(name: &str, body: u8) -> PlaceOrder {
    PlaceOrder { idempotency: Some(key(name, body)), ..an_order_command() }
}

#[tokio::test]
async fn a_repeated_order_is_the_same_order() {
    let desk = a_desk();
    let first = desk.orders.place(&alice(), placing("k", 1)).await.unwrap();
    let again = desk.orders.place(&alice(), placing("k", 1)).await.unwrap();
    assert_eq!((first.replayed, again.replayed), (false, true));
    assert_eq!(again.order, first.order);
    assert_eq!(again.allowed_actions, first.allowed_actions);
    assert_eq!((desk.database.events().len(), desk.audited().len()), (1, 1));
}

#[tokio::test]
async fn a_repeated_order_is_answered_as_it_was_although_it_has_moved_on() {
    let desk = a_desk();
    let first = desk.orders.place(&alice(), placing("k", 1)).await.unwrap();
    desk.act(&approver(), first.order.id, deed(Action::Approve)).await.unwrap();
    let again = desk.orders.place(&alice(), placing("k", 1)).await.unwrap();
    assert_eq!((again.replayed, again.order), (true, first.order));
}

#[tokio::test]
async fn a_key_does_not_serve_for_another_request() {
    let desk = a_desk();
    desk.orders.place(&alice(), placing("k", 1)).await.unwrap();
    let refused = desk.orders.place(&alice(), placing("k", 2)).await.unwrap_err();
    assert!(matches!(refused, OrderError::KeyReused), "{refused:?}");
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Invalid, "idempotency.key_reused"));
    assert_eq!(desk.database.events().len(), 1);
}

#[tokio::test]
async fn everybody_has_their_own_keys() {
    let desk = a_desk();
    let of_alice = desk.orders.place(&alice(), placing("k", 1)).await.unwrap();
    let of_bob = desk.orders.place(&bob(), placing("k", 1)).await.unwrap();
    assert!(!of_bob.replayed);
    assert_ne!(of_alice.order.id, of_bob.order.id);
}

#[tokio::test]
async fn a_refused_order_does_not_burn_its_key() {
    let desk = a_desk();
    let mut bad = placing("k", 1);
    bad.content.lines.clear();
    desk.orders.place(&alice(), bad).await.unwrap_err();
    let good = desk.orders.place(&alice(), placing("k", 2)).await.unwrap();
    assert!(!good.replayed);
}

#[tokio::test]
async fn an_order_that_the_database_refused_does_not_burn_its_key() {
    let desk = a_desk();
    desk.database.set_available(false);
    desk.orders.place(&alice(), placing("k", 1)).await.unwrap_err();
    desk.database.set_available(true);
    assert!(!desk.orders.place(&alice(), placing("k", 1)).await.unwrap().replayed);
}

#[tokio::test]
async fn a_repeated_approval_is_answered_even_after_shipping() {
    let desk = a_desk();
    let order = desk.placed().await;
    let approve = || ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(Action::Approve)) };
    let first = desk.orders.act(&approver(), approve()).await.unwrap();
    assert_eq!((first.order.status, first.replayed), (Status::Approved, false));
    let at_once = desk.orders.act(&approver(), approve()).await.unwrap();
    assert_eq!((&at_once.order, at_once.replayed), (&first.order, true));

    desk.act(&fulfilment(), order.id, deed(Action::Ship)).await.unwrap();
    let late = desk.orders.act(&approver(), approve()).await.unwrap();
    assert_eq!((&late.order, late.replayed), (&first.order, true));
    assert_eq!(desk.history(order.id).await.len(), 3);
    assert_eq!(desk.stored(order.id).await.status, Status::Shipped);
}

#[tokio::test]
async fn a_repeated_amendment_is_answered_although_its_version_is_old() {
    let desk = a_desk();
    let order = desk.placed().await;
    let amend = |body| ActOnOrder {
        idempotency: Some(key("k", body)),
        if_match: Some(Version(1)),
        ..doing(order.id, deed(Action::Amend))
    };
    let first = desk.orders.act(&alice(), amend(1)).await.unwrap();
    let again = desk.orders.act(&alice(), amend(1)).await.unwrap();
    assert_eq!((again.order, again.replayed), (first.order, true));
    let other = desk.orders.act(&alice(), amend(2)).await.unwrap_err();
    assert!(matches!(other, OrderError::KeyReused), "{other:?}");
    assert_eq!(desk.history(order.id).await.len(), 2);
}

#[tokio::test]
async fn a_key_that_is_used_for_another_deed_at_a_later_version_is_refused() {
    let desk = a_desk();
    let order = desk.placed().await;
    let amend = |body, n| ActOnOrder {
        idempotency: Some(key("k", body)),
        if_match: Some(Version(n)),
        ..doing(order.id, deed(Action::Amend))
    };
    desk.orders.act(&alice(), amend(1, 1)).await.unwrap();
    let other = desk.orders.act(&alice(), amend(2, 2)).await.unwrap_err();
    assert!(matches!(other, OrderError::KeyReused), "{other:?}");
}

#[tokio::test]
async fn a_refused_deed_does_not_burn_its_key() {
    let desk = a_desk();
    let order = desk.placed().await;
    let with_key = |action| ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(action)) };
    let refused = desk.orders.act(&fulfilment(), with_key(Action::Ship)).await.unwrap_err();
    assert!(matches!(refused, OrderError::TransitionRefused { .. }), "{refused:?}");
    desk.act(&approver(), order.id, deed(Action::Approve)).await.unwrap();
    let shipped = desk.orders.act(&fulfilment(), with_key(Action::Ship)).await.unwrap();
    assert_eq!((shipped.order.status, shipped.replayed), (Status::Shipped, false));
}

#[tokio::test]
async fn one_key_serves_for_each_order_and_each_action() {
    let desk = a_desk();
    let (one, two) = (desk.placed().await, desk.placed().await);
    for order in [&one, &two] {
        let with_key =
            |action| ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(action)) };
        assert!(!desk.orders.act(&approver(), with_key(Action::Approve)).await.unwrap().replayed);
        assert!(!desk.orders.act(&fulfilment(), with_key(Action::Ship)).await.unwrap().replayed);
    }
}

#[tokio::test]
async fn a_repetition_shows_what_is_possible_to_whoever_asks_now() {
    let desk = a_desk();
    let order = desk.placed().await;
    let cancel = || ActOnOrder { idempotency: Some(key("k", 1)), ..doing(order.id, deed(Action::Cancel)) };
    let first = desk.orders.act(&alice(), cancel()).await.unwrap();
    let again = desk.orders.act(&alice(), cancel()).await.unwrap();
    assert_eq!((first.allowed_actions, again.allowed_actions), (vec![], vec![]));
}

#[tokio::test]
async fn a_repeated_note_is_the_same_note() {
    let desk = a_desk();
    let order = desk.placed().await;
    let note = |text: &str, body| WriteNote {
        order: order.id,
        visibility: Visibility::Public,
        text: text.to_owned(),
        idempotency: Some(key("k", body)),
    };
    let first = desk.orders.write_note(&alice(), note("hello", 1)).await.unwrap();
    let again = desk.orders.write_note(&alice(), note("hello", 1)).await.unwrap();
    assert_eq!((first.replayed, again.replayed), (false, true));
    assert_eq!(again.value, first.value);
    let other = desk.orders.write_note(&alice(), note("bye", 2)).await.unwrap_err();
    assert!(matches!(other, OrderError::KeyReused), "{other:?}");
    let notes = desk.orders.notes(&alice(), order.id, &PageRequest::first(20)).await.unwrap();
    assert_eq!(notes.items, [first.value]);
}
