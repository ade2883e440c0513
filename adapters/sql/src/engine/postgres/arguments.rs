//! Binds a batch: one array per column, whatever the number of rows.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use sea_orm::Value;
use sea_orm::sea_query::PostgresQueryBuilder;
use sea_orm::sqlx::error::BoxDynError;
use sea_orm::sqlx::postgres::PgArguments;
use sea_orm::sqlx::{Arguments, IntoArguments, Postgres};
use sea_query_sqlx::SqlxValues;
use thiserror::Error;
use uuid::Uuid;

use super::text;
use crate::change::Kind;
use crate::engine::batch::{Batch, Class, Group};

impl Batch<'_> {
    /// The arguments in the order in which the text numbers them.
    ///
    /// # Errors
    /// When a value is not of the kind of its column.
    pub(super) fn arguments(&self, guarded: bool) -> Result<PgArguments, BoxDynError> {
        // Those of conditional statements come first, because their own text numbers them from one.
        let mut values = Vec::new();
        for conditional in &self.conditionals {
            values.extend(conditional.query.build(PostgresQueryBuilder).1.0);
        }
        let values = SqlxValues(sea_orm::Values(values));
        let mut arguments = IntoArguments::<Postgres>::into_arguments(values);
        for group in &self.groups {
            group.bind(&mut arguments)?;
        }
        if text::asks_for_fragile(self, guarded) {
            arguments.add(&self.fragile)?;
        }
        Ok(arguments)
    }
}

impl Group<'_> {
    fn bind(&self, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        arguments.add(&self.nos)?;
        if self.class == Class::Update {
            let (keys, versions): (Vec<Uuid>, Vec<i64>) = self.targets.iter().copied().unzip();
            arguments.add(keys)?;
            arguments.add(versions)?;
        }
        for (place, column) in self.columns.iter().enumerate() {
            let values = self.rows.iter().map(|row| &row[place].1);
            let bound = match self.table.kind(column) {
                Kind::Uuid => arguments.add(all(values, uuid)?),
                Kind::Text => arguments.add(all(values, string)?),
                Kind::Json => arguments.add(all(values, json)?),
                Kind::BigInt => arguments.add(all(values, bigint)?),
                Kind::Int => arguments.add(all(values, int)?),
                Kind::Timestamp => arguments.add(all(values, timestamp)?),
                Kind::Bytes => arguments.add(all(values, bytes)?),
                Kind::Bool => arguments.add(all(values, boolean)?),
            };
            bound.map_err(|error| format!("{}.{column}: {error}", self.table.name))?;
        }
        Ok(())
    }
}

/// A value is of another kind than its column.
#[derive(Debug, Error)]
#[error("a value is of another kind than its column")]
struct WrongKind;

/// Every value of a column by `read`.
fn all<'v, T>(
    values: impl ExactSizeIterator<Item = &'v Value>,
    read: impl Fn(&'v Value) -> Result<Option<T>, WrongKind>,
) -> Result<Vec<Option<T>>, WrongKind> {
    values.map(read).collect()
}

fn uuid(value: &Value) -> Result<Option<Uuid>, WrongKind> {
    match value {
        Value::Uuid(uuid) => Ok(*uuid),
        _ => Err(WrongKind),
    }
}

fn string(value: &Value) -> Result<Option<&str>, WrongKind> {
    match value {
        Value::String(text) => Ok(text.as_deref()),
        _ => Err(WrongKind),
    }
}

fn json(value: &Value) -> Result<Option<Cow<'_, str>>, WrongKind> {
    match value {
        Value::String(text) => Ok(text.as_deref().map(Cow::Borrowed)),
        Value::Json(json) => Ok(json.as_ref().map(|json| Cow::Owned(json.to_string()))),
        _ => Err(WrongKind),
    }
}

fn bigint(value: &Value) -> Result<Option<i64>, WrongKind> {
    match value {
        Value::BigInt(number) => Ok(*number),
        Value::Int(number) => Ok(number.map(i64::from)),
        Value::Unsigned(number) => Ok(number.map(i64::from)),
        _ => Err(WrongKind),
    }
}

fn int(value: &Value) -> Result<Option<i32>, WrongKind> {
    match value {
        Value::Int(number) => Ok(*number),
        Value::Unsigned(Some(number)) => i32::try_from(*number).map(Some).map_err(|_| WrongKind),
        Value::Unsigned(None) => Ok(None),
        _ => Err(WrongKind),
    }
}

fn timestamp(value: &Value) -> Result<Option<DateTime<Utc>>, WrongKind> {
    match value {
        Value::ChronoDateTimeUtc(at) => Ok(*at),
        _ => Err(WrongKind),
    }
}

fn bytes(value: &Value) -> Result<Option<&[u8]>, WrongKind> {
    match value {
        Value::Bytes(bytes) => Ok(bytes.as_deref()),
        _ => Err(WrongKind),
    }
}

fn boolean(value: &Value) -> Result<Option<bool>, WrongKind> {
    match value {
        Value::Bool(flag) => Ok(*flag),
        _ => Err(WrongKind),
    }
}
