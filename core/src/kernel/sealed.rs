//! Fields that travel sealed: readable only by services that hold the platform's master key.

use thiserror::Error;

/// Seals and opens small secrets, such as one-time links inside an event.
pub trait Sealer: Send + Sync {
    /// Encrypts and authenticates `plain`, bound to `purpose`. Text that is safe inside JSON.
    fn seal(&self, purpose: &str, plain: &[u8]) -> String;
    /// Opens what [`Self::seal`] made for the same purpose.
    ///
    /// # Errors
    /// [`CannotOpen`] for another key, another purpose or changed text.
    fn open(&self, purpose: &str, sealed: &str) -> Result<Vec<u8>, CannotOpen>;
}

/// The sealed text was made with another key or for another purpose, or was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the sealed value cannot be opened: all services need the same master key")]
pub struct CannotOpen;
