//! What people ask of orders, and the checks on the values they give.

mod bulk;

use serde_json::{Map, Value};

pub use self::bulk::{ActOnOrders, DeedFields};
use super::model::{Action, Address, CancelReason, Line, Order, Visibility};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Idempotency, Version};
use crate::kernel::error::FieldError;
use crate::kernel::id::{OrderId, UserId};
use crate::kernel::money::MoneyError;
use crate::kernel::text::TextRule;
use crate::kernel::validation::Validation;
use crate::kernel::world::{Currencies, PostalFault, check_postal_code, is_country};

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

    /// Brings the values into the form that is stored. New lines may only be in one of `currencies`.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&mut self, currencies: &Currencies) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        if let Self::Approve { note } | Self::Reject { note, .. } | Self::Cancel { note, .. } = self {
            optional(&mut check, REMARK, note.as_mut(), "/note");
        }
        match self {
            Self::Amend(amendment) => amendment.validate(&mut check, currencies),
            Self::Reject { reason, .. } | Self::Cancel { reason: Some(reason), .. } => {
                check.text(PHRASE, reason, "/reason");
            }
            Self::Ship { carrier, tracking_number } => {
                check.text(PHRASE, carrier, "/carrier");
                optional(&mut check, TRACKING_NUMBER, tracking_number.as_mut(), "/tracking_number");
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
    fn validate(&mut self, check: &mut Validation, currencies: &Currencies) {
        check.require(
            self.lines.is_some() || self.shipping_address.is_some() || self.note.is_some(),
            "",
            "empty",
            "name at least one of lines, shipping_address and note",
        );
        if let Some(lines) = &mut self.lines {
            validate_lines(check, lines, currencies);
        }
        if let Some(address) = &mut self.shipping_address {
            validate_address(check, address);
        }
        if let Some(note) = &mut self.note {
            optional(check, REMARK, note.as_mut(), "/note");
        }
    }
}

impl PlaceOrder {
    /// Brings the values into the form that is stored. The lines may only be in one of `currencies`.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&mut self, currencies: &Currencies) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        validate_lines(&mut check, &mut self.content.lines, currencies);
        validate_address(&mut check, &mut self.content.shipping_address);
        optional(&mut check, REMARK, self.content.note.as_mut(), "/note");
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
    /// Brings the text into the form that is stored.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&mut self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        check.text(REMARK, &mut self.text, "/text");
        check.finish()
    }
}

/// An article number.
pub const SKU: TextRule = TextRule::code(64);
/// The number of a parcel.
pub const TRACKING_NUMBER: TextRule = TextRule::code(100);
/// A postal code.
pub const POSTAL_CODE: TextRule = TextRule::code(20);
/// The name of an article or of a person, or a line of an address.
pub const NAME: TextRule = TextRule::line(200);
/// A city, a region, a carrier, or a reason in a few words.
pub const PHRASE: TextRule = TextRule::line(100);
/// A wish, a remark, a note.
pub const REMARK: TextRule = TextRule::lines(2000);

fn validate_lines(check: &mut Validation, lines: &mut [Line], currencies: &Currencies) {
    check.require(
        (1..=Order::MAX_LINES).contains(&lines.len()),
        "/lines",
        "count",
        format!("must have 1 to {} lines, has {}", Order::MAX_LINES, lines.len()),
    );
    let expected = lines.first().map(|first| first.unit_price.currency());
    for (index, one) in lines.iter_mut().enumerate() {
        check.text(SKU, &mut one.sku, &format!("/lines/{index}/sku"));
        check.text(NAME, &mut one.name, &format!("/lines/{index}/name"));
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
        let (given, field) = (one.unit_price.currency(), format!("/lines/{index}/unit_price/currency"));
        match expected.filter(|expected| *expected != given) {
            Some(expected) => {
                let message = format!("must be {expected} as in the first line, is {given}");
                check.require(false, field, "mixed", message);
            }
            None => drop(check.keep(currencies.admit(given), field, "unknown")),
        }
    }
    if let Err(MoneyError::TooLarge) = super::model::total_of(lines) {
        check.require(false, "/lines", "total_too_large", MoneyError::TooLarge.to_string());
    }
}

fn validate_address(check: &mut Validation, address: &mut Address) {
    check.text(NAME, &mut address.name, "/shipping_address/name");
    check.text(NAME, &mut address.line1, "/shipping_address/line1");
    optional(check, NAME, address.line2.as_mut(), "/shipping_address/line2");
    check.text(PHRASE, &mut address.city, "/shipping_address/city");
    optional(check, PHRASE, address.region.as_mut(), "/shipping_address/region");
    optional(check, POSTAL_CODE, address.postal_code.as_mut(), "/shipping_address/postal_code");
    check.require(
        is_country(&address.country),
        "/shipping_address/country",
        "unknown",
        "must be the ISO 3166-1 alpha-2 code of a country such as DE",
    );
    let given = address.postal_code.as_deref();
    if given.is_some_and(|code| !POSTAL_CODE.faults(code).is_empty()) {
        return;
    }
    let postal_code = check_postal_code(&address.country, given);
    let code = match &postal_code {
        Err(PostalFault::Required { .. }) => "required",
        Ok(()) | Err(PostalFault::Pattern { .. }) => "pattern",
    };
    check.keep(postal_code, "/shipping_address/postal_code", code);
}

fn optional(check: &mut Validation, rule: TextRule, text: Option<&mut String>, field: &str) {
    if let Some(text) = text {
        check.text(rule, text, field);
    }
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
