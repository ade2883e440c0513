//! `idempotency`: what requests with an idempotency key led to.

use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Fingerprint, Outcome, RequestKey};
use eop_core::kernel::error::StoreError;
use sea_orm::entity::prelude::*;

use super::document::Document;
use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) principal: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) operation: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) key: String,
    pub(crate) fingerprint: Vec<u8>,
    pub(crate) outcome: Document,
    pub(crate) at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl Model {
    /// That the request with this key led to `outcome` at `at`.
    pub(crate) fn of(
        key: &RequestKey,
        fingerprint: Fingerprint,
        outcome: &serde_json::Value,
        at: Timestamp,
    ) -> Self {
        Self {
            principal: key.principal.clone(),
            operation: key.operation.clone(),
            key: key.key.clone(),
            fingerprint: fingerprint.0.to_vec(),
            outcome: Document::of(outcome),
            at,
        }
    }
}

impl TryFrom<Model> for Outcome {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, &row.key);
        let fingerprint = <[u8; 32]>::try_from(row.fingerprint.as_slice());
        let fingerprint = fingerprint.map_err(|_| reading.wrong(Column::Fingerprint))?;
        Ok(Self {
            fingerprint: Some(Fingerprint(fingerprint)),
            value: reading.document(Column::Outcome, &row.outcome)?,
        })
    }
}
