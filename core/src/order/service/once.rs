//! Repeated requests: one effect, one answer.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::super::error::OrderError;
use super::super::port::OrderStore;
use crate::kernel::actor::Actor;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Idempotency, Once, Outcome, RequestKey};
use crate::kernel::error::StoreError;

/// The key of a request of `actor`, when it came with one.
pub(super) fn request_key(actor: &Actor, operation: &str, idempotency: &Idempotency) -> RequestKey {
    let who = actor.as_ref();
    RequestKey {
        principal: format!("{}:{}", who.kind.as_str(), who.id),
        operation: operation.to_owned(),
        key: idempotency.key.clone(),
    }
}

/// What the commit says about the request that it answers: `result` is given again to whoever repeats it.
///
/// # Panics
/// Never: what requests lead to is plain JSON.
pub(super) fn once<T: Serialize>(
    key: RequestKey,
    idempotency: &Idempotency,
    result: &T,
    at: Timestamp,
) -> Once {
    // For as long as keys are kept, other versions read this: only add to it, and give what is added a default.
    let outcome = serde_json::to_value(result).expect("what requests lead to is plain JSON");
    Once::Request { key, fingerprint: idempotency.fingerprint, outcome, at }
}

/// What the first request with this key led to, if this is a repetition of it.
pub(super) fn replayed<T: DeserializeOwned>(
    idempotency: &Idempotency,
    outcome: Outcome,
) -> Result<T, OrderError> {
    if outcome.fingerprint != Some(idempotency.fingerprint) {
        return Err(OrderError::KeyReused);
    }
    // Another version may have stored it. What it says beyond what is read here is ignored, so that only a word that is
    // not known here remains.
    serde_json::from_value(outcome.value).map_err(|error| {
        let (row, word) = (idempotency.key.clone(), error.to_string());
        OrderError::Store(StoreError::Newer { table: "idempotency", column: "outcome", row, word })
    })
}

/// What a request with this key led to before, if anything.
pub(super) async fn find_replay<T: DeserializeOwned>(
    store: &dyn OrderStore,
    key: &RequestKey,
    idempotency: &Idempotency,
) -> Result<Option<T>, OrderError> {
    match store.find_outcome(key).await? {
        Some(outcome) => replayed(idempotency, outcome).map(Some),
        None => Ok(None),
    }
}
