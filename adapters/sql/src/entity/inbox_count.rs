//! `inbox_count`: the last number that an item of a person's inbox was given.

use eop_core::kernel::id::UserId;
use eop_core::notification::model::InboxPosition;
use sea_orm::entity::prelude::*;

use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inbox_count")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) recipient_id: Uuid,
    /// The number: it grows with each change, as a version does, and is compared and set as one.
    pub(crate) version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl Model {
    /// The count of `person` when this number was the last.
    pub(crate) fn of(person: UserId, last: InboxPosition) -> Self {
        Self { recipient_id: person.0, version: big(last.0) }
    }
}
