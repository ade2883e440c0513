//! Databases of the measures' own, and questions to them.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::surroundings::Surroundings;

/// A database that goes with the value.
#[derive(Debug)]
pub(crate) struct Database {
    server: String,
    name: String,
}

impl Database {
    /// An empty database called `name`; one that an earlier run left behind is replaced.
    pub(crate) fn create(surroundings: &Surroundings, name: &str) -> Result<Self> {
        let database = Self { server: surroundings.postgres.clone(), name: format!("eop_bench_{name}") };
        drop_if_there(&database)?;
        psql(&database.server, &format!("CREATE DATABASE {}", database.name))?;
        Ok(database)
    }

    /// Its URL.
    pub(crate) fn url(&self) -> String {
        let end = self.server.rfind('/').unwrap_or(self.server.len());
        format!("{}/{}", &self.server[..end], self.name)
    }

    /// Runs statements.
    pub(crate) fn run(&self, sql: &str) -> Result<()> {
        psql(&self.url(), sql).map(drop)
    }

    /// What a query answers, one line per row.
    pub(crate) fn ask(&self, sql: &str) -> Result<String> {
        psql(&self.url(), sql)
    }

    /// The one number that a query answers.
    pub(crate) fn number(&self, sql: &str) -> Result<f64> {
        let text = self.ask(sql)?;
        text.trim().parse().with_context(|| format!("`{sql}` answered {text:?}"))
    }

    /// Writes what is dirty, so that one load does not pay for another.
    pub(crate) fn settle(&self) -> Result<()> {
        self.run("CHECKPOINT")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Err(error) = drop_if_there(self) {
            eprintln!("the database {} is left behind: {error:#}", self.name);
        }
    }
}

fn drop_if_there(database: &Database) -> Result<()> {
    psql(&database.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", database.name)).map(drop)
}

/// What `psql` prints: columns separated by the unit separator, which no value has.
fn psql(url: &str, sql: &str) -> Result<String> {
    let arguments = ["-X", "-q", "-A", "-t", "-F", "\u{1f}", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql];
    let run =
        Command::new("psql").args(arguments).env("PGOPTIONS", "-c client_min_messages=warning").output();
    let output = run.context("psql cannot be run")?;
    let fault = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "psql: {}", fault.trim());
    String::from_utf8(output.stdout).context("psql prints text")
}
