//! How deliveries went.

use std::sync::Arc;

use eop_core::kernel::id::{AttemptId, DeliveryId, NotificationId};
use eop_core::notification::command::{ActOnDelivery, DeliveryAction};
use eop_core::notification::model::{Attempt, AttemptOutcome, Channel, Delivery, DeliveryStatus};
use eop_core::notification::service::NotificationService;
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Caller, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;

/// A way to reach a person
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Channel", rename_all = "snake_case")]
pub(crate) enum ChannelName {
    /// Mail.
    Email,
    /// The inbox within the product.
    InApp,
}

/// Where a delivery is in its life
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "DeliveryStatus", rename_all = "snake_case")]
pub(crate) enum StatusName {
    /// Waits for its first attempt.
    Queued,
    /// A worker holds it.
    Sending,
    /// An attempt failed for now.
    Retrying,
    /// The provider took it.
    Sent,
    /// It cannot be delivered, ever.
    Failed,
    /// Every attempt failed.
    Dead,
    /// An attempt was cut off; another one might deliver twice.
    Unknown,
    /// Too old when its turn came.
    Expired,
    /// An operator stopped it.
    Cancelled,
}

/// How an attempt ended
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "AttemptOutcome", rename_all = "snake_case")]
pub(crate) enum OutcomeName {
    /// The provider took the message.
    Accepted,
    /// Refused for now.
    Temporary,
    /// Refused for good.
    Permanent,
    /// Cut off after the hand-over began.
    Unknown,
}

/// One notification on one channel
#[derive(Clone, Debug, Object)]
#[oai(rename = "Delivery", skip_serializing_if_is_none)]
pub(crate) struct DeliveryBody {
    /// Identity.
    id: Id<DeliveryId>,
    /// The notification.
    notification_id: Id<NotificationId>,
    /// How.
    channel: ChannelName,
    /// Where it is in its life.
    status: StatusName,
    /// Attempts begun so far.
    attempts: Int<u32>,
    /// When the next attempt is due; null when none is planned.
    next_attempt_at: Nullable<Timestamp>,
    /// News older than this is not sent any more.
    expires_at: Timestamp,
    /// The provider's reference; null until it took the message.
    reference: Nullable<Text>,
    /// Why the last attempt failed; null when it did not.
    last_error: Nullable<Text>,
    /// When it was planned.
    created_at: Timestamp,
    /// When it last changed.
    updated_at: Timestamp,
    /// Its attempts, the oldest first; only where they were asked for.
    log: Option<Vec<AttemptBody>>,
}

impl DeliveryBody {
    /// With the attempts of it among `all`.
    pub(crate) fn with_log(mut self, all: &[Attempt]) -> Self {
        let own = all.iter().filter(|attempt| attempt.delivery == self.id.0);
        self.log = Some(own.cloned().map(AttemptBody::from).collect());
        self
    }
}

/// One try to deliver
#[derive(Clone, Debug, Object)]
#[oai(rename = "Attempt", skip_serializing_if_is_none)]
pub(crate) struct AttemptBody {
    /// Identity.
    id: Id<AttemptId>,
    /// 1 for the first.
    number: Int<u32>,
    /// Who was asked.
    provider: Text,
    /// When it began.
    started_at: Timestamp,
    /// When it ended; null while it runs.
    finished_at: Nullable<Timestamp>,
    /// How long it took, in milliseconds; null while it runs.
    duration_ms: Nullable<Int<u64>>,
    /// How it ended; null while it runs.
    outcome: Nullable<OutcomeName>,
    /// The provider's code, such as 451.
    code: Nullable<Text>,
    /// An excerpt of the provider's answer.
    detail: Nullable<Text>,
}

/// The attempts of one delivery
#[derive(Clone, Debug, Object)]
#[oai(rename = "AttemptList", skip_serializing_if_is_none)]
pub(crate) struct AttemptList {
    /// Oldest first.
    items: Vec<AttemptBody>,
}

impl From<ChannelName> for Channel {
    fn from(name: ChannelName) -> Self {
        match name {
            ChannelName::Email => Self::Email,
            ChannelName::InApp => Self::InApp,
        }
    }
}

impl From<Channel> for ChannelName {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Email => Self::Email,
            Channel::InApp => Self::InApp,
        }
    }
}

impl From<StatusName> for DeliveryStatus {
    fn from(name: StatusName) -> Self {
        match name {
            StatusName::Queued => Self::Queued,
            StatusName::Sending => Self::Sending,
            StatusName::Retrying => Self::Retrying,
            StatusName::Sent => Self::Sent,
            StatusName::Failed => Self::Failed,
            StatusName::Dead => Self::Dead,
            StatusName::Unknown => Self::Unknown,
            StatusName::Expired => Self::Expired,
            StatusName::Cancelled => Self::Cancelled,
        }
    }
}

