//! Planning: which notifications and deliveries follow from an event.

pub mod words;

use std::sync::Arc;

use serde_json::{Value, json};
use thiserror::Error;
use uuid::Uuid;

use super::super::model::{
    Channel, Delivery, DeliveryStatus, EventOrigin, Kind, Notification, Recipient, Word,
};
use super::super::port::{NotificationStore, NotificationWrite};
use crate::identity::event::{self as identity, LinkPurpose};
use crate::kernel::actor::Role;
use crate::kernel::bus::Position;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Commit, Once, Version};
use crate::kernel::device;
use crate::kernel::draft::Draft;
use crate::kernel::error::StoreError;
use crate::kernel::event::{Event, Topic};
use crate::kernel::id::{DeliveryId, NotificationId, UserId};
use crate::kernel::money::{Money, MoneyError};
use crate::kernel::world::decimals;
use crate::order::event as order;

/// The name of the consumer group, and of its inbox entries.
pub const CONSUMER: &str = "notification";
/// How long news is worth sending when the event sets no earlier end.
const NEWS_LIFETIME: chrono::Duration = chrono::Duration::days(3);
/// The most people told of one event by their role.
const MAX_FAN_OUT: u16 = 200;
/// The most people told by one commit. A commit is one statement's part, and hundreds of people in each of a batch make
/// a statement that takes seconds.
const PEOPLE_PER_COMMIT: usize = 25;

/// Why the audit log says nothing of a plan.
const PLANNED: &str = "what led to the event is audited where it was done, and nobody does anything here";

/// Why nothing can be planned for an event.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unplanned {
    /// It makes no sense, and why.
    #[error("{0}")]
    Unprocessable(String),
    /// It has a word that only a newer version knows. To take it for nothing would lose what that version makes of it.
    #[error("only a newer version of this service knows the {0}")]
    Unknown(Word),
}

impl From<String> for Unplanned {
    fn from(reason: String) -> Self {
        Self::Unprocessable(reason)
    }
}

/// Who is told of events beside the people that these are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Who can approve a new order.
    approvers: Vec<UserId>,
    /// There are more of them than are told.
    is_cut_off: bool,
}

impl Audience {
    /// Whoever may have to be told of one of `events`. The store is asked once for all of them, and only if one is for such
    /// people.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn of(
        store: &dyn NotificationStore,
        mut events: impl Iterator<Item = &Event>,
    ) -> Result<Self, StoreError> {
        if !events.any(|event| event.topic == Topic::Orders && event.kind == order::ORDER_CREATED) {
            return Ok(Self::default());
        }
        let mut approvers = store.with_role(&Role::APPROVER, MAX_FAN_OUT + 1).await?;
        let is_cut_off = approvers.len() > usize::from(MAX_FAN_OUT);
        approvers.truncate(MAX_FAN_OUT.into());
        Ok(Self { approvers, is_cut_off })
    }

    /// Whether there are more people with a role than are told of one event.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        self.is_cut_off
    }
}

/// Everything that follows from an event.
#[derive(Clone, Debug)]
pub struct Plan<'e> {
    event: &'e Event,
    /// Where it was read.
    position: Position,
    now: Timestamp,
    /// What becomes known of a person.
    known: Option<NotificationWrite>,
    news: Vec<News>,
}

impl<'e> Plan<'e> {
    fn of((event, position): Read<'e>, now: Timestamp, news: Vec<News>) -> Self {
        Self { event, position, now, known: None, news }
    }

    /// The plan as commits, to be applied in this order, each made when it is asked for. Only the last one says that the
    /// event had its effect. Those before it only add rows with ids that are derived from the event, so that a plan that
    /// was torn apart is applied again from its beginning.
    pub fn commits(&self) -> impl Iterator<Item = Commit<NotificationWrite>> {
        let last = self.news.len().div_ceil(PEOPLE_PER_COMMIT).saturating_sub(1);
        (0..=last).map(move |at| {
            let people = self.news.iter().skip(at * PEOPLE_PER_COMMIT).take(PEOPLE_PER_COMMIT);
            let news = people.flat_map(|one| one.writes((self.event, self.position), self.now));
            if at < last {
                let draft = Draft::of(news).unaudited(PLANNED);
                return draft.unrepeated("a part is planned again with the same ids").done();
            }
            let once = Once::Message { consumer: CONSUMER, id: self.event.id, at: self.now };
            Draft::of(self.known.iter().cloned().chain(news)).unaudited(PLANNED).once(once).done()
        })
    }
}

/// An event and where it was read.
type Read<'e> = (&'e Event, Position);

/// Everything that follows from an event that was read at this place, to take effect once.
///
/// # Errors
/// When the event can never be processed, or not by this version.
pub fn plan<'e>(
    (event, position): (&'e Event, Position),
    audience: &Audience,
    now: Timestamp,
) -> Result<Plan<'e>, Unplanned> {
    match event.topic {
        Topic::Identity => plan_identity((event, position), now),
        Topic::Orders => plan_order((event, position), audience, now),
        other => Err(format!("topic {} is not for this service", other.as_str()).into()),
    }
}

