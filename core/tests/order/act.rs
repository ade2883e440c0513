//! Doing something to an order: what it writes, and whom it is refused.

use std::time::Duration;

use eop_contract::fixture::{at_s, id};
use eop_core::kernel::access::{Denied, Permission};
use eop_core::kernel::actor::{Actor, Origin};
use eop_core::kernel::commit::Version;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::OrderId;
use eop_core::kernel::page::PageRequest;
use eop_core::order::command::{ActOnOrder, Amendment, Deed};
use eop_core::order::error::OrderError;
use eop_core::order::model::{Action, CancelReason, HistoryEntry, Status, TRANSITIONS};
use rstest::rstest;

use crate::support::{
    Desk, a_desk, admin, alice, approver, auditor, bob, deed, doing, fulfilment, nobody, support,
};

/// Somebody who may do `action` to an order of alice.
fn entitled(action: Action) -> Actor {
    match action {
        Action::Amend => alice(),
        Action::Approve | Action::Reject => approver(),
        Action::Ship | Action::Deliver => fulfilment(),
        _ => admin(),
    }
}

#[tokio::test]
async fn every_transition_leaves_its_step_its_event_and_its_audit_entry() {
    let by_people = TRANSITIONS.iter().filter(|row| row.permission.is_some());
    for row in by_people {
        let Some(from) = row.from else { continue };
        let desk = a_desk();
        let before = desk.order_in(from).await;
        desk.clock.advance(Duration::from_mins(1));
        let actor = Actor {
            origin: Origin {
                traceparent: Some("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".to_owned()),
                ..Origin::default()
            },
            ..entitled(row.action)
        };
        let view = desk.act(&actor, before.id, deed(row.action)).await.unwrap();

        let after = desk.stored(before.id).await;
        assert_eq!(view.order, after, "{row:?}");
        assert_eq!((after.status, after.version), (row.to, before.version.next()), "{row:?}");
        let history = desk.history(before.id).await;
        assert_eq!(history.len() as u64, after.version.0, "{row:?}");
        let reason = deed(row.action).reason().map(str::to_owned);
        let expected = HistoryEntry {
            order: before.id,
            version: after.version,
            action: row.action,
            from: Some(from),
            to: row.to,
            actor: actor.as_ref(),
            reason: reason.clone(),
            note: None,
            at: before.updated_at + Duration::from_mins(1),
            trace_id: Some("4bf92f3577b34da6a3ce929d0e0e4736".to_owned()),
        };
        assert_eq!(history.last(), Some(&expected), "{row:?}");
        let events = desk.events(before.id);
        let event = events.last().unwrap();
        assert_eq!((&*event.kind, event.sequence), (row.event, after.version.0), "{row:?}");
        assert_eq!(event.traceparent, actor.origin.traceparent);
        assert_eq!(events.len(), history.len(), "{row:?}");
        let done = format!("order.{} order:{} done", row.action, before.id);
        assert_eq!(desk.audited().last(), Some(&done), "{row:?}");
    }
}

#[tokio::test]
async fn what_the_table_does_not_have_is_refused_with_what_is_possible_instead() {
    let desk = a_desk();
    let shipped = desk.order_in(Status::Shipped).await;
    let refused = desk.act(&admin(), shipped.id, deed(Action::Approve)).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Conflict, "order.transition_refused"));
    let OrderError::TransitionRefused { action, status, allowed } = refused else { panic!("{refused:?}") };
    assert_eq!((action, status), (Action::Approve, Status::Shipped));
    assert_eq!(allowed, [Action::Deliver, Action::Abort]);
    assert_eq!(desk.stored(shipped.id).await, shipped);
}

#[tokio::test]
async fn another_customer_s_order_does_not_exist() {
    let desk = a_desk();
    let order = desk.placed().await;
    for action in [Action::Cancel, Action::Amend, Action::Approve, Action::Ship] {
        let refused = desk.act(&bob(), order.id, deed(action)).await.unwrap_err();
        assert!(matches!(refused, OrderError::NotFound), "{action}: {refused:?}");
    }
    assert_eq!(desk.stored(order.id).await, order);
}

#[tokio::test]
async fn an_order_that_was_never_placed_is_not_found() {
    let refused = a_desk().act(&admin(), OrderId(id(999)), deed(Action::Approve)).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::NotFound, "order.not_found"));
}

