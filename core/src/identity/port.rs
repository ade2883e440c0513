//! What identity needs from outside: its store, password hashing, tokens and keys.

use std::time::Duration;

use async_trait::async_trait;
use futures::FutureExt;
use futures::future::BoxFuture;
use serde_json::Value;
use thiserror::Error;

use super::model::{
    Account, AccountState, AdminRoster, KeyState, Link, LinkPurpose, PasswordHash, PolicyOnFile,
    RevocationReason, RoleDefinition, Session, SigningKey, TokenHash, TokenOwner,
};
use crate::kernel::actor::{Principal, Role};
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{Commit, CommitError, Version};
use crate::kernel::email::Email;
use crate::kernel::error::StoreError;
use crate::kernel::id::{LinkId, RoleId, SessionId, UserId};
use crate::kernel::network::Network;
use crate::kernel::page::{Direction, Page, PageRequest};

/// One change that identity makes.
#[derive(Clone, Debug)]
pub enum IdentityWrite {
    /// A new account. `Taken(Email)` when the address is in use.
    InsertAccount(Account),
    /// A changed account. `Stale` unless its version is still `from`.
    UpdateAccount {
        /// After the change.
        account: Account,
        /// Before it.
        from: Version,
    },
    /// A new session.
    InsertSession(Session),
    /// A changed session. `Stale` unless its version is still `from`.
    UpdateSession {
        /// After the change.
        session: Session,
        /// Before it.
        from: Version,
    },
    /// The end of every open session of an account, except one.
    RevokeSessions {
        /// Whose.
        account: UserId,
        /// The one that stays.
        except: Option<SessionId>,
        /// Why.
        reason: RevocationReason,
        /// When.
        at: Timestamp,
    },
    /// A new one-time link.
    InsertLink(Link),
    /// The use of a link. `Stale` when it was spent before.
    SpendLink {
        /// Which.
        id: LinkId,
        /// When.
        at: Timestamp,
    },
    /// Spends every unspent link of a purpose, because a newer one or the deed itself makes them void.
    WithdrawLinks {
        /// Whose.
        account: UserId,
        /// What they were for.
        purpose: LinkPurpose,
        /// When.
        at: Timestamp,
    },
    /// A change of who administers, of the roles that somebody has, or of what a role may do: `Stale` unless the roster's
    /// version is still `from`.
    TouchAdmins {
        /// The roster's version that the decision was based on.
        from: Version,
    },
    /// A new signing key. `Taken(ActiveKey)` when it is active and there is an active one, `Taken(NextKey)` when it is the
    /// next one and there is such.
    InsertKey(SigningKey),
    /// A new role. `Taken(Role)` when there is one of its name.
    InsertRole(RoleDefinition),
    /// A changed role. `Stale` unless its version is still `from`.
    UpdateRole {
        /// After the change.
        role: RoleDefinition,
        /// Before it.
        from: Version,
    },
    /// The end of a role. `Stale` unless its version is still `from`.
    RemoveRole {
        /// Which.
        id: RoleId,
        /// The version that was looked at.
        from: Version,
    },
    /// A change of any role: the policy's next version. `Stale` unless its version is still `from`.
    MovePolicy {
        /// The version that the decision was based on.
        from: Version,
        /// Of which generation its shipped roles are then.
        generation: u32,
    },
    /// Takes a signing key into another state: `Stale` unless it is in state `from`. At most one is active: nobody may
    /// write it so while another one is.
    MoveKey {
        /// Which.
        kid: String,
        /// The state that the decision was based on.
        from: KeyState,
        /// The state from now on.
        to: KeyState,
        /// When.
        at: Timestamp,
    },
}

/// Keeps identity's aggregates.
#[async_trait]
pub trait IdentityStore: Send + Sync {
    /// Returns `None` when no account has this id.
    async fn find_account(&self, id: UserId) -> Result<Option<Account>, StoreError>;
    /// Returns `None` when no account has this address, in any of its [spellings](Email::spellings); of several the one in
    /// the first spelling.
    async fn find_account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError>;
    /// Returns `None` when no session has this id.
    async fn find_session(&self, id: SessionId) -> Result<Option<Session>, StoreError>;
    /// The session that ever had this refresh token, be it the newest or an exchanged one.
    async fn find_session_by_token(&self, token: TokenHash) -> Result<Option<TokenOwner>, StoreError>;
    /// The link with this token, spent or not.
    async fn find_link(&self, purpose: LinkPurpose, token: TokenHash) -> Result<Option<Link>, StoreError>;
    /// The acting administrators: role `admin`, verified and not locked.
    async fn admin_roster(&self) -> Result<AdminRoster, StoreError>;
    /// All signing keys that are not retired, newest first.
    async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError>;
    /// Applies a commit whole or not at all.
    async fn commit(&self, commit: Commit<IdentityWrite>) -> Result<(), CommitError>;
}

