//! The user service over fakes, at a fixed time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};

use eop_api_contract::client::{Api, Call};
use eop_api_contract::outbox::{Described, Operated};
use eop_api_contract::people::{Caller, token_of};
use eop_api_contract::reply::Reply;
use eop_api_contract::system;
use eop_casbin::CasbinPolicy;
use eop_contract::events::Events;
use eop_contract::fixture::{a_key, a_link, a_session, an_account, at_s, id};
use eop_core::identity::event::{IdentityData, LINK_REQUESTED, LINK_SEAL};
use eop_core::identity::model::{
    Account, AccountState, KeyState, Link, LinkPurpose, PasswordHash, RoleDefinition, Session, SigningKey,
};
use eop_core::identity::port::{
    AccessClaims, AccessToken, IdentityStore, IdentityWrite, NoSigningKey, SecretTokens, ServiceClaims,
    TokenIssuer, TokenVerifier,
};
use eop_core::identity::service::{IdentityLimits, IdentityPorts, IdentityService, StandingVerifier};
use eop_core::kernel::access::Scope;
use eop_core::kernel::actor::Role;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, Version};
use eop_core::kernel::console::Console;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::{RoleId, UserId};
use eop_core::kernel::pipeline::Pipeline;
use eop_core::kernel::policy::{Effect, Rule};
use eop_core::kernel::sealed::Sealer;
use eop_core::kernel::trail::AuditTrail;
use eop_http::{App, Cursors};
use eop_memory::{
    Database, FixedClock, IdentityTables, MemoryIdentity, MemoryThrottle, PlainClients, PlainHasher,
    PlainSealer, PlainSecrets, PlainTokens, SequentialIds,
};
use eop_user::api::{UseCases, api};
use serde_json::{Value, json};

/// Where one exchange per operation is kept.
pub(crate) const EXCHANGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exchanges");
/// The password of every account, as in the examples of the document.
pub(crate) const PASSWORD: &str = "plum-ladder-42-cloud";
/// What people change it to.
pub(crate) const NEW_PASSWORD: &str = "harbour-violet-9-piano";

pub(crate) static POLICY: LazyLock<Arc<CasbinPolicy>> =
    LazyLock::new(|| Arc::new(CasbinPolicy::built_in().unwrap()));

/// The user service over fakes.
pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) api: Api,
    pub(crate) database: Arc<MemoryIdentity>,
    pub(crate) clock: Arc<FixedClock>,
    made: AtomicU64,
    described: Described,
}

/// What the document of the service says of its events.
static EVENTS: OnceLock<Events> = OnceLock::new();

/// What a world can be given instead of the usual.
pub(crate) struct Parts {
    pub(crate) issuer: Arc<dyn TokenIssuer>,
    pub(crate) verifier: Arc<dyn TokenVerifier>,
    pub(crate) secure_cookies: bool,
    pub(crate) cursor_secret: &'static str,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            issuer: Arc::new(Published(PlainTokens::new())),
            verifier: Arc::new(PlainTokens::new()),
            secure_cookies: true,
            cursor_secret: "user cursors",
        }
    }
}

/// Readable tokens, beside a public key as the real issuer publishes it.
struct Published(PlainTokens);

impl TokenIssuer for Published {
    fn generate_key(&self, now: Timestamp) -> SigningKey {
        self.0.generate_key(now)
    }

    fn install(&self, keys: &[SigningKey]) -> Result<(), NoSigningKey> {
        self.0.install(keys)
    }

    fn issue(&self, claims: &AccessClaims) -> Result<AccessToken, NoSigningKey> {
        self.0.issue(claims)
    }

    fn issue_to_service(&self, claims: &ServiceClaims) -> Result<AccessToken, NoSigningKey> {
        self.0.issue_to_service(claims)
    }

    fn jwks(&self) -> Value {
        let mut key = a_key(1, KeyState::Active).public_jwk;
        key["alg"] = json!("EdDSA");
        key["use"] = json!("sig");
        json!({ "keys": [key] })
    }
}

impl World {
    /// A service without accounts.
    pub(crate) async fn new() -> Self {
        Self::of(Parts::default()).await
    }

    /// A service of these parts.
    pub(crate) async fn of(parts: Parts) -> Self {
        let database = Arc::new(MemoryIdentity::new());
        let clock = Arc::new(FixedClock::at(at_s(0)));
        let identity = Arc::new(identity(&database, &clock, parts.issuer));
        identity.tend_keys().await.unwrap();
        identity.ensure_policy(&eop_casbin::shipped()).await.unwrap();
        let use_cases = UseCases {
            identity,
            console: Arc::new(Console::new(Some(system::telemetry("user")), POLICY.clone())),
            audit: Arc::new(AuditTrail::new(database.clone(), POLICY.clone())),
            pipeline: Arc::new(Pipeline::new(
                database.clone(),
                POLICY.clone(),
                clock.clone(),
                Arc::new(SequentialIds::new()),
            )),
            cursors: Cursors::new(parts.cursor_secret.as_bytes()),
            secure_cookies: parts.secure_cookies,
        };
        let verifier = StandingVerifier::new(parts.verifier, database.clone());
        let service =
            api(&use_cases).verifier(Arc::new(verifier)).access(POLICY.clone()).clock(clock.clone());
        let app = service.ids(Arc::new(SequentialIds::new())).build().unwrap();
        let described = Described::of(&app, &EVENTS, &database);
        Self { api: Api::of(app.clone()), app, database, clock, made: AtomicU64::new(100), described }
    }

