//! What every error of the domain tells the outside: its kind, a stable code, and what to do.

use serde_json::{Map, Value};
use thiserror::Error;

use super::commit::Version;
use super::throttle::Tally;

/// Says kind and code of each variant of an error once: `kind()`, `code()` and the list `CODES`, which the documentation
/// is made from, read it. What follows `in` has another error inside, which has both.
macro_rules! error_codes {
    ($error:ident {
        $($variant:ident: $kind:ident $code:literal,)+
    } $(in $wrapping:ident: $inner:ty)?) => {
        impl $error {
            /// Every kind and code that are this error's own.
            pub const CODES: &[(&'static str, $crate::kernel::error::ErrorKind)] =
                &[$(($code, $crate::kernel::error::ErrorKind::$kind)),+];

            fn known(&self) -> (&'static str, $crate::kernel::error::ErrorKind) {
                match self {
                    $(Self::$variant { .. } => ($code, $crate::kernel::error::ErrorKind::$kind),)+
                    $(Self::$wrapping(error) => {
                        (<$inner as $crate::kernel::error::DomainError>::code(error), error.kind())
                    })?
                }
            }
        }
    };
}
pub(crate) use error_codes;

/// The kind of an error: decides the HTTP status and the exit status, once, at the edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request cannot be read.
    Malformed,
    /// The request can be read, but its values are not acceptable.
    Invalid,
    /// The caller is not signed in.
    Unauthenticated,
    /// The caller is known, but may not do this.
    Forbidden,
    /// There is no such thing, or none that the caller may know of.
    NotFound,
    /// The state of the thing does not allow it.
    Conflict,
    /// The thing has changed since the caller looked (`If-Match` failed).
    Precondition,
    /// The caller must say which version it looked at (`If-Match` is missing).
    PreconditionRequired,
    /// Too many requests; try again later.
    Limited,
    /// A part that is needed does not answer; try again later.
    Unavailable,
    /// A fault of ours.
    Internal,
}

/// One value of a request that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Where: a JSON pointer into the body (RFC 6901), such as `/lines/0/quantity`.
    pub field: String,
    /// A stable code, such as `out_of_range`.
    pub code: &'static str,
    /// What is wrong and what would be right.
    pub message: String,
}

/// An error that a person or a program outside can act on. `Display` is the detail shown to them.
pub trait DomainError: std::error::Error + Send + Sync + 'static {
    /// The kind.
    fn kind(&self) -> ErrorKind;
    /// A stable code such as `order.transition_refused`; listed in the documentation.
    fn code(&self) -> &'static str;
    /// The refused values, when there are such.
    fn fields(&self) -> &[FieldError] {
        &[]
    }
    /// Seconds after which another try makes sense.
    fn retry_after_s(&self) -> Option<u64> {
        None
    }
    /// The limit that was exceeded and how it stands, for [`ErrorKind::Limited`].
    fn exceeded(&self) -> Option<Tally> {
        None
    }
    /// The version that the thing has now, for [`ErrorKind::Precondition`].
    fn current_version(&self) -> Option<Version> {
        None
    }
    /// Further members of the problem body, such as the current status of an order.
    fn details(&self) -> Map<String, Value> {
        Map::new()
    }
}

/// Why a store could not answer.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database does not answer, or refused to work for now.
    #[error("the database is not available")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Too much work is waiting already. Nothing was written.
    #[error("too much work is waiting for the database")]
    Overloaded,
    /// The connection was lost while a commit was under way: it may or may not have been applied.
    #[error("the connection to the database was lost during a commit, whose outcome is unknown")]
    OutcomeUnknown(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A row does not make sense.
    #[error("the row {row} of {table} is inconsistent in {column}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The key of the row.
        row: String,
    },
    /// A row holds a word that this version does not know, in a column whose words grow: a newer version of the service
    /// wrote it, and can read it.
    #[error(
        "the row {row} of {table} has the {column} `{word}`, which only a newer version of this service understands"
    )]
    Newer {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The key of the row.
        row: String,
        /// What the column holds.
        word: String,
    },
    /// The database refused a statement that should always work.
    #[error("the database refused a statement")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
}

error_codes! {
    StoreError {
        Unavailable: Unavailable "store.unavailable",
        Overloaded: Unavailable "store.overloaded",
        OutcomeUnknown: Unavailable "store.outcome_unknown",
        Newer: Unavailable "store.newer",
        Inconsistent: Internal "internal",
        Refused: Internal "internal",
    }
}

impl DomainError for StoreError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }

    fn retry_after_s(&self) -> Option<u64> {
        matches!(self.kind(), ErrorKind::Unavailable).then_some(1)
    }
}
