//! `eop-order`: the order service on PostgreSQL and Kafka.

use std::process::ExitCode;

use clap::Parser;
use eop_assembly::program::{Program, ServiceArgs};

/// Places orders and moves them through their life
#[derive(Debug, Parser)]
#[command(name = "eop-order", version)]
struct Arguments {
    #[command(flatten)]
    service: ServiceArgs,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse().service;
    let no_migrate = arguments.no_migrate;
    let program = Program { service: "order", version: eop_order::VERSION, port: eop_order::PORT };
    program.main(&arguments, |host, settings| eop_order::wiring::start(host, settings, no_migrate))
}
