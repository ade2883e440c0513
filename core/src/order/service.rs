//! The use cases of orders: load, decide, commit.

mod act;
mod answer;
mod bulk;
pub mod customers;
mod export;
mod findable;
mod names;
mod place;
mod read;
mod statistics;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use self::act::Expiry;
pub use self::bulk::Bulk;
pub use self::export::Exported;
pub use self::findable::Findable;
use self::names::Names;
pub use self::read::{Signed, Written};
pub use self::statistics::{MAX_DAYS, MAX_OFFSET, OrderStatistics};
use super::error::OrderError;
use super::model::decision::{OrderRules, Situation, Standing};
use super::model::{Action, LIFE, Order};
use super::port::{Customers, OrderFilter, OrderNumbers, OrderQueries, OrderStore};
use crate::kernel::access::{AccessPolicy, Denied, Permission, Scope};
use crate::kernel::actor::Actor;
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::Clock;
use crate::kernel::id::{IdGenerator, OrderId, UserId};
use crate::kernel::outbox::OperatedOutbox;
use crate::kernel::pace::Pace;
use crate::kernel::refusals::Refusals;

/// What the use cases of orders work with.
#[derive(Clone, derive_more::Debug)]
#[debug("OrderPorts {{ .. }}")]
pub struct OrderPorts {
    /// Keeps orders.
    pub store: Arc<dyn OrderStore>,
    /// Reads them for people.
    pub queries: Arc<dyn OrderQueries>,
    /// Issues their numbers.
    pub numbers: Arc<dyn OrderNumbers>,
    /// Knows whose they are.
    pub customers: Arc<dyn Customers>,
    /// Their events until these are published.
    pub outbox: Arc<dyn OperatedOutbox>,
    /// Decides who may do what.
    pub access: Arc<dyn AccessPolicy>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Issues ids.
    pub ids: Arc<dyn IdGenerator>,
}

/// Why what came without an idempotency key may come again.
const NO_KEY: &str = "the request came without a key: its sender takes what comes of sending it again";

/// The use cases of orders.
#[derive(derive_more::Debug)]
pub struct OrderService {
    #[debug(skip)]
    ports: OrderPorts,
    rules: OrderRules,
    #[debug(skip)]
    pace: Option<Pace<UserId>>,
    #[debug(skip)]
    refusals: Refusals,
    #[debug(skip)]
    names: Names,
}

/// An order as one actor sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderView {
    /// The order.
    pub order: Order,
    /// The name of whose order it is, where it is known.
    pub customer: Option<String>,
    /// What this actor could do to it now.
    pub allowed_actions: Vec<Action>,
    /// Whether this answers a request that had its effect before.
    pub replayed: bool,
}

impl OrderService {
    /// The use cases over these ports, by these rules.
    #[must_use]
    pub fn new(ports: OrderPorts, rules: OrderRules) -> Self {
        let names = Names::of(Arc::clone(&ports.customers));
        let pace = rules.orders_per_account.map(Pace::new);
        Self { ports, rules, pace, refusals: Refusals::default(), names }
    }

    /// The order if `actor` may see it.
    async fn find_visible(&self, actor: &Actor, id: OrderId) -> Result<Order, OrderError> {
        let reach = actor.reach(&*self.ports.access, Permission::ORDER_READ)?;
        let order = self.ports.store.find(id).await?.ok_or(OrderError::NotFound)?;
        match reach {
            Scope::Any => Ok(order),
            Scope::Own if actor.user_id() == Some(order.customer_id) => Ok(order),
            Scope::Own => Err(OrderError::NotFound),
        }
    }

    /// Narrows `filter` to what `actor` may see by `permission`; `None` when that is nothing.
    fn within_reach(
        &self,
        actor: &Actor,
        permission: Permission,
        mut filter: OrderFilter,
    ) -> Result<Option<OrderFilter>, Denied> {
        if actor.reach(&*self.ports.access, permission)? == Scope::Own {
            let me = actor.user_id().ok_or(Denied { permission })?;
            if filter.customer.is_some_and(|customer| customer != me) {
                return Ok(None);
            }
            filter.customer = Some(me);
        }
        Ok(Some(filter))
    }

    /// How `actor` stands to `order` when using `permission`.
    fn standing(&self, actor: &Actor, permission: Permission, order: &Order) -> Result<Standing, Denied> {
        match actor.reach(&*self.ports.access, permission)? {
            // Staff who act on their own order act as its owner only where they have no wider permission.
            Scope::Any => Ok(Standing::Staff),
            Scope::Own if actor.user_id() == Some(order.customer_id) => Ok(Standing::Owner),
            Scope::Own => Err(Denied { permission }),
        }
    }

    fn situation<'a>(&'a self, actor: &'a Actor, standing: Standing) -> Situation<'a> {
        Situation { actor, standing, now: self.ports.clock.now(), rules: &self.rules }
    }

    /// What `actor` could do to `order` now, in the order of the table.
    fn allowed_actions(&self, actor: &Actor, order: &Order) -> Vec<Action> {
        LIFE.leaving(order.status)
            .filter(|row| {
                row.permission.is_some_and(|permission| {
                    self.standing(actor, permission, order).is_ok_and(|standing| {
                        let situation = self.situation(actor, standing);
                        row.guards.iter().all(|guard| order.admits(*guard, situation))
                    })
                })
            })
            .map(|row| row.action)
            .collect()
    }

    async fn view(&self, actor: &Actor, order: Order) -> OrderView {
        let names = self.names_of(std::iter::once(order.customer_id)).await;
        self.named_view(actor, order, &names)
    }

    fn named_view(&self, actor: &Actor, order: Order, names: &BTreeMap<UserId, String>) -> OrderView {
        OrderView {
            allowed_actions: self.allowed_actions(actor, &order),
            customer: names.get(&order.customer_id).cloned(),
            order,
            replayed: false,
        }
    }

    /// The names of those of `people` who are known. What was done and what is read is answered without them when they
    /// cannot be had.
    async fn names_of(&self, people: impl Iterator<Item = UserId> + Send) -> BTreeMap<UserId, String> {
        let found = self.names.find(people, self.ports.clock.now()).await;
        found.unwrap_or_else(|error| {
            tracing::warn!(%error, "the names of people cannot be read; orders are shown without");
            BTreeMap::new()
        })
    }

    /// Notes in the audit log that `actor` was refused.
    async fn audit_denied(&self, actor: &Actor, action: &'static str, target: String) {
        let entry = AuditEntry::denied(&*self.ports.ids, self.ports.clock.now(), actor, action, target);
        self.refusals.note(entry, |commit| self.ports.store.commit(commit)).await;
    }
}
