//! What notification needs from outside: its store, the queue of deliveries, templates and channels.

use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use thiserror::Error;
use uuid::Uuid;

use super::model::{
    Attempt, Channel, DeadLetter, Deferred, Delivery, DeliveryStatus, InboxItem, InboxPosition, Kind, Lane,
    Mail, Notification, Recipient, Word,
};
use crate::kernel::actor::Role;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Commit, CommitError, Version};
use crate::kernel::email::Email;
use crate::kernel::error::StoreError;
use crate::kernel::id::{DeadLetterId, DeliveryId, EventId, NotificationId, UserId};
use crate::kernel::page::{Direction, Page, PageRequest};

/// One change that notification makes.
#[derive(Clone, Debug)]
pub enum NotificationWrite {
    /// What is known of a recipient. Does nothing (and is no failure) when a larger `sequence` is stored.
    PutRecipient(Recipient),
    /// A new notification. Does nothing (and is no failure) when its id is known: ids are derived from event, kind and
    /// recipient.
    InsertNotification(Notification),
    /// A new delivery. Does nothing (and is no failure) when its id is known: ids are derived from notification and channel.
    InsertDelivery(Delivery),
    /// A changed delivery. `Stale` unless its version is still `from`.
    UpdateDelivery {
        /// After the change.
        delivery: Delivery,
        /// Before it.
        from: Version,
    },
    /// An attempt, begun or completed: inserted, or its result filled in.
    PutAttempt(Attempt),
    /// A message that could not be processed. Does nothing when its position is known.
    InsertDeadLetter(DeadLetter),
    /// A changed dead letter. `Stale` unless its version is still `from`.
    UpdateDeadLetter {
        /// After the change.
        letter: DeadLetter,
        /// Before it.
        from: Version,
    },
    /// An event that is kept for a newer version. Replaces what is kept of the same event.
    PutDeferred(Deferred),
}

/// Keeps notification's aggregates.
#[async_trait]
pub trait NotificationStore: Send + Sync {
    /// Returns `None` when nothing is known of this person.
    async fn find_recipient(&self, id: UserId) -> Result<Option<Recipient>, StoreError>;
    /// Everybody who has this role, by id, at most `limit`. Who they are otherwise is not read, so that nobody is left
    /// untold because somebody else's row makes no sense.
    async fn with_role(&self, role: &Role, limit: u16) -> Result<Vec<UserId>, StoreError>;
    /// Returns `None` when there is no such notification.
    async fn find_notification(&self, id: NotificationId) -> Result<Option<Notification>, StoreError>;
    /// Returns `None` when there is no such delivery.
    async fn find_delivery(&self, id: DeliveryId) -> Result<Option<Delivery>, StoreError>;
    /// Returns `None` when there is no such dead letter.
    async fn find_dead_letter(&self, id: DeadLetterId) -> Result<Option<DeadLetter>, StoreError>;
    /// Applies a commit whole or not at all.
    async fn commit(&self, commit: Commit<NotificationWrite>) -> Result<(), CommitError>;
}

/// The events that an older version could not understand and kept for a newer one.
#[async_trait]
pub trait Deferrals: Send + Sync {
    /// The events that are kept because of one of `words`, the oldest first, at most `limit`.
    async fn waiting_for(&self, words: &[Word], limit: u16) -> Result<Vec<Deferred>, StoreError>;
    /// Forgets these: they had their effect.
    async fn forget(&self, events: &[EventId]) -> Result<(), StoreError>;
    /// How many are kept.
    async fn count(&self) -> Result<u64, StoreError>;
}

/// A delivery that a worker now holds, with all that an attempt needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedDelivery {
    /// The delivery, `Sending` and leased, at its new version.
    pub delivery: Delivery,
    /// What is to be told.
    pub notification: Notification,
    /// To whom; absent while `identity.v1` has not told of this person yet.
    pub recipient: Option<Recipient>,
    /// The last attempt, if it has no result: the worker that began it went away in the middle.
    pub interrupted: Option<Attempt>,
}

/// Which due deliveries a worker asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueClaim<'a> {
    /// For the instance of this name, which [takes them back](DeliveryQueue::take_back) when it comes back after a crash.
    pub holder: &'a str,
    /// On this channel.
    pub channel: Channel,
    /// In this lane.
    pub lane: Lane,
    /// Due at this time.
    pub now: Timestamp,
    /// For how long they then belong to the worker.
    pub lease: Duration,
    /// At most so many.
    pub limit: u16,
}

/// What a look at deliveries that were set aside came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenUp {
    /// How many can be read now and are due again.
    pub freed: u64,
    /// Where the next look goes on; absent at the end.
    pub next: Option<DeliveryId>,
}

