//! The table of transitions, driven over every status, deed and standing.

use std::fmt::Write;

use chrono::Duration;

use super::super::fixture::{Counting, deed_for, euro, noon_plus, order_in, person};
use super::super::{Action, CancelReason, LIFE, Status, TRANSITIONS};
use super::*;
use crate::kernel::error::DomainError;
use crate::kernel::id::OrderId;
use crate::order::command::Amendment;

const STANDINGS: [Standing; 3] = [Standing::Owner, Standing::Staff, Standing::System];

/// The minute after noon at which each deed happens unless its name says otherwise: 20 minutes after approval, within
/// the grace period of 30.
const EARLY: i64 = 80;
/// More than 72 hours after placing.
const LATE: i64 = 73 * 60;

/// What is done, by whom (person 1 placed the order) and when.
fn cases() -> Vec<(&'static str, Deed, u128, i64)> {
    let without_reason = Deed::Cancel { reason: None, note: None };
    let arrived = |minutes| Deed::Deliver { delivered_at: Some(noon_plus(minutes)) };
    let plain = |action| deed_for(action).unwrap();
    vec![
        ("amend", plain(Action::Amend), 2, EARLY),
        ("approve", plain(Action::Approve), 2, EARLY),
        ("approve one's own", plain(Action::Approve), 1, EARLY),
        ("reject", plain(Action::Reject), 2, EARLY),
        ("cancel", plain(Action::Cancel), 2, EARLY),
        ("cancel, no reason", without_reason.clone(), 2, EARLY),
        ("cancel, late", plain(Action::Cancel), 2, LATE),
        ("cancel, late, no reason", without_reason, 2, LATE),
        ("ship", plain(Action::Ship), 2, EARLY),
        ("deliver", plain(Action::Deliver), 2, LATE),
        ("deliver, arrived before", arrived(150), 2, LATE),
        ("deliver, arrives later", arrived(LATE + 1), 2, LATE),
        ("deliver, before shipping", arrived(119), 2, LATE),
        ("abort", plain(Action::Abort), 2, EARLY),
        ("expire", Deed::Expire, 2, EARLY),
        ("expire, overdue", Deed::Expire, 2, LATE),
    ]
}

fn decided(order: &Order, deed: &Deed, actor: u128, standing: Standing, minutes: i64) -> String {
    let rules = OrderRules::default();
    let actor = person(actor);
    let situation = Situation { actor: &actor, standing, now: noon_plus(minutes), rules: &rules };
    match order.decide(deed, situation) {
        Ok(decision) => decision.after.status.to_string(),
        Err(OrderError::Invalid(errors)) => format!("{} {}", errors[0].field, errors[0].code),
        Err(error) => error.code().trim_start_matches("order.").to_owned(),
    }
}

/// Product, section 2.2, in the form of what comes of every try. A dot stands for `transition_refused`.
const OUTCOMES: &str = "\
CREATED   amend                     CREATED           CREATED           CREATED
CREATED   approve                   APPROVED          APPROVED          APPROVED
CREATED   approve one's own         own_order         own_order         own_order
CREATED   reject                    REJECTED          REJECTED          REJECTED
CREATED   cancel                    CANCELLED         CANCELLED         CANCELLED
CREATED   cancel, no reason         CANCELLED         /reason required  /reason required
CREATED   cancel, late              CANCELLED         CANCELLED         CANCELLED
CREATED   cancel, late, no reason   CANCELLED         /reason required  /reason required
CREATED   ship                      .                 .                 .
CREATED   deliver                   .                 .                 .
CREATED   deliver, arrived before   .                 .                 .
CREATED   deliver, arrives later    .                 .                 .
CREATED   deliver, before shipping  .                 .                 .
CREATED   abort                     .                 .                 .
CREATED   expire                    not_overdue       not_overdue       not_overdue
CREATED   expire, overdue           not_overdue       not_overdue       CANCELLED
APPROVED  amend                     .                 .                 .
APPROVED  approve                   .                 .                 .
APPROVED  approve one's own         .                 .                 .
APPROVED  reject                    .                 .                 .
APPROVED  cancel                    CANCELLED         CANCELLED         CANCELLED
APPROVED  cancel, no reason         /reason required  /reason required  /reason required
APPROVED  cancel, late              grace_over        CANCELLED         CANCELLED
APPROVED  cancel, late, no reason   grace_over        /reason required  /reason required
APPROVED  ship                      SHIPPED           SHIPPED           SHIPPED
APPROVED  deliver                   .                 .                 .
APPROVED  deliver, arrived before   .                 .                 .
APPROVED  deliver, arrives later    .                 .                 .
APPROVED  deliver, before shipping  .                 .                 .
APPROVED  abort                     .                 .                 .
APPROVED  expire                    .                 .                 .
APPROVED  expire, overdue           .                 .                 .
SHIPPED   amend                     .                 .                 .
SHIPPED   approve                   .                 .                 .
SHIPPED   approve one's own         .                 .                 .
SHIPPED   reject                    .                 .                 .
SHIPPED   cancel                    .                 .                 .
SHIPPED   cancel, no reason         .                 .                 .
SHIPPED   cancel, late              .                 .                 .
SHIPPED   cancel, late, no reason   .                 .                 .
SHIPPED   ship                      .                 .                 .
SHIPPED   deliver                   DELIVERED         DELIVERED         DELIVERED
SHIPPED   deliver, arrived before   DELIVERED         DELIVERED         DELIVERED
SHIPPED   deliver, arrives later    /delivered_at in_future/delivered_at in_future/delivered_at in_future
SHIPPED   deliver, before shipping  /delivered_at before_shipping/delivered_at before_shipping/delivered_at before_shipping
SHIPPED   abort                     CANCELLED         CANCELLED         CANCELLED
SHIPPED   expire                    .                 .                 .
SHIPPED   expire, overdue           .                 .                 .
";

