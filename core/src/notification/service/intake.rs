//! Intake: reads events from the bus and turns each into its notifications, once.

mod deferred;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures::future::join_all;
use futures::lock::Mutex;
use serde_json::json;
use tracing::Instrument;
use uuid::Uuid;

use super::super::event::DeadLetterData;
use super::super::model::{DeadLetter, Word};
use super::super::port::{Deferrals, NotificationStore, NotificationWrite};
use super::plan::{Audience, CONSUMER, Unplanned, plan};
use crate::kernel::bus::{BusError, EventConsumer, Position, Received};
use crate::kernel::clock::Clock;
use crate::kernel::commit::{Commit, CommitError, Once, Version};
use crate::kernel::draft::Draft;
use crate::kernel::error::{DomainError, ErrorKind, StoreError};
use crate::kernel::event::{Attributes, Event, EventData};
use crate::kernel::id::{DeadLetterId, EventId, IdGenerator};
use crate::kernel::trace::{Spans, Work};

/// Messages taken from the bus at once; all of them are committed together.
const BATCH: usize = 500;
/// How long a poll waits for the first message.
const WAIT: Duration = Duration::from_millis(500);
/// How often the effect of one message may fail, while the store answers otherwise, before it is set aside: for more than
/// a quarter of a minute, with the waits between the steps.
const TRIES: u32 = 8;

/// What one step did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntakeStep {
    /// Events that had their effect now.
    pub processed: usize,
    /// Events that had it before.
    pub repeated: usize,
    /// Messages set aside as dead letters.
    pub dead: usize,
    /// Events kept for a newer version, which understands them.
    pub deferred: usize,
}

