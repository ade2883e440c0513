//! Accounts, sessions, one-time links, roles and signing keys.

mod role;

pub mod key_ring;

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::Value;

pub use self::role::{PolicyOnFile, RoleDefinition, ShippedPolicy, ShippedRole, in_order};
use crate::kernel::actor::Role;
use crate::kernel::clock::Timestamp;
use crate::kernel::code::codes;
use crate::kernel::commit::Version;
use crate::kernel::email::Email;
use crate::kernel::id::{LinkId, SessionId, UserId};
use crate::kernel::text::folded;

/// A password hash in PHC string format. Never printed.
#[derive(Clone, derive_more::Debug, PartialEq, Eq)]
#[debug("PasswordHash(…)")]
pub struct PasswordHash(pub String);

/// The SHA-256 of a refresh token or one-time link: what is stored instead of it.
#[derive(Clone, Copy, derive_more::Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[debug("TokenHash(…)")]
pub struct TokenHash(pub [u8; 32]);

/// What an account can do at present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// Registered; the e-mail address is not verified yet.
    Pending,
    /// In use.
    Active,
    /// Locked by an administrator: cannot sign in.
    Locked {
        /// When the lock ends by itself; never when absent.
        until: Option<Timestamp>,
    },
}

impl AccountState {
    /// The state as stored and published.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Locked { .. } => "locked",
        }
    }
}

/// A person's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Identity.
    pub id: UserId,
    /// The person's name, 1 to 200 characters.
    pub name: String,
    /// The address, unique among accounts.
    pub email: Email,
    /// A phone number in E.164 form (ITU-T E.164), such as `+4930123456`.
    pub phone: Option<String>,
    /// A BCP 47 language tag, such as `en` or `de-AT`.
    pub locale: String,
    /// An IANA time zone name, such as `Europe/Berlin`.
    pub time_zone: String,
    /// The password, hashed.
    pub password: PasswordHash,
    /// The roles.
    pub roles: BTreeSet<Role>,
    /// What the account can do.
    pub state: AccountState,
    /// When the address was verified.
    pub verified_at: Option<Timestamp>,
    /// Grows by one with each change.
    pub version: Version,
    /// When it was registered.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Account {
    /// Whether the account can sign in at `now`, and act by the tokens that it has. Never before its address is verified:
    /// whoever registered it may not be the one that the address belongs to.
    #[must_use]
    pub fn can_sign_in(&self, now: Timestamp) -> bool {
        self.verified_at.is_some()
            && match self.state {
                AccountState::Pending => false,
                AccountState::Active => true,
                AccountState::Locked { until } => until.is_some_and(|end| end <= now),
            }
    }

    /// Whether the account is an administrator that can act: counts towards the last one.
    #[must_use]
    pub fn is_acting_admin(&self) -> bool {
        self.roles.contains(&Role::ADMIN) && self.state == AccountState::Active
    }

    /// The roles by which the person acts. That of services is none of them, whoever gave it.
    #[must_use]
    pub fn acting_roles(&self) -> Vec<Role> {
        self.roles.iter().filter(|role| role.is_for_people()).cloned().collect()
    }

    /// The account after a change at `now`: the next version.
    #[must_use]
    pub fn changed(&self, now: Timestamp, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.clone();
        change(&mut next);
        next.version = self.version.next();
        next.updated_at = now;
        next
    }
}

/// What a part of a name or address is looked for in: the name and the address in each of its spellings, a line each, as
/// [`folded`].
#[must_use]
pub fn searched(name: &str, email: &Email) -> String {
    let spellings = email.spellings().join("\n");
    format!("{}\n{}", folded(name), folded(&spellings))
}

codes! {
    /// Why a session ended.
    RevocationReason {
        /// The person signed out.
        LoggedOut = "logged_out",
        /// The person ended it from another session.
        RevokedByUser = "revoked_by_user",
        /// The password was changed or reset.
        PasswordChanged = "password_changed",
        /// A used refresh token came again: somebody else may hold a copy.
        TokenReused = "token_reused",
        /// The account was locked.
        AccountLocked = "account_locked",
    }
}

/// The end of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: RevocationReason,
}

/// A signed-in session: one family of refresh tokens, of which only the newest is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Identity; the `sid` of its access tokens.
    pub id: SessionId,
    /// Whose.
    pub account: UserId,
    /// The newest refresh token.
    pub current: TokenHash,
    /// The token before it, and when it was exchanged.
    pub previous: Option<(TokenHash, Timestamp)>,
    /// The `User-Agent` that opened it.
    pub device: Option<String>,
    /// The address it was last used from.
    pub ip: Option<String>,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was last refreshed.
    pub last_seen_at: Timestamp,
    /// When it ends if it is not refreshed before.
    pub idle_until: Timestamp,
    /// When it ends in any case.
    pub expires_at: Timestamp,
    /// That it was ended, when it was.
    pub revoked: Option<Revocation>,
    /// Grows by one with each change.
    pub version: Version,
}

