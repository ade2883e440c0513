//! Hearing which access tokens are good no more, from what identity tells.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;

use super::super::event::{
    LINK_REQUESTED, POLICY_CHANGED, SESSION_OPENED, SESSION_REUSE_DETECTED, SESSION_REVOKED, USER_LOCKED,
    USER_PASSWORD_CHANGED, USER_REGISTERED, USER_ROLES_CHANGED, USER_SNAPSHOT, USER_UNLOCKED, USER_UPDATED,
    USER_VERIFIED,
};
use super::cut_offs::{CutOff, CutOffs};
use crate::kernel::bus::{BusError, Position, Received};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::event::Event;
use crate::kernel::feed::EventFeed;
use crate::kernel::id::{SessionId, UserId};

/// Messages taken from the feed at once.
const BATCH: usize = 500;

/// What one step heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HearingStep {
    /// The cut-offs that are news, and when each happened.
    pub cut: Vec<(CutOff, Timestamp)>,
    /// Messages that cannot be read.
    pub passed_over: usize,
    /// Whether everything that was told until a moment ago was heard.
    pub is_current: bool,
}

/// Keeps the cut-offs as identity tells of them, from a feed of its topic that begins one life of a token ago.
///
/// What cannot be read is logged and passed over: the notification service reads the same topic and keeps it as a dead letter.
#[derive(derive_more::Debug)]
#[debug("Hearing {{ .. }}")]
pub struct Hearing {
    feed: Arc<dyn EventFeed>,
    cut_offs: Arc<CutOffs>,
}

/// The part of an event that says whose tokens it is about.
#[derive(Deserialize)]
struct Told {
    user: Whose,
    #[serde(default)]
    session: Option<Which>,
    #[serde(default)]
    kept: Option<SessionId>,
}

#[derive(Deserialize)]
struct Whose {
    id: UserId,
}

#[derive(Deserialize)]
struct Which {
    id: SessionId,
}

/// What an event of a type means for tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// Those of its session end; without one, those of its account.
    Ends,
    /// Nothing, or nothing that another event of the same commit does not say.
    Nothing,
    /// The type is of a later version.
    Unknown,
}

fn meaning(kind: &str) -> Meaning {
    match kind {
        SESSION_REVOKED | SESSION_REUSE_DETECTED | USER_ROLES_CHANGED => Meaning::Ends,
        // The end of the sessions comes with a lock and with a new password, in an event of its own.
        USER_LOCKED
        | USER_PASSWORD_CHANGED
        | USER_REGISTERED
        | USER_VERIFIED
        | USER_UPDATED
        | USER_UNLOCKED
        | USER_SNAPSHOT
        | SESSION_OPENED
        | LINK_REQUESTED
        // What a role may do is looked up with every request; who has it is as it was.
        | POLICY_CHANGED => Meaning::Nothing,
        _ => Meaning::Unknown,
    }
}

impl Hearing {
    /// From `feed`, which follows the topic of identity, into `cut_offs`.
    #[must_use]
    pub fn new(feed: Arc<dyn EventFeed>, cut_offs: Arc<CutOffs>) -> Self {
        Self { feed, cut_offs }
    }

    /// Hears what comes next, waiting up to `wait` for it, and cuts off what it tells of.
    ///
    /// # Errors
    /// When the feed cannot be read; the next step goes on where it was.
    pub async fn step(&self, wait: Duration) -> Result<HearingStep, BusError> {
        let heard = self.feed.poll(BATCH, wait).await?;
        let mut step = HearingStep { is_current: heard.is_current, ..HearingStep::default() };
        for message in &heard.messages {
            match told(message) {
                Ok(Some((what, at))) if self.cut_offs.cut(what, at) => step.cut.push((what, at)),
                Ok(_) => {}
                Err(reason) => {
                    step.passed_over += 1;
                    let Position { topic, partition, offset } = message.position;
                    let topic = topic.as_str();
                    tracing::error!(
                        topic,
                        partition,
                        offset,
                        reason,
                        "a message that may end access tokens cannot be read"
                    );
                }
            }
        }
        Ok(step)
    }
}

/// What a message cuts off, if anything, and when that happened.
fn told(message: &Received) -> Result<Option<(CutOff, Timestamp)>, String> {
    let event: &Event = message.content.as_ref().map_err(|unreadable| unreadable.reason.clone())?;
    if meaning(&event.kind) != Meaning::Ends {
        return Ok(None);
    }
    let Told { user, session, kept } = event.data.read().map_err(|error| error.to_string())?;
    let account = CutOff::Account { account: user.id, before: Version(event.sequence), kept };
    let what = session.map_or(account, |session| CutOff::Session(session.id));
    Ok(Some((what, event.occurred_at)))
}

#[cfg(test)]
mod tests {
    use super::super::super::event::PUBLISHED;
    use super::*;

    #[test]
    fn every_type_that_is_published_has_a_meaning_for_tokens() {
        for one in PUBLISHED {
            assert_ne!(meaning(one.name), Meaning::Unknown, "{}: does it end access tokens?", one.name);
        }
        assert_eq!(meaning("session.renamed.v1"), Meaning::Unknown);
    }
}
