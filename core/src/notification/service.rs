//! The use cases of notification: what people and operators do. What the machine does by itself is in
//! [`intake`] (events become deliveries) and [`dispatch`] (deliveries become attempts); [`news`] is what people watch.

pub mod dispatch;
pub mod intake;
pub mod news;
pub mod plan;
pub mod providers;

use std::sync::Arc;

use serde_json::json;

use self::providers::{ProviderReport, Providers};
use super::command::{ActOnDelivery, DeliveryAction, FindNotifications, ResolveDeadLetter};
use super::error::NotificationError;
use super::model::{Attempt, DeadLetter, Delivery, InboxItem, Mail, Notification, Resolution};
use super::port::{
    DeadLetterFilter, Inbox, InboxFilter, Mailbox, NotificationQueries, NotificationStore, NotificationWrite,
};
use crate::kernel::access::{AccessPolicy, Permission};
use crate::kernel::actor::Actor;
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::{Clock, Timestamp};
use crate::kernel::commit::{Commit, CommitError, retrying_stale};
use crate::kernel::draft::Draft;
use crate::kernel::email::Email;
use crate::kernel::error::FieldError;
use crate::kernel::id::{DeadLetterId, DeliveryId, IdGenerator, NotificationId, UserId};
use crate::kernel::page::{Direction, Page, PageRequest};
use crate::kernel::refusals::Refusals;

/// What the use cases of notification work with.
#[derive(Clone, derive_more::Debug)]
#[debug("NotificationPorts {{ .. }}")]
pub struct NotificationPorts {
    /// Keeps notifications and deliveries.
    pub store: Arc<dyn NotificationStore>,
    /// Reads them for people.
    pub queries: Arc<dyn NotificationQueries>,
    /// Who sends on each channel.
    pub providers: Vec<Arc<Providers>>,
    /// People's inboxes.
    pub inbox: Arc<dyn Inbox>,
    /// The mailbox of the embedded mode; absent elsewhere.
    pub mailbox: Option<Arc<dyn Mailbox>>,
    /// Decides who may do what.
    pub access: Arc<dyn AccessPolicy>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Issues ids.
    pub ids: Arc<dyn IdGenerator>,
}

/// The use cases of notification.
#[derive(Debug)]
pub struct NotificationService {
    ports: NotificationPorts,
    refusals: Refusals,
}

/// A notification with its deliveries.
pub type Told = (Notification, Vec<Delivery>);

/// Why what operators decide may be asked for again.
const BY_VERSION: &str = "what was decided before is seen by its version and its status";

impl NotificationService {
    /// The use cases over these ports.
    #[must_use]
    pub fn new(ports: NotificationPorts) -> Self {
        Self { ports, refusals: Refusals::default() }
    }

    fn me(&self, actor: &Actor, permission: Permission) -> Result<UserId, NotificationError> {
        actor.reach(&*self.ports.access, permission)?;
        actor.user_id().ok_or(NotificationError::NotFound)
    }

    /// Requires `permission` over everybody's things for an action that is audited, refused or not.
    async fn require(
        &self,
        actor: &Actor,
        permission: Permission,
        action: &'static str,
        target: &str,
    ) -> Result<(), NotificationError> {
        let Err(denied) = actor.require_any(&*self.ports.access, permission) else { return Ok(()) };
        let entry =
            AuditEntry::denied(&*self.ports.ids, self.ports.clock.now(), actor, action, target.to_owned());
        self.refusals.note(entry, |commit| self.ports.store.commit(commit)).await;
        Err(denied.into())
    }

    /// The items of the actor's inbox that match, newest first.
    ///
    /// # Errors
    /// `Denied` without `inbox:read`.
    pub async fn my_inbox(
        &self,
        actor: &Actor,
        filter: InboxFilter,
        page: &PageRequest,
    ) -> Result<Page<InboxItem>, NotificationError> {
        let me = self.me(actor, Permission::INBOX_READ)?;
        Ok(self.ports.inbox.list(me, filter, page).await?)
    }

    /// How many items of the actor's inbox are unread.
    ///
    /// # Errors
    /// `Denied` without `inbox:read`.
    pub async fn count_unread(&self, actor: &Actor) -> Result<u64, NotificationError> {
        let me = self.me(actor, Permission::INBOX_READ)?;
        Ok(self.ports.inbox.count_unread(me).await?)
    }

    /// Marks one item of the actor's inbox as read, or all of them.
    ///
    /// # Errors
    /// `NotFound` when the one item is not there.
    pub async fn mark_read(&self, actor: &Actor, item: Option<DeliveryId>) -> Result<(), NotificationError> {
        let me = self.me(actor, Permission::INBOX_WRITE)?;
        let found = self.ports.inbox.mark_read(me, item, self.ports.clock.now()).await?;
        if item.is_some() && found == 0 { Err(NotificationError::NotFound) } else { Ok(()) }
    }

