//! `order_history`: the steps of orders.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::OrderId;
use eop_core::order::model::{Action, HistoryEntry, Status};
use sea_orm::entity::prelude::*;

use super::actor::actor;
use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_history")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) order_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i64,
    pub(crate) action: String,
    pub(crate) from_status: Option<String>,
    pub(crate) to_status: String,
    pub(crate) actor_kind: String,
    pub(crate) actor_id: String,
    pub(crate) reason: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) at: DateTimeUtc,
    pub(crate) trace_id: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for HistoryEntry {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of("order_history", format!("{}/{}", row.order_id, row.version));
        let status = |column, text: &str| reading.code(column, text, Status::named);
        Ok(Self {
            order: OrderId(row.order_id),
            version: reading.version(row.version)?,
            action: reading.code("action", &row.action, Action::named)?,
            from: row.from_status.map(|text| status("from_status", &text)).transpose()?,
            to: status("to_status", &row.to_status)?,
            actor: actor(&reading, "actor_kind", &row.actor_kind, row.actor_id)?,
            reason: row.reason,
            note: row.note,
            at: row.at,
            trace_id: row.trace_id,
        })
    }
}
