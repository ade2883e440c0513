//! Accounts, the index of their roles, and the roster that guards the last administrator.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, json, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};
use sea_orm_migration::sea_orm::DbBackend;

/// Creates `account`, `account_role` and `admin_roster`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(accounts()).await?;
        for index in account_indexes() {
            manager.create_index(index).await?;
        }
        manager.create_table(account_roles()).await?;
        manager.create_table(admin_roster()).await?;
        // The roster is one row for ever: its key is the nil id, its version starts like that of any aggregate.
        let nil_id = match manager.get_database_backend() {
            DbBackend::Postgres => Expr::cust("'00000000-0000-0000-0000-000000000000'::uuid"),
            _ => Expr::cust("zeroblob(16)"),
        };
        let row = Query::insert()
            .into_table("admin_roster")
            .columns(["id", "version"])
            .values_panic([nil_id, Expr::val(1_i64)])
            .to_owned();
        manager.execute(row).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["admin_roster", "account_role", "account"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn accounts() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text("email"))
        .col(text_null("phone"))
        .col(text("locale"))
        .col(text("time_zone"))
        .col(text("password"))
        .col(json("roles"))
        .col(text("state").check(Expr::col("state").is_in(["pending", "active", "locked"])))
        .col(timestamp_with_time_zone_null("locked_until"))
        .col(timestamp_with_time_zone_null("verified_at"))
        // Name and address in lower case, folded by the application: the engines fold differently.
        .col(text("search"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned()
}

fn account_indexes() -> [IndexCreateStatement; 3] {
    [
        Index::create().name("account_email").table("account").col("email").unique().to_owned(),
        Index::create().name("account_created").table("account").col("created_at").col("id").to_owned(),
        Index::create()
            .name("account_state_created")
            .table("account")
            .col("state")
            .col("created_at")
            .col("id")
            .to_owned(),
    ]
}

/// Finds accounts by role. A row counts while its version is that of the account, so that changing roles needs no
/// deletion.
fn account_roles() -> TableCreateStatement {
    Table::create()
        .table("account_role")
        .col(text("role"))
        .col(uuid("account_id"))
        .col(big_integer("version"))
        .primary_key(Index::create().col("role").col("account_id"))
        .foreign_key(
            ForeignKey::create()
                .from("account_role", "account_id")
                .to("account", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn admin_roster() -> TableCreateStatement {
    Table::create().table("admin_roster").col(uuid("id").primary_key()).col(big_integer("version")).to_owned()
}
