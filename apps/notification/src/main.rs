//! `eop-notification`: the notification service on PostgreSQL, Kafka and SMTP.

use std::process::ExitCode;

use clap::Parser;
use eop_assembly::program::{Program, ServiceArgs};

/// Turns events into notifications and follows every delivery to its last attempt
#[derive(Debug, Parser)]
#[command(name = "eop-notification", version)]
struct Arguments {
    #[command(flatten)]
    service: ServiceArgs,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse().service;
    let no_migrate = arguments.no_migrate;
    let program =
        Program { service: "notification", version: eop_notification::VERSION, port: eop_notification::PORT };
    program.main(&arguments, |host, settings| eop_notification::wiring::start(host, settings, no_migrate))
}
