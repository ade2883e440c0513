//! People put items of their inbox away.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;

/// Adds `inbox_item.archived_at`, and an index of what was not put away: the first page of an inbox is as quick however much
/// was. An older version lists archived items with the others.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

const COLUMN: &str = "archived_at";
const INDEX: &str = "inbox_item_recipient_kept";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = timestamp_with_time_zone_null(COLUMN);
        manager.alter_table(Table::alter().table("inbox_item").add_column(column).to_owned()).await?;
        let kept = Index::create()
            .name(INDEX)
            .table("inbox_item")
            .col("recipient_id")
            .col("created_at")
            .col("id")
            .and_where(Expr::col(COLUMN).is_null())
            .to_owned();
        manager.create_index(kept).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(INDEX).table("inbox_item").to_owned()).await?;
        manager.alter_table(Table::alter().table("inbox_item").drop_column(COLUMN).to_owned()).await
    }
}
