//! A column that holds JSON.

use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, ValueType, ValueTypeErr};
use sea_orm::sqlx::{Row, ValueRef};
use sea_orm::{ColIdx, DbErr, QueryResult, TryGetError, TryGetable, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A JSON document as its text. It is serialised once, when a row is made of a domain value, and taken apart only by who
/// reads the row; between them nobody builds a tree of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document(String);

impl Document {
    /// `value` as JSON.
    ///
    /// # Panics
    /// When a map in it has keys that are not text, which no type of ours has.
    pub(crate) fn of(value: &impl Serialize) -> Self {
        Self(serde_json::to_string(value).expect("our types serialise to JSON"))
    }

    /// What is JSON already.
    pub(crate) fn kept(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What it says.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

impl From<Document> for Value {
    fn from(document: Document) -> Self {
        Self::String(Some(document.0))
    }
}

impl Nullable for Document {
    fn null() -> Value {
        Value::String(None)
    }
}

impl ValueType for Document {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <String as ValueType>::try_from(value).map(Self)
    }

    fn type_name() -> String {
        "Document".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::Json
    }

    fn column_type() -> ColumnType {
        ColumnType::Json
    }
}

impl TryGetable for Document {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let Some(row) = row.try_as_pg_row() else { return String::try_get_by(row, index).map(Self) };
        let failed = |error| TryGetError::DbErr(DbErr::Type(format!("{index:?}: {error}")));
        let value = row.try_get_raw(index.as_sqlx_postgres_index());
        let value = value.map_err(|error| failed(error.to_string()))?;
        if value.is_null() {
            return Err(TryGetError::Null(format!("{index:?}")));
        }
        // `json` is sent as the text that was stored. (`jsonb`, which no table of ours has, is not.)
        value.as_str().map(Self::kept).map_err(|error| failed(error.to_string()))
    }
}
