//! The outbox: events written with the change that they tell of, until a relay has published them.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::TimeDelta;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::Event;
use eop_core::kernel::outbox::{Claim, Outbox, OutboxMessage, OutboxStats, instance_of};
use parking_lot::Mutex;
use sea_orm::sea_query::ArrayType;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, Value};

use crate::database::Database;
use crate::entity::document::Document;
use crate::entity::outbox::{ActiveModel, COLUMNS, Flaw, message};
use crate::error::{inconsistent, store_error};
use crate::table::{Kind, quoted, row};

mod operated;

/// The outbox in SQL.
#[derive(Clone, Debug)]
pub struct SqlOutbox {
    database: Database,
    /// The lease that was taken last, which nobody else can take before its end.
    lease: Arc<Mutex<Option<Lease>>>,
}

/// A lease of this process.
#[derive(Debug)]
struct Lease {
    relay: String,
    taken_at: Timestamp,
    until: Timestamp,
}

impl SqlOutbox {
    /// The outbox of `database`, which is at the schema of any service.
    #[must_use]
    pub fn new(database: &Database) -> Self {
        Self { database: database.clone(), lease: Arc::default() }
    }

    /// Writes an event that waits for an operator from the beginning, as if the bus had refused it for `reason`: later
    /// events of its key wait behind it. For a demo of what operators decide. Returns its place.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn put_parked(&self, event: Event, reason: &str) -> Result<i64, StoreError> {
        let (columns, mut values): (Vec<_>, Vec<_>) = row(ActiveModel::from(event)).into_iter().unzip();
        let place = |(n, kind)| match kind {
            Kind::Json if self.backend() == DbBackend::Postgres => format!("${}::json", n + 1),
            _ => format!("${}", n + 1),
        };
        let places: Vec<_> = columns.iter().map(|column| column.kind).enumerate().map(place).collect();
        values.push(reason.into());
        let sql = format!(
            "INSERT INTO outbox ({}, parked, last_error) VALUES ({}, true, ${}) RETURNING position",
            quoted(columns.iter().map(|column| &column.name), ""),
            places.join(", "),
            values.len()
        );
        let row =
            self.database.direct().query_one_raw(self.statement(&sql, values)).await.map_err(store_error)?;
        let row = row.ok_or_else(|| inconsistent("outbox", "position", "none"))?;
        row.try_get_by_index(0).map_err(store_error)
    }

    /// Whether the claim's relay holds the outbox. The lease is only written anew when half of it is over: each writing is
    /// a flush to disk.
    async fn holds(&self, claim: &Claim<'_>) -> Result<bool, StoreError> {
        let lease = TimeDelta::from_std(claim.lease).unwrap_or(TimeDelta::MAX);
        let held_until = claim.now.checked_add_signed(lease).unwrap_or(Timestamp::MAX_UTC);
        let half_over = claim.now.checked_add_signed(lease / 2).unwrap_or(Timestamp::MAX_UTC);
        // A clock that was set back says nothing of how much is over.
        let is_fresh =
            |held: &Lease| held.relay == claim.relay && held.taken_at <= claim.now && half_over < held.until;
        if self.lease.lock().as_ref().is_some_and(is_fresh) {
            return Ok(true);
        }
        let longest = claim.now.checked_add_signed(lease * 2).unwrap_or(Timestamp::MAX_UTC);
        let values = [
            claim.relay.into(),
            held_until.into(),
            claim.now.into(),
            longest.into(),
            instance_of(claim.relay).into(),
        ];
        let taken = self.execute(&take_lease(self.backend()), values).await? > 0;
        *self.lease.lock() =
            taken.then(|| Lease { relay: claim.relay.to_owned(), taken_at: claim.now, until: held_until });
        self.database.herald().found(!taken);
        Ok(taken)
    }

    /// The rows that may be published. A statement of its own: it must see everything that the holder before marked, up to
    /// the end of its lease.
    async fn due(&self, claim: &Claim<'_>) -> Result<Vec<QueryResult>, StoreError> {
        let from = match self.backend() {
            DbBackend::Postgres => CLAIM_POSTGRES,
            _ => CLAIM_SQLITE,
        };
        let values = [claim.now.into(), i64::from(claim.limit).into(), self.list(claim.except)];
        let statement = self.statement(&format!("SELECT {COLUMNS} {from}"), values);
        self.database.reads().query_all_raw(statement).await.map_err(store_error)
    }

    /// Takes rows out of the way that cannot be published as they are, so that they hold back only their own keys: what
    /// makes no sense is parked until an operator decides; what a later version may understand waits for it.
    async fn set_aside(&self, flawed: Vec<(i64, Flaw)>, now: Timestamp) -> Result<(), StoreError> {
        let mut later = Vec::new();
        for (position, flaw) in flawed {
            match flaw {
                Flaw::Topic(topic) => {
                    if later.is_empty() {
                        tracing::warn!(
                            position,
                            topic,
                            "an event waits for a later version, which knows its topic"
                        );
                    }
                    later.push(position);
                }
                Flaw::Column(error) => {
                    tracing::error!(
                        position,
                        %error,
                        "an event cannot be read: it is parked, and holds back only its own key"
                    );
                    self.park(position, &error.to_string()).await?;
                }
            }
        }
        if later.is_empty() {
            return Ok(());
        }
        self.defer(&later, "this version does not know the topic", now + LATER_VERSION).await
    }

    /// A statement for this engine.
    fn statement(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
        Statement::from_sql_and_values(self.backend(), sql, values)
    }

    fn backend(&self) -> DbBackend {
        self.database.direct().get_database_backend()
    }

    /// Runs a statement by itself: the rows that it affected.
    async fn execute(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, StoreError> {
        let done = self.database.direct().execute_raw(self.statement(sql, values)).await;
        Ok(done.map_err(store_error)?.rows_affected())
    }

    /// The condition that `position` is in the [list](Self::list) `$1`.
    fn among(&self) -> &'static str {
        match self.backend() {
            DbBackend::Postgres => "position = ANY ($1)",
            _ => "position IN (SELECT value FROM json_each($1))",
        }
    }

    /// Positions as one value.
    fn list(&self, positions: &[i64]) -> Value {
        match self.backend() {
            DbBackend::Postgres => {
                let list = positions.iter().map(|position| Value::from(*position)).collect();
                Value::Array(ArrayType::BigInt, Some(Box::new(list)))
            }
            _ => Document::of(&positions).into(),
        }
    }
}

