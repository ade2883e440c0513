//! An order as the API shows and takes it.

use eop_core::kernel::error::FieldError;
use eop_core::kernel::money::{Currency, Money, MoneyError};
use eop_core::order::command::{Content, PlaceOrder};
use eop_core::order::error::OrderError;
use eop_core::order::model::{Action, Address, Line, Shipment, Status};
use eop_core::order::service::OrderView;
use eop_http::types::{Code, FreeObject, Id, Int, Nullable, Text, Timestamp};
use eop_http::{IdempotencyKey, Problem};
use poem_openapi::{Enum, Object};
use serde_json::{Value, json};

/// An amount in minor units of one currency
#[derive(Clone, Debug, Object)]
#[oai(rename = "Money", skip_serializing_if_is_none)]
pub(crate) struct MoneyBody {
    /// Minor units, such as cents.
    #[oai(validator(minimum(value = "0"), maximum(value = "9007199254740991")))]
    amount: Int<i64>,
    /// ISO 4217 code of a currency in use, such as EUR.
    currency: Code<3>,
}

/// Where an order goes
#[derive(Clone, Debug, Object)]
#[oai(rename = "Address", skip_serializing_if_is_none)]
pub(crate) struct AddressBody {
    /// To whom, at most 200 characters.
    #[oai(validator(min_length = 1, max_length = 800))]
    name: Text,
    /// Street and number, at most 200 characters.
    #[oai(validator(min_length = 1, max_length = 800))]
    line1: Text,
    /// Anything more, such as the floor; at most 200 characters.
    #[oai(nullable, validator(min_length = 1, max_length = 800))]
    line2: Option<Text>,
    /// The city, at most 100 characters.
    #[oai(validator(min_length = 1, max_length = 400))]
    city: Text,
    /// State, province or county; at most 100 characters.
    #[oai(nullable, validator(min_length = 1, max_length = 400))]
    region: Option<Text>,
    /// The postal code, as the country has it; left out where there are none.
    #[oai(nullable, validator(min_length = 1, max_length = 80))]
    postal_code: Option<Text>,
    /// ISO 3166-1 alpha-2 code, such as DE; XK for Kosovo.
    country: Code<2>,
}

/// One line of an order to place
#[derive(Clone, Debug, Object)]
#[oai(rename = "LineDraft", skip_serializing_if_is_none)]
pub(crate) struct LineDraft {
    /// The article number, at most 64 characters.
    #[oai(validator(min_length = 1, max_length = 256))]
    sku: Text,
    /// What it is, at most 200 characters.
    #[oai(validator(min_length = 1, max_length = 800))]
    name: Text,
    /// How many.
    #[oai(validator(minimum(value = "1"), maximum(value = "10000")))]
    quantity: Int<u32>,
    /// The price of one. All lines have the same currency.
    unit_price: MoneyBody,
}

/// An order to place
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderDraft", skip_serializing_if_is_none)]
pub(crate) struct OrderDraft {
    /// For whom; for yourself when absent. Naming somebody else needs `order:create` over any.
    #[oai(nullable)]
    customer_id: Option<Id<eop_core::kernel::id::UserId>>,
    /// What is ordered.
    #[oai(validator(min_items = 1, max_items = 100))]
    lines: Vec<LineDraft>,
    /// Where it goes.
    shipping_address: AddressBody,
    /// A wish, at most 2000 characters.
    #[oai(nullable, validator(min_length = 1, max_length = 8000))]
    note: Option<Text>,
    /// Your own data, at most 4 KiB of JSON. Numbers keep their value and not their spelling: `1.10` is given back as `1.1`.
    #[oai(nullable)]
    metadata: Option<FreeObject>,
}

/// One line of an order
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderLine", skip_serializing_if_is_none)]
pub(crate) struct LineBody {
    /// The article number, at most 64 characters.
    sku: Text,
    /// What it is, at most 200 characters.
    name: Text,
    /// How many.
    quantity: Int<u32>,
    /// The price of one.
    unit_price: MoneyBody,
    /// Quantity times unit price.
    total: MoneyBody,
}

/// How an order was sent
#[derive(Clone, Debug, Object)]
#[oai(rename = "Shipment", skip_serializing_if_is_none)]
pub(crate) struct ShipmentBody {
    /// Who carries it.
    carrier: Text,
    /// The carrier's number for it.
    tracking_number: Nullable<Text>,
    /// When it was handed over.
    shipped_at: Timestamp,
}

