//! An instance that comes back finds the deliveries that it held, and what cannot be read is set aside.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text_null, timestamp_with_time_zone_null};

/// Adds `delivery.held_by`, `held_until` and `set_aside_at`, and an index of what is set aside.
///
/// An older version claims without them. What it claims has another `leased_until` than `held_until`, and what it changes
/// has another `updated_at` than `set_aside_at`: so what these columns say of a row counts only while it is as it was.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

const COLUMNS: [&str; 3] = ["held_by", "held_until", "set_aside_at"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            let definition = match column {
                "held_by" => text_null(column),
                _ => timestamp_with_time_zone_null(column),
            };
            manager.alter_table(Table::alter().table("delivery").add_column(definition).to_owned()).await?;
        }
        let aside = Index::create()
            .name("delivery_set_aside")
            .table("delivery")
            .col("id")
            .and_where(Expr::col("set_aside_at").is_not_null())
            .to_owned();
        manager.create_index(aside).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("delivery_set_aside").table("delivery").to_owned()).await?;
        for column in COLUMNS {
            manager.alter_table(Table::alter().table("delivery").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
