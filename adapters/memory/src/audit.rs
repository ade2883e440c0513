//! The audit log of a memory database, as it is read.

use async_trait::async_trait;
use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::page::{Direction, Page, PageRequest};
use eop_core::kernel::trail::{AuditFilter, AuditLog, AuditRecord};

use crate::database::{Database, Tables};
use crate::page::page_of;

fn record(entry: &AuditEntry) -> AuditRecord {
    let AuditEntry { id, at, actor, action, target, outcome, detail, origin } = entry.clone();
    AuditRecord {
        id,
        at,
        actor_kind: actor.kind.as_str().to_owned(),
        actor_id: actor.id,
        action: action.to_owned(),
        target,
        outcome: outcome.as_str().to_owned(),
        detail,
        request_id: origin.request_id,
        traceparent: origin.traceparent,
        ip: origin.ip.map(|ip| ip.to_string()),
        user_agent: origin.user_agent,
    }
}

#[async_trait]
impl<T: Tables> AuditLog for Database<T> {
    async fn list(&self, filter: &AuditFilter, page: &PageRequest) -> Result<Page<AuditRecord>, StoreError> {
        let state = self.open()?;
        let records: Vec<AuditRecord> = state.audit.iter().map(record).collect();
        let wanted = records.iter().filter(|record| filter.takes(record));
        // Ids begin with the time: nothing else is to be sorted by.
        page_of(wanted, |record| (0_i64, record.id.0), Direction::Descending, page)
    }
}
