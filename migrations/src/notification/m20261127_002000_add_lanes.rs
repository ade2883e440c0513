//! Deliveries wait in lanes, so that what guards an account does not wait behind what orders tell.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;

/// Adds `delivery.lane`, and puts it into the index of what is due.
///
/// What an older version plans meanwhile waits in the lane of news, as its default says; its claim, which knows no lanes,
/// uses the beginning of the index.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let lane = text("lane").default("news").to_owned();
        manager.alter_table(Table::alter().table("delivery").add_column(lane).to_owned()).await?;
        let told = Query::select()
            .column("id")
            .from("notification")
            .and_where(Expr::col("kind").like("account.%"))
            .to_owned();
        let waiting = Query::update()
            .table("delivery")
            .value("lane", "security")
            .and_where(Expr::col("due_at").is_not_null())
            .and_where(Expr::col("notification_id").in_subquery(told))
            .to_owned();
        manager.execute(waiting).await?;
        manager.drop_index(Index::drop().name("delivery_due").table("delivery").to_owned()).await?;
        manager.create_index(due("delivery_due_lane", &["channel", "lane", "due_at", "id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("delivery_due_lane").table("delivery").to_owned()).await?;
        manager.create_index(due("delivery_due", &["channel", "due_at", "id"])).await?;
        manager.alter_table(Table::alter().table("delivery").drop_column("lane").to_owned()).await
    }
}

/// Holds only what waits, however much was delivered before.
fn due(name: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table("delivery").to_owned();
    for column in columns {
        index.col(*column);
    }
    index.and_where(Expr::col("due_at").is_not_null()).to_owned()
}