#[test]
fn every_deed_in_every_status_leads_where_the_design_says() {
    let mut outcomes = String::new();
    for status in [Status::Created, Status::Approved, Status::Shipped] {
        let order = order_in(status);
        for (name, deed, actor, minutes) in cases() {
            write!(outcomes, "{:<10}{name:<26}", status.as_str()).unwrap();
            for standing in STANDINGS {
                let outcome = decided(&order, &deed, actor, standing, minutes);
                let cell = if outcome == "transition_refused" { "." } else { &outcome };
                write!(outcomes, "{cell:<18}").unwrap();
            }
            outcomes.truncate(outcomes.trim_end().len());
            outcomes.push('\n');
        }
    }
    assert_eq!(outcomes, OUTCOMES, "\n{outcomes}");
}

#[test]
fn nothing_can_be_done_to_an_order_in_a_final_status() {
    for status in [Status::Rejected, Status::Delivered, Status::Cancelled] {
        assert!(LIFE.leaving(status).next().is_none(), "{status}");
        for (name, deed, actor, minutes) in cases() {
            for standing in STANDINGS {
                let outcome = decided(&order_in(status), &deed, actor, standing, minutes);
                assert_eq!(outcome, "transition_refused", "{status} {name}");
            }
        }
    }
    for status in [Status::Created, Status::Approved, Status::Shipped] {
        assert!(LIFE.leaving(status).next().is_some(), "{status}");
    }
}

#[test]
fn what_is_admitted_succeeds_and_what_is_not_admitted_fails() {
    let rules = OrderRules::default();
    let mut admitted_somewhere = 0;
    for status in Status::ALL {
        let order = order_in(*status);
        for (standing, actor, minutes) in STANDINGS
            .into_iter()
            .flat_map(|standing| [1, 2].map(|actor| (standing, actor)))
            .flat_map(|(standing, actor)| [EARLY, 125, LATE].map(|minutes| (standing, actor, minutes)))
        {
            let actor = person(actor);
            let situation = Situation { actor: &actor, standing, now: noon_plus(minutes), rules: &rules };
            for action in Action::ALL {
                let Some(deed) = deed_for(*action) else { continue };
                let admitted = LIFE
                    .find(*action, Some(*status))
                    .is_some_and(|row| row.guards.iter().all(|guard| order.admits(*guard, situation)));
                let decided = order.decide(&deed, situation);
                assert_eq!(decided.is_ok(), admitted, "{status} {action} {situation:?}: {decided:?}");
                admitted_somewhere += usize::from(admitted);
            }
        }
    }
    assert!(admitted_somewhere > 20, "{admitted_somewhere}");
}

