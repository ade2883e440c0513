//! `inbox_item`: items in people's inboxes within the product.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{DeliveryId, UserId};
use eop_core::notification::model::{InboxItem, Kind};
use sea_orm::entity::prelude::*;

use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inbox_item")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) recipient_id: Uuid,
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) order_id: Option<Uuid>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) read_at: Option<DateTimeUtc>,
    pub(crate) archived_at: Option<DateTimeUtc>,
    /// Given when somebody is first told of it.
    pub(crate) number: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<InboxItem> for Model {
    fn from(item: InboxItem) -> Self {
        Self {
            id: item.id.0,
            recipient_id: item.recipient.0,
            kind: item.kind.as_str().to_owned(),
            title: item.title,
            body: item.body,
            order_id: item.order,
            created_at: item.created_at,
            read_at: item.read_at,
            archived_at: item.archived_at,
            number: None,
        }
    }
}

impl TryFrom<Model> for InboxItem {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: DeliveryId(row.id),
            recipient: UserId(row.recipient_id),
            kind: Reading::of(Entity, row.id).code(Column::Kind, &row.kind, Kind::named)?,
            title: row.title,
            body: row.body,
            order: row.order_id,
            created_at: row.created_at,
            read_at: row.read_at,
            archived_at: row.archived_at,
        })
    }
}
