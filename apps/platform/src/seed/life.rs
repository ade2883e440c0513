//! The life of one order: who did what when, each step decided by the rules that hold for everybody.

use chrono::Duration;
use eop_core::kernel::actor::{Actor, Origin};
use eop_core::kernel::clock::{Timestamp, to_stored_precision};
use eop_core::kernel::id::OrderId;
use eop_core::order::command::{Amendment, Deed};
use eop_core::order::model::decision::{NewOrder, OrderRules, Situation, Standing};
use eop_core::order::model::past::Past;
use eop_core::order::model::{CancelReason, Order};

use super::fate::{EXPIRY_DELAY, Fate};
use super::people::{Customer, Staff};
use super::random::{Random, Stream};
use super::{Plan, SeedError, catalogue};

/// Makes orders as a plan wants them.
#[derive(Clone, Debug)]
pub(super) struct Maker {
    plan: Plan,
    staff: Staff,
}

/// Where an order stands in the list: its place, when it is placed, and what becomes of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) index: u64,
    pub(super) at: Timestamp,
    pub(super) fate: Fate,
}

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Customer,
    Approver,
    Fulfilment,
    Support,
    Platform,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Amend,
    Approve,
    Reject,
    Cancel,
    Ship,
    Deliver,
    Abort(CancelReason),
    Expire,
}

/// A step, and how long after the one before it is done, in microseconds.
type Step = (Who, What, u64);

const MINUTE: u64 = 60_000_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

impl Maker {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { plan: plan.clone(), staff: Staff::of(plan.seed, plan.since()) }
    }

    /// The order of a slot, with this number.
    pub(super) fn order(&self, slot: Slot, number: u64) -> Result<Past, SeedError> {
        let mut random = Random::of(self.plan.seed, Stream::Order, slot.index);
        let random = &mut random;
        let id = OrderId(random.id_at(slot.at));
        let customer = self.plan.customers.draw(self.plan.seed, random, self.plan.since());
        let owner = Actor::becoming(customer.id, Origin::default());
        let by_phone = random.chance(4);
        let metadata = catalogue::metadata(random, by_phone);
        let placer = if by_phone { random.pick(&self.staff.support) } else { &owner };
        let content = catalogue::content(random, customer.till, customer.address.clone())?;
        let new = NewOrder { id, number, customer: customer.id, content, metadata };
        let mut past = Past::beginning(Order::new(new, placer, slot.at)?.placed(placer));

        let steps = steps(random, slot.fate, &self.plan.rules);
        let mut times = Times::of(random, &steps, (slot.at, self.plan.until));
        for (who, what, delay) in steps {
            let now = times.after(delay);
            let platform = Actor::system("approval_timeout");
            let (actor, standing) = match who {
                Who::Customer => (&owner, Standing::Owner),
                Who::Approver => (random.pick(&self.staff.approvers), Standing::Staff),
                Who::Fulfilment => (random.pick(&self.staff.fulfilment), Standing::Staff),
                Who::Support => (random.pick(&self.staff.support), Standing::Staff),
                Who::Platform => (&platform, Standing::System),
            };
            let deed = deed(random, (who, what), (past.order(), now), &customer)?;
            past.then(&deed, Situation { actor, standing, now, rules: &self.plan.rules })?;
        }
        Ok(past)
    }
}

/// The times of steps: with the delays they have, or proportionally faster where these do not fit.
struct Times {
    now: Timestamp,
    /// Available and needed, when too little is available.
    scale: Option<(i128, i128)>,
}

impl Times {
    fn of(random: &mut Random, steps: &[Step], (from, until): (Timestamp, Timestamp)) -> Self {
        let needed = steps.iter().map(|(_, _, delay)| i128::from(*delay)).sum::<i128>();
        let available = i128::from((until - from).num_microseconds().unwrap_or_default());
        // Not all of what is hurried ends in the last moment.
        let hurry = || (available * i128::from(random.between(60..=99)) / 100, needed);
        Self { now: from, scale: (needed > available).then(hurry) }
    }

    fn after(&mut self, micros: u64) -> Timestamp {
        let micros = i128::from(micros);
        let micros = self.scale.map_or(micros, |(available, needed)| micros * available / needed);
        self.now += Duration::microseconds(i64::try_from(micros).unwrap_or_default());
        self.now
    }
}

