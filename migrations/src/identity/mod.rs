//! The database of the user service: accounts, sessions, one-time links, signing keys and roles.

use sea_orm_migration::prelude::*;

use crate::shared;

mod m20261123_000101_create_accounts;
mod m20261123_000102_create_sessions;
mod m20261123_000103_create_links;
mod m20261123_000104_create_signing_keys;
mod m20261127_002003_prepare_retention;
mod m20261127_003002_open_identity;
mod m20261127_005001_note_token_times;
mod m20261127_006000_fold_account_search;
mod m20261128_020001_create_roles;
mod m20261128_024001_note_key_states;

/// Brings a database to the schema of the user service.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut migrations = shared::migrations();
        migrations.extend([
            Box::new(m20261123_000101_create_accounts::Migration) as Box<dyn MigrationTrait>,
            Box::new(m20261123_000102_create_sessions::Migration),
            Box::new(m20261123_000103_create_links::Migration),
            Box::new(m20261123_000104_create_signing_keys::Migration),
            Box::new(m20261127_003002_open_identity::Migration),
            Box::new(m20261127_005001_note_token_times::Migration),
            Box::new(m20261127_006000_fold_account_search::Migration),
            Box::new(m20261127_002003_prepare_retention::Migration),
            Box::new(m20261128_020001_create_roles::Migration),
            Box::new(m20261128_024001_note_key_states::Migration),
        ]);
        migrations
    }
}
