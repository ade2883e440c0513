//! What of an order waits to be told.

use std::sync::Arc;

use eop_assembly::outbox::MessageBody;
use eop_core::kernel::id::OrderId;
use eop_core::order::service::OrderService;
use eop_http::types::Id;
use eop_http::{Caller, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;

/// The events of one order that wait to be published
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderEvents", skip_serializing_if_is_none)]
pub(crate) struct EventList {
    /// By their places in the outbox.
    items: Vec<MessageBody>,
}

/// What of an order waits to be told.
#[derive(Debug)]
pub struct EventsApi {
    pub(super) orders: Arc<OrderService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::History")]
impl EventsApi {
    /// List the events of an order that wait to be published
    ///
    /// For staff. What happened to the order and is not among them is on the bus.
    #[oai(path = "/orders/:id/events", method = "get", operation_id = "listOrderEvents")]
    async fn events(&self, caller: Caller, id: Path<Id<OrderId>>) -> Result<Json<EventList>, Problem> {
        let waiting = self.orders.waiting_events(caller.actor(), id.0.0).await?;
        Ok(Json(EventList { items: waiting.into_iter().map(MessageBody::from).collect() }))
    }
}