fn micros(duration: Duration) -> u64 {
    duration.num_microseconds().unwrap_or_default().unsigned_abs()
}

/// What leads an order to its fate.
fn steps(random: &mut Random, fate: Fate, rules: &OrderRules) -> Vec<Step> {
    let mut steps = Vec::with_capacity(4);
    if !matches!(fate, Fate::Expired | Fate::Withdrawn | Fate::Rejected) && random.chance(8) {
        steps.push((Who::Customer, What::Amend, random.early(3 * MINUTE..=3 * HOUR)));
    }
    let approve = (Who::Approver, What::Approve, random.early(10 * MINUTE..=40 * HOUR));
    let ship = (Who::Fulfilment, What::Ship, random.early(HOUR..=3 * DAY));
    let abort =
        |random: &mut Random, reason| (Who::Support, What::Abort(reason), random.between(5 * DAY..=8 * DAY));
    match fate {
        Fate::Waits => {}
        Fate::Approved => steps.push(approve),
        Fate::Shipped => steps.extend([approve, ship]),
        Fate::Rejected => steps.push((Who::Approver, What::Reject, random.early(10 * MINUTE..=40 * HOUR))),
        Fate::Withdrawn => steps.push((Who::Customer, What::Cancel, random.early(MINUTE..=20 * HOUR))),
        Fate::Regretted => {
            steps.extend([approve, (Who::Customer, What::Cancel, random.below(micros(rules.cancel_grace)))]);
        }
        Fate::CalledOff => {
            steps.extend([approve, (Who::Support, What::Cancel, random.early(HOUR..=2 * DAY))]);
        }
        Fate::Lost => steps.extend([approve, ship, abort(random, CancelReason::Lost)]),
        Fate::Returned => steps.extend([approve, ship, abort(random, CancelReason::ReturnedToSender)]),
        Fate::Expired => {
            let delay = micros(rules.approval_timeout) + random.below(micros(EXPIRY_DELAY));
            steps.push((Who::Platform, What::Expire, delay));
        }
        Fate::Delivered => {
            steps.extend([
                approve,
                ship,
                (Who::Fulfilment, What::Deliver, random.early(14 * HOUR..=6 * DAY)),
            ]);
        }
    }
    steps
}

/// What is done to `order` at `now`, with what was said about it.
fn deed(
    random: &mut Random,
    (who, what): (Who, What),
    (order, now): (&Order, Timestamp),
    customer: &Customer,
) -> Result<Deed, SeedError> {
    Ok(match what {
        What::Amend => Deed::Amend(Amendment {
            lines: Some(catalogue::lines(random, customer.till)?),
            ..Amendment::default()
        }),
        What::Approve => Deed::Approve { note: random.chance(6).then(|| "Good customer".to_owned()) },
        What::Reject => {
            let reason =
                *random.pick(&["out_of_stock", "payment_refused", "address_unknown", "fraud_suspected"]);
            Deed::Reject { reason: reason.to_owned(), note: None }
        }
        What::Cancel if who == Who::Customer => {
            let reason = *random.pick(&["changed_mind", "ordered_twice", "found_cheaper", "takes_too_long"]);
            Deed::Cancel { reason: Some(reason.to_owned()), note: None }
        }
        What::Cancel => {
            let reason = *random.pick(&["out_of_stock", "asked_by_phone", "damaged_in_warehouse"]);
            Deed::Cancel { reason: Some(reason.to_owned()), note: None }
        }
        What::Ship => {
            let carrier = *random.pick(&["DHL", "DHL", "UPS", "DPD", "GLS", "FedEx"]);
            let tracking_number =
                random.chance(92).then(|| format!("{:014}", random.below(100_000_000_000_000)));
            Deed::Ship { carrier: carrier.to_owned(), tracking_number }
        }
        What::Deliver => {
            // Some arrivals are noted hours later.
            let shipped_at = order.shipment.as_ref().map_or(now, |shipment| shipment.shipped_at);
            let ago = ((now - shipped_at) / 2).min(Duration::hours(4));
            Deed::Deliver { delivered_at: random.chance(30).then(|| to_stored_precision(now - ago)) }
        }
        What::Abort(reason) => Deed::Abort { reason },
        What::Expire => Deed::Expire,
    })
}
