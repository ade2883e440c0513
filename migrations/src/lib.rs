//! The schemas of the three databases, one [`MigratorTrait`] each.
//!
//! The services run the migrations of their database at start; the binary `migrate` runs them by hand. A file is one
//! step and is never changed once it is released. Types are chosen so that one schema serves `PostgreSQL` and `SQLite`:
//! states are text that whoever reads it judges, amounts are `bigint`, documents that are only read and written whole are `json`
//! (which, unlike `jsonb`, keeps every text that JSON can hold, and costs no conversion).

pub mod floor;
pub mod identity;
pub mod notification;
mod open_set;
pub mod order;
mod owner;
mod run;
mod shared;

pub use owner::owner;
pub use run::{MigrateError, Step, migrate, pending, revert, status};
pub use sea_orm_migration::{MigratorTrait, SchemaManager};
