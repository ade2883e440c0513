//! Deciding: what a deed does to an order, in pure code.

use chrono::{Datelike, Duration};
use serde_json::{Map, Value, json};

use super::{Action, Guard, HistoryEntry, LIFE, Order, Shipment, Status, Transition, total_of};
use crate::kernel::actor::Actor;
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::{Timestamp, to_stored_precision};
use crate::kernel::commit::Version;
use crate::kernel::draft::{Draft, Said, Unsaid};
use crate::kernel::error::FieldError;
use crate::kernel::id::{IdGenerator, OrderId, UserId};
pub use crate::kernel::lifecycle::Standing;
use crate::kernel::lifecycle::{self, Life, Living};
use crate::kernel::money::MoneyError;
use crate::kernel::throttle::Limit;
use crate::kernel::world::Currencies;
use crate::order::command::{Content, Deed};
use crate::order::error::OrderError;
use crate::order::event::{self, OrderSnapshot};
use crate::order::port::OrderWrite;

/// What an operator can choose about orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRules {
    /// Orders that one account may place, at each instance of the service; `None` for no limit.
    pub orders_per_account: Option<Limit>,
    /// How long after approval the owner may still cancel.
    pub cancel_grace: Duration,
    /// How long an order may wait for approval.
    pub approval_timeout: Duration,
    /// The currencies that orders may be in.
    pub currencies: Currencies,
}

impl Default for OrderRules {
    fn default() -> Self {
        Self {
            orders_per_account: Some(Limit { max: 1200, window: std::time::Duration::from_mins(1) }),
            cancel_grace: Duration::minutes(30),
            approval_timeout: Duration::hours(72),
            currencies: Currencies::all(),
        }
    }
}

/// What a new order consists of, beyond who places it and when.
#[derive(Clone, Debug)]
pub struct NewOrder {
    /// Identity.
    pub id: OrderId,
    /// What its number ends in.
    pub number: u64,
    /// Whose order it is.
    pub customer: UserId,
    /// Lines, address and note.
    pub content: Content,
    /// The client's own data.
    pub metadata: Map<String, Value>,
}

/// The circumstances of a deed.
pub type Situation<'a> = lifecycle::Situation<'a, OrderRules>;

/// What a deed does to an order.
pub type Decision = lifecycle::Decision<Order>;

impl Decision {
    /// Whether an amendment leaves everything of `before` as it was: then nothing happened that anybody must be told of.
    #[must_use]
    pub fn changes_nothing(&self, before: &Order) -> bool {
        let Order { version, updated_at, .. } = *before;
        self.entry.action == Action::Amend && Order { version, updated_at, ..self.after.clone() } == *before
    }

    /// Everything that follows from the decision but what becomes of a repetition; and the order as it is told, which is
    /// also what a repeated request is answered with.
    pub fn into_draft(
        self,
        actor: &Actor,
        ids: &dyn IdGenerator,
    ) -> (Draft<OrderWrite, Said, Unsaid>, OrderSnapshot) {
        let Self { after: order, from, entry, transition } = self;
        let detail =
            json!({ "from": entry.from, "to": entry.to, "version": entry.version, "reason": entry.reason });
        let target = format!("order:{}", order.id);
        let (event, told) = event::event(transition.event, OrderSnapshot::from(&order), &entry, actor, ids);
        let audit = AuditEntry::done(ids, entry.at, actor, audit_action(transition.action), target, detail);
        let write = match from {
            None => OrderWrite::Insert { order, history: vec![entry] },
            Some(from) => OrderWrite::Update { order, from, entry },
        };
        (Draft::of([write]).tell([event]).audit(audit), told)
    }
}

/// The name of an action in the audit log.
#[must_use]
pub fn audit_action(action: Action) -> &'static str {
    match action {
        Action::Create => "order.create",
        Action::Amend => "order.amend",
        Action::Approve => "order.approve",
        Action::Reject => "order.reject",
        Action::Cancel => "order.cancel",
        Action::Ship => "order.ship",
        Action::Deliver => "order.deliver",
        Action::Abort => "order.abort",
        Action::Expire => "order.expire",
    }
}

impl Order {
    /// The order that `actor` places at `now`. The values are checked before.
    ///
    /// # Errors
    /// [`MoneyError`] when the lines have no total.
    pub fn new(new: NewOrder, actor: &Actor, now: Timestamp) -> Result<Self, MoneyError> {
        let NewOrder { id, number, customer, content, metadata } = new;
        Ok(Self {
            id,
            number: format!("ORD-{}-{number:06}", now.year()),
            customer_id: customer,
            created_by: actor.as_ref(),
            status: Status::Created,
            total: total_of(&content.lines)?,
            lines: content.lines,
            shipping_address: content.shipping_address,
            note: content.note,
            metadata,
            shipment: None,
            delivered_at: None,
            reason: None,
            approved_at: None,
            version: Version::FIRST,
            created_at: now,
            updated_at: now,
        })
    }

    /// The first step of a new order.
    ///
    /// # Panics
    /// Never: the table has a row for placing.
    #[must_use]
    pub fn placed(self, actor: &Actor) -> Decision {
        let transition = LIFE.find(Action::Create, None).expect("the table has a row for placing");
        let entry = entry_of(&self, transition, actor, (None, None), self.created_at);
        Decision { after: self, from: None, entry, transition }
    }

    /// What `deed` does to this order. The permission is checked before, by the use case.
    ///
    /// # Errors
    /// `TransitionRefused` when the table has no such step, or the error of the guard that does not hold.
    pub fn decide(&self, deed: &Deed, situation: Situation<'_>) -> Result<Decision, OrderError> {
        lifecycle::decide(self, deed, situation)
    }