/// Reads the policy that the platform's database holds; [`IdentityStore::commit`] changes it.
#[async_trait]
pub trait PolicyStore: Send + Sync {
    /// The policy as it is now. What is said of its roles is of its version, or of a later one.
    async fn find_policy(&self) -> Result<PolicyOnFile, StoreError>;
}

/// Which accounts are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountFilter {
    /// Part of the name or address, compared as [`folded`](crate::kernel::text::folded).
    pub text: Option<String>,
    /// Has this role.
    pub role: Option<Role>,
    /// Is in this state (the `until` of a lock is ignored).
    pub state: Option<AccountState>,
}

/// Where a session was opened from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The `User-Agent`.
    pub device: Option<String>,
    /// The address that it was last used from.
    pub ip: Option<String>,
}

/// Reads for people, and what is asked beside the aggregates.
#[async_trait]
pub trait IdentityQueries: Send + Sync {
    /// Accounts by the time of registration.
    async fn list_accounts(
        &self,
        filter: &AccountFilter,
        direction: Direction,
        page: &PageRequest,
    ) -> Result<Page<Account>, StoreError>;
    /// Every session of an account that is kept, newest first, ended ones too.
    async fn list_sessions(&self, account: UserId) -> Result<Vec<Session>, StoreError>;
    /// Where the newest `limit` sessions of an account were opened from, newest first, ended ones too. Costs the same for
    /// an account with ten sessions and with a hundred thousand.
    async fn recent_sign_ins(&self, account: UserId, limit: u16) -> Result<Vec<SignIn>, StoreError>;
    /// A session and its account, by one read: what is asked on every request with a token of the session. Returns `None`
    /// when either is missing.
    async fn find_signed_in(&self, session: SessionId) -> Result<Option<(Session, Account)>, StoreError>;
    /// Of the stored hashes that bcrypt made the one of the highest cost. Returns `None` when there is none.
    async fn costliest_bcrypt(&self) -> Result<Option<PasswordHash>, StoreError>;
}

/// How a password compares with a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordCheck {
    /// It is the password.
    Matches {
        /// The hash is of an older kind or cost: hash again.
        outdated: bool,
    },
    /// It is not.
    Differs,
}

/// So many passwords are being hashed that another one would wait too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("too many sign-ins at once")]
pub struct HasherBusy;

/// Hashes passwords, away from the executor's threads and only a few at a time.
///
/// The work is done for an `asker`, a network of origin or the platform itself; askers have their turns one after the
/// other, so that one who asks much makes nobody else wait for all of it.
#[async_trait]
pub trait PasswordHasher: Send + Sync {
    /// The hash of `password` at the present cost.
    async fn hash(&self, password: &str, asker: Option<Network>) -> Result<PasswordHash, HasherBusy>;
    /// Compares. Does the same work when there is no hash, and then answers `Differs`.
    async fn verify(
        &self,
        password: &str,
        hash: Option<&PasswordHash>,
        asker: Option<Network>,
    ) -> Result<PasswordCheck, HasherBusy>;
    /// How hard `password` is to guess, 0 to 4 (zxcvbn), knowing the person's `related` words. Takes a bounded time
    /// whatever the password.
    async fn strength(
        &self,
        password: &str,
        related: &[&str],
        asker: Option<Network>,
    ) -> Result<u8, HasherBusy>;
    /// From now on a comparison that fails takes as much work as one with `hash`, so that its time does not tell which
    /// accounts have a hash of that kind.
    fn expect_like(&self, hash: &PasswordHash);
}

/// Makes and derives secret tokens.
pub trait SecretTokens: Send + Sync {
    /// A new random token of 32 bytes, as URL-safe text.
    fn generate(&self) -> String;
    /// What is stored of a token.
    fn hash(&self, token: &str) -> TokenHash;
    /// The one successor of a refresh token within its session: HMAC-SHA256 over both, as URL-safe text.
    fn successor(&self, session: SessionId, token: &str) -> String;
}

/// No access token lives longer, whatever the settings say.
pub const LONGEST_TOKEN_LIFE: Duration = Duration::from_hours(1);

