//! The mailbox of the embedded mode.

use async_trait::async_trait;
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::DeliveryId;
use eop_core::kernel::page::{Cursor, Direction, Page, PageRequest};
use eop_core::notification::model::Mail;
use eop_core::notification::port::Mailbox;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::SqlNotifications;
use crate::entity::mail::{Column, Entity, Model};
use crate::error::store_error;
use crate::page::{Keyset, SortKind, page, timestamp_text};

#[async_trait]
impl Mailbox for SqlNotifications {
    async fn put(&self, mail: Mail) -> Result<bool, StoreError> {
        let insert = Entity::insert(Model::from(mail).into_active_model())
            .on_conflict(OnConflict::column(Column::Id).do_nothing().to_owned());
        let added = insert.exec_without_returning(self.direct()).await.map_err(store_error)?;
        Ok(added > 0)
    }

    async fn list(&self, to: Option<&Email>, request: &PageRequest) -> Result<Page<Mail>, StoreError> {
        let mut select = Entity::find();
        if let Some(address) = to {
            select = select.filter(Column::ToAddress.eq(address.as_str()));
        }
        let keyset = Keyset {
            sort: Column::ReceivedAt.into_expr(),
            kind: SortKind::Timestamp,
            id: Column::Id,
            direction: Direction::Descending,
        };
        let cursor = |row: &Model| Cursor { value: timestamp_text(row.received_at), id: row.id };
        page(self.reads(), select, keyset, request, cursor, Mail::try_from).await
    }

    async fn find(&self, id: DeliveryId) -> Result<Option<Mail>, StoreError> {
        let row = Entity::find_by_id(id.0).one(self.reads()).await.map_err(store_error)?;
        row.map(Mail::try_from).transpose()
    }
}
