//! `delivery`: notifications on their channels.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, NotificationId, UserId};
use eop_core::notification::model::{Channel, Delivery, DeliveryStatus, Lane};
use sea_orm::entity::prelude::*;

use super::reading::Reading;
use super::writing::{big, foreign, small};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) notification_id: Uuid,
    pub(crate) recipient_id: Uuid,
    pub(crate) channel: String,
    pub(crate) lane: String,
    pub(crate) status: String,
    pub(crate) attempts: i32,
    pub(crate) failovers: i32,
    pub(crate) bound_to: Option<String>,
    pub(crate) next_attempt_at: Option<DateTimeUtc>,
    pub(crate) leased_until: Option<DateTimeUtc>,
    pub(crate) due_at: Option<DateTimeUtc>,
    pub(crate) held_by: Option<String>,
    pub(crate) held_until: Option<DateTimeUtc>,
    pub(crate) set_aside_at: Option<DateTimeUtc>,
    pub(crate) expires_at: DateTimeUtc,
    pub(crate) reference: Option<String>,
    pub(crate) last_error: Option<String>,
    pub(crate) version: i64,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!(fixed: [NotificationId, RecipientId, Channel, Lane, CreatedAt], depth: 1);

impl From<Delivery> for Model {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id.0,
            notification_id: delivery.notification.0,
            recipient_id: delivery.recipient.0,
            channel: delivery.channel.as_str().to_owned(),
            lane: delivery.lane.as_str().to_owned(),
            status: delivery.status.as_str().to_owned(),
            attempts: small(delivery.attempts),
            failovers: small(delivery.failovers),
            bound_to: delivery.bound_to.as_deref().map(foreign),
            next_attempt_at: delivery.next_attempt_at,
            leased_until: delivery.leased_until,
            due_at: delivery.due_at(),
            held_until: delivery.leased_until.filter(|_| delivery.held_by.is_some()),
            held_by: delivery.held_by,
            // Whoever changes it has decided about it.
            set_aside_at: None,
            expires_at: delivery.expires_at,
            reference: delivery.reference.as_deref().map(foreign),
            last_error: delivery.last_error.as_deref().map(foreign),
            version: big(delivery.version.0),
            created_at: delivery.created_at,
            updated_at: delivery.updated_at,
        }
    }
}

impl TryFrom<Model> for Delivery {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        Ok(Self {
            id: DeliveryId(row.id),
            notification: NotificationId(row.notification_id),
            recipient: UserId(row.recipient_id),
            channel: reading.code(Column::Channel, &row.channel, Channel::named)?,
            // A lane of a later version is no reason not to deliver.
            lane: Lane::named(&row.lane).unwrap_or(Lane::News),
            status: reading.code(Column::Status, &row.status, DeliveryStatus::named)?,
            attempts: reading.count(Column::Attempts, row.attempts)?,
            failovers: reading.count(Column::Failovers, row.failovers)?,
            bound_to: row.bound_to,
            next_attempt_at: row.next_attempt_at,
            leased_until: row.leased_until,
            // An older version, which knows no holders, gives the lease another end when it claims.
            held_by: row.held_by.filter(|_| row.held_until.is_some() && row.held_until == row.leased_until),
            expires_at: row.expires_at,
            reference: row.reference,
            last_error: row.last_error,
            version: reading.version(row.version)?,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
