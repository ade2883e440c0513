//! Binds a batch: one array per column, whatever the number of rows.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use sea_orm::Value;
use sea_orm::sea_query::PostgresQueryBuilder;
use sea_orm::sqlx::error::BoxDynError;
use sea_orm::sqlx::postgres::PgArguments;
use sea_orm::sqlx::{Arguments, IntoArguments, Postgres};
use sea_query_sqlx::SqlxValues;
use uuid::Uuid;

use super::batch::{Batch, Class, Group};
use super::text;
use crate::change::Kind;

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

/// Every value of a column by `read`, which gives `None` for one of another kind.
fn all<'v, T>(
    values: impl ExactSizeIterator<Item = &'v Value>,
    read: impl Fn(&'v Value) -> Option<Option<T>>,
) -> Result<Vec<Option<T>>, BoxDynError> {
    values
        .map(|value| read(value).ok_or_else(|| "a value is of another kind than its column".into()))
        .collect()
}

fn uuid(value: &Value) -> Option<Option<Uuid>> {
    match value {
        Value::Uuid(uuid) => Some(*uuid),
        _ => None,
    }
}

fn string(value: &Value) -> Option<Option<&str>> {
    match value {
        Value::String(text) => Some(text.as_deref()),
        _ => None,
    }
}

fn json(value: &Value) -> Option<Option<Cow<'_, str>>> {
    match value {
        Value::String(text) => Some(text.as_deref().map(Cow::Borrowed)),
        Value::Json(json) => Some(json.as_ref().map(|json| Cow::Owned(json.to_string()))),
        _ => None,
    }
}

fn bigint(value: &Value) -> Option<Option<i64>> {
    match value {
        Value::BigInt(number) => Some(*number),
        Value::Int(number) => Some(number.map(i64::from)),
        Value::Unsigned(number) => Some(number.map(i64::from)),
        Value::BigUnsigned(Some(number)) => i64::try_from(*number).ok().map(Some),
        Value::BigUnsigned(None) => Some(None),
        _ => None,
    }
}

fn int(value: &Value) -> Option<Option<i32>> {
    match value {
        Value::Int(number) => Some(*number),
        Value::SmallInt(number) => Some(number.map(i32::from)),
        Value::Unsigned(Some(number)) => i32::try_from(*number).ok().map(Some),
        Value::Unsigned(None) => Some(None),
        _ => None,
    }
}

fn timestamp(value: &Value) -> Option<Option<DateTime<Utc>>> {
    match value {
        Value::ChronoDateTimeUtc(at) => Some(*at),
        _ => None,
    }
}

fn bytes(value: &Value) -> Option<Option<&[u8]>> {
    match value {
        Value::Bytes(bytes) => Some(bytes.as_deref()),
        _ => None,
    }
}

fn boolean(value: &Value) -> Option<Option<bool>> {
    match value {
        Value::Bool(flag) => Some(*flag),
        _ => None,
    }
}