/// Takes the lease (`$1` until `$2`) if nobody else holds it at `$3`. One that lasts beyond `$4`, longer than any that is
/// given, was written by a clock that has been set since, and has ended. An instance that was started again takes over from
/// what it was before, whose name begins with `$5` too; never the other way round, should two have one name.
fn take_lease(backend: DbBackend) -> String {
    let bytewise = if backend == DbBackend::Postgres { " COLLATE \"C\"" } else { "" };
    format!(
        "INSERT INTO outbox_lease (id, relay, held_until) VALUES (1, $1, $2) \
         ON CONFLICT (id) DO UPDATE SET relay = excluded.relay, held_until = excluded.held_until \
         WHERE outbox_lease.relay = excluded.relay OR outbox_lease.held_until <= $3 OR outbox_lease.held_until > $4 \
         OR (substr(outbox_lease.relay, 1, length($5)) = $5 AND length($5) > 0 \
             AND outbox_lease.relay{bytewise} < excluded.relay)"
    )
}

/// How often a claim takes unreadable rows out of its way before it is given up: each time, all that it met.
const SIFTINGS: usize = 8;
/// How long an event waits for a later version that knows its topic before this one looks at it again.
const LATER_VERSION: Duration = Duration::from_secs(10);

/// Messages that no earlier one of their key holds back (one that is parked, or deferred beyond `$1`), and that the relay
/// does not have in hand (`$3`).
///
/// Both forms walk the primary key in its order and stop at the limit, and ask little of each row, however many keys are
/// held: whether its key is among those, by a hash, and only then whether it comes after what holds it, by one look into
/// the index of the held rows. `PostgreSQL` would turn a plain `NOT EXISTS` into a join and sort all that is pending, which
/// `OFFSET 0` keeps it from; and it would look through an array from its beginning for each row.
const CLAIM_POSTGRES: &str = "FROM outbox o WHERE o.position NOT IN (SELECT unnest($3::bigint[])) \
     AND (o.key NOT IN (SELECT key FROM outbox WHERE (parked OR retry_at IS NOT NULL) AND (parked OR retry_at > $1)) \
     OR NOT EXISTS (SELECT 1 FROM outbox h WHERE h.key = o.key AND h.position <= o.position \
     AND (h.parked OR h.retry_at IS NOT NULL) AND (h.parked OR h.retry_at > $1) OFFSET 0)) \
     ORDER BY o.position LIMIT $2";
