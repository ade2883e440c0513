//! Reads columns back into domain values, and says which one of which row cannot be read.

use eop_core::identity::model::TokenHash;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Version;
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;

use crate::error::inconsistent;

/// One row that is being read.
#[derive(Debug)]
pub(crate) struct Reading<K> {
    table: &'static str,
    key: K,
}

impl<K: ToString> Reading<K> {
    /// The row of `table` with this key.
    pub(crate) fn of(table: &'static str, key: K) -> Self {
        Self { table, key }
    }

    /// The error that `column` does not make sense.
    pub(crate) fn wrong(&self, column: &'static str) -> StoreError {
        inconsistent(self.table, column, self.key.to_string())
    }

    /// The member of a closed set that `text` stands for.
    pub(crate) fn code<T>(
        &self,
        column: &'static str,
        text: &str,
        named: impl Fn(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        named(text).ok_or_else(|| self.wrong(column))
    }

    /// An address.
    pub(crate) fn email(&self, column: &'static str, text: &str) -> Result<Email, StoreError> {
        text.parse().map_err(|_| self.wrong(column))
    }

    /// A SHA-256.
    pub(crate) fn hash(&self, column: &'static str, bytes: &[u8]) -> Result<TokenHash, StoreError> {
        bytes.try_into().map(TokenHash).map_err(|_| self.wrong(column))
    }

    /// A number that is never negative.
    pub(crate) fn count<N, T: TryFrom<N>>(&self, column: &'static str, number: N) -> Result<T, StoreError> {
        T::try_from(number).map_err(|_| self.wrong(column))
    }

    /// The column `version`.
    pub(crate) fn version(&self, number: i64) -> Result<Version, StoreError> {
        self.count("version", number).map(Version)
    }
}

/// A list of role names.
pub(crate) fn roles(names: serde_json::Value) -> Option<Vec<Role>> {
    let names: Vec<String> = serde_json::from_value(names).ok()?;
    names.iter().map(|name| Role::named(name)).collect()
}
