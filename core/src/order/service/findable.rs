//! Making orders findable: what they are searched by is written after them, so that placing one does not wait for it.

use super::super::model::{Customer, Order, SearchDocument};
use super::super::port::OrderWrite;
use super::{OrderError, OrderService};
use crate::kernel::clock::Timestamp;
use crate::kernel::draft::Draft;
use crate::kernel::error::StoreError;
use crate::kernel::page::{Cursor, PageRequest};

/// What a step did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findable {
    /// So many orders can be found now that could not, or not by what they are now.
    pub written: usize,
    /// Where the next step goes on; `None` when everything that changed since was looked at.
    pub next: Option<Cursor>,
}

impl OrderService {
    /// Looks at a page of the orders that changed at or after `since`, and writes what those are found by of which that is not
    /// written yet. Several instances may: the newest version wins.
    ///
    /// # Errors
    /// When the store does not answer; what was written stays.
    pub async fn make_findable(&self, since: Timestamp, page: &PageRequest) -> Result<Findable, OrderError> {
        let changed = self.ports.queries.not_findable(since, page).await?;
        let Findable { written, next } = Findable { written: changed.items.len(), next: changed.next };
        if written > 0 {
            let people: Vec<_> = changed.items.iter().map(|order| order.customer_id).collect();
            let people = self.ports.customers.people(&people).await?;
            let of = |order: &Order| {
                let customer: Option<&Customer> = people.get(&order.customer_id);
                OrderWrite::PutSearch(SearchDocument::of(order, customer))
            };
            let draft = Draft::of(changed.items.iter().map(of))
                .unaudited("what an order is found by follows from the order")
                .unrepeated("the newest version wins");
            self.ports.store.commit(draft.done()).await.map_err(StoreError::from)?;
        }
        Ok(Findable { written, next })
    }
}
