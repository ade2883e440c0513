//! `eop users`: the accounts as a whole.

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Subcommand;
use eop_assembly::Host;
use eop_core::identity::service::{Collision, collisions};
use eop_migrations::{identity::Migrator, pending};
use eop_sql::{Database, SqlIdentity, SqlSettings};
use serde_json::{Value, json};

use super::config::Output;
use super::{block_on, settings};
use crate::out;

#[derive(Debug, Subcommand)]
pub(crate) enum UsersCommand {
    /// Tell the other services of every account again
    ///
    /// For a notification service that starts empty or was restored, where the topic identity.v1 does not keep everybody.
    /// Works on the database of the user service: its relay publishes. To do so twice does no harm.
    #[command(after_long_help = "Example:\n  \
        eop users republish --database-url postgres://eop@db:5432/userdb")]
    Republish {
        /// Where the user service's database is, instead of `EOP_DATABASE_URL`
        #[arg(long, value_name = "URL")]
        database_url: Option<String>,
    },
    /// List accounts whose e-mail addresses are one
    ///
    /// Such accounts are from before addresses had one form, such as x@bücher.example and x@xn--bcher-kva.example. Whoever
    /// signs in with the address gets the account that has it in today's form; whom the others belong to is for people to
    /// decide. The exit status is 0 when there are none, and 1 when there are some. Reads the database of the user service,
    /// and changes nothing.
    #[command(after_long_help = "Example:\n  \
        eop users collisions --output json --database-url postgres://eop@db:5432/userdb")]
    Collisions {
        /// How to print them
        #[arg(long, value_enum, default_value_t = Output::Table)]
        output: Output,
        /// Where the user service's database is, instead of `EOP_DATABASE_URL`
        #[arg(long, value_name = "URL")]
        database_url: Option<String>,
    },
}

impl UsersCommand {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        match self {
            Self::Republish { database_url } => republish(config, database_url),
            Self::Collisions { output, database_url } => list_collisions(config, output, database_url),
        }
    }
}

fn republish(config: Option<PathBuf>, database_url: Option<String>) -> Result<()> {
    // No token is issued here.
    let issuer = Some("http://localhost".to_owned());
    let settings = settings(config, &[("EOP_DATABASE_URL", database_url), ("EOP_ISSUER", issuer)])?;
    let accounts = block_on(async {
        let host = Host::new("users", env!("CARGO_PKG_VERSION"));
        let identity = eop_user::wiring::identity(&host, &settings).await?;
        let (mut accounts, mut after) = (0, None);
        loop {
            let told = identity.republish(after).await?;
            accounts += told.accounts;
            after = told.next;
            if after.is_none() {
                return Ok(accounts);
            }
        }
    })?;
    out::line(format_args!("{accounts} accounts are on their way to the other services"));
    Ok(())
}

fn list_collisions(config: Option<PathBuf>, output: Output, database_url: Option<String>) -> Result<()> {
    let settings = settings(config, &[("EOP_DATABASE_URL", database_url)])?;
    let found = block_on(async {
        let url = settings.database.required_url()?;
        let database = Database::connect(&SqlSettings::new(url.expose())).await?;
        eop_assembly::database::must_be_of("user", &database, url).await?;
        let names = pending::<Migrator>(database.connection()).await?;
        ensure!(names.is_empty(), "migrations are pending: run `eop migrate user up`, which counts them too");
        collisions_in(&database).await
    })?;
    out::text(match output {
        Output::Json => format!("{:#}\n", as_json(&found)),
        Output::Table => as_table(&found),
    });
    match found.len() {
        0 => Ok(()),
        count => anyhow::bail!("e-mail addresses of several accounts each: {count}"),
    }
}

/// The accounts in the user service's database whose addresses are one.
pub(super) async fn collisions_in(database: &Database) -> Result<Vec<Collision>> {
    let identity = SqlIdentity::new(database);
    Ok(collisions(&identity, &identity).await?)
}

fn as_json(collisions: &[Collision]) -> Value {
    let accounts = |collision: &Collision| -> Vec<Value> {
        let one = |account: &eop_core::identity::model::Account| {
            json!({
                "id": account.id,
                "email": account.email.as_str(),
                "name": account.name,
                "state": account.state.as_str(),
                "created_at": account.created_at.to_rfc3339(),
            })
        };
        collision.accounts.iter().map(one).collect()
    };
    let all = collisions
        .iter()
        .map(|collision| json!({ "email": collision.email.as_str(), "accounts": accounts(collision) }));
    Value::Array(all.collect())
}

fn as_table(collisions: &[Collision]) -> String {
    let mut text = String::new();
    for collision in collisions {
        let _ = writeln!(text, "{}", collision.email.as_str());
        for account in &collision.accounts {
            let (id, state) = (account.id, account.state.as_str());
            let since = account.created_at.format("%Y-%m-%d");
            let _ = writeln!(text, "  {id}  {since}  {state:<8}  {}", account.email.as_str());
        }
    }
    text
}
