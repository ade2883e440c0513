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
}

/// Says once what is counted of verdicts: each outcome with its name and the verdicts that are of it. A verdict without one
/// does not compile.
macro_rules! outcomes {
    ($($outcome:ident $name:literal: $verdict:pat),+ $(,)?) => {
        /// What is counted of verdicts.
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum Outcome { $($outcome),+ }

        impl Outcome {
            /// As the metrics name them, in the order of their numbers.
            pub(crate) const NAMES: [&'static str; [$($name),+].len()] = [$($name),+];
        }

        impl From<&Verdict> for Outcome {
            fn from(verdict: &Verdict) -> Self {
                match verdict { $($verdict => Self::$outcome),+ }
            }
        }
    };
}

outcomes! {
    Applied "applied": Verdict::Applied,
    Stale "stale": Verdict::Stale,
    Taken "taken": Verdict::Taken(_),
    Repeated "repeated": Verdict::Repeated,
    Overloaded "overloaded": Verdict::Failed(StoreError::Overloaded),
    Unknown "unknown": Verdict::Failed(StoreError::OutcomeUnknown(_)),
    Failed "failed": Verdict::Failed(
        StoreError::Unavailable(_)
        | StoreError::Refused(_)
        | StoreError::Inconsistent { .. }
        | StoreError::Newer { .. }
    ),
}
