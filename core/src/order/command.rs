//! What people ask of orders, and the checks on the values they give.

use serde_json::{Map, Value};

use super::model::{Action, Address, CancelReason, Line, Order, Visibility};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Idempotency, Version};
use crate::kernel::error::FieldError;
use crate::kernel::id::{OrderId, UserId};
use crate::kernel::money::MoneyError;
use crate::kernel::text::{is_clean, is_line};
use crate::kernel::validation::Validation;

/// Place an order.
#[derive(Clone, Debug)]
pub struct PlaceOrder {
    /// For whom; for the actor when absent. Staff may name somebody else.
    pub customer: Option<UserId>,
    /// What is ordered.
    pub content: Content,
    /// The client's own data.
    pub metadata: Map<String, Value>,
    /// So that a repeated request has one effect.
    pub idempotency: Option<Idempotency>,
}

/// What can be changed until an order is approved.
#[derive(Clone, Debug)]
pub struct Content {
    /// The lines.
    pub lines: Vec<Line>,
    /// Where it goes.
    pub shipping_address: Address,
    /// The customer's wish.
    pub note: Option<String>,
}

/// Do something to an order.
#[derive(Clone, Debug)]
pub struct ActOnOrder {
    /// Which.
    pub order: OrderId,
    /// What.
    pub deed: Deed,
    /// The version that the actor looked at.
    pub if_match: Option<Version>,
    /// So that a repeated request has one effect.
    pub idempotency: Option<Idempotency>,
}

/// What is done to an order, with what it needs.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Change the given parts.
    Amend(Amendment),
    /// Accept it.
    Approve {
        /// A remark.
        note: Option<String>,
    },
    /// Refuse it.
    Reject {
        /// Why: a code or short phrase.
        reason: String,
        /// A remark.
        note: Option<String>,
    },
    /// Call it off.
    Cancel {
        /// Why: a code or short phrase.
        reason: Option<String>,
        /// A remark.
        note: Option<String>,
    },
    /// Hand it to a carrier.
    Ship {
        /// Which carrier.
        carrier: String,
        /// Its number for the parcel.
        tracking_number: Option<String>,
    },
    /// Note its arrival.
    Deliver {
        /// When it arrived; now when absent.
        delivered_at: Option<Timestamp>,
    },
    /// Give up a shipment.
    Abort {
        /// `Lost` or `ReturnedToSender`.
        reason: CancelReason,
    },
    /// Call it off because nobody approved it in time.
    Expire,
}

/// The parts of an order to change; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct Amendment {
    /// New lines, all of them.
    pub lines: Option<Vec<Line>>,
    /// A new address.
    pub shipping_address: Option<Address>,
    /// A new note; `Some(None)` removes it.
    pub note: Option<Option<String>>,
}

/// Write a note on an order.
#[derive(Clone, Debug)]
pub struct WriteNote {
    /// Which order.
    pub order: OrderId,
    /// Who may read it.
    pub visibility: Visibility,
    /// 1 to 2000 characters.
    pub text: String,
    /// So that a repeated request has one effect.
    pub idempotency: Option<Idempotency>,
}

impl Deed {
    /// The action in the table of transitions.
    #[must_use]
    pub fn action(&self) -> Action {
        match self {
            Self::Amend(_) => Action::Amend,
            Self::Approve { .. } => Action::Approve,
            Self::Reject { .. } => Action::Reject,
            Self::Cancel { .. } => Action::Cancel,
            Self::Ship { .. } => Action::Ship,
            Self::Deliver { .. } => Action::Deliver,
            Self::Abort { .. } => Action::Abort,
            Self::Expire => Action::Expire,
        }
    }

    /// The reason code that the deed leaves behind.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Reject { reason, .. } => Some(reason),
            Self::Cancel { reason, .. } => reason.as_deref(),
            Self::Abort { reason } => Some(reason.as_str()),
            Self::Expire => Some(CancelReason::ApprovalTimeout.as_str()),
            Self::Amend(_) | Self::Approve { .. } | Self::Ship { .. } | Self::Deliver { .. } => None,
        }
    }

    /// The remark that came with it.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::Approve { note } | Self::Reject { note, .. } | Self::Cancel { note, .. } => note.as_deref(),
            _ => None,
        }
    }

    /// Checks the values given.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        if let Some(note) = self.note() {
            remark(&mut check, note, "/note");
        }
        match self {
            Self::Amend(amendment) => amendment.validate(&mut check),
            Self::Reject { reason, .. } | Self::Cancel { reason: Some(reason), .. } => {
                line(&mut check, reason, 100, "/reason");
            }
            Self::Ship { carrier, tracking_number } => {
                line(&mut check, carrier, 100, "/carrier");
                optional_line(&mut check, tracking_number.as_deref(), 100, "/tracking_number");
            }
            Self::Abort { reason } => check.require(
                *reason != CancelReason::ApprovalTimeout,
                "/reason",
                "unknown",
                "must be lost or returned_to_sender",
            ),
            Self::Approve { .. }
            | Self::Cancel { reason: None, .. }
            | Self::Deliver { .. }
            | Self::Expire => {}
        }
        check.finish()
    }
}

