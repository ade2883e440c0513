//! `policy_state`: the version of the policy that all roles make together; one row.

use eop_core::kernel::commit::Version;
use sea_orm::entity::prelude::*;

use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policy_state")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) generation: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

/// The key of the one row.
pub(crate) const POLICY: Uuid = Uuid::nil();

impl Model {
    /// The policy at this version, whose shipped roles are of this generation.
    pub(crate) fn at(version: Version, generation: u32) -> Self {
        Self { id: POLICY, version: big(version.0), generation: i64::from(generation) }
    }
}
