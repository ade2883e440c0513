//! `eop migrate`: the schema of a service's database.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use eop_migrations::{MigratorTrait, identity, migrate, notification, order, pending, revert, status};
use eop_sql::{Database, SqlSettings};

use super::serve::ServiceName;
use super::{block_on, settings};
use crate::out;

#[derive(Debug, Args)]
pub(crate) struct MigrateArgs {
    /// Whose database
    service: ServiceName,
    #[command(subcommand)]
    direction: Direction,
    /// Where it is, instead of `EOP_DATABASE_URL`
    #[arg(long, value_name = "URL", global = true)]
    database_url: Option<String>,
}

#[derive(Clone, Copy, Debug, Subcommand)]
enum Direction {
    /// Run the migrations that are pending
    Up,
    /// Take migrations back, the newest first. This loses the data of their tables
    Down {
        /// How many
        #[arg(long, default_value_t = 1)]
        steps: u32,
    },
    /// List the migrations and whether they have run
    Status,
}

impl MigrateArgs {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        let settings = settings(config, &[("EOP_DATABASE_URL", self.database_url)])?;
        block_on(async {
            let url = settings.database.required_url()?;
            let database = Database::connect(&SqlSettings::new(url.expose())).await?;
            eop_assembly::database::must_be_of(self.service.name(), &database, url).await?;
            match self.service {
                ServiceName::User => {
                    apply::<identity::Migrator>(&database, self.direction).await?;
                    warn_of_collisions(&database, self.direction).await
                }
                ServiceName::Order => apply::<order::Migrator>(&database, self.direction).await,
                ServiceName::Notification => apply::<notification::Migrator>(&database, self.direction).await,
            }
        })
    }
}

/// The migrations that a service's database lacks.
pub(super) async fn pending_of(service: ServiceName, database: &Database) -> Result<Vec<String>> {
    let connection = database.connection();
    Ok(match service {
        ServiceName::User => pending::<identity::Migrator>(connection).await?,
        ServiceName::Order => pending::<order::Migrator>(connection).await?,
        ServiceName::Notification => pending::<notification::Migrator>(connection).await?,
    })
}

/// Addresses that were two by earlier rules may be one by those of this version.
async fn warn_of_collisions(database: &Database, direction: Direction) -> Result<()> {
    let Direction::Up = direction else { return Ok(()) };
    let count = super::users::collisions_in(database).await?.len();
    if count > 0 {
        out::aside(format_args!(
            "warning: {count} e-mail addresses belong to several accounts each: `eop users collisions` lists them"
        ));
    }
    Ok(())
}

async fn apply<M: MigratorTrait>(database: &Database, direction: Direction) -> Result<()> {
    let connection = database.connection();
    match direction {
        Direction::Up => drop(migrate::<M>(connection).await?),
        Direction::Down { steps } => revert::<M>(connection, steps).await?,
        Direction::Status => {}
    }
    for (name, step) in status::<M>(connection).await? {
        out::line(format_args!("{step:<7}  {name}"));
    }
    Ok(())
}
