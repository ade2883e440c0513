//! The states of orders, who acts on them, and who reads their notes, are sets that grow.

use sea_orm_migration::prelude::*;

use crate::open_set::open;

/// Takes the checks off `orders`, `order_history` and `order_note`.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("orders", "status"),
            ("orders", "created_by_kind"),
            ("order_history", "actor_kind"),
            ("order_note", "visibility"),
            ("order_note", "author_kind"),
        ] {
            open(manager, table, column).await?;
        }
        Ok(())
    }

    /// Leaves them off: what was written since may be something that they would refuse.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
