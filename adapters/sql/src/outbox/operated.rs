//! What operators see of the outbox, and decide about.

use async_trait::async_trait;
use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::CommitError;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::{Decision, OperatedOutbox, WaitingMessage};
use eop_core::kernel::page::{Cursor, Page, PageRequest};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, QueryResult, TryGetable};
use uuid::Uuid;

use super::SqlOutbox;
use crate::change::{Alteration, ChangeSet, Op};
use crate::error::{inconsistent, store_error};
use crate::page::SortKind;
use crate::translation::noted;

/// What can be said of a row, whatever else of it cannot be read.
const SHOWN: &str = "SELECT position, event_id, kind, key, occurred_at, parked, attempts, retry_at, last_error, sequence FROM outbox";

/// A row as operators see it. `SQLite` hands over whatever lies in a column, and a value that makes no sense is one that is
/// not there.
fn shown(row: &QueryResult) -> Result<WaitingMessage, StoreError> {
    fn at<T: TryGetable>(row: &QueryResult, index: usize) -> Option<T> {
        row.try_get_by_index::<Option<T>>(index).ok().flatten()
    }
    let parked = row.try_get_by_index(5).map_err(store_error)?;
    Ok(WaitingMessage {
        position: row.try_get_by_index(0).map_err(store_error)?,
        event: at(row, 1).map(EventId),
        kind: at(row, 2),
        key: at(row, 3),
        sequence: at::<i64>(row, 9).and_then(|count| count.try_into().ok()),
        occurred_at: at(row, 4),
        parked,
        attempts: at::<i32>(row, 6).and_then(|count| count.try_into().ok()).unwrap_or_default(),
        // It was deferred before it was set aside: now nothing happens by itself.
        retry_at: if parked { None } else { at(row, 7) },
        error: at(row, 8),
    })
}

/// The condition on `parked`.
fn of_those(parked: Option<bool>) -> &'static str {
    match parked {
        Some(true) => "parked",
        Some(false) => "NOT parked",
        None => "true",
    }
}

impl SqlOutbox {
    async fn count(&self, parked: Option<bool>) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) FROM outbox WHERE {}", of_those(parked));
        let row = self.database.reads().query_one_raw(self.statement(&sql, [])).await.map_err(store_error)?;
        let row = row.ok_or_else(|| inconsistent("outbox", "position", "count"))?;
        Ok(row.try_get_by_index::<i64>(0).map_err(store_error)?.unsigned_abs())
    }
}

#[async_trait]
impl OperatedOutbox for SqlOutbox {
    async fn list(
        &self,
        parked: Option<bool>,
        page: &PageRequest,
    ) -> Result<Page<WaitingMessage>, StoreError> {
        let total = if page.count { Some(self.count(parked).await?) } else { None };
        let after = match &page.after {
            Some(cursor) => SortKind::BigInt.parse(&cursor.value)?,
            None => i64::MIN.into(),
        };
        let those = of_those(parked);
        let sql = format!("{SHOWN} WHERE {those} AND position > $1 ORDER BY position LIMIT $2");
        let statement = self.statement(&sql, [after, (i64::from(page.limit) + 1).into()]);
        let mut rows = self.database.reads().query_all_raw(statement).await.map_err(store_error)?;
        let more = rows.len() > usize::from(page.limit);
        rows.truncate(page.limit.into());
        let items = rows.iter().map(shown).collect::<Result<Vec<_>, _>>()?;
        // No two have one place, so that there are no ties for an id to break.
        let place = |last: &WaitingMessage| Cursor { value: last.position.to_string(), id: Uuid::nil() };
        let next = if more { items.last().map(place) } else { None };
        Ok(Page { items, next, total })
    }

    async fn about(&self, key: Uuid) -> Result<Vec<WaitingMessage>, StoreError> {
        let sql = format!("{SHOWN} WHERE key = $1 ORDER BY position LIMIT 100");
        let statement = self.statement(&sql, [key.into()]);
        let rows = self.database.reads().query_all_raw(statement).await.map_err(store_error)?;
        rows.iter().map(shown).collect()
    }

    async fn find_parked(&self, position: i64) -> Result<Option<WaitingMessage>, StoreError> {
        let statement = self.statement(&format!("{SHOWN} WHERE parked AND position = $1"), [position.into()]);
        let row = self.database.reads().query_one_raw(statement).await.map_err(store_error)?;
        row.as_ref().map(shown).transpose()
    }

    async fn resolve(
        &self,
        position: i64,
        decision: Decision,
        entry: AuditEntry,
    ) -> Result<bool, StoreError> {
        let parked = Expr::col("position").eq(position).and(Expr::col("parked"));
        let query = match decision {
            Decision::Release => {
                let mut update = Query::update();
                update
                    .table("outbox")
                    .value("parked", false)
                    .value("retry_at", None::<Timestamp>)
                    .and_where(parked);
                Alteration::Update(update)
            }
            Decision::Skip => {
                let mut delete = Query::delete();
                delete.from_table("outbox").and_where(parked);
                Alteration::Delete(delete)
            }
        };
        let decided = Op::Statement { query: Box::new(query), require_row: true };
        // Either way something may be published now: the message, or what waited behind it.
        let change = ChangeSet { ops: vec![decided, noted(entry)], once: None, wakes_relay: true };
        match self.database.commit(change).await {
            Ok(()) => Ok(true),
            Err(CommitError::Store(error)) => Err(error),
            Err(CommitError::Stale | CommitError::Taken(_) | CommitError::Repeated(_)) => Ok(false),
        }
    }

    async fn note(&self, entry: AuditEntry) -> Result<(), StoreError> {
        let change = ChangeSet { ops: vec![noted(entry)], once: None, wakes_relay: false };
        self.database.commit(change).await.map_err(|error| match error {
            CommitError::Store(error) => error,
            // An entry is inserted under an id of its own, and depends on nothing.
            CommitError::Stale | CommitError::Taken(_) | CommitError::Repeated(_) => {
                inconsistent("audit", "id", "a new entry")
            }
        })
    }
}
