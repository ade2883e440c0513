//! One deed for many orders.

use std::collections::HashSet;

use super::Deed;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Idempotency;
use crate::kernel::error::FieldError;
use crate::kernel::id::OrderId;
use crate::kernel::validation::Validation;
use crate::order::model::{Action, CancelReason};

/// Do the same to several orders.
#[derive(Clone, Debug)]
pub struct ActOnOrders {
    /// What.
    pub action: Action,
    /// What that needs.
    pub fields: DeedFields,
    /// To which, 1 to [`ActOnOrders::MAX`], each once.
    pub orders: Vec<OrderId>,
    /// Only say what would happen.
    pub dry_run: bool,
    /// So that a repeated request has one effect.
    pub idempotency: Option<Idempotency>,
}

/// Whatever a deed may be given, whichever it is.
#[derive(Clone, Debug, Default)]
pub struct DeedFields {
    /// Why: a code or short phrase.
    pub reason: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Which carrier.
    pub carrier: Option<String>,
    /// Its number for the parcel.
    pub tracking_number: Option<String>,
    /// When it arrived.
    pub delivered_at: Option<Timestamp>,
}

impl ActOnOrders {
    /// The most orders of one request.
    pub const MAX: usize = 500;

    /// Checks how many orders there are, and that each is named once.
    ///
    /// # Errors
    /// Every value that is refused.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let mut check = Validation::new();
        check.require(
            (1..=Self::MAX).contains(&self.orders.len()),
            "/ids",
            "count",
            format!("must name 1 to {} orders, names {}", Self::MAX, self.orders.len()),
        );
        let mut seen = HashSet::new();
        for (index, id) in self.orders.iter().enumerate() {
            check.require(seen.insert(id), format!("/ids/{index}"), "repeated", "must be named once only");
        }
        check.finish()
    }
}

impl DeedFields {
    /// The deed of `action` with what it takes of these.
    ///
    /// # Errors
    /// Every value that is missing, or that it does not take.
    pub fn into_deed(self, action: Action) -> Result<Deed, Vec<FieldError>> {
        let mut check = Validation::new();
        let takes: &[&str] = match action {
            Action::Approve => &["note"],
            Action::Reject | Action::Cancel => &["reason", "note"],
            Action::Ship => &["carrier", "tracking_number"],
            Action::Deliver => &["delivered_at"],
            Action::Abort => &["reason"],
            Action::Create | Action::Amend | Action::Expire => {
                let message = "must be approve, reject, cancel, ship, deliver or abort";
                check.require(false, "/action", "unknown", message);
                &[]
            }
        };
        let Self { reason, note, carrier, tracking_number, delivered_at } = self;
        for (name, is_given) in [
            ("reason", reason.is_some()),
            ("note", note.is_some()),
            ("carrier", carrier.is_some()),
            ("tracking_number", tracking_number.is_some()),
            ("delivered_at", delivered_at.is_some()),
        ] {
            let fits = !is_given || takes.contains(&name);
            check.require(fits, format!("/{name}"), "not_allowed", format!("means nothing to {action}"));
        }
        let mut required = |value: Option<String>, field: &str| {
            check.require(value.is_some(), field, "required", format!("{action} needs it"));
            value.unwrap_or_default()
        };
        let deed = match action {
            Action::Reject => Deed::Reject { reason: required(reason, "/reason"), note },
            Action::Cancel => Deed::Cancel { reason, note },
            Action::Ship => Deed::Ship { carrier: required(carrier, "/carrier"), tracking_number },
            Action::Deliver => Deed::Deliver { delivered_at },
            Action::Abort => {
                let word = required(reason, "/reason");
                let named = CancelReason::named(&word);
                if named.is_none() && !word.is_empty() {
                    check.require(false, "/reason", "unknown", "must be lost or returned_to_sender");
                }
                Deed::Abort { reason: named.unwrap_or(CancelReason::Lost) }
            }
            // What is not taken above has been refused.
            Action::Approve | Action::Create | Action::Amend | Action::Expire => Deed::Approve { note },
        };
        check.finish()?;
        Ok(deed)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    fn all() -> DeedFields {
        let text = || Some("DHL".to_owned());
        DeedFields {
            reason: Some("lost".to_owned()),
            note: text(),
            carrier: text(),
            tracking_number: text(),
            delivered_at: Some(Timestamp::UNIX_EPOCH),
        }
    }

    fn refused(deed: Result<Deed, Vec<FieldError>>) -> Vec<String> {
        let errors = deed.err().unwrap_or_default();
        errors.into_iter().map(|error| format!("{} {}", error.field, error.code)).collect()
    }

    #[rstest]
    #[case(Action::Approve, &[], &["/reason", "/carrier", "/tracking_number", "/delivered_at"])]
    #[case(Action::Reject, &["/reason"], &["/carrier", "/tracking_number", "/delivered_at"])]
    #[case(Action::Cancel, &[], &["/carrier", "/tracking_number", "/delivered_at"])]
    #[case(Action::Ship, &["/carrier"], &["/reason", "/note", "/delivered_at"])]
    #[case(Action::Deliver, &[], &["/reason", "/note", "/carrier", "/tracking_number"])]
    #[case(Action::Abort, &["/reason"], &["/note", "/carrier", "/tracking_number", "/delivered_at"])]
    fn a_deed_takes_what_it_needs_and_nothing_else(
        #[case] action: Action,
        #[case] needed: &[&str],
        #[case] foreign: &[&str],
    ) {
        let expected: Vec<String> = needed.iter().map(|field| format!("{field} required")).collect();
        assert_eq!(refused(DeedFields::default().into_deed(action)), expected);
        let expected: Vec<String> = foreign.iter().map(|field| format!("{field} not_allowed")).collect();
        assert_eq!(refused(all().into_deed(action)), expected);
    }

    #[test]
    fn what_is_not_done_to_many_orders_is_no_deed() {
        for action in [Action::Create, Action::Amend, Action::Expire] {
            assert_eq!(refused(DeedFields::default().into_deed(action)), ["/action unknown"]);
        }
    }

    #[test]
    fn a_shipment_is_given_up_for_one_of_two_reasons() {
        let abort = |reason: &str| DeedFields { reason: Some(reason.to_owned()), ..DeedFields::default() };
        assert_eq!(refused(abort("tired").into_deed(Action::Abort)), ["/reason unknown"]);
        let deed = abort("returned_to_sender").into_deed(Action::Abort).unwrap();
        assert!(matches!(deed, Deed::Abort { reason: CancelReason::ReturnedToSender }), "{deed:?}");
    }

    #[test]
    fn each_order_is_named_once_and_there_are_not_too_many() {
        let command = |ids: Vec<u128>| ActOnOrders {
            action: Action::Approve,
            fields: DeedFields::default(),
            orders: ids.into_iter().map(|id| OrderId(Uuid::from_u128(id))).collect(),
            dry_run: false,
            idempotency: None,
        };
        let told = |ids| {
            let errors = command(ids).validate().err().unwrap_or_default();
            errors.into_iter().map(|error| format!("{} {}", error.field, error.code)).collect::<Vec<_>>()
        };
        assert_eq!(told(vec![]), ["/ids count"]);
        assert_eq!(told((0..500).collect()), [""; 0]);
        assert_eq!(told((0..501).collect()), ["/ids count"]);
        assert_eq!(told(vec![1, 2, 1]), ["/ids/2 repeated"]);
    }
}
