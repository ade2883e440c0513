//! Moving an order through its life.

use std::sync::Arc;

use eop_core::kernel::id::OrderId;
use eop_core::order::command::{ActOnOrder, Deed};
use eop_core::order::model::CancelReason;
use eop_core::order::service::OrderService;
use eop_http::types::{Id, Text, Timestamp};
use eop_http::{Caller, IdempotencyKey, IfMatch, Problem, Shown};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::body::OrderBody;
use super::orders::shown;

/// An approval
#[derive(Clone, Debug, Object)]
#[oai(rename = "Approval", skip_serializing_if_is_none)]
pub(crate) struct ApprovalBody {
    /// A remark for the history, at most 2000 characters.
    #[oai(nullable, validator(min_length = 1, max_length = 8000))]
    note: Option<Text>,
}

/// A rejection
#[derive(Clone, Debug, Object)]
#[oai(rename = "Rejection", skip_serializing_if_is_none)]
pub(crate) struct RejectionBody {
    /// Why: a code or short phrase of at most 100 characters.
    #[oai(validator(min_length = 1, max_length = 400))]
    reason: Text,
    /// A remark for the history, at most 2000 characters.
    #[oai(nullable, validator(min_length = 1, max_length = 8000))]
    note: Option<Text>,
}

/// A cancellation
#[derive(Clone, Debug, Object)]
#[oai(rename = "Cancellation", skip_serializing_if_is_none)]
pub(crate) struct CancellationBody {
    /// Why: a code or short phrase of at most 100 characters. Staff must say it, and so must everybody after approval.
    #[oai(nullable, validator(min_length = 1, max_length = 400))]
    reason: Option<Text>,
    /// A remark for the history, at most 2000 characters.
    #[oai(nullable, validator(min_length = 1, max_length = 8000))]
    note: Option<Text>,
}

/// A hand-over to a carrier
#[derive(Clone, Debug, Object)]
#[oai(rename = "Handover", skip_serializing_if_is_none)]
pub(crate) struct HandoverBody {
    /// Which carrier, at most 100 characters.
    #[oai(validator(min_length = 1, max_length = 400))]
    carrier: Text,
    /// Its number for the parcel, at most 100 characters.
    #[oai(nullable, validator(min_length = 1, max_length = 400))]
    tracking_number: Option<Text>,
}

/// An arrival
#[derive(Clone, Debug, Object)]
#[oai(rename = "Arrival", skip_serializing_if_is_none)]
pub(crate) struct ArrivalBody {
    /// When it arrived; now when absent. Not in the future, not before shipping.
    #[oai(nullable)]
    delivered_at: Option<Timestamp>,
}

/// Why a shipment is given up
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "AbortReason", rename_all = "snake_case")]
pub(crate) enum AbortReason {
    /// The carrier lost it.
    Lost,
    /// It came back.
    ReturnedToSender,
}

/// The end of a shipment
#[derive(Clone, Debug, Object)]
#[oai(rename = "Abortion", skip_serializing_if_is_none)]
pub(crate) struct AbortBody {
    /// Why.
    reason: AbortReason,
}

/// Moving an order through its life.
#[derive(Debug)]
pub struct ActionsApi {
    pub(super) orders: Arc<OrderService>,
}

impl ActionsApi {
    async fn act(
        &self,
        caller: &Caller,
        id: Path<Id<OrderId>>,
        (if_match, key): (IfMatch, IdempotencyKey),
        deed: Deed,
    ) -> Result<Shown<OrderBody>, Problem> {
        let command = ActOnOrder { order: id.0.0, deed, if_match: if_match.version(), idempotency: key.0 };
        Ok(shown(self.orders.act(caller.actor(), command).await?))
    }
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Actions")]
impl ActionsApi {
    /// Approve an order
    ///
    /// Whoever placed it must not approve it.
    #[oai(path = "/orders/:id/approve", method = "post", operation_id = "approveOrder")]
    async fn approve(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: IfMatch,
        key: IdempotencyKey,
        body: Json<ApprovalBody>,
    ) -> Result<Shown<OrderBody>, Problem> {
        let deed = Deed::Approve { note: body.0.note.map(Text::into_inner) };
        self.act(&caller, id, (if_match, key), deed).await
    }

    /// Reject an order
    #[oai(path = "/orders/:id/reject", method = "post", operation_id = "rejectOrder")]
    async fn reject(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: IfMatch,
        key: IdempotencyKey,
        body: Json<RejectionBody>,
    ) -> Result<Shown<OrderBody>, Problem> {
        let deed = Deed::Reject { reason: body.0.reason.0, note: body.0.note.map(Text::into_inner) };
        self.act(&caller, id, (if_match, key), deed).await
    }

    /// Cancel an order
    ///
    /// Owners until 30 minutes after approval, staff until it is shipped.
    #[oai(path = "/orders/:id/cancel", method = "post", operation_id = "cancelOrder")]
    async fn cancel(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: IfMatch,
        key: IdempotencyKey,
        body: Json<CancellationBody>,
    ) -> Result<Shown<OrderBody>, Problem> {
        let CancellationBody { reason, note } = body.0;
        let deed = Deed::Cancel { reason: reason.map(Text::into_inner), note: note.map(Text::into_inner) };
        self.act(&caller, id, (if_match, key), deed).await
    }

    /// Ship an order
    #[oai(path = "/orders/:id/ship", method = "post", operation_id = "shipOrder")]
    async fn ship(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: IfMatch,
        key: IdempotencyKey,
        body: Json<HandoverBody>,
    ) -> Result<Shown<OrderBody>, Problem> {
        let HandoverBody { carrier, tracking_number } = body.0;
        let deed = Deed::Ship { carrier: carrier.0, tracking_number: tracking_number.map(Text::into_inner) };
        self.act(&caller, id, (if_match, key), deed).await
    }

    /// Note that an order arrived
    #[oai(path = "/orders/:id/deliver", method = "post", operation_id = "deliverOrder")]
    async fn deliver(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: IfMatch,
        key: IdempotencyKey,
        body: Json<ArrivalBody>,
    ) -> Result<Shown<OrderBody>, Problem> {
        let deed = Deed::Deliver { delivered_at: body.0.delivered_at.map(|at| at.0) };
        self.act(&caller, id, (if_match, key), deed).await
    }

    /// Give up a shipment
    #[oai(path = "/orders/:id/abort", method = "post", operation_id = "abortOrder")]
    async fn abort(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        if_match: IfMatch,
        key: IdempotencyKey,
        body: Json<AbortBody>,
    ) -> Result<Shown<OrderBody>, Problem> {
        let reason = match body.0.reason {
            AbortReason::Lost => CancelReason::Lost,
            AbortReason::ReturnedToSender => CancelReason::ReturnedToSender,
        };
        self.act(&caller, id, (if_match, key), Deed::Abort { reason }).await
    }
}