/// Hands due deliveries to workers, each to one.
#[async_trait]
pub trait DeliveryQueue: Send + Sync {
    /// Claims deliveries of one channel and lane that are due (`Queued`, `Retrying`), or whose lease has ended
    /// (`Sending`), oldest due first. One that cannot be read holds up no other: it is logged and set aside as `Failed`, and
    /// waits to be [taken up](Self::take_up), or to be resent.
    async fn claim_due(&self, claim: DueClaim<'_>) -> Result<Vec<ClaimedDelivery>, StoreError>;
    /// Ends the leases that the instance `holder` has on `channel`, as if their time were over, and says how many there
    /// were. For an instance that comes back under its name, before its first claim: the process that held them is gone.
    async fn take_back(&self, channel: Channel, holder: &str, now: Timestamp) -> Result<u64, StoreError>;
    /// How many deliveries wait for an attempt or are under way, on each channel that has some.
    async fn waiting(&self) -> Result<Vec<(Channel, u64)>, StoreError>;
    /// How many deliveries are set aside because they could not be read.
    async fn set_aside(&self) -> Result<u64, StoreError>;
    /// Looks at up to `limit` deliveries that are set aside, by id from `after` on: those that can be read now, because they
    /// were mended or this version knows what the one that met them did not, are due again at `now`.
    async fn take_up(
        &self,
        after: Option<DeliveryId>,
        now: Timestamp,
        limit: u16,
    ) -> Result<TakenUp, StoreError>;
}

/// Which notifications are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotificationFilter {
    /// About this.
    pub kind: Option<Kind>,
    /// To this person.
    pub recipient: Option<UserId>,
    /// About this order.
    pub order: Option<uuid::Uuid>,
    /// With a delivery on this channel; together with `status`, one delivery has to be both.
    pub channel: Option<Channel>,
    /// With a delivery in this status.
    pub status: Option<DeliveryStatus>,
    /// Planned at or after.
    pub from: Option<Timestamp>,
    /// Planned before.
    pub to: Option<Timestamp>,
}

/// Which dead letters are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeadLetterFilter {
    /// Only those that nobody decided about.
    pub open: bool,
    /// About this, such as an order.
    pub subject: Option<Uuid>,
}

/// Reads for people.
#[async_trait]
pub trait NotificationQueries: Send + Sync {
    /// Notifications by the time they were planned, each with its deliveries.
    async fn list_notifications(
        &self,
        filter: &NotificationFilter,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<(Notification, Vec<Delivery>)>, StoreError>;
    /// The deliveries of one notification, oldest first.
    async fn deliveries_of(&self, id: NotificationId) -> Result<Vec<Delivery>, StoreError>;
    /// The attempts of these deliveries: those of one delivery follow each other, the oldest first.
    async fn attempts_of(&self, deliveries: &[DeliveryId]) -> Result<Vec<Attempt>, StoreError>;
    /// Dead letters that match, newest first.
    async fn list_dead_letters(
        &self,
        filter: DeadLetterFilter,
        page: &PageRequest,
    ) -> Result<Page<DeadLetter>, StoreError>;
}

/// People's inboxes within the product.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// Puts an item there, once per delivery: `false` when it is there already.
    async fn put(&self, item: InboxItem) -> Result<bool, StoreError>;
    /// A person's items that match, newest first.
    async fn list(
        &self,
        recipient: UserId,
        filter: InboxFilter,
        page: &PageRequest,
    ) -> Result<Page<InboxItem>, StoreError>;
    /// Gives each of a person's items that has no number the [next one](InboxPosition::next), in the order of their times,
    /// and returns the last number there is, 0 when there is none. An item keeps its number. Whoever gives numbers at the
    /// same moment, nobody who has read up to one is ever given an item with a smaller one.
    async fn number_arrivals(&self, recipient: UserId) -> Result<InboxPosition, StoreError>;
    /// Up to `limit` of a person's items with a number after this one, in the order of their numbers, archived ones among
    /// them. What cannot be read is left out.
    async fn numbered_after(
        &self,
        recipient: UserId,
        after: InboxPosition,
        limit: u16,
    ) -> Result<Arrived, StoreError>;
    /// What each of these people has unread; those who have nothing are left out.
    async fn unread_of(&self, people: &[UserId]) -> Result<Vec<(UserId, Unread)>, StoreError>;
    /// How many items of a person are unread.
    async fn count_unread(&self, recipient: UserId) -> Result<u64, StoreError>;
    /// Marks one item of a person as read, or all of them. Returns how many exist among those asked for.
    async fn mark_read(
        &self,
        recipient: UserId,
        item: Option<DeliveryId>,
        at: Timestamp,
    ) -> Result<u64, StoreError>;
    /// Puts one item of a person away, and marks it as read: `false` when there is none. One that was put away before stays as
    /// it was.
    async fn archive(&self, recipient: UserId, item: DeliveryId, at: Timestamp) -> Result<bool, StoreError>;
}

