//! `account_role`: which accounts have a role, while the version is that of the account.

use eop_core::identity::model::Account;
use sea_orm::entity::prelude::*;

use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_role")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) role: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) account_id: Uuid,
    pub(crate) version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

written!(depth: 1);

impl Model {
    /// That the account has each of its roles at its present version.
    pub(crate) fn all_of(account: &Account) -> impl Iterator<Item = Self> {
        account.roles.iter().map(|role| Self {
            role: role.as_str().to_owned(),
            account_id: account.id.0,
            version: big(account.version.0),
        })
    }
}