impl Amendment {
    fn validate(&self, check: &mut Validation) {
        check.require(
            self.lines.is_some() || self.shipping_address.is_some() || self.note.is_some(),
            "",
            "empty",
            "name at least one of lines, shipping_address and note",
        );
        if let Some(lines) = &self.lines {
            validate_lines(check, lines);
        }
        if let Some(address) = &self.shipping_address {
            validate_address(check, address);
        }
        if let Some(Some(note)) = &self.note {
            remark(check, note, "/note");
        }
    }
}

impl PlaceOrder {
    /// Checks the values given.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        validate_lines(&mut check, &self.content.lines);
        validate_address(&mut check, &self.content.shipping_address);
        if let Some(note) = &self.content.note {
            remark(&mut check, note, "/note");
        }
        let size = serde_json::to_vec(&self.metadata).map_or(usize::MAX, |json| json.len());
        check.require(
            size <= Order::MAX_METADATA_BYTES,
            "/metadata",
            "too_large",
            format!("must be at most {} bytes of JSON, has {size}", Order::MAX_METADATA_BYTES),
        );
        check.require(
            !has_nul(&Value::Object(self.metadata.clone())),
            "/metadata",
            "characters",
            "must not contain U+0000",
        );
        check.finish()
    }
}

impl WriteNote {
    /// Checks the values given.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        remark(&mut check, &self.text, "/text");
        check.finish()
    }
}

fn validate_lines(check: &mut Validation, lines: &[Line]) {
    check.require(
        (1..=Order::MAX_LINES).contains(&lines.len()),
        "/lines",
        "count",
        format!("must have 1 to {} lines, has {}", Order::MAX_LINES, lines.len()),
    );
    for (index, one) in lines.iter().enumerate() {
        line(check, &one.sku, 64, format!("/lines/{index}/sku"));
        line(check, &one.name, 200, format!("/lines/{index}/name"));
        check.require(
            (1..=Line::MAX_QUANTITY).contains(&one.quantity),
            format!("/lines/{index}/quantity"),
            "out_of_range",
            format!("must be 1 to {}, is {}", Line::MAX_QUANTITY, one.quantity),
        );
        check.require(
            one.unit_price.amount() >= 0,
            format!("/lines/{index}/unit_price/amount"),
            "out_of_range",
            "must not be negative",
        );
        if let Some(first) = lines.first() {
            let (expected, given) = (first.unit_price.currency(), one.unit_price.currency());
            check.require(
                expected == given,
                format!("/lines/{index}/unit_price/currency"),
                "mixed",
                format!("must be {expected} as in the first line, is {given}"),
            );
        }
    }
    if let Err(MoneyError::TooLarge) = super::model::total_of(lines) {
        check.require(false, "/lines", "total_too_large", MoneyError::TooLarge.to_string());
    }
}

fn validate_address(check: &mut Validation, address: &Address) {
    line(check, &address.name, 200, "/shipping_address/name");
    line(check, &address.line1, 200, "/shipping_address/line1");
    optional_line(check, address.line2.as_deref(), 200, "/shipping_address/line2");
    line(check, &address.city, 100, "/shipping_address/city");
    optional_line(check, address.region.as_deref(), 100, "/shipping_address/region");
    line(check, &address.postal_code, 20, "/shipping_address/postal_code");
    check.require(
        address.country.len() == 2 && address.country.bytes().all(|b| b.is_ascii_uppercase()),
        "/shipping_address/country",
        "unknown",
        "must be an ISO 3166-1 alpha-2 code such as DE",
    );
}

fn line(check: &mut Validation, text: &str, max: usize, field: impl Into<String> + Clone) {
    check.length(text, 1..=max, field.clone());
    check.require(is_line(text), field.clone(), "characters", "must be one line without control characters");
    check.require(text.is_empty() || !text.trim().is_empty(), field, "blank", "must not be blank");
}

fn optional_line(check: &mut Validation, text: Option<&str>, max: usize, field: &str) {
    if let Some(text) = text {
        line(check, text, max, field);
    }
}

fn remark(check: &mut Validation, text: &str, field: &str) {
    check.length(text, 1..=2000, field);
    check.require(
        is_clean(text),
        field,
        "characters",
        "must not contain control characters other than line breaks and tabs",
    );
}

fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(has_nul),
        Value::Object(members) => members.iter().any(|(name, value)| name.contains('\0') || has_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests;
