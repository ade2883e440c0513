//! Ports with a script: a bus, a provider and a store that do what a test tells them, whatever it is.

use std::collections::VecDeque;
use std::future::{Future, pending};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::actor::Role;
use eop_core::kernel::bus::{BusError, EventConsumer, Position, Received, Unreadable};
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::{DeadLetterId, DeliveryId, NotificationId, UserId};
use eop_core::notification::model::{Channel, DeadLetter, Delivery, Notification, Recipient};
use eop_core::notification::port::{
    NotificationChannel, NotificationStore, NotificationWrite, Outgoing, SendOutcome,
};
use eop_memory::MemoryNotifications;
use futures::future::BoxFuture;

use super::world::{LEASE, World, settings};

/// A lock that outlives the panic of another test thread.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One partition per topic, filled by the test; remembers what was acknowledged.
#[derive(Default)]
pub(crate) struct Tape(Mutex<Recorded>);

#[derive(Default)]
struct Recorded {
    messages: Vec<Received>,
    next: usize,
    acknowledged: Vec<Position>,
    broken: bool,
}

impl Tape {
    /// A bus with these events on it.
    pub(crate) fn of(events: impl IntoIterator<Item = Event>) -> Arc<Self> {
        let tape = Arc::new(Self::default());
        events.into_iter().for_each(|event| tape.add(event));
        tape
    }

    pub(crate) fn add(&self, event: Event) {
        self.record(event.topic, Ok(event));
    }

    pub(crate) fn add_unreadable(&self, topic: Topic, value: &[u8]) {
        let reason = "the header ce_id is missing".to_owned();
        self.record(topic, Err(Unreadable { reason, value: value.to_vec() }));
    }

    fn record(&self, topic: Topic, content: Result<Event, Unreadable>) {
        let mut recorded = locked(&self.0);
        let offset = recorded.messages.iter().filter(|one| one.position.topic == topic).count();
        let position = Position { topic, partition: 0, offset: i64::try_from(offset).unwrap() };
        recorded.messages.push(Received { position, content });
    }

    /// Delivers everything again, as after a crash before the first acknowledgement.
    pub(crate) fn rewind(&self) {
        locked(&self.0).next = 0;
    }

    /// Lets acknowledging and reading fail, or work again.
    pub(crate) fn set_broken(&self, broken: bool) {
        locked(&self.0).broken = broken;
    }

    /// What was acknowledged, in the order of the calls.
    pub(crate) fn acknowledged(&self) -> Vec<(Topic, i64)> {
        locked(&self.0).acknowledged.iter().map(|position| (position.topic, position.offset)).collect()
    }

    fn working(recorded: &Recorded) -> Result<(), BusError> {
        if recorded.broken { Err(BusError("the broker went away".to_owned())) } else { Ok(()) }
    }
}

#[async_trait]
impl EventConsumer for Tape {
    async fn poll(&self, limit: usize, _: Duration) -> Result<Vec<Received>, BusError> {
        let mut recorded = locked(&self.0);
        Self::working(&recorded)?;
        let messages: Vec<Received> =
            recorded.messages[recorded.next..].iter().take(limit).cloned().collect();
        recorded.next += messages.len();
        Ok(messages)
    }

    async fn acknowledge(&self, positions: &[Position]) -> Result<(), BusError> {
        let mut recorded = locked(&self.0);
        Self::working(&recorded)?;
        recorded.acknowledged.extend(positions);
        Ok(())
    }

    async fn lag(&self) -> Option<u64> {
        None
    }

    async fn close(&self) {}
}

type Answering = dyn Fn(Outgoing) -> BoxFuture<'static, SendOutcome> + Send + Sync;

/// A provider that answers as it is told and remembers what it was handed.
pub(crate) struct Provider {
    name: &'static str,
    channel: Channel,
    deduplicates: bool,
    answer: Box<Answering>,
    handed_over: Mutex<Vec<Outgoing>>,
}

