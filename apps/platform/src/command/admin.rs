//! `eop admin`: the first administrator.

use std::io::{IsTerminal, Read};
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Subcommand;
use eop_assembly::Host;

use super::{block_on, settings};
use crate::out;

#[derive(Debug, Subcommand)]
pub(crate) enum AdminCommand {
    /// Make an administrator, or give an account the role `admin`
    ///
    /// The password is read from standard input. Works on the database of the user service.
    Create {
        /// The e-mail address
        #[arg(long)]
        email: String,
        /// The person's name
        #[arg(long, default_value = "Administrator")]
        name: String,
        /// Where the user service's database is, instead of `EOP_DATABASE_URL`
        #[arg(long, value_name = "URL")]
        database_url: Option<String>,
    },
}

impl AdminCommand {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        let Self::Create { email, name, database_url } = self;
        // No token is issued here.
        let issuer = Some("http://localhost".to_owned());
        let settings = settings(config, &[("EOP_DATABASE_URL", database_url), ("EOP_ISSUER", issuer)])?;
        let password = read_password()?;
        let made = block_on(async {
            let host = Host::new("admin", env!("CARGO_PKG_VERSION"));
            // Nothing is published here: the relay of the running service finds the event in the outbox.
            let identity = eop_user::wiring::identity(&host, &settings).await?;
            eop_user::wiring::ensure_admin(&identity, &name, &email, &password).await
        })?;
        out::line(format_args!(
            "{email} {}",
            if made { "was registered as an administrator" } else { "is an administrator" }
        ));
        Ok(())
    }
}

fn read_password() -> Result<String> {
    let mut stdin = std::io::stdin();
    if stdin.is_terminal() {
        out::text("Password: ");
        let mut line = String::new();
        stdin.read_line(&mut line).context("the password cannot be read")?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let mut text = String::new();
    stdin.read_to_string(&mut text).context("the password cannot be read from standard input")?;
    let password = text.trim_end_matches(['\r', '\n']).to_owned();
    ensure!(
        !password.is_empty(),
        "give the password on standard input, such as `printf %s \"$PASSWORD\" | eop admin create …`"
    );
    Ok(password)
}
