//! How many orders there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use eop_core::order::model::Status;
use eop_core::order::service::{OrderService, OrderStatistics};
use eop_http::types::{Int, Text};
use eop_http::{Caller, Params, Problem};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;
use super::body::StatusName;

/// Which days are counted
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderStatisticsQuery", skip_serializing_if_is_none)]
pub(crate) struct StatisticsQuery {
    /// So many days, the last one is today.
    #[oai(default = "two_weeks", validator(minimum(value = "1"), maximum(value = "90")))]
    days: Int<u16>,
    /// How many minutes the reader's time is ahead of UTC: their days begin at their midnight.
    #[oai(default = "utc", validator(minimum(value = "-840"), maximum(value = "840")))]
    utc_offset_minutes: Int<i32>,
}

fn two_weeks() -> Int<u16> {
    Int(14)
}

fn utc() -> Int<i32> {
    Int(0)
}

/// How many orders are in a status
#[derive(Clone, Debug, Object)]
#[oai(rename = "StatusCount", skip_serializing_if_is_none)]
pub(crate) struct StatusCount {
    /// The status that they are in now.
    status: StatusName,
    /// How many.
    orders: Int<u64>,
}

/// The orders placed on one day
#[derive(Clone, Debug, Object)]
#[oai(rename = "DayCount", skip_serializing_if_is_none)]
pub(crate) struct DayCount {
    /// The day, as in 2026-11-27.
    day: Text,
    /// By the status that they are in now; one without orders is absent.
    statuses: Vec<StatusCount>,
}

/// How many orders there are
#[derive(Clone, Debug, Object)]
#[oai(rename = "OrderStatistics", skip_serializing_if_is_none)]
pub(crate) struct StatisticsBody {
    /// All orders, whenever they were placed; a status without orders is absent.
    statuses: Vec<StatusCount>,
    /// The days asked for, oldest first, those without orders included.
    days: Vec<DayCount>,
}

fn counts(counts: BTreeMap<Status, u64>) -> Vec<StatusCount> {
    counts
        .into_iter()
        .map(|(status, orders)| StatusCount { status: status.into(), orders: Int(orders) })
        .collect()
}

impl From<OrderStatistics> for StatisticsBody {
    fn from(statistics: OrderStatistics) -> Self {
        let days = statistics.days.into_iter().zip(statistics.counts.periods);
        Self {
            statuses: counts(statistics.counts.statuses),
            days: days
                .map(|(day, statuses)| DayCount { day: Text(day.to_string()), statuses: counts(statuses) })
                .collect(),
        }
    }
}

/// How many orders there are.
#[derive(Debug)]
pub struct StatisticsApi {
    pub(super) orders: Arc<OrderService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Orders")]
impl StatisticsApi {
    /// Count orders
    ///
    /// By status, and by status for each of the last days. Customers count their own orders, staff everybody's.
    #[oai(path = "/orders/statistics", method = "get", operation_id = "getOrderStatistics")]
    async fn statistics(
        &self,
        caller: Caller,
        query: Params<StatisticsQuery>,
    ) -> Result<Json<StatisticsBody>, Problem> {
        let (days, offset) = (query.days.0, query.utc_offset_minutes.0);
        Ok(Json(self.orders.statistics(caller.actor(), days, offset).await?.into()))
    }
}
