//! People's inboxes within the product, and the mailbox of the embedded mode.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

/// Creates `inbox_item` and `mail`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(inbox_items()).await?;
        manager.create_table(mails()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["mail", "inbox_item"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn inbox_items() -> TableCreateStatement {
    Table::create()
        .table("inbox_item")
        .col(uuid("id").primary_key())
        .col(uuid("recipient_id"))
        .col(text("kind"))
        .col(text("title"))
        .col(text("body"))
        .col(uuid_null("order_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("read_at"))
        .to_owned()
}

fn mails() -> TableCreateStatement {
    Table::create()
        .table("mail")
        .col(uuid("id").primary_key())
        .col(text("to_address"))
        .col(text("subject"))
        .col(text("text"))
        .col(text("html"))
        .col(timestamp_with_time_zone("received_at"))
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 4] {
    [
        Index::create()
            .name("inbox_item_recipient_created")
            .table("inbox_item")
            .col("recipient_id")
            .col("created_at")
            .col("id")
            .to_owned(),
        Index::create()
            .name("inbox_item_unread")
            .table("inbox_item")
            .col("recipient_id")
            .col("created_at")
            .col("id")
            .and_where(Expr::col("read_at").is_null())
            .to_owned(),
        Index::create().name("mail_received").table("mail").col("received_at").col("id").to_owned(),
        Index::create()
            .name("mail_to_received")
            .table("mail")
            .col("to_address")
            .col("received_at")
            .col("id")
            .to_owned(),
    ]
}
