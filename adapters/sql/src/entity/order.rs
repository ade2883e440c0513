//! `orders`: orders with their lines.

use eop_core::kernel::commit::Version;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{OrderId, UserId};
use eop_core::kernel::money::Money;
use eop_core::order::model::{Order, Status};
use sea_orm::entity::prelude::*;
use serde::de::DeserializeOwned;

use super::reading::Reading;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orders")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) number: String,
    pub(crate) customer_id: Uuid,
    pub(crate) created_by_kind: String,
    pub(crate) created_by_id: String,
    pub(crate) status: String,
    pub(crate) lines: Json,
    pub(crate) total: i64,
    pub(crate) currency: String,
    pub(crate) shipping_address: Json,
    pub(crate) note: Option<String>,
    pub(crate) metadata: Json,
    pub(crate) shipment: Option<Json>,
    pub(crate) delivered_at: Option<DateTimeUtc>,
    pub(crate) reason: Option<String>,
    pub(crate) approved_at: Option<DateTimeUtc>,
    pub(crate) version: i64,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Order {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of("orders", row.id);
        let currency = row.currency.parse().map_err(|_| reading.wrong("currency"))?;
        let version: Version = reading.version(row.version)?;
        Ok(Self {
            id: OrderId(row.id),
            number: row.number,
            customer_id: UserId(row.customer_id),
            created_by: super::actor::actor(
                &reading,
                "created_by_kind",
                &row.created_by_kind,
                row.created_by_id,
            )?,
            status: reading.code("status", &row.status, Status::named)?,
            lines: document(&reading, "lines", row.lines)?,
            total: Money::new(row.total, currency).map_err(|_| reading.wrong("total"))?,
            shipping_address: document(&reading, "shipping_address", row.shipping_address)?,
            note: row.note,
            metadata: document(&reading, "metadata", row.metadata)?,
            shipment: row.shipment.map(|json| document(&reading, "shipment", json)).transpose()?,
            delivered_at: row.delivered_at,
            reason: row.reason,
            approved_at: row.approved_at,
            version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

fn document<T: DeserializeOwned>(
    reading: &Reading<Uuid>,
    column: &'static str,
    json: Json,
) -> Result<T, StoreError> {
    serde_json::from_value(json).map_err(|_| reading.wrong(column))
}