/// A part of what arrived in an inbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrived {
    /// The items, each with its number.
    pub items: Vec<(InboxItem, InboxPosition)>,
    /// Where there may be more; `None` after the last one.
    pub next: Option<InboxPosition>,
}

/// What a person has unread: it changes with every item that arrives or is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// How many items.
    pub count: u64,
    /// When the newest of them arrived.
    pub newest: Timestamp,
}

/// Which items of an inbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InboxFilter {
    /// Only unread ones.
    pub unread: bool,
    /// Those that were put away, in place of those that were not.
    pub archived: bool,
}

/// The mailbox of the embedded mode: mail that goes nowhere else and can be read here.
#[async_trait]
pub trait Mailbox: Send + Sync {
    /// Puts a mail there, once per delivery: `false` when it is there already.
    async fn put(&self, mail: Mail) -> Result<bool, StoreError>;
    /// Mails, newest first; to one address if given.
    async fn list(&self, to: Option<&Email>, page: &PageRequest) -> Result<Page<Mail>, StoreError>;
    /// Returns `None` when there is no such mail.
    async fn find(&self, id: DeliveryId) -> Result<Option<Mail>, StoreError>;
}

/// A message ready to be sent. A log gets its size: the text may hold a one-time link.
#[derive(Clone, derive_more::Debug, PartialEq, Eq)]
#[debug("Rendered {{ text_bytes: {}, .. }}", text.len())]
pub struct Rendered {
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML, every variable escaped.
    pub html: String,
}

/// A template is missing, or needs a variable that was not given.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the template {kind}/{channel}/{locale} cannot be rendered: {reason}")]
pub struct TemplateError {
    /// The kind.
    pub kind: &'static str,
    /// The channel.
    pub channel: &'static str,
    /// The language that was asked for.
    pub locale: String,
    /// What is wrong.
    pub reason: String,
}

/// Turns variables into text for people.
pub trait Templates: Send + Sync {
    /// Renders in `locale`, or its language, or English.
    ///
    /// # Errors
    /// [`TemplateError`] when a variable is missing: a half-filled message is never sent.
    fn render(
        &self,
        kind: Kind,
        channel: Channel,
        locale: &str,
        variables: &Value,
    ) -> Result<Rendered, TemplateError>;
}

/// One message on its way through a channel.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// The delivery: Message-ID or idempotency key at the provider.
    pub delivery: DeliveryId,
    /// To whom.
    pub recipient: Recipient,
    /// What it is about.
    pub kind: Kind,
    /// The order it is about, if any.
    pub order: Option<uuid::Uuid>,
    /// When it was planned.
    pub planned_at: Timestamp,
    /// The text.
    pub content: Rendered,
}

/// What a provider answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendOutcome {
    /// It took the message.
    Accepted {
        /// Its reference, if it gives one.
        reference: Option<String>,
        /// Its code, such as `250`.
        code: Option<String>,
    },
    /// It did not take it, but may later.
    Temporary {
        /// Its code, such as `451`.
        code: Option<String>,
        /// What it said.
        detail: String,
        /// When it wants to be asked again.
        retry_after: Option<Duration>,
    },
    /// It will never take it.
    Permanent {
        /// Its code, such as `550`.
        code: Option<String>,
        /// What it said.
        detail: String,
    },
    /// The connection was lost after the hand-over began: it may have taken it.
    Unknown {
        /// What was seen.
        detail: String,
    },
}

/// Sends messages to people by one provider.
#[async_trait]
pub trait NotificationChannel: Send + Sync {
    /// The channel that it serves.
    fn channel(&self) -> Channel;
    /// The provider's name, as shown with attempts.
    fn provider(&self) -> &str;
    /// Whether the provider drops a second message with the same delivery id, so that sending again is harmless.
    fn deduplicates(&self) -> bool;
    /// The longest that [`Self::send`] takes. For longer than that a delivery is leased to its worker: another one must not
    /// hand it over while it may still be on its way.
    fn longest_hand_over(&self) -> Duration;
    /// Hands one message over. Ends within [`Self::longest_hand_over`].
    async fn send(&self, message: &Outgoing) -> SendOutcome;
    /// Whether the provider answers.
    async fn is_available(&self) -> bool;
}
