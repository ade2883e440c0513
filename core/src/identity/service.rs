//! The use cases of identity: load, decide, commit.

mod accounts;
mod admin;
mod clients;
mod collisions;
mod cut_offs;
mod decisions;
mod following;
mod ground;
mod hearing;
mod keys;
mod limits;
mod links;
mod passwords;
mod refresh;
mod registration;
mod republish;
mod roles;
mod sessions;
mod sign_in;
mod standing;

use std::sync::Arc;

pub use self::clients::USER_SERVICE;
pub use self::collisions::{Collision, collisions};
pub use self::cut_offs::{CutOff, CutOffVerifier, CutOffs};
pub use self::decisions::{Decision, OwnedRule};
pub use self::following::{Followed, NotFollowed, PolicyFollower, PolicyOfStore, hears_of_policy};
pub use self::hearing::{Hearing, HearingStep};
pub use self::limits::IdentityLimits;
pub use self::republish::Republished;
pub use self::sign_in::Tokens;
pub use self::standing::StandingVerifier;
use super::error::IdentityError;
use super::event::{IdentityData, LinkFact, PolicyData, SESSION_REVOKED, SessionFact, event, policy_changed};
use super::model::{Account, Link};
use super::port::{
    IdentityQueries, IdentityStore, IdentityWrite, PasswordHasher, PolicyStore, SecretTokens, ServiceClients,
    TokenIssuer,
};
use crate::kernel::access::{AccessPolicy, Denied, Permission, Scope};
use crate::kernel::actor::{Actor, Role};
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::{Clock, Timestamp};
use crate::kernel::commit::{Commit, Version};
use crate::kernel::draft::{self, Said, Unsaid};
use crate::kernel::email::Email;
use crate::kernel::error::StoreError;
use crate::kernel::event::Event;
use crate::kernel::id::{IdGenerator, SessionId, UserId};
use crate::kernel::policy::PolicyMaker;
use crate::kernel::refusals::Refusals;
use crate::kernel::sealed::Sealer;
use crate::kernel::throttle::Throttle;

/// What the use cases of identity work with.
#[derive(Clone, derive_more::Debug)]
#[debug("IdentityPorts {{ .. }}")]
pub struct IdentityPorts {
    /// Keeps accounts and sessions.
    pub store: Arc<dyn IdentityStore>,
    /// Reads them for people.
    pub queries: Arc<dyn IdentityQueries>,
    /// The policy that is on file.
    pub policies: Arc<dyn PolicyStore>,
    /// Decides who may do what.
    pub access: Arc<dyn AccessPolicy>,
    /// Makes policies, to see what a change would do.
    pub maker: Arc<dyn PolicyMaker>,
    /// Hashes passwords.
    pub hasher: Arc<dyn PasswordHasher>,
    /// Makes refresh tokens and links.
    pub secrets: Arc<dyn SecretTokens>,
    /// Signs access tokens.
    pub issuer: Arc<dyn TokenIssuer>,
    /// Knows the services that may have tokens.
    pub clients: Arc<dyn ServiceClients>,
    /// Seals links inside events.
    pub sealer: Arc<dyn Sealer>,
    /// Limits tries.
    pub throttle: Arc<dyn Throttle>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Issues ids.
    pub ids: Arc<dyn IdGenerator>,
}

/// The use cases of identity.
#[derive(derive_more::Debug)]
pub struct IdentityService {
    #[debug(skip)]
    ports: IdentityPorts,
    limits: IdentityLimits,
    #[debug(skip)]
    refusals: Refusals,
}

/// A commit under construction: what every change of an account needs to say, said once.
struct Draft<'a, Audit = Unsaid> {
    ids: &'a dyn IdGenerator,
    actor: &'a Actor,
    now: Timestamp,
    commit: draft::Draft<IdentityWrite, Audit>,
}

impl<'a, Audit> Draft<'a, Audit> {
    fn write(self, write: IdentityWrite) -> Self {
        Self { commit: self.commit.write(write), ..self }
    }

    fn tell(self, kind: &'static str, account: &Account) -> Self {
        self.publish(kind, account, &IdentityData::of(account))
    }

    /// That all sessions of `account` ended but `kept`.
    fn tell_others_ended(self, account: &Account, kept: Option<SessionId>) -> Self {
        self.publish(SESSION_REVOKED, account, &IdentityData { kept, ..IdentityData::of(account) })
    }

    fn tell_session(self, kind: &'static str, account: &Account, session: SessionFact) -> Self {
        self.publish(kind, account, &IdentityData { session: Some(session), ..IdentityData::of(account) })
    }

    fn tell_link(self, kind: &'static str, account: &Account, link: LinkFact) -> Self {
        self.publish(kind, account, &IdentityData { link: Some(link), ..IdentityData::of(account) })
    }

    fn publish(self, kind: &'static str, account: &Account, data: &IdentityData) -> Self {
        let one: Event = event(kind, data, account.version.0, self.actor, self.now, self.ids);
        Self { commit: self.commit.tell([one]), ..self }
    }

