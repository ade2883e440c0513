//! `eop keys`: the keys that sign access tokens.

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use eop_assembly::Host;
use eop_core::identity::model::SigningKey;
use serde_json::{Value, json};

use super::config::Output;
use super::{block_on, operator, settings};
use crate::out;

#[derive(Debug, Args)]
pub(crate) struct KeysArgs {
    #[command(subcommand)]
    command: KeysCommand,
    /// Where the user service's database is, instead of `EOP_DATABASE_URL`
    #[arg(long, value_name = "URL", global = true)]
    database_url: Option<String>,
    /// How to print the keys
    #[arg(long, value_enum, default_value_t = Output::Table, global = true)]
    output: Output,
}

#[derive(Debug, Subcommand)]
enum KeysCommand {
    /// List the published keys
    List,
    /// Let the next key sign; the one before verifies what it signed until that has ended
    ///
    /// Running services follow within seconds, and nobody is refused. Keys change by themselves too, every
    /// `EOP_KEY_ROTATION_DAYS`.
    #[command(after_long_help = "Example:\n  \
        eop keys rotate --by \"Ada, on call\" --database-url postgres://eop@db:5432/userdb")]
    Rotate {
        /// Who decides, for the audit log: nobody signs in here
        #[arg(long, value_name = "NAME")]
        by: String,
    },
    /// Retire a key that others may know: whatever it signed is refused within a minute
    #[command(after_long_help = "Example:\n  \
        eop keys retire jGir1opw6i34p0x23KHQd4RsCZIVcqc-TGaFmzf23ZE --by \"Ada, on call\"")]
    Retire {
        /// Its name, as `eop keys list` shows it
        kid: String,
        /// Who decides, for the audit log: nobody signs in here
        #[arg(long, value_name = "NAME")]
        by: String,
    },
}

impl KeysArgs {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        // No token is issued here.
        let issuer = Some("http://localhost".to_owned());
        let settings = settings(config, &[("EOP_DATABASE_URL", self.database_url), ("EOP_ISSUER", issuer)])?;
        let command = self.command;
        let keys = block_on(async {
            let host = Host::new("keys", env!("CARGO_PKG_VERSION"));
            let identity = eop_user::wiring::identity(&host, &settings).await?;
            match command {
                KeysCommand::List => identity.list_keys(&operator("eop keys", None)?).await,
                KeysCommand::Rotate { by } => identity.rotate_keys(&operator("eop keys", Some(&by))?).await,
                KeysCommand::Retire { kid, by } => {
                    identity.retire_key(&operator("eop keys", Some(&by))?, &kid).await
                }
            }
            .context("nothing was changed")
        })?;
        out::text(match self.output {
            Output::Json => format!("{:#}\n", as_json(&keys)),
            Output::Table => as_table(&keys),
        });
        Ok(())
    }
}

fn as_json(keys: &[SigningKey]) -> Value {
    let one = |key: &SigningKey| {
        json!({
            "kid": key.kid,
            "algorithm": key.algorithm,
            "state": key.state.as_str(),
            "since": key.since,
            "created_at": key.created_at,
        })
    };
    keys.iter().map(one).collect()
}

fn as_table(keys: &[SigningKey]) -> String {
    let mut text = String::new();
    for key in keys {
        let since = key.since.format("%Y-%m-%d %H:%M:%S");
        let _ = writeln!(text, "{:<9} since {since}  {:<6} {}", key.state.as_str(), key.algorithm, key.kid);
    }
    text
}
