//! A small API that uses everything this crate offers, over orders in memory.
#![expect(clippy::unwrap_used, reason = "these are the fixtures of tests")]

mod bodies;
mod errors;
mod ports;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::{Idempotency, Version};
use eop_core::kernel::id::{IdGenerator, OrderId};
use eop_core::kernel::page::{Cursor, Page};
use eop_http::types::{Id, Int};
use eop_http::{
    About, Caller, Created, Cursors, Event, IdempotencyKey, IfMatch, LastEventId, Listed, Params, Problem,
    RequestOrigin, RequiredIfMatch, Service, Shown, Stream,
};
use poem::Body;
use poem_openapi::param::Path;
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{OpenApi, Tags};
use uuid::Uuid;

use self::bodies::{
    ApproveRequest, OrderQuery, OrderResponse, OrderSort, OrderStatus, OriginResponse, PlaceOrderRequest,
};
use self::errors::OrderError;
pub(crate) use self::ports::Tokens;
use self::ports::{CountingIds, Everything, FixedClock};

/// The permission of each operation.
pub(crate) const PERMISSIONS: &[(&str, &str)] = &[
    ("placeOrder", "order:create"),
    ("listOrders", "order:read"),
    ("getOrder", "order:read"),
    ("amendOrder", "order:amend"),
    ("approveOrder", "order:approve"),
    ("streamOrders", "order:read"),
    ("exportOrders", "public"),
    ("echoOrigin", "public"),
    ("panicNow", "public"),
    ("sleepNow", "public"),
    ("failNow", "public"),
];

#[derive(Tags)]
pub(crate) enum Tag {
    /// Orders and their life cycle
    Orders,
    /// Ways to go wrong
    Faults,
}

#[derive(Default)]
struct Shelf {
    orders: BTreeMap<Uuid, OrderResponse>,
    keys: BTreeMap<String, (Idempotency, Uuid)>,
}

/// The handlers, over orders in memory.
#[derive(Clone)]
pub(crate) struct OrdersApi {
    shelf: Arc<Mutex<Shelf>>,
    ids: Arc<CountingIds>,
    cursors: Cursors,
}

#[expect(clippy::unused_async, reason = "operations are async whether or not they wait")]
#[OpenApi]
impl OrdersApi {
    /// Place an order
    #[oai(path = "/api/v1/orders", method = "post", operation_id = "placeOrder", tag = "Tag::Orders")]
    async fn place(
        &self,
        caller: Caller,
        key: IdempotencyKey,
        body: Json<PlaceOrderRequest>,
    ) -> Result<Created<OrderResponse>, Problem> {
        assert!(caller.actor().user_id().is_some());
        let mut held = self.shelf.lock().unwrap();
        if let Some(key) = &key.0
            && let Some((first, id)) = held.keys.get(&key.key)
        {
            if first.fingerprint != key.fingerprint {
                return Err(OrderError::KeyReused.into());
            }
            return Ok(created(held.orders[id].clone()).replayed(true));
        }
        let order = OrderResponse {
            id: Id(OrderId(self.ids.next())),
            status: OrderStatus::Created,
            articles: Int(body.lines.iter().map(|line| u64::from(line.quantity.0)).sum()),
            note: body.0.note.into(),
            payment: body.0.payment.into(),
            created_at: FixedClock.now().into(),
        };
        held.orders.insert(order.id.0.0, order.clone());
        if let Some(key) = key.0 {
            held.keys.insert(key.key.clone(), (key, order.id.0.0));
        }
        Ok(created(order))
    }

    /// List orders
    #[oai(path = "/api/v1/orders", method = "get", operation_id = "listOrders", tag = "Tag::Orders")]
    async fn list(
        &self,
        _caller: Caller,
        query: Params<OrderQuery>,
    ) -> Result<Listed<OrderResponse>, Problem> {
        let sort = if query.sort == OrderSort::Newest { "-created_at" } else { "created_at" };
        let list = self.cursors.of(sort, query.filter());
        let request = list.request(&query.page)?;
        let held = self.shelf.lock().unwrap();
        let matching: Vec<_> = held
            .orders
            .values()
            .filter(|order| query.status.as_ref().is_none_or(|wanted| wanted.contains(&order.status)))
            .cloned()
            .collect();
        let after = request.after.as_ref().map(|cursor| cursor.id);
        let mut rest =
            matching.iter().filter(|order| after.is_none_or(|after| order.id.0.0 > after)).cloned();
        let items: Vec<_> = rest.by_ref().take(usize::from(request.limit)).collect();
        let next = rest.next().and(items.last()).map(|last| Cursor { value: String::new(), id: last.id.0.0 });
        let page = Page { items, next, total: request.count.then_some(matching.len() as u64) };
        Ok(list.answer(page, |order| order))
    }

    /// Show an order
    #[oai(path = "/api/v1/orders/:id", method = "get", operation_id = "getOrder", tag = "Tag::Orders")]
    async fn get(&self, _caller: Caller, id: Path<Id<OrderId>>) -> Result<Shown<OrderResponse>, Problem> {
        let order = self.shelf.lock().unwrap().orders.get(&id.0.0.0).cloned();
        Ok(Shown::new(order.ok_or(OrderError::NotFound(id.0.0))?).version(Version(3)))
    }

