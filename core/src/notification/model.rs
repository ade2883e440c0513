//! Recipients, notifications, deliveries, attempts and dead letters.

pub mod health;
pub mod life;

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use uuid::Uuid;

use crate::kernel::actor::Role;
use crate::kernel::bus::Position;
use crate::kernel::clock::Timestamp;
use crate::kernel::code::codes;
use crate::kernel::commit::Version;
use crate::kernel::email::Email;
use crate::kernel::event::Event;
use crate::kernel::id::{AttemptId, DeadLetterId, DeliveryId, EventId, NotificationId, UserId};

/// A person who can be told something: what this context knows of an account, from `identity.v1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The account.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// Where mail goes.
    pub email: Email,
    /// Where text messages go, E.164.
    pub phone: Option<String>,
    /// BCP 47 language tag.
    pub locale: String,
    /// IANA time zone name.
    pub time_zone: String,
    /// Whether the address is known to be the person's. Before that, its mailbox may belong to anybody, and what is known of
    /// the person is what anybody typed.
    pub verified: bool,
    /// The roles, to tell everybody who has one.
    pub roles: Vec<Role>,
    /// The `sequence` of the event that this is from; an older event changes nothing.
    pub sequence: u64,
    /// When that event happened.
    pub updated_at: Timestamp,
}

codes! {
    /// What a notification is about.
    Kind {
        /// The link that verifies the address.
        AccountVerify = "account.verify",
        /// The link to choose a new password.
        AccountReset = "account.reset",
        /// Somebody registered with the address, which has an account already; with a link to choose a new password.
        AccountExists = "account.exists",
        /// The password was changed.
        AccountPasswordChanged = "account.password_changed",
        /// A sign-in from a device not seen before.
        AccountNewLogin = "account.new_login",
        /// A used refresh token came again.
        AccountTokenReused = "account.token_reused",
        /// The roles changed.
        AccountRolesChanged = "account.roles_changed",
        /// The account was locked.
        AccountLocked = "account.locked",
        /// An order was placed.
        OrderCreated = "order.created",
        /// To approvers: an order waits for them.
        OrderAwaitingApproval = "order.awaiting_approval",
        /// An order was approved.
        OrderApproved = "order.approved",
        /// An order was rejected.
        OrderRejected = "order.rejected",
        /// An order was cancelled.
        OrderCancelled = "order.cancelled",
        /// An order is on its way.
        OrderShipped = "order.shipped",
        /// An order arrived.
        OrderDelivered = "order.delivered",
    }
}

codes! {
    /// A way to reach a person.
    Channel {
        /// Mail.
        Email = "email",
        /// The inbox within the product.
        InApp = "in_app",
    }
}

codes! {
    /// Which line a delivery waits in. Those of one lane are sent beside those of another and never wait behind them.
    Lane {
        /// What a person needs to get into their account, or that somebody else may have.
        Security = "security",
        /// Everything else.
        News = "news",
    }
}

codes! {
    /// Where a delivery is in its life.
    DeliveryStatus {
        /// Waits for its first attempt.
        Queued = "queued",
        /// A worker holds it.
        Sending = "sending",
        /// An attempt failed for now; the next one is due at `next_attempt_at`.
        Retrying = "retrying",
        /// The provider took it.
        Sent = "sent",
        /// It cannot be delivered, ever.
        Failed = "failed",
        /// Every attempt failed; set aside for an operator.
        Dead = "dead",
        /// Handed over or not: the attempt was cut off, and another one might deliver twice.
        Unknown = "unknown",
        /// Its news was too old when its turn came.
        Expired = "expired",
        /// An operator stopped it.
        Cancelled = "cancelled",
    }
}

codes! {
    /// How an attempt ended.
    AttemptOutcome {
        /// The provider took the message.
        Accepted = "accepted",
        /// Refused for now.
        Temporary = "temporary",
        /// Refused for good.
        Permanent = "permanent",
        /// Cut off after the hand-over began.
        Unknown = "unknown",
    }
}

/// What one recipient is told about one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// Identity.
    pub id: NotificationId,
    /// What it is about.
    pub kind: Kind,
    /// Who is told.
    pub recipient: UserId,
    /// The event that it tells of; unique together with kind and recipient.
    pub event: EventId,
    /// Where that was read; absent of those that an older version planned.
    pub origin: Option<EventOrigin>,
    /// The order it is about, if any.
    pub order: Option<Uuid>,
    /// The variables of the template, the same for everybody who is told of the event. Secrets in it are sealed.
    pub data: Arc<Value>,
    /// W3C `traceparent` of the event.
    pub traceparent: Option<String>,
    /// When it was planned.
    pub created_at: Timestamp,
}

/// Where on the bus an event was read, and what it was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventOrigin {
    /// Where it lies.
    pub position: Position,
    /// Which of its subject's changes it tells of.
    pub sequence: u64,
    /// When that happened.
    pub occurred_at: Timestamp,
}

/// One notification on one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Identity; also the Message-ID or idempotency key at the provider.
    pub id: DeliveryId,
    /// What is delivered.
    pub notification: NotificationId,
    /// To whom.
    pub recipient: UserId,
    /// How.
    pub channel: Channel,
    /// Which line it waits in.
    pub lane: Lane,
    /// Where it is in its life.
    pub status: DeliveryStatus,
    /// Attempts begun so far.
    pub attempts: u32,
    /// How many of them followed another one at once, at another provider: no wait was used up for these.
    pub failovers: u32,
    /// The provider that may have the message, after an attempt that ended as unknown: no other one is asked any more.
    pub bound_to: Option<String>,
    /// When the next attempt is due, while one is planned.
    pub next_attempt_at: Option<Timestamp>,
    /// Until when a worker holds it, while `Sending`.
    pub leased_until: Option<Timestamp>,
    /// The name of the instance whose worker holds it, while `Sending`, if that is known.
    pub held_by: Option<String>,
    /// News older than this is not sent any more.
    pub expires_at: Timestamp,
    /// The provider's reference, once it took the message.
    pub reference: Option<String>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// Grows by one with each change.
    pub version: Version,
    /// When it was planned.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// A place in one person's inbox: the number of an item, up to which everything was told. Numbers are given when somebody is
