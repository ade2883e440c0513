//! `attempt`: tries to deliver.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{AttemptId, DeliveryId};
use eop_core::notification::model::{Attempt, AttemptOutcome, AttemptResult};
use sea_orm::entity::prelude::*;

use super::reading::Reading;
use super::writing::{foreign, small};

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

written!(depth: 2);

impl From<Attempt> for Model {
    fn from(attempt: Attempt) -> Self {
        let result = attempt.result.as_ref();
        let said = |text: Option<&String>| text.map(|text| foreign(text));
        Self {
            id: attempt.id.0,
            delivery_id: attempt.delivery.0,
            number: small(attempt.number),
            outcome: result.map(|result| result.outcome.as_str().to_owned()),
            code: said(result.and_then(|result| result.code.as_ref())),
            detail: said(result.and_then(|result| result.detail.as_ref())),
            finished_at: result.map(|result| result.finished_at),
            provider: attempt.provider,
            started_at: attempt.started_at,
        }
    }
}

impl TryFrom<Model> for Attempt {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let result = match (row.outcome, row.finished_at) {
            (Some(outcome), Some(finished_at)) => Some(AttemptResult {
                outcome: reading.code(Column::Outcome, &outcome, AttemptOutcome::named)?,
                code: row.code,
                detail: row.detail,
                finished_at,
            }),
            (None, None) => None,
            _ => return Err(reading.wrong(Column::FinishedAt)),
        };
        Ok(Self {
            id: AttemptId(row.id),
            delivery: DeliveryId(row.delivery_id),
            number: reading.count(Column::Number, row.number)?,
            provider: row.provider,
            started_at: row.started_at,
            result,
        })
    }
}
