//! The adapters of a running notification service, one line each.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use eop_assembly::checks::{BrokerCheck, DatabaseCheck, KeysCheck, LoopsCheck};
use eop_assembly::host::http_options;
use eop_assembly::parked::ParkedCheck;
use eop_assembly::policy::{self, Way};
use eop_assembly::revocations::Revocations;
use eop_assembly::settings::{DatabaseConfig, Settings};
use eop_assembly::{Bus, Host, audit, console, crash, database, measured, outbox, relay, retention, tokens};
use eop_casbin::CasbinPolicy;
use eop_channels::{FileTemplates, InAppChannel, MailboxChannel, SmtpChannel, SmtpConfig};
use eop_core::identity::port::TokenVerifier;
use eop_core::kernel::clock::Clock;
use eop_core::kernel::event::Topic;
use eop_core::kernel::policy::PolicySource;
use eop_core::notification::model::Channel;
use eop_core::notification::port::{Inbox, Mailbox, NotificationChannel};
use eop_core::notification::service::dispatch::{DispatchPorts, DispatchSettings, Dispatcher};
use eop_core::notification::service::intake::Intake;
use eop_core::notification::service::plan::CONSUMER;
use eop_core::notification::service::providers::{ProviderEntry, Providers};
use eop_core::notification::service::{NotificationPorts, NotificationService};
use eop_credentials::AeadSealer;
use eop_http::ops::ReadinessCheck;
use eop_http::{App, Cursors, Service};
use eop_migrations::notification::Migrator;
use eop_sql::{SqlNotifications, SqlOutbox, SqlPolicyCopy, SqlRetention};

use crate::api::{UseCases, api};
use crate::aside::AsideCheck;
use crate::dispatcher::DeliveryMetrics;
use crate::measured::ProviderMetrics;
use crate::providers::ProviderCheck;
use crate::watch::{InboxWatch, WatchedInbox};
use crate::{aside, consumer, dispatcher, providers, watch};

/// What differs between a service of its own and one among others in a process.
#[derive(Clone, derive_more::Debug)]
#[debug("Surroundings {{ .. }}")]
pub struct Surroundings {
    /// The broker.
    pub bus: Bus,
    /// What verifies access tokens.
    pub verifier: Arc<dyn TokenVerifier>,
    /// Who holds the policy.
    pub policy: Arc<dyn PolicySource>,
    /// Where people's links lead, without a slash at the end.
    pub public_url: String,
    /// Refuse pending migrations instead of running them.
    pub no_migrate: bool,
}

/// A started notification service: its interface, and what others in the process need of it.
#[derive(derive_more::Debug)]
#[debug("NotificationParts {{ .. }}")]
pub struct NotificationParts<T> {
    /// The interface.
    pub service: Service<T>,
    /// What its use cases work with, for what a demo shows.
    pub ports: NotificationPorts,
}

/// What a service of its own cannot do without.
const NEEDED: [&str; 6] =
    ["EOP_DATABASE_URL", "EOP_BROKER_URL", "EOP_MASTER_KEY", "EOP_ISSUER", "EOP_JWKS_URL", "EOP_SMTP_URL"];

/// Starts the service on its own: everything from the settings.
///
/// # Errors
/// When a setting is missing or a part cannot be used.
pub async fn start(host: Host, settings: Settings, no_migrate: bool) -> Result<App> {
    settings.require(&NEEDED)?;
    let bus = Bus::open(&settings.broker, &host)?;
    let verifier = tokens::remote_verifier("notification", &host, &settings)?;
    let policy = tokens::user_service(&settings, "notification")?;
    let public_url = settings.http.base_url();
    let surroundings = Surroundings { bus, verifier, policy, public_url, no_migrate };
    assemble(&host, &settings, surroundings).await?.service.build().map_err(Into::into)
}

