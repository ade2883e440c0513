//! Whatever is tried on an order, in whatever order and by whomever: its invariants hold.

use chrono::Duration;
use proptest::prelude::*;

use super::super::fixture::{Counting, address, line, noon_plus, order_in, person};
use super::super::{CancelReason, Line, Status, total_of};
use super::*;
use crate::kernel::money::Money;
use crate::order::command::Amendment;

/// One try: what, by whom, as what, and how many minutes after the one before.
#[derive(Clone, Debug)]
struct Try {
    deed: Deed,
    actor: u128,
    standing: Standing,
    minutes: i64,
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let cents = prop_oneof![9 => 0..100_000_i64, 1 => Just(Money::MAX_AMOUNT)];
    let one = (1..=Line::MAX_QUANTITY, cents).prop_map(|(quantity, cents)| line(quantity, cents));
    prop::collection::vec(one, 1..4)
}

fn deeds() -> impl Strategy<Value = Deed> {
    let text = || prop::option::of("[a-z_]{1,12}");
    let amend = (prop::option::of(lines()), prop::option::of(text()), any::<bool>()).prop_map(
        |(lines, note, moves)| Deed::Amend(Amendment { lines, note, shipping_address: moves.then(address) }),
    );
    let arrival = prop::option::of((0..3000_i64).prop_map(noon_plus));
    prop_oneof![
        4 => amend,
        2 => text().prop_map(|note| Deed::Approve { note }),
        1 => ("[a-z_]{1,12}", text()).prop_map(|(reason, note)| Deed::Reject { reason, note }),
        1 => (text(), text()).prop_map(|(reason, note)| Deed::Cancel { reason, note }),
        3 => text().prop_map(|tracking_number| Deed::Ship { carrier: "DHL".to_owned(), tracking_number }),
        3 => arrival.prop_map(|delivered_at| Deed::Deliver { delivered_at }),
        1 => prop::sample::select(vec![CancelReason::Lost, CancelReason::ReturnedToSender])
            .prop_map(|reason| Deed::Abort { reason }),
        1 => Just(Deed::Expire),
    ]
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let standing = prop::sample::select(vec![Standing::Owner, Standing::Staff, Standing::System]);
    let one = (deeds(), 1..4_u128, standing, prop_oneof![0..60_i64, 0..6000_i64])
        .prop_map(|(deed, actor, standing, minutes)| Try { deed, actor, standing, minutes });
    prop::collection::vec(one, 0..24)
}

/// What holds of one step.
fn is_sound(before: &Order, decision: &Decision, now: Timestamp) -> Result<(), TestCaseError> {
    let Decision { after: order, from, entry, transition } = decision;
    prop_assert_eq!(*from, Some(before.version));
    prop_assert_eq!(order.version, before.version.next());
    prop_assert_eq!((entry.order, entry.version, entry.at), (order.id, order.version, now));
    prop_assert_eq!((entry.from, entry.to), (Some(before.status), order.status));
    prop_assert_eq!((transition.from, transition.to), (entry.from, entry.to));
    prop_assert_eq!(Ok(order.total), total_of(&order.lines));
    prop_assert_eq!(order.updated_at, now);
    let kept = |order: &Order| {
        (order.id, order.number.clone(), order.customer_id, order.created_by.clone(), order.created_at)
    };
    prop_assert_eq!(kept(order), kept(before));
    prop_assert_eq!(&order.metadata, &before.metadata);
    Ok(())
}

/// What holds of an order, however it came to be.
fn is_consistent(order: &Order) -> Result<(), TestCaseError> {
    let was_approved = order.approved_at.is_some();
    let called_off = matches!(order.status, Status::Rejected | Status::Cancelled);
    prop_assert_eq!(order.status == Status::Delivered, order.delivered_at.is_some());
    prop_assert!(order.reason.is_none() || called_off);
    match order.status {
        Status::Created | Status::Rejected => prop_assert!(!was_approved && order.shipment.is_none()),
        Status::Approved => prop_assert!(was_approved && order.shipment.is_none()),
        Status::Shipped | Status::Delivered => prop_assert!(was_approved && order.shipment.is_some()),
        Status::Cancelled => prop_assert!(order.shipment.is_none() || was_approved),
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_sequence_of_deeds_keeps_the_invariants(tries in tries()) {
        let rules = OrderRules::default();
        let placed = order_in(Status::Created).placed(&person(1));
        let (mut order, mut history) = (placed.after, vec![placed.entry]);
        let mut now = order.created_at;
        for Try { deed, actor, standing, minutes } in tries {
            now += Duration::minutes(minutes);
            let actor = person(actor);
            let decided = order.decide(&deed, Situation { actor: &actor, standing, now, rules: &rules });
            let Ok(decision) = decided else { continue };
            prop_assert!(LIFE.leaving(order.status).next().is_some(), "{} was left by {deed:?}", order.status);
            is_sound(&order, &decision, now)?;
            let (draft, _) = decision.clone().into_draft(&actor, &Counting::default());
            let commit = draft.unrepeated("it is a test").done();
            prop_assert_eq!((commit.writes.len(), commit.events.len(), commit.audit.len()), (1, 1, 1));
            prop_assert_eq!(commit.events[0].sequence, decision.after.version.0);
            order = decision.after;
            history.push(decision.entry);
            is_consistent(&order)?;
        }
        prop_assert_eq!(usize::try_from(order.version.0).unwrap(), history.len());
        prop_assert_eq!(history.last().map(|entry| entry.to), Some(order.status));
        for pair in history.windows(2) {
            prop_assert_eq!(pair[1].from, Some(pair[0].to));
            prop_assert_eq!(pair[1].version, pair[0].version.next());
            prop_assert!(pair[0].at <= pair[1].at);
        }
    }

    #[test]
    fn a_total_is_the_exact_sum_of_its_lines_or_refused(lines in lines()) {
        let exact: i128 =
            lines.iter().map(|line| i128::from(line.quantity) * i128::from(line.unit_price.amount())).sum();
        match total_of(&lines) {
            Ok(total) => prop_assert_eq!(i128::from(total.amount()), exact),
            // Prices here are not negative, so a part that is too large makes the sum too large.
            Err(_) => prop_assert!(exact > i128::from(Money::MAX_AMOUNT)),
        }
    }

    #[test]
    fn an_order_that_was_told_reads_back_equal(tries in tries()) {
        let rules = OrderRules::default();
        let mut order = order_in(Status::Created);
        for Try { deed, actor, standing, .. } in tries {
            let actor = person(actor);
            let situation = Situation { actor: &actor, standing, now: noon_plus(9000), rules: &rules };
            if let Ok(decision) = order.decide(&deed, situation) {
                order = decision.after;
            }
        }
        let text = serde_json::to_string(&OrderSnapshot::from(&order)).unwrap();
        prop_assert_eq!(Order::from(serde_json::from_str::<OrderSnapshot>(&text).unwrap()), order);
    }
}
