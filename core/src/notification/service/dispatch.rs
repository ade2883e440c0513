//! Dispatch: turns due deliveries into attempts, each written before the provider is called.

mod compose;

use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use futures::lock::Mutex;
use tracing::Instrument;

use super::super::event::event;
use super::super::model::{Attempt, Channel, Delivery, DeliveryStatus, Lane};
use super::super::port::{
    ClaimedDelivery, DeliveryQueue, DueClaim, NotificationStore, NotificationWrite, Outgoing, SendOutcome,
    Templates,
};
use super::providers::{Asking, Choice, Providers};
use crate::kernel::clock::Clock;
use crate::kernel::commit::{Commit, CommitError};
use crate::kernel::draft::Draft;
use crate::kernel::error::{DomainError, ErrorKind, StoreError};
use crate::kernel::event::Event;
use crate::kernel::id::{AttemptId, IdGenerator};
use crate::kernel::sealed::Sealer;
use crate::kernel::trace::{Spans, Work};

/// What dispatching works with.
#[derive(Clone, derive_more::Debug)]
#[debug("DispatchPorts {{ .. }}")]
pub struct DispatchPorts {
    /// Keeps deliveries and attempts.
    pub store: Arc<dyn NotificationStore>,
    /// Hands out due deliveries.
    pub queue: Arc<dyn DeliveryQueue>,
    /// Turns variables into text.
    pub templates: Arc<dyn Templates>,
    /// Opens sealed links.
    pub sealer: Arc<dyn Sealer>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Issues ids.
    pub ids: Arc<dyn IdGenerator>,
    /// Makes spans.
    pub spans: Arc<dyn Spans>,
}

/// How dispatching works.
#[derive(Clone, Debug)]
pub struct DispatchSettings {
    /// The name of this instance, the same at every start and that of no other one.
    pub instance: String,
    /// Messages of the lane of security that are handed to a provider at the same time.
    pub security_slots: u16,
    /// Messages of the lane of news that are handed to a provider at the same time.
    pub news_slots: u16,
    /// The longest that one commit takes.
    pub longest_commit: Duration,
    /// Where people's links lead, without a slash at the end.
    pub public_url: String,
}

impl DispatchSettings {
    /// The usual settings of the instance of this name, with links to `public_url`.
    #[must_use]
    pub fn of(instance: impl Into<String>, public_url: impl Into<String>) -> Self {
        // Together no more than a mail server is given connections, so that no lane takes those of another.
        let (security_slots, news_slots) = (4, 12);
        let (instance, public_url) = (instance.into(), public_url.into());
        Self { instance, security_slots, news_slots, longest_commit: Duration::from_secs(13), public_url }
    }

    /// Messages of `lane` that are handed to a provider at the same time.
    #[must_use]
    pub fn slots(&self, lane: Lane) -> u16 {
        match lane {
            Lane::Security => self.security_slots,
            Lane::News => self.news_slots,
        }
    }
}

/// Sends the due deliveries of one channel. One per channel, so that a dead provider delays only its own.
#[derive(Debug)]
pub struct Dispatcher {
    ports: DispatchPorts,
    providers: Arc<Providers>,
    settings: DispatchSettings,
    /// Results that the store could not take when they came.
    unwritten: Mutex<Vec<Settlement>>,
}

/// An attempt whose begin is written.
struct Begun<'p> {
    delivery: Delivery,
    attempt: Attempt,
    asking: Asking<'p>,
}

/// What is to be written of an attempt that is over.
#[derive(Debug)]
struct Settlement {
    status: DeliveryStatus,
    commit: Commit<NotificationWrite>,
}

/// What the dispatcher writes about a delivery.
fn of_the_machine(writes: Vec<NotificationWrite>, news: Option<Event>) -> Commit<NotificationWrite> {
    Draft::of(writes)
        .tell(news)
        .unaudited("nobody does it, and each attempt has a row that says what came of it")
        .unrepeated("whoever does it again is stale: the delivery has another version")
        .done()
}

impl Dispatcher {
    /// A dispatcher for the channel of `providers`.
    #[must_use]
    pub fn new(ports: DispatchPorts, providers: Arc<Providers>, settings: DispatchSettings) -> Self {
        Self { ports, providers, settings, unwritten: Mutex::default() }
    }

    /// The channel that it sends on.
    #[must_use]
    pub fn channel(&self) -> Channel {
        self.providers.channel()
    }

    /// How long a claimed delivery belongs to its worker: until the begin of the attempt is written, the message handed
    /// over as slowly as the channel allows, and the result written.
    #[must_use]
    pub fn lease(&self) -> Duration {
        self.providers.longest_hand_over() + self.settings.longest_commit * 2
    }

    /// How it works.
    #[must_use]
    pub fn settings(&self) -> &DispatchSettings {
        &self.settings
    }

    /// Takes back what this instance held when it last ended without a word, as if the leases were over: an attempt that
    /// was under way then ends as [interrupted](ClaimedDelivery::interrupted). To be called before the first claim.
    ///
    /// # Errors
    /// When the store does not answer; leases then end by themselves.
    pub async fn take_back(&self) -> Result<u64, StoreError> {
        let (channel, now) = (self.channel(), self.ports.clock.now());
        self.ports.queue.take_back(channel, &self.settings.instance, now).await
    }

