//! What every database has: the outbox, once-keys, the audit log and throttles.

use sea_orm_migration::MigrationTrait;

mod m20261123_000001_create_outbox;
mod m20261123_000002_create_once_keys;
mod m20261123_000003_create_audit;
mod m20261123_000004_create_throttle;
mod m20261123_000005_create_partial_guard;
mod m20261126_000006_drop_published;
mod m20261127_002001_index_parked;
mod m20261127_002002_prepare_retention;
mod m20261127_003000_create_schema_floor;
mod m20261127_003001_open_audit;
mod m20261127_005000_add_throttle_end;
mod m20261128_020002_create_policy_copy;

/// The first steps of every migrator.
pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m20261123_000001_create_outbox::Migration),
        Box::new(m20261123_000002_create_once_keys::Migration),
        Box::new(m20261123_000003_create_audit::Migration),
        Box::new(m20261123_000004_create_throttle::Migration),
        Box::new(m20261123_000005_create_partial_guard::Migration),
        Box::new(m20261126_000006_drop_published::Migration),
        Box::new(m20261127_003000_create_schema_floor::Migration),
        Box::new(m20261127_003001_open_audit::Migration),
        Box::new(m20261127_002001_index_parked::Migration),
        Box::new(m20261127_005000_add_throttle_end::Migration),
        Box::new(m20261127_002002_prepare_retention::Migration),
    ]
}

/// A step of the services that do not hold the policy.
pub(crate) fn policy_copy() -> Box<dyn MigrationTrait> {
    Box::new(m20261128_020002_create_policy_copy::Migration)
}
