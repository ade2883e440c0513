//! `customer`: the people who may have orders.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::UserId;
use eop_core::order::model::Customer;
use sea_orm::entity::prelude::*;

use super::reading::Reading;
use super::writing::big;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "customer")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) sequence: i64,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

written!();

impl From<Customer> for Model {
    fn from(customer: Customer) -> Self {
        Self {
            id: customer.id.0,
            name: customer.name,
            email: customer.email,
            sequence: big(customer.sequence),
            updated_at: customer.updated_at,
        }
    }
}

impl TryFrom<Model> for Customer {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        Ok(Self {
            id: UserId(row.id),
            name: row.name,
            email: row.email,
            sequence: u64::try_from(row.sequence).map_err(|_| reading.wrong(Column::Sequence))?,
            updated_at: row.updated_at,
        })
    }
}