    /// Writes the results that the store could not take when they came, and says which status each delivery reached. To be
    /// called before anything new is claimed: a message that was handed over ends as unknown only when its lease ends
    /// first, or the process.
    ///
    /// # Errors
    /// When the store still does not answer; what could not be written is kept.
    pub async fn catch_up(&self) -> Result<Vec<DeliveryStatus>, StoreError> {
        let left = std::mem::take(&mut *self.unwritten.lock().await);
        let ends = join_all(left.into_iter().map(|result| self.record(result))).await;
        ends.into_iter().filter_map(Result::transpose).collect()
    }

    /// Claims up to `slots` deliveries of `lane` that are due, each to be [delivered](Self::deliver) at once: nothing
    /// waits for its turn with a lease running, or when the process stops. No more than providers may be given now: while
    /// none works, what is due waits where it is.
    ///
    /// # Errors
    /// When the store does not answer; leases then end by themselves.
    pub async fn claim(&self, lane: Lane, slots: u16) -> Result<Vec<ClaimedDelivery>, StoreError> {
        let (channel, now, lease) = (self.channel(), self.ports.clock.now(), self.lease());
        let slots = slots.min(self.providers.room(now));
        if slots == 0 {
            return Ok(Vec::new());
        }
        let holder = &self.settings.instance;
        self.ports.queue.claim_due(DueClaim { holder, channel, lane, now, lease, limit: slots }).await
    }

    /// One attempt, or the end of a delivery that needs none: the status that it reached, or `None` when another worker was
    /// faster.
    ///
    /// # Errors
    /// When the store does not answer, or refuses what is to be written. The result of an attempt is then kept for
    /// [`catch_up`](Self::catch_up).
    pub async fn deliver(&self, claimed: ClaimedDelivery) -> Result<Option<DeliveryStatus>, StoreError> {
        let span = self.ports.spans.continued(Work::Deliver, claimed.notification.traceparent.as_deref());
        self.attempt(claimed).instrument(span).await
    }

    async fn attempt(&self, claimed: ClaimedDelivery) -> Result<Option<DeliveryStatus>, StoreError> {
        let now = self.ports.clock.now();
        let mut delivery = claimed.delivery.clone();
        let mut writes = Vec::new();
        if let Some(cut_off) = &claimed.interrupted {
            let detail = "the worker went away during the attempt".to_owned();
            let outcome = SendOutcome::Unknown { detail };
            writes.push(NotificationWrite::PutAttempt(cut_off.finished(&outcome, now)));
            let next = delivery.attempted(&outcome, self.deduplicating(&cut_off.provider), now);
            if next.status != DeliveryStatus::Retrying {
                return self.settle(&claimed, next, writes).await;
            }
            // The end of the lease was wait enough.
            delivery.bound_to = next.bound_to;
        }
        if delivery.expires_at <= now {
            let error = Some("it was too old when its turn came");
            return self
                .settle(&claimed, delivery.settled(DeliveryStatus::Expired, error, now), writes)
                .await;
        }
        let message = match self.compose(&claimed) {
            Ok(Some(message)) => message,
            Ok(None) => return self.settle(&claimed, delivery.awaiting_recipient(now), writes).await,
            Err(reason) => {
                tracing::error!(delivery = %delivery.id, reason, "a message cannot be composed");
                return self
                    .settle(&claimed, delivery.settled(DeliveryStatus::Failed, Some(&reason), now), writes)
                    .await;
            }
        };
        let asking = match self.providers.choose(delivery.bound_to.as_deref(), &[], now) {
            Choice::Ask(asking) => asking,
            Choice::Wait(until) => {
                return self.settle(&claimed, delivery.postponed(until, now), writes).await;
            }
            Choice::Nobody => {
                let error = Some("the provider that may have it is not among those of its channel any more");
                let unknown = delivery.settled(DeliveryStatus::Unknown, error, now);
                return self.settle(&claimed, unknown, writes).await;
            }
        };
        let id = AttemptId::next(&*self.ports.ids);
        let (begun, attempt) = delivery.begun(id, asking.sender().provider(), self.lease(), now);
        writes.push(NotificationWrite::UpdateDelivery { delivery: begun.clone(), from: delivery.version });
        writes.push(NotificationWrite::PutAttempt(attempt.clone()));
        let begun = Begun { delivery: begun, attempt, asking };
        match self.commit(of_the_machine(writes, None)).await {
            Ok(true) => self.hand_over(&claimed, begun, &message).await,
            done => {
                begun.asking.given_back(self.ports.clock.now());
                done.map(|_| None)
            }
        }
    }

