//! `order_history`: the steps of orders.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::OrderId;
use eop_core::order::model::{Action, HistoryEntry, Status};
use sea_orm::entity::prelude::*;

use super::actor::actor;
use super::reading::Reading;
use super::writing::big;

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

written!();

impl From<HistoryEntry> for Model {
    fn from(entry: HistoryEntry) -> Self {
        Self {
            order_id: entry.order.0,
            version: big(entry.version.0),
            action: entry.action.as_str().to_owned(),
            from_status: entry.from.map(|status| status.as_str().to_owned()),
            to_status: entry.to.as_str().to_owned(),
            actor_kind: entry.actor.kind.as_str().to_owned(),
            actor_id: entry.actor.id,
            reason: entry.reason,
            note: entry.note,
            at: entry.at,
            trace_id: entry.trace_id,
        }
    }
}

impl TryFrom<Model> for HistoryEntry {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, format!("{}/{}", row.order_id, row.version));
        let status = |column, text: &str| reading.code(column, text, Status::named);
        Ok(Self {
            order: OrderId(row.order_id),
            version: reading.version(row.version)?,
            action: reading.code(Column::Action, &row.action, Action::named)?,
            from: row.from_status.map(|text| status(Column::FromStatus, &text)).transpose()?,
            to: status(Column::ToStatus, &row.to_status)?,
            actor: actor(&reading, Column::ActorKind, &row.actor_kind, row.actor_id)?,
            reason: row.reason,
            note: row.note,
            at: row.at,
            trace_id: row.trace_id,
        })
    }
}
