//! What the engines know of a table, derived from its entity: a column is named once, as a field of the entity's model.

use sea_orm::sea_query::ColumnType;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IdenStatic, IntoActiveModel, Iterable, PrimaryKeyToColumn,
    Value,
};

/// The values of a row, or of the part of it that is set, in the order of the model's fields.
pub(crate) type Row = Vec<(&'static Column, Value)>;

/// A column.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
}

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
    /// `json`, bound as its text (see [`crate::entity::document`]).
    Json,
    /// `timestamptz`; RFC 3339 text on `SQLite`.
    Timestamp,
    /// `bytea`.
    Bytes,
    /// `boolean`.
    Bool,
}

impl Kind {
    /// The kind of a field's column, if it is one that the engines can write.
    fn of(column: &ColumnType) -> Option<Self> {
        Some(match column {
            ColumnType::Uuid => Self::Uuid,
            ColumnType::String(_) | ColumnType::Text => Self::Text,
            ColumnType::BigInteger => Self::BigInt,
            ColumnType::Integer => Self::Int,
            ColumnType::Json => Self::Json,
            ColumnType::TimestampWithTimeZone => Self::Timestamp,
            ColumnType::VarBinary(_) | ColumnType::Binary(_) | ColumnType::Blob => Self::Bytes,
            ColumnType::Boolean => Self::Bool,
            _ => return None,
        })
    }
}

/// What makes rows of a table unique: its primary key, or a unique index.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) columns: Vec<&'static str>,
    /// Where the index is partial: the column, and the text in it, of the rows that it holds.
    pub(crate) predicate: Option<(&'static str, &'static str)>,
}

impl Target {
    /// Of these columns together.
    pub(crate) fn of<C: ColumnTrait>(columns: impl IntoIterator<Item = C>) -> Self {
        Self { columns: columns.into_iter().map(|column| column.as_str()).collect(), predicate: None }
    }

    /// Only among the rows with `text` in `column`.
    pub(crate) fn among(self, column: impl ColumnTrait, text: &'static str) -> Self {
        Self { predicate: Some((column.as_str(), text)), ..self }
    }

    /// As `ON CONFLICT` names it.
    pub(crate) fn clause(&self) -> String {
        let columns = quoted(&self.columns, "");
        match self.predicate {
            Some((column, text)) => format!("({columns}) WHERE \"{column}\" = '{text}'"),
            None => format!("({columns})"),
        }
    }
}

/// Quoted names with a prefix each, separated by commas.
pub(crate) fn quoted<'a>(names: impl IntoIterator<Item = &'a &'a str>, prefix: &str) -> String {
    names.into_iter().map(|name| format!("{prefix}\"{name}\"")).collect::<Vec<_>>().join(", ")
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The primary key. Updates need one of one column, of kind [`Kind::Uuid`].
    pub(crate) key: Target,
    columns: Vec<Column>,
    /// See [`Written::DEPTH`].
    pub(crate) depth: u8,
}

/// An entity whose rows commits write.
pub(crate) trait Written: EntityTrait {
    /// The columns, beside the key, that an update leaves as they are.
    const FIXED: &'static [Self::Column] = &[];
    /// How many rows of other tables must be there before a row of this one, each for the next: `SQLite` looks for what a
    /// row refers to after each statement, so the tables of a batch are written in this order.
    const DEPTH: u8 = 0;

    /// Its table, made from it when it is first needed.
    fn table() -> &'static Table;
}

impl Table {
    /// The table of an entity.
    ///
    /// # Panics
    /// When a field is of a type that the engines cannot write: a fault of the entity that its first test shows.
    pub(crate) fn of<E: Written>() -> Self {
        let name = E::default().table_name();
        let column = |column: E::Column| {
            let kind = Kind::of(column.def().get_column_type());
            let kind = kind.unwrap_or_else(|| panic!("{name}.{} has a type without a kind", column.as_str()));
            Column { name: column.as_str(), kind }
        };
        Self {
            name,
            key: Target::of(E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column)),
            columns: E::Column::iter().map(column).collect(),
            depth: E::DEPTH,
        }
    }
}

/// What is set of a row.
pub(crate) fn row<A>(model: impl IntoActiveModel<A>) -> Row
where
    A: ActiveModelTrait,
    A::Entity: Written,
{
    let mut model = model.into_active_model();
    let columns = &A::Entity::table().columns;
    let mut row = Row::with_capacity(columns.len());
    for (column, described) in <A::Entity as EntityTrait>::Column::iter().zip(columns) {
        row.extend(model.take(column).into_value().map(|value| (described, value)));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{delivery, order_history, signing_key};

    #[test]
    fn a_table_is_what_its_model_says() {
        let table = order_history::Entity::table();
        assert_eq!(
            (table.name, table.key.clause().as_str()),
            ("order_history", "(\"order_id\", \"version\")")
        );
        let kinds: Vec<_> = table.columns.iter().map(|column| (column.name, column.kind)).collect();
        assert_eq!(kinds[..3], [("order_id", Kind::Uuid), ("version", Kind::BigInt), ("action", Kind::Text)]);
        assert_eq!(kinds.len(), 11);
        assert!(delivery::Entity::table().depth > 0, "it refers to its notification");
    }

    #[test]
    fn a_partial_index_is_named_with_its_predicate() {
        assert_eq!(signing_key::ONE_ACTIVE.clause(), "(\"state\") WHERE \"state\" = 'active'");
    }
}
