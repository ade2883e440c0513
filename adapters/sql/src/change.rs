//! A commit in the form that both engines apply: table-neutral operations instead of domain values.
//!
//! Within one commit the engines work in this order, whatever the order of the list: updates and conditional
//! statements, then the once-key, then everything that is new. So a [`Op::Statement`] never sees the rows that its own
//! commit inserts. A commit changes one row at most once.

use eop_core::kernel::commit::{Name, Once, Version};
use sea_orm::sea_query::{Asterisk, DeleteStatement, Expr, QueryBuilder, SqlWriter, UpdateStatement};
use sea_orm::{
    ActiveModelTrait, EntityTrait, IdenStatic, IntoActiveModel, Iterable, PrimaryKeyToColumn, Value, Values,
};
use uuid::Uuid;

use crate::table::{Row, Table, Target, Written, row};

/// What happens when a new row meets one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnConflict {
    /// The commit is refused as `Taken(name)`.
    Taken {
        /// What is in use.
        name: Name,
        /// What says so.
        target: &'static Target,
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

impl Op {
    /// A new row of the table that `model` is of.
    pub(crate) fn insert<A>(model: impl IntoActiveModel<A>, on_conflict: OnConflict) -> Self
    where
        A: ActiveModelTrait,
        A::Entity: Written,
    {
        Self::Insert { table: A::Entity::table(), row: row(model), on_conflict }
    }

    /// The change of a row from version `from` on to what `model` says, but for [what is fixed](Written::FIXED).
    ///
    /// # Panics
    /// When the model lacks its key, or the key is no UUID: a fault of the caller that its first test shows.
    pub(crate) fn update<A>(model: impl IntoActiveModel<A>, from: Version) -> Self
    where
        A: ActiveModelTrait,
        A::Entity: Written,
    {
        let mut model = model.into_active_model();
        let key = <A::Entity as EntityTrait>::PrimaryKey::iter().next();
        let key = key.and_then(|key| model.take(key.into_column()).into_value());
        let Some(Value::Uuid(Some(key))) = key else {
            panic!("an update names its row by a UUID: {model:?}")
        };
        for column in A::Entity::FIXED {
            model.not_set(*column);
        }
        Self::Update { table: A::Entity::table(), key, from, set: row(model) }
    }

    /// A new row, or one that replaces what the `guard` column does not hold to be newer.
    pub(crate) fn put<A>(
        model: impl IntoActiveModel<A>,
        guard: Option<<A::Entity as EntityTrait>::Column>,
    ) -> Self
    where
        A: ActiveModelTrait,
        A::Entity: Written,
    {
        Self::Put { table: A::Entity::table(), row: row(model), guard: guard.map(|column| column.as_str()) }
    }
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

    /// Writes it under one more condition, giving back the rows as they are then, or were.
    pub(crate) fn write_if(&self, condition: Expr, engine: impl QueryBuilder, sql: &mut impl SqlWriter) {
        match self.clone() {
            Self::Update(mut query) => {
                query.and_where(condition).returning_col(Asterisk).build_collect_into(engine, sql);
            }
            Self::Delete(mut query) => {
                query.and_where(condition).returning_col(Asterisk).build_collect_into(engine, sql);
            }
        }
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
