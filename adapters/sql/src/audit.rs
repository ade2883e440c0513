//! The audit log as it is read. It is written with the changes that it tells of: see `translation`.

use async_trait::async_trait;
use chrono::TimeDelta;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::page::{Cursor, Page, PageRequest};
use eop_core::kernel::trail::{AuditFilter, AuditLog, AuditRecord};
use sea_orm::{ConnectionTrait, EntityTrait, Statement, Value};
use uuid::Uuid;

use crate::database::Database;
use crate::entity::audit::Entity;
use crate::entity::reading::readable;
use crate::error::{inconsistent, store_error};
use crate::retention::first_id_of;

/// How many entries a page looks at. There is no index but that of the ids, which begin with the time: every order would pay for it.
const LOOKED_AT: u32 = 20_000;

/// Ids are of the clocks of instances, times of entries of that of the database: so far they may be apart.
const SKEW: TimeDelta = TimeDelta::hours(1);

/// The audit log in SQL.
#[derive(Clone, Debug)]
pub struct SqlAudit {
    database: Database,
    looked_at: u32,
}

impl SqlAudit {
    /// The audit log in `database`, which is at the schema of any service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone(), looked_at: LOOKED_AT }
    }

    /// The same, of which a page looks at no more than `entries`.
    #[must_use]
    pub fn looking_at(self, entries: u32) -> Self {
        Self { looked_at: entries, ..self }
    }

    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(self.database.direct().get_database_backend(), sql, values)
    }

    async fn number(&self, sql: &str, values: Vec<Value>) -> Result<u64, StoreError> {
        let row =
            self.database.reads().query_one_raw(self.statement(sql, values)).await.map_err(store_error)?;
        let row = row.ok_or_else(|| inconsistent("audit", "id", "count"))?;
        Ok(row.try_get_by_index::<i64>(0).map_err(store_error)?.unsigned_abs())
    }

    /// The last one that was looked at, where there are more behind it.
    async fn stopped_at(&self, between: &Between) -> Result<Option<Uuid>, StoreError> {
        let Some(last) = self.looked_at.checked_sub(1) else { return Ok(None) };
        let sql =
            format!("SELECT id FROM audit WHERE {} ORDER BY id DESC LIMIT 2 OFFSET {last}", Between::SQL);
        let rows = self.database.reads().query_all_raw(self.statement(&sql, between.values())).await;
        match &rows.map_err(store_error)?[..] {
            [last, _, ..] => last.try_get_by_index(0).map(Some).map_err(store_error),
            _ => Ok(None),
        }
    }
}

/// Which ids come into question.
struct Between {
    least: Uuid,
    below: Uuid,
}

impl Between {
    const SQL: &'static str = "id >= $1 AND id < $2";

    fn of(filter: &AuditFilter, page: &PageRequest) -> Self {
        let least = |from: Timestamp| first_id_of(from.checked_sub_signed(SKEW).unwrap_or(from));
        let below = |to: Timestamp| first_id_of(to.checked_add_signed(SKEW).unwrap_or(to));
        let below = filter.to.map_or(Uuid::max(), below);
        let after = page.after.as_ref().map_or(Uuid::max(), |cursor| cursor.id);
        Self { least: filter.from.map_or(Uuid::nil(), least), below: below.min(after) }
    }

    fn values(&self) -> Vec<Value> {
        vec![self.least.into(), self.below.into()]
    }
}

/// What must hold of an entry, and its values; the first two are of [`Between`].
fn conditions(filter: &AuditFilter, values: &mut Vec<Value>) -> String {
    let mut holds = vec!["true".to_owned()];
    let mut add = |column: &str, value: Value| {
        values.push(value);
        holds.push(format!("{column} = ${}", values.len()));
    };
    let AuditFilter { actor, action, target, outcome, from, to } = filter;
    for (column, wanted, end) in [("action", action, '.'), ("target", target, ':')] {
        let Some(wanted) = wanted else { continue };
        if wanted.ends_with(end) {
            // Not as a pattern: nothing in it means anything.
            add(&format!("substr({column}, 1, {})", wanted.chars().count()), wanted.as_str().into());
        } else {
            add(column, wanted.as_str().into());
        }
    }
    for (column, wanted) in [("actor_id", actor), ("outcome", outcome)] {
        if let Some(wanted) = wanted {
            add(column, wanted.as_str().into());
        }
    }
    for (compared, at) in [(">=", from), ("<", to)] {
        if let Some(at) = at {
            values.push((*at).into());
            holds.push(format!("at {compared} ${}", values.len()));
        }
    }
    holds.join(" AND ")
}

#[async_trait]
impl AuditLog for SqlAudit {
    async fn list(&self, filter: &AuditFilter, page: &PageRequest) -> Result<Page<AuditRecord>, StoreError> {
        let between = Between::of(filter, page);
        let mut values = between.values();
        let holds = conditions(filter, &mut values);
        let total = if page.count {
            let all = Between::of(filter, &PageRequest { after: None, ..page.clone() });
            let mut values = all.values();
            let holds = conditions(filter, &mut values);
            let sql = format!("SELECT count(*) FROM audit WHERE {} AND {holds}", Between::SQL);
            Some(self.number(&sql, values).await?)
        } else {
            None
        };
        let limit = usize::from(page.limit);
        let sql = format!(
            "SELECT * FROM (SELECT * FROM audit WHERE {} ORDER BY id DESC LIMIT {}) AS looked_at \
             WHERE {holds} ORDER BY id DESC LIMIT {}",
            Between::SQL,
            self.looked_at,
            limit + 1
        );
        let found =
            Entity::find().from_raw_sql(self.statement(&sql, values)).all(self.database.reads()).await;
        let mut found = found.map_err(store_error)?;
        let next = if found.len() > limit {
            found.truncate(limit);
            found.last().map(|last| last.id)
        } else {
            self.stopped_at(&between).await?
        };
        Ok(Page {
            items: readable(found.into_iter().map(AuditRecord::try_from))?,
            next: next.map(|id| Cursor { value: "id".to_owned(), id }),
            total,
        })
    }
}
