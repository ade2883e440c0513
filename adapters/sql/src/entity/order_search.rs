//! `order_search`: what orders are found by. On SQLite the table also has `seq`, which its index refers to.

use eop_core::order::model::SearchDocument;
use sea_orm::entity::prelude::*;

use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_search")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) order_id: Uuid,
    pub(crate) version: i64,
    pub(crate) words: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<SearchDocument> for Model {
    fn from(document: SearchDocument) -> Self {
        Self { order_id: document.order.0, version: big(document.version.0), words: document.words }
    }
}