#[rstest]
#[case::a_customer_approves(alice(), Action::Approve, Permission::ORDER_APPROVE)]
#[case::a_customer_ships(alice(), Action::Ship, Permission::ORDER_SHIP)]
#[case::a_customer_aborts(alice(), Action::Abort, Permission::ORDER_ABORT)]
#[case::support_approves(support(), Action::Approve, Permission::ORDER_APPROVE)]
#[case::an_approver_ships(approver(), Action::Ship, Permission::ORDER_SHIP)]
#[case::an_approver_amends(approver(), Action::Amend, Permission::ORDER_AMEND)]
#[case::fulfilment_approves(fulfilment(), Action::Approve, Permission::ORDER_APPROVE)]
#[case::fulfilment_cancels(fulfilment(), Action::Cancel, Permission::ORDER_CANCEL)]
#[case::an_auditor_cancels(auditor(), Action::Cancel, Permission::ORDER_CANCEL)]
#[case::nobody_sees_anything(nobody(), Action::Cancel, Permission::ORDER_READ)]
#[tokio::test]
async fn a_missing_permission_is_named_and_the_refusal_audited(
    #[case] actor: Actor,
    #[case] action: Action,
    #[case] permission: Permission,
) {
    let desk = a_desk();
    let order = desk.placed().await;
    let refused = desk.act(&actor, order.id, deed(action)).await.unwrap_err();
    assert!(matches!(refused, OrderError::Denied(denied) if denied == Denied { permission }), "{refused:?}");
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::Forbidden, "access.denied"));
    assert_eq!(desk.audited().last().unwrap(), &format!("order.{action} order:{} denied", order.id));
    assert_eq!(desk.stored(order.id).await, order);
}

#[tokio::test]
async fn nobody_expires_an_order_by_hand() {
    let desk = a_desk();
    let order = desk.placed().await;
    desk.clock.advance(Duration::from_hours(100));
    let refused = desk.act(&admin(), order.id, Deed::Expire).await.unwrap_err();
    let OrderError::TransitionRefused { action: Action::Expire, status: Status::Created, allowed } = &refused
    else {
        panic!("{refused:?}")
    };
    assert!(!allowed.contains(&Action::Expire) && allowed.contains(&Action::Cancel), "{allowed:?}");
    let hidden = desk.act(&bob(), order.id, Deed::Expire).await.unwrap_err();
    assert!(matches!(hidden, OrderError::NotFound), "{hidden:?}");
    assert_eq!(desk.stored(order.id).await, order);
}

/// The same with values that are refused.
fn malformed(action: Action) -> Option<Deed> {
    let (nothing, nul) = (String::new, || Some("\0".to_owned()));
    Some(match action {
        Action::Amend => Deed::Amend(Amendment::default()),
        Action::Approve => Deed::Approve { note: nul() },
        Action::Reject => Deed::Reject { reason: nothing(), note: None },
        Action::Cancel => Deed::Cancel { reason: Some(nothing()), note: None },
        Action::Ship => Deed::Ship { carrier: nothing(), tracking_number: None },
        Action::Abort => Deed::Abort { reason: CancelReason::ApprovalTimeout },
        // Without values that could be refused before the order is looked at.
        Action::Create | Action::Deliver | Action::Expire => return None,
    })
}

#[tokio::test]
async fn whoever_may_not_is_told_so_before_any_value_is_looked_at() {
    let mut tried = 0;
    for action in Action::ALL {
        let Some(deed) = malformed(*action) else { continue };
        let desk = a_desk();
        let order = desk.placed().await;
        for (actor, kind) in [
            (bob(), ErrorKind::NotFound),
            (nobody(), ErrorKind::Forbidden),
            (auditor(), ErrorKind::Forbidden),
            (entitled(*action), ErrorKind::Invalid),
        ] {
            let refused = desk.act(&actor, order.id, deed.clone()).await.unwrap_err();
            assert_eq!(refused.kind(), kind, "{action} by {actor:?}: {refused:?}");
        }
        tried += 1;
    }
    assert_eq!(tried, 6);
}

#[tokio::test]
async fn an_owner_does_not_approve_even_with_the_permission() {
    let desk = a_desk();
    let order = desk.placed().await;
    let both = Actor { roles: [alice().roles, approver().roles].concat(), ..alice() };
    let refused = desk.act(&both, order.id, deed(Action::Approve)).await.unwrap_err();
    assert!(matches!(refused, OrderError::OwnOrder), "{refused:?}");
}

#[tokio::test]
async fn an_older_version_is_answered_with_the_present_one() {
    let desk = a_desk();
    let order = desk.placed().await;
    for action in [Action::Amend, Action::Approve, Action::Cancel] {
        let command = ActOnOrder { if_match: Some(Version(7)), ..doing(order.id, deed(action)) };
        let refused = desk.orders.act(&entitled(action), command).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Precondition, "{action}: {refused:?}");
        assert_eq!(refused.current_version(), Some(Version(1)), "{action}");
    }
    let command = ActOnOrder { if_match: Some(Version(1)), ..doing(order.id, deed(Action::Approve)) };
    assert_eq!(desk.orders.act(&approver(), command).await.unwrap().order.status, Status::Approved);
}

#[tokio::test]
async fn amending_takes_the_version_that_was_looked_at() {
    let desk = a_desk();
    let order = desk.placed().await;
    let refused = desk.orders.act(&alice(), doing(order.id, deed(Action::Amend))).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (ErrorKind::PreconditionRequired, "order.version_required"));
    let command = ActOnOrder { if_match: Some(Version(1)), ..doing(order.id, deed(Action::Amend)) };
    let amended = desk.orders.act(&alice(), command.clone()).await.unwrap().order;
    assert_eq!((amended.note.as_deref(), amended.version), (Some("ring twice"), Version(2)));
    let again = desk.orders.act(&alice(), command).await.unwrap_err();
    assert_eq!(again.current_version(), Some(Version(2)));
}

