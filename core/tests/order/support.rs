//! A desk that orders are placed at, and the people around it.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use crate::policy;
use eop_contract::events::{Events, Held};
use eop_contract::fixture::{an_order, at_s, user};
use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::actor::{Actor, Origin, Principal, Role};
use eop_core::kernel::commit::{Fingerprint, Idempotency};
use eop_core::kernel::event::Event;
use eop_core::kernel::id::OrderId;
use eop_core::order::command::{ActOnOrder, Amendment, Content, Deed, PlaceOrder};
use eop_core::order::error::OrderError;
use eop_core::order::event as order;
use eop_core::order::model::decision::OrderRules;
use eop_core::order::model::{Action, CancelReason, Customer, HistoryEntry, Order, Status};
use eop_core::order::port::{OrderQueries, OrderStore};
use eop_core::order::service::{OrderPorts, OrderService, OrderView};
use eop_memory::{FixedClock, MemoryOrders, SequentialIds};
use serde_json::Map;

/// The order service over fakes.
pub(crate) struct Desk {
    pub(crate) orders: Arc<OrderService>,
    pub(crate) database: Arc<MemoryOrders>,
    pub(crate) clock: Arc<FixedClock>,
    _described: Held,
}

static EVENTS: LazyLock<Events> = LazyLock::new(|| Events::of(order::PUBLISHED));

/// A desk without orders.
pub(crate) fn a_desk() -> Desk {
    let database = Arc::new(MemoryOrders::new());
    a_desk_over(database.clone(), database)
}

/// A desk that keeps its orders in `store`, which stands before `database`.
pub(crate) fn a_desk_over(database: Arc<MemoryOrders>, store: Arc<dyn OrderStore>) -> Desk {
    let clock = Arc::new(FixedClock::at(at_s(0)));
    let access: Arc<dyn AccessPolicy> = Arc::new(policy::shipped());
    for n in 1..=9 {
        database.know(Customer {
            id: user(n),
            name: format!("Person {n}"),
            email: Some(format!("person{n}@example.com")),
            sequence: 1,
            updated_at: at_s(0),
        });
    }
    let ports = OrderPorts {
        store,
        queries: database.clone(),
        numbers: database.clone(),
        customers: database.clone(),
        outbox: database.clone(),
        access,
        clock: clock.clone(),
        ids: Arc::new(SequentialIds::default()),
    };
    let orders = Arc::new(OrderService::new(ports, OrderRules::default()));
    let told = database.clone();
    Desk { orders, database, clock, _described: EVENTS.hold(move || told.events()) }
}

impl Desk {
    /// Places an order of alice.
    pub(crate) async fn placed(&self) -> Order {
        self.orders.place(&alice(), an_order_command()).await.unwrap().order
    }

    /// An order of alice that was brought to `status`, each step a minute after the one before.
    pub(crate) async fn order_in(&self, status: Status) -> Order {
        let order = self.placed().await;
        let steps: &[(Actor, Action)] = match status {
            Status::Created => &[],
            Status::Approved => &[(approver(), Action::Approve)],
            Status::Rejected => &[(approver(), Action::Reject)],
            Status::Shipped => &[(approver(), Action::Approve), (fulfilment(), Action::Ship)],
            Status::Delivered => &[
                (approver(), Action::Approve),
                (fulfilment(), Action::Ship),
                (fulfilment(), Action::Deliver),
            ],
            Status::Cancelled => &[(alice(), Action::Cancel)],
        };
        let mut last = order;
        for (actor, action) in steps {
            self.clock.advance(Duration::from_mins(1));
            last = self.act(actor, last.id, deed(*action)).await.unwrap().order;
        }
        assert_eq!(last.status, status);
        last
    }

