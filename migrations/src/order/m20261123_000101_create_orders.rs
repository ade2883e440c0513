//! Orders, and an index for every way in which they are listed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, json, json_null, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid,
};
use sea_orm_migration::sea_orm::DbBackend;

/// Creates `orders`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(orders(manager.get_database_backend())).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("orders").to_owned()).await
    }
}

fn orders(backend: DbBackend) -> TableCreateStatement {
    let statuses = ["CREATED", "APPROVED", "REJECTED", "SHIPPED", "DELIVERED", "CANCELLED"];
    let mut number = text("number").unique_key().to_owned();
    if backend == DbBackend::Postgres {
        // By bytes, as SQLite and everybody else compares them, so that a prefix is a range of the index.
        number.extra("COLLATE \"C\"");
    }
    Table::create()
        .table("orders")
        .col(uuid("id").primary_key())
        .col(number)
        .col(uuid("customer_id"))
        .col(text("created_by_kind").check(Expr::col("created_by_kind").is_in(["user", "service", "system"])))
        .col(text("created_by_id"))
        .col(text("status").check(Expr::col("status").is_in(statuses)))
        .col(json("lines"))
        .col(big_integer("total"))
        .col(text("currency"))
        .col(json("shipping_address"))
        .col(text_null("note"))
        .col(json("metadata"))
        .col(json_null("shipment"))
        .col(timestamp_with_time_zone_null("delivered_at"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("approved_at"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned()
}

/// Lists sorted by number use the unique index on it.
fn indexes() -> [IndexCreateStatement; 5] {
    let index = |name: &str, columns: &[&'static str]| {
        let mut index = Index::create().name(name).table("orders").to_owned();
        for column in columns {
            index.col(*column);
        }
        index
    };
    [
        index("orders_created_at", &["created_at", "id"]),
        index("orders_updated_at", &["updated_at", "id"]),
        index("orders_total", &["total", "id"]),
        index("orders_customer", &["customer_id", "created_at", "id"]),
        index("orders_status", &["status", "created_at", "id"]),
    ]
}
