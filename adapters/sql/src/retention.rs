//! What was kept long enough goes, in bounded statements that follow an index.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::retention::{Kept, Retention};
use parking_lot::Mutex;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use uuid::Uuid;

use crate::database::Database;
use crate::error::{inconsistent, store_error};

/// Whose database it is: which tables there are.
const SHARED: &[Kept] = &[Kept::Audit, Kept::IdempotencyKeys, Kept::SeenEvents, Kept::Throttles];
const IDENTITY: &[Kept] = &[
    Kept::Sessions,
    Kept::RefreshTokens,
    Kept::Links,
    Kept::Audit,
    Kept::IdempotencyKeys,
    Kept::SeenEvents,
    Kept::Throttles,
];
const NOTIFICATION: &[Kept] = &[
    Kept::Notifications,
    Kept::Attempts,
    Kept::Mails,
    Kept::InboxItems,
    Kept::DeadLetters,
    Kept::DeferredEvents,
    Kept::Audit,
    Kept::IdempotencyKeys,
    Kept::SeenEvents,
    Kept::Throttles,
];

/// Where something is kept, and which column says how old it is. There is an index that begins with that column.
struct Place {
    table: &'static str,
    age: &'static str,
    /// What must hold too, of the row `t`.
    and: &'static str,
}

fn place(kept: Kept) -> Place {
    let by = |table, age| Place { table, age, and: "" };
    match kept {
        Kept::Sessions => by("session", "idle_until"),
        Kept::RefreshTokens => by("refresh_token", "issued_at"),
        Kept::Links => by("link", "expires_at"),
        Kept::Notifications => Place {
            and: " AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.notification_id = t.id AND d.due_at IS NOT NULL)",
            ..by("notification", "created_at")
        },
        Kept::Attempts => by("attempt", "started_at"),
        Kept::Mails => by("mail", "received_at"),
        Kept::InboxItems => by("inbox_item", "created_at"),
        Kept::DeadLetters => by("dead_letter", "resolved_at"),
        Kept::DeferredEvents => by("deferred_event", "created_at"),
        // Its ids begin with the time, so that the primary key serves, and what every order writes needs no second index.
        Kept::Audit => Place { and: " AND t.id < $2", ..by("audit", "at") },
        Kept::IdempotencyKeys => by("idempotency", "at"),
        Kept::SeenEvents => by("inbox", "at"),
        Kept::Throttles => by("throttle", "ends_at"),
    }
}

/// The lease row of the one that forgets.
const LEASE: &str = "retention";

/// Forgets what one service keeps.
#[derive(Clone, Debug)]
pub struct SqlRetention {
    database: Database,
    kept: &'static [Kept],
    /// Until when this process need not ask again who forgets, and for whom that holds.
    held: Arc<Mutex<Option<(String, Instant)>>>,
}

impl SqlRetention {
    fn of(database: &Database, kept: &'static [Kept]) -> Self {
        Self { database: database.clone(), kept, held: Arc::default() }
    }

    /// For `database` at the schema of the user service.
    #[must_use]
    pub fn of_identity(database: &Database) -> Self {
        Self::of(database, IDENTITY)
    }

    /// For `database` at the schema of the order service.
    #[must_use]
    pub fn of_orders(database: &Database) -> Self {
        Self::of(database, SHARED)
    }

    /// For `database` at the schema of the notification service.
    #[must_use]
    pub fn of_notifications(database: &Database) -> Self {
        Self::of(database, NOTIFICATION)
    }

    fn backend(&self) -> DbBackend {
        self.database.direct().get_database_backend()
    }

    fn statement(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
        Statement::from_sql_and_values(self.backend(), sql, values)
    }

    async fn execute(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, StoreError> {
        let done = self.database.direct().execute_raw(self.statement(sql, values)).await;
        Ok(done.map_err(store_error)?.rows_affected())
    }
}

/// Selects `what` of the rows that are old enough, oldest first, up to `limit`. The limit is part of the text: a plan for any
/// limit would read the whole table.
fn old(kept: Kept, what: &str, limit: u32) -> String {
    let Place { table, age, and } = place(kept);
    let order = if kept == Kept::Audit { "id" } else { age };
    format!("SELECT {what} FROM \"{table}\" AS t WHERE t.{age} < $1{and} ORDER BY t.{order} LIMIT {limit}")
}

/// The smallest id that begins with this time (UUID version 7: RFC 9562, 5.7).
pub(crate) fn first_id_of(at: Timestamp) -> Uuid {
    let ms = u128::try_from(at.timestamp_millis()).unwrap_or_default();
    Uuid::from_u128(ms << 80)
}

/// The values of [`old`].
fn values(kept: Kept, before: Timestamp) -> Vec<Value> {
    let mut values = vec![before.into()];
    if kept == Kept::Audit {
        values.push(first_id_of(before).into());
    }
    values
}

const HOLD_POSTGRES: &str = "INSERT INTO lease (name, holder, held_until) \
     VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3)) \
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until \
     WHERE lease.holder = excluded.holder OR lease.held_until <= clock_timestamp()";
const HOLD_SQLITE: &str = "INSERT INTO lease (name, holder, held_until) \
     VALUES ($1, $2, strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', printf('+%.3f seconds', $3))) \
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until \
     WHERE lease.holder = excluded.holder OR lease.held_until <= strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')";

#[async_trait]
impl Retention for SqlRetention {
    fn kept(&self) -> &'static [Kept] {
        self.kept
    }

    async fn hold(&self, holder: &str, lease: Duration) -> Result<bool, StoreError> {
        let asked_at = Instant::now();
        let is_fresh = |(by, until): &(String, Instant)| by == holder && asked_at < *until;
        if self.held.lock().as_ref().is_some_and(is_fresh) {
            return Ok(true);
        }
        let sql = match self.backend() {
            DbBackend::Postgres => HOLD_POSTGRES,
            _ => HOLD_SQLITE,
        };
        let taken = self.execute(sql, [LEASE.into(), holder.into(), lease.as_secs_f64().into()]).await? > 0;
        *self.held.lock() = taken.then(|| (holder.to_owned(), asked_at + lease / 2));
        Ok(taken)
    }

    async fn release(&self, holder: &str) -> Result<(), StoreError> {
        *self.held.lock() = None;
        let sql = "DELETE FROM lease WHERE name = $1 AND holder = $2";
        self.execute(sql, [LEASE.into(), holder.into()]).await.map(drop)
    }

    async fn purge(&self, kept: Kept, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
        let table = place(kept).table;
        let sql = match self.backend() {
            // By place, so that what was found by the index is not looked up a second time.
            DbBackend::Postgres => format!(
                "DELETE FROM \"{table}\" WHERE ctid = ANY (ARRAY({} FOR UPDATE SKIP LOCKED))",
                old(kept, "t.ctid", limit)
            ),
            _ => format!("DELETE FROM \"{table}\" WHERE rowid IN ({})", old(kept, "t.rowid", limit)),
        };
        self.execute(&sql, values(kept, before)).await
    }

    async fn backlog(&self, kept: Kept, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) FROM ({}) AS old", old(kept, "1", limit));
        let counting = self.statement(&sql, values(kept, before));
        let row = self.database.reads().query_one_raw(counting).await.map_err(store_error)?;
        let row = row.ok_or_else(|| inconsistent(place(kept).table, place(kept).age, "count"))?;
        let count: i64 = row.try_get_by_index(0).map_err(store_error)?;
        Ok(count.unsigned_abs())
    }
}