    /// Whether `guard` would hold for this actor without knowing the values of the deed.
    #[must_use]
    pub fn admits(&self, guard: Guard, situation: Situation<'_>) -> bool {
        match guard {
            Guard::VersionGiven | Guard::ReasonGiven | Guard::StaffGivesReason | Guard::NotInFuture => true,
            Guard::NotCreator => self.created_by != situation.actor.as_ref(),
            Guard::OwnerWithinGrace => {
                situation.standing != Standing::Owner || self.is_within_grace(situation)
            }
            Guard::TimedOut => {
                situation.standing == Standing::System
                    && situation.now >= self.created_at + situation.rules.approval_timeout
            }
        }
    }

    fn check_arrival(&self, deed: &Deed, now: Timestamp) -> Result<(), OrderError> {
        let Deed::Deliver { delivered_at: Some(at) } = deed else { return Ok(()) };
        let shipped_at = self.shipment.as_ref().map(|shipment| shipment.shipped_at);
        if *at > now {
            return Err(refused("/delivered_at", "in_future", "must not be in the future"));
        }
        if shipped_at.is_some_and(|shipped| *at < shipped) {
            return Err(refused(
                "/delivered_at",
                "before_shipping",
                "must not be before the order was shipped",
            ));
        }
        Ok(())
    }

    fn is_within_grace(&self, situation: Situation<'_>) -> bool {
        self.approved_at.is_some_and(|approved| situation.now < approved + situation.rules.cancel_grace)
    }
}

impl Living for Order {
    type Status = Status;
    type Action = Action;
    type Guard = Guard;
    type Deed = Deed;
    type Rules = OrderRules;
    type Step = HistoryEntry;
    type Error = OrderError;

    const LIFE: Life<Status, Action, Guard> = LIFE;

    fn standing_at(&self) -> (Status, Version) {
        (self.status, self.version)
    }

    fn action_of(deed: &Deed) -> Action {
        deed.action()
    }

    fn no_such_step(&self, action: Action) -> OrderError {
        OrderError::TransitionRefused { action, status: self.status, allowed: Vec::new() }
    }

    fn check(&self, guard: Guard, deed: &Deed, situation: Situation<'_>) -> Result<(), OrderError> {
        let admitted = self.admits(guard, situation);
        match guard {
            Guard::NotCreator if !admitted => Err(OrderError::OwnOrder),
            Guard::OwnerWithinGrace if !admitted => Err(OrderError::GraceOver {
                minutes: situation.rules.cancel_grace.num_minutes(),
                allowed: Vec::new(),
            }),
            Guard::TimedOut if !admitted => Err(OrderError::NotOverdue),
            Guard::StaffGivesReason if situation.standing == Standing::Owner => Ok(()),
            Guard::ReasonGiven | Guard::StaffGivesReason | Guard::OwnerWithinGrace => match deed.reason() {
                Some(_) => Ok(()),
                None => Err(refused("/reason", "required", "say why")),
            },
            Guard::NotInFuture => self.check_arrival(deed, situation.now),
            // That the version is given is a matter of the request, checked by the use case before it loads.
            Guard::VersionGiven | Guard::NotCreator | Guard::TimedOut => Ok(()),
        }
    }

    fn apply(&mut self, deed: &Deed, transition: &Transition, now: Timestamp) -> Result<(), OrderError> {
        self.status = transition.to;
        self.version = self.version.next();
        self.updated_at = now;
        match deed {
            Deed::Amend(amendment) => {
                if let Some(lines) = &amendment.lines {
                    self.total =
                        total_of(lines).map_err(|error| refused("/lines", "total", &error.to_string()))?;
                    self.lines.clone_from(lines);
                }
                if let Some(address) = &amendment.shipping_address {
                    self.shipping_address = address.clone();
                }
                if let Some(note) = &amendment.note {
                    self.note.clone_from(note);
                }
            }
            Deed::Approve { .. } => self.approved_at = Some(now),
            Deed::Ship { carrier, tracking_number } => {
                self.shipment = Some(Shipment {
                    carrier: carrier.clone(),
                    tracking_number: tracking_number.clone(),
                    shipped_at: now,
                });
            }
            Deed::Deliver { delivered_at } => {
                self.delivered_at = Some(delivered_at.map_or(now, to_stored_precision));
            }
            Deed::Reject { .. } | Deed::Cancel { .. } | Deed::Abort { .. } | Deed::Expire => {
                self.reason = deed.reason().map(str::to_owned);
            }
        }
        Ok(())
    }

    fn step(&self, row: &Transition, deed: &Deed, situation: Situation<'_>) -> HistoryEntry {
        entry_of(self, row, situation.actor, (deed.reason(), deed.note()), situation.now)
    }
}

fn entry_of(
    order: &Order,
    transition: &Transition,
    actor: &Actor,
    (reason, note): (Option<&str>, Option<&str>),
    at: Timestamp,
) -> HistoryEntry {
    HistoryEntry {
        order: order.id,
        version: order.version,
        action: transition.action,
        from: transition.from,
        to: transition.to,
        actor: actor.as_ref(),
        reason: reason.map(str::to_owned),
        note: note.map(str::to_owned),
        at,
        trace_id: actor.origin.trace_id().map(str::to_owned),
    }
}

fn refused(field: &str, code: &'static str, message: &str) -> OrderError {
    OrderError::Invalid(vec![FieldError { field: field.to_owned(), code, message: message.to_owned() }])
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