/// Where an order is in its life
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "OrderStatus", rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum StatusName {
    /// Placed; waits for approval.
    Created,
    /// Approved; waits to be shipped.
    Approved,
    /// Refused. Final.
    Rejected,
    /// On its way.
    Shipped,
    /// Arrived. Final.
    Delivered,
    /// Called off. Final.
    Cancelled,
}

/// What can be done to an order
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "OrderAction", rename_all = "snake_case")]
pub(crate) enum ActionName {
    /// Place it.
    Create,
    /// Change it.
    Amend,
    /// Accept it.
    Approve,
    /// Refuse it.
    Reject,
    /// Call it off.
    Cancel,
    /// Hand it to a carrier.
    Ship,
    /// Note its arrival.
    Deliver,
    /// Give up a shipment.
    Abort,
    /// Call it off because nobody approved it in time.
    Expire,
}

/// Whose order it is
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderCustomer", skip_serializing_if_is_none)]
pub(crate) struct CustomerBody {
    /// The account.
    id: Id<eop_core::kernel::id::UserId>,
    /// The person's name, at most ten seconds old; null while it is not known here.
    name: Nullable<Text>,
}

/// An order
#[derive(Clone, Debug, Object)]
#[oai(rename = "Order", skip_serializing_if_is_none)]
pub(crate) struct OrderBody {
    /// Identity.
    id: Id<eop_core::kernel::id::OrderId>,
    /// The number that people use.
    number: Text,
    /// Whose order it is.
    customer_id: Id<eop_core::kernel::id::UserId>,
    /// The same with the name.
    customer: CustomerBody,
    /// Who placed it: an account id, or the name of a service.
    created_by: Text,
    /// Where it is in its life.
    status: StatusName,
    /// What is ordered.
    lines: Vec<LineBody>,
    /// The sum of the lines.
    total: MoneyBody,
    /// Where it goes.
    shipping_address: AddressBody,
    /// A wish.
    note: Nullable<Text>,
    /// The client's own data.
    metadata: FreeObject,
    /// How it was sent, once it was.
    shipment: Nullable<ShipmentBody>,
    /// When it was approved, once it was.
    approved_at: Nullable<Timestamp>,
    /// When it arrived, once it did.
    delivered_at: Nullable<Timestamp>,
    /// Why it was rejected or cancelled, once it was.
    reason: Nullable<Text>,
    /// Grows by one with each change; the `ETag` of the order.
    version: Int<u64>,
    /// When it was placed.
    created_at: Timestamp,
    /// When it last changed.
    updated_at: Timestamp,
    /// What you could do to it now.
    allowed_actions: Vec<ActionName>,
}

impl OrderDraft {
    /// The command, once every amount is a valid one.
    pub(crate) fn into_command(self, key: IdempotencyKey) -> Result<PlaceOrder, Problem> {
        let content = Content {
            lines: lines(self.lines)?,
            shipping_address: self.shipping_address.into(),
            note: self.note.map(Text::into_inner),
        };
        let metadata = self.metadata.map(|metadata| metadata.0).unwrap_or_default();
        Ok(PlaceOrder { customer: self.customer_id.map(|id| id.0), content, metadata, idempotency: key.0 })
    }
}

/// The lines of a draft in the domain's terms.
pub(crate) fn lines(drafts: Vec<LineDraft>) -> Result<Vec<Line>, Problem> {
    let line = |(index, draft): (usize, LineDraft)| {
        let unit_price = draft.unit_price.try_into().map_err(|error: MoneyError| FieldError {
            field: format!("/lines/{index}/unit_price"),
            code: "money",
            message: error.to_string(),
        })?;
        Ok(Line { sku: draft.sku.0, name: draft.name.0, quantity: draft.quantity.0, unit_price })
    };
    let result: Result<Vec<Line>, FieldError> = drafts.into_iter().enumerate().map(line).collect();
    result.map_err(|refused| OrderError::Invalid(vec![refused]).into())
}

impl From<Money> for MoneyBody {
    fn from(money: Money) -> Self {
        Self { amount: Int(money.amount()), currency: Code::known(money.currency().as_str()) }
    }
}

impl TryFrom<MoneyBody> for Money {
    type Error = MoneyError;
    fn try_from(body: MoneyBody) -> Result<Self, MoneyError> {
        let currency: Currency = body.currency.as_str().parse()?;
        Self::new(body.amount.0, currency)
    }
}