/// Why a step failed. The messages are kept and tried again by the next step.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The bus cannot be read.
    #[error(transparent)]
    Bus(#[from] BusError),
    /// The store does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads events and commits what follows from them.
#[derive(derive_more::Debug)]
#[debug("Intake {{ .. }}")]
pub struct Intake {
    consumer: Arc<dyn EventConsumer>,
    store: Arc<dyn NotificationStore>,
    deferrals: Arc<dyn Deferrals>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdGenerator>,
    spans: Arc<dyn Spans>,
    /// Messages that were read and are not acknowledged yet, because the store did not answer or a step was dropped.
    pending: Mutex<Pending>,
    /// The words that were met and not known: each is said once.
    unknown: Mutex<BTreeSet<Word>>,
    /// That more people have a role than are told was logged already.
    said_cut_off: AtomicBool,
}

#[derive(Default)]
struct Pending {
    messages: Vec<Received>,
    /// How often the effect of a message failed.
    failures: HashMap<Position, u32>,
}

enum Effect {
    Processed,
    Repeated,
    Dead,
    Deferred,
}

impl Intake {
    /// An intake from `consumer` into `store`, and out of `deferrals`, which are of the same database.
    #[must_use]
    pub fn new(
        consumer: Arc<dyn EventConsumer>,
        store: Arc<dyn NotificationStore>,
        deferrals: Arc<dyn Deferrals>,
        (clock, ids): (Arc<dyn Clock>, Arc<dyn IdGenerator>),
        spans: Arc<dyn Spans>,
    ) -> Self {
        Self {
            consumer,
            store,
            deferrals,
            clock,
            ids,
            spans,
            pending: Mutex::default(),
            unknown: Mutex::default(),
            said_cut_off: AtomicBool::new(false),
        }
    }

    /// Reads a batch, commits what follows from it, and only then acknowledges it.
    ///
    /// # Errors
    /// [`IntakeError`]; the messages are kept, and the next step goes on with them.
    pub async fn step(&self) -> Result<IntakeStep, IntakeError> {
        let mut pending = self.pending.lock().await;
        let Pending { messages, failures } = &mut *pending;
        if messages.is_empty() {
            *messages = self.consumer.poll(BATCH, WAIT).await?;
        }
        if messages.is_empty() {
            return Ok(IntakeStep::default());
        }
        let events = messages.iter().filter_map(|message| message.content.as_ref().ok());
        let audience = Audience::of(&*self.store, events).await?;
        self.say_whether_all_are_told(&audience);
        let effects = join_all(messages.iter().map(|message| self.take_in(message, &audience))).await;
        // What fails alone, again and again, fails because of what it is; a store that is away fails everything.
        let store_works = messages.len() == 1 || effects.iter().any(Result::is_ok);
        let mut step = IntakeStep::default();
        let mut failure = None;
        for (message, effect) in messages.iter().zip(effects) {
            let effect = match effect {
                Err(error) if store_works => self.failed(message, error, failures).await,
                other => other,
            };
            match effect {
                Ok(Effect::Processed) => step.processed += 1,
                Ok(Effect::Repeated) => step.repeated += 1,
                Ok(Effect::Dead) => step.dead += 1,
                Ok(Effect::Deferred) => step.deferred += 1,
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        if let Some(error) = failure {
            return Err(error.into());
        }
        self.consumer.acknowledge(&last_positions(messages)).await?;
        messages.clear();
        failures.clear();
        Ok(step)
    }

    /// Says once when people with a role are not told because there are too many of them.
    fn say_whether_all_are_told(&self, audience: &Audience) {
        if audience.is_cut_off() && !self.said_cut_off.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "more people can approve orders than are told of each new one: the rest learns of none"
            );
        }
    }

    /// Counts a failure of a message that the store may take at another time. One that fails for long though the store
    /// answers would hold back everything behind it for ever: it becomes a dead letter.
    async fn failed(
        &self,
        message: &Received,
        error: StoreError,
        failures: &mut HashMap<Position, u32>,
    ) -> Result<Effect, StoreError> {
        let count = failures.entry(message.position).or_default();
        *count += u32::from(!matches!(error, StoreError::Overloaded));
        match &message.content {
            Ok(event) if *count >= TRIES => {
                let reason = format!("failed {count} times: {}", with_causes(&error));
                self.set_event_aside(message, event, reason).await
            }
            _ => Err(error),
        }
    }

    async fn take_in(&self, message: &Received, audience: &Audience) -> Result<Effect, StoreError> {
        let event = match &message.content {
            Ok(event) => event,
            Err(unreadable) => {
                let value = match std::str::from_utf8(&unreadable.value) {
                    Ok(text) if !text.contains('\0') => text.to_owned(),
                    _ => STANDARD.encode(&unreadable.value),
                };
                return self.set_aside(message, None, value, unreadable.reason.clone()).await;
            }
        };
        let span = self.spans.continued(Work::Process, event.traceparent.as_deref());
        async {
            let reason = match self.effect_of((event, message.position), audience).await {
                Ok(Ok(effect)) => return Ok(effect),
                Ok(Err(Unplanned::Unprocessable(reason))) => reason,
                Ok(Err(Unplanned::Unknown(word))) => return self.defer(message, event, word).await,
                // Another try would end alike, and hold back everything behind it. A store that refuses whatever it is
                // given refuses the dead letter too, and then the message is kept.
                Err(error) if error.kind() == ErrorKind::Internal => with_causes(&error),
                Err(error) => return Err(error),
            };
            self.set_event_aside(message, event, reason).await
        }
        .instrument(span)
        .await
    }

    /// Keeps a message whose event can be read but has no effect.
    async fn set_event_aside(
        &self,
        message: &Received,
        event: &Event,
        reason: String,
    ) -> Result<Effect, StoreError> {
        self.set_aside(message, Some(event), kept(event), reason).await
    }

    async fn effect_of(
        &self,
        read: (&Event, Position),
        audience: &Audience,
    ) -> Result<Result<Effect, Unplanned>, StoreError> {
        let plan = match plan(read, audience, self.clock.now()) {
            Ok(plan) => plan,
            Err(unplanned) => return Ok(Err(unplanned)),
        };
        let mut effect = Effect::Processed;
        for commit in plan.commits() {
            effect = self.commit(commit).await?;
        }
        Ok(Ok(effect))
    }

    async fn commit(&self, commit: Commit<NotificationWrite>) -> Result<Effect, StoreError> {
        match self.store.commit(commit).await {
            Ok(()) => Ok(Effect::Processed),
            Err(CommitError::Repeated(_)) => Ok(Effect::Repeated),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps a message that cannot be processed: as a row for operators, and on the topic of dead letters.
    async fn set_aside(
        &self,
        message: &Received,
        event: Option<&Event>,
        value: String,
        error: String,
    ) -> Result<Effect, StoreError> {
        let now = self.clock.now();
        let error = storable(&error);
        let Position { topic, partition, offset } = message.position;
        tracing::error!(topic = topic.as_str(), partition, offset, error, "a message cannot be processed");
        let letter = DeadLetter {
            id: DeadLetterId::next(&*self.ids),
            position: message.position,
            event: event.map(|event| event.id),
            subject: event.map(|event| (event.key, event.sequence)),
            value,
            error,
            created_at: now,
            resolution: None,
            version: Version::FIRST,
        };
        // Once per place on the bus, and not once per event, so that a replay still has its effect.
        let name = format!("{}/{partition}/{offset}", topic.as_str());
        let id = EventId(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()));
        let events = topic.dead_letters().map(|topic| Event {
            id: EventId::next(&*self.ids),
            topic,
            kind: event.map_or_else(|| "unreadable".to_owned(), |event| storable(&event.kind)),
            key: event.map_or(letter.id.0, |event| event.key),
            sequence: event.map_or(0, |event| event.sequence),
            occurred_at: now,
            traceparent: event.and_then(|event| event.traceparent.as_deref().map(storable)),
            data: EventData::of(&DeadLetterData {
                consumer: CONSUMER.to_owned(),
                error: letter.error.clone(),
                offset,
                partition,
                topic: message.position.topic.as_str().to_owned(),
                value: letter.value.clone(),
            }),
        });
        let draft = Draft::of([NotificationWrite::InsertDeadLetter(letter.clone())])
            .tell(events)
            .unaudited("nobody did it; what an operator makes of it is audited")
            .once(Once::Message { consumer: CONSUMER, id, at: now });
        match self.commit(draft.done()).await? {
            Effect::Repeated => Ok(Effect::Repeated),
            Effect::Processed | Effect::Dead | Effect::Deferred => Ok(Effect::Dead),
        }
    }
}

/// What a dead letter keeps of an event, to be replayed by `event_of`.
#[must_use]
pub fn kept(event: &Event) -> String {
    let (_, attributes, data) = event.clone().into_parts();
    json!({ "attributes": attributes, "data": data }).to_string()
}

/// The event that a dead letter holds.
///
/// # Errors
/// Why there is none.
pub(super) fn event_of(letter: &DeadLetter) -> Result<Event, String> {
    #[derive(serde::Deserialize)]
    struct Kept {
        attributes: Attributes,
        data: EventData,
    }
    if letter.event.is_none() {
        return Err("the record could not be read as an event".to_owned());
    }
    let kept: Kept = serde_json::from_str(&letter.value).map_err(|error| error.to_string())?;
    Ok(Event::from_parts(letter.position.topic, kept.attributes, kept.data))
}

/// `text` without the zeros that PostgreSQL cannot store.
fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// What `error` says, and what caused it.
fn with_causes(error: &StoreError) -> String {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

fn last_positions(messages: &[Received]) -> Vec<Position> {
    let mut last = BTreeMap::new();
    for message in messages {
        let Position { topic, partition, offset } = message.position;
        let known = last.entry((topic, partition)).or_insert(offset);
        *known = offset.max(*known);
    }
    last.into_iter().map(|((topic, partition), offset)| Position { topic, partition, offset }).collect()
}
