//! `account`: people's accounts.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use eop_core::identity::model::{Account, AccountState, PasswordHash, searched};
use eop_core::kernel::actor::Role;
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::UserId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, IntoCondition};
use sea_orm::{JoinType, QuerySelect, Select};

use super::document::Document;
use super::reading::Reading;
use super::writing::big;
use crate::table::Target;

#[derive(Clone, derive_more::Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: Option<String>,
    pub(crate) locale: String,
    pub(crate) time_zone: String,
    #[debug(skip)]
    pub(crate) password: String,
    pub(crate) roles: Document,
    pub(crate) state: String,
    pub(crate) locked_until: Option<DateTimeUtc>,
    pub(crate) verified_at: Option<DateTimeUtc>,
    pub(crate) search: String,
    pub(crate) version: i64,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(has_many = "super::account_role::Entity")]
    Role,
}

impl Related<super::account_role::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Role.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

written!(fixed: [CreatedAt]);

/// An address belongs to one account.
pub(crate) static ONE_PER_EMAIL: LazyLock<Target> = LazyLock::new(|| Target::of([Column::Email]));

impl From<Account> for Model {
    fn from(account: Account) -> Self {
        let locked_until = match account.state {
            AccountState::Locked { until } => until,
            AccountState::Pending | AccountState::Active => None,
        };
        Self {
            id: account.id.0,
            search: searched(&account.name, &account.email),
            name: account.name,
            email: account.email.into(),
            phone: account.phone,
            locale: account.locale,
            time_zone: account.time_zone,
            password: account.password.0,
            roles: Document::of(&account.roles),
            state: account.state.as_str().to_owned(),
            locked_until,
            verified_at: account.verified_at,
            version: big(account.version.0),
            created_at: account.created_at,
            updated_at: account.updated_at,
        }
    }
}

/// Narrows to those who have `role` now. A join, because `SQLite` would try a subquery for every row.
pub(crate) fn with_role(select: Select<Entity>, role: &Role) -> Select<Entity> {
    use super::account_role::Column as Held;

    let held = Relation::Role.def().on_condition(|own, held| {
        ExprTrait::equals(Expr::col((own, Column::Version)), (held, Held::Version)).into_condition()
    });
    select.join(JoinType::InnerJoin, held).filter(Held::Role.eq(role.as_str()))
}

impl TryFrom<Model> for Account {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let state = reading.code(Column::State, &row.state, |word| match word {
            "pending" => Some(AccountState::Pending),
            "active" => Some(AccountState::Active),
            "locked" => Some(AccountState::Locked { until: row.locked_until }),
            _ => None,
        })?;
        Ok(Self {
            id: UserId(row.id),
            name: row.name,
            email: Email::kept(row.email),
            phone: row.phone,
            locale: row.locale,
            time_zone: row.time_zone,
            password: PasswordHash(row.password),
            roles: reading.document::<BTreeSet<Role>>(Column::Roles, &row.roles)?,
            state,
            verified_at: row.verified_at,
            version: reading.version(row.version)?,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
