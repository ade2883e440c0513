//! A house with accounts, and what its people do in many tests.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use async_trait::async_trait;
use eop_contract::events::{Events, Held};
use eop_contract::fixture::{at_s, email};
use eop_core::identity::command::{EnsureAccount, LogIn, Register, Secret};
use eop_core::identity::error::IdentityError;
use eop_core::identity::event::{self, IdentityData, LINK_REQUESTED, LINK_SEAL};
use eop_core::identity::model::{Account, LinkPurpose, PasswordHash, Session};
use eop_core::identity::port::{
    HasherBusy, IdentityStore, PasswordCheck, PasswordHasher, PolicyStore, SecretTokens, TokenIssuer,
    TokenVerifier, VerifiedToken,
};
use eop_core::identity::service::{IdentityLimits, IdentityPorts, IdentityService, StandingVerifier, Tokens};
use eop_core::kernel::actor::{Actor, Origin, Principal, Role};
use eop_core::kernel::id::UserId;
use eop_core::kernel::network::Network;
use eop_memory::{
    FixedClock, MemoryIdentity, MemoryThrottle, PlainClients, PlainHasher, PlainSealer, PlainSecrets,
    PlainTokens, SequentialIds, TableMaker, TablePolicy,
};

use crate::policy;

/// What everybody here chooses as a password.
pub(crate) const PASSWORD: &str = "correct horse battery staple";
/// What they change it to.
pub(crate) const NEW_PASSWORD: &str = "seventeen purple umbrellas";

/// Counts how often passwords were hashed and compared, and refuses to when it is told to be busy.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    pub(crate) hashed: AtomicU64,
    pub(crate) compared: AtomicU64,
    pub(crate) busy: AtomicBool,
    /// The hashes that comparisons are to be as much work as.
    pub(crate) expected: Mutex<Vec<PasswordHash>>,
}

impl Watched {
    fn note(&self, count: &AtomicU64) -> Result<(), HasherBusy> {
        count.fetch_add(1, Ordering::SeqCst);
        if self.busy.load(Ordering::SeqCst) { Err(HasherBusy) } else { Ok(()) }
    }
}

#[async_trait]
impl PasswordHasher for Watched {
    async fn hash(&self, password: &str, asker: Option<Network>) -> Result<PasswordHash, HasherBusy> {
        self.note(&self.hashed)?;
        PlainHasher.hash(password, asker).await
    }

    async fn verify(
        &self,
        password: &str,
        hash: Option<&PasswordHash>,
        asker: Option<Network>,
    ) -> Result<PasswordCheck, HasherBusy> {
        self.note(&self.compared)?;
        PlainHasher.verify(password, hash, asker).await
    }

    async fn strength(
        &self,
        password: &str,
        related: &[&str],
        asker: Option<Network>,
    ) -> Result<u8, HasherBusy> {
        PlainHasher.strength(password, related, asker).await
    }

    fn expect_like(&self, hash: &PasswordHash) {
        self.expected.lock().unwrap().push(hash.clone());
    }
}

/// The identity service over fakes.
pub(crate) struct House {
    pub(crate) users: Arc<IdentityService>,
    pub(crate) database: Arc<MemoryIdentity>,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) hasher: Arc<Watched>,
    ports: IdentityPorts,
    _described: Held,
}

static EVENTS: LazyLock<Events> = LazyLock::new(|| Events::of(event::PUBLISHED));

/// A house without accounts, that can sign tokens.
pub(crate) async fn a_house() -> House {
    let house = a_house_without_keys();
    house.users.tend_keys().await.unwrap();
    house
}

pub(crate) fn a_house_without_keys() -> House {
    let database = Arc::new(MemoryIdentity::new());
    let clock = Arc::new(FixedClock::at(at_s(0)));
    let hasher = Arc::new(Watched::default());
    let ports = IdentityPorts {
        store: database.clone(),
        queries: database.clone(),
        policies: database.clone(),
        access: Arc::new(policy::shipped()),
        maker: Arc::new(TableMaker),
        hasher: hasher.clone(),
        secrets: Arc::new(PlainSecrets::default()),
        issuer: Arc::new(PlainTokens::new()),
        clients: Arc::new(PlainClients),
        sealer: Arc::new(PlainSealer),
        throttle: Arc::new(MemoryThrottle::default()),
        clock: clock.clone(),
        ids: Arc::new(SequentialIds::default()),
    };
    let users = Arc::new(IdentityService::new(ports.clone(), IdentityLimits::default()));
    let told = database.clone();
    House { users, database, clock, hasher, ports, _described: EVENTS.hold(move || told.events()) }
}

impl House {
    /// The same house within other limits.
    pub(crate) fn within(self, limits: &IdentityLimits) -> Self {
        Self { users: Arc::new(IdentityService::new(self.ports.clone(), *limits)), ..self }
    }

    /// What checks the access tokens of this house, at every request.
    pub(crate) fn verifier(&self) -> StandingVerifier {
        StandingVerifier::new(Arc::new(PlainTokens::new()), self.database.clone())
    }

    /// The same house, where these rules decide who may do what.
    pub(crate) fn with_policy(self, rules: &str) -> Self {
        let ports = IdentityPorts { access: Arc::new(policy::grants(rules)), ..self.ports };
        let users = Arc::new(IdentityService::new(ports.clone(), IdentityLimits::default()));
        Self { users, ports, ..self }
    }

