//! Bodies and parameters.

use eop_core::kernel::id::OrderId;
use eop_http::PageQuery;
use eop_http::types::{Id, Int, Nullable, Text, Timestamp as Time};
use poem_openapi::{Enum, Object, Union};

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
    pub(crate) user_agent: Option<String>,
}
