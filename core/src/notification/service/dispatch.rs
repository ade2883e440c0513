//! Dispatch: turns due deliveries into attempts, each written before the provider is called.

use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use futures::lock::Mutex;
use serde_json::{Value, json};
use tracing::Instrument;

use super::super::event::event;
use super::super::model::{Attempt, Channel, Delivery, DeliveryStatus, Kind, Lane};
use super::super::port::{
    ClaimedDelivery, DeliveryQueue, DueClaim, NotificationChannel, NotificationStore, NotificationWrite,
    Outgoing, SendOutcome, Templates,
};
use crate::identity::event::LINK_SEAL;
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
    channel: Arc<dyn NotificationChannel>,
    settings: DispatchSettings,
    /// Results that the store could not take when they came.
    unwritten: Mutex<Vec<Settlement>>,
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

impl std::fmt::Debug for dyn NotificationChannel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.provider())
    }
}

impl Dispatcher {
    /// A dispatcher for `channel`.
    #[must_use]
    pub fn new(
        ports: DispatchPorts,
        channel: Arc<dyn NotificationChannel>,
        settings: DispatchSettings,
    ) -> Self {
        Self { ports, channel, settings, unwritten: Mutex::default() }
    }

    /// The channel that it sends on.
    #[must_use]
    pub fn channel(&self) -> Channel {
        self.channel.channel()
    }

    /// How long a claimed delivery belongs to its worker: until the begin of the attempt is written, the message handed
    /// over as slowly as the channel allows, and the result written.
    #[must_use]
    pub fn lease(&self) -> Duration {
        self.channel.longest_hand_over() + self.settings.longest_commit * 2
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
        let (channel, now) = (self.channel.channel(), self.ports.clock.now());
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
    /// waits for its turn with a lease running, or when the process stops.
    ///
    /// # Errors
    /// When the store does not answer; leases then end by themselves.
    pub async fn claim(&self, lane: Lane, slots: u16) -> Result<Vec<ClaimedDelivery>, StoreError> {
        let (channel, now, lease) = (self.channel.channel(), self.ports.clock.now(), self.lease());
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
        let delivery = &claimed.delivery;
        let mut writes = Vec::new();
        if let Some(cut_off) = &claimed.interrupted {
            let detail = "the worker went away during the attempt".to_owned();
            let outcome = SendOutcome::Unknown { detail };
            writes.push(NotificationWrite::PutAttempt(cut_off.finished(&outcome, now)));
            let next = delivery.attempted(&outcome, self.channel.deduplicates(), now);
            if next.status != DeliveryStatus::Retrying {
                return self.settle(&claimed, next, writes).await;
            }
            // The end of the lease was wait enough.
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
        let id = AttemptId::next(&*self.ports.ids);
        let (begun, attempt) = delivery.begun(id, self.channel.provider(), self.lease(), now);
        writes.push(NotificationWrite::UpdateDelivery { delivery: begun.clone(), from: delivery.version });
        writes.push(NotificationWrite::PutAttempt(attempt.clone()));
        if !self.commit(of_the_machine(writes, None)).await? {
            return Ok(None);
        }
        let outcome = self.channel.send(&message).await;
        self.complete(&claimed, &begun, &attempt, &outcome).await
    }

    async fn complete(
        &self,
        claimed: &ClaimedDelivery,
        begun: &Delivery,
        attempt: &Attempt,
        outcome: &SendOutcome,
    ) -> Result<Option<DeliveryStatus>, StoreError> {
        let now = self.ports.clock.now();
        let next = begun.attempted(outcome, self.channel.deduplicates(), now);
        tracing::info!(
            delivery = %next.id, channel = next.channel.as_str(), kind = claimed.notification.kind.as_str(),
            attempt = attempt.number, status = next.status.as_str(), error = next.last_error, "delivery attempted"
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

    /// The message in the recipient's language; `None` while the recipient is not known.
    fn compose(&self, claimed: &ClaimedDelivery) -> Result<Option<Outgoing>, String> {
        let Some(mut recipient) = claimed.recipient.clone() else { return Ok(None) };
        let notification = &claimed.notification;
        let mut variables = notification.data.clone();
        let Value::Object(members) = &mut variables else {
            return Err("the variables are no object".to_owned());
        };
        // To an address that may be anybody's goes no text that anybody typed: no name, and nothing beside links.
        let is_strangers = !recipient.verified && self.channel.channel() == Channel::Email;
        if is_strangers && !notification.kind.has_link() {
            return Err("the address of the recipient is not verified".to_owned());
        }
        if is_strangers {
            recipient.name.clear();
        }
        let name = Some(&recipient.name).filter(|_| !is_strangers);
        let (locale, time_zone) = (&recipient.locale, &recipient.time_zone);
        let about = json!({ "name": name, "locale": locale, "time_zone": time_zone });
        members.insert("recipient".to_owned(), about);
        members.insert("public_url".to_owned(), json!(self.settings.public_url));
        if let Some(Value::String(sealed)) = members.remove("sealed_token") {
            let opened = self.ports.sealer.open(LINK_SEAL, &sealed).map_err(|error| error.to_string())?;
            let token = String::from_utf8(opened).map_err(|_| "the sealed link is not text".to_owned())?;
            let page = match notification.kind {
                Kind::AccountReset | Kind::AccountExists => "reset-password",
                _ => "verify-email",
            };
            members.insert(
                "link".to_owned(),
                json!(format!("{}/{page}?token={token}", self.settings.public_url)),
            );
            members.insert("token".to_owned(), json!(token));
        }
        let content = self
            .ports
            .templates
            .render(notification.kind, claimed.delivery.channel, &recipient.locale, &variables)
            .map_err(|error| error.to_string())?;
        let (kind, order, planned_at) = (notification.kind, notification.order, notification.created_at);
        Ok(Some(Outgoing { delivery: claimed.delivery.id, recipient, kind, order, planned_at, content }))
    }
}
