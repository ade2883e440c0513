//! Orders, their lines, history and notes.

pub mod decision;
#[cfg(test)]
pub(crate) mod fixture;
pub mod past;
mod search;
pub mod transition;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use self::search::{SearchDocument, SearchTerms};
pub use self::transition::{Action, CancelReason, Guard, LIFE, Status, TRANSITIONS, Transition};
use crate::kernel::actor::ActorRef;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::id::{NoteId, OrderId, UserId};
use crate::kernel::money::{Currency, Money, MoneyError};

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The article number, 1 to 64 characters.
    pub sku: String,
    /// What it is, 1 to 200 characters.
    pub name: String,
    /// How many, 1 to [`Line::MAX_QUANTITY`].
    pub quantity: u32,
    /// The price of one.
    pub unit_price: Money,
}

impl Line {
    /// The largest quantity of one line.
    pub const MAX_QUANTITY: u32 = 10_000;

    /// Quantity times unit price.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub fn total(&self) -> Result<Money, MoneyError> {
        self.unit_price.times(self.quantity)
    }
}

/// Where an order goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
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
    /// The postal code, where the country has one.
    ///
    /// Written as an empty text when there is none, because it was always there before, and programs of then read what is
    /// written now.
    #[serde(default, with = "blank_for_none")]
    pub postal_code: Option<String>,
    /// ISO 3166-1 alpha-2 country code.
    pub country: String,
}

/// `None` as an empty text.
mod blank_for_none {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde passes the member as it is")]
    pub(super) fn serialize<S: Serializer>(text: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
        text.as_deref().unwrap_or_default().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<String>, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.filter(|text| !text.is_empty()))
    }
}

/// How an order was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shipment {
    /// Who carries it.
    pub carrier: String,
    /// The carrier's number for it.
    pub tracking_number: Option<String>,
    /// When it was handed over.
    pub shipped_at: Timestamp,
}

/// A person who may have orders, as identity last told of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Identity, the same as that of the account.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The address of their mail, where it was told.
    pub email: Option<String>,
    /// The version of the account that told it. What an older one tells is out of date.
    pub sequence: u64,
    /// When that was.
    pub updated_at: Timestamp,
}

/// An order. It is told to others as an [`OrderSnapshot`](super::event::OrderSnapshot).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
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
    /// What is ordered, 1 to [`Order::MAX_LINES`] lines of one currency.
    pub lines: Vec<Line>,
    /// The sum of the lines.
    pub total: Money,
    /// Where it goes.
    pub shipping_address: Address,
    /// The customer's wish, at most 2000 characters.
    pub note: Option<String>,
    /// The client's own data, at most 4 KiB of JSON.
    pub metadata: Map<String, Value>,
    /// How it was sent, once it was.
    pub shipment: Option<Shipment>,
    /// When it arrived, once it did.
    pub delivered_at: Option<Timestamp>,
    /// Why it was rejected or cancelled, once it was.
    pub reason: Option<String>,
    /// When it was approved, once it was: starts the owner's grace period for cancelling.
    pub approved_at: Option<Timestamp>,
    /// Grows by one with each change; equals the length of the history.
    pub version: Version,
    /// When it was placed.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

impl Order {
    /// The most lines that one order may have.
    pub const MAX_LINES: usize = 100;
    /// The largest metadata, in bytes of compact JSON.
    pub const MAX_METADATA_BYTES: usize = 4096;

    /// The currency of every line.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.total.currency()
    }
}

/// The sum of `lines`.
///
/// # Errors
/// [`MoneyError`] when they mix currencies, are too large together, or are none (`UnknownCurrency`).
pub fn total_of(lines: &[Line]) -> Result<Money, MoneyError> {
    let (first, rest) = lines.split_first().ok_or_else(|| MoneyError::UnknownCurrency(String::new()))?;
    rest.iter().try_fold(first.total()?, |sum, line| sum.plus(line.total()?))
}

/// One step in the life of an order. `version` is that of the order after the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Which order.
    pub order: OrderId,
    /// The order's version after the step: 1, 2, 3 …
    pub version: Version,
    /// What was done.
    pub action: Action,
    /// The status before; absent for the first step.
    pub from: Option<Status>,
    /// The status after.
    pub to: Status,
    /// Who did it.
    pub actor: ActorRef,
    /// Why, as a code.
    pub reason: Option<String>,
    /// What they said about it.
    pub note: Option<String>,
    /// When.
    pub at: Timestamp,
    /// The trace of the request that did it.
    pub trace_id: Option<String>,
}

/// Who may read a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everybody who may see the order.
    Public,
    /// Staff only.
    Internal,
}

impl Visibility {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
        }
    }
}

/// A note on an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Identity.
    pub id: NoteId,
    /// On which order.
    pub order: OrderId,
    /// Who may read it.
    pub visibility: Visibility,
    /// 1 to 2000 characters.
    pub text: String,
    /// Who wrote it.
    pub author: ActorRef,
    /// When.
    pub created_at: Timestamp,
}

/// A number such as `ORD-2026-000123` in a form whose order as text is that of the numbers, by year and then by what was
/// counted up: the digits are filled up to twelve.
#[must_use]
pub fn sortable_number(number: &str) -> String {
    let (year, counted) = number.split_at_checked(9).unwrap_or((number, ""));
    format!("{year}{counted:0>12}")
}