    /// Hands the message to the provider whose turn it is. Where that does not take it, and cannot have it, the next one is
    /// asked at once; each attempt is written before its provider is called.
    async fn hand_over(
        &self,
        claimed: &ClaimedDelivery,
        mut begun: Begun<'_>,
        message: &Outgoing,
    ) -> Result<Option<DeliveryStatus>, StoreError> {
        let mut asked = Vec::new();
        loop {
            let Begun { delivery, attempt, asking } = begun;
            let sender = asking.sender();
            asked.push(sender.provider());
            let outcome = sender.send(message).await;
            asking.answered(&outcome, self.ports.clock.now());
            let Some(next) = self.another(&delivery, &outcome, &asked) else {
                return self.complete(claimed, &delivery, &attempt, &outcome).await;
            };
            match self.pass_on(&delivery, &attempt, &outcome, next).await {
                Ok(Some(passed)) => begun = passed,
                Ok(None) => return Ok(None),
                // The result of this attempt is kept as any other is; the next round asks the other provider.
                Err(_) => return self.complete(claimed, &delivery, &attempt, &outcome).await,
            }
        }
    }

    /// Another provider that may be asked now, where a second hand-over cannot become a second message.
    fn another(&self, delivery: &Delivery, outcome: &SendOutcome, asked: &[&str]) -> Option<Asking<'_>> {
        if !matches!(outcome, SendOutcome::Temporary { .. }) || delivery.bound_to.is_some() {
            return None;
        }
        match self.providers.choose(None, asked, self.ports.clock.now()) {
            Choice::Ask(asking) => Some(asking),
            Choice::Wait(_) | Choice::Nobody => None,
        }
    }

    /// Ends one attempt and begins the next one at `asking`; `None` when another worker took the delivery over.
    async fn pass_on<'p>(
        &self,
        delivery: &Delivery,
        attempt: &Attempt,
        outcome: &SendOutcome,
        asking: Asking<'p>,
    ) -> Result<Option<Begun<'p>>, StoreError> {
        let now = self.ports.clock.now();
        let (id, to) = (AttemptId::next(&*self.ports.ids), asking.sender().provider());
        let (next, following) = delivery.passed_on(outcome, (id, to), self.lease(), now);
        tracing::info!(
            delivery = %delivery.id, channel = delivery.channel.as_str(), from = attempt.provider, to,
            error = next.last_error, "a message is passed on to another provider"
        );
        let writes = vec![
            NotificationWrite::UpdateDelivery { delivery: next.clone(), from: delivery.version },
            NotificationWrite::PutAttempt(attempt.finished(outcome, now)),
            NotificationWrite::PutAttempt(following.clone()),
        ];
        match self.commit(of_the_machine(writes, None)).await {
            Ok(true) => {
                self.providers.passed_on(&attempt.provider);
                Ok(Some(Begun { delivery: next, attempt: following, asking }))
            }
            done => {
                asking.given_back(self.ports.clock.now());
                done.map(|_| None)
            }
        }
    }

    /// `provider`, if it drops a message that it got before.
    fn deduplicating<'n>(&self, provider: &'n str) -> Option<&'n str> {
        Some(provider).filter(|name| self.providers.deduplicates(name))
    }

    async fn complete(
        &self,
        claimed: &ClaimedDelivery,
        begun: &Delivery,
        attempt: &Attempt,
        outcome: &SendOutcome,
    ) -> Result<Option<DeliveryStatus>, StoreError> {
        let now = self.ports.clock.now();
        let next = begun.attempted(outcome, self.deduplicating(&attempt.provider), now);
        tracing::info!(
            delivery = %next.id, channel = next.channel.as_str(), kind = claimed.notification.kind.as_str(),
            attempt = attempt.number, provider = attempt.provider, status = next.status.as_str(),
            error = next.last_error, "delivery attempted"
        );
        let status = next.status;
        let news = event(&claimed.notification, &next, now, &*self.ports.ids);
        let writes = vec![
            NotificationWrite::UpdateDelivery { delivery: next, from: begun.version },
            NotificationWrite::PutAttempt(attempt.finished(outcome, now)),
        ];
        self.record(Settlement { status, commit: of_the_machine(writes, news) }).await
    }

    /// Writes a result, or keeps it for the next step while the store is away.
    async fn record(&self, result: Settlement) -> Result<Option<DeliveryStatus>, StoreError> {
        let done = self.commit(result.commit.clone()).await;
        if done.as_ref().is_err_and(|error| error.kind() == ErrorKind::Unavailable) {
            self.unwritten.lock().await.push(result);
            return done.map(|_| None);
        }
        Ok(done?.then_some(result.status))
    }

    async fn settle(
        &self,
        claimed: &ClaimedDelivery,
        next: Delivery,
        mut writes: Vec<NotificationWrite>,
    ) -> Result<Option<DeliveryStatus>, StoreError> {
        let status = next.status;
        let news = event(&claimed.notification, &next, next.updated_at, &*self.ports.ids);
        writes.push(NotificationWrite::UpdateDelivery { delivery: next, from: claimed.delivery.version });
        Ok(self.commit(of_the_machine(writes, news)).await?.then_some(status))
    }

    /// Whether the commit was applied; `false` when another worker took the delivery over after a lease ended.
    async fn commit(&self, commit: Commit<NotificationWrite>) -> Result<bool, StoreError> {
        match self.ports.store.commit(commit).await {
            Ok(()) => Ok(true),
            Err(CommitError::Stale) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}
