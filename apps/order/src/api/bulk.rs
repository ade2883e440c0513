//! One deed for many orders.

use std::sync::Arc;

use eop_core::kernel::id::OrderId;
use eop_core::order::command::{ActOnOrders, DeedFields};
use eop_core::order::error::OrderError;
use eop_core::order::model::Action;
use eop_core::order::service::{OrderService, OrderView};
use eop_http::types::{Id, Int, Text, Timestamp};
use eop_http::{Caller, IdempotencyKey, MultiStatus, Problem};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::body::OrderBody;

/// What can be done to many orders at once
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "BulkAction", rename_all = "snake_case")]
pub(crate) enum BulkAction {
    /// Accept them.
    Approve,
    /// Refuse them.
    Reject,
    /// Call them off.
    Cancel,
    /// Hand them to a carrier.
    Ship,
    /// Note their arrival.
    Deliver,
    /// Give up their shipments.
    Abort,
}

impl From<BulkAction> for Action {
    fn from(action: BulkAction) -> Self {
        match action {
            BulkAction::Approve => Self::Approve,
            BulkAction::Reject => Self::Reject,
            BulkAction::Cancel => Self::Cancel,
            BulkAction::Ship => Self::Ship,
            BulkAction::Deliver => Self::Deliver,
            BulkAction::Abort => Self::Abort,
        }
    }
}

/// One deed for many orders
#[derive(Clone, Debug, Object)]
#[oai(rename = "BulkRequest", skip_serializing_if_is_none)]
pub(crate) struct BulkRequest {
    /// What is done.
    action: BulkAction,
    /// To which orders, each named once.
    #[oai(validator(min_items = 1, max_items = 500))]
    ids: Vec<Id<OrderId>>,
    /// Only say what would happen to each, and do nothing.
    #[oai(default)]
    dry_run: bool,
    /// Why, at most 100 characters: for `reject` and, by staff, for `cancel`; for `abort` it is `lost` or
    /// `returned_to_sender`.
    #[oai(nullable, validator(min_length = 1, max_length = 400))]
    reason: Option<Text>,
    /// A remark for the history of each, at most 2000 characters: for `approve`, `reject` and `cancel`.
    #[oai(nullable, validator(min_length = 1, max_length = 8000))]
    note: Option<Text>,
    /// Which carrier, at most 100 characters: for `ship`.
    #[oai(nullable, validator(min_length = 1, max_length = 400))]
    carrier: Option<Text>,
    /// Its number for all of them together, at most 100 characters: for `ship`.
    #[oai(nullable, validator(min_length = 1, max_length = 400))]
    tracking_number: Option<Text>,
    /// When they arrived; now when absent: for `deliver`.
    #[oai(nullable)]
    delivered_at: Option<Timestamp>,
}

/// What came of one order
#[derive(Clone, Debug, Object)]
#[oai(rename = "BulkResult", skip_serializing_if_is_none)]
pub(crate) struct BulkResult {
    /// Which order.
    id: Id<OrderId>,
    /// The status that the request for this order alone would have been answered with: 200 when it was done.
    status: Int<u16>,
    /// The order after it; in a dry run, as it would be.
    order: Option<OrderBody>,
    /// Why not: a stable code, such as `order.transition_refused`.
    code: Option<Text>,
    /// Why not, for people.
    detail: Option<Text>,
}

/// What came of one deed for many orders
#[derive(Clone, Debug, Object)]
#[oai(rename = "BulkOutcome", skip_serializing_if_is_none)]
pub(crate) struct BulkBody {
    /// Nothing was done: this is what would have come of it.
    dry_run: bool,
    /// How many orders it was done to.
    succeeded: Int<u64>,
    /// How many were refused.
    failed: Int<u64>,
    /// One for each id, in the order of the ids.
    results: Vec<BulkResult>,
}

impl BulkResult {
    fn of((id, result): (OrderId, Result<OrderView, OrderError>)) -> Self {
        let (status, order, problem) = match result {
            Ok(view) => (200, Some(OrderBody::from(view)), None),
            Err(error) => {
                let problem = Problem::from(error);
                (problem.status().as_u16(), None, Some(problem))
            }
        };
        Self {
            id: Id(id),
            status: Int(status),
            order,
            code: problem.as_ref().map(|problem| Text(problem.code().to_owned())),
            detail: problem.as_ref().and_then(|problem| problem.said()).map(|said| Text(said.to_owned())),
        }
    }
}

impl BulkBody {
    fn of(dry_run: bool, results: Vec<(OrderId, Result<OrderView, OrderError>)>) -> Self {
        let all = u64::try_from(results.len()).unwrap_or(u64::MAX);
        let done = results.iter().filter(|(_, result)| result.is_ok()).count();
        let succeeded = u64::try_from(done).unwrap_or(u64::MAX);
        Self {
            dry_run,
            succeeded: Int(succeeded),
            failed: Int(all - succeeded),
            results: results.into_iter().map(BulkResult::of).collect(),
        }
    }
}

/// One deed for many orders.
#[derive(Debug)]
pub struct BulkApi {
    pub(super) orders: Arc<OrderService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Actions")]
impl BulkApi {
    /// Do the same to many orders
    ///
    /// Needs the permission of the action. Each order is handled on its own, and `results` has the outcome of each. Repeat the
    /// request with the same `Idempotency-Key` after an answer that was lost, or to try again what failed: what was done
    /// before is not done again.
    #[oai(path = "/orders/bulk", method = "post", operation_id = "actOnOrders")]
    async fn act(
        &self,
        caller: Caller,
        key: IdempotencyKey,
        body: Json<BulkRequest>,
    ) -> Result<MultiStatus<BulkBody>, Problem> {
        let BulkRequest { action, ids, dry_run, reason, note, carrier, tracking_number, delivered_at } =
            body.0;
        let text = |text: Option<Text>| text.map(Text::into_inner);
        let fields = DeedFields {
            reason: text(reason),
            note: text(note),
            carrier: text(carrier),
            tracking_number: text(tracking_number),
            delivered_at: delivered_at.map(|at| at.0),
        };
        let orders = ids.into_iter().map(|id| id.0).collect();
        let command = ActOnOrders { action: action.into(), fields, orders, dry_run, idempotency: key.0 };
        let bulk = self.orders.act_on_all(caller.actor(), command).await?;
        Ok(MultiStatus::new(BulkBody::of(dry_run, bulk.results)).replayed(bulk.replayed))
    }
}
