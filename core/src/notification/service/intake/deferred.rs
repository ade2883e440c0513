//! Events of a newer version: an older one puts them aside, and whoever knows their words takes them up.
//!
//! While two versions share the bus, either may get a message. What the older one cannot understand must not stop its
//! partition, must not become a dead letter, which would need a person, and must not be marked as seen, because then the
//! newer one would never plan it. So it is kept beside the other tables, without a once-key, and acknowledged. Every
//! version looks there at its start and from time to time for what it understands.

use futures::future::join_all;

use super::super::super::model::{Deferred, Word};
use super::super::super::port::NotificationWrite;
use super::super::plan::{Audience, words};
use super::{Effect, Intake, IntakeError, IntakeStep};
use crate::kernel::bus::Received;
use crate::kernel::draft::Draft;
use crate::kernel::error::StoreError;
use crate::kernel::event::Event;
use crate::kernel::id::EventId;

/// Deferred events taken up at once.
const BATCH: u16 = 500;

impl Intake {
    /// Keeps an event for a version that understands it.
    pub(super) async fn defer(
        &self,
        message: &Received,
        event: &Event,
        word: Word,
    ) -> Result<Effect, StoreError> {
        if self.unknown.lock().await.insert(word.clone()) {
            tracing::warn!(%word, "only a newer version understands this; such events are kept for it");
        }
        let (position, created_at) = (message.position, self.clock.now());
        let deferred = Deferred { position, event: event.clone(), word, created_at };
        let draft = Draft::of([NotificationWrite::PutDeferred(deferred)])
            .unaudited("nobody did anything yet")
            .unrepeated("the event has had no effect yet: a once-key would keep it from having one");
        self.commit(draft.done()).await?;
        Ok(Effect::Deferred)
    }

    /// Plans what an older version, or this one before it was updated, kept for who understands it. Nothing of it is on
    /// the bus any more for this group, so this is the only way in which it takes effect.
    ///
    /// # Errors
    /// [`IntakeError::Store`]; what was not forgotten is taken up again, and then is a repetition.
    pub async fn take_up(&self) -> Result<IntakeStep, IntakeError> {
        let waiting = self.deferrals.waiting_for(&words::known(), BATCH).await?;
        if waiting.is_empty() {
            return Ok(IntakeStep::default());
        }
        let messages: Vec<Received> = waiting
            .into_iter()
            .map(|Deferred { position, event, .. }| Received { position, content: Ok(event) })
            .collect();
        let events = messages.iter().filter_map(|message| message.content.as_ref().ok());
        let audience = Audience::of(&*self.store, events.clone()).await?;
        let ids: Vec<EventId> = events.map(|event| event.id).collect();
        let effects = join_all(messages.iter().map(|message| self.take_in(message, &audience))).await;
        let (mut step, mut done) = (IntakeStep::default(), Vec::with_capacity(ids.len()));
        let mut failure = None;
        for (effect, id) in effects.into_iter().zip(ids) {
            match effect {
                // Another word of it is not known.
                Ok(Effect::Deferred) => {
                    step.deferred += 1;
                    continue;
                }
                Ok(Effect::Processed) => step.processed += 1,
                Ok(Effect::Repeated) => step.repeated += 1,
                Ok(Effect::Dead) => step.dead += 1,
                Err(error) => {
                    failure = Some(error);
                    continue;
                }
            }
            done.push(id);
        }
        self.deferrals.forget(&done).await?;
        failure.map_or(Ok(step), |error| Err(error.into()))
    }
}
