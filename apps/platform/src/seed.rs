//! Makes orders of the past: realistic, consistent, and the same for the same plan.
//!
//! * [`schedule`] – when each order is placed, and what becomes of it ([`fate`]).
//! * [`life`] – the steps that lead there, each one decided by the rules of the domain.
//! * [`people`], [`catalogue`] – who orders what. [`random`] – chance that repeats.
//! * [`mod@write`] – many commits at once into the store.

mod catalogue;
mod fate;
mod life;
mod people;
mod random;
mod schedule;
mod write;

use chrono::Duration;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::money::MoneyError;
use eop_core::order::error::OrderError;
use eop_core::order::model::decision::OrderRules;
use eop_core::order::model::past::Past;
use thiserror::Error;

use self::life::{Maker, Slot};
pub(crate) use self::people::Customers;
use self::schedule::Schedule;
pub(crate) use self::write::{Target, write};

/// Which orders are wanted.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// How many.
    pub(crate) orders: u64,
    /// Whose.
    pub(crate) customers: Customers,
    /// Placed in so many days, …
    pub(crate) days: u32,
    /// … which end here; nothing is done after it.
    pub(crate) until: Timestamp,
    /// What chance begins with.
    pub(crate) seed: u64,
    /// By which rules they live.
    pub(crate) rules: OrderRules,
}

impl Plan {
    fn period(&self) -> Duration {
        Duration::days(self.days.into())
    }

    fn since(&self) -> Timestamp {
        self.until - self.period()
    }
}

/// Why an order could not be made: a fault of this module, which its tests would show.
#[derive(Debug, Error)]
pub(crate) enum SeedError {
    /// The rules refuse a step.
    #[error("the rules refuse a step")]
    Refused(#[from] OrderError),
    /// A price cannot be.
    #[error("a price cannot be")]
    Price(#[from] MoneyError),
}

/// The orders of a plan, oldest first. Each takes the number that is next.
#[derive(Clone, Debug)]
pub(crate) struct Orders {
    maker: Maker,
    schedule: Schedule,
    index: u64,
}

impl Orders {
    /// The orders that `plan` wants.
    pub(crate) fn of(plan: &Plan) -> Self {
        Self { maker: Maker::of(plan), schedule: Schedule::of(plan), index: 0 }
    }

    /// The next order, under this number, while there is one.
    pub(crate) fn next(&mut self, number: u64) -> Option<Result<Past, SeedError>> {
        let (at, fate) = self.schedule.next()?;
        let slot = Slot { index: self.index, at, fate };
        self.index += 1;
        Some(self.maker.order(slot, number))
    }
}

#[cfg(test)]
mod tests;