    /// Puts one item of the actor's inbox away, and marks it as read. Once more changes nothing.
    ///
    /// # Errors
    /// `NotFound` when it is not there.
    pub async fn archive(&self, actor: &Actor, item: DeliveryId) -> Result<(), NotificationError> {
        let me = self.me(actor, Permission::INBOX_WRITE)?;
        let found = self.ports.inbox.archive(me, item, self.ports.clock.now()).await?;
        if found { Ok(()) } else { Err(NotificationError::NotFound) }
    }

    /// Notifications that match, with their deliveries.
    ///
    /// # Errors
    /// `Denied` without `notification:read` over all; `UnknownKind`.
    pub async fn list(
        &self,
        actor: &Actor,
        sought: FindNotifications,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<Told>, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::NOTIFICATION_READ)?;
        let filter = sought.into_filter()?;
        Ok(self.ports.queries.list_notifications(&filter, direction, page).await?)
    }

    /// One notification with its deliveries.
    ///
    /// # Errors
    /// `Denied` without `notification:read`; `NotFound`.
    pub async fn find(&self, actor: &Actor, id: NotificationId) -> Result<Told, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::NOTIFICATION_READ)?;
        let notification =
            self.ports.store.find_notification(id).await?.ok_or(NotificationError::NotFound)?;
        Ok((notification, self.ports.queries.deliveries_of(id).await?))
    }

    /// The attempts of these deliveries: those of one delivery follow each other, the oldest first.
    ///
    /// # Errors
    /// `Denied` without `notification:read` over all.
    pub async fn attempts_among(
        &self,
        actor: &Actor,
        deliveries: &[DeliveryId],
    ) -> Result<Vec<Attempt>, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::NOTIFICATION_READ)?;
        Ok(self.ports.queries.attempts_of(deliveries).await?)
    }

    /// The attempts of a delivery, oldest first.
    ///
    /// # Errors
    /// `Denied` without `notification:read`; `NotFound`.
    pub async fn attempts(&self, actor: &Actor, id: DeliveryId) -> Result<Vec<Attempt>, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::NOTIFICATION_READ)?;
        self.ports.store.find_delivery(id).await?.ok_or(NotificationError::NotFound)?;
        Ok(self.ports.queries.attempts_of(&[id]).await?)
    }

    /// Sends a delivery again, or stops it.
    ///
    /// # Errors
    /// `DeliveryRefused` when its status does not allow it; `Denied` without `notification:resend`; `NotFound`.
    pub async fn act_on_delivery(
        &self,
        actor: &Actor,
        command: ActOnDelivery,
    ) -> Result<Delivery, NotificationError> {
        let ActOnDelivery { delivery: id, action } = command;
        let name = match action {
            DeliveryAction::Resend => "delivery.resend",
            DeliveryAction::Cancel => "delivery.cancel",
        };
        let target = format!("delivery:{id}");
        self.require(actor, Permission::NOTIFICATION_RESEND, name, &target).await?;
        retrying_stale(|| async {
            let delivery = self.ports.store.find_delivery(id).await?.ok_or(NotificationError::NotFound)?;
            let now = self.ports.clock.now();
            let refused =
                NotificationError::DeliveryRefused { action: action.as_str(), status: delivery.status };
            let next = delivery.decided(action, now).ok_or(refused)?;
            let write = NotificationWrite::UpdateDelivery { delivery: next.clone(), from: delivery.version };
            let detail = json!({ "before": delivery.status.as_str(), "after": next.status.as_str() });
            let audit = AuditEntry::done(&*self.ports.ids, now, actor, name, target.clone(), detail);
            let commit = Draft::of([write]).audit(audit).unrepeated(BY_VERSION).done();
            Ok::<_, NotificationError>(self.ports.store.commit(commit).await.map(|()| next))
        })
        .await
    }

    /// How the providers of every channel are doing, as this process sees them: by channel, in the order in which they are
    /// asked.
    ///
    /// # Errors
    /// `Denied` without `provider:read`.
    pub fn provider_reports(&self, actor: &Actor) -> Result<Vec<ProviderReport>, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::PROVIDER_READ)?;
        let now = self.ports.clock.now();
        Ok(self.ports.providers.iter().flat_map(|channel| channel.reports(now)).collect())
    }

    /// Dead letters that match, newest first.
    ///
    /// # Errors
    /// `Denied` without `dead_letter:read`.
    pub async fn list_dead_letters(
        &self,
        actor: &Actor,
        filter: DeadLetterFilter,
        page: &PageRequest,
    ) -> Result<Page<DeadLetter>, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::DEAD_LETTER_READ)?;
        Ok(self.ports.queries.list_dead_letters(filter, page).await?)
    }

    /// One dead letter.
    ///
    /// # Errors
    /// `Denied` without `dead_letter:read`; `NotFound`.
    pub async fn find_dead_letter(
        &self,
        actor: &Actor,
        id: DeadLetterId,
    ) -> Result<DeadLetter, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::DEAD_LETTER_READ)?;
        self.ports.store.find_dead_letter(id).await?.ok_or(NotificationError::NotFound)
    }

    /// Processes a dead letter after all, or gives it up. What had its effect before has none again.
    ///
    /// # Errors
    /// `AlreadyResolved`; `NotReplayable` when it still cannot be processed; `Denied` without `dead_letter:replay`.
    pub async fn resolve_dead_letter(
        &self,
        actor: &Actor,
        command: ResolveDeadLetter,
    ) -> Result<DeadLetter, NotificationError> {
        let action = if command.replay { "dead_letter.replay" } else { "dead_letter.discard" };
        let target = format!("dead_letter:{}", command.letter);
        self.require(actor, Permission::DEAD_LETTER_REPLAY, action, &target).await?;
        let letter =
            self.ports.store.find_dead_letter(command.letter).await?.ok_or(NotificationError::NotFound)?;
        if letter.resolution.is_some() {
            return Err(NotificationError::AlreadyResolved);
        }
        let now = self.ports.clock.now();
        let mut next = letter.clone();
        next.resolution = Some(Resolution { replayed: command.replay, at: now });
        next.version = letter.version.next();
        let write = NotificationWrite::UpdateDeadLetter { letter: next.clone(), from: letter.version };
        let audit = AuditEntry::done(&*self.ports.ids, now, actor, action, target, json!({}));
        let decision = Draft::of([write]).audit(audit).unrepeated(BY_VERSION).done();
        let mut outcome = if command.replay {
            self.replay(&letter, &decision, now).await?
        } else {
            self.ports.store.commit(decision.clone()).await
        };
        if let Err(CommitError::Repeated(_)) = outcome {
            // The event had its effect on another way; what is left is the decision.
            outcome = self.ports.store.commit(decision).await;
        }
        match outcome {
            Ok(()) => Ok(next),
            Err(CommitError::Stale) => Err(NotificationError::AlreadyResolved),
            Err(error) => Err(error.into()),
        }
    }

    /// Applies what follows from the event that a dead letter holds, the last part of it together with `decision`.
    async fn replay(
        &self,
        letter: &DeadLetter,
        decision: &Commit<NotificationWrite>,
        now: Timestamp,
    ) -> Result<Result<(), CommitError>, NotificationError> {
        let event = intake::event_of(letter).map_err(|reason| NotificationError::NotReplayable { reason })?;
        let audience = plan::Audience::of(&*self.ports.store, std::iter::once(&event)).await?;
        let plan = plan::plan((&event, letter.position), &audience, now)
            .map_err(|unplanned| NotificationError::NotReplayable { reason: unplanned.to_string() })?;
        for mut commit in plan.commits() {
            if commit.once.is_some() {
                commit.writes.extend(decision.writes.iter().cloned());
                commit.audit.extend(decision.audit.iter().cloned());
            }
            if let Err(error) = self.ports.store.commit(commit).await {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }

    /// Mails in the mailbox of the embedded mode, newest first.
    ///
    /// # Errors
    /// `Denied` without `mailbox:read`; `NotFound` where there is no mailbox; `InvalidAddress`.
    pub async fn list_mails(
        &self,
        actor: &Actor,
        to: Option<&str>,
        page: &PageRequest,
    ) -> Result<Page<Mail>, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::MAILBOX_READ)?;
        let mailbox = self.ports.mailbox.as_ref().ok_or(NotificationError::NotFound)?;
        let to = to.map(str::parse::<Email>).transpose().map_err(|error| {
            let (field, message) = ("to".to_owned(), error.to_string());
            NotificationError::InvalidAddress(FieldError { field, code: "email", message })
        })?;
        Ok(mailbox.list(to.as_ref(), page).await?)
    }

    /// One mail in the mailbox of the embedded mode.
    ///
    /// # Errors
    /// `Denied` without `mailbox:read`; `NotFound`.
    pub async fn find_mail(&self, actor: &Actor, id: DeliveryId) -> Result<Mail, NotificationError> {
        actor.require_any(&*self.ports.access, Permission::MAILBOX_READ)?;
        let mailbox = self.ports.mailbox.as_ref().ok_or(NotificationError::NotFound)?;
        mailbox.find(id).await?.ok_or(NotificationError::NotFound)
    }
}
