//! The HTTP interface of the order service: one module per resource, each with its own types.

mod actions;
mod body;
mod bulk;
mod events;
pub mod examples;
mod export;
mod history;
mod list;
mod notes;
mod orders;
mod reference;
mod statistics;

use std::sync::{Arc, LazyLock};

use eop_assembly::audit::{self, AuditApi};
use eop_assembly::console::{self, SystemApi, Telemetry};
use eop_assembly::outbox::{self, OutboxApi};
use eop_core::kernel::console::Console;
use eop_core::kernel::pipeline::Pipeline;
use eop_core::kernel::trail::AuditTrail;
use eop_core::order::event as order_events;
use eop_core::order::model::LIFE;
use eop_core::order::service::OrderService;
use eop_http::{About, Cursors, Service};
use poem_openapi::Tags;

use self::actions::ActionsApi;
use self::bulk::BulkApi;
use self::events::EventsApi;
use self::export::ExportApi;
use self::history::HistoryApi;
use self::notes::NotesApi;
use self::orders::OrdersApi;
use self::statistics::StatisticsApi;

/// What the interface calls.
#[derive(Clone, Debug)]
pub struct UseCases {
    /// Orders.
    pub orders: Arc<OrderService>,
    /// The outbox, for operators.
    pub pipeline: Arc<Pipeline>,
    /// Who did what.
    pub audit: Arc<AuditTrail>,
    /// What the service remembers of its own work, for operators.
    pub console: Arc<Console<Telemetry>>,
    /// The cursors of lists.
    pub cursors: Cursors,
}

/// What the service is for, with the life of an order as its table has it.
static DESCRIPTION: LazyLock<String> = LazyLock::new(|| {
    let (diagram, table) = (LIFE.diagram(), LIFE.table());
    format!(
        "Places orders and moves them through their life.\n\n## The life of an order\n\n```mermaid\n{diagram}```\n\n{table}"
    )
});

/// What the service is.
fn about() -> About {
    let (title, version) = ("Order service", env!("CARGO_PKG_VERSION"));
    About { title, version, description: &DESCRIPTION }
}

/// What each operation needs.
const PERMISSIONS: &[(&str, &str)] = &[
    ("placeOrder", "order:create"),
    ("listOrders", "order:read"),
    ("exportOrders", "order:export"),
    ("getOrderStatistics", "order:read"),
    ("getOrder", "order:read"),
    ("amendOrder", "order:amend"),
    ("approveOrder", "order:approve"),
    ("rejectOrder", "order:reject"),
    ("cancelOrder", "order:cancel"),
    ("shipOrder", "order:ship"),
    ("deliverOrder", "order:deliver"),
    ("abortOrder", "order:abort"),
    // And the permission of the action, which the use case asks for.
    ("actOnOrders", "order:read"),
    ("listOrderHistory", "order:read"),
    ("listOrderEvents", "order:read"),
    ("listOrderNotes", "order:read"),
    ("writeOrderNote", "note:write"),
];

#[derive(Tags)]
enum Tag {
    /// Placing, reading and changing orders.
    Orders,
    /// Moving an order through its life.
    Actions,
    /// What happened to an order, and what was said about it.
    History,
}

/// The parts of the interface.
type Apis = (
    OrdersApi,
    ExportApi,
    StatisticsApi,
    ActionsApi,
    BulkApi,
    HistoryApi,
    EventsApi,
    NotesApi,
    OutboxApi,
    AuditApi,
    SystemApi,
);

/// The API over these use cases.
#[must_use]
pub fn api(use_cases: &UseCases) -> Service<Apis> {
    let UseCases { orders, pipeline, audit, console, cursors } = use_cases.clone();
    let apis = (
        OrdersApi { orders: Arc::clone(&orders), cursors: cursors.clone() },
        ExportApi { orders: Arc::clone(&orders) },
        StatisticsApi { orders: Arc::clone(&orders) },
        ActionsApi { orders: Arc::clone(&orders) },
        BulkApi { orders: Arc::clone(&orders) },
        HistoryApi { orders: Arc::clone(&orders) },
        EventsApi { orders: Arc::clone(&orders) },
        NotesApi { orders, cursors: cursors.clone() },
        OutboxApi::new(pipeline, cursors.clone()),
        AuditApi::new(audit, cursors),
        SystemApi::new(console),
    );
    let service = Service::new("order", about(), apis, PERMISSIONS)
        .publishes(order_events::PUBLISHED)
        .error("placeOrder", "429");
    console::on(audit::on(outbox::on(examples::on(service))))
}
