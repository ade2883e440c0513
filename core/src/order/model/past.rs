//! Orders that did not begin here: brought in with the steps that led to where they are.

use super::decision::{Decision, Situation};
use super::{HistoryEntry, Order};
use crate::order::command::Deed;
use crate::order::error::OrderError;
use crate::order::port::OrderWrite;

/// An order with every step so far, each decided by the same rules as any other. Nobody is told of what is past: there
/// are no events in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    order: Order,
    history: Vec<HistoryEntry>,
}

impl Past {
    /// What began with this step.
    #[must_use]
    pub fn beginning(decision: Decision) -> Self {
        Self { order: decision.after, history: vec![decision.entry] }
    }

    /// And then `deed` was done.
    ///
    /// # Errors
    /// As [`Order::decide`]; nothing is changed then.
    pub fn then(&mut self, deed: &Deed, situation: Situation<'_>) -> Result<(), OrderError> {
        let Decision { after, entry, .. } = self.order.decide(deed, situation)?;
        self.order = after;
        self.history.push(entry);
        Ok(())
    }

    /// Where the order is now.
    #[must_use]
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// Its steps, first one first.
    #[must_use]
    pub fn history(&self) -> &[HistoryEntry] {
        &self.history
    }

    /// The write that brings it in.
    #[must_use]
    pub fn into_write(self) -> OrderWrite {
        OrderWrite::Insert { order: self.order, history: self.history }
    }
}

#[cfg(test)]
mod tests {
    use super::super::decision::{OrderRules, Standing};
    use super::super::fixture::{deed_for, noon_plus, order_in, person};
    use super::super::{Action, Status};
    use super::*;
    use crate::kernel::commit::Version;

    #[test]
    fn a_past_keeps_every_step_and_a_refused_one_leaves_it_as_it_was() {
        let (alice, staff, rules) = (person(1), person(2), OrderRules::default());
        let at = |minutes| Situation {
            actor: &staff,
            standing: Standing::Staff,
            now: noon_plus(minutes),
            rules: &rules,
        };
        let mut past = Past::beginning(order_in(Status::Created).placed(&alice));
        past.then(&deed_for(Action::Approve).unwrap(), at(10)).unwrap();
        past.then(&deed_for(Action::Ship).unwrap(), at(20)).unwrap();

        let before = past.clone();
        past.then(&deed_for(Action::Approve).unwrap(), at(30)).unwrap_err();
        assert_eq!(past, before);

        let steps: Vec<_> = past.history().iter().map(|entry| (entry.version, entry.to, entry.at)).collect();
        assert_eq!(
            steps,
            [
                (Version(1), Status::Created, noon_plus(0)),
                (Version(2), Status::Approved, noon_plus(10)),
                (Version(3), Status::Shipped, noon_plus(20)),
            ]
        );
        assert_eq!((past.order().status, past.order().version), (Status::Shipped, Version(3)));
        let OrderWrite::Insert { order, history } = past.into_write() else { panic!("a past is brought in") };
        assert_eq!((order, history), (before.order, before.history));
    }
}
