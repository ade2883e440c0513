//! Baselines by `pgbench`.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::process::Command;

use crate::database::Database;

/// A load by pgbench: one script, prepared statements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load<'a> {
    /// Connections.
    pub(crate) clients: u32,
    /// How long.
    pub(crate) duration: Duration,
    /// The script. Its variable `n` grows by one per transaction of a client, from `base` on.
    pub(crate) script: &'a Path,
    /// Where `n` begins: no two loads on one database may share numbers.
    pub(crate) base: u64,
}

/// Transactions per second.
pub(crate) async fn run(database: &Database, load: Load<'_>) -> Result<f64> {
    let output = Command::new("pgbench")
        .args(["-n", "-M", "prepared", "-j", "2", "-c", &load.clients.to_string()])
        .args(["-T", &load.duration.as_secs().to_string(), "-D", &format!("n={}", load.base), "-f"])
        .arg(load.script)
        .arg(database.url())
        .output()
        .await
        .context("pgbench cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let fault = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "pgbench: {text}{fault}");
    let line = text.lines().find_map(|line| line.strip_prefix("tps = ")).context("pgbench prints a rate")?;
    let rate = line.split_whitespace().next().unwrap_or_default().parse().context("the rate is a number")?;
    Ok(rate)
}
