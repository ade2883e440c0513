//! Placing, reading and amending orders.

use std::sync::Arc;

use eop_core::kernel::id::OrderId;
use eop_core::order::command::{ActOnOrder, Amendment, Deed};
use eop_core::order::service::{OrderService, OrderView};
use eop_http::types::{Id, Text};
use eop_http::{
    Answer, Caller, Created, Cursors, IdempotencyKey, Listed, Params, Problem, RequiredIfMatch, Shown,
};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::types::MaybeUndefined;
use poem_openapi::{Object, OpenApi};

use super::Tag;
use super::body::{AddressBody, LineDraft, OrderBody, OrderDraft, lines};
use super::list::ListQuery;
use super::reference::OrderReference;

/// What to change of an order; what is absent stays
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderAmendment", skip_serializing_if_is_none)]
pub(crate) struct AmendmentBody {
    /// New lines, all of them.
    #[oai(validator(min_items = 1, max_items = 100))]
    lines: Option<Vec<LineDraft>>,
    /// A new address.
    shipping_address: Option<AddressBody>,
    /// A new wish, at most 2000 characters; null removes it.
    #[oai(nullable, validator(min_length = 1, max_length = 8000))]
    note: MaybeUndefined<Text>,
}

impl AmendmentBody {
    fn into_deed(self) -> Result<Deed, Problem> {
        Ok(Deed::Amend(Amendment {
            lines: self.lines.map(lines).transpose()?,
            shipping_address: self.shipping_address.map(AddressBody::into),
            note: match self.note {
                MaybeUndefined::Undefined => None,
                MaybeUndefined::Null => Some(None),
                MaybeUndefined::Value(text) => Some(Some(text.0)),
            },
        }))
    }
}

/// Placing, reading and amending orders.
#[derive(Debug)]
pub struct OrdersApi {
    pub(super) orders: Arc<OrderService>,
    pub(super) cursors: Cursors,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Orders")]
impl OrdersApi {
    /// Place an order
    ///
    /// For yourself, or with `order:create` over any for a customer. Safe to repeat with the same `Idempotency-Key`:
    /// the answer is then that of the first request, marked by `Idempotent-Replayed: true`.
    #[oai(path = "/orders", method = "post", operation_id = "placeOrder")]
    async fn place(
        &self,
        caller: Caller,
        key: IdempotencyKey,
        body: Json<OrderDraft>,
    ) -> Result<Created<OrderBody>, Problem> {
        let view = self.orders.place(caller.actor(), body.0.into_command(key)?).await?;
        let path = format!("/api/v1/orders/{}", view.order.id);
        Ok(shown(view).location(&path))
    }

    /// List orders
    ///
    /// Customers see their own, staff everybody's.
    #[oai(path = "/orders", method = "get", operation_id = "listOrders")]
    async fn list(&self, caller: Caller, query: Params<ListQuery>) -> Result<Listed<OrderBody>, Problem> {
        let cursors = self.cursors.of(query.sort.key(), query.filter());
        let page = cursors.request(&query.page)?;
        let found =
            self.orders.list(caller.actor(), query.wanted.filter(), query.sort.parts(), &page).await?;
        Ok(cursors.answer(found, OrderBody::from))
    }

    /// Read an order
    ///
    /// By its id, or by its number as people write it: `ORD-2026-000123`.
    #[oai(path = "/orders/:id", method = "get", operation_id = "getOrder")]
    async fn find(&self, caller: Caller, id: Path<OrderReference>) -> Result<Shown<OrderBody>, Problem> {
        Ok(shown(match id.0 {
            OrderReference::Id(id) => self.orders.find(caller.actor(), id).await?,
            OrderReference::Number(number) => self.orders.find_by_number(caller.actor(), &number).await?,
        }))
    }

    /// Amend an order
    ///
    /// Changes lines, address or note until the order is approved. Needs `If-Match` with the version you looked at.
    #[oai(path = "/orders/:id", method = "patch", operation_id = "amendOrder")]
    async fn amend(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: RequiredIfMatch,
        body: Json<AmendmentBody>,
    ) -> Result<Shown<OrderBody>, Problem> {
        let deed = body.0.into_deed()?;
        let command = ActOnOrder { order: id.0.0, deed, if_match: if_match.version(), idempotency: None };
        Ok(shown(self.orders.act(caller.actor(), command).await?))
    }
}

/// An order with its `ETag`, and the mark of a replay.
pub(super) fn shown<const STATUS: u16>(view: OrderView) -> Answer<OrderBody, STATUS> {
    let (version, replayed) = (view.order.version, view.replayed);
    Answer::new(OrderBody::from(view)).version(version).replayed(replayed)
}
