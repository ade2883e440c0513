//! `eop dev`: the whole platform in one process, on embedded stores in one folder.

mod demo;
mod examples;
mod folder;
mod ids;
mod set_aside;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Args;
use eop_assembly::program::install_crypto;
use eop_assembly::settings::Settings;
use eop_assembly::{Bus, Host, measured};
use eop_http::HttpOptions;
use eop_portal::{Door, Site};
use eop_runtime::config::{ConfigSources, DEFAULT_FILTER};
use eop_runtime::telemetry::{self, Telemetry};
use tokio::net::TcpListener;

use self::examples::Examples;
use self::folder::Folder;
use self::set_aside::SetAside;
use crate::out;

#[derive(Clone, Debug, Args)]
pub(crate) struct DevArgs {
    /// Where everything is kept
    #[arg(long, value_name = "DIR", default_value = "./.eop")]
    data_dir: PathBuf,
    /// The address to listen on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,
    /// The port of the user service
    #[arg(long, value_name = "PORT", default_value_t = eop_user::PORT)]
    user_port: u16,
    /// The port of the order service
    #[arg(long, value_name = "PORT", default_value_t = eop_order::PORT)]
    order_port: u16,
    /// The port of the notification service
    #[arg(long, value_name = "PORT", default_value_t = eop_notification::PORT)]
    notification_port: u16,
    /// The port of the portal
    #[arg(long, value_name = "PORT", default_value_t = eop_portal::PORT)]
    portal_port: u16,
    /// Serve the portal's page from this folder instead of the one in this program
    #[arg(long, value_name = "DIR")]
    portal_dir: Option<PathBuf>,
    /// Make no demo accounts
    #[arg(long)]
    no_demo: bool,
    /// Make demo accounts, but nothing for the examples of the documents
    #[arg(long)]
    no_examples: bool,
    /// Show what happens, beside what is wrong; all of it is in the log file of the folder
    #[arg(long, short)]
    verbose: bool,
}

/// The listeners, bound before anything is started, so that a port in use is the first thing one hears of.
struct Listeners {
    user: TcpListener,
    order: TcpListener,
    notification: TcpListener,
    portal: TcpListener,
}

/// Where everything is.
struct Addresses {
    user: String,
    order: String,
    notification: String,
    portal: String,
    /// Whether only this machine reaches them.
    is_local: bool,
}

/// Runs the platform until the process is told to stop.
pub(crate) fn run(args: &DevArgs, config: Option<PathBuf>) -> Result<()> {
    let started = Instant::now();
    ensure!(
        args.no_demo || args.host.is_loopback(),
        "demo accounts are for this machine only: add --no-demo to listen on {}",
        args.host
    );
    let folder = Folder::open(&args.data_dir)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    install_crypto();
    runtime.block_on(async {
        let listeners = args.listen().await?;
        let addresses = listeners.addresses()?;
        let mut base = settings(config.clone(), &folder, &addresses, "user")?;
        if args.verbose {
            DEFAULT_FILTER.clone_into(&mut base.log.filter);
        }
        let file = Some(folder.log_file()?);
        let services = &["user", "order", "notification"];
        let program = telemetry::Program { name: "eop", version: env!("CARGO_PKG_VERSION"), services };
        let telemetry = Telemetry::start_with_file(program, &base.log, &base.telemetry, file)?;
        let host = Host::new("eop", env!("CARGO_PKG_VERSION")).remembering(telemetry.kept());
        let outcome = Box::pin(start(args, config, &folder, (host, listeners), addresses, started)).await;
        telemetry.shutdown();
        outcome
    })
}

impl DevArgs {
    async fn listen(&self) -> Result<Listeners> {
        let bind = async |port: u16, flag: &str| {
            let addr = SocketAddr::new(self.host, port);
            TcpListener::bind(addr).await.with_context(|| {
                format!("cannot listen on {addr}: is something running there? choose another {flag}")
            })
        };
        Ok(Listeners {
            user: bind(self.user_port, "--user-port").await?,
            order: bind(self.order_port, "--order-port").await?,
            notification: bind(self.notification_port, "--notification-port").await?,
            portal: bind(self.portal_port, "--portal-port").await?,
        })
    }
}

