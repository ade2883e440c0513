//! `link`: one-time links.

use eop_core::identity::model::{Link, LinkPurpose};
use eop_core::kernel::commit::Version;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{LinkId, UserId};
use sea_orm::Set;
use sea_orm::entity::prelude::*;

use super::reading::Reading;
use super::writing::big;

#[derive(Clone, derive_more::Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) account_id: Uuid,
    pub(crate) purpose: String,
    #[debug(skip)]
    pub(crate) token_hash: Vec<u8>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) expires_at: DateTimeUtc,
    pub(crate) spent_at: Option<DateTimeUtc>,
    pub(crate) version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

/// The version of a link that can be used.
pub(crate) const UNSPENT: Version = Version::FIRST;
/// The version of a link that was used or withdrawn.
pub(crate) const SPENT: Version = Version(2);

impl From<Link> for Model {
    fn from(link: Link) -> Self {
        Self {
            id: link.id.0,
            account_id: link.account.0,
            purpose: link.purpose.as_str().to_owned(),
            token_hash: link.token.0.to_vec(),
            created_at: link.created_at,
            expires_at: link.expires_at,
            spent_at: link.spent_at,
            version: big(if link.spent_at.is_none() { UNSPENT } else { SPENT }.0),
        }
    }
}

impl ActiveModel {
    /// What changes when it is used or withdrawn.
    pub(crate) fn spent(id: LinkId, at: DateTimeUtc) -> Self {
        Self { id: Set(id.0), spent_at: Set(Some(at)), version: Set(big(SPENT.0)), ..Default::default() }
    }
}

impl TryFrom<Model> for Link {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        Ok(Self {
            id: LinkId(row.id),
            account: UserId(row.account_id),
            purpose: reading.code(Column::Purpose, &row.purpose, LinkPurpose::named)?,
            token: reading.hash(Column::TokenHash, &row.token_hash)?,
            created_at: row.created_at,
            expires_at: row.expires_at,
            spent_at: row.spent_at,
        })
    }
}
