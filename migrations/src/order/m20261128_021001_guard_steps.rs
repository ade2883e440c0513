//! An order takes no step that the table of its life does not have, whoever writes it.

use sea_orm_migration::prelude::*;

use super::guard::{self, Steps};

/// Puts up the guard of the life of orders.
///
/// A version that knows more steps puts it up anew in a migration of its own, before it takes the first of them.
#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

/// The steps that there are.
pub(super) const STEPS: Steps = &[
    ("CREATED", "CREATED"),
    ("CREATED", "APPROVED"),
    ("CREATED", "REJECTED"),
    ("CREATED", "CANCELLED"),
    ("APPROVED", "CANCELLED"),
    ("APPROVED", "SHIPPED"),
    ("SHIPPED", "DELIVERED"),
    ("SHIPPED", "CANCELLED"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        guard::put_up(manager, STEPS).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        guard::take_down(manager).await
    }
}
