//! Messages that could not be processed.

use std::sync::Arc;

use eop_core::kernel::id::{DeadLetterId, EventId};
use eop_core::notification::command::ResolveDeadLetter;
use eop_core::notification::model::DeadLetter;
use eop_core::notification::port::DeadLetterFilter;
use eop_core::notification::service::NotificationService;
use eop_http::types::{Id, Int, Nullable, Text, Timestamp};
use eop_http::{Caller, Cursors, Listed, PageQuery, Params, Problem};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};

use super::Tag;

/// Which dead letters, and which page of them
#[derive(Clone, Debug, Object)]
#[oai(rename = "DeadLetterListQuery", skip_serializing_if_is_none)]
pub(crate) struct ListQuery {
    /// Page size, cursor and count.
    #[oai(flatten)]
    page: PageQuery,
    /// Only those that nobody decided about yet.
    #[oai(default)]
    open: bool,
    /// About this, such as an order.
    subject: Option<Id>,
}

/// What became of a dead letter
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "DeadLetterState", rename_all = "snake_case")]
pub(crate) enum StateName {
    /// Nobody decided yet.
    Open,
    /// Processed after all.
    Replayed,
    /// Given up.
    Discarded,
}

/// A message that could not be processed
#[derive(Clone, Debug, Object)]
#[oai(rename = "DeadLetter", skip_serializing_if_is_none)]
pub(crate) struct DeadLetterBody {
    /// Identity.
    id: Id<DeadLetterId>,
    /// The topic it came from.
    topic: Text,
    /// The partition of the topic.
    partition: Int<i32>,
    /// The offset within the partition.
    offset: Int<i64>,
    /// The event, if it could be read that far.
    event_id: Nullable<Id<EventId>>,
    /// What the event is about, such as an order; null where that is not known.
    subject: Nullable<Id>,
    /// The version of the subject after the change that the event tells of.
    sequence: Nullable<Int<u64>>,
    /// The record's value as text.
    value: Text,
    /// What went wrong.
    error: Text,
    /// When.
    created_at: Timestamp,
    /// What became of it.
    state: StateName,
    /// When that was decided; null before.
    resolved_at: Nullable<Timestamp>,
}

impl From<DeadLetter> for DeadLetterBody {
    fn from(letter: DeadLetter) -> Self {
        let state = match letter.resolution {
            None => StateName::Open,
            Some(resolution) if resolution.replayed => StateName::Replayed,
            Some(_) => StateName::Discarded,
        };
        Self {
            id: Id(letter.id),
            topic: Text::from(letter.position.topic.as_str()),
            partition: Int(letter.position.partition),
            offset: Int(letter.position.offset),
            event_id: Nullable(letter.event.map(Id)),
            subject: Nullable(letter.subject.map(|(key, _)| Id(key))),
            sequence: Nullable(letter.subject.map(|(_, sequence)| Int(sequence))),
            value: Text(letter.value),
            error: Text(letter.error),
            created_at: Timestamp(letter.created_at),
            state,
            resolved_at: Nullable(letter.resolution.map(|resolution| Timestamp(resolution.at))),
        }
    }
}

/// Messages that could not be processed.
#[derive(Debug)]
pub struct DeadLettersApi {
    pub(super) notifications: Arc<NotificationService>,
    pub(super) cursors: Cursors,
}

impl DeadLettersApi {
    async fn resolve(
        &self,
        caller: &Caller,
        id: Path<Id<DeadLetterId>>,
        replay: bool,
    ) -> Result<Json<DeadLetterBody>, Problem> {
        let command = ResolveDeadLetter { letter: id.0.0, replay };
        Ok(Json(self.notifications.resolve_dead_letter(caller.actor(), command).await?.into()))
    }
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::DeadLetters")]
impl DeadLettersApi {
    /// List dead letters
    ///
    /// Newest first.
    #[oai(path = "/dead-letters", method = "get", operation_id = "listDeadLetters")]
    async fn list(
        &self,
        caller: Caller,
        query: Params<ListQuery>,
    ) -> Result<Listed<DeadLetterBody>, Problem> {
        let cursors = self.cursors.of("-created_at", query.filter());
        let page = cursors.request(&query.page)?;
        let filter = DeadLetterFilter { open: query.open, subject: query.subject.map(|id| id.0) };
        let found = self.notifications.list_dead_letters(caller.actor(), filter, &page).await?;
        Ok(cursors.answer(found, DeadLetterBody::from))
    }

    /// Read a dead letter
    #[oai(path = "/dead-letters/:id", method = "get", operation_id = "getDeadLetter")]
    async fn find(
        &self,
        caller: Caller,
        id: Path<Id<DeadLetterId>>,
    ) -> Result<Json<DeadLetterBody>, Problem> {
        Ok(Json(self.notifications.find_dead_letter(caller.actor(), id.0.0).await?.into()))
    }

    /// Process a dead letter after all
    ///
    /// What had its effect before has none again.
    #[oai(path = "/dead-letters/:id/replay", method = "post", operation_id = "replayDeadLetter")]
    async fn replay(
        &self,
        caller: Caller,
        id: Path<Id<DeadLetterId>>,
    ) -> Result<Json<DeadLetterBody>, Problem> {
        self.resolve(&caller, id, true).await
    }

    /// Give up a dead letter
    #[oai(path = "/dead-letters/:id/discard", method = "post", operation_id = "discardDeadLetter")]
    async fn discard(
        &self,
        caller: Caller,
        id: Path<Id<DeadLetterId>>,
    ) -> Result<Json<DeadLetterBody>, Problem> {
        self.resolve(&caller, id, false).await
    }
}
