//! `eop serve`: one service, or the portal, on its own.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use eop_assembly::host::http_options;
use eop_assembly::measured;
use eop_assembly::program::{Program, ServiceArgs};
use eop_portal::{Door, Site};

/// A service of the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ServiceName {
    /// Accounts, sessions, roles and signing keys
    User,
    /// Orders
    Order,
    /// Notifications
    Notification,
}

impl ServiceName {
    /// The name as databases, logs and metrics have it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Order => "order",
            Self::Notification => "notification",
        }
    }
}

/// What runs on its own: a service, or the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Served {
    /// Accounts, sessions, roles and signing keys
    User,
    /// Orders
    Order,
    /// Notifications
    Notification,
    /// The web page, and the door to services that run elsewhere
    Portal,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Which service, or the portal
    service: Served,
    /// Listen on this address, instead of `EOP_HTTP_ADDR`
    #[arg(long, value_name = "HOST:PORT")]
    http_addr: Option<std::net::SocketAddr>,
    /// Do not change the database schema; refuse to start while migrations are pending
    #[arg(long)]
    no_migrate: bool,
    /// Of the portal: serve the page from this folder instead of the one in this program
    #[arg(long, value_name = "DIR")]
    portal_dir: Option<PathBuf>,
}

impl ServeArgs {
    pub(super) fn run(self, config: Option<PathBuf>) -> ExitCode {
        let Self { service, http_addr, no_migrate, portal_dir } = self;
        let args = ServiceArgs { config, http_addr, no_migrate };
        let program = |service, port| Program { service, version: env!("CARGO_PKG_VERSION"), port };
        match service {
            Served::User => program("user", eop_user::PORT)
                .main(&args, |host, settings| eop_user::wiring::start(host, settings, no_migrate)),
            Served::Order => program("order", eop_order::PORT)
                .main(&args, |host, settings| eop_order::wiring::start(host, settings, no_migrate)),
            Served::Notification => program("notification", eop_notification::PORT)
                .main(&args, |host, settings| eop_notification::wiring::start(host, settings, no_migrate)),
            Served::Portal => program("portal", eop_portal::PORT).main(&args, |host, settings| async move {
                let door = Door::new(settings.portal.required_services()?)?;
                let door = door.heard_by(measured::calls("portal", &host));
                let options = http_options(&settings.http);
                Ok(eop_portal::portal(Site::new(portal_dir), door, &options, &host.metrics))
            }),
        }
    }
}
