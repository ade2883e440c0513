//! A small API that uses everything this crate offers, and ports that need nothing from outside.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use eop_core::identity::port::{TokenRefused, TokenVerifier, VerifiedToken};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::commit::{Idempotency, Version};
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::{IdGenerator, OrderId, UserId};
use eop_core::kernel::page::{Cursor, Page};
use eop_http::types::{Id, Int, Nullable, Text, Timestamp as Time};
use eop_http::{
    Caller, Created, Cursors, IdempotencyKey, IfMatch, PageQuery, PageResponse, Params, Problem,
    RequestOrigin, Service, Shown,
};
use poem_openapi::param::Path;
use poem_openapi::payload::{EventStream, Json};
use poem_openapi::{Enum, Object, OpenApi, OpenApiService, Tags, Union};
use thiserror::Error;
use uuid::Uuid;

/// The permission of each operation.
pub(crate) const PERMISSIONS: &[(&str, &str)] = &[
    ("placeOrder", "order:create"),
    ("listOrders", "order:read"),
    ("getOrder", "order:read"),
    ("amendOrder", "order:amend"),
    ("approveOrder", "order:approve"),
    ("streamOrders", "order:read"),
    ("echoOrigin", "public"),
    ("panicNow", "public"),
    ("sleepNow", "public"),
    ("failNow", "public"),
];

#[derive(Tags)]
enum Tag {
    /// Orders and their life cycle
    Orders,
    /// Ways to go wrong
    Faults,
}

/// The state of an order
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum OrderStatus {
    Created,
    Approved,
}

/// Orders of a list
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub(crate) enum OrderSort {
    /// Newest first
    #[default]
    #[oai(rename = "-created_at")]
    Newest,
    /// Oldest first
    #[oai(rename = "created_at")]
    Oldest,
}

/// One line of a new order
#[derive(Debug, Object)]
pub(crate) struct LineRequest {
    /// The article.
    #[oai(validator(min_length = 1, max_length = 64))]
    pub(crate) sku: Text,
    /// How many.
    #[oai(validator(minimum(value = "1"), maximum(value = "10000")))]
    pub(crate) quantity: Int<u32>,
}

/// Paid by card
#[derive(Clone, Debug, Object)]
pub(crate) struct Card {
    /// The last four digits.
    #[oai(validator(pattern = "^[0-9]{4}$"))]
    pub(crate) last4: Text,
}

/// Paid later
#[derive(Clone, Debug, Object)]
pub(crate) struct Invoice {
    /// Days until it is due.
    pub(crate) days: Int<u16>,
}

/// How an order is paid
#[derive(Clone, Debug, Union)]
#[oai(one_of = true, discriminator_name = "type", rename_all = "snake_case")]
pub(crate) enum PaymentMethod {
    Card(Card),
    Invoice(Invoice),
}

/// A new order
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct PlaceOrderRequest {
    /// The lines.
    #[oai(validator(min_items = 1, max_items = 3))]
    pub(crate) lines: Vec<LineRequest>,
    /// How it is paid.
    pub(crate) payment: Option<PaymentMethod>,
    /// A word to us.
    #[oai(validator(max_length = 100))]
    pub(crate) note: Option<Text>,
}

/// An approval
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct ApproveRequest {
    /// Why.
    pub(crate) note: Option<Text>,
}

/// An order
#[derive(Clone, Debug, Object)]
pub(crate) struct OrderResponse {
    /// The id.
    pub(crate) id: Id<OrderId>,
    /// The state.
    pub(crate) status: OrderStatus,
    /// How many articles.
    pub(crate) articles: Int<u64>,
    /// The word to us.
    pub(crate) note: Nullable<Text>,
    /// How it is paid.
    pub(crate) payment: Nullable<PaymentMethod>,
    /// When it was placed.
    pub(crate) created_at: Time,
}

/// Which orders
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct OrderQuery {
    #[oai(flatten)]
    pub(crate) page: PageQuery,
    /// The order of the list.
    #[oai(default)]
    pub(crate) sort: OrderSort,
    /// In any of these states.
    pub(crate) status: Option<Vec<OrderStatus>>,
    /// With at least so many articles.
    pub(crate) articles_min: Option<Int>,
}

/// Where a request came from
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct OriginResponse {
    pub(crate) request_id: Option<String>,
    pub(crate) traceparent: Option<String>,
    pub(crate) ip: Option<String>,
}

#[derive(Debug, Error)]
pub(crate) enum OrderError {
    #[error("there is no order {0} that you may see")]
    NotFound(OrderId),
    #[error("the order has moved on to version {0}")]
    Stale(Version),
    #[error("say which version you change: send If-Match")]
    VersionRequired,
    #[error("the key was used for another request")]
    KeyReused,
    #[error("the store lost the secret row 42")]
    Broken,
}

