//! Which attempts of a delivery were failovers, and which provider may have its message.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, text_null};

/// Adds `delivery.failovers` and `bound_to`. An older version knows one provider for each channel, so that it makes no
/// failover and needs no bond: what it leaves behind is right.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for definition in [integer("failovers").default(0).take(), text_null("bound_to")] {
            manager.alter_table(Table::alter().table("delivery").add_column(definition).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["failovers", "bound_to"] {
            manager.alter_table(Table::alter().table("delivery").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
