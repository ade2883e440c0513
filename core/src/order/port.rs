//! What orders need from outside: their store, their queries, and numbers.

use std::collections::BTreeMap;
use std::ops::Range;

use async_trait::async_trait;

use super::model::{Customer, HistoryEntry, Note, Order, SearchDocument, SearchTerms, Status};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Commit, CommitError, Outcome, RequestKey, Version};
use crate::kernel::error::StoreError;
use crate::kernel::id::{OrderId, UserId};
use crate::kernel::money::Currency;
use crate::kernel::page::{Direction, Page, PageRequest};

/// One change that orders make.
#[derive(Clone, Debug)]
pub enum OrderWrite {
    /// A new order with its history so far. `Taken(Id)` when the id is in use.
    Insert {
        /// The order, at the version of its last step.
        order: Order,
        /// Its steps, first one first: one for an order that was just placed.
        history: Vec<HistoryEntry>,
    },
    /// A changed order with its next history entry. `Stale` unless its version is still `from`.
    Update {
        /// After the change.
        order: Order,
        /// Before it.
        from: Version,
        /// The step.
        entry: HistoryEntry,
    },
    /// A note.
    AddNote(Note),
    /// What is known of a customer. Left out, without failing, when something newer is known.
    PutCustomer(Customer),
    /// What an order is found by. Left out, without failing, when that of a newer version is known.
    PutSearch(SearchDocument),
}

/// Keeps orders.
#[async_trait]
pub trait OrderStore: Send + Sync {
    /// Returns `None` when no order has this id.
    async fn find(&self, id: OrderId) -> Result<Option<Order>, StoreError>;
    /// What a request with this key led to, if it had its effect.
    async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError>;
    /// Applies a commit whole or not at all.
    async fn commit(&self, commit: Commit<OrderWrite>) -> Result<(), CommitError>;
}

/// What a list of orders is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderSort {
    /// When it was placed.
    CreatedAt,
    /// When it last changed.
    UpdatedAt,
    /// Its total in minor units, whatever the currency.
    Total,
    /// Its number: by year, then by what was counted up, however many digits that has.
    Number,
}

/// Which orders are wanted; each part narrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderFilter {
    /// In one of these; all when empty.
    pub statuses: Vec<Status>,
    /// Of this customer.
    pub customer: Option<UserId>,
    /// Placed at or after.
    pub created_from: Option<Timestamp>,
    /// Placed before.
    pub created_to: Option<Timestamp>,
    /// Total of at least this many minor units.
    pub total_min: Option<i64>,
    /// Total of at most this many minor units.
    pub total_max: Option<i64>,
    /// In this currency.
    pub currency: Option<Currency>,
    /// What people remember of it, see [`search`](Self::search).
    pub text: Option<String>,
    /// Has a line of this article number.
    pub sku: Option<String>,
    /// Goes to this country, by its ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Was handed to this carrier.
    pub carrier: Option<String>,
}

impl OrderFilter {
    /// How the text and what else is looked up are searched: what begins like a number is looked for among numbers, which
    /// finds an order the moment it is placed; everything else in what orders are found by, which is written a moment later.
    #[must_use]
    pub fn search(&self) -> (Option<String>, SearchTerms) {
        let text = self.text.as_deref().unwrap_or_default().trim();
        let number = text.to_uppercase();
        let number =
            Some(number).filter(|number| number.starts_with("ORD-") && !number.contains(char::is_whitespace));
        let mut terms = if number.is_some() { SearchTerms::default() } else { SearchTerms::typed(text) };
        if let Some(sku) = &self.sku {
            terms = terms.and_sku(sku);
        }
        if let Some(country) = &self.country {
            terms = terms.and_country(country);
        }
        if let Some(carrier) = &self.carrier {
            terms = terms.and_carrier(carrier);
        }
        (number, terms)
    }
}

/// How many orders there are, for an overview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderCounts {
    /// By present status, of all orders; a status without orders is absent.
    pub statuses: BTreeMap<Status, u64>,
    /// The same of the orders placed in each period, in the order of the periods.
    pub periods: Vec<BTreeMap<Status, u64>>,
}

/// The orders of a status that does not end their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenOrders {
    /// How many there are.
    pub count: u64,
    /// When the one that was placed first was placed.
    pub oldest: Timestamp,
}

/// Reads for people.
#[async_trait]
pub trait OrderQueries: Send + Sync {
    /// Orders that match, a page of them. Each term of a search has to be in the search document of the order.
    async fn list(
        &self,
        filter: &OrderFilter,
        sort: OrderSort,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<Order>, StoreError>;
    /// The steps of an order, first one first.
    async fn history(&self, id: OrderId) -> Result<Vec<HistoryEntry>, StoreError>;
    /// The notes on an order, oldest first, a page of them; internal ones only if asked for.
    async fn notes(&self, id: OrderId, internal: bool, page: &PageRequest) -> Result<Page<Note>, StoreError>;
    /// Orders that wait for approval since before `before`, oldest first, a page of them.
    async fn overdue(&self, before: Timestamp, page: &PageRequest) -> Result<Page<OrderId>, StoreError>;
    /// Looks at a page of the orders that changed at or after `since`, earliest change first, and gives those of which no
    /// search document is there, or only one of an earlier version. `limit` is how many are looked at, and `next` where to
    /// go on, whether any of them was given or not.
    async fn not_findable(&self, since: Timestamp, page: &PageRequest) -> Result<Page<Order>, StoreError>;
    /// Counts the orders of `customer`, or everybody's: all of them, and those placed from each of `bounds` until before
    /// the next one. `bounds` ascend; fewer than two make no period.
    async fn counts(&self, customer: Option<UserId>, bounds: &[Timestamp])
    -> Result<OrderCounts, StoreError>;
    /// The orders that are on their way, by status; a status without orders is absent. Costs as much as there are open
    /// orders, however many there were before.
    async fn open(&self) -> Result<BTreeMap<Status, OpenOrders>, StoreError>;
}

/// Issues the numbers that people use for orders.
#[async_trait]
pub trait OrderNumbers: Send + Sync {
    /// The next number: larger than any that came from here before and never issued twice; gaps are normal.
    async fn next(&self) -> Result<u64, StoreError>;
    /// So many numbers in a row, which nobody else gets. Those of [`next`](Self::next) may be smaller ones afterwards.
    async fn reserve(&self, count: u32) -> Result<Range<u64>, StoreError>;
}

/// The people who may have orders: a projection of what identity tells.
#[async_trait]
pub trait Customers: Send + Sync {
    /// The names of those of `people` who are known.
    async fn names(&self, people: &[UserId]) -> Result<BTreeMap<UserId, String>, StoreError>;
    /// Everything that is known of those of `people` who are known.
    async fn people(&self, people: &[UserId]) -> Result<BTreeMap<UserId, Customer>, StoreError>;
}