    /// Does `deed` to an order, with whatever version it has where one must be named.
    pub(crate) async fn act(
        &self,
        actor: &Actor,
        order: OrderId,
        deed: Deed,
    ) -> Result<OrderView, OrderError> {
        let needs_version = matches!(deed, Deed::Amend(_));
        let version = self.database.find(order).await.unwrap().map(|order| order.version);
        let if_match = version.filter(|_| needs_version);
        self.orders.act(actor, ActOnOrder { if_match, ..doing(order, deed) }).await
    }

    pub(crate) async fn history(&self, order: OrderId) -> Vec<HistoryEntry> {
        self.database.history(order).await.unwrap()
    }

    /// The order as it is stored.
    pub(crate) async fn stored(&self, order: OrderId) -> Order {
        self.database.find(order).await.unwrap().expect("the order is there")
    }

    /// The audit log as `action target outcome`.
    pub(crate) fn audited(&self) -> Vec<String> {
        let said = |entry: &eop_core::kernel::audit::AuditEntry| {
            format!("{} {} {}", entry.action, entry.target, entry.outcome.as_str())
        };
        self.database.audit().iter().map(said).collect()
    }

    /// The events about `order`.
    pub(crate) fn events(&self, order: OrderId) -> Vec<Event> {
        self.database.events().into_iter().filter(|event| event.key == order.0).collect()
    }
}

fn person(n: u64, roles: &[Role]) -> Actor {
    Actor {
        principal: Principal::User(user(n)),
        roles: roles.to_vec(),
        session: None,
        origin: Origin::default(),
    }
}

pub(crate) fn alice() -> Actor {
    person(1, &[Role::CUSTOMER])
}

pub(crate) fn bob() -> Actor {
    person(2, &[Role::CUSTOMER])
}

pub(crate) fn support() -> Actor {
    person(3, &[Role::SUPPORT])
}

pub(crate) fn approver() -> Actor {
    person(4, &[Role::APPROVER])
}

pub(crate) fn fulfilment() -> Actor {
    person(5, &[Role::FULFILMENT])
}

pub(crate) fn auditor() -> Actor {
    person(6, &[Role::AUDITOR])
}

pub(crate) fn admin() -> Actor {
    person(7, &[Role::ADMIN])
}

/// Somebody who signed in but was given no role.
pub(crate) fn nobody() -> Actor {
    person(8, &[])
}

/// An order of two lines, 25.97 euro together.
pub(crate) fn an_order_command() -> PlaceOrder {
    let order = an_order().with_line("chair", 2, 1099).with_line("nail", 399, 1).build();
    PlaceOrder {
        customer: None,
        content: Content { lines: order.lines, shipping_address: order.shipping_address, note: None },
        metadata: Map::new(),
        idempotency: None,
    }
}

/// An idempotency key, with the fingerprint of a body.
pub(crate) fn key(key: &str, body: u8) -> Idempotency {
    Idempotency { key: key.to_owned(), fingerprint: Fingerprint([body; 32]) }
}

/// A well-formed deed for `action`.
pub(crate) fn deed(action: Action) -> Deed {
    let why = || "changed_mind".to_owned();
    match action {
        Action::Create => panic!("placing is not done to an order"),
        Action::Amend => {
            Deed::Amend(Amendment { note: Some(Some("ring twice".to_owned())), ..Amendment::default() })
        }
        Action::Approve => Deed::Approve { note: None },
        Action::Reject => Deed::Reject { reason: why(), note: None },
        Action::Cancel => Deed::Cancel { reason: Some(why()), note: None },
        Action::Ship => Deed::Ship { carrier: "DHL".to_owned(), tracking_number: Some("0034".to_owned()) },
        Action::Deliver => Deed::Deliver { delivered_at: None },
        Action::Abort => Deed::Abort { reason: CancelReason::Lost },
        Action::Expire => Deed::Expire,
    }
}

/// The command to do `deed` to `order`, naming no version and no key.
pub(crate) fn doing(order: OrderId, deed: Deed) -> ActOnOrder {
    ActOnOrder { order, deed, if_match: None, idempotency: None }
}
