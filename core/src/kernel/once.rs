//! Repeated requests: one effect, one answer.
//!
//! What a request led to is stored with its key, in the commit of its effect, and read for as long as keys are kept: by this
//! version, by the one before it and by the one after it. So a use case stores a type of its own for it, to which members are
//! only added, each with a default, and the form says its number.

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use super::actor::Actor;
use super::clock::Timestamp;
use super::commit::{Idempotency, Once, Outcome, RequestKey};
use super::error::StoreError;

/// Where a stored answer says in which form it is. One without it is from before there was a number, and is read as the first.
const FORM: &str = "v";
/// The form of the answers that are stored now.
const PRESENT_FORM: u64 = 1;

/// Why a request is not answered as the first one of its key was.
#[derive(Debug, Error)]
pub enum NotReplayed {
    /// The key was used for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// The answer is in words that only a newer version knows.
    #[error(transparent)]
    Unreadable(#[from] StoreError),
}

impl RequestKey {
    /// The key of a request of `actor` for `operation`, which also says what it is applied to.
    #[must_use]
    pub fn of(actor: &Actor, operation: impl Into<String>, idempotency: &Idempotency) -> Self {
        let principal = actor.principal.to_string();
        Self { principal, operation: operation.into(), key: idempotency.key.clone() }
    }
}

impl Once {
    /// The request of `key` is answered with `answer`, and so is whoever repeats it.
    ///
    /// # Panics
    /// When the answer is not written as a JSON object, which every type of ours is.
    #[must_use]
    pub fn answering(
        key: RequestKey,
        idempotency: &Idempotency,
        answer: &impl Serialize,
        at: Timestamp,
    ) -> Self {
        let mut outcome = serde_json::to_value(answer).expect("what requests lead to is plain JSON");
        let members = outcome.as_object_mut().expect("what requests lead to has members");
        members.insert(FORM.to_owned(), PRESENT_FORM.into());
        Self::Request { key, fingerprint: idempotency.fingerprint, outcome, at }
    }
}

impl Outcome {
    /// What the first request with this key was answered, if this one is a repetition of it.
    ///
    /// # Errors
    /// [`NotReplayed`].
    pub fn replayed<T: DeserializeOwned>(self, idempotency: &Idempotency) -> Result<T, NotReplayed> {
        if self.fingerprint != Some(idempotency.fingerprint) {
            return Err(NotReplayed::KeyReused);
        }
        let newer = |word: String| {
            let row = idempotency.key.clone();
            NotReplayed::Unreadable(StoreError::Newer { table: "idempotency", column: "outcome", row, word })
        };
        match self.value.get(FORM) {
            Some(form) if form.as_u64() != Some(PRESENT_FORM) => Err(newer(format!("form {form}"))),
            // Another version may have stored it. What it says beyond what is read here is ignored, so that only a word that
            // is not known here remains.
            _ => serde_json::from_value(self.value).map_err(|error| newer(error.to_string())),
        }
    }
}