    /// The same house, where the policy on file decides who may do what.
    pub(crate) async fn deciding_by_file(self) -> Self {
        let rules = self.database.find_policy().await.unwrap().rules();
        let ports = IdentityPorts { access: Arc::new(TablePolicy::of(&rules)), ..self.ports };
        let users = Arc::new(IdentityService::new(ports.clone(), IdentityLimits::default()));
        Self { users, ports, ..self }
    }

    /// One more instance of the service over `store`, which would make the `n`-th key.
    pub(crate) fn another_instance(&self, n: usize, store: Arc<dyn IdentityStore>) -> Arc<IdentityService> {
        let issuer = PlainTokens::new();
        for _ in 1..n {
            issuer.generate_key(at_s(0));
        }
        let ports = IdentityPorts { store, issuer: Arc::new(issuer), ..self.ports.clone() };
        Arc::new(IdentityService::new(ports, IdentityLimits::default()))
    }

    /// The same service with `store` before its database.
    pub(crate) fn through(&self, store: Arc<dyn IdentityStore>) -> Arc<IdentityService> {
        let ports = IdentityPorts { store, ..self.ports.clone() };
        Arc::new(IdentityService::new(ports, IdentityLimits::default()))
    }

    /// Makes an active account with these roles.
    pub(crate) async fn with(&self, address: &str, roles: &[Role]) -> Account {
        let command = EnsureAccount {
            name: "Somebody".to_owned(),
            email: address.to_owned(),
            password: secret(PASSWORD),
            roles: roles.iter().cloned().collect(),
        };
        assert!(self.users.ensure_account(command).await.unwrap(), "{address} is new");
        self.account(address).await
    }

    /// The account of an address, as stored.
    pub(crate) async fn account(&self, address: &str) -> Account {
        self.database.find_account_by_email(&email(address)).await.unwrap().expect("the account is there")
    }

    pub(crate) async fn log_in(&self, address: &str, password: &str) -> Result<Tokens, IdentityError> {
        self.users.log_in(logging_in(address, password)).await
    }

    pub(crate) async fn refresh(&self, token: &str) -> Result<Tokens, IdentityError> {
        self.users.refresh(&secret(token), &Origin::default()).await
    }

    /// What the access token says.
    pub(crate) async fn read(&self, tokens: &Tokens) -> VerifiedToken {
        PlainTokens::new().verify(&tokens.access.token, at_s(0)).await.unwrap()
    }

    /// The session, as stored.
    pub(crate) async fn session(&self, tokens: &Tokens) -> Session {
        self.database.find_session(tokens.session).await.unwrap().expect("the session is there")
    }

    /// The types of all events so far, oldest first.
    pub(crate) fn told(&self) -> Vec<String> {
        self.database.events().into_iter().map(|event| event.kind).collect()
    }

    /// The data of the newest event of type `kind`.
    pub(crate) fn last(&self, kind: &str) -> IdentityData {
        let event = self.database.events().into_iter().rfind(|event| event.kind == kind);
        event.expect("such an event was told").data.read().unwrap()
    }

    /// The audit log as `action outcome`.
    pub(crate) fn audited(&self) -> Vec<String> {
        self.database
            .audit()
            .iter()
            .map(|entry| format!("{} {}", entry.action, entry.outcome.as_str()))
            .collect()
    }

    /// The tokens of all links that were mailed for `purpose`, oldest first.
    pub(crate) fn mailed(&self, purpose: LinkPurpose) -> Vec<Secret> {
        let links = self.database.events().into_iter().filter(|event| event.kind == LINK_REQUESTED);
        links
            .filter_map(|event| event.data.read::<IdentityData>().unwrap().link)
            .filter(|link| link.purpose == purpose.as_str())
            .map(|link| self.ports.sealer.open(LINK_SEAL, &link.sealed_token).unwrap())
            .map(|token| Secret(String::from_utf8(token).unwrap()))
            .collect()
    }

    pub(crate) fn secrets(&self) -> &dyn SecretTokens {
        &*self.ports.secrets
    }
}

pub(crate) fn secret(text: &str) -> Secret {
    Secret(text.to_owned())
}

/// A request from the `n`-th network.
pub(crate) fn from(n: u8) -> Origin {
    Origin { ip: Some(IpAddr::V4(Ipv4Addr::new(192, 0, n, 2))), ..Origin::default() }
}

pub(crate) fn registering(address: &str) -> Register {
    Register {
        name: "Alice Example".to_owned(),
        email: address.to_owned(),
        password: secret(PASSWORD),
        locale: None,
        time_zone: None,
        origin: Origin::default(),
    }
}

pub(crate) fn logging_in(address: &str, password: &str) -> LogIn {
    LogIn { email: address.to_owned(), password: secret(password), origin: Origin::default() }
}

/// The person of `account`, with its roles, in no session.
pub(crate) fn as_actor(account: &Account) -> Actor {
    actor(account.id, &account.roles)
}

fn actor(id: UserId, roles: &BTreeSet<Role>) -> Actor {
    let roles = roles.iter().cloned().collect();
    Actor { principal: Principal::User(id), roles, session: None, origin: Origin::default() }
}

/// The person of `account` in the session of `tokens`.
pub(crate) fn in_session(account: &Account, tokens: &Tokens) -> Actor {
    Actor { session: Some(tokens.session), ..as_actor(account) }
}

/// Places and codes of refused values.
pub(crate) fn fields(error: &IdentityError) -> Vec<(&str, &'static str)> {
    use eop_core::kernel::error::DomainError;
    error.fields().iter().map(|error| (&*error.field, error.code)).collect()
}