#[test]
fn the_table_names_each_step_once_and_starts_with_placing() {
    let mut steps: Vec<_> = TRANSITIONS.iter().map(|row| (row.action, row.from)).collect();
    steps.sort_unstable();
    let all = steps.len();
    steps.dedup();
    assert_eq!(steps.len(), all, "two rows for one step");
    let first: Vec<Action> =
        TRANSITIONS.iter().filter(|row| row.from.is_none()).map(|row| row.action).collect();
    assert_eq!(first, [Action::Create]);
    for action in Action::ALL {
        let mut permissions: Vec<_> =
            TRANSITIONS.iter().filter(|row| row.action == *action).map(|row| row.permission).collect();
        permissions.dedup();
        assert_eq!(permissions.len(), 1, "{action} needs one permission in whatever status");
        let names_itself = permissions[0].is_none_or(|permission| permission.action == action.as_str());
        assert!(names_itself, "{action} needs {permissions:?}");
    }
    let by_the_platform: Vec<Action> =
        TRANSITIONS.iter().filter(|row| row.permission.is_none()).map(|row| row.action).collect();
    assert_eq!(by_the_platform, [Action::Expire]);
}

#[test]
fn the_grace_period_ends_to_the_microsecond() {
    let order = order_in(Status::Approved);
    let alice = person(1);
    let rules = OrderRules::default();
    let end = order.approved_at.unwrap() + rules.cancel_grace;
    let cancel = deed_for(Action::Cancel).unwrap();
    let at = |now| Situation { actor: &alice, standing: Standing::Owner, now, rules: &rules };
    assert!(order.decide(&cancel, at(end - Duration::microseconds(1))).is_ok());
    let refused = order.decide(&cancel, at(end));
    assert!(matches!(refused, Err(OrderError::GraceOver { minutes: 30, .. })), "{refused:?}");
}

#[test]
fn an_order_expires_from_the_very_end_of_its_time_on() {
    let order = order_in(Status::Created);
    let platform = Actor::system("approval_timeout");
    let rules = OrderRules::default();
    let end = order.created_at + rules.approval_timeout;
    let at = |now| Situation { actor: &platform, standing: Standing::System, now, rules: &rules };
    let early = order.decide(&Deed::Expire, at(end - Duration::microseconds(1)));
    assert!(matches!(early, Err(OrderError::NotOverdue)), "{early:?}");
    assert!(order.decide(&Deed::Expire, at(end)).is_ok());
}

fn after(order: &Order, deed: &Deed, minutes: i64) -> Order {
    let rules = OrderRules::default();
    let actor = person(2);
    let now = noon_plus(minutes);
    let situation = Situation { actor: &actor, standing: Standing::Staff, now, rules: &rules };
    order.decide(deed, situation).unwrap().after
}

#[test]
fn each_deed_leaves_behind_what_it_says_and_nothing_else() {
    let created = order_in(Status::Created);
    let next = |order: &Order, status, minutes| Order {
        status,
        version: order.version.next(),
        updated_at: noon_plus(minutes),
        ..order.clone()
    };
    let why = Some("changed_mind".to_owned());

    let rejected = after(&created, &deed_for(Action::Reject).unwrap(), 5);
    assert_eq!(rejected, Order { reason: why.clone(), ..next(&created, Status::Rejected, 5) });
    let cancelled = after(&created, &deed_for(Action::Cancel).unwrap(), 5);
    assert_eq!(cancelled, Order { reason: why, ..next(&created, Status::Cancelled, 5) });

    let approved = after(&created, &deed_for(Action::Approve).unwrap(), 5);
    assert_eq!(approved, Order { approved_at: Some(noon_plus(5)), ..next(&created, Status::Approved, 5) });
    let ship = Deed::Ship { carrier: "UPS".to_owned(), tracking_number: Some("1Z".to_owned()) };
    let shipped = after(&approved, &ship, 6);
    let shipment = Shipment {
        carrier: "UPS".to_owned(),
        tracking_number: Some("1Z".to_owned()),
        shipped_at: noon_plus(6),
    };
    assert_eq!(shipped, Order { shipment: Some(shipment), ..next(&approved, Status::Shipped, 6) });
    let delivered = after(&shipped, &Deed::Deliver { delivered_at: None }, 7);
    assert_eq!(delivered, Order { delivered_at: Some(noon_plus(7)), ..next(&shipped, Status::Delivered, 7) });
    let lost = after(&shipped, &Deed::Abort { reason: CancelReason::ReturnedToSender }, 8);
    let returned = Some("returned_to_sender".to_owned());
    assert_eq!(lost, Order { reason: returned, ..next(&shipped, Status::Cancelled, 8) });
}

