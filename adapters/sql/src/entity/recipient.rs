//! `recipient`: the people who can be told something.

use eop_core::kernel::actor::Role;
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::UserId;
use eop_core::notification::model::Recipient;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, IntoCondition};
use sea_orm::{JoinType, QuerySelect, Select};

use super::document::Document;
use super::reading::Reading;
use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recipient")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: Option<String>,
    pub(crate) locale: String,
    pub(crate) time_zone: String,
    pub(crate) verified: bool,
    pub(crate) roles: Document,
    pub(crate) sequence: i64,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(has_many = "super::recipient_role::Entity")]
    Role,
}

impl Related<super::recipient_role::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Role.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<Recipient> for Model {
    fn from(recipient: Recipient) -> Self {
        Self {
            id: recipient.id.0,
            name: recipient.name,
            email: recipient.email.into(),
            phone: recipient.phone,
            locale: recipient.locale,
            time_zone: recipient.time_zone,
            verified: recipient.verified,
            roles: Document::of(&recipient.roles),
            sequence: big(recipient.sequence),
            updated_at: recipient.updated_at,
        }
    }
}

/// Narrows to those who have `role` now. A join, because `SQLite` would try a subquery for every row.
pub(crate) fn with_role(select: Select<Entity>, role: &Role) -> Select<Entity> {
    use super::recipient_role::Column as Held;

    let held = Relation::Role.def().on_condition(|own, held| {
        ExprTrait::equals(Expr::col((own, Column::Sequence)), (held, Held::Sequence)).into_condition()
    });
    select.join(JoinType::InnerJoin, held).filter(Held::Role.eq(role.as_str()))
}

impl TryFrom<Model> for Recipient {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        Ok(Self {
            id: UserId(row.id),
            name: row.name,
            email: Email::kept(row.email),
            phone: row.phone,
            locale: row.locale,
            time_zone: row.time_zone,
            verified: row.verified,
            roles: reading.document(Column::Roles, &row.roles)?,
            sequence: reading.count(Column::Sequence, row.sequence)?,
            updated_at: row.updated_at,
        })
    }
}