fn plan_identity((event, position): Read<'_>, now: Timestamp) -> Result<Plan<'_>, Unplanned> {
    if !identity::PUBLISHED.iter().any(|one| one.name == event.kind) {
        return Err(Unplanned::Unknown(words::kind(&event.kind)));
    }
    if event.kind == identity::POLICY_CHANGED {
        // About nobody: what roles may do is no news, and services hear of it by themselves.
        return Ok(Plan::of((event, position), now, Vec::new()));
    }
    let data = event.data.read::<identity::IdentityData>().map_err(|error| error.to_string())?;
    let user = &data.user;
    let recipient = Recipient {
        id: user.id,
        name: user.name.clone(),
        email: user.email.clone(),
        phone: user.phone.clone(),
        locale: user.locale.clone(),
        time_zone: user.time_zone.clone(),
        verified: user.verified,
        roles: user.roles.clone(),
        sequence: event.sequence,
        updated_at: event.occurred_at,
    };
    // A service that starts empty reads what the topic kept of everybody, which may be years old: nobody is told of that.
    let is_fresh = event.occurred_at + NEWS_LIFETIME > now;
    let news = identity_news(event, &data)?.filter(|_| is_fresh).map(|(kind, variables, until)| News {
        kind,
        recipient: user.id,
        order: None,
        variables: Arc::new(variables),
        until,
    });
    let known = Some(NotificationWrite::PutRecipient(recipient));
    Ok(Plan { known, ..Plan::of((event, position), now, news.into_iter().collect()) })
}

/// What is said of a sign-in: the device as its owner recognises it.
fn sign_in(session: &identity::SessionFact, at: &str) -> Value {
    json!({ "device": session.device.as_deref().map(device::named), "ip": session.ip, "at": at })
}

type IdentityNews = (Kind, Value, Option<Timestamp>);

fn identity_news(event: &Event, data: &identity::IdentityData) -> Result<Option<IdentityNews>, Unplanned> {
    let session = || data.session.as_ref().ok_or_else(|| "the event lacks its session".to_owned());
    let at = event.occurred_at.to_rfc3339();
    Ok(Some(match event.kind.as_str() {
        identity::LINK_REQUESTED => {
            let link = data.link.as_ref().ok_or_else(|| "the event lacks its link".to_owned())?;
            let purpose = LinkPurpose::named(&link.purpose)
                .ok_or_else(|| Unplanned::Unknown(words::purpose(&link.purpose)))?;
            let kind = match purpose {
                LinkPurpose::VerifyEmail => Kind::AccountVerify,
                LinkPurpose::ResetPassword if link.registered_again => Kind::AccountExists,
                LinkPurpose::ResetPassword => Kind::AccountReset,
            };
            let variables =
                json!({ "sealed_token": link.sealed_token, "expires_at": link.expires_at.to_rfc3339() });
            (kind, variables, Some(link.expires_at))
        }
        identity::SESSION_OPENED => {
            let session = session()?;
            if !session.new_device {
                return Ok(None);
            }
            (Kind::AccountNewLogin, sign_in(session, &at), None)
        }
        identity::SESSION_REUSE_DETECTED => {
            let session = session()?;
            (Kind::AccountTokenReused, sign_in(session, &at), None)
        }
        identity::USER_PASSWORD_CHANGED => (Kind::AccountPasswordChanged, json!({ "at": at }), None),
        identity::USER_ROLES_CHANGED => {
            (Kind::AccountRolesChanged, json!({ "roles": data.user.roles, "at": at }), None)
        }
        identity::USER_LOCKED => (Kind::AccountLocked, json!({ "at": at }), None),
        // These only change what is known of the person.
        identity::USER_REGISTERED
        | identity::USER_VERIFIED
        | identity::USER_UPDATED
        | identity::USER_UNLOCKED
        | identity::USER_SNAPSHOT
        | identity::SESSION_REVOKED => return Ok(None),
        other => return Err(Unplanned::Unknown(words::kind(other))),
    }))
}

fn plan_order<'e>(
    (event, position): Read<'e>,
    audience: &Audience,
    now: Timestamp,
) -> Result<Plan<'e>, Unplanned> {
    let kind = match event.kind.as_str() {
        order::ORDER_CREATED => Kind::OrderCreated,
        order::ORDER_APPROVED => Kind::OrderApproved,
        order::ORDER_REJECTED => Kind::OrderRejected,
        order::ORDER_CANCELLED => Kind::OrderCancelled,
        order::ORDER_SHIPPED => Kind::OrderShipped,
        order::ORDER_DELIVERED => Kind::OrderDelivered,
        // Amendments are no news.
        order::ORDER_AMENDED => return Ok(Plan::of((event, position), now, Vec::new())),
        other => return Err(Unplanned::Unknown(words::kind(other))),
    };
    let data = event.data.read::<order::OrderData>();
    let data =
        data.map_err(|error| words::unknown_in_order(event).unwrap_or_else(|| error.to_string().into()))?;
    let variables = Arc::new(order_variables(&data).map_err(|error| error.to_string())?);
    let tell = |kind, recipient| {
        let (order, variables) = (Some(data.order.id.0), Arc::clone(&variables));
        News { kind, recipient, order, variables, until: None }
    };
    let mut news = vec![tell(kind, data.order.customer_id)];
    if kind == Kind::OrderCreated {
        // Nobody approves an order of their own making.
        let creator = &data.order.created_by.id;
        let approvers = audience.approvers.iter().filter(|approver| approver.to_string() != *creator);
        news.extend(approvers.map(|approver| tell(Kind::OrderAwaitingApproval, *approver)));
    }
    Ok(Plan::of((event, position), now, news))
}

