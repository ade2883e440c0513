//! The schemas of the three databases, one [`MigratorTrait`] each.
//!
//! The services run the migrations of their database at start; the binary `migrate` runs them by hand. A file is one
//! step and is never changed once it is released. Types are chosen so that one schema serves `PostgreSQL` and `SQLite`:
//! states are text with a check, amounts are `bigint`, documents that are only read and written whole are `json`
//! (which, unlike `jsonb`, keeps every text that JSON can hold, and costs no conversion).

pub mod identity;
pub mod notification;
pub mod order;
mod run;
mod shared;

pub use run::{migrate, pending, revert, status};
pub use sea_orm_migration::MigratorTrait;
