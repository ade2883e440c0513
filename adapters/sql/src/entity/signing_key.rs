//! `signing_key`: the keys that sign access tokens.

use std::sync::LazyLock;

use eop_core::identity::model::{KeyState, SigningKey};
use eop_core::kernel::error::StoreError;
use sea_orm::entity::prelude::*;

use super::document::Document;
use super::reading::Reading;
use crate::table::Target;

#[derive(Clone, derive_more::Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) kid: String,
    pub(crate) algorithm: String,
    pub(crate) public_jwk: Document,
    #[debug(skip)]
    pub(crate) sealed_private: String,
    pub(crate) state: String,
    pub(crate) created_at: DateTimeUtc,
    /// Absent of those that a version made which never moved one.
    pub(crate) since: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

/// There is one active key, whatever the writers believe.
pub(crate) static ONE_ACTIVE: LazyLock<Target> =
    LazyLock::new(|| Target::of([Column::State]).among(Column::State, KeyState::Active.as_str()));

/// And one that will sign next.
pub(crate) static ONE_NEXT: LazyLock<Target> =
    LazyLock::new(|| Target::of([Column::State]).among(Column::State, KeyState::Next.as_str()));

impl From<SigningKey> for Model {
    fn from(key: SigningKey) -> Self {
        Self {
            kid: key.kid,
            algorithm: key.algorithm,
            public_jwk: Document::of(&key.public_jwk),
            sealed_private: key.sealed_private,
            state: key.state.as_str().to_owned(),
            created_at: key.created_at,
            since: Some(key.since),
        }
    }
}

impl TryFrom<Model> for SigningKey {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, &row.kid);
        let state = reading.code(Column::State, &row.state, KeyState::named)?;
        let public_jwk = reading.document(Column::PublicJwk, &row.public_jwk)?;
        Ok(Self {
            kid: row.kid,
            algorithm: row.algorithm,
            public_jwk,
            sealed_private: row.sealed_private,
            state,
            created_at: row.created_at,
            since: row.since.unwrap_or(row.created_at),
        })
    }
}
