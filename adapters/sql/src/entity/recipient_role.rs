//! `recipient_role`: which recipients have a role, while the sequence is that of the recipient.

use std::collections::BTreeSet;

use eop_core::notification::model::Recipient;
use sea_orm::entity::prelude::*;

use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recipient_role")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) role: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) recipient_id: Uuid,
    pub(crate) sequence: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::recipient::Entity",
        from = "Column::RecipientId",
        to = "super::recipient::Column::Id"
    )]
    Recipient,
}

impl Related<super::recipient::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Recipient.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

written!(depth: 1);

impl Model {
    /// That the recipient has each of its roles as of its present sequence.
    pub(crate) fn all_of(recipient: &Recipient) -> impl Iterator<Item = Self> {
        let roles: BTreeSet<_> = recipient.roles.iter().collect();
        roles.into_iter().map(|role| Self {
            role: role.as_str().to_owned(),
            recipient_id: recipient.id.0,
            sequence: big(recipient.sequence),
        })
    }
}