    /// With the change of who administers, if one of the account's changes is that.
    async fn touch_admins(
        self,
        store: &dyn IdentityStore,
        before: &Account,
        after: &Account,
    ) -> Result<Self, StoreError> {
        if before.is_acting_admin() == after.is_acting_admin() {
            return Ok(self);
        }
        let from = store.admin_roster().await?.version;
        Ok(self.write(IdentityWrite::TouchAdmins { from }))
    }

    /// That the policy is of the next version, because these roles changed.
    fn tell_policy(self, version: Version, roles: Vec<Role>) -> Self {
        let one = policy_changed(&PolicyData { version, roles }, self.actor, self.now, self.ids);
        Self { commit: self.commit.tell([one]), ..self }
    }

    fn entry(&self, action: &'static str, target: String, detail: serde_json::Value) -> AuditEntry {
        AuditEntry::done(self.ids, self.now, self.actor, action, target, detail)
    }

    fn with<B>(
        self,
        commit: impl FnOnce(draft::Draft<IdentityWrite, Audit>) -> draft::Draft<IdentityWrite, B>,
    ) -> Draft<'a, B> {
        let Self { ids, actor, now, commit: before } = self;
        Draft { ids, actor, now, commit: commit(before) }
    }
}

impl<'a> Draft<'a> {
    fn audit(self, action: &'static str, target: UserId, detail: serde_json::Value) -> Draft<'a, Said> {
        self.audit_of(action, format!("user:{target}"), detail)
    }

    fn audit_of(self, action: &'static str, target: String, detail: serde_json::Value) -> Draft<'a, Said> {
        let entry = self.entry(action, target, detail);
        self.with(|commit| commit.audit(entry))
    }

    fn unaudited(self, because: &'static str) -> Draft<'a, Said> {
        self.with(|commit| commit.unaudited(because))
    }
}

impl Draft<'_, Said> {
    fn audit_too(self, action: &'static str, target: UserId, detail: serde_json::Value) -> Self {
        let entry = self.entry(action, format!("user:{target}"), detail);
        self.with(|commit| commit.audit_too(entry))
    }

    fn done(self) -> Commit<IdentityWrite> {
        self.commit
            .unrepeated("identity takes no idempotency keys: versions and links tell what was done")
            .done()
    }
}

impl IdentityService {
    /// The use cases over these ports, within these limits.
    #[must_use]
    pub fn new(ports: IdentityPorts, limits: IdentityLimits) -> Self {
        Self { ports, limits, refusals: Refusals::default() }
    }

    fn now(&self) -> Timestamp {
        self.ports.clock.now()
    }

    fn draft<'a>(&'a self, actor: &'a Actor, now: Timestamp) -> Draft<'a> {
        Draft { ids: &*self.ports.ids, actor, now, commit: draft::Draft::of([]) }
    }

    /// The account of the address that somebody typed: in its one form, or in the spelling under which it was stored before
    /// addresses had one. That one comes first: it is what its owner always typed.
    async fn find_by_address(&self, typed: &str) -> Result<Option<Account>, StoreError> {
        let (present, former): (Option<Email>, _) = (typed.parse().ok(), Email::formerly(typed));
        let found = match &present {
            Some(email) => self.ports.store.find_account_by_email(email).await?,
            None => None,
        };
        if present.as_ref() == Some(&former) || !typed.contains('@') || typed.contains('\0') {
            return Ok(found);
        }
        Ok(self.ports.store.find_account_by_email(&former).await?.or(found))
    }

    /// The account of `actor`, if it has `permission` at all. Whoever has no account has nothing of its own.
    fn own_id(&self, actor: &Actor, permission: Permission) -> Result<UserId, IdentityError> {
        actor.reach(&*self.ports.access, permission)?;
        actor.user_id().ok_or(IdentityError::Denied(Denied { permission }))
    }

    /// The account of `id`, if `actor` has `permission` over it.
    async fn find_permitted(
        &self,
        actor: &Actor,
        permission: Permission,
        id: UserId,
    ) -> Result<Account, IdentityError> {
        let reach = actor.reach(&*self.ports.access, permission)?;
        if reach == Scope::Own && actor.user_id() != Some(id) {
            return Err(IdentityError::NotFound);
        }
        self.ports.store.find_account(id).await?.ok_or(IdentityError::NotFound)
    }

    /// The link that was made, and the fact to publish about it.
    fn new_link(
        &self,
        account: &Account,
        purpose: super::model::LinkPurpose,
        now: Timestamp,
    ) -> (Link, LinkFact) {
        let token = self.ports.secrets.generate();
        let link = Link {
            id: crate::kernel::id::LinkId::next(&*self.ports.ids),
            account: account.id,
            purpose,
            token: self.ports.secrets.hash(&token),
            created_at: now,
            expires_at: now + purpose.lifetime(),
            spent_at: None,
        };
        let fact = LinkFact::new(&link, self.ports.sealer.seal(super::event::LINK_SEAL, token.as_bytes()));
        (link, fact)
    }
}

/// Refuses unless the actor looked at the version that is there.
fn match_version(if_match: Option<Version>, current: Version) -> Result<(), IdentityError> {
    match if_match {
        Some(version) if version != current => Err(IdentityError::VersionMismatch { current }),
        Some(_) | None => Ok(()),
    }
}
