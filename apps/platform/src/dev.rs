//! `eop dev`: the whole platform in one process, on embedded stores in one folder.

mod demo;
mod examples;
mod folder;
mod ids;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Args;
use eop_assembly::program::install_crypto;
use eop_assembly::{Bus, Host};
use eop_http::HttpOptions;
use eop_portal::{Door, Site};
use eop_runtime::config::{ConfigSources, DEFAULT_FILTER, Settings};
use eop_runtime::telemetry::Telemetry;
use tokio::net::TcpListener;

use self::examples::Examples;
use self::folder::Folder;

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
        ensure!(
            base.http.ops_addr.is_none(),
            "EOP_OPS_ADDR: here each service serves its health and metrics itself; unset it"
        );
        if args.verbose {
            DEFAULT_FILTER.clone_into(&mut base.log.filter);
        }
        let file = Some(folder.log_file()?);
        let (version, log) = (env!("CARGO_PKG_VERSION"), &base.log);
        let telemetry = Telemetry::start_with_file("eop", version, log, &base.telemetry, file)?;
        let outcome = Box::pin(start(args, config, &folder, listeners, addresses, started)).await;
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
        // The portal's door; believed only where nobody but this machine reaches the services without it.
        .with_default("EOP_TRUSTED_PROXIES", if addresses.is_local { "1" } else { "0" })
        .with_override("EOP_DATABASE_URL", Some(folder.database_url(service)))
        .with_override("EOP_BROKER_URL", Some(folder.log_url()))
        .with_override("EOP_MASTER_KEY", Some(folder.master_key()))
        .with_override("EOP_ISSUER", Some(addresses.user.clone()));
    let mut settings = Settings::load_from_process(sources)?;
    // Mail that stays in the mailbox gets to every address.
    let stays = settings.mail.smtp_url.is_none();
    settings.mail.smtputf8 = settings.mail.smtputf8.or(stays.then_some(true));
    Ok(settings)
}

async fn start(
    args: &DevArgs,
    config: Option<PathBuf>,
    folder: &Folder,
    listeners: Listeners,
    addresses: Addresses,
    started: Instant,
) -> Result<()> {
    let host = Host::new("eop", env!("CARGO_PKG_VERSION"));
    let of = |service: &str| settings(config.clone(), folder, &addresses, service);
    let user_settings = of("user")?;
    let bus = Bus::open(&user_settings.broker, &host)?;

    let user = eop_user::wiring::assemble(&host, &user_settings, &bus, false).await?;
    let verifier = user.verifier;
    let surroundings =
        eop_order::wiring::Surroundings { bus: bus.clone(), verifier: verifier.clone(), no_migrate: false };
    let order = eop_order::wiring::assemble(&host, &of("order")?, surroundings).await?;
    let surroundings = eop_notification::wiring::Surroundings {
        bus,
        verifier,
        public_url: addresses.portal.clone(),
        no_migrate: false,
    };
    let notification = eop_notification::wiring::assemble(&host, &of("notification")?, surroundings).await?;

    // Whoever finds the platform ready can sign in.
    let identity_limits = eop_user::wiring::limits(&user_settings);
    let demo = if args.no_demo {
        None
    } else {
        Some(demo::seed(&user.ports, identity_limits, &user_settings).await?)
    };
    host.serve("user", listeners.user, user.service.build()?);
    host.serve("order", listeners.order, order.service.build()?);
    host.serve("notification", listeners.notification, notification.build()?);
    let site = Site::new(args.portal_dir.clone());
    let is_built = site.is_built();
    host.serve(
        "portal",
        listeners.portal,
        eop_portal::portal(site, addresses.door()?, &HttpOptions::default()),
    );

    announce(args, &addresses, is_built, demo.as_ref(), started);
    if let Some(demo) = demo.filter(|_| !args.no_examples) {
        let order_rules = eop_order::wiring::rules(&of("order")?)?;
        let (identity, orders) = (user.ports, order.ports);
        let examples = Examples { identity, identity_limits, orders, order_rules };
        host.lifecycle.spawn("examples", async move {
            if let Err(error) = examples.seed(&demo.password).await {
                tracing::warn!(
                    error = format!("{error:#}"),
                    "the examples of the documents have nothing to work on"
                );
            }
            Ok::<_, std::convert::Infallible>(())
        });
    }
    host.lifecycle.run().await?;
    Ok(())
}

fn announce(
    args: &DevArgs,
    addresses: &Addresses,
    is_built: bool,
    demo: Option<&demo::Demo>,
    started: Instant,
) {
    let Addresses { user, order, notification, portal, .. } = addresses;
    println!(
        "The platform is ready after {} ms. Everything is kept in {}.\n",
        started.elapsed().as_millis(),
        args.data_dir.display()
    );
    let hint = if is_built { "" } else { "  (not built: it says how)" };
    println!("  portal                {portal}{hint}");
    println!("  user service          {user}/swagger-ui/");
    println!("  order service         {order}/swagger-ui/");
    println!("  notification service  {notification}/swagger-ui/");
    println!("  all of them           {portal}/swagger-ui/");
    println!("  mailbox               {portal}/mailbox  (as admin)");
    println!("  metrics               {user}/metrics");
    println!("  log                   {}\n", args.data_dir.join(folder::LOG).display());
    if let Some(demo) = demo {
        println!("  demo accounts, each with the password  {}", demo.password);
        for (email, roles) in &demo.accounts {
            println!("    {email:<22}  {roles}");
        }
        println!();
    }
    println!("Stop it with Ctrl-C.");
}
