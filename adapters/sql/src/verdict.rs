//! What becomes of a commit.

use eop_core::kernel::commit::Name;
use eop_core::kernel::error::StoreError;

/// What became of one commit.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// It is on disk.
    Applied,
    /// A version had moved on, or a required row was not there.
    Stale,
    /// A unique name was in use.
    Taken(Name),
    /// Its once-key was there.
    Repeated,
    /// The database could not apply it.
    Failed(StoreError),
}

impl Verdict {
    /// The database said nothing, or not now.
    pub(crate) fn is_away(&self) -> bool {
        matches!(self, Self::Failed(StoreError::Unavailable(_) | StoreError::OutcomeUnknown(_)))
    }

    /// As the metrics name them.
    pub(crate) const NAMES: [&'static str; 7] =
        ["applied", "stale", "taken", "repeated", "overloaded", "unknown", "failed"];

    /// Which of the names is its.
    pub(crate) fn name_index(&self) -> usize {
        match self {
            Self::Applied => 0,
            Self::Stale => 1,
            Self::Taken(_) => 2,
            Self::Repeated => 3,
            Self::Failed(StoreError::Overloaded) => 4,
            Self::Failed(StoreError::OutcomeUnknown(_)) => 5,
            Self::Failed(_) => 6,
        }
    }
}
