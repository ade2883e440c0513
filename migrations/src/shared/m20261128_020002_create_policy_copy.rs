//! The last good policy, beside the data of the services that do not hold it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, json, uuid};

/// Creates `policy_copy`, in the databases of the services that take the policy over. An older version leaves it alone.
#[derive(Debug, DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let copy = Table::create()
            .table("policy_copy")
            .col(uuid("id").primary_key())
            .col(big_integer("version"))
            .col(json("policy"))
            .to_owned();
        manager.create_table(copy).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("policy_copy").to_owned()).await
    }
}
