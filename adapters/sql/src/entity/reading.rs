//! Reads columns back into domain values, and says which one of which row cannot be read.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use eop_core::identity::model::TokenHash;
use eop_core::kernel::commit::Version;
use eop_core::kernel::error::StoreError;
use parking_lot::Mutex;
use sea_orm::{EntityName, IdenStatic};
use serde::de::DeserializeOwned;

use super::document::Document;
use crate::error::inconsistent;

/// One row that is being read.
#[derive(Debug)]
pub(crate) struct Reading<K> {
    table: &'static str,
    key: K,
}

impl<K: ToString> Reading<K> {
    /// The row of `entity` with this key.
    pub(crate) fn of(entity: impl EntityName, key: K) -> Self {
        Self { table: entity.table_name(), key }
    }

    /// The error that `column` does not make sense.
    pub(crate) fn wrong(&self, column: impl IdenStatic) -> StoreError {
        inconsistent(self.table, column.as_str(), self.key.to_string())
    }

    /// The member of a set that `text` stands for. The sets grow: what is not known is of a newer version, which shares
    /// the database while it replaces this one.
    pub(crate) fn code<T>(
        &self,
        column: impl IdenStatic,
        text: &str,
        named: impl Fn(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        named(text).ok_or_else(|| StoreError::Newer {
            table: self.table,
            column: column.as_str(),
            row: self.key.to_string(),
            word: text.to_owned(),
        })
    }

    /// What a document says.
    pub(crate) fn document<T: DeserializeOwned>(
        &self,
        column: impl IdenStatic,
        document: &Document,
    ) -> Result<T, StoreError> {
        document.read().map_err(|_| self.wrong(column))
    }

    /// A SHA-256.
    pub(crate) fn hash(&self, column: impl IdenStatic, bytes: &[u8]) -> Result<TokenHash, StoreError> {
        bytes.try_into().map(TokenHash).map_err(|_| self.wrong(column))
    }

    /// A number that is never negative.
    pub(crate) fn count<N, T: TryFrom<N>>(
        &self,
        column: impl IdenStatic,
        number: N,
    ) -> Result<T, StoreError> {
        T::try_from(number).map_err(|_| self.wrong(column))
    }

    /// The column `version`, which tables of aggregates have.
    pub(crate) fn version(&self, number: i64) -> Result<Version, StoreError> {
        u64::try_from(number)
            .map(Version)
            .map_err(|_| inconsistent(self.table, "version", self.key.to_string()))
    }
}

/// The rows of a list that can be read. One that cannot is left out and said: it must not take the others with it.
pub(crate) fn readable<T>(
    rows: impl IntoIterator<Item = Result<T, StoreError>>,
) -> Result<Vec<T>, StoreError> {
    let mut read = Vec::new();
    for row in rows {
        match row {
            Ok(row) => read.push(row),
            Err(error @ (StoreError::Newer { .. } | StoreError::Inconsistent { .. })) => {
                if SAID.lets(&error) {
                    tracing::warn!(%error, "a list is shown without a row that cannot be read");
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(read)
}

/// Lists are read all the time, and one line about a kind of row is enough for this long.
const SAY_EVERY: Duration = Duration::from_mins(1);

static SAID: Said = Said(Mutex::new(BTreeMap::new()));

/// When something was last said about a column of a table.
struct Said(Mutex<BTreeMap<(&'static str, &'static str), Instant>>);

impl Said {
    fn lets(&self, error: &StoreError) -> bool {
        let (StoreError::Newer { table, column, .. } | StoreError::Inconsistent { table, column, .. }) =
            error
        else {
            return true;
        };
        let now = Instant::now();
        let mut said = self.0.lock();
        let is_time = said.get(&(*table, *column)).is_none_or(|at| now.duration_since(*at) >= SAY_EVERY);
        if is_time {
            said.insert((*table, *column), now);
        }
        is_time
    }
}
