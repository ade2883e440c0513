//! Orders for a file: everything that matches, batch by batch.

use super::super::model::Order;
use super::super::port::{OrderFilter, OrderSort};
use super::{OrderError, OrderService};
use crate::kernel::access::Permission;
use crate::kernel::actor::Actor;
use crate::kernel::page::{Cursor, Direction, Page, PageRequest};

/// Orders of one batch: enough that the questions between batches cost little, and so few that a batch is small in memory.
const BATCH: u16 = 1000;

/// An order as a file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The order.
    pub order: Order,
    /// The name of whose order it is, where it is known.
    pub customer: Option<String>,
}

impl OrderService {
    /// The next orders of those that match, after the place where the batch before ended; `next` of the last batch is `None`.
    /// The actor's own, or everybody's for staff.
    ///
    /// Each batch is read as the orders are then, and whether the actor may is asked again: a role that is taken away ends
    /// the export.
    ///
    /// # Errors
    /// `Denied` without `order:export`.
    pub async fn export(
        &self,
        actor: &Actor,
        filter: OrderFilter,
        (sort, direction): (OrderSort, Direction),
        after: Option<Cursor>,
    ) -> Result<Page<Exported>, OrderError> {
        let Some(filter) = self.within_reach(actor, Permission::ORDER_EXPORT, filter)? else {
            return Ok(Page { items: Vec::new(), next: None, total: None });
        };
        let page = PageRequest { limit: BATCH, after, count: false };
        let page = self.ports.queries.list(&filter, sort, direction, &page).await?;
        let names = self.names_of(page.items.iter().map(|order| order.customer_id)).await;
        Ok(page.map(|order| Exported { customer: names.get(&order.customer_id).cloned(), order }))
    }
}
