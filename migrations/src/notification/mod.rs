//! The database of the notification service: recipients, notifications with their deliveries, dead letters, inboxes.

use sea_orm_migration::prelude::*;

use crate::shared;

mod m20261123_000101_create_recipients;
mod m20261123_000102_create_notifications;
mod m20261123_000103_create_dead_letters;
mod m20261123_000104_create_inboxes;
mod m20261127_002000_add_lanes;
mod m20261127_002004_prepare_retention;
mod m20261127_003003_open_notification;
mod m20261127_003010_create_deferred_events;
mod m20261127_005002_add_recipient_verified;
mod m20261128_009001_name_holders;
mod m20261128_009002_age_deferred_events;
mod m20261128_010001_add_archived_at;
mod m20261128_011001_number_inbox_items;
mod m20261128_011002_keep_origins;
mod m20261128_022001_count_failovers;

/// Brings a database to the schema of the notification service.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut migrations = shared::migrations();
        migrations.extend([
            Box::new(m20261123_000101_create_recipients::Migration) as Box<dyn MigrationTrait>,
            Box::new(m20261123_000102_create_notifications::Migration),
            Box::new(m20261123_000103_create_dead_letters::Migration),
            Box::new(m20261123_000104_create_inboxes::Migration),
            Box::new(m20261127_002000_add_lanes::Migration),
            Box::new(m20261127_003003_open_notification::Migration),
            Box::new(m20261127_003010_create_deferred_events::Migration),
            Box::new(m20261127_005002_add_recipient_verified::Migration),
            Box::new(m20261127_002004_prepare_retention::Migration),
            Box::new(m20261128_009001_name_holders::Migration),
            Box::new(m20261128_009002_age_deferred_events::Migration),
            Box::new(m20261128_010001_add_archived_at::Migration),
            Box::new(m20261128_011001_number_inbox_items::Migration),
            Box::new(m20261128_011002_keep_origins::Migration),
            Box::new(m20261128_022001_count_failovers::Migration),
            shared::policy_copy(),
        ]);
        migrations
    }
}
