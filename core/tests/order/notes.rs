//! Notes: who writes them and who reads them.

use eop_contract::fixture::{at_s, user};
use eop_core::kernel::access::{Denied, Permission};
use eop_core::kernel::actor::{Actor, ActorRef};
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::OrderId;
use eop_core::kernel::page::PageRequest;
use eop_core::order::command::WriteNote;
use eop_core::order::error::OrderError;
use eop_core::order::model::Visibility;

use crate::support::{Desk, a_desk, alice, auditor, bob, fulfilment, nobody, support};

fn a_note(order: OrderId, visibility: Visibility, text: &str) -> WriteNote {
    WriteNote { order, visibility, text: text.to_owned(), idempotency: None }
}

async fn texts(desk: &Desk, actor: &Actor, order: OrderId) -> Vec<String> {
    let page = desk.orders.notes(actor, order, &PageRequest::first(20)).await.unwrap();
    page.items.into_iter().map(|note| note.text).collect()
}

#[tokio::test]
async fn internal_notes_are_read_by_staff_only() {
    let desk = a_desk();
    let order = desk.placed().await.id;
    let write = async |actor: Actor, visibility, text| {
        desk.orders.write_note(&actor, a_note(order, visibility, text)).await.unwrap().value
    };
    let note = write(alice(), Visibility::Public, "please hurry").await;
    assert_eq!((note.author, note.created_at), (ActorRef::user(user(1)), at_s(0)));
    write(support(), Visibility::Internal, "she always says so").await;
    write(fulfilment(), Visibility::Public, "we do").await;

    assert_eq!(texts(&desk, &alice(), order).await, ["please hurry", "we do"]);
    let all = ["please hurry", "she always says so", "we do"];
    for reader in [support(), fulfilment(), auditor()] {
        assert_eq!(texts(&desk, &reader, order).await, all);
    }
    let hidden = desk.orders.notes(&bob(), order, &PageRequest::first(20)).await;
    assert!(matches!(hidden, Err(OrderError::NotFound)), "{hidden:?}");
    assert_eq!(desk.audited().last(), Some(&format!("note.write order:{order} done")));
}

#[tokio::test]
async fn whoever_may_not_write_a_note_is_refused_and_the_refusal_is_audited() {
    for (actor, visibility, permission) in [
        (alice(), Visibility::Internal, Permission::NOTE_READ_INTERNAL),
        (auditor(), Visibility::Public, Permission::NOTE_WRITE),
        (nobody(), Visibility::Public, Permission::ORDER_READ),
    ] {
        let desk = a_desk();
        let order = desk.placed().await.id;
        let refused = desk.orders.write_note(&actor, a_note(order, visibility, "hm")).await.unwrap_err();
        assert!(
            matches!(refused, OrderError::Denied(denied) if denied == Denied { permission }),
            "{refused:?}"
        );
        assert_eq!(texts(&desk, &support(), order).await, Vec::<String>::new());
        assert_eq!(desk.audited().last(), Some(&format!("note.write order:{order} denied")), "{permission}");
    }
}

#[tokio::test]
async fn a_note_on_somebody_else_s_order_is_not_written() {
    let desk = a_desk();
    let order = desk.placed().await.id;
    let refused = desk.orders.write_note(&bob(), a_note(order, Visibility::Public, "hm")).await.unwrap_err();
    assert!(matches!(refused, OrderError::NotFound), "{refused:?}");
    assert_eq!(texts(&desk, &alice(), order).await, Vec::<String>::new());
}

#[tokio::test]
async fn whoever_may_not_write_a_note_is_told_so_before_it_is_read() {
    let desk = a_desk();
    let order = desk.placed().await.id;
    for (actor, kind) in [
        (bob(), ErrorKind::NotFound),
        (auditor(), ErrorKind::Forbidden),
        (nobody(), ErrorKind::Forbidden),
        (alice(), ErrorKind::Invalid),
    ] {
        let refused =
            desk.orders.write_note(&actor, a_note(order, Visibility::Public, "")).await.unwrap_err();
        assert_eq!(refused.kind(), kind, "{refused:?}");
    }
}

#[tokio::test]
async fn a_note_says_something() {
    let desk = a_desk();
    let order = desk.placed().await.id;
    let refused = desk.orders.write_note(&alice(), a_note(order, Visibility::Public, "")).await.unwrap_err();
    let told: Vec<_> = refused.fields().iter().map(|error| (&*error.field, error.code)).collect();
    assert_eq!(told, [("/text", "length")]);
}
