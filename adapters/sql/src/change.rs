//! A commit in the form that both engines apply: table-neutral operations instead of domain values.
//!
//! Each context turns its writes into [`Op`]s; events, audit entries and the once-key are turned here, so that no
//! context can forget them. Within one commit the engines work in this order, whatever the order of the list:
//! updates and conditional statements, then the once-key, then everything that is new. So a [`Op::Statement`] never
//! sees the rows that its own commit inserts. A commit changes one row at most once.

use eop_core::kernel::commit::{Commit, Name, Once, Version};
use eop_core::kernel::error::StoreError;
use sea_orm::sea_query::{Asterisk, DeleteStatement, Expr, QueryBuilder, UpdateStatement};
use sea_orm::{Value, Values};
use serde::Serialize;
use uuid::Uuid;

use crate::{audit, outbox};

/// The values of a row, or of the part of it that is set.
pub(crate) type Row = Vec<(&'static str, Value)>;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// `uuid`; 16 bytes on `SQLite`.
    Uuid,
    /// `text`.
    Text,
    /// `bigint`.
    BigInt,
    /// `integer`.
    Int,
    /// `json`, bound as its text (see [`json`]).
    Json,
    /// `timestamptz`; RFC 3339 text on `SQLite`.
    Timestamp,
    /// `bytea`.
    Bytes,
    /// `boolean`.
    Bool,
}

/// What the engines know of a table: enough to write rows of it as a set.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: &'static str,
    /// The columns of the primary key. Updates need exactly one, of kind [`Kind::Uuid`].
    pub(crate) key: &'static [&'static str],
    /// Every column that is ever written.
    pub(crate) columns: &'static [(&'static str, Kind)],
}

impl Table {
    /// The kind of a column.
    ///
    /// # Panics
    /// When the table has no such column: a fault of the caller that its first test shows.
    pub(crate) fn kind(&self, column: &str) -> Kind {
        let found = self.columns.iter().find(|(name, _)| *name == column);
        found.unwrap_or_else(|| panic!("the description of {} lacks the column {column}", self.name)).1
    }
}

/// What happens when a new row meets one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnConflict {
    /// The commit is refused as `Taken(name)`.
    Taken {
        /// What is in use.
        name: Name,
        /// The conflict target in SQL, such as `(id)` or `(state) WHERE state = 'active'`.
        target: &'static str,
    },
    /// The row is left out, and that is no failure. Any unique constraint counts.
    Skip,
    /// It cannot happen; when it does, the commit fails as an error.
    Never,
}

/// One operation of a commit.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    /// A new row.
    Insert { table: &'static Table, row: Row, on_conflict: OnConflict },
    /// Sets part of the row with this key, if its column `version` is still `from`; otherwise the commit is `Stale`.
    /// `set` holds the new version too.
    Update { table: &'static Table, key: Uuid, from: Version, set: Row },
    /// A new row, or the replacement of the one with the same key unless that one's `guard` column is larger (or, with
    /// no guard, in any case). Being left out is no failure.
    Put { table: &'static Table, row: Row, guard: Option<&'static str> },
    /// Another conditional change. With `require_row` the commit is `Stale` when no row is affected.
    Statement { query: Box<Alteration>, require_row: bool },
}

/// A conditional change of rows that are there.
#[derive(Clone, Debug)]
pub(crate) enum Alteration {
    /// Sets columns.
    Update(UpdateStatement),
    /// Removes the rows.
    Delete(DeleteStatement),
}

impl Alteration {
    /// As text, with its values.
    pub(crate) fn build(&self, engine: impl QueryBuilder) -> (String, Values) {
        match self {
            Self::Update(query) => query.build(engine),
            Self::Delete(query) => query.build(engine),
        }
    }

    /// The same under one more condition, giving back the rows as they are then, or were.
    pub(crate) fn returning_if(mut self, condition: Expr) -> Self {
        match &mut self {
            Self::Update(query) => drop(query.and_where(condition).returning_col(Asterisk)),
            Self::Delete(query) => drop(query.and_where(condition).returning_col(Asterisk)),
        }
        self
    }
}

/// The once-key of a commit, as a row.
#[derive(Clone, Debug)]
pub(crate) struct OnceRow {
    pub(crate) table: &'static Table,
    pub(crate) row: Row,
    /// The key itself, to read what the first one led to.
    pub(crate) once: Once,
}

/// One commit in the form that both engines apply.
#[derive(Clone, Debug)]
pub(crate) struct ChangeSet {
    pub(crate) ops: Vec<Op>,
    pub(crate) once: Option<OnceRow>,
    /// There are events in it: the relay is woken after it.
    pub(crate) wakes_relay: bool,
}

impl ChangeSet {
    /// The commit with each of its writes turned into operations by `write`.
    ///
    /// # Errors
    /// Whatever `write` returns.
    pub(crate) fn of<W>(
        commit: Commit<W>,
        mut write: impl FnMut(W, &mut Vec<Op>) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        let Commit { writes, events, audit: entries, once } = commit;
        let mut ops = Vec::with_capacity(2 * writes.len() + events.len() + entries.len());
        for one in writes {
            write(one, &mut ops)?;
        }
        let wakes_relay = !events.is_empty();
        ops.extend(events.into_iter().map(outbox::insert));
        ops.extend(entries.into_iter().map(audit::insert));
        Ok(Self { ops, once: once.map(crate::once::row), wakes_relay })
    }
}

/// A value for a [`Kind::Json`] column, serialised once, here.
///
/// # Panics
/// When a map in it has keys that are not text, which no type of ours has.
pub(crate) fn json(value: &impl Serialize) -> Value {
    Value::String(Some(serde_json::to_string(value).expect("our types serialise to JSON")))
}

/// [`json`] for what may be absent.
pub(crate) fn json_or_null(value: Option<&impl Serialize>) -> Value {
    value.map_or(Value::String(None), json)
}

/// A value for a [`Kind::BigInt`] column that never is negative, such as a version.
///
/// # Panics
/// Beyond 2^63: no counter of ours gets there.
pub(crate) fn big(value: u64) -> Value {
    Value::BigInt(Some(i64::try_from(value).expect("a counter below 2^63")))
}