impl Listeners {
    fn addresses(&self) -> Result<Addresses> {
        let url =
            |listener: &TcpListener| Ok::<_, std::io::Error>(format!("http://{}", listener.local_addr()?));
        Ok(Addresses {
            user: url(&self.user)?,
            order: url(&self.order)?,
            notification: url(&self.notification)?,
            portal: url(&self.portal)?,
            is_local: self.portal.local_addr()?.ip().is_loopback(),
        })
    }
}

impl Addresses {
    /// The door to the services, as browsers enter it.
    fn door(&self) -> Result<Door> {
        Ok(Door::new([&self.user, &self.order, &self.notification])?)
    }
}

/// What the embedded platform settles itself, for one service: everything is in `folder`.
fn settled(folder: &Folder, addresses: &Addresses, service: &str) -> [(&'static str, String); 4] {
    [
        ("EOP_DATABASE_URL", folder.database_url(service)),
        ("EOP_BROKER_URL", folder.log_url()),
        ("EOP_MASTER_KEY", folder.master_key()),
        ("EOP_ISSUER", addresses.user.clone()),
    ]
}

/// The settings of one service: embedded stores in `folder`, whatever the environment says of servers.
fn settings(
    config: Option<PathBuf>,
    folder: &Folder,
    addresses: &Addresses,
    service: &str,
) -> Result<Settings> {
    let sources = ConfigSources::default()
        .with_file(config)
        .with_default("EOP_LOG", "warn")
        .with_default("EOP_CONSOLE", "true")
        // The portal's door; believed only where nobody but this machine reaches the services without it.
        .with_default("EOP_TRUSTED_PROXIES", if addresses.is_local { "1" } else { "0" });
    let sources = settled(folder, addresses, service)
        .into_iter()
        .fold(sources, |sources, (name, value)| sources.with_override(name, Some(value)));
    let mut settings = Settings::load_from_process(sources)?;
    // Mail that stays in the mailbox gets to every address.
    let stays = settings.mail.smtp_url.is_none();
    settings.mail.smtputf8 = settings.mail.smtputf8.or(stays.then_some(true));
    // One address cannot be that of four listeners.
    settings.http.public_url = None;
    settings.http.ops_addr = None;
    Ok(settings)
}

async fn start(
    args: &DevArgs,
    config: Option<PathBuf>,
    folder: &Folder,
    (host, listeners): (Host, Listeners),
    addresses: Addresses,
    started: Instant,
) -> Result<()> {
    let of = |service: &str| settings(config.clone(), folder, &addresses, service);
    let user_settings = of("user")?;
    let bus = Bus::open(&user_settings.broker, &host)?;
    let user = eop_user::wiring::assemble(&host, &user_settings, &bus, false).await?;
    let (verifier, policy) = (user.verifier, user.policy);
    let surroundings = eop_order::wiring::Surroundings {
        bus: bus.clone(),
        verifier: verifier.clone(),
        policy: policy.clone(),
        no_migrate: false,
    };
    let order = eop_order::wiring::assemble(&host, &of("order")?, surroundings).await?;
    let surroundings = eop_notification::wiring::Surroundings {
        bus,
        verifier,
        policy,
        public_url: addresses.portal.clone(),
        no_migrate: false,
    };
    let notification = eop_notification::wiring::assemble(&host, &of("notification")?, surroundings).await?;

    // Whoever finds the platform ready can sign in.
    eop_user::wiring::ensure_first_admin(&user.identity, &user_settings).await?;
    let identity_limits = eop_user::wiring::limits(&user_settings);
    let demo = if args.no_demo {
        None
    } else {
        Some(demo::seed(&user.ports, &identity_limits, &user_settings).await?)
    };
    let examples = demo.as_ref().filter(|_| !args.no_examples);
    if examples.is_some() {
        // Before anybody can place an order: theirs are the first places of the outbox.
        let set_aside = SetAside {
            identity: user.ports.store.clone(),
            orders: order.ports.clone(),
            outbox: order.outbox,
            notifications: notification.ports.store,
        };
        set_aside.seed().await.unwrap_or_else(|error| without_examples(&error));
    }
    // Whoever finds it ready may stop it.
    host.lifecycle.listen()?;
    host.serve("user", listeners.user, user.service.build()?);
    host.serve("order", listeners.order, order.service.build()?);
    host.serve("notification", listeners.notification, notification.service.build()?);
    let site = Site::new(args.portal_dir.clone());
    let is_built = site.is_built();
    let door = addresses.door()?.heard_by(measured::calls("portal", &host));
    host.serve(
        "portal",
        listeners.portal,
        eop_portal::portal(site, door, &HttpOptions::default(), &host.metrics),
    );

    let has_examples = examples.is_some();
    announce(args, &addresses, is_built, demo.as_ref(), started);
    out::note(unheeded(user_settings.unheeded_in_dev()));
    if let Some(demo) = demo.filter(|_| has_examples) {
        let order_rules = eop_order::wiring::rules(&of("order")?)?;
        let (identity, orders) = (user.ports, order.ports);
        let examples = Examples { identity, identity_limits, orders, order_rules };
        host.lifecycle.spawn("examples", async move {
            examples.seed(&demo.password).await.unwrap_or_else(|error| without_examples(&error));
            Ok::<_, std::convert::Infallible>(())
        });
    }
    host.lifecycle.run().await?;
    Ok(())
}

fn without_examples(error: &anyhow::Error) {
    tracing::warn!(error = format!("{error:#}"), "the examples of the documents have nothing to work on");
}

fn announce(
    args: &DevArgs,
    addresses: &Addresses,
    is_built: bool,
    demo: Option<&demo::Demo>,
    started: Instant,
) {
    let Addresses { user, order, notification, portal, .. } = addresses;
    let (took, folder) = (started.elapsed().as_millis(), args.data_dir.display());
    let hint = if is_built { "" } else { "  (not built: it says how)" };
    let log = args.data_dir.join(folder::LOG);
    out::note(format_args!(
        "The platform is ready after {took} ms. Everything is kept in {folder}.\n
  portal                {portal}{hint}
  user service          {user}/swagger-ui/
  order service         {order}/swagger-ui/
  notification service  {notification}/swagger-ui/
  all of them           {portal}/swagger-ui/
  mailbox               {portal}/mailbox  (as admin)
  metrics               {user}/metrics
  log                   {}\n\n",
        log.display()
    ));
    if let Some(demo) = demo {
        out::note(format_args!("  demo accounts, each with the password  {}\n", demo.password));
        for (email, roles) in &demo.accounts {
            out::note(format_args!("    {email:<22}  {roles}\n"));
        }
        if !args.no_examples {
            out::note(
                "  For the examples of the documents two events are parked, and the order service calls itself degraded\n",
            );
            out::note("  until they are released or skipped; --no-examples makes none.\n");
        }
        out::note("\n");
    }
}

/// The end of what is said at the start, with the settings that somebody took the trouble to set in vain.
fn unheeded(names: &[&str]) -> String {
    let stop = "Stop it with Ctrl-C.\n";
    if names.is_empty() {
        return stop.to_owned();
    }
    format!("Not heeded here, where nothing needs a server: {}.\n{stop}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_settles_itself_is_marked_as_not_heeded() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::open(folder.path()).unwrap();
        let url = || "http://127.0.0.1:1".to_owned();
        let (user, order, notification, portal) = (url(), url(), url(), url());
        let addresses = Addresses { user, order, notification, portal, is_local: true };
        for (name, _) in settled(&folder, &addresses, "user") {
            assert!(!Settings::ALL.find(name).unwrap().in_dev, "{name}");
        }
    }

    #[test]
    fn settings_in_vain_are_named_in_one_line() {
        assert_eq!(unheeded(&[]).lines().count(), 1);
        let said = unheeded(&["EOP_DATABASE_URL", "EOP_ISSUER"]);
        assert!(said.lines().any(|line| line.ends_with("EOP_DATABASE_URL, EOP_ISSUER.")), "{said}");
    }
}