    /// A request for an operation.
    pub(crate) fn call(&self, operation: &str) -> Call<'_> {
        self.api.call(operation)
    }

    async fn write(&self, write: IdentityWrite) {
        self.database.commit(Commit::of(vec![write])).await.unwrap();
    }

    /// A new account with these roles, in this state.
    pub(crate) async fn account(&self, roles: &[Role], state: AccountState) -> Account {
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        let account = an_account().numbered(n).with_roles(roles.to_vec()).in_state(state);
        let mut account = account.registered_at(at_s(i64::try_from(n).unwrap() - 1000)).build();
        account.password = PasswordHash(format!("plain:{PASSWORD}"));
        self.write(IdentityWrite::InsertAccount(account.clone())).await;
        account
    }

    /// A new role, which reads orders.
    pub(crate) async fn role(&self) -> Role {
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        let name = Role::named(&format!("desk-{n}")).unwrap();
        self.write(IdentityWrite::InsertRole(RoleDefinition {
            id: RoleId(id(n)),
            name: name.clone(),
            description: "Looks into orders".to_owned(),
            rules: vec![Rule::new("order", "read", Scope::Any, Effect::Allow)],
            shipped: None,
            version: Version::FIRST,
            created_at: at_s(0),
            updated_at: at_s(0),
        }))
        .await;
        name
    }

    /// Somebody new with these roles and a token.
    pub(crate) async fn person(&self, roles: &[Role]) -> Caller {
        let id = self.account(roles, AccountState::Active).await.id;
        let session = self.session(id).await.0.id;
        Caller { id, token: Some(token_of(id, roles, Some(session))) }
    }

    /// An administrator.
    pub(crate) async fn admin(&self) -> Caller {
        self.person(&[Role::ADMIN]).await
    }

    /// A new session of `account`, whose refresh token is `refresh-` and the number of the session.
    pub(crate) async fn session(&self, account: UserId) -> (Session, String) {
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        let refresh = format!("refresh-{n}");
        let mut session = a_session().numbered(n).of(account).build();
        session.current = PlainSecrets::default().hash(&refresh);
        self.write(IdentityWrite::InsertSession(session.clone())).await;
        (session, refresh)
    }

    /// The token of a new link for `account`.
    pub(crate) async fn link(&self, account: UserId, purpose: LinkPurpose) -> String {
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        let token = format!("link-{n}");
        let link = Link {
            token: PlainSecrets::default().hash(&token),
            created_at: at_s(0),
            expires_at: at_s(0) + purpose.lifetime(),
            ..a_link(n, account, purpose)
        };
        self.write(IdentityWrite::InsertLink(link)).await;
        token
    }

    /// The name of a new key in this state.
    pub(crate) async fn key(&self, state: KeyState) -> String {
        let key = a_key(self.made.fetch_add(1, Ordering::Relaxed), state);
        let kid = key.kid.clone();
        self.write(IdentityWrite::InsertKey(key)).await;
        kid
    }

    /// Lets the next key have been published long ago.
    pub(crate) async fn age_the_next_key(&self) {
        let keys = self.database.signing_keys().await.unwrap();
        let next = keys.into_iter().find(|key| key.state == KeyState::Next).unwrap();
        let (from, to, at) = (KeyState::Next, KeyState::Next, at_s(-1000));
        self.write(IdentityWrite::MoveKey { kid: next.kid, from, to, at }).await;
    }

    /// The tokens of the links that were mailed, oldest first.
    pub(crate) fn mailed(&self) -> Vec<String> {
        let links = self.database.events().into_iter().filter(|event| event.kind == LINK_REQUESTED);
        let data = links.map(|event| event.data.read::<IdentityData>().unwrap());
        let token = |sealed: &str| String::from_utf8(PlainSealer.open(LINK_SEAL, sealed).unwrap()).unwrap();
        data.map(|data| token(&data.link.unwrap().sealed_token)).collect()
    }

    /// The answer to signing in.
    pub(crate) async fn log_in(&self, email: &str, password: &str) -> Reply {
        let body = json!({ "email": email, "password": password });
        self.call("logIn").header("user-agent", "Browser 1.0").json(&body).send().await
    }

    /// Signs in, and gives the access token and the refresh token.
    pub(crate) async fn signed_in(&self, email: &str) -> (String, String) {
        let tokens = self.log_in(email, PASSWORD).await.expect(200).json();
        let text = |name: &str| tokens[name].as_str().unwrap().to_owned();
        (text("access_token"), text("refresh_token"))
    }

    /// The answer to exchanging a refresh token.
    pub(crate) async fn refresh(&self, token: &str) -> Reply {
        self.call("refreshTokens").json(&json!({ "refresh_token": token })).send().await
    }
}

impl Operated for World {
    type Tables = IdentityTables;

    fn api(&self) -> &Api {
        &self.api
    }

    async fn operator(&self) -> Caller {
        self.admin().await
    }

    fn database(&self) -> &Arc<Database<IdentityTables>> {
        &self.database
    }

    fn described(&self) -> &Described {
        &self.described
    }

    fn kind(&self) -> (Topic, &'static str) {
        (Topic::Identity, "user.registered.v1")
    }
}

fn identity(
    database: &Arc<MemoryIdentity>,
    clock: &Arc<FixedClock>,
    issuer: Arc<dyn TokenIssuer>,
) -> IdentityService {
    let ports = IdentityPorts {
        store: database.clone(),
        queries: database.clone(),
        policies: database.clone(),
        access: POLICY.clone(),
        maker: POLICY.clone(),
        hasher: Arc::new(PlainHasher),
        secrets: Arc::new(PlainSecrets::default()),
        issuer,
        clients: Arc::new(PlainClients),
        sealer: Arc::new(PlainSealer),
        throttle: Arc::new(MemoryThrottle::default()),
        clock: clock.clone(),
        ids: Arc::new(SequentialIds::new()),
    };
    IdentityService::new(ports, IdentityLimits::default())
}
