//! One's own inbox as it changes.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use eop_core::notification::model::InboxPosition;
use eop_core::notification::service::NotificationService;
use eop_http::types::Int;
use eop_http::{Caller, Event, LastEventId, Problem, Stream};
use poem_openapi::{OpenApi, Union};
use tokio::time::timeout;

use super::Tag;
use super::inbox::{InboxItemBody, UnreadBody};
use crate::watch::InboxWatch;

/// How often somebody who was not woken looks all the same.
const LOOK_ANYWAY: Duration = Duration::from_mins(1);

/// What happened in an inbox; `type` says what, as the name of the event does
#[derive(Clone, Debug, Union)]
#[oai(rename = "InboxEvent", one_of = true, discriminator_name = "type", rename_all = "snake_case")]
pub(crate) enum InboxEvent {
    /// An item arrived.
    Item(InboxItemBody),
    /// So many are unread now.
    Unread(UnreadBody),
}

/// One's own inbox, watched.
#[derive(Debug)]
pub struct InboxStreamApi {
    pub(super) notifications: Arc<NotificationService>,
    pub(super) watch: InboxWatch,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Inbox")]
impl InboxStreamApi {
    /// Watch my inbox
    ///
    /// An event `item` for every item that arrives, and `unread` first and whenever the number changes. With the `id` of the
    /// last event as `Last-Event-ID` it begins with what was missed. It ends with the access token: come back with the next one.
    #[oai(path = "/me/inbox/stream", method = "get", operation_id = "watchMyInbox")]
    async fn watch(&self, caller: Caller, last: LastEventId) -> Result<Stream<InboxEvent>, Problem> {
        let actor = caller.actor().clone();
        let notifications = Arc::clone(&self.notifications);
        let seen = last.position(|id| InboxPosition::from_bytes(&URL_SAFE_NO_PAD.decode(id).ok()?))?;
        // Before the first look, so that nothing happens unseen between the two.
        let woken = actor.user_id().map(|person| self.watch.of(person));
        // Who comes back hears first of what was missed, everybody else first how much there is.
        let comes_back = seen.is_some();
        let mut position = match seen {
            Some(position) => {
                // Refused here, while there can be another answer than a stream.
                notifications.count_unread(&actor).await?;
                position
            }
            None => notifications.inbox_position(&actor).await?,
        };
        Ok(Stream::new(move |events| async move {
            let Some(mut woken) = woken else { return Ok(()) };
            let mut told = None;
            loop {
                woken.mark_unchanged();
                let news = notifications.inbox_news(&actor, position).await?;
                if told.is_none() && !comes_back {
                    told = Some(news.unread);
                    events.send(unread(position, news.unread)).await;
                }
                for (item, after) in news.items {
                    events.send(event("item", after, InboxEvent::Item(item.into()))).await;
                }
                position = news.position;
                if news.has_more {
                    continue;
                }
                if told != Some(news.unread) {
                    told = Some(news.unread);
                    events.send(unread(position, news.unread)).await;
                }
                // The sender is kept as long as somebody watches, so only time can end this otherwise.
                let _woken_or_time = timeout(LOOK_ANYWAY, woken.changed()).await;
            }
        }))
    }
}

fn unread(position: InboxPosition, count: u64) -> Event<InboxEvent> {
    event("unread", position, InboxEvent::Unread(UnreadBody { unread: Int(count) }))
}

fn event(name: &'static str, position: InboxPosition, data: InboxEvent) -> Event<InboxEvent> {
    Event { id: URL_SAFE_NO_PAD.encode(position.to_bytes()), name, data }
}
