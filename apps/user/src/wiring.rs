//! The adapters of a running user service, one line each.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use eop_assembly::checks::{BrokerCheck, DatabaseCheck, KeysCheck, LoopsCheck};
use eop_assembly::host::http_options;
use eop_assembly::parked::ParkedCheck;
use eop_assembly::policy::{self, Way};
use eop_assembly::settings::Settings;
use eop_assembly::{Bus, Host, audit, console, crash, database, outbox, relay, retention, tokens};
use eop_casbin::CasbinPolicy;
use eop_core::identity::command::{EnsureAccount, Secret};
use eop_core::identity::error::IdentityError;
use eop_core::identity::port::{IdentityQueries, TokenIssuer, TokenVerifier};
use eop_core::identity::service::{
    IdentityLimits, IdentityPorts, IdentityService, PolicyOfStore, StandingVerifier, USER_SERVICE,
};
use eop_core::kernel::actor::Role;
use eop_core::kernel::policy::PolicySource;
use eop_core::kernel::throttle::Limit;
use eop_credentials::{
    AeadSealer, Argon2Hasher, Ed25519Issuer, IssuerConfig, JwksVerifier, LocalKeys, MasterKey,
    PlatformClients, RandomTokens, VerifierConfig,
};
use eop_http::{App, Cursors, Service};
use eop_migrations::identity::Migrator;
use eop_sql::{Database, SqlIdentity, SqlOutbox, SqlRetention, SqlThrottle};
use secrecy::ExposeSecret;

use crate::api::{UseCases, api};
use crate::measured;

/// A started user service: its interface, and what others in the process need of it.
#[derive(derive_more::Debug)]
#[debug("UserParts {{ .. }}")]
pub struct UserParts<T> {
    /// The interface.
    pub service: Service<T>,
    /// The use cases, to seed accounts.
    pub identity: Arc<IdentityService>,
    /// What they work with, for use cases with ids of their own.
    pub ports: IdentityPorts,
    /// Verifies access tokens with the keys in this process.
    pub verifier: Arc<dyn TokenVerifier>,
    /// The policy that it holds, for the other services in this process.
    pub policy: Arc<dyn PolicySource>,
}

/// How often the stored keys are looked at: for so long an instance may sign with a key that another one rotated.
const KEYS_EVERY: Duration = Duration::from_secs(5);

/// What a service of its own cannot do without.
const NEEDED: [&str; 4] = ["EOP_DATABASE_URL", "EOP_BROKER_URL", "EOP_MASTER_KEY", "EOP_ISSUER"];

/// Starts the service on its own: everything from the settings.
///
/// # Errors
/// When a setting is missing or a part cannot be used.
pub async fn start(host: Host, settings: Settings, no_migrate: bool) -> Result<App> {
    settings.require(&NEEDED)?;
    let bus = Bus::open(&settings.broker, &host)?;
    let parts = assemble(&host, &settings, &bus, no_migrate).await?;
    ensure_first_admin(&parts.identity, &settings).await?;
    parts.service.build().map_err(Into::into)
}

/// Makes sure that the administrator whom the settings name exists, if they name one.
///
/// # Errors
/// When the address or password is refused, or the database does not answer.
pub async fn ensure_first_admin(identity: &IdentityService, settings: &Settings) -> Result<()> {
    let Some((email, password)) = settings.identity.bootstrap_admin() else { return Ok(()) };
    if ensure_admin(identity, "Administrator", email, password.expose_secret()).await? {
        tracing::info!("the first administrator was made");
    }
    Ok(())
}

/// Makes sure that an administrator with this address exists. Returns whether the account was made now.
///
/// # Errors
/// When the address or password is refused, or the database does not answer.
pub async fn ensure_admin(
    identity: &IdentityService,
    name: &str,
    email: &str,
    password: &str,
) -> Result<bool> {
    let command = EnsureAccount {
        name: name.to_owned(),
        email: email.to_owned(),
        password: Secret(password.to_owned()),
        roles: BTreeSet::from([Role::ADMIN]),
    };
    identity.ensure_account(command).await.context("the administrator cannot be made")
}

/// The use cases over the service's database, without background tasks: for commands.
///
/// # Errors
/// When the database cannot be used.
pub async fn identity(host: &Host, settings: &Settings) -> Result<Arc<IdentityService>> {
    Ok(compose(host, settings, false).await?.identity)
}

/// The use cases and what they stand on.
struct Composed {
    database: Database,
    master: MasterKey,
    identity: Arc<IdentityService>,
    ports: IdentityPorts,
    seat: Arc<CasbinPolicy>,
    issuer: Arc<dyn TokenIssuer>,
    queries: Arc<dyn IdentityQueries>,
}

