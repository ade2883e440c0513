//! What is known of the people who can be told something.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, json, text, text_null, timestamp_with_time_zone, uuid};

/// Creates `recipient` and `recipient_role`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(recipients()).await?;
        manager.create_table(recipient_roles()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["recipient_role", "recipient"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn recipients() -> TableCreateStatement {
    Table::create()
        .table("recipient")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text("email"))
        .col(text_null("phone"))
        .col(text("locale"))
        .col(text("time_zone"))
        .col(json("roles"))
        .col(big_integer("sequence"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned()
}

/// Finds recipients by role. A row counts while its sequence is that of the recipient, so that a change of roles needs
/// no deletion and an older event that comes late cannot bring a role back.
fn recipient_roles() -> TableCreateStatement {
    Table::create()
        .table("recipient_role")
        .col(text("role"))
        .col(uuid("recipient_id"))
        .col(big_integer("sequence"))
        .primary_key(Index::create().col("role").col("recipient_id"))
        .foreign_key(
            ForeignKey::create()
                .from("recipient_role", "recipient_id")
                .to("recipient", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
