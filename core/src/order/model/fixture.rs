//! Prepared orders, people and deeds for the tests of this context's rules.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{Duration, TimeZone, Utc};
use serde_json::Map;
use uuid::Uuid;

use super::{Action, Address, CancelReason, Line, Order, Shipment, Status};
use crate::kernel::actor::{Actor, Origin};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::id::{IdGenerator, OrderId, UserId};
use crate::kernel::money::Money;
use crate::order::command::{Amendment, Deed};

/// Counts up.
#[derive(Debug, Default)]
pub(crate) struct Counting(AtomicU64);

impl IdGenerator for Counting {
    fn next(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.0.fetch_add(1, Ordering::Relaxed)))
    }
}

/// `minutes` after noon of a day in March 2026, when every prepared order was placed.
pub(crate) fn noon_plus(minutes: i64) -> Timestamp {
    Utc.with_ymd_and_hms(2026, 3, 4, 12, 0, 0).unwrap() + Duration::minutes(minutes)
}

/// The `n`-th person.
pub(crate) fn person(n: u128) -> Actor {
    Actor::becoming(UserId(Uuid::from_u128(n)), Origin::default())
}

/// So many cents of euro.
pub(crate) fn euro(cents: i64) -> Money {
    Money::new(cents, "EUR".parse().unwrap()).unwrap()
}

/// A line of one article.
pub(crate) fn line(quantity: u32, cents: i64) -> Line {
    Line { sku: "sku-1".to_owned(), name: "Chair".to_owned(), quantity, unit_price: euro(cents) }
}

pub(crate) fn address() -> Address {
    Address {
        name: "Alice Example".to_owned(),
        line1: "1 Main Street".to_owned(),
        line2: None,
        city: "Berlin".to_owned(),
        region: None,
        postal_code: Some("10115".to_owned()),
        country: "DE".to_owned(),
    }
}

/// An order that person 1 placed at noon. One that got so far was approved an hour later, shipped after two hours and
/// delivered after three.
pub(crate) fn order_in(status: Status) -> Order {
    let alice = person(1);
    let approved = matches!(status, Status::Approved | Status::Shipped | Status::Delivered);
    let shipped = matches!(status, Status::Shipped | Status::Delivered);
    Order {
        id: OrderId(Uuid::from_u128(77)),
        number: "ORD-2026-000077".to_owned(),
        customer_id: alice.user_id().unwrap(),
        created_by: alice.as_ref(),
        status,
        lines: vec![line(2, 1999)],
        total: euro(3998),
        shipping_address: address(),
        note: None,
        metadata: Map::new(),
        shipment: shipped.then(|| Shipment {
            carrier: "DHL".to_owned(),
            tracking_number: None,
            shipped_at: noon_plus(120),
        }),
        delivered_at: (status == Status::Delivered).then(|| noon_plus(180)),
        reason: None,
        approved_at: approved.then(|| noon_plus(60)),
        version: Version::FIRST,
        created_at: noon_plus(0),
        updated_at: noon_plus(0),
    }
}

/// A well-formed deed for `action`; none for placing, which is not done to an order.
pub(crate) fn deed_for(action: Action) -> Option<Deed> {
    let why = || "changed_mind".to_owned();
    Some(match action {
        Action::Create => return None,
        Action::Amend => {
            Deed::Amend(Amendment { lines: Some(vec![line(3, 500), line(1, 7)]), ..Amendment::default() })
        }
        Action::Approve => Deed::Approve { note: None },
        Action::Reject => Deed::Reject { reason: why(), note: None },
        Action::Cancel => Deed::Cancel { reason: Some(why()), note: None },
        Action::Ship => Deed::Ship { carrier: "DHL".to_owned(), tracking_number: None },
        Action::Deliver => Deed::Deliver { delivered_at: None },
        Action::Abort => Deed::Abort { reason: CancelReason::Lost },
        Action::Expire => Deed::Expire,
    })
}
