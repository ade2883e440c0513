//! Whoever watches their inbox is told every item once: items get numbers, in the order in which they are told.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, uuid};

/// Adds `inbox_item.number`, with indexes of the items that have one and of those that have none, and `inbox_count` with the
/// last number of each person. Items have none at first, nor those that an older version puts there: who tells of an item
/// numbers it.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

const TABLE: &str = "inbox_item";
const COLUMN: &str = "number";
const NUMBERED: &str = "inbox_item_numbered";
const UNNUMBERED: &str = "inbox_item_unnumbered";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = big_integer_null(COLUMN);
        manager.alter_table(Table::alter().table(TABLE).add_column(column).to_owned()).await?;
        let numbered = Index::create()
            .name(NUMBERED)
            .table(TABLE)
            .unique()
            .col("recipient_id")
            .col(COLUMN)
            .and_where(Expr::col(COLUMN).is_not_null())
            .to_owned();
        let unnumbered = Index::create()
            .name(UNNUMBERED)
            .table(TABLE)
            .col("recipient_id")
            .col("created_at")
            .col("id")
            .and_where(Expr::col(COLUMN).is_null())
            .to_owned();
        manager.create_index(numbered).await?;
        manager.create_index(unnumbered).await?;
        let counts = Table::create()
            .table("inbox_count")
            .col(uuid("recipient_id").primary_key())
            .col(big_integer("version"))
            .to_owned();
        manager.create_table(counts).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("inbox_count").to_owned()).await?;
        for index in [NUMBERED, UNNUMBERED] {
            manager.drop_index(Index::drop().name(index).table(TABLE).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table(TABLE).drop_column(COLUMN).to_owned()).await
    }
}
