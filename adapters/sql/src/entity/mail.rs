//! `mail`: the mailbox of the embedded mode.

use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::DeliveryId;
use eop_core::notification::model::Mail;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) to_address: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) received_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Mail> for Model {
    fn from(mail: Mail) -> Self {
        Self {
            id: mail.id.0,
            to_address: mail.to.into(),
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            received_at: mail.received_at,
        }
    }
}

impl TryFrom<Model> for Mail {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: DeliveryId(row.id),
            to: Email::kept(row.to_address),
            subject: row.subject,
            text: row.text,
            html: row.html,
            received_at: row.received_at,
        })
    }
}
