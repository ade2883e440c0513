//! Once-keys: what makes a repeated request or message take effect once.

use eop_core::kernel::commit::{Fingerprint, Once, Outcome, RequestKey};
use eop_core::kernel::error::StoreError;
use sea_orm::EntityTrait;
use serde_json::Value as Json;

use crate::change::{Kind, OnceRow, Table, json};
use crate::entity::{idempotency, inbox};
use crate::error::{inconsistent, store_error};
use crate::pool::Pool;

static IDEMPOTENCY: Table = Table {
    name: "idempotency",
    key: &["principal", "operation", "key"],
    columns: &[
        ("principal", Kind::Text),
        ("operation", Kind::Text),
        ("key", Kind::Text),
        ("fingerprint", Kind::Bytes),
        ("outcome", Kind::Json),
        ("at", Kind::Timestamp),
    ],
};

static INBOX: Table = Table {
    name: "inbox",
    key: &["consumer", "event_id"],
    columns: &[("consumer", Kind::Text), ("event_id", Kind::Uuid), ("at", Kind::Timestamp)],
};

/// The once-key as a row.
pub(crate) fn row(once: Once) -> OnceRow {
    let (table, row) = match &once {
        Once::Request { key, fingerprint, outcome, at } => (
            &IDEMPOTENCY,
            vec![
                ("principal", key.principal.clone().into()),
                ("operation", key.operation.clone().into()),
                ("key", key.key.clone().into()),
                ("fingerprint", fingerprint.0.to_vec().into()),
                ("outcome", json(outcome)),
                ("at", (*at).into()),
            ],
        ),
        Once::Message { consumer, id, at } => {
            (&INBOX, vec![("consumer", (*consumer).into()), ("event_id", id.0.into()), ("at", (*at).into())])
        }
    };
    OnceRow { table, row, once }
}

/// What the request with this key led to, if it had its effect.
pub(crate) async fn find_outcome(pool: &Pool, key: &RequestKey) -> Result<Option<Outcome>, StoreError> {
    let id = (key.principal.clone(), key.operation.clone(), key.key.clone());
    let Some(row) = idempotency::Entity::find_by_id(id).one(pool).await.map_err(store_error)? else {
        return Ok(None);
    };
    let fingerprint = <[u8; 32]>::try_from(row.fingerprint.as_slice())
        .map_err(|_| inconsistent("idempotency", "fingerprint", &row.key))?;
    Ok(Some(Outcome { fingerprint: Some(Fingerprint(fingerprint)), value: row.outcome }))
}

/// What the first commit with this once-key led to, if there was one.
pub(crate) async fn find(pool: &Pool, once: &Once) -> Result<Option<Outcome>, StoreError> {
    match once {
        Once::Request { key, .. } => find_outcome(pool, key).await,
        Once::Message { consumer, id, .. } => {
            let seen = inbox::Entity::find_by_id(((*consumer).to_owned(), id.0));
            let seen = seen.one(pool).await.map_err(store_error)?;
            Ok(seen.map(|_| Outcome { fingerprint: None, value: Json::Null }))
        }
    }
}
