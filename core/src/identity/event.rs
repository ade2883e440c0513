//! What identity tells the other contexts: topic `identity.v1`, key = account id.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A word of these events: what a mailed link is for.
pub use super::model::LinkPurpose;
use super::model::{Account, Link, RevocationReason, Session};
use crate::kernel::actor::{Actor, Role};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::email::Email;
use crate::kernel::event::{Event, EventData, Topic};
use crate::kernel::id::{EventId, IdGenerator, SessionId, UserId};
use crate::kernel::published::events;

events! {
    /// Every type of event that tells of accounts and sessions.
    PUBLISHED {
        on Identity with IdentityData {
            /// An account was registered.
            USER_REGISTERED = "user.registered.v1",
            /// The address of an account was verified.
            USER_VERIFIED = "user.verified.v1",
            /// Name, phone, locale or time zone changed.
            USER_UPDATED = "user.updated.v1",
            /// The password was changed or reset.
            USER_PASSWORD_CHANGED = "user.password_changed.v1",
            /// The roles changed.
            USER_ROLES_CHANGED = "user.roles_changed.v1",
            /// The account was locked.
            USER_LOCKED = "user.locked.v1",
            /// The account was unlocked.
            USER_UNLOCKED = "user.unlocked.v1",
            /// Nothing changed: the account as it is, for whoever does not know it.
            USER_SNAPSHOT = "user.snapshot.v1",
            /// Somebody signed in.
            SESSION_OPENED = "session.opened.v1",
            /// A session, or all of an account, ended before their time.
            SESSION_REVOKED = "session.revoked.v1",
            /// An exchanged refresh token came again.
            SESSION_REUSE_DETECTED = "session.reuse_detected.v1",
            /// A one-time link is to be mailed.
            LINK_REQUESTED = "link.requested.v1",
        }
        on Identity with PolicyData {
            /// A role was made, changed or removed: whoever decides by the policy takes it anew.
            POLICY_CHANGED = "policy.changed.v1",
        }
    }
}

/// The purpose under which one-time links are sealed inside events.
pub const LINK_SEAL: &str = "identity.link";

/// The key of what is told of the policy: there is one.
pub const POLICY_KEY: Uuid = Uuid::nil();

/// The data of [`POLICY_CHANGED`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PolicyData {
    /// The version of the policy after the change.
    pub version: Version,
    /// The roles that were made, changed or removed.
    pub roles: Vec<Role>,
}

/// The data of the events of accounts and sessions: the account as it is, and what the event is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IdentityData {
    /// The account after the change.
    pub user: UserSnapshot,
    /// The session, for `session.*`; absent when all sessions of the account ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionFact>,
    /// The link, for `link.requested`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkFact>,
    /// The session that goes on, for `session.revoked` of all others of the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<SessionId>,
}

impl IdentityData {
    /// About `account` alone.
    #[must_use]
    pub fn of(account: &Account) -> Self {
        Self { user: UserSnapshot::from(account), session: None, link: None, kept: None }
    }
}

/// An account as other contexts see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Account")]
pub struct UserSnapshot {
    /// Identity.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// The address.
    pub email: Email,
    /// The phone number in E.164 form.
    pub phone: Option<String>,
    /// BCP 47 language tag.
    pub locale: String,
    /// IANA time zone name.
    pub time_zone: String,
    /// The roles.
    pub roles: Vec<Role>,
    /// What the account can do at present.
    #[schemars(extend("enum" = ["pending", "active", "locked"]))]
    pub state: String,
    /// Whether the address is verified.
    pub verified: bool,
}

impl From<&Account> for UserSnapshot {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id,
            name: account.name.clone(),
            email: account.email.clone(),
            phone: account.phone.clone(),
            locale: account.locale.clone(),
            time_zone: account.time_zone.clone(),
            roles: account.roles.iter().cloned().collect(),
            state: account.state.as_str().to_owned(),
            verified: account.verified_at.is_some(),
        }
    }
}

/// What happened to a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SessionFact {
    /// Identity.
    pub id: SessionId,
    /// The `User-Agent` that opened it.
    pub device: Option<String>,
    /// The address it was used from.
    pub ip: Option<String>,
    /// Whether the account never signed in from this device before.
    pub new_device: bool,
    /// Why it ended, when it did.
    #[schemars(with = "Option<RevocationReason>")]
    pub reason: Option<String>,
}

impl SessionFact {
    /// About a session that was opened.
    #[must_use]
    pub fn opened(session: &Session, new_device: bool) -> Self {
        Self {
            id: session.id,
            device: session.device.clone(),
            ip: session.ip.clone(),
            new_device,
            reason: None,
        }
    }

    /// About a session that ended.
    #[must_use]
    pub fn ended(session: &Session, reason: RevocationReason) -> Self {
        Self {
            id: session.id,
            device: session.device.clone(),
            ip: session.ip.clone(),
            new_device: false,
            reason: Some(reason.as_str().to_owned()),
        }
    }
}

/// A link to mail.
#[derive(Clone, derive_more::Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LinkFact {
    /// `verify_email` or `reset_password`.
    #[schemars(with = "LinkPurpose")]
    pub purpose: String,
    /// The token of the link, sealed for [`LINK_SEAL`]: never in clear on the bus.
    #[debug(skip)]
    pub sealed_token: String,
    /// When the link stops being good.
    pub expires_at: DateTime<Utc>,
    /// Somebody registered with the address although it has an account: its owner is told so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub registered_again: bool,
}

impl LinkFact {
    /// About `link`, whose token is given sealed.
    #[must_use]
    pub fn new(link: &Link, sealed_token: String) -> Self {
        Self {
            purpose: link.purpose.as_str().to_owned(),
            sealed_token,
            expires_at: link.expires_at,
            registered_again: false,
        }
    }
}

/// An event of `kind` about `account`, caused by `actor` at `at`.
///
/// # Panics
/// Never: the data is made of values that JSON can hold.
#[must_use]
pub fn event(
    kind: &'static str,
    data: &IdentityData,
    sequence: u64,
    actor: &Actor,
    at: Timestamp,
    ids: &dyn IdGenerator,
) -> Event {
    Event {
        id: EventId::next(ids),
        topic: Topic::Identity,
        kind: kind.to_owned(),
        key: data.user.id.0,
        sequence,
        occurred_at: at,
        traceparent: actor.origin.traceparent.clone(),
        data: EventData::of(data),
    }
}

/// The event that the policy has changed, caused by `actor` at `at`.
#[must_use]
pub fn policy_changed(data: &PolicyData, actor: &Actor, at: Timestamp, ids: &dyn IdGenerator) -> Event {
    Event {
        id: EventId::next(ids),
        topic: Topic::Identity,
        kind: POLICY_CHANGED.to_owned(),
        key: POLICY_KEY,
        sequence: data.version.0,
        occurred_at: at,
        traceparent: actor.origin.traceparent.clone(),
        data: EventData::of(data),
    }
}
