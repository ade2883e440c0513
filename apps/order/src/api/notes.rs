//! What people say about an order.

use std::sync::Arc;

use eop_core::kernel::id::{NoteId, OrderId};
use eop_core::order::command::WriteNote;
use eop_core::order::model::{Note, Visibility};
use eop_core::order::service::OrderService;
use eop_http::types::{Id, Text, Timestamp};
use eop_http::{Answer, Caller, Created, Cursors, IdempotencyKey, Listed, PageQuery, Params, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;
use super::history::ActorBody;

/// Who may read a note
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Visibility", rename_all = "snake_case")]
pub(crate) enum VisibilityName {
    /// Everybody who may see the order.
    Public,
    /// Staff only.
    Internal,
}

/// A note to write
#[derive(Clone, Debug, Object)]
#[oai(rename = "NoteDraft", skip_serializing_if_is_none)]
pub(crate) struct NoteDraft {
    /// Who may read it.
    visibility: VisibilityName,
    /// What it says, at most 2000 characters.
    #[oai(validator(min_length = 1, max_length = 8000))]
    text: Text,
}

/// A note on an order
#[derive(Clone, Debug, Object)]
#[oai(rename = "Note", skip_serializing_if_is_none)]
pub(crate) struct NoteBody {
    /// Identity.
    id: Id<NoteId>,
    /// Who may read it.
    visibility: VisibilityName,
    /// What it says.
    text: Text,
    /// Who wrote it.
    author: ActorBody,
    /// When.
    created_at: Timestamp,
}

/// Which page of the notes
#[derive(Clone, Debug, Object)]
#[oai(rename = "NoteListQuery", skip_serializing_if_is_none)]
pub(crate) struct NoteListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
}

impl From<VisibilityName> for Visibility {
    fn from(name: VisibilityName) -> Self {
        match name {
            VisibilityName::Public => Self::Public,
            VisibilityName::Internal => Self::Internal,
        }
    }
}

impl From<Note> for NoteBody {
    fn from(note: Note) -> Self {
        let visibility = match note.visibility {
            Visibility::Public => VisibilityName::Public,
            Visibility::Internal => VisibilityName::Internal,
        };
        Self {
            id: Id(note.id),
            visibility,
            text: Text(note.text),
            author: note.author.into(),
            created_at: Timestamp(note.created_at),
        }
    }
}

/// What people say about an order.
#[derive(Debug)]
pub struct NotesApi {
    pub(super) orders: Arc<OrderService>,
    pub(super) cursors: Cursors,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::History")]
impl NotesApi {
    /// Read the notes on an order
    ///
    /// Oldest first. Internal ones only with `note:read_internal`.
    #[oai(path = "/orders/:id/notes", method = "get", operation_id = "listOrderNotes")]
    async fn list(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        query: Params<NoteListQuery>,
    ) -> Result<Listed<NoteBody>, Problem> {
        let filter = query.filter().of(id.0.0);
        let cursors = self.cursors.of("created_at", &filter);
        let page = cursors.request(&query.page)?;
        let found = self.orders.notes(caller.actor(), id.0.0, &page).await?;
        Ok(cursors.answer(found, NoteBody::from))
    }

    /// Write a note on an order
    #[oai(path = "/orders/:id/notes", method = "post", operation_id = "writeOrderNote")]
    async fn write(
        &self,
        caller: Caller,
        id: Path<Id<OrderId>>,
        key: IdempotencyKey,
        body: Json<NoteDraft>,
    ) -> Result<Created<NoteBody>, Problem> {
        let NoteDraft { visibility, text } = body.0;
        let command =
            WriteNote { order: id.0.0, visibility: visibility.into(), text: text.0, idempotency: key.0 };
        let written = self.orders.write_note(caller.actor(), command).await?;
        Ok(Answer::new(NoteBody::from(written.value)).replayed(written.replayed))
    }
}
