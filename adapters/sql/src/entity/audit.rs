//! `audit`: the audit log, written with the change that it tells of, never changed and never read by the services.

use eop_core::kernel::audit::AuditEntry;
use sea_orm::entity::prelude::*;

use super::document::Document;

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
