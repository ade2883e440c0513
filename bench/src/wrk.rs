//! HTTP load by `wrk`.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::process::Command;

/// A load.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load<'a> {
    /// Connections, each with one request at a time.
    pub(crate) connections: u32,
    /// How long.
    pub(crate) duration: Duration,
    /// The script that makes the requests.
    pub(crate) script: &'a Path,
    /// What the script is given.
    pub(crate) arguments: &'a [String],
}

/// What came of a load.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    /// Answers per second, all of them good.
    pub(crate) rate: f64,
    /// The time that 99 of a hundred answers took at most, in milliseconds.
    pub(crate) p99_ms: f64,
}

/// Puts the service at `url` under load. Any answer that is no success is a failure of the measure.
pub(crate) async fn run(url: &str, load: Load<'_>) -> Result<Outcome> {
    let threads = load.connections.min(2);
    let output = Command::new("wrk")
        .args(["--timeout", "10s", "-t", &threads.to_string(), "-c", &load.connections.to_string()])
        .args(["-d", &format!("{}s", load.duration.as_secs()), "-s"])
        .arg(load.script)
        .args([url, "--"])
        .args(load.arguments)
        .output()
        .await
        .context("wrk cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "wrk: {text}{}", String::from_utf8_lossy(&output.stderr));
    // The scripts print this line when they are done.
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("outcome "))
        .with_context(|| format!("wrk printed no outcome: {text}"))?;
    let numbers: Vec<f64> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
    let [requests, microseconds, bad, p99] = numbers[..] else {
        anyhow::bail!("the outcome has another form: {line}");
    };
    ensure!(bad == 0.0, "{bad} of {requests} requests failed: {text}");
    ensure!(requests > 0.0, "nothing was answered: {text}");
    Ok(Outcome { rate: requests / microseconds * 1e6, p99_ms: p99 / 1e3 })
}
