//! `eop users`: the accounts as a whole.

use std::path::PathBuf;

use anyhow::Result;
use clap::Subcommand;
use eop_assembly::Host;

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
}

impl UsersCommand {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        let Self::Republish { database_url } = self;
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
}