impl Session {
    /// A session ends when it is not refreshed for this long.
    pub const IDLE: Duration = Duration::days(7);
    /// A session ends after this long in any case.
    pub const LIFETIME: Duration = Duration::days(30);
    /// For this long after an exchange the exchanged token leads to the same successor, so that a lost answer or a
    /// second browser tab signs nobody out.
    pub const GRACE: Duration = Duration::seconds(60);

    /// Whether the session is open at `now`.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked.is_none() && now < self.idle_until && now < self.expires_at
    }

    /// What a refresh token of this session is worth at `now`. `exchanged_at` is when it was exchanged, where that is known
    /// and it is neither the newest nor the one before.
    #[must_use]
    pub fn judge(&self, token: TokenHash, exchanged_at: Option<Timestamp>, now: Timestamp) -> TokenStanding {
        if !self.is_open(now) {
            return TokenStanding::Ended;
        }
        let in_grace = |exchanged_at: Timestamp| now < exchanged_at + Self::GRACE;
        match self.previous {
            _ if token == self.current => TokenStanding::Current,
            Some((previous, at)) if token == previous && in_grace(at) => TokenStanding::InGrace,
            Some((previous, _)) if token == previous => TokenStanding::Reused,
            _ if exchanged_at.is_some_and(in_grace) => TokenStanding::Superseded,
            _ => TokenStanding::Reused,
        }
    }

    /// The session after its current token was exchanged for `successor`.
    #[must_use]
    pub fn rotated(&self, successor: TokenHash, now: Timestamp, ip: Option<String>) -> Self {
        let mut next = self.clone();
        next.previous = Some((self.current, now));
        next.current = successor;
        next.last_seen_at = now;
        next.idle_until = (now + Self::IDLE).min(self.expires_at);
        next.ip = ip.or(next.ip);
        next.version = self.version.next();
        next
    }

    /// The session after its end.
    #[must_use]
    pub fn revoked(&self, reason: RevocationReason, now: Timestamp) -> Self {
        let mut next = self.clone();
        next.revoked = Some(Revocation { at: now, reason });
        next.version = self.version.next();
        next
    }
}

/// A session that was found by one of its refresh tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenOwner {
    /// The session.
    pub session: Session,
    /// When the token was exchanged, if it is older than the last two of the session and the time was noted.
    pub exchanged_at: Option<Timestamp>,
}

/// What a refresh token is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenStanding {
    /// It is the newest: exchange it.
    Current,
    /// It was just exchanged: answer with the same successor.
    InGrace,
    /// It was just exchanged, and so was its successor: an answer that was late or lost, no sign of a thief.
    Superseded,
    /// It was exchanged long ago: somebody else may hold it.
    Reused,
    /// Its session has ended.
    Ended,
}

codes! {
    /// What a one-time link is for.
    LinkPurpose {
        /// Proves that the mailbox belongs to the person.
        VerifyEmail = "verify_email",
        /// Lets the person choose a new password.
        ResetPassword = "reset_password",
    }
}

impl LinkPurpose {
    /// How long such a link is good.
    #[must_use]
    pub fn lifetime(self) -> Duration {
        match self {
            Self::VerifyEmail => Duration::hours(24),
            Self::ResetPassword => Duration::minutes(30),
        }
    }
}

/// A link that was mailed, good for one use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Identity.
    pub id: LinkId,
    /// Whose account.
    pub account: UserId,
    /// What for.
    pub purpose: LinkPurpose,
    /// The token in it, hashed.
    pub token: TokenHash,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stops being good.
    pub expires_at: Timestamp,
    /// When it was used or withdrawn.
    pub spent_at: Option<Timestamp>,
}

impl Link {
    /// Whether the link can be used at `now`.
    #[must_use]
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.spent_at.is_none() && now < self.expires_at
    }
}

/// The administrators that can act, with a version that every change of them moves, so that two changes at once cannot
/// remove the last one. It moves with every change of what roles people have and of what roles may do, too: each of these is
/// decided on all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdminRoster {
    /// Moves with every change of membership, of the roles of an account, and of a role.
    pub version: Version,
    /// The acting administrators.
    pub members: Vec<UserId>,
}

codes! {
    /// The life of a signing key.
    KeyState {
        /// Published, not signing yet.
        Next = "next",
        /// Signing. There is one.
        Active = "active",
        /// Still verifying what it signed.
        Retiring = "retiring",
        /// No longer published.
        Retired = "retired",
    }
}

/// A key that signs access tokens.
#[derive(Clone, derive_more::Debug, PartialEq, Eq)]
pub struct SigningKey {
    /// The JWK thumbprint (RFC 7638).
    pub kid: String,
    /// The JWS algorithm, `EdDSA`.
    pub algorithm: String,
    /// The public key as a JWK (RFC 7517).
    pub public_jwk: Value,
    /// The private key, sealed with the master key.
    #[debug(skip)]
    pub sealed_private: String,
    /// Where it is in its life.
    pub state: KeyState,
    /// When it was made.
    pub created_at: Timestamp,
    /// Since when it is in its state.
    pub since: Timestamp,
}

#[cfg(test)]
mod tests;
