//! Looks up what the first request or message with a once-key led to.

use eop_core::kernel::commit::{Once, Outcome, RequestKey};
use eop_core::kernel::error::StoreError;
use sea_orm::EntityTrait;
use serde_json::Value as Json;

use crate::entity::{idempotency, seen_event};
use crate::error::store_error;
use crate::pool::Pool;

/// What the request with this key led to, if it had its effect.
pub(crate) async fn find_outcome(pool: &Pool, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
    let id = (key.principal.clone(), key.operation.clone(), key.key.clone());
    let row = idempotency::Entity::find_by_id(id).one(pool).await.map_err(store_error)?;
    row.map(Outcome::try_from).transpose()
}

/// What the first commit with this once-key led to, if there was one.
pub(crate) async fn find(pool: &Pool, once: &Once) -> Result<Option<Outcome>, StoreError> {
    match once {
        Once::Request { key, .. } => find_outcome(pool, key).await,
        Once::Message { consumer, id, .. } => {
            let seen = seen_event::Entity::find_by_id(((*consumer).to_owned(), id.0));
            let seen = seen.one(pool).await.map_err(store_error)?;
            Ok(seen.map(|_| Outcome { fingerprint: None, value: Json::Null }))
        }
    }
}
