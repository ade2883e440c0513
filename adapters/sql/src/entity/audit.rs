//! `audit`: the audit log, written with the change that it tells of, and never changed.

use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::AuditId;
use eop_core::kernel::trail::AuditRecord;
use sea_orm::entity::prelude::*;

use super::document::Document;
use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) at: DateTimeUtc,
    pub(crate) actor_kind: String,
    pub(crate) actor_id: String,
    pub(crate) action: String,
    pub(crate) target: String,
    pub(crate) outcome: String,
    pub(crate) detail: Document,
    pub(crate) request_id: Option<String>,
    pub(crate) traceparent: Option<String>,
    pub(crate) ip: Option<String>,
    pub(crate) user_agent: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<AuditEntry> for Model {
    fn from(entry: AuditEntry) -> Self {
        Self {
            id: entry.id.0,
            at: entry.at,
            actor_kind: entry.actor.kind.as_str().to_owned(),
            actor_id: entry.actor.id,
            action: entry.action.to_owned(),
            target: entry.target,
            outcome: entry.outcome.as_str().to_owned(),
            detail: Document::of(&entry.detail),
            request_id: entry.origin.request_id,
            traceparent: entry.origin.traceparent,
            ip: entry.origin.ip.map(|ip| ip.to_string()),
            user_agent: entry.origin.user_agent,
        }
    }
}

impl TryFrom<Model> for AuditRecord {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        Ok(Self {
            id: AuditId(row.id),
            at: row.at,
            actor_kind: row.actor_kind,
            actor_id: row.actor_id,
            action: row.action,
            target: row.target,
            outcome: row.outcome,
            detail: row.detail.read().map_err(|_| reading.wrong(Column::Detail))?,
            request_id: row.request_id,
            traceparent: row.traceparent,
            ip: row.ip,
            user_agent: row.user_agent,
        })
    }
}
