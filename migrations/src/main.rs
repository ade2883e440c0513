//! `migrate`: runs the migrations of one database by hand.

use std::fmt::Display;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use eop_migrations::{MigrateError, MigratorTrait, identity, migrate, notification, order, revert, status};
use sea_orm_migration::sea_orm::{ConnectOptions, Database, DatabaseConnection};

/// Brings a database of the platform to its schema, or back.
#[derive(Debug, Parser)]
#[command(name = "migrate", version)]
struct Arguments {
    /// Whose database it is.
    #[arg(value_enum)]
    database: Schema,
    /// What to do.
    #[command(subcommand)]
    command: Command,
    /// Its address: `postgres://user:password@host/database` or `sqlite://path?mode=rwc`.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true, default_value = "")]
    url: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Schema {
    /// The user service.
    Identity,
    /// The order service.
    Order,
    /// The notification service.
    Notification,
}

#[derive(Clone, Copy, Debug, Subcommand)]
enum Command {
    /// Apply every pending step.
    Up,
    /// Take steps back, the newest first. This loses the data of their tables.
    Down {
        /// How many.
        #[arg(long, default_value_t = 1)]
        steps: u32,
    },
    /// List the steps and whether they are applied.
    Status,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.url.is_empty() {
        say("no database is named; give --url or set DATABASE_URL");
        return ExitCode::from(2);
    }
    match run(&arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(error);
            ExitCode::FAILURE
        }
    }
}

fn say(what: impl Display) {
    let _ = writeln!(stderr(), "migrate: {what}");
}

async fn run(arguments: &Arguments) -> Result<(), MigrateError> {
    let mut options = ConnectOptions::new(&arguments.url);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options).await?;
    match arguments.database {
        Schema::Identity => apply::<identity::Migrator>(&connection, arguments.command).await,
        Schema::Order => apply::<order::Migrator>(&connection, arguments.command).await,
        Schema::Notification => apply::<notification::Migrator>(&connection, arguments.command).await,
    }
}

async fn apply<M: MigratorTrait>(
    connection: &DatabaseConnection,
    command: Command,
) -> Result<(), MigrateError> {
    match command {
        Command::Up => drop(migrate::<M>(connection).await?),
        Command::Down { steps } => revert::<M>(connection, steps).await?,
        Command::Status => {}
    }
    for (name, step) in status::<M>(connection).await? {
        // Who has seen enough need not read on.
        let _ = writeln!(stdout(), "{step:<7}  {name}");
    }
    Ok(())
}
