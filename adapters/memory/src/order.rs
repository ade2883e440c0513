//! Orders in memory.

use std::collections::BTreeMap;
use std::ops::Range;

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, CommitError, Name, Outcome, RequestKey, Version};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{NoteId, OrderId, UserId};
use eop_core::kernel::page::{Direction, Page, PageRequest};
use eop_core::kernel::retention::Kept;
use eop_core::order::model::{
    Customer, HistoryEntry, Note, Order, SearchDocument, Status, Visibility, sortable_number,
};
use eop_core::order::port::{
    Customers, OpenOrders, OrderCounts, OrderFilter, OrderNumbers, OrderQueries, OrderSort, OrderStore,
    OrderWrite,
};

use crate::database::{Change, Database, Tables};
use crate::page::page_of;
use crate::retention::Old;

/// The database of the order service.
pub type MemoryOrders = Database<OrderTables>;

/// What [`MemoryOrders`] holds.
#[derive(Debug, Default)]
pub struct OrderTables {
    orders: BTreeMap<OrderId, Order>,
    history: BTreeMap<(OrderId, Version), HistoryEntry>,
    notes: BTreeMap<NoteId, Note>,
    customers: BTreeMap<UserId, Customer>,
    search: BTreeMap<OrderId, SearchDocument>,
    last_number: u64,
}

impl Tables for OrderTables {
    type Write = OrderWrite;

    const KEPT: &'static [Kept] = &[Kept::Audit, Kept::IdempotencyKeys, Kept::SeenEvents];

    fn forget(&mut self, _: Kept, _: Old) -> u64 {
        0
    }

    fn apply(change: &mut Change<'_, Self>, write: OrderWrite) -> Result<(), CommitError> {
        match write {
            OrderWrite::Insert { order, history } => {
                if change.tables().orders.contains_key(&order.id) {
                    return Err(CommitError::Taken(Name::Id));
                }
                put(change, order, history);
            }
            OrderWrite::Update { order, from, entry } => {
                if change.tables().orders.get(&order.id).is_none_or(|stored| stored.version != from) {
                    return Err(CommitError::Stale);
                }
                put(change, order, vec![entry]);
            }
            OrderWrite::AddNote(note) => {
                if change.tables().notes.contains_key(&note.id) {
                    return Err(CommitError::Taken(Name::Id));
                }
                change.put(|tables| &mut tables.notes, note.id, note);
            }
            OrderWrite::PutCustomer(customer) => {
                let known = change.tables().customers.get(&customer.id);
                if known.is_none_or(|known| known.sequence <= customer.sequence) {
                    change.put(|tables| &mut tables.customers, customer.id, customer);
                }
            }
            OrderWrite::PutSearch(document) => {
                let known = change.tables().search.get(&document.order);
                if known.is_none_or(|known| known.version <= document.version) {
                    change.put(|tables| &mut tables.search, document.order, document);
                }
            }
        }
        Ok(())
    }
}

fn put(change: &mut Change<'_, OrderTables>, order: Order, steps: Vec<HistoryEntry>) {
    for entry in steps {
        change.put(|tables| &mut tables.history, (entry.order, entry.version), entry);
    }
    change.put(|tables| &mut tables.orders, order.id, order);
}

#[async_trait]
impl OrderStore for MemoryOrders {
    async fn find(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        Ok(self.open()?.tables.orders.get(&id).cloned())
    }

    async fn find_outcome(&self, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
        Ok(self.open()?.seen.request(key))
    }

    async fn commit(&self, commit: Commit<OrderWrite>) -> Result<(), CommitError> {
        self.apply(commit)
    }
}

fn matches(filter: &OrderFilter, order: &Order, document: Option<&SearchDocument>) -> bool {
    let (number, terms) = filter.search();
    (filter.statuses.is_empty() || filter.statuses.contains(&order.status))
        && filter.customer.is_none_or(|customer| order.customer_id == customer)
        && filter.created_from.is_none_or(|from| order.created_at >= from)
        && filter.created_to.is_none_or(|to| order.created_at < to)
        && filter.total_min.is_none_or(|min| order.total.amount() >= min)
        && filter.total_max.is_none_or(|max| order.total.amount() <= max)
        && filter.currency.is_none_or(|currency| order.currency() == currency)
        && number.is_none_or(|beginning| order.number.starts_with(&beginning))
        && (terms.is_empty() || document.is_some_and(|document| terms.are_in(&document.words)))
}