fn order_variables(data: &order::OrderData) -> Result<Value, MoneyError> {
    let order = &data.order;
    let lines = order.lines.iter().map(|line| {
        let (unit_price, total) = (amount(&line.unit_price), amount(&line.unit_price.times(line.quantity)?));
        Ok(json!({ "name": line.name, "sku": line.sku, "quantity": line.quantity, "unit_price": unit_price, "total": total }))
    });
    let lines: Vec<Value> = lines.collect::<Result<_, MoneyError>>()?;
    let shipment = order
        .shipment
        .as_ref()
        .map(|shipment| json!({ "carrier": shipment.carrier, "tracking_number": shipment.tracking_number }));
    Ok(json!({ "order": {
        "id": order.id,
        "number": order.number,
        "status": order.status,
        "total": amount(&order.total),
        "lines": lines,
        "reason": order.reason,
        "shipment": shipment,
        "customer": order.shipping_address.name,
    }}))
}

/// Money for people, such as `59.97 EUR`, with the decimals that ISO 4217 gives the currency.
fn amount(money: &Money) -> String {
    let currency = money.currency();
    // What was ordered before currencies were checked may be in none.
    let digits = decimals(currency).unwrap_or(2);
    let minor = money.amount();
    if digits == 0 {
        return format!("{minor} {currency}");
    }
    let unit = 10_u64.pow(digits);
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    format!("{sign}{whole}.{part:0width$} {currency}", width = digits as usize)
}

/// One thing to tell one person.
#[derive(Clone, Debug)]
struct News {
    kind: Kind,
    recipient: UserId,
    order: Option<Uuid>,
    /// The same for everybody who is told of the event.
    variables: Arc<Value>,
    until: Option<Timestamp>,
}

impl News {
    /// The notification and its deliveries. Their ids follow from the event, so that planning it twice plans nothing new.
    fn writes(&self, (event, position): Read<'_>, now: Timestamp) -> Vec<NotificationWrite> {
        let name = format!("{}/{}", self.kind.as_str(), self.recipient);
        let notification = Notification {
            id: NotificationId(Uuid::new_v5(&event.id.0, name.as_bytes())),
            kind: self.kind,
            recipient: self.recipient,
            event: event.id,
            origin: Some(EventOrigin { position, sequence: event.sequence, occurred_at: event.occurred_at }),
            order: self.order,
            data: Arc::clone(&self.variables),
            traceparent: event.traceparent.clone(),
            created_at: now,
        };
        let expires_at = self.until.unwrap_or(now + NEWS_LIFETIME);
        let deliveries: Vec<NotificationWrite> = self
            .kind
            .channels()
            .map(|channel| NotificationWrite::InsertDelivery(queued(&notification, channel, expires_at)))
            .collect();
        std::iter::once(NotificationWrite::InsertNotification(notification)).chain(deliveries).collect()
    }
}

fn queued(notification: &Notification, channel: Channel, expires_at: Timestamp) -> Delivery {
    let at = notification.created_at;
    Delivery {
        id: DeliveryId(Uuid::new_v5(&notification.id.0, channel.as_str().as_bytes())),
        notification: notification.id,
        recipient: notification.recipient,
        channel,
        lane: notification.kind.lane(),
        status: DeliveryStatus::Queued,
        attempts: 0,
        failovers: 0,
        bound_to: None,
        next_attempt_at: Some(at),
        leased_until: None,
        held_by: None,
        expires_at,
        reference: None,
        last_error: None,
        version: Version::FIRST,
        created_at: at,
        updated_at: at,
    }
}

impl Channel {
    /// Whether it tells of `kind`. One-time links go to the mailbox only, which they prove or require.
    fn tells(self, kind: Kind) -> bool {
        match self {
            Self::Email => true,
            Self::InApp => !kind.has_link(),
        }
    }
}

impl Kind {
    /// The channels on which it is told.
    pub fn channels(self) -> impl Iterator<Item = Channel> {
        Channel::ALL.iter().copied().filter(move |channel| channel.tells(self))
    }

    /// Whether it brings a one-time link.
    #[must_use]
    pub fn has_link(self) -> bool {
        matches!(self, Self::AccountVerify | Self::AccountReset | Self::AccountExists)
    }
}

#[cfg(test)]
mod tests;
