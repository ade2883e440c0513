//! Notifications, their deliveries, and every attempt at one.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, integer, json, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

/// Creates `notification`, `delivery` and `attempt`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [notifications(), deliveries(), attempts()] {
            manager.create_table(table).await?;
        }
        for index in notification_indexes() {
            manager.create_index(index).await?;
        }
        for index in delivery_indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["attempt", "delivery", "notification"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn notifications() -> TableCreateStatement {
    Table::create()
        .table("notification")
        .col(uuid("id").primary_key())
        .col(text("kind"))
        .col(uuid("recipient_id"))
        .col(uuid("event_id"))
        .col(uuid_null("order_id"))
        .col(json("data"))
        .col(text_null("traceparent"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// The list as a whole, and of one kind, recipient or order; each in the order of planning.
fn notification_indexes() -> [IndexCreateStatement; 4] {
    let by = |name: &'static str, first: Option<&'static str>| {
        let mut index = Index::create().name(name).table("notification").to_owned();
        if let Some(column) = first {
            index.col(column);
        }
        index.col("created_at").col("id").to_owned()
    };
    [
        by("notification_created", None),
        by("notification_kind_created", Some("kind")),
        by("notification_recipient_created", Some("recipient_id")),
        by("notification_order_created", Some("order_id")),
    ]
}

fn deliveries() -> TableCreateStatement {
    let statuses =
        ["queued", "sending", "retrying", "sent", "failed", "dead", "unknown", "expired", "cancelled"];
    Table::create()
        .table("delivery")
        .col(uuid("id").primary_key())
        .col(uuid("notification_id"))
        .col(uuid("recipient_id"))
        .col(text("channel").check(Expr::col("channel").is_in(["email", "in_app"])))
        .col(text("status").check(Expr::col("status").is_in(statuses)))
        .col(integer("attempts"))
        .col(timestamp_with_time_zone_null("next_attempt_at"))
        .col(timestamp_with_time_zone_null("leased_until"))
        // When a worker may take it: the next attempt, or the end of the lease; nothing once it is over.
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(text_null("reference"))
        .col(text_null("last_error"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(
            ForeignKey::create()
                .from("delivery", "notification_id")
                .to("notification", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn delivery_indexes() -> [IndexCreateStatement; 3] {
    [
        // Holds only what waits, however much was delivered before.
        Index::create()
            .name("delivery_due")
            .table("delivery")
            .col("channel")
            .col("due_at")
            .col("id")
            .and_where(Expr::col("due_at").is_not_null())
            .to_owned(),
        Index::create()
            .name("delivery_notification")
            .table("delivery")
            .col("notification_id")
            .col("created_at")
            .col("id")
            .to_owned(),
        Index::create()
            .name("delivery_status")
            .table("delivery")
            .col("status")
            .col("notification_id")
            .to_owned(),
    ]
}

fn attempts() -> TableCreateStatement {
    let outcomes = ["accepted", "temporary", "permanent", "unknown"];
    Table::create()
        .table("attempt")
        .col(uuid("id").primary_key())
        .col(uuid("delivery_id"))
        .col(integer("number"))
        .col(text("provider"))
        .col(timestamp_with_time_zone("started_at"))
        .col(text_null("outcome").check(Expr::col("outcome").is_in(outcomes)))
        .col(text_null("code"))
        .col(text_null("detail"))
        .col(timestamp_with_time_zone_null("finished_at"))
        .index(Index::create().name("attempt_number").col("delivery_id").col("number").unique())
        .foreign_key(
            ForeignKey::create()
                .from("attempt", "delivery_id")
                .to("delivery", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
