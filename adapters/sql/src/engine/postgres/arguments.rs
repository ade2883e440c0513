//! Writes the text of a statement and binds what it stands for, in one go: a parameter is numbered when it is bound, so
//! that text and arguments cannot disagree, whoever writes them, this crate or the query builder.
//!
//! A batch binds one array per column, whatever the number of rows.

use std::fmt::{Display, Formatter, Result as Written, Write};

use chrono::{DateTime, Utc};
use sea_orm::Value;
use sea_orm::sea_query::{QueryBuilder, SqlWriter};
use sea_orm::sqlx::error::BoxDynError;
use sea_orm::sqlx::postgres::PgArguments;
use sea_orm::sqlx::{Arguments, Encode, Postgres, Type};
use thiserror::Error;
use uuid::Uuid;

use crate::engine::batch::Group;
use crate::table::Kind;

/// A statement that is being written.
#[derive(Default)]
pub(super) struct Statement {
    pub(super) sql: String,
    arguments: PgArguments,
    /// The first value that could not be bound.
    unbound: Option<BoxDynError>,
}

impl Statement {
    /// A statement with room for this much text.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { sql: String::with_capacity(bytes), ..Self::default() }
    }

    /// Binds a value: the number of its parameter.
    pub(super) fn bind<'t, T>(&mut self, value: T) -> usize
    where
        T: Encode<'t, Postgres> + Type<Postgres>,
    {
        let bound = self.arguments.add(value);
        self.note(bound);
        self.arguments.len()
    }

    /// Binds the values of a column of a group, as an array.
    pub(super) fn bind_column(&mut self, group: &Group<'_>, place: usize) -> usize {
        let column = group.columns[place];
        let values = group.rows.iter().map(|row| &row[place].1);
        let arguments = &mut self.arguments;
        let bound = match column.kind {
            Kind::Uuid => all(values, uuid).and_then(|all| arguments.add(all)),
            // Documents are bound as their text.
            Kind::Text | Kind::Json => all(values, string).and_then(|all| arguments.add(all)),
            Kind::BigInt => all(values, bigint).and_then(|all| arguments.add(all)),
            Kind::Int => all(values, int).and_then(|all| arguments.add(all)),
            Kind::Timestamp => all(values, timestamp).and_then(|all| arguments.add(all)),
            Kind::Bytes => all(values, bytes).and_then(|all| arguments.add(all)),
            Kind::Bool => all(values, boolean).and_then(|all| arguments.add(all)),
        };
        self.note(bound.map_err(|error| format!("{}.{}: {error}", group.table.name, column.name).into()));
        self.arguments.len()
    }

    fn note(&mut self, bound: Result<(), BoxDynError>) {
        if let Err(error) = bound {
            self.unbound.get_or_insert(error);
        }
    }

    /// The text and what it binds.
    ///
    /// # Errors
    /// When a value was not of the kind of its column.
    pub(super) fn finish(self) -> Result<(String, PgArguments), BoxDynError> {
        match self.unbound {
            None => Ok((self.sql, self.arguments)),
            Some(error) => Err(error),
        }
    }
}

impl Write for Statement {
    fn write_str(&mut self, text: &str) -> Written {
        self.sql.write_str(text)
    }
}

impl Display for Statement {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        f.write_str(&self.sql)
    }
}

/// For statements of the query builder.
impl SqlWriter for Statement {
    fn push_param<T: QueryBuilder>(&mut self, value: Value, _: &T) {
        let number = match &value {
            Value::Uuid(uuid) => self.bind(*uuid),
            Value::String(text) => self.bind(text.as_deref()),
            Value::BigInt(number) => self.bind(*number),
            Value::Int(number) => self.bind(*number),
            Value::ChronoDateTimeUtc(at) => self.bind(*at),
            Value::Bytes(bytes) => self.bind(bytes.as_deref()),
            Value::Bool(flag) => self.bind(*flag),
            _ => {
                self.note(Err(Box::new(WrongKind)));
                0
            }
        };
        let _ = write!(self.sql, "${number}");
    }

    fn as_writer(&mut self) -> &mut dyn Write {
        self
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
) -> Result<Vec<Option<T>>, BoxDynError> {
    Ok(values.map(read).collect::<Result<_, _>>()?)
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

fn bigint(value: &Value) -> Result<Option<i64>, WrongKind> {
    match value {
        Value::BigInt(number) => Ok(*number),
        _ => Err(WrongKind),
    }
}

fn int(value: &Value) -> Result<Option<i32>, WrongKind> {
    match value {
        Value::Int(number) => Ok(*number),
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

#[cfg(test)]
mod tests {
    use sea_orm::sea_query::{Expr, ExprTrait, PostgresQueryBuilder, Query};

    use super::*;

    #[test]
    fn parameters_are_numbered_as_they_are_bound_whoever_writes_them() {
        let mut statement = Statement::default();
        let first = statement.bind(vec![1_i32, 2]);
        let _ = write!(statement, "{first}: ");
        let mut update = Query::update();
        update.table("link").value("version", 2_i64).and_where(Expr::col("purpose").eq("reset"));
        update.build_collect_into(PostgresQueryBuilder, &mut statement);
        let last = statement.bind(true);
        let (sql, arguments) = statement.finish().unwrap();
        assert_eq!(sql, "1: UPDATE \"link\" SET \"version\" = $2 WHERE \"purpose\" = $3");
        assert_eq!((last, arguments.len()), (4, 4));
    }

    #[test]
    fn a_value_of_another_kind_is_no_statement() {
        let mut statement = Statement::default();
        statement.push_param(Value::Double(Some(1.0)), &PostgresQueryBuilder);
        assert!(statement.finish().is_err());
    }
}