    /// Amend an order
    #[oai(path = "/api/v1/orders/:id", method = "patch", operation_id = "amendOrder", tag = "Tag::Orders")]
    async fn amend(
        &self,
        _caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: RequiredIfMatch,
        _body: Json<ApproveRequest>,
    ) -> Result<Shown<OrderResponse>, Problem> {
        match if_match.0 {
            IfMatch::Absent => Err(OrderError::VersionRequired.into()),
            IfMatch::Is(version) if version != Version(3) => Err(OrderError::Stale(Version(3)).into()),
            _ => Err(OrderError::NotFound(id.0.0).into()),
        }
    }

    /// Approve an order
    #[oai(
        path = "/api/v1/orders/:id/approve",
        method = "post",
        operation_id = "approveOrder",
        tag = "Tag::Orders"
    )]
    async fn approve(
        &self,
        _caller: Caller,
        id: Path<Id<OrderId>>,
        body: Json<Option<ApproveRequest>>,
    ) -> Result<Shown<OrderResponse>, Problem> {
        let mut order =
            self.shelf.lock().unwrap().orders.get(&id.0.0.0).cloned().ok_or(OrderError::NotFound(id.0.0))?;
        order.status = OrderStatus::Approved;
        order.note = body.0.and_then(|body| body.note).into();
        Ok(Shown::new(order).version(Version(4)))
    }

    /// Watch orders
    #[oai(path = "/api/v1/orders/stream", method = "get", operation_id = "streamOrders", tag = "Tag::Orders")]
    async fn stream(&self, _caller: Caller, last: LastEventId) -> Result<Stream<OrderResponse>, Problem> {
        let mut seen = last.position(|id| id.parse::<usize>().ok())?.unwrap_or_default();
        let all = Arc::clone(&self.shelf);
        Ok(Stream::new(move |events| async move {
            loop {
                let next = all.lock().unwrap().orders.values().nth(seen).cloned();
                if let Some(data) = next {
                    seen += 1;
                    events.send(Event { id: seen.to_string(), name: "order", data }).await;
                } else {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }))
    }

    /// Export orders
    #[oai(path = "/api/v1/export", method = "get", operation_id = "exportOrders", tag = "Tag::Orders")]
    async fn export(&self) -> Binary<Body> {
        let lines = ["first", "second"].map(|line| Ok::<_, std::io::Error>(line.as_bytes()));
        Binary(Body::from_bytes_stream(futures::stream::iter(lines)))
    }

    /// Tell where the request came from
    #[oai(path = "/api/v1/origin", method = "get", operation_id = "echoOrigin", tag = "Tag::Faults")]
    async fn origin(&self, RequestOrigin(origin): RequestOrigin) -> Result<Json<OriginResponse>, Problem> {
        Ok(Json(OriginResponse {
            request_id: origin.request_id,
            traceparent: origin.traceparent,
            ip: origin.ip.map(|ip| ip.to_string()),
            user_agent: origin.user_agent,
        }))
    }

    /// Panic
    #[oai(path = "/api/v1/panic", method = "get", operation_id = "panicNow", tag = "Tag::Faults")]
    async fn panic(&self) -> Result<Json<OriginResponse>, Problem> {
        panic!("a secret in a panic")
    }

    /// Take a minute
    #[oai(path = "/api/v1/sleep", method = "get", operation_id = "sleepNow", tag = "Tag::Faults")]
    async fn sleep(&self) -> Result<Json<OriginResponse>, Problem> {
        tokio::time::sleep(Duration::from_mins(1)).await;
        Ok(Json(OriginResponse { request_id: None, traceparent: None, ip: None, user_agent: None }))
    }

    /// Fail inside
    #[oai(path = "/api/v1/fail", method = "get", operation_id = "failNow", tag = "Tag::Faults")]
    async fn fail(&self) -> Result<Json<OriginResponse>, Problem> {
        Err(OrderError::Broken.into())
    }
}

fn created(order: OrderResponse) -> Created<OrderResponse> {
    let path = format!("/api/v1/orders/{}", order.id.0);
    Created::new(order).version(Version::FIRST).location(&path)
}

const NO_ORDER: &str = "019cb6f1-0000-7000-8000-ffffffffffff";

/// The service before it is built.
pub(crate) fn service() -> Service<OrdersApi> {
    let api = OrdersApi {
        shelf: Arc::default(),
        ids: Arc::default(),
        cursors: Cursors::new(b"a secret of the tests"),
    };
    let about = About { title: "Order service", version: "1.0.0", description: "Orders in memory." };
    Service::new("order", about, api, PERMISSIONS)
        .verifier(Arc::new(Tokens::default()))
        .access(Arc::new(Everything))
        .clock(Arc::new(FixedClock))
        .ids(Arc::new(CountingIds::default()))
        .example("placeOrder", serde_json::json!({"lines": [{"sku": "sku-1", "quantity": 2}]}))
        .example("amendOrder", serde_json::json!({"note": "Gladly"}))
        .example("approveOrder", serde_json::json!({}))
        .thing("getOrder", NO_ORDER)
        .thing("amendOrder", NO_ORDER)
        .thing("approveOrder", NO_ORDER)
}
