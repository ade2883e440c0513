//! `orders`: orders with their lines.

use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{OrderId, UserId};
use eop_core::kernel::money::Money;
use eop_core::order::model::{Order, Status};
use sea_orm::entity::prelude::*;

use super::actor::actor;
use super::document::Document;
use super::reading::Reading;
use super::writing::big;

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
    pub(crate) lines: Document,
    pub(crate) total: i64,
    pub(crate) currency: String,
    pub(crate) shipping_address: Document,
    pub(crate) note: Option<String>,
    pub(crate) metadata: Document,
    pub(crate) shipment: Option<Document>,
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

written!(fixed: [Number, CustomerId, CreatedByKind, CreatedById, CreatedAt]);

impl From<Order> for Model {
    fn from(order: Order) -> Self {
        Self {
            id: order.id.0,
            number: order.number,
            customer_id: order.customer_id.0,
            created_by_kind: order.created_by.kind.as_str().to_owned(),
            created_by_id: order.created_by.id,
            status: order.status.as_str().to_owned(),
            lines: Document::of(&order.lines),
            total: order.total.amount(),
            currency: order.total.currency().as_str().to_owned(),
            shipping_address: Document::of(&order.shipping_address),
            note: order.note,
            metadata: Document::of(&order.metadata),
            shipment: order.shipment.as_ref().map(Document::of),
            delivered_at: order.delivered_at,
            reason: order.reason,
            approved_at: order.approved_at,
            version: big(order.version.0),
            created_at: order.created_at,
            updated_at: order.updated_at,
        }
    }
}

impl TryFrom<Model> for Order {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let reading = Reading::of(Entity, row.id);
        let currency = row.currency.parse().map_err(|_| reading.wrong(Column::Currency))?;
        Ok(Self {
            id: OrderId(row.id),
            number: row.number,
            customer_id: UserId(row.customer_id),
            created_by: actor(&reading, Column::CreatedByKind, &row.created_by_kind, row.created_by_id)?,
            status: reading.code(Column::Status, &row.status, Status::named)?,
            lines: reading.document(Column::Lines, &row.lines)?,
            total: Money::new(row.total, currency).map_err(|_| reading.wrong(Column::Total))?,
            shipping_address: reading.document(Column::ShippingAddress, &row.shipping_address)?,
            note: row.note,
            metadata: reading.document(Column::Metadata, &row.metadata)?,
            shipment: row.shipment.map(|json| reading.document(Column::Shipment, &json)).transpose()?,
            delivered_at: row.delivered_at,
            reason: row.reason,
            approved_at: row.approved_at,
            version: reading.version(row.version)?,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
