//! The rows of the tables as `SeaORM` reads them. Writing goes through [`crate::change`].

pub(crate) mod idempotency;
pub(crate) mod inbox;
