//! Roles and their rules, and the version of the policy that they make together.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, json, json_null, text, timestamp_with_time_zone, uuid};
use sea_orm_migration::sea_orm::DbBackend;

/// Creates `role` and `policy_state`. An older version decides by the rules that it was shipped with, and leaves both alone.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(roles()).await?;
        let by_name = Index::create().name("role_name").table("role").col("name").unique().to_owned();
        manager.create_index(by_name).await?;
        manager.create_table(policy_state()).await?;
        // One row for ever, with the nil id. Version and generation 0: the first start puts the shipped roles there.
        let nil_id = match manager.get_database_backend() {
            DbBackend::Postgres => Expr::cust("'00000000-0000-0000-0000-000000000000'::uuid"),
            _ => Expr::cust("zeroblob(16)"),
        };
        let row = Query::insert()
            .into_table("policy_state")
            .columns(["id", "version", "generation"])
            .values_panic([nil_id, Expr::val(0_i64), Expr::val(0_i64)])
            .to_owned();
        manager.execute(row).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["policy_state", "role"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn roles() -> TableCreateStatement {
    Table::create()
        .table("role")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text("description"))
        .col(json("rules"))
        // The rules that a built-in role was shipped with last: what was changed here is told apart by them.
        .col(json_null("shipped"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .to_owned()
}

fn policy_state() -> TableCreateStatement {
    Table::create()
        .table("policy_state")
        .col(uuid("id").primary_key())
        .col(big_integer("version"))
        .col(big_integer("generation"))
        .to_owned()
}
