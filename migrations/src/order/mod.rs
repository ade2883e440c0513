//! The database of the order service: orders, their history and notes, and the counter of their numbers.

use sea_orm_migration::prelude::*;

use crate::shared;

mod guard;
mod m20261123_000101_create_orders;
mod m20261123_000102_create_history;
mod m20261123_000103_create_notes;
mod m20261123_000104_create_counter;
mod m20261127_002005_sort_numbers;
mod m20261127_003004_open_orders;
mod m20261127_006010_create_customers;
mod m20261128_021001_guard_steps;
mod m20261128_021010_create_search;

/// Brings a database to the schema of the order service.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut migrations = shared::migrations();
        migrations.extend([
            Box::new(m20261123_000101_create_orders::Migration) as Box<dyn MigrationTrait>,
            Box::new(m20261123_000102_create_history::Migration),
            Box::new(m20261123_000103_create_notes::Migration),
            Box::new(m20261123_000104_create_counter::Migration),
            Box::new(m20261127_003004_open_orders::Migration),
            Box::new(m20261127_006010_create_customers::Migration),
            Box::new(m20261127_002005_sort_numbers::Migration),
            Box::new(m20261128_021001_guard_steps::Migration),
            shared::policy_copy(),
            Box::new(m20261128_021010_create_search::Migration),
        ]);
        migrations
    }
}