/// Starts the background tasks of the service and gives its interface. Mail goes to `EOP_SMTP_URL`, or without one stays
/// in the mailbox, where operators can read it.
///
/// # Errors
/// When the database or the mail server's address cannot be used.
pub async fn assemble(
    host: &Host,
    settings: &Settings,
    surroundings: Surroundings,
) -> Result<NotificationParts<impl poem_openapi::OpenApi + 'static>> {
    let Surroundings { bus, verifier, policy: source, public_url, no_migrate } = surroundings;
    let master = tokens::master_key(settings)?;
    let database = database::open::<Migrator>("notification", &settings.database, host, no_migrate).await?;
    let store = Arc::new(SqlNotifications::new(&database));
    let (email, mailbox) = email_channel(host, settings, &store)?;
    let watch = InboxWatch::default();
    let inbox: Arc<dyn Inbox> =
        Arc::new(WatchedInbox { inbox: Arc::clone(&store) as _, watch: watch.clone() });
    watch::spawn(host, watch.clone(), Arc::clone(&inbox));
    let channels = channels(host, &settings.database, &email, &inbox);
    let sending = DispatchSettings {
        longest_commit: longest_commit(&settings.database),
        ..DispatchSettings::of(&*host.instance, &public_url)
    };
    let dispatch = DispatchPorts {
        store: crash::notifications(Arc::clone(&store) as _),
        queue: crash::deliveries(Arc::clone(&store) as _),
        templates: Arc::new(FileTemplates::new()?),
        sealer: Arc::new(AeadSealer::new(&master)),
        clock: database.clock(),
        ids: Arc::clone(&host.ids),
        spans: host.spans("notification"),
    };
    let (metrics, measures) = (DeliveryMetrics::registered(host), ProviderMetrics::registered(host));
    let (mut planned, mut senders) = (Vec::new(), Vec::new());
    let mut checks: Vec<Arc<dyn ReadinessCheck>> =
        vec![Arc::new(DatabaseCheck(database.clone())), Arc::new(KeysCheck(Arc::clone(&verifier)))];
    for mut entries in channels {
        for entry in &mut entries {
            let sender = measures.of(Arc::clone(&entry.sender), database.clock());
            entry.sender = crash::channel(Arc::new(sender));
        }
        let named: Vec<_> = entries.iter().map(|entry| Arc::clone(&entry.sender)).collect();
        let providers = Arc::new(Providers::new(entries)?);
        for sender in named {
            let (providers, clock) = (Arc::clone(&providers), database.clock());
            checks.push(Arc::new(ProviderCheck { sender, providers, clock }));
        }
        let sender = Dispatcher::new(dispatch.clone(), Arc::clone(&providers), sending.clone());
        planned.extend(dispatcher::spawn(host, sender, &metrics).await);
        senders.push(providers);
    }
    providers::register(host, &senders, &database.clock());
    let events = bus.consumer(CONSUMER, &[Topic::Identity, Topic::Orders])?;
    let events = crash::consumer(measured::consumer("notification", host, events, database.clock()));
    let known = crash::notifications(Arc::clone(&store) as _);
    let times = (database.clock(), Arc::clone(&host.ids));
    let intake =
        Intake::new(Arc::clone(&events), known, Arc::clone(&store) as _, times, host.spans("notification"));
    aside::spawn(host, Arc::clone(&store) as _, database.clock(), planned.clone());
    consumer::spawn(host, intake, events, Arc::clone(&store) as _, planned);
    checks.push(Arc::new(AsideCheck(Arc::clone(&store) as _)));
    checks.push(Arc::new(ParkedCheck(Arc::new(SqlOutbox::new(&database)))));
    relay::spawn("notification", host, &database, bus.publisher());
    let forgetting = SqlRetention::of_notifications(&database);
    retention::spawn(
        "notification",
        host,
        (Arc::new(forgetting), database.clock()),
        retention::periods(&settings.retention),
    );
    checks.push(Arc::new(BrokerCheck(bus.clone())));
    let revocations = Revocations::follow("notification", host, &bus, verifier, database.clock()).await?;
    checks.push(revocations.check);
    checks.push(Arc::new(LoopsCheck { pulses: host.pulses.clone(), service: "notification" }));

    let seat = Arc::new(CasbinPolicy::built_in()?);
    let access = Arc::clone(&seat) as _;
    let keeper = Some(Arc::new(SqlPolicyCopy::new(&database)) as _);
    checks.push(
        policy::follow("notification", host, &bus, Way { source, seat, keeper }, database.clock()).await?,
    );
    let ports = NotificationPorts {
        store: Arc::clone(&store) as _,
        queries: store,
        providers: senders,
        inbox,
        mailbox,
        access,
        clock: database.clock(),
        ids: Arc::clone(&host.ids),
    };
    let use_cases = UseCases {
        notifications: Arc::new(NotificationService::new(ports.clone())),
        pipeline: outbox::pipeline(&database, Arc::clone(&ports.access), host),
        audit: audit::trail(&database, Arc::clone(&ports.access)),
        console: console::console("notification", host, Arc::clone(&ports.access)),
        cursors: Cursors::new(&master.derive("notification cursors")),
        watch,
    };
    let service = api(&use_cases)
        .verifier(revocations.verifier)
        .access(Arc::clone(&ports.access))
        .clock(Arc::clone(&host.clock))
        .ids(Arc::clone(&host.ids))
        .metrics(host.metrics.clone())
        .options(http_options(&settings.http))
        .readiness(checks);
    Ok(NotificationParts { service, ports })
}