#[tokio::test]
async fn an_amendment_to_what_is_so_already_is_none() {
    let desk = a_desk();
    let order = desk.order_in(Status::Created).await;
    let same = Amendment {
        lines: Some(order.lines.clone()),
        shipping_address: Some(order.shipping_address.clone()),
        note: Some(order.note.clone()),
    };
    let steps = desk.history(order.id).await.len();
    desk.clock.advance(Duration::from_mins(1));
    let command = ActOnOrder { if_match: Some(order.version), ..doing(order.id, Deed::Amend(same.clone())) };
    let view = desk.orders.act(&alice(), command).await.unwrap();
    assert_eq!((&view.order, desk.stored(order.id).await), (&order, order.clone()));
    assert_eq!(desk.history(order.id).await.len(), steps);

    let stale = ActOnOrder { if_match: Some(Version(9)), ..doing(order.id, Deed::Amend(same)) };
    let refused = desk.orders.act(&alice(), stale).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Precondition);
}

#[tokio::test]
async fn the_owner_cancels_within_half_an_hour_after_approval_and_support_at_any_time() {
    let desk = a_desk();
    let order = desk.order_in(Status::Approved).await;
    assert_eq!(order.approved_at, Some(at_s(60)));
    desk.clock.advance(Duration::from_mins(30));
    let late = desk.act(&alice(), order.id, deed(Action::Cancel)).await.unwrap_err();
    assert_eq!((late.kind(), late.code()), (ErrorKind::Conflict, "order.grace_over"));
    let OrderError::GraceOver { minutes: 30, allowed } = &late else { panic!("{late:?}") };
    assert_eq!(allowed, &[], "there is nothing left that the owner could do");
    let cancelled = desk.act(&support(), order.id, deed(Action::Cancel)).await.unwrap().order;
    assert_eq!((cancelled.status, cancelled.reason.as_deref()), (Status::Cancelled, Some("changed_mind")));

    let desk = a_desk();
    let order = desk.order_in(Status::Approved).await;
    desk.clock.advance(Duration::from_secs(30 * 60 - 1));
    let cancelled = desk.act(&alice(), order.id, deed(Action::Cancel)).await.unwrap().order;
    assert_eq!(cancelled.status, Status::Cancelled);
}

#[tokio::test]
async fn refused_values_are_told_and_change_nothing() {
    let desk = a_desk();
    let order = desk.placed().await;
    let without_reason = Deed::Cancel { reason: None, note: None };
    let refused = desk.act(&support(), order.id, without_reason.clone()).await.unwrap_err();
    let told: Vec<_> = refused.fields().iter().map(|error| (&*error.field, error.code)).collect();
    assert_eq!(told, [("/reason", "required")]);
    assert_eq!(desk.stored(order.id).await, order);
    let cancelled = desk.act(&alice(), order.id, without_reason).await.unwrap().order;
    assert_eq!((cancelled.status, cancelled.reason), (Status::Cancelled, None));
}

/// How many orders of the first page of so many expire; none of it is passed over.
async fn expire(desk: &Desk, limit: u16) -> usize {
    let expiry = desk.orders.expire_overdue(&PageRequest::first(limit)).await.unwrap();
    assert!(expiry.passed_over.is_empty(), "{expiry:?}");
    expiry.expired
}

#[tokio::test]
async fn the_platform_calls_off_what_nobody_approved_in_time() {
    let desk = a_desk();
    let old = desk.placed().await;
    desk.clock.advance(Duration::from_hours(1));
    let younger = desk.placed().await;
    let approved = desk.order_in(Status::Approved).await;
    desk.clock.advance(Duration::from_hours(71) + Duration::from_secs(1));

    assert_eq!(expire(&desk, 10).await, 1);
    let expired = desk.stored(old.id).await;
    assert_eq!((expired.status, expired.reason.as_deref()), (Status::Cancelled, Some("approval_timeout")));
    let history = desk.history(old.id).await;
    assert_eq!(history.last().unwrap().actor.id, "approval_timeout");
    assert_eq!(desk.events(old.id).last().unwrap().kind, "order.cancelled.v1");
    assert_eq!(desk.stored(younger.id).await, younger);
    assert_eq!(expire(&desk, 10).await, 0);

    desk.clock.advance(Duration::from_hours(100));
    assert_eq!(expire(&desk, 10).await, 1);
    assert_eq!(desk.stored(approved.id).await, approved);
}

#[tokio::test]
async fn no_more_orders_expire_at_a_time_than_asked_for_oldest_first() {
    let desk = a_desk();
    let mut orders = Vec::new();
    for _ in 0..3 {
        orders.push(desk.placed().await.id);
        desk.clock.advance(Duration::from_secs(1));
    }
    desk.clock.advance(Duration::from_hours(72));
    assert_eq!(expire(&desk, 2).await, 2);
    let mut statuses = Vec::new();
    for order in orders {
        statuses.push(desk.stored(order).await.status);
    }
    assert_eq!(statuses, [Status::Cancelled, Status::Cancelled, Status::Created]);
}
