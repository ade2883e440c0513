//! Reads who did something, which takes two columns in several tables.

use std::fmt::Display;

use eop_core::kernel::actor::{ActorKind, ActorRef};
use eop_core::kernel::error::StoreError;
use sea_orm::IdenStatic;

use super::reading::Reading;

/// The actor of this kind and id; `column` is that of the kind.
pub(super) fn actor<K: Display>(
    reading: &Reading<K>,
    column: impl IdenStatic,
    kind: &str,
    id: String,
) -> Result<ActorRef, StoreError> {
    Ok(ActorRef { kind: reading.code(column, kind, ActorKind::named)?, id })
}
