//! The order service over fakes, at a fixed time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};

use eop_api_contract::client::{Api, Call};
use eop_api_contract::outbox::{Described, Operated};
use eop_api_contract::people::{Caller, person};
use eop_api_contract::system;
use eop_assembly::console::Telemetry;
use eop_casbin::CasbinPolicy;
use eop_contract::events::Events;
use eop_contract::fixture::{an_order, at_s, inserted, user};
use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::console::Console;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::UserId;
use eop_core::kernel::page::PageRequest;
use eop_core::kernel::pipeline::Pipeline;
use eop_core::kernel::trail::AuditTrail;
use eop_core::order::model::decision::OrderRules;
use eop_core::order::model::{Customer, Order, Status};
use eop_core::order::port::OrderStore;
use eop_core::order::service::{OrderPorts, OrderService};
use eop_http::{App, Cursors};
use eop_memory::{Database, FixedClock, MemoryOrders, OrderTables, PlainTokens, SequentialIds};
use eop_order::api::{UseCases, api};
use serde_json::Value;

/// Where one exchange per operation is kept.
pub(crate) const EXCHANGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exchanges");

pub(crate) static POLICY: LazyLock<Arc<CasbinPolicy>> =
    LazyLock::new(|| Arc::new(CasbinPolicy::built_in().unwrap()));

/// The order service over fakes.
pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) api: Api,
    pub(crate) database: Arc<MemoryOrders>,
    orders: Arc<OrderService>,
    pub(crate) clock: Arc<FixedClock>,
    made: AtomicU64,
    described: Described,
}

/// What the document of the service says of its events.
static EVENTS: OnceLock<Events> = OnceLock::new();

impl World {
    /// A service without orders.
    pub(crate) fn new() -> Self {
        Self::with_cursors("order cursors")
    }

    /// A service that remembers nothing of its own work.
    pub(crate) fn without_console() -> Self {
        Self::of("order cursors", None)
    }

    /// A service without orders that signs its cursors with `secret`.
    pub(crate) fn with_cursors(secret: &str) -> Self {
        Self::of(secret, Some(system::telemetry("order")))
    }

    fn of(secret: &str, telemetry: Option<Telemetry>) -> Self {
        let database = Arc::new(MemoryOrders::new());
        let clock = Arc::new(FixedClock::at(at_s(0)));
        for n in (1..10).chain([99]) {
            let name = format!("Person {n}");
            database.know(Customer { id: user(n), name, email: None, sequence: 1, updated_at: at_s(0) });
        }
        let access: Arc<dyn AccessPolicy> = POLICY.clone();
        let ports = OrderPorts {
            store: database.clone(),
            queries: database.clone(),
            numbers: database.clone(),
            customers: database.clone(),
            outbox: database.clone(),
            access: Arc::clone(&access),
            clock: clock.clone(),
            ids: Arc::new(SequentialIds::new()),
        };
        let use_cases = UseCases {
            orders: Arc::new(OrderService::new(ports, OrderRules::default())),
            console: Arc::new(Console::new(telemetry, Arc::clone(&access))),
            audit: Arc::new(AuditTrail::new(database.clone(), Arc::clone(&access))),
            pipeline: Arc::new(Pipeline::new(
                database.clone(),
                access,
                clock.clone(),
                Arc::new(SequentialIds::new()),
            )),
            cursors: Cursors::new(secret.as_bytes()),
        };
        let service = api(&use_cases).verifier(Arc::new(PlainTokens::new())).access(POLICY.clone());
        let app = service.clock(clock.clone()).ids(Arc::new(SequentialIds::new())).build().unwrap();
        let described = Described::of(&app, &EVENTS, &database);
        let orders = Arc::clone(&use_cases.orders);
        Self { api: Api::of(app.clone()), app, database, orders, clock, made: AtomicU64::new(100), described }
    }

    /// Writes what the orders are found by, as the running service does every second.
    pub(crate) async fn make_findable(&self) {
        self.orders.make_findable(chrono::DateTime::UNIX_EPOCH, &PageRequest::first(100)).await.unwrap();
    }

    /// A request for an operation.
    pub(crate) fn call(&self, operation: &str) -> Call<'_> {
        self.api.call(operation)
    }

    /// Places the order of the document's example for alice, and gives the answer's body.
    pub(crate) async fn placed(&self) -> Value {
        self.call("placeOrder").sent_by(&alice()).example().send().await.expect(201).json()
    }

    /// A new order of `owner`, placed by themselves a second after the one before, in `status`.
    pub(crate) async fn order_of(&self, owner: UserId, status: Status) -> Order {
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        let order = an_order().numbered(n).by(owner).in_status(status);
        let order = order.placed_at(at_s(i64::try_from(n).unwrap() - 1000)).build();
        self.database.commit(Commit::of(vec![inserted(&order)])).await.unwrap();
        order
    }
}

impl Operated for World {
    type Tables = OrderTables;

    fn api(&self) -> &Api {
        &self.api
    }

    async fn operator(&self) -> Caller {
        admin()
    }

    fn database(&self) -> &Arc<Database<OrderTables>> {
        &self.database
    }

    fn described(&self) -> &Described {
        &self.described
    }

    fn kind(&self) -> (Topic, &'static str) {
        (Topic::Orders, "order.created.v1")
    }
}

pub(crate) fn alice() -> Caller {
    person(1, &[Role::CUSTOMER])
}

pub(crate) fn bob() -> Caller {
    person(2, &[Role::CUSTOMER])
}

pub(crate) fn support() -> Caller {
    person(3, &[Role::SUPPORT])
}

pub(crate) fn approver() -> Caller {
    person(4, &[Role::APPROVER])
}

pub(crate) fn fulfilment() -> Caller {
    person(5, &[Role::FULFILMENT])
}

pub(crate) fn admin() -> Caller {
    person(7, &[Role::ADMIN])
}

/// The id in the body of an answer.
pub(crate) fn id_of(body: &Value) -> &str {
    body["id"].as_str().unwrap()
}
