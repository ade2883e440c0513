//! The errors of the domain.

use eop_core::kernel::commit::Version;
use eop_core::kernel::error::{DomainError, ErrorKind};
use eop_core::kernel::id::OrderId;
use thiserror::Error;

#[derive(Debug, Error)]
pub(crate) enum OrderError {
    #[error("there is no order {0} that you may see")]
    NotFound(OrderId),
    #[error("the order has moved on to version {0}")]
    Stale(Version),
    #[error("say which version you change: send If-Match")]
    VersionRequired,
    #[error("the key was used for another request")]
    KeyReused,
    #[error("the store lost the secret row 42")]
    Broken,
}

impl DomainError for OrderError {
    fn kind(&self) -> ErrorKind {
        match self {
            Self::NotFound(_) => ErrorKind::NotFound,
            Self::Stale(_) => ErrorKind::Precondition,
            Self::VersionRequired => ErrorKind::PreconditionRequired,
            Self::KeyReused => ErrorKind::Invalid,
            Self::Broken => ErrorKind::Internal,
        }
    }
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "order.not_found",
            Self::Stale(_) => "order.stale",
            Self::VersionRequired => "order.version_required",
            Self::KeyReused => "idempotency.key_reused",
            Self::Broken => "internal",
        }
    }
    fn current_version(&self) -> Option<Version> {
        if let Self::Stale(version) = self { Some(*version) } else { None }
    }
}
