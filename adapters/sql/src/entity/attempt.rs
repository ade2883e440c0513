//! `attempt`: tries to deliver.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{AttemptId, DeliveryId};
use eop_core::notification::model::{Attempt, AttemptOutcome, AttemptResult};
use sea_orm::entity::prelude::*;

use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attempt")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) delivery_id: Uuid,
    pub(crate) number: i32,
    pub(crate) provider: String,
    pub(crate) started_at: DateTimeUtc,
    pub(crate) outcome: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) detail: Option<String>,
    pub(crate) finished_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Attempt {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of("attempt", row.id);
        let result = match (row.outcome, row.finished_at) {
            (Some(outcome), Some(finished_at)) => Some(AttemptResult {
                outcome: reading.code("outcome", &outcome, AttemptOutcome::named)?,
                code: row.code,
                detail: row.detail,
                finished_at,
            }),
            (None, None) => None,
            _ => return Err(reading.wrong("finished_at")),
        };
        Ok(Self {
            id: AttemptId(row.id),
            delivery: DeliveryId(row.delivery_id),
            number: reading.count("number", row.number)?,
            provider: row.provider,
            started_at: row.started_at,
            result,
        })
    }
}
