//! `admin_roster`: the version of the set of acting administrators; one row.

use eop_core::kernel::commit::Version;
use sea_orm::entity::prelude::*;

use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "admin_roster")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

/// The key of the one row of the roster.
pub(crate) const ROSTER: Uuid = Uuid::nil();

impl Model {
    /// The roster at this version.
    pub(crate) fn at(version: Version) -> Self {
        Self { id: ROSTER, version: big(version.0) }
    }
}
