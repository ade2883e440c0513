//! `signing_key`: the keys that sign access tokens.

use eop_core::identity::model::{KeyState, SigningKey};
use eop_core::kernel::error::StoreError;
use sea_orm::entity::prelude::*;

use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) kid: String,
    pub(crate) algorithm: String,
    pub(crate) public_jwk: Json,
    pub(crate) sealed_private: String,
    pub(crate) state: String,
    pub(crate) created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for SigningKey {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let state = Reading::of("signing_key", &row.kid).code("state", &row.state, KeyState::named)?;
        Ok(Self {
            kid: row.kid,
            algorithm: row.algorithm,
            public_jwk: row.public_jwk,
            sealed_private: row.sealed_private,
            state,
            created_at: row.created_at,
        })
    }
}
