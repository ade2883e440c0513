//! `eop serve`: one service on its own.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use eop_assembly::program::{Program, ServiceArgs};

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

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Which service
    service: ServiceName,
    /// Listen on this address, instead of `EOP_HTTP_ADDR`
    #[arg(long, value_name = "HOST:PORT")]
    http_addr: Option<std::net::SocketAddr>,
    /// Do not change the database schema; refuse to start while migrations are pending
    #[arg(long)]
    no_migrate: bool,
}

impl ServeArgs {
    pub(super) fn run(self, config: Option<PathBuf>) -> ExitCode {
        let Self { service, http_addr, no_migrate } = self;
        let args = ServiceArgs { config, http_addr, no_migrate };
        let program = |service, port| Program { service, version: env!("CARGO_PKG_VERSION"), port };
        match service {
            ServiceName::User => program("user", eop_user::PORT)
                .main(&args, |host, settings| eop_user::wiring::start(host, settings, no_migrate)),
            ServiceName::Order => program("order", eop_order::PORT)
                .main(&args, |host, settings| eop_order::wiring::start(host, settings, no_migrate)),
            ServiceName::Notification => program("notification", eop_notification::PORT)
                .main(&args, |host, settings| eop_notification::wiring::start(host, settings, no_migrate)),
        }
    }
}