async fn compose(host: &Host, settings: &Settings, no_migrate: bool) -> Result<Composed> {
    let master = tokens::master_key(settings)?;
    let database = database::open::<Migrator>("user", &settings.database, host, no_migrate).await?;
    let store = Arc::new(SqlIdentity::new(&database));
    let sealer = Arc::new(AeadSealer::new(&master));
    let issuer =
        Ed25519Issuer::new(issuer_config(settings)?, Arc::clone(&sealer) as _, Arc::clone(&host.ids));
    let issuer = measured::issuer(host, Arc::new(issuer));
    let hasher = Arc::new(Argon2Hasher::new());
    measured::hasher(host, &hasher);
    let seat = Arc::new(CasbinPolicy::built_in()?);
    let ports = IdentityPorts {
        store: crash::identity(measured::identity(host, Arc::clone(&store) as _)),
        policies: Arc::clone(&store) as _,
        queries: store,
        access: Arc::clone(&seat) as _,
        maker: Arc::clone(&seat) as _,
        hasher,
        secrets: Arc::new(RandomTokens::new(&master)),
        issuer: Arc::clone(&issuer),
        clients: Arc::new(PlatformClients::new(&master)),
        sealer,
        throttle: Arc::new(SqlThrottle::new(&database)),
        clock: database.clock(),
        ids: Arc::clone(&host.ids),
    };
    let queries = Arc::clone(&ports.queries);
    let identity = Arc::new(IdentityService::new(ports.clone(), limits(settings)));
    Ok(Composed { database, master, identity, ports, seat, issuer, queries })
}

/// The limits of identity, as the settings say.
#[must_use]
pub fn limits(settings: &Settings) -> IdentityLimits {
    let registrations = match settings.identity.registrations_per_hour {
        0 => None,
        max => Some(Limit { max, window: Duration::from_hours(1) }),
    };
    let smtputf8 = settings.mail.smtputf8.unwrap_or(false);
    let days = u64::from(settings.identity.key_rotation_days);
    IdentityLimits {
        registrations_per_network: registrations,
        smtputf8,
        key_lifetime: (days > 0).then(|| Duration::from_hours(24 * days)),
        ..IdentityLimits::default()
    }
}

fn issuer_config(settings: &Settings) -> Result<IssuerConfig> {
    let lifetime = chrono::Duration::seconds(i64::try_from(settings.token.access_ttl_s)?);
    Ok(IssuerConfig { lifetime, ..IssuerConfig::new(settings.token.required_issuer()?) })
}

/// Follows the life of the signing keys, until the process stops.
fn tend_keys(host: &Host, identity: &Arc<IdentityService>, verifiers: [Arc<JwksVerifier>; 2]) {
    let identity = Arc::clone(identity);
    host.every("user", "signing keys", KEYS_EVERY, move || {
        let (identity, verifiers) = (Arc::clone(&identity), verifiers.clone());
        async move {
            identity.tend_keys().await?;
            for verifier in verifiers {
                verifier.renew().await;
            }
            Ok::<_, IdentityError>(())
        }
    });
}

/// Starts the background tasks of the service and gives its interface.
///
/// # Errors
/// When the database or the signing key cannot be used.
pub async fn assemble(
    host: &Host,
    settings: &Settings,
    bus: &Bus,
    no_migrate: bool,
) -> Result<UserParts<impl poem_openapi::OpenApi + 'static>> {
    let Composed { database, master, identity, ports, seat, issuer, queries } =
        compose(host, settings, no_migrate).await?;
    identity.tend_keys().await?;
    if identity.ensure_policy(&eop_casbin::shipped()).await? {
        tracing::info!("the roles that this version ships with are on file");
    }
    identity.learn_password_hashes().await?;
    let config = VerifierConfig::new(settings.token.required_issuer()?);
    let keys = Arc::new(LocalKeys::new(issuer));
    let own = config.clone().of_service(USER_SERVICE);
    let own = Arc::new(JwksVerifier::new(own, Arc::clone(&keys) as _));
    let local = Arc::new(JwksVerifier::new(config, keys));
    tend_keys(host, &identity, [Arc::clone(&own), Arc::clone(&local)]);
    let (own, verifier): (Arc<dyn TokenVerifier>, Arc<dyn TokenVerifier>) = (own, local);
    let source: Arc<dyn PolicySource> = Arc::new(PolicyOfStore::new(Arc::clone(&ports.policies)));
    let way = Way { source: Arc::clone(&source), seat, keeper: None };
    let followed = policy::follow("user", host, bus, way, database.clock()).await?;
    let parked = ParkedCheck(Arc::new(SqlOutbox::new(&database)));
    relay::spawn("user", host, &database, bus.publisher());
    let forgetting = SqlRetention::of_identity(&database);
    retention::spawn(
        "user",
        host,
        (Arc::new(forgetting), database.clock()),
        retention::periods(&settings.retention),
    );

    let use_cases = UseCases {
        identity: Arc::clone(&identity),
        pipeline: outbox::pipeline(&database, Arc::clone(&ports.access), host),
        audit: audit::trail(&database, Arc::clone(&ports.access)),
        console: console::console("user", host, Arc::clone(&ports.access)),
        cursors: Cursors::new(&master.derive("user cursors")),
        secure_cookies: settings.http.public_url.as_deref().is_some_and(|url| url.starts_with("https://")),
    };
    let service = api(&use_cases)
        // The sessions are here: what became of one counts from the next request on. The others hear of it.
        .verifier(Arc::new(StandingVerifier::new(own, queries)))
        .access(Arc::clone(&ports.access))
        .clock(Arc::clone(&host.clock))
        .ids(Arc::clone(&host.ids))
        .metrics(host.metrics.clone())
        .options(http_options(&settings.http))
        .readiness(vec![
            Arc::new(DatabaseCheck(database)),
            Arc::new(BrokerCheck(bus.clone())),
            Arc::new(KeysCheck(Arc::clone(&verifier))),
            followed,
            Arc::new(parked),
            Arc::new(LoopsCheck { pulses: host.pulses.clone(), service: "user" }),
        ]);
    Ok(UserParts { service, identity, ports, verifier, policy: source })
}