impl From<AddressBody> for Address {
    fn from(body: AddressBody) -> Self {
        Self {
            name: body.name.0,
            line1: body.line1.0,
            line2: body.line2.map(Text::into_inner),
            city: body.city.0,
            region: body.region.map(Text::into_inner),
            postal_code: body.postal_code.map(Text::into_inner),
            country: body.country.into(),
        }
    }
}

impl From<Address> for AddressBody {
    fn from(address: Address) -> Self {
        Self {
            name: Text(address.name),
            line1: Text(address.line1),
            line2: address.line2.map(Text),
            city: Text(address.city),
            region: address.region.map(Text),
            postal_code: address.postal_code.map(Text),
            country: Code::known(&address.country),
        }
    }
}

impl From<Line> for LineBody {
    fn from(line: Line) -> Self {
        // A stored line was checked when it was placed; its total fits.
        let total = line.total().unwrap_or_else(|_| Money::zero(line.unit_price.currency()));
        Self {
            sku: Text(line.sku),
            name: Text(line.name),
            quantity: Int(line.quantity),
            unit_price: line.unit_price.into(),
            total: total.into(),
        }
    }
}

impl From<Shipment> for ShipmentBody {
    fn from(shipment: Shipment) -> Self {
        Self {
            carrier: Text(shipment.carrier),
            tracking_number: Nullable(shipment.tracking_number.map(Text)),
            shipped_at: Timestamp(shipment.shipped_at),
        }
    }
}

impl From<Status> for StatusName {
    fn from(status: Status) -> Self {
        match status {
            Status::Created => Self::Created,
            Status::Approved => Self::Approved,
            Status::Rejected => Self::Rejected,
            Status::Shipped => Self::Shipped,
            Status::Delivered => Self::Delivered,
            Status::Cancelled => Self::Cancelled,
        }
    }
}

impl From<StatusName> for Status {
    fn from(name: StatusName) -> Self {
        match name {
            StatusName::Created => Self::Created,
            StatusName::Approved => Self::Approved,
            StatusName::Rejected => Self::Rejected,
            StatusName::Shipped => Self::Shipped,
            StatusName::Delivered => Self::Delivered,
            StatusName::Cancelled => Self::Cancelled,
        }
    }
}

impl From<Action> for ActionName {
    fn from(action: Action) -> Self {
        match action {
            Action::Create => Self::Create,
            Action::Amend => Self::Amend,
            Action::Approve => Self::Approve,
            Action::Reject => Self::Reject,
            Action::Cancel => Self::Cancel,
            Action::Ship => Self::Ship,
            Action::Deliver => Self::Deliver,
            Action::Abort => Self::Abort,
            Action::Expire => Self::Expire,
        }
    }
}

impl From<OrderView> for OrderBody {
    fn from(view: OrderView) -> Self {
        let order = view.order;
        Self {
            id: Id(order.id),
            number: Text(order.number),
            customer_id: Id(order.customer_id),
            customer: CustomerBody { id: Id(order.customer_id), name: Nullable(view.customer.map(Text)) },
            created_by: Text(order.created_by.id),
            status: order.status.into(),
            lines: order.lines.into_iter().map(LineBody::from).collect(),
            total: order.total.into(),
            shipping_address: order.shipping_address.into(),
            note: Nullable(order.note.map(Text)),
            metadata: FreeObject(order.metadata),
            shipment: Nullable(order.shipment.map(ShipmentBody::from)),
            approved_at: Nullable(order.approved_at.map(Timestamp)),
            delivered_at: Nullable(order.delivered_at.map(Timestamp)),
            reason: Nullable(order.reason.map(Text)),
            version: Int(order.version.0),
            created_at: Timestamp(order.created_at),
            updated_at: Timestamp(order.updated_at),
            allowed_actions: view.allowed_actions.into_iter().map(ActionName::from).collect(),
        }
    }
}

/// The example of an order to place.
pub(crate) fn example_draft() -> Value {
    json!({
        "lines": [
            { "sku": "TEA-EG-100", "name": "Earl Grey, 100 g", "quantity": 2, "unit_price": { "amount": 649, "currency": "EUR" } },
            { "sku": "POT-07", "name": "Teapot, 0.7 l", "quantity": 1, "unit_price": { "amount": 3450, "currency": "EUR" } },
            { "sku": "CUP-02", "name": "Cup", "quantity": 4, "unit_price": { "amount": 890, "currency": "EUR" } },
        ],
        "shipping_address": {
            "name": "Alice Example", "line1": "Lindenstraße 12", "city": "Berlin", "postal_code": "10969", "country": "DE",
        },
        "note": "Please ring twice",
        "metadata": { "campaign": "autumn" },
    })
}
