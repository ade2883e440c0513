//! `delivery`: notifications on their channels.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, NotificationId, UserId};
use eop_core::notification::model::{Channel, Delivery, DeliveryStatus, Lane};
use sea_orm::entity::prelude::*;

use super::reading::Reading;

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

impl TryFrom<Model> for Delivery {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of("delivery", row.id);
        Ok(Self {
            id: DeliveryId(row.id),
            notification: NotificationId(row.notification_id),
            recipient: UserId(row.recipient_id),
            channel: reading.code("channel", &row.channel, Channel::named)?,
            // A lane of a later version is no reason not to deliver.
            lane: Lane::named(&row.lane).unwrap_or(Lane::News),
            status: reading.code("status", &row.status, DeliveryStatus::named)?,
            attempts: reading.count("attempts", row.attempts)?,
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
