//! An order as it leaves this context: in events, and in what is kept to answer a repeated request.
//!
//! Each type here is a published form. What was written in it once is read for years: a member may be added, with a default
//! for texts that lack it, and none may go, change its meaning or hold less.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::model::{Address, Line, Order, Shipment, Status};
use crate::kernel::actor::ActorRef;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::id::{OrderId, UserId};
use crate::kernel::money::Money;

/// An order as other contexts see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Order")]
pub struct OrderSnapshot {
    /// Identity.
    pub id: OrderId,
    /// The number that people use, `ORD-2026-000123`.
    pub number: String,
    /// Whose order it is.
    pub customer_id: UserId,
    /// Who placed it: the customer, or staff on their behalf.
    pub created_by: ActorRef,
    /// Where it is in its life.
    pub status: Status,
    /// What is ordered, all in one currency.
    #[schemars(length(min = 1, max = Order::MAX_LINES))]
    pub lines: Vec<LineSnapshot>,
    /// The sum of the lines.
    pub total: Money,
    /// Where it goes.
    pub shipping_address: AddressSnapshot,
    /// The customer's wish.
    pub note: Option<String>,
    /// The data of the client that placed it.
    pub metadata: Map<String, Value>,
    /// How it was sent, once it was.
    pub shipment: Option<ShipmentSnapshot>,
    /// When it arrived, once it did.
    pub delivered_at: Option<Timestamp>,
    /// Why it was rejected or cancelled, once it was.
    pub reason: Option<String>,
    /// When it was approved, once it was.
    pub approved_at: Option<Timestamp>,
    /// Grows by one with each change.
    pub version: Version,
    /// When it was placed.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderLine")]
pub struct LineSnapshot {
    /// The article number.
    pub sku: String,
    /// What it is.
    pub name: String,
    /// How many.
    #[schemars(range(min = 1, max = Line::MAX_QUANTITY))]
    pub quantity: u32,
    /// The price of one.
    pub unit_price: Money,
}

/// Where an order goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Address")]
pub struct AddressSnapshot {
    /// To whom.
    pub name: String,
    /// Street and number.
    pub line1: String,
    /// Anything more, such as the floor.
    pub line2: Option<String>,
    /// The city.
    pub city: String,
    /// State, province or county.
    pub region: Option<String>,
    /// The postal code; an empty text where the country has none.
    #[serde(default)]
    pub postal_code: String,
    /// ISO 3166-1 alpha-2 country code.
    pub country: String,
}

/// How an order was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Shipment")]
pub struct ShipmentSnapshot {
    /// Who carries it.
    pub carrier: String,
    /// The carrier's number for it.
    pub tracking_number: Option<String>,
    /// When it was handed over.
    pub shipped_at: Timestamp,
}

// Every member is named both ways below, so that one that is added to an order, or to a snapshot, does not compile until
// somebody has decided whether it is told.

impl From<&Order> for OrderSnapshot {
    fn from(order: &Order) -> Self {
        let Order {
            id,
            number,
            customer_id,
            created_by,
            status,
            lines,
            total,
            shipping_address,
            note,
            metadata,
            shipment,
            delivered_at,
            reason,
            approved_at,
            version,
            created_at,
            updated_at,
        } = order;
        Self {
            id: *id,
            number: number.clone(),
            customer_id: *customer_id,
            created_by: created_by.clone(),
            status: *status,
            lines: lines.iter().map(LineSnapshot::from).collect(),
            total: *total,
            shipping_address: shipping_address.into(),
            note: note.clone(),
            metadata: metadata.clone(),
            shipment: shipment.as_ref().map(ShipmentSnapshot::from),
            delivered_at: *delivered_at,
            reason: reason.clone(),
            approved_at: *approved_at,
            version: *version,
            created_at: *created_at,
            updated_at: *updated_at,
        }
    }
}

impl From<OrderSnapshot> for Order {
    fn from(told: OrderSnapshot) -> Self {
        let OrderSnapshot {
            id,
            number,
            customer_id,
            created_by,
            status,
            lines,
            total,
            shipping_address,
            note,
            metadata,
            shipment,
            delivered_at,
            reason,
            approved_at,
            version,
            created_at,
            updated_at,
        } = told;
        Self {
            id,
            number,
            customer_id,
            created_by,
            status,
            lines: lines.into_iter().map(Line::from).collect(),
            total,
            shipping_address: shipping_address.into(),
            note,
            metadata,
            shipment: shipment.map(Shipment::from),
            delivered_at,
            reason,
            approved_at,
            version,
            created_at,
            updated_at,
        }
    }
}

impl From<&Line> for LineSnapshot {
    fn from(line: &Line) -> Self {
        let Line { sku, name, quantity, unit_price } = line;
        Self { sku: sku.clone(), name: name.clone(), quantity: *quantity, unit_price: *unit_price }
    }
}

impl From<LineSnapshot> for Line {
    fn from(told: LineSnapshot) -> Self {
        let LineSnapshot { sku, name, quantity, unit_price } = told;
        Self { sku, name, quantity, unit_price }
    }
}

impl From<&Address> for AddressSnapshot {
    fn from(address: &Address) -> Self {
        let Address { name, line1, line2, city, region, postal_code, country } = address;
        Self {
            name: name.clone(),
            line1: line1.clone(),
            line2: line2.clone(),
            city: city.clone(),
            region: region.clone(),
            postal_code: postal_code.clone().unwrap_or_default(),
            country: country.clone(),
        }
    }
}

impl From<AddressSnapshot> for Address {
    fn from(told: AddressSnapshot) -> Self {
        let AddressSnapshot { name, line1, line2, city, region, postal_code, country } = told;
        let postal_code = Some(postal_code).filter(|code| !code.is_empty());
        Self { name, line1, line2, city, region, postal_code, country }
    }
}

impl From<&Shipment> for ShipmentSnapshot {
    fn from(shipment: &Shipment) -> Self {
        let Shipment { carrier, tracking_number, shipped_at } = shipment;
        Self { carrier: carrier.clone(), tracking_number: tracking_number.clone(), shipped_at: *shipped_at }
    }
}

impl From<ShipmentSnapshot> for Shipment {
    fn from(told: ShipmentSnapshot) -> Self {
        let ShipmentSnapshot { carrier, tracking_number, shipped_at } = told;
        Self { carrier, tracking_number, shipped_at }
    }
}
