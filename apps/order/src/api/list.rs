//! The parameters of the list of orders.

use eop_core::kernel::id::UserId;
use eop_core::kernel::money::Currency;
use eop_core::kernel::page::Direction;
use eop_core::order::model::Status;
use eop_core::order::port::{OrderFilter, OrderSort};
use eop_http::PageQuery;
use eop_http::types::{Code, Id, Int, Text, Timestamp};
use poem_openapi::{Enum, Object};

use super::body::StatusName;

/// What the list is sorted by; a minus means the largest first
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename = "OrderSort")]
pub(crate) enum SortName {
    /// Newest first.
    #[default]
    #[oai(rename = "-created_at")]
    Newest,
    /// Oldest first.
    #[oai(rename = "created_at")]
    Oldest,
    /// Latest change first.
    #[oai(rename = "-updated_at")]
    LatestChange,
    /// Earliest change first.
    #[oai(rename = "updated_at")]
    EarliestChange,
    /// Largest total first, in minor units whatever the currency.
    #[oai(rename = "-total")]
    Largest,
    /// Smallest total first.
    #[oai(rename = "total")]
    Smallest,
    /// Largest number first.
    #[oai(rename = "-number")]
    NumberDown,
    /// Smallest number first.
    #[oai(rename = "number")]
    NumberUp,
}

impl SortName {
    /// The sort in the domain's terms.
    pub(crate) fn parts(self) -> (OrderSort, Direction) {
        use Direction::{Ascending, Descending};
        match self {
            Self::Newest => (OrderSort::CreatedAt, Descending),
            Self::Oldest => (OrderSort::CreatedAt, Ascending),
            Self::LatestChange => (OrderSort::UpdatedAt, Descending),
            Self::EarliestChange => (OrderSort::UpdatedAt, Ascending),
            Self::Largest => (OrderSort::Total, Descending),
            Self::Smallest => (OrderSort::Total, Ascending),
            Self::NumberDown => (OrderSort::Number, Descending),
            Self::NumberUp => (OrderSort::Number, Ascending),
        }
    }

    /// The name that cursors of this sort carry.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Newest => "-created_at",
            Self::Oldest => "created_at",
            Self::LatestChange => "-updated_at",
            Self::EarliestChange => "updated_at",
            Self::Largest => "-total",
            Self::Smallest => "total",
            Self::NumberDown => "-number",
            Self::NumberUp => "number",
        }
    }
}

/// Which orders are wanted; each part narrows
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderFilter", skip_serializing_if_is_none)]
pub(crate) struct FilterQuery {
    /// In one of these.
    #[oai(validator(min_items = 1, max_items = 6))]
    status: Option<Vec<StatusName>>,
    /// Of this customer. Customers only ever see their own.
    customer_id: Option<Id<UserId>>,
    /// Placed at or after.
    created_from: Option<Timestamp>,
    /// Placed before.
    created_to: Option<Timestamp>,
    /// Total of at least this many minor units.
    #[oai(validator(minimum(value = "0"), maximum(value = "9007199254740991")))]
    total_min: Option<Int<i64>>,
    /// Total of at most this many minor units.
    #[oai(validator(minimum(value = "0"), maximum(value = "9007199254740991")))]
    total_max: Option<Int<i64>>,
    /// In this currency.
    currency: Option<Code<3>>,
    /// Each of these words is in the number, the customer's name or address of mail, an article number or name, the name that
    /// the order goes to, the tracking number or the wish: at the beginning or within a word, in either case. One or two
    /// digits are the end of the number, one or two other characters the beginning of a word. What begins with `ORD-` is the
    /// beginning of a number, and finds an order at once; everything else finds it a second later.
    #[oai(validator(min_length = 1, max_length = 100))]
    q: Option<Text>,
    /// With a line of this article number.
    #[oai(validator(min_length = 1, max_length = 256))]
    sku: Option<Text>,
    /// To this country.
    country: Option<Code<2>>,
    /// Handed to this carrier.
    #[oai(validator(min_length = 1, max_length = 400))]
    carrier: Option<Text>,
}

/// Which orders, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderListQuery", skip_serializing_if_is_none)]
pub(crate) struct ListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    pub(crate) page: PageQuery,
    /// What the list is sorted by; a minus means the largest first.
    #[oai(default)]
    pub(crate) sort: SortName,
    /// Which orders.
    #[oai(flatten)]
    pub(crate) wanted: FilterQuery,
}

impl FilterQuery {
    /// The filter in the domain's terms.
    pub(crate) fn filter(&self) -> OrderFilter {
        OrderFilter {
            statuses: self.status.iter().flatten().map(|name| Status::from(*name)).collect(),
            customer: self.customer_id.map(|id| id.0),
            created_from: self.created_from.map(|at| at.0),
            created_to: self.created_to.map(|at| at.0),
            total_min: self.total_min.map(|total| total.0),
            total_max: self.total_max.map(|total| total.0),
            // The type of the parameter admits currency codes only.
            currency: self.currency.as_ref().and_then(|code| code.as_str().parse::<Currency>().ok()),
            text: self.q.clone().map(Text::into_inner),
            sku: self.sku.clone().map(Text::into_inner),
            country: self.country.clone().map(Into::into),
            carrier: self.carrier.clone().map(Text::into_inner),
        }
    }
}