impl Provider {
    /// One that works out each answer.
    pub(crate) fn doing<F: Future<Output = SendOutcome> + Send + 'static>(
        answer: impl Fn(Outgoing) -> F + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: "scripted",
            channel: Channel::Email,
            deduplicates: false,
            answer: Box::new(move |message| Box::pin(answer(message))),
            handed_over: Mutex::default(),
        }
    }

    /// One that gives these answers in turn, and then takes everything.
    pub(crate) fn answering(answers: impl IntoIterator<Item = SendOutcome>) -> Self {
        let answers = Mutex::new(VecDeque::from_iter(answers));
        Self::doing(move |_| {
            let answer = locked(&answers).pop_front();
            async move { answer.unwrap_or_else(accepted) }
        })
    }

    /// One that takes everything.
    pub(crate) fn accepting() -> Self {
        Self::answering([])
    }

    /// One that never answers.
    pub(crate) fn hanging() -> Self {
        Self::doing(|_| pending())
    }

    /// On another channel than mail.
    pub(crate) fn on(mut self, channel: Channel) -> Self {
        self.channel = channel;
        self
    }

    /// Called so.
    pub(crate) fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    /// Drops what it got before.
    pub(crate) fn deduplicating(mut self, deduplicates: bool) -> Self {
        self.deduplicates = deduplicates;
        self
    }

    pub(crate) fn handed_over(&self) -> Vec<Outgoing> {
        locked(&self.handed_over).clone()
    }
}

#[async_trait]
impl NotificationChannel for Provider {
    fn channel(&self) -> Channel {
        self.channel
    }

    fn provider(&self) -> &str {
        self.name
    }

    fn deduplicates(&self) -> bool {
        self.deduplicates
    }

    fn longest_hand_over(&self) -> Duration {
        LEASE.checked_sub(settings().longest_commit * 2).expect("a lease is longer than two commits")
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        locked(&self.handed_over).push(message.clone());
        (self.answer)(message.clone()).await
    }

    async fn is_available(&self) -> bool {
        true
    }
}

pub(crate) fn accepted() -> SendOutcome {
    SendOutcome::Accepted { reference: Some("queued as 42".to_owned()), code: Some("250".to_owned()) }
}

pub(crate) fn temporary() -> SendOutcome {
    let (code, detail) = (Some("451".to_owned()), "try again later".to_owned());
    SendOutcome::Temporary { code, detail, retry_after: None }
}

pub(crate) fn permanent() -> SendOutcome {
    SendOutcome::Permanent { code: Some("550".to_owned()), detail: "no such mailbox".to_owned() }
}

pub(crate) fn unknown() -> SendOutcome {
    SendOutcome::Unknown { detail: "the connection was lost after DATA".to_owned() }
}

/// What happens to a commit on its way into the store.
pub(crate) enum Fate {
    /// It arrives.
    Arrives,
    /// It is refused like this.
    Fails(CommitError),
    /// It never comes back.
    Hangs,
}

type Deciding = dyn Fn(&Commit<NotificationWrite>) -> Fate + Send + Sync;

/// A store before which every commit meets its fate.
pub(crate) struct Hindered {
    store: Arc<MemoryNotifications>,
    fate: Box<Deciding>,
}

impl Hindered {
    pub(crate) fn new(
        world: &World,
        fate: impl Fn(&Commit<NotificationWrite>) -> Fate + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self { store: world.db.clone(), fate: Box::new(fate) })
    }
}

#[async_trait]
impl NotificationStore for Hindered {
    async fn find_recipient(&self, id: UserId) -> Result<Option<Recipient>, StoreError> {
        self.store.find_recipient(id).await
    }

    async fn with_role(&self, role: &Role, limit: u16) -> Result<Vec<UserId>, StoreError> {
        self.store.with_role(role, limit).await
    }

    async fn find_notification(&self, id: NotificationId) -> Result<Option<Notification>, StoreError> {
        self.store.find_notification(id).await
    }

    async fn find_delivery(&self, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
        self.store.find_delivery(id).await
    }

    async fn find_dead_letter(&self, id: DeadLetterId) -> Result<Option<DeadLetter>, StoreError> {
        self.store.find_dead_letter(id).await
    }

    async fn commit(&self, commit: Commit<NotificationWrite>) -> Result<(), CommitError> {
        match (self.fate)(&commit) {
            Fate::Arrives => self.store.commit(commit).await,
            Fate::Fails(error) => Err(error),
            Fate::Hangs => pending().await,
        }
    }
}

pub(crate) fn unavailable() -> Fate {
    Fate::Fails(CommitError::Store(StoreError::Unavailable("no connection".into())))
}

pub(crate) fn refused() -> Fate {
    Fate::Fails(CommitError::Store(StoreError::Refused("invalid byte sequence".into())))
}

/// Whether the commit tells of a new notification.
pub(crate) fn plans(commit: &Commit<NotificationWrite>) -> bool {
    commit.writes.iter().any(|write| matches!(write, NotificationWrite::InsertNotification(_)))
}
