//! The command line: one module per command.

mod admin;
mod config;
mod doctor;
mod healthcheck;
mod keys;
mod migrate;
mod openapi;
mod outbox;
mod seed;
mod serve;
mod users;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, ensure};
use clap::{CommandFactory, Parser, Subcommand};
use eop_assembly::program::exit_code;
use eop_assembly::settings::Settings;
use eop_core::kernel::actor::{Actor, Origin, Role};
use eop_core::kernel::pipeline::REASON;
use eop_runtime::config::ConfigSources;

use crate::dev::{self, DevArgs};
use crate::out;

/// Runs and operates the Enterprise Order Platform
#[derive(Debug, Parser)]
#[command(name = "eop", version, propagate_version = true)]
pub(crate) struct Arguments {
    /// Read settings from this TOML file
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the whole platform in this process, on embedded stores
    Dev(DevArgs),
    /// Run one service on PostgreSQL and Kafka, or the portal
    Serve(serve::ServeArgs),
    /// Change or show the schema of a service's database
    Migrate(migrate::MigrateArgs),
    /// Make administrators
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Tell the other services of accounts
    #[command(subcommand)]
    Users(users::UsersCommand),
    /// Show and change the keys that sign access tokens
    Keys(keys::KeysArgs),
    /// Show what waits to be published, and decide about what cannot be
    Outbox(outbox::OutboxArgs),
    // What it does takes more than a line to say: see there.
    Seed(seed::SeedArgs),
    /// Print the OpenAPI document of a service
    Openapi(openapi::OpenapiArgs),
    /// Show the settings
    #[command(subcommand)]
    Config(config::ConfigCommand),
    // What it does takes more than a line to say: see there.
    Doctor(doctor::DoctorArgs),
    /// Ask a service whether it is ready
    Healthcheck(healthcheck::HealthcheckArgs),
    /// Print completions for a shell
    Completions {
        /// For which shell
        shell: clap_complete::Shell,
    },
}

impl Arguments {
    /// Runs the command and gives the exit status: 0 done, 1 failed, 2 wrongly called.
    pub(crate) fn run(self) -> ExitCode {
        let config = self.config;
        match self.command {
            Command::Dev(args) => exit_code(dev::run(&args, config)),
            Command::Serve(args) => args.run(config),
            Command::Migrate(args) => exit_code(args.run(config)),
            Command::Admin(command) => exit_code(command.run(config)),
            Command::Users(command) => exit_code(command.run(config)),
            Command::Keys(args) => exit_code(args.run(config)),
            Command::Outbox(args) => exit_code(args.run(config)),
            Command::Seed(args) => exit_code(args.run(config)),
            Command::Openapi(args) => exit_code(args.run()),
            Command::Config(command) => exit_code(command.run(config)),
            Command::Doctor(args) => exit_code(args.run(config)),
            Command::Healthcheck(args) => exit_code(args.run()),
            Command::Completions { shell } => {
                let mut script = Vec::new();
                clap_complete::generate(shell, &mut Self::command(), "eop", &mut script);
                out::text(String::from_utf8_lossy(&script));
                ExitCode::SUCCESS
            }
        }
    }
}

/// The settings for a command that works on a running platform's stores.
fn settings(config: Option<PathBuf>, overrides: &[(&str, Option<String>)]) -> Result<Settings> {
    let sources = ConfigSources::default().with_file(config);
    let sources =
        overrides.iter().fold(sources, |sources, (name, value)| sources.with_override(*name, value.clone()));
    Ok(Settings::load_from_process(sources)?)
}

/// Whoever has the database may do everything to it. Nobody signs in here: the audit log keeps who they say they are, as it
/// keeps what a browser says of itself.
fn operator(command: &'static str, by: Option<&str>) -> Result<Actor> {
    let faults = by.map(|by| REASON.faults(by)).unwrap_or_default();
    ensure!(faults.is_empty(), "--by {}", faults.first().map_or("", |fault| &fault.message));
    let user_agent = by.map(|by| format!("eop/{} ({by})", env!("CARGO_PKG_VERSION")));
    let origin = Origin { user_agent, ..Origin::default() };
    Ok(Actor { roles: vec![Role::ADMIN], origin, ..Actor::system(command) })
}

/// Runs a command that needs an executor.
fn block_on<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    eop_assembly::program::install_crypto();
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(future)
}
