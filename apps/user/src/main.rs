//! `eop-user`: the user service on PostgreSQL and Kafka.

use std::process::ExitCode;

use clap::Parser;
use eop_assembly::program::{Program, ServiceArgs};

/// Accounts, sessions, roles and signing keys
#[derive(Debug, Parser)]
#[command(name = "eop-user", version)]
struct Arguments {
    #[command(flatten)]
    service: ServiceArgs,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse().service;
    let no_migrate = arguments.no_migrate;
    let program = Program { service: "user", version: eop_user::VERSION, port: eop_user::PORT };
    program.main(&arguments, |host, settings| eop_user::wiring::start(host, settings, no_migrate))
}