/// told, one after the other and each once, so that an item that is seen late has one that nobody has passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct InboxPosition(pub u64);

impl InboxPosition {
    /// The number after this one, for an item that arrived at `at`: its time in microseconds since 1970, unless that was
    /// passed. So numbers go on growing also where nobody remembers the last one.
    #[must_use]
    pub fn next(self, at: Timestamp) -> Self {
        Self(self.0.saturating_add(1).max(u64::try_from(at.timestamp_micros()).unwrap_or_default()))
    }
}

/// One try to deliver. Written before the provider is called, and completed after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Identity.
    pub id: AttemptId,
    /// Of which delivery.
    pub delivery: DeliveryId,
    /// 1 for the first.
    pub number: u32,
    /// Who was asked, such as `smtp`.
    pub provider: String,
    /// When it began.
    pub started_at: Timestamp,
    /// How it ended; absent while it runs.
    pub result: Option<AttemptResult>,
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptResult {
    /// The verdict.
    pub outcome: AttemptOutcome,
    /// The provider's code, such as `451`.
    pub code: Option<String>,
    /// An excerpt of the provider's answer, at most 500 characters.
    pub detail: Option<String>,
    /// When it ended.
    pub finished_at: Timestamp,
}

/// A message from the bus that could not be processed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadLetter {
    /// Identity.
    pub id: DeadLetterId,
    /// Where it lies on the bus.
    pub position: Position,
    /// The event id, when the record could be read that far.
    pub event: Option<EventId>,
    /// What the event is about, and which of its changes it tells of; absent of those of an older version, too.
    pub subject: Option<(Uuid, u64)>,
    /// The record's value, as text where it is UTF-8 without U+0000, otherwise base64.
    pub value: String,
    /// What went wrong.
    pub error: String,
    /// When.
    pub created_at: Timestamp,
    /// What an operator decided.
    pub resolution: Option<Resolution>,
    /// Grows by one with each change.
    pub version: Version,
}

/// An event that this version cannot understand, kept for one that can: two versions share the bus while one replaces
/// the other, and what is not planned now is planned by the newer one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deferred {
    /// Where it lies on the bus.
    pub position: Position,
    /// The event.
    pub event: Event,
    /// The word in it that is not known.
    pub word: Word,
    /// When it was put aside.
    pub created_at: Timestamp,
}

/// A word of the events that a version has to know to plan what follows from one, such as `event user.merged.v1` or
/// `order status ON_HOLD`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub String);

impl std::fmt::Display for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What became of a dead letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Processed after all (`true`), or given up.
    pub replayed: bool,
    /// When.
    pub at: Timestamp,
}

/// An item in a person's inbox within the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxItem {
    /// The delivery that put it there: it is there once.
    pub id: DeliveryId,
    /// Whose inbox.
    pub recipient: UserId,
    /// What it is about.
    pub kind: Kind,
    /// One line.
    pub title: String,
    /// Plain text.
    pub body: String,
    /// The order it is about, if any.
    pub order: Option<Uuid>,
    /// When it arrived.
    pub created_at: Timestamp,
    /// When it was read.
    pub read_at: Option<Timestamp>,
    /// When its owner put it away, which also reads it: an archived item is never unread.
    pub archived_at: Option<Timestamp>,
}

/// A mail in the mailbox of the embedded mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The delivery that sent it: it is there once.
    pub id: DeliveryId,
    /// To which address.
    pub to: Email,
    /// The subject line.
    pub subject: String,
    /// The plain text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// When it arrived.
    pub received_at: Timestamp,
}

impl Kind {
    /// The lane of its deliveries: a link lives for minutes, and must not wait behind what an order tells to many.
    #[must_use]
    pub fn lane(self) -> Lane {
        match self {
            Self::AccountVerify
            | Self::AccountReset
            | Self::AccountExists
            | Self::AccountPasswordChanged
            | Self::AccountNewLogin
            | Self::AccountTokenReused
            | Self::AccountRolesChanged
            | Self::AccountLocked => Lane::Security,
            Self::OrderCreated
            | Self::OrderAwaitingApproval
            | Self::OrderApproved
            | Self::OrderRejected
            | Self::OrderCancelled
            | Self::OrderShipped
            | Self::OrderDelivered => Lane::News,
        }
    }
}

impl Channel {
    /// Waits between attempts, the first after the first failure; one attempt more than there are waits.
    #[must_use]
    pub fn retry_schedule(self) -> &'static [Duration] {
        const EMAIL: [Duration; 7] = [
            Duration::from_secs(10),
            Duration::from_mins(1),
            Duration::from_mins(5),
            Duration::from_mins(30),
            Duration::from_hours(2),
            Duration::from_hours(6),
            Duration::from_hours(12),
        ];
        const IN_APP: [Duration; 5] = [
            Duration::from_secs(5),
            Duration::from_secs(30),
            Duration::from_mins(2),
            Duration::from_mins(10),
            Duration::from_mins(30),
        ];
        match self {
            Self::Email => &EMAIL,
            Self::InApp => &IN_APP,
        }
    }
}