#[test]
fn an_amendment_changes_what_it_names() {
    let order = Order { note: Some("ring twice".to_owned()), ..order_in(Status::Created) };
    let amended = |amendment| after(&order, &Deed::Amend(amendment), 5);
    let same = Order { version: order.version.next(), updated_at: noon_plus(5), ..order.clone() };

    let lines = vec![super::super::fixture::line(3, 500)];
    let new_lines = amended(Amendment { lines: Some(lines.clone()), ..Amendment::default() });
    assert_eq!(new_lines, Order { lines, total: euro(1500), ..same.clone() });
    let mut address = order.shipping_address.clone();
    "Wien".clone_into(&mut address.city);
    let new_address = amended(Amendment { shipping_address: Some(address.clone()), ..Amendment::default() });
    assert_eq!(new_address, Order { shipping_address: address, ..same.clone() });
    let no_note = amended(Amendment { note: Some(None), ..Amendment::default() });
    assert_eq!(no_note, Order { note: None, ..same });
}

#[test]
fn an_arrival_is_kept_as_precisely_as_it_can_be_stored() {
    let shipped = order_in(Status::Shipped);
    let arrived = noon_plus(150) + Duration::nanoseconds(1_999);
    let delivered = after(&shipped, &Deed::Deliver { delivered_at: Some(arrived) }, LATE);
    assert_eq!(delivered.delivered_at, Some(noon_plus(150) + Duration::microseconds(1)));
}

#[test]
fn a_decision_becomes_one_write_one_event_and_one_audit_entry() {
    let ids = Counting::default();
    let mut actor = person(2);
    actor.origin.traceparent = Some("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".to_owned());
    let rules = OrderRules::default();
    let order = order_in(Status::Created);
    let situation = Situation { actor: &actor, standing: Standing::Staff, now: noon_plus(5), rules: &rules };
    let deed = Deed::Reject { reason: "fraud".to_owned(), note: Some("stolen card".to_owned()) };
    let decision = order.decide(&deed, situation).unwrap();
    let (draft, told) = decision.clone().into_draft(&actor, &ids);
    let commit = draft.unrepeated("it is a test").done();
    assert_eq!(Order::from(told), decision.after);

    assert_eq!(commit.once, None);
    let [OrderWrite::Update { order: written, from, entry }] = &commit.writes[..] else {
        panic!("{:?}", commit.writes)
    };
    assert_eq!((written, *from), (&decision.after, Version(1)));
    let expected = HistoryEntry {
        order: OrderId(order.id.0),
        version: Version(2),
        action: Action::Reject,
        from: Some(Status::Created),
        to: Status::Rejected,
        actor: actor.as_ref(),
        reason: Some("fraud".to_owned()),
        note: Some("stolen card".to_owned()),
        at: noon_plus(5),
        trace_id: Some("4bf92f3577b34da6a3ce929d0e0e4736".to_owned()),
    };
    assert_eq!(*entry, expected);
    let [event] = &commit.events[..] else { panic!("{:?}", commit.events) };
    assert_eq!((event.kind.as_str(), event.key, event.sequence), (event::ORDER_REJECTED, order.id.0, 2));
    assert_eq!(event.traceparent, actor.origin.traceparent);
    let [audit] = &commit.audit[..] else { panic!("{:?}", commit.audit) };
    assert_eq!((audit.action, &*audit.target), ("order.reject", &*format!("order:{}", order.id)));
    assert_eq!(audit.detail, json!({ "from": "CREATED", "to": "REJECTED", "version": 2, "reason": "fraud" }));
}

#[test]
fn placing_is_the_first_step() {
    let order = order_in(Status::Created);
    let alice = person(1);
    let (draft, _) = order.clone().placed(&alice).into_draft(&alice, &Counting::default());
    let commit = draft.unrepeated("it is a test").done();
    let [OrderWrite::Insert { order: written, history }] = &commit.writes[..] else {
        panic!("{:?}", commit.writes)
    };
    let [entry] = &history[..] else { panic!("{history:?}") };
    assert_eq!(*written, order);
    assert_eq!(
        (entry.version, entry.action, entry.from, entry.to),
        (Version(1), Action::Create, None, Status::Created)
    );
    assert_eq!(commit.events[0].kind, event::ORDER_CREATED);
    assert_eq!(commit.audit[0].action, "order.create");
}
