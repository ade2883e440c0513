//! The audit log: written with the change that it tells of, never changed.

use eop_core::kernel::audit::AuditEntry;

use crate::change::{Kind, OnConflict, Op, Table, json};

static AUDIT: Table = Table {
    name: "audit",
    key: &["id"],
    columns: &[
        ("id", Kind::Uuid),
        ("at", Kind::Timestamp),
        ("actor_kind", Kind::Text),
        ("actor_id", Kind::Text),
        ("action", Kind::Text),
        ("target", Kind::Text),
        ("outcome", Kind::Text),
        ("detail", Kind::Json),
        ("request_id", Kind::Text),
        ("traceparent", Kind::Text),
        ("ip", Kind::Text),
        ("user_agent", Kind::Text),
    ],
};

/// The entry as a row of the log.
pub(crate) fn insert(entry: AuditEntry) -> Op {
    let row = vec![
        ("id", entry.id.0.into()),
        ("at", entry.at.into()),
        ("actor_kind", entry.actor.kind.as_str().into()),
        ("actor_id", entry.actor.id.into()),
        ("action", entry.action.into()),
        ("target", entry.target.into()),
        ("outcome", entry.outcome.as_str().into()),
        ("detail", json(&entry.detail)),
        ("request_id", entry.origin.request_id.into()),
        ("traceparent", entry.origin.traceparent.into()),
        ("ip", entry.origin.ip.map(|ip| ip.to_string()).into()),
        ("user_agent", entry.origin.user_agent.into()),
    ];
    Op::Insert { table: &AUDIT, row, on_conflict: OnConflict::Never }
}
