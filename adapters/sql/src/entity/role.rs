//! `role`: what there are of roles, and what they may do.

use std::sync::LazyLock;

use eop_core::identity::model::RoleDefinition;
use eop_core::kernel::actor::Role;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::RoleId;
use sea_orm::entity::prelude::*;

use super::document::Document;
use super::reading::Reading;
use super::writing::big;
use crate::table::Target;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) rules: Document,
    pub(crate) shipped: Option<Document>,
    pub(crate) version: i64,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!(fixed: [Name, CreatedAt]);

/// One role of each name.
pub(crate) static ONE_PER_NAME: LazyLock<Target> = LazyLock::new(|| Target::of([Column::Name]));

impl From<RoleDefinition> for Model {
    fn from(role: RoleDefinition) -> Self {
        Self {
            id: role.id.0,
            name: role.name.as_str().to_owned(),
            description: role.description,
            rules: Document::of(&role.rules),
            shipped: role.shipped.as_ref().map(Document::of),
            version: big(role.version.0),
            created_at: role.created_at,
            updated_at: role.updated_at,
        }
    }
}

impl TryFrom<Model> for RoleDefinition {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let shipped = row.shipped.as_ref().map(|shipped| reading.document(Column::Shipped, shipped));
        Ok(Self {
            id: RoleId(row.id),
            rules: reading.document(Column::Rules, &row.rules)?,
            shipped: shipped.transpose()?,
            version: reading.version(row.version)?,
            name: Role::as_written(row.name),
            description: row.description,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
