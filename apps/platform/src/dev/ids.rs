//! Ids of things that others have to name beforehand.

use std::sync::atomic::{AtomicU64, Ordering};

use eop_core::kernel::id::IdGenerator;
use uuid::Uuid;

/// A given id, and then those that follow from it: the same each time, so that what comes of the thing can be named as
/// well.
#[derive(Debug)]
pub(super) struct Ids {
    first: Uuid,
    made: AtomicU64,
}

impl From<Uuid> for Ids {
    fn from(first: Uuid) -> Self {
        Self { first, made: AtomicU64::new(0) }
    }
}

impl IdGenerator for Ids {
    fn next(&self) -> Uuid {
        match self.made.fetch_add(1, Ordering::Relaxed) {
            0 => self.first,
            count => Uuid::new_v5(&self.first, &count.to_be_bytes()),
        }
    }
}
