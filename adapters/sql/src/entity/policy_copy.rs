//! `policy_copy`: the last good policy, in the databases of the services that do not hold it; one row.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::policy::Policy;
use sea_orm::entity::prelude::*;

use super::document::Document;
use super::reading::Reading;
use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policy_copy")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) policy: Document,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

/// The key of the one row.
pub(crate) const COPY: Uuid = Uuid::nil();

impl From<&Policy> for Model {
    fn from(policy: &Policy) -> Self {
        Self { id: COPY, version: big(policy.version.0), policy: Document::of(policy) }
    }
}

impl TryFrom<Model> for Policy {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        Reading::of(Entity, row.id).document(Column::Policy, &row.policy)
    }
}
