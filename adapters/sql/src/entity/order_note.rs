//! `order_note`: notes on orders.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{NoteId, OrderId};
use eop_core::order::model::{Note, Visibility};
use sea_orm::entity::prelude::*;

use super::actor::actor;
use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_note")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) order_id: Uuid,
    pub(crate) visibility: String,
    pub(crate) text: String,
    pub(crate) author_kind: String,
    pub(crate) author_id: String,
    pub(crate) created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<Note> for Model {
    fn from(note: Note) -> Self {
        Self {
            id: note.id.0,
            order_id: note.order.0,
            visibility: note.visibility.as_str().to_owned(),
            text: note.text,
            author_kind: note.author.kind.as_str().to_owned(),
            author_id: note.author.id,
            created_at: note.created_at,
        }
    }
}

impl TryFrom<Model> for Note {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let visibility = |text: &str| {
            [Visibility::Public, Visibility::Internal].into_iter().find(|known| known.as_str() == text)
        };
        Ok(Self {
            id: NoteId(row.id),
            order: OrderId(row.order_id),
            visibility: reading.code(Column::Visibility, &row.visibility, visibility)?,
            text: row.text,
            author: actor(&reading, Column::AuthorKind, &row.author_kind, row.author_id)?,
            created_at: row.created_at,
        })
    }
}
