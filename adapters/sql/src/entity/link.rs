//! `link`: one-time links.

use eop_core::identity::model::{Link, LinkPurpose};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{LinkId, UserId};
use sea_orm::entity::prelude::*;

use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) purpose: String,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) expires_at: DateTimeUtc,
    pub(crate) spent_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Link {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of("link", row.id);
        Ok(Self {
            id: LinkId(row.id),
            account: UserId(row.account_id),
            purpose: reading.code("purpose", &row.purpose, LinkPurpose::named)?,
            token: reading.hash("token_hash", &row.token_hash)?,
            created_at: row.created_at,
            expires_at: row.expires_at,
            spent_at: row.spent_at,
        })
    }
}