/// Whether each mail server that the settings name lets the platform in: it is greeted, and signed in to where the address
/// names somebody. Nothing is sent.
///
/// # Errors
/// When an address cannot be used.
pub async fn mail_servers_let_in(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Vec<(String, bool)>> {
    let mut all = Vec::new();
    for config in mail_servers(settings)? {
        let server = SmtpChannel::new(config, Arc::clone(&clock));
        all.push((server.provider().to_owned(), server.is_available().await));
    }
    Ok(all)
}

/// The mail servers that the settings name, in the order in which they are asked: `smtp`, `smtp-2` and so on unless their
/// addresses say otherwise.
fn mail_servers(settings: &Settings) -> Result<Vec<SmtpConfig>> {
    let servers = settings.mail.servers().into_iter().enumerate();
    let config = |(at, url): (usize, &str)| {
        let (setting, name) = match at {
            0 => ("EOP_SMTP_URL", "smtp".to_owned()),
            more => ("EOP_SMTP_BACKUP_URLS", format!("smtp-{}", more + 1)),
        };
        let config = SmtpConfig::from_url(url, &settings.mail.from);
        Ok(config.with_context(|| format!("{setting} cannot be used"))?.or_named(&name))
    };
    servers.map(config).collect()
}

/// The longest that a commit takes, as the settings bound it.
fn longest_commit(database: &DatabaseConfig) -> Duration {
    Duration::from_millis(database.acquire_timeout_ms.saturating_add(database.statement_timeout_ms))
}

/// Who sends on each channel, the preferred one first: messages of a channel that nobody serves would wait for ever.
fn channels(
    host: &Host,
    config: &DatabaseConfig,
    email: &[ProviderEntry],
    inbox: &Arc<dyn Inbox>,
) -> Vec<Vec<ProviderEntry>> {
    let serve = |channel: &Channel| match channel {
        Channel::Email => email.to_vec(),
        Channel::InApp => {
            let clock = Arc::clone(&host.clock);
            let sender = Arc::new(InAppChannel::new(Arc::clone(inbox), clock, longest_commit(config)));
            vec![ProviderEntry { sender, per_second: None }]
        }
    };
    Channel::ALL.iter().map(serve).collect()
}

type EmailChannel = (Vec<ProviderEntry>, Option<Arc<dyn Mailbox>>);

fn email_channel(host: &Host, settings: &Settings, store: &Arc<SqlNotifications>) -> Result<EmailChannel> {
    let clock = || Arc::clone(&host.clock);
    let servers = mail_servers(settings)?;
    if servers.is_empty() {
        let sender = MailboxChannel::new(Arc::clone(store) as _, clock(), longest_commit(&settings.database));
        let entry = ProviderEntry { sender: Arc::new(sender), per_second: None };
        return Ok((vec![entry], Some(Arc::clone(store) as _)));
    }
    let entry = |config: SmtpConfig| {
        let per_second = config.per_second();
        ProviderEntry { sender: Arc::new(SmtpChannel::new(config, clock())), per_second }
    };
    Ok((servers.into_iter().map(entry).collect(), None))
}