impl From<DeliveryStatus> for StatusName {
    fn from(status: DeliveryStatus) -> Self {
        match status {
            DeliveryStatus::Queued => Self::Queued,
            DeliveryStatus::Sending => Self::Sending,
            DeliveryStatus::Retrying => Self::Retrying,
            DeliveryStatus::Sent => Self::Sent,
            DeliveryStatus::Failed => Self::Failed,
            DeliveryStatus::Dead => Self::Dead,
            DeliveryStatus::Unknown => Self::Unknown,
            DeliveryStatus::Expired => Self::Expired,
            DeliveryStatus::Cancelled => Self::Cancelled,
        }
    }
}

impl From<AttemptOutcome> for OutcomeName {
    fn from(outcome: AttemptOutcome) -> Self {
        match outcome {
            AttemptOutcome::Accepted => Self::Accepted,
            AttemptOutcome::Temporary => Self::Temporary,
            AttemptOutcome::Permanent => Self::Permanent,
            AttemptOutcome::Unknown => Self::Unknown,
        }
    }
}

impl From<Delivery> for DeliveryBody {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: Id(delivery.id),
            notification_id: Id(delivery.notification),
            channel: delivery.channel.into(),
            status: delivery.status.into(),
            attempts: Int(delivery.attempts),
            next_attempt_at: Nullable(delivery.next_attempt_at.map(Timestamp)),
            expires_at: Timestamp(delivery.expires_at),
            reference: Nullable(delivery.reference.map(Text)),
            last_error: Nullable(delivery.last_error.map(Text)),
            created_at: Timestamp(delivery.created_at),
            updated_at: Timestamp(delivery.updated_at),
            log: None,
        }
    }
}

impl From<Attempt> for AttemptBody {
    fn from(attempt: Attempt) -> Self {
        let result = attempt.result;
        let finished = result.as_ref().map(|result| result.finished_at);
        let took = finished.map(|at| (at - attempt.started_at).num_milliseconds().unsigned_abs());
        Self {
            id: Id(attempt.id),
            number: Int(attempt.number),
            provider: Text(attempt.provider),
            started_at: Timestamp(attempt.started_at),
            finished_at: Nullable(finished.map(Timestamp)),
            duration_ms: Nullable(took.map(Int)),
            outcome: Nullable(result.as_ref().map(|result| result.outcome.into())),
            code: Nullable(result.as_ref().and_then(|result| result.code.clone()).map(Text)),
            detail: Nullable(result.and_then(|result| result.detail).map(Text)),
        }
    }
}

/// How deliveries went.
#[derive(Debug)]
pub struct DeliveriesApi {
    pub(super) notifications: Arc<NotificationService>,
}

impl DeliveriesApi {
    async fn act(
        &self,
        caller: &Caller,
        id: Path<Id<DeliveryId>>,
        action: DeliveryAction,
    ) -> Result<Json<DeliveryBody>, Problem> {
        let command = ActOnDelivery { delivery: id.0.0, action };
        Ok(Json(self.notifications.act_on_delivery(caller.actor(), command).await?.into()))
    }
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Notifications")]
impl DeliveriesApi {
    /// List the attempts of a delivery
    #[oai(path = "/deliveries/:id/attempts", method = "get", operation_id = "listDeliveryAttempts")]
    async fn attempts(&self, caller: Caller, id: Path<Id<DeliveryId>>) -> Result<Json<AttemptList>, Problem> {
        let attempts = self.notifications.attempts(caller.actor(), id.0.0).await?;
        Ok(Json(AttemptList { items: attempts.into_iter().map(AttemptBody::from).collect() }))
    }

    /// Send a delivery again
    ///
    /// Whatever became of it, unless an attempt is planned anyway. The recipient may get it twice.
    #[oai(path = "/deliveries/:id/resend", method = "post", operation_id = "resendDelivery")]
    async fn resend(&self, caller: Caller, id: Path<Id<DeliveryId>>) -> Result<Json<DeliveryBody>, Problem> {
        self.act(&caller, id, DeliveryAction::Resend).await
    }

    /// Stop a delivery
    #[oai(path = "/deliveries/:id/cancel", method = "post", operation_id = "cancelDelivery")]
    async fn cancel(&self, caller: Caller, id: Path<Id<DeliveryId>>) -> Result<Json<DeliveryBody>, Problem> {
        self.act(&caller, id, DeliveryAction::Cancel).await
    }
}
