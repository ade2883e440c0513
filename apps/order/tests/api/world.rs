//! The order service over fakes, at a fixed time.

use std::sync::Arc;

use eop_casbin::CasbinPolicy;
use eop_contract::fixture::at_s;
use eop_core::kernel::access::AccessPolicy;
use eop_core::kernel::pipeline::Pipeline;
use eop_core::order::model::decision::OrderRules;
use eop_core::order::service::{OrderPorts, OrderService};
use eop_http::{App, Cursors};
use eop_memory::{FixedClock, MemoryOrders, PlainTokens, SequentialIds};
use eop_order::api::{UseCases, api};

/// The order service over fakes.
pub(crate) struct World {
    app: App,
}

impl World {
    /// A service without orders.
    pub(crate) fn new() -> Self {
        let database = Arc::new(MemoryOrders::new());
        let clock = Arc::new(FixedClock::at(at_s(0)));
        let access: Arc<dyn AccessPolicy> = Arc::new(CasbinPolicy::built_in().unwrap());
        let ports = OrderPorts {
            store: database.clone(),
            queries: database.clone(),
            numbers: database.clone(),
            access: Arc::clone(&access),
            clock: clock.clone(),
            ids: Arc::new(SequentialIds::new()),
        };
        let use_cases = UseCases {
            orders: Arc::new(OrderService::new(ports, OrderRules::default())),
            pipeline: Arc::new(Pipeline::new(database, access, clock.clone())),
            cursors: Cursors::new(b"order cursors"),
        };
        let service = api(&use_cases).verifier(Arc::new(PlainTokens::new())).clock(clock);
        Self { app: service.ids(Arc::new(SequentialIds::new())).build().unwrap() }
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }
}