impl DomainError for OrderError {
    fn kind(&self) -> ErrorKind {
        match self {
            Self::NotFound(_) => ErrorKind::NotFound,
            Self::Stale(_) => ErrorKind::Precondition,
            Self::VersionRequired => ErrorKind::PreconditionRequired,
            Self::KeyReused => ErrorKind::Invalid,
            Self::Broken => ErrorKind::Internal,
        }
    }
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "order.not_found",
            Self::Stale(_) => "order.stale",
            Self::VersionRequired => "order.version_required",
            Self::KeyReused => "idempotency.key_reused",
            Self::Broken => "internal",
        }
    }
    fn current_version(&self) -> Option<Version> {
        if let Self::Stale(version) = self { Some(*version) } else { None }
    }
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
        let mut shelf = self.shelf.lock().unwrap();
        if let Some(key) = &key.0
            && let Some((first, id)) = shelf.keys.get(&key.key)
        {
            if first.fingerprint != key.fingerprint {
                return Err(OrderError::KeyReused.into());
            }
            return Ok(created(shelf.orders[id].clone()).replayed(true));
        }
        let order = OrderResponse {
            id: Id(OrderId(self.ids.next())),
            status: OrderStatus::Created,
            articles: Int(body.lines.iter().map(|line| u64::from(line.quantity.0)).sum()),
            note: body.0.note.into(),
            payment: body.0.payment.into(),
            created_at: FixedClock.now().into(),
        };
        shelf.orders.insert(order.id.0.0, order.clone());
        if let Some(key) = key.0 {
            shelf.keys.insert(key.key.clone(), (key, order.id.0.0));
        }
        Ok(created(order))
    }

    /// List orders
    #[oai(path = "/api/v1/orders", method = "get", operation_id = "listOrders", tag = "Tag::Orders")]
    async fn list(
        &self,
        _caller: Caller,
        query: Params<OrderQuery>,
    ) -> Result<Json<PageResponse<OrderResponse>>, Problem> {
        let sort = if query.sort == OrderSort::Newest { "-created_at" } else { "created_at" };
        let list = self.cursors.of(sort, query.filter());
        let request = list.request(&query.page)?;
        let shelf = self.shelf.lock().unwrap();
        let matching: Vec<_> = shelf
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
        Ok(Json(list.answer(page, |order| order)))
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
        if_match: IfMatch,
        _body: Json<ApproveRequest>,
    ) -> Result<Shown<OrderResponse>, Problem> {
        match if_match {
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
    async fn stream(
        &self,
        _caller: Caller,
    ) -> EventStream<futures::stream::BoxStream<'static, OrderResponse>> {
        let orders: Vec<_> = self.shelf.lock().unwrap().orders.values().cloned().collect();
        EventStream::new(Box::pin(futures::stream::iter(orders)))
    }

    /// Tell where the request came from
    #[oai(path = "/api/v1/origin", method = "get", operation_id = "echoOrigin", tag = "Tag::Faults")]
    async fn origin(&self, RequestOrigin(origin): RequestOrigin) -> Result<Json<OriginResponse>, Problem> {
        Ok(Json(OriginResponse {
            request_id: origin.request_id,
            traceparent: origin.traceparent,
            ip: origin.ip.map(|ip| ip.to_string()),
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
        tokio::time::sleep(Duration::from_secs(60)).await;
        Ok(Json(OriginResponse { request_id: None, traceparent: None, ip: None }))
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

/// Ids 1, 2, 3, …
#[derive(Debug, Default)]
pub(crate) struct CountingIds(AtomicU64);

impl IdGenerator for CountingIds {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Uuid::from_u128(0x0192_f0c1_8a2b_7000_8000_0000_0000_0000 | u128::from(number))
    }
}

/// Always the same instant.
#[derive(Debug)]
pub(crate) struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        DateTime::<Utc>::from_timestamp(1_767_225_600, 0).unwrap()
    }
}

/// Knows the token `alice`.
#[derive(Debug)]
pub(crate) struct Tokens;

#[async_trait]
impl TokenVerifier for Tokens {
    async fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenRefused> {
        match token {
            "alice" => Ok(VerifiedToken {
                principal: Principal::User(UserId(Uuid::from_u128(1))),
                roles: vec![Role::CUSTOMER],
                session: None,
                expires_at: now,
            }),
            "old" => Err(TokenRefused::Expired),
            "offline" => Err(TokenRefused::Unavailable),
            _ => Err(TokenRefused::Invalid),
        }
    }
    async fn is_ready(&self) -> bool {
        true
    }
}

/// The service before it is built.
pub(crate) fn service() -> Service<OrdersApi> {
    let api = OrdersApi {
        shelf: Arc::default(),
        ids: Arc::default(),
        cursors: Cursors::new(b"a secret of the tests"),
    };
    Service::new("order", OpenApiService::new(api, "Order service", "1.0.0"), PERMISSIONS)
        .verifier(Arc::new(Tokens))
        .clock(Arc::new(FixedClock))
        .ids(Arc::new(CountingIds::default()))
        .example("placeOrder", serde_json::json!({"lines": [{"sku": "sku-1", "quantity": 2}]}))
}
