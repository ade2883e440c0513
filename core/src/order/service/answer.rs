//! What is kept of an answer, for whoever repeats the request.

use serde::{Deserialize, Serialize};

use super::super::error::OrderError;
use super::super::event::OrderSnapshot;
use super::super::model::{Note, Order, Visibility};
use super::{OrderService, OrderView};
use crate::kernel::actor::{Actor, ActorRef};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Idempotency, Outcome};
use crate::kernel::id::{NoteId, OrderId};

/// A note as it is kept for whoever repeats the request that wrote it: the order itself is kept as it is told.
#[derive(Serialize, Deserialize)]
pub(super) struct KeptNote {
    id: NoteId,
    order: OrderId,
    visibility: Visibility,
    text: String,
    author: ActorRef,
    created_at: Timestamp,
}

impl From<&Note> for KeptNote {
    fn from(note: &Note) -> Self {
        let Note { id, order, visibility, text, author, created_at } = note;
        Self {
            id: *id,
            order: *order,
            visibility: *visibility,
            text: text.clone(),
            author: author.clone(),
            created_at: *created_at,
        }
    }
}

impl From<KeptNote> for Note {
    fn from(kept: KeptNote) -> Self {
        let KeptNote { id, order, visibility, text, author, created_at } = kept;
        Self { id, order, visibility, text, author, created_at }
    }
}

impl OrderService {
    /// The order as the first request with this key was answered, with what `actor` could do to it now.
    pub(super) async fn answered_before(
        &self,
        actor: &Actor,
        idempotency: &Idempotency,
        outcome: Outcome,
    ) -> Result<OrderView, OrderError> {
        let first = Order::from(outcome.replayed::<OrderSnapshot>(idempotency)?);
        Ok(OrderView { replayed: true, ..self.view(actor, first).await })
    }
}