#[async_trait]
impl OrderQueries for MemoryOrders {
    async fn list(
        &self,
        filter: &OrderFilter,
        sort: OrderSort,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<Order>, StoreError> {
        let state = self.open()?;
        let search = &state.tables.search;
        let rows = state.tables.orders.values().filter(|order| matches(filter, order, search.get(&order.id)));
        match sort {
            OrderSort::CreatedAt => page_of(rows, |order| (order.created_at, order.id.0), direction, page),
            OrderSort::UpdatedAt => page_of(rows, |order| (order.updated_at, order.id.0), direction, page),
            OrderSort::Total => page_of(rows, |order| (order.total.amount(), order.id.0), direction, page),
            OrderSort::Number => {
                page_of(rows, |order| (sortable_number(&order.number), order.id.0), direction, page)
            }
        }
    }

    async fn history(&self, id: OrderId) -> Result<Vec<HistoryEntry>, StoreError> {
        let state = self.open()?;
        let steps = state.tables.history.range((id, Version(0))..=(id, Version(u64::MAX)));
        Ok(steps.map(|(_, entry)| entry.clone()).collect())
    }

    async fn notes(&self, id: OrderId, internal: bool, page: &PageRequest) -> Result<Page<Note>, StoreError> {
        let state = self.open()?;
        let shown = |note: &&Note| note.order == id && (internal || note.visibility == Visibility::Public);
        let notes = state.tables.notes.values().filter(shown);
        page_of(notes, |note| (note.created_at, note.id.0), Direction::Ascending, page)
    }

    async fn overdue(&self, before: Timestamp, page: &PageRequest) -> Result<Page<OrderId>, StoreError> {
        let state = self.open()?;
        let waiting = |order: &&Order| order.status == Status::Created && order.created_at < before;
        let orders = state.tables.orders.values().filter(waiting);
        let found = page_of(orders, |order| (order.created_at, order.id.0), Direction::Ascending, page)?;
        Ok(found.map(|order| order.id))
    }

    async fn not_findable(&self, since: Timestamp, page: &PageRequest) -> Result<Page<Order>, StoreError> {
        let state = self.open()?;
        let changed = state.tables.orders.values().filter(|order| order.updated_at >= since);
        let looked_at = page_of(changed, |order| (order.updated_at, order.id.0), Direction::Ascending, page)?;
        let search = &state.tables.search;
        let is_missing =
            |order: &Order| search.get(&order.id).is_none_or(|document| document.version < order.version);
        let items = looked_at.items.into_iter().filter(is_missing).collect();
        Ok(Page { items, ..looked_at })
    }

    async fn counts(
        &self,
        customer: Option<UserId>,
        bounds: &[Timestamp],
    ) -> Result<OrderCounts, StoreError> {
        let state = self.open()?;
        let count = |from: Option<Timestamp>, to: Option<Timestamp>| {
            let filter =
                OrderFilter { customer, created_from: from, created_to: to, ..OrderFilter::default() };
            let mut counts = BTreeMap::new();
            for order in state.tables.orders.values().filter(|order| matches(&filter, order, None)) {
                *counts.entry(order.status).or_default() += 1;
            }
            counts
        };
        let period = |pair: &[Timestamp]| count(pair.first().copied(), pair.last().copied());
        Ok(OrderCounts { statuses: count(None, None), periods: bounds.windows(2).map(period).collect() })
    }

    async fn open(&self) -> Result<BTreeMap<Status, OpenOrders>, StoreError> {
        // `Database::open` is what asks for the tables; this is the port's.
        let state = Database::open(self)?;
        let mut open: BTreeMap<Status, OpenOrders> = BTreeMap::new();
        for order in state.tables.orders.values() {
            if Status::open().any(|status| status == order.status) {
                let of_status = open.entry(order.status);
                let known = of_status.or_insert(OpenOrders { count: 0, oldest: order.created_at });
                *known = OpenOrders { count: known.count + 1, oldest: known.oldest.min(order.created_at) };
            }
        }
        Ok(open)
    }
}

#[async_trait]
impl Customers for MemoryOrders {
    async fn names(&self, people: &[UserId]) -> Result<BTreeMap<UserId, String>, StoreError> {
        let state = self.open()?;
        let known = people.iter().filter_map(|id| state.tables.customers.get(id));
        Ok(known.map(|customer| (customer.id, customer.name.clone())).collect())
    }

    async fn people(&self, people: &[UserId]) -> Result<BTreeMap<UserId, Customer>, StoreError> {
        let state = self.open()?;
        let known = people.iter().filter_map(|id| state.tables.customers.get(id));
        Ok(known.map(|customer| (customer.id, customer.clone())).collect())
    }
}

impl MemoryOrders {
    /// Makes somebody known.
    ///
    /// # Panics
    /// When the database was set not to answer.
    pub fn know(&self, customer: Customer) {
        let write = OrderWrite::PutCustomer(customer);
        self.apply(Commit::of(vec![write])).unwrap_or_else(|error| panic!("the database answers: {error}"));
    }
}

#[async_trait]
impl OrderNumbers for MemoryOrders {
    async fn next(&self) -> Result<u64, StoreError> {
        let mut state = self.open()?;
        state.tables.last_number += 1;
        Ok(state.tables.last_number)
    }

    async fn reserve(&self, count: u32) -> Result<Range<u64>, StoreError> {
        let mut state = self.open()?;
        let first = state.tables.last_number + 1;
        state.tables.last_number += u64::from(count);
        Ok(first..first + u64::from(count))
    }
}