/// What an access token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessClaims {
    /// Who (`sub`).
    pub subject: UserId,
    /// The session (`sid`).
    pub session: SessionId,
    /// The version of the account that the token is issued for: who hears that sessions ended or roles changed with a version
    /// knows by it which tokens are older.
    pub account_version: Version,
    /// The roles.
    pub roles: Vec<Role>,
    /// When it is issued (`iat`).
    pub issued_at: Timestamp,
}

/// How long the token of a service is good.
pub const SERVICE_TOKEN_LIFE: Duration = Duration::from_mins(5);

/// What the access token of a service says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceClaims {
    /// Who (`sub` and `client_id`, RFC 9068): the name of the client.
    pub client: String,
    /// The one service that it is for (`aud`).
    pub audience: &'static str,
    /// The roles.
    pub roles: Vec<Role>,
    /// When it is issued (`iat`).
    pub issued_at: Timestamp,
}

/// Who may have the token of a service.
pub trait ServiceClients: Send + Sync {
    /// The roles of the client with this name and secret; `None` when there is none, or the secret is another one. Takes the
    /// same time for either.
    fn authenticate(&self, client: &str, secret: &str) -> Option<Vec<Role>>;
}

/// A signed access token.
#[derive(Clone, derive_more::Debug, PartialEq, Eq)]
pub struct AccessToken {
    /// The JWT in compact form.
    #[debug(skip)]
    pub token: String,
    /// When it stops being good.
    pub expires_at: Timestamp,
}

/// No key can sign: none is installed, or it cannot be opened with the configured master key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no signing key is usable: {0}")]
pub struct NoSigningKey(pub String);

/// Makes keys, and signs with the active one.
pub trait TokenIssuer: Send + Sync {
    /// A new key pair, its private part sealed, in state `Active`.
    fn generate_key(&self, now: Timestamp) -> SigningKey;
    /// Signs with the active of `keys` from now on, and publishes all of them.
    ///
    /// # Errors
    /// [`NoSigningKey`] when none is active or it cannot be opened; the keys before stay in use.
    fn install(&self, keys: &[SigningKey]) -> Result<(), NoSigningKey>;
    /// Signs an access token.
    ///
    /// # Errors
    /// [`NoSigningKey`] before the first successful [`Self::install`].
    fn issue(&self, claims: &AccessClaims) -> Result<AccessToken, NoSigningKey>;
    /// Signs the access token of a service, good for [`SERVICE_TOKEN_LIFE`].
    ///
    /// # Errors
    /// [`NoSigningKey`] before the first successful [`Self::install`].
    fn issue_to_service(&self, claims: &ServiceClaims) -> Result<AccessToken, NoSigningKey>;
    /// The public keys as a JWK set (RFC 7517).
    fn jwks(&self) -> Value;
}

/// What a good access token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedToken {
    /// Who.
    pub principal: Principal,
    /// The roles.
    pub roles: Vec<Role>,
    /// The session, for people.
    pub session: Option<SessionId>,
    /// The version of the account that it was issued for; absent in those of services, and of versions that did not say it.
    pub account_version: Option<Version>,
    /// When it was issued (`iat`), to the second.
    pub issued_at: Timestamp,
    /// When it stops being good.
    pub expires_at: Timestamp,
}

/// Why an access token is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TokenRefused {
    /// It is not a token of this platform for this service.
    #[error("the access token is not valid")]
    Invalid,
    /// It was good, but its time is over.
    #[error("the access token has expired: refresh it or sign in again")]
    Expired,
    /// Its session has ended, or its account cannot sign in any more.
    #[error("the session of the access token has ended: sign in again")]
    Ended,
    /// Its account has changed since it was issued: other roles, or sessions that ended.
    #[error("the account has changed since the access token was issued: refresh it, or sign in again")]
    Superseded,
    /// The keys to check it cannot be had at present.
    #[error("the keys to check access tokens are not available")]
    Unavailable,
    /// Whether its session still stands cannot be asked at present.
    #[error("the sessions of access tokens cannot be checked")]
    Unchecked,
}

/// Checks access tokens offline, against published keys.
#[async_trait]
pub trait TokenVerifier: Send + Sync {
    /// Checks signature, type, issuer, audience and times (RFC 8725, RFC 9068).
    async fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenRefused>;
    /// Waits, from this call on, until tokens that were good may be good no more before their time. A verifier that does not
    /// hear of such things waits for ever.
    fn withdrawn(&self) -> BoxFuture<'static, ()> {
        futures::future::pending().boxed()
    }
    /// Whether there are keys to check with.
    async fn is_ready(&self) -> bool;
}