const CLAIM_SQLITE: &str = "FROM outbox o WHERE o.position NOT IN (SELECT value FROM json_each($3)) \
     AND NOT EXISTS (SELECT 1 FROM outbox h INDEXED BY outbox_held WHERE h.key = o.key AND h.position <= o.position \
     AND (h.parked OR h.retry_at IS NOT NULL) AND (h.parked OR h.retry_at > $1)) \
     ORDER BY o.position LIMIT $2";

/// How many pending messages are counted one by one.
const COUNTED: i64 = 1000;

/// Pending messages up to one more than are counted (`$1`), those that are parked, and the first and last place. Each is
/// one look into an index, or a few more: every instance asks all the time, also while millions wait.
const STATS: &str = "SELECT \
     (SELECT count(*) FROM (SELECT 1 FROM outbox WHERE NOT parked ORDER BY position LIMIT $1) AS few), \
     (SELECT count(*) FROM outbox WHERE parked), head.occurred_at, head.position, (SELECT max(position) FROM outbox) \
     FROM (SELECT 1 AS n) AS one LEFT JOIN \
     (SELECT position, occurred_at FROM outbox WHERE NOT parked ORDER BY position LIMIT 1) AS head ON true";

#[async_trait]
impl Outbox for SqlOutbox {
    async fn claim(&self, claim: Claim<'_>) -> Result<Vec<OutboxMessage>, StoreError> {
        if !self.holds(&claim).await? || claim.limit == 0 {
            return Ok(Vec::new());
        }
        let mut position = 0;
        for _ in 0..SIFTINGS {
            let rows = self.due(&claim).await?;
            let mut messages = Vec::with_capacity(rows.len());
            let mut flawed = Vec::new();
            for row in &rows {
                match message(row) {
                    Ok(one) => messages.push(one),
                    Err(flaw) => {
                        position = row.try_get_by_index(0).map_err(store_error)?;
                        flawed.push((position, flaw));
                    }
                }
            }
            if flawed.is_empty() {
                return Ok(messages);
            }
            // What comes after one of these in its key must wait too, so that it is asked for anew.
            self.set_aside(flawed, claim.now).await?;
        }
        Err(inconsistent("outbox", "position", position))
    }

    async fn mark_published(&self, positions: &[i64]) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM outbox WHERE {}", self.among());
        self.execute(&sql, [self.list(positions)]).await.map(drop)
    }

    async fn defer(&self, positions: &[i64], error: &str, retry_at: Timestamp) -> Result<(), StoreError> {
        let among = self.among();
        let sql = format!(
            "UPDATE outbox SET attempts = attempts + 1, last_error = $2, retry_at = $3 WHERE {among}"
        );
        self.execute(&sql, [self.list(positions), error.into(), retry_at.into()]).await.map(drop)
    }

    async fn park(&self, position: i64, error: &str) -> Result<(), StoreError> {
        let sql = "UPDATE outbox SET parked = true, last_error = $2 WHERE position = $1";
        self.execute(sql, [position.into(), error.into()]).await.map(drop)
    }

    async fn release(&self, relay: &str) -> Result<(), StoreError> {
        *self.lease.lock() = None;
        self.execute("DELETE FROM outbox_lease WHERE relay = $1", [relay.into()]).await.map(drop)
    }

    async fn stats(&self) -> Result<OutboxStats, StoreError> {
        let statement = self.statement(STATS, [(COUNTED + 1).into()]);
        let row = self.database.reads().query_one_raw(statement).await.map_err(store_error)?;
        let row = row.ok_or_else(|| inconsistent("outbox", "position", "count"))?;
        let number = |index| row.try_get_by_index::<Option<i64>>(index).map_err(store_error);
        let (counted, parked) = (number(0)?.unwrap_or_default(), number(1)?.unwrap_or_default());
        let pending = match (number(3)?, number(4)?) {
            (Some(first), Some(last)) if counted > COUNTED => counted.max(last - first + 1),
            _ => counted,
        };
        let oldest_at = row.try_get_by_index(2).map_err(store_error)?;
        Ok(OutboxStats { pending: pending.unsigned_abs(), parked: parked.unsigned_abs(), oldest_at })
    }
}
