//! The examples of the document. They work as they stand, for an administrator, in an `eop dev` that has its demo orders.

use eop_core::kernel::access::{Denied, Permission};
use eop_core::kernel::commit::Version;
use eop_core::order::error::OrderError;
use eop_core::order::model::{Action, Status};
use eop_http::Service;
use serde_json::json;

use super::body;

/// What an operation of the examples is tried on, each on an order of its own. `demo` makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleOrder {
    /// Which.
    pub id: &'static str,
    /// The status it waits in for the example.
    pub status: Status,
}

const fn waiting(id: &'static str, status: Status) -> ExampleOrder {
    ExampleOrder { id, status }
}

/// Is read, and has a whole history.
pub const READ: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a1", Status::Delivered);
const AMENDED: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a2", Status::Created);
const APPROVED: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a3", Status::Created);
const REJECTED: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a4", Status::Created);
const CANCELLED: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a5", Status::Created);
const SHIPPED: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a6", Status::Approved);
const DELIVERED: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a7", Status::Shipped);
const ABORTED: ExampleOrder = waiting("019cb6f1-0000-7000-8000-0000000000a8", Status::Shipped);

/// Every order of the examples.
pub const ORDERS: [ExampleOrder; 8] =
    [READ, AMENDED, APPROVED, REJECTED, CANCELLED, SHIPPED, DELIVERED, ABORTED];

/// The service with its examples.
pub(super) fn on<T: poem_openapi::OpenApi + 'static>(service: Service<T>) -> Service<T> {
    let things = [
        ("getOrder", READ),
        ("listOrderHistory", READ),
        ("listOrderEvents", READ),
        ("listOrderNotes", READ),
        ("writeOrderNote", READ),
        ("amendOrder", AMENDED),
        ("approveOrder", APPROVED),
        ("rejectOrder", REJECTED),
        ("cancelOrder", CANCELLED),
        ("shipOrder", SHIPPED),
        ("deliverOrder", DELIVERED),
        ("abortOrder", ABORTED),
    ];
    let service = things.iter().fold(service, |all, (operation, order)| all.thing(operation, order.id));
    let bodies = [
        ("placeOrder", body::example_draft()),
        ("amendOrder", json!({ "note": "Please ring twice" })),
        ("approveOrder", json!({ "note": "Checked by phone" })),
        ("rejectOrder", json!({ "reason": "out_of_stock", "note": "Back in March" })),
        ("cancelOrder", json!({ "reason": "changed_my_mind" })),
        ("shipOrder", json!({ "carrier": "DHL", "tracking_number": "00340434161094042557" })),
        ("deliverOrder", json!({})),
        ("abortOrder", json!({ "reason": "lost" })),
        ("actOnOrders", json!({ "action": "approve", "ids": [APPROVED.id, READ.id], "dry_run": true })),
        ("writeOrderNote", json!({ "visibility": "public", "text": "It arrives on Friday" })),
    ];
    let service = bodies.into_iter().fold(service, |all, (operation, body)| all.example(operation, body));
    let problems = [
        OrderError::NotFound,
        OrderError::Denied(Denied { permission: Permission::ORDER_APPROVE }),
        OrderError::TransitionRefused {
            action: Action::Approve,
            status: Status::Shipped,
            allowed: vec![Action::Deliver, Action::Abort],
        },
        OrderError::VersionMismatch { current: Version(3) },
        OrderError::VersionRequired,
    ];
    problems.into_iter().fold(service, Service::problem)
}
