//! `eop healthcheck`: asks a service whether it is ready. For containers, which have no shell and no `curl` to ask with.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::Value;

use super::block_on;

/// Ask a service whether it is ready
///
/// The exit status is 0 when it is, degraded or not, and 1 when it is not or does not answer.
#[derive(Debug, Args)]
pub(crate) struct HealthcheckArgs {
    /// Where the service answers health, such as <http://127.0.0.1:8081>
    #[arg(value_name = "URL")]
    url: url::Url,
    /// The longest wait for its answer, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 2000)]
    timeout_ms: u64,
}

impl HealthcheckArgs {
    pub(super) fn run(self) -> Result<()> {
        block_on(async move {
            let url = self.url.join("/health/ready")?;
            let client = reqwest::Client::builder()
                .no_proxy()
                .timeout(Duration::from_millis(self.timeout_ms))
                .build()
                .context("no client for HTTP can be made")?;
            let answer =
                client.get(url.clone()).send().await.with_context(|| format!("{url} does not answer"))?;
            let ready = answer.status().is_success();
            let body: Value = answer.json().await.with_context(|| format!("{url} is no service of ours"))?;
            let status = body["status"].as_str().unwrap_or("unknown");
            if !ready {
                bail!("{url}: {status}, failing: {}", failing(&body));
            }
            crate::out::line(status);
            Ok(())
        })
    }
}

/// The parts that fail, by name.
fn failing(body: &Value) -> String {
    let names = body["failing"].as_array().into_iter().flatten().filter_map(Value::as_str);
    names.collect::<Vec<_>>().join(", ")
}
