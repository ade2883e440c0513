//! `eop doctor`: what is wrong with a running platform, and what to do about it.

mod ask;
mod finding;
mod here;
mod metrics;
mod readiness;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;
use eop_assembly::settings::Settings;
use futures::future::join_all;
use url::Url;

use self::ask::{Answers, Client};
use self::finding::{Finding, State};
use super::config::Output;
use super::{block_on, settings};
use crate::out;

/// Say what is wrong with a running platform, and what to do
///
/// Asks each service for its health, metrics and clock, the user service for its signing keys, and looks at the settings
/// that commands on this machine would use: at the disks of the files that they name, and whether the mail server lets the
/// platform in. Changes and sends nothing, and needs no account. The exit status is 0 when nothing is wrong, warnings or not,
/// and 1 when something is.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  \
    eop doctor\n  \
    eop doctor --user http://user:8090 --order http://order:8081 --notification http://notification:8082\n  \
    eop doctor --output json | jq '.[] | select(.state == \"wrong\")'")]
pub(crate) struct DoctorArgs {
    /// Where the user service answers health and metrics
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8090")]
    user: Url,
    /// The same of the order service
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8081")]
    order: Url,
    /// The same of the notification service
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8082")]
    notification: Url,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Output::Table)]
    output: Output,
    /// The longest wait for an answer, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 5000)]
    timeout_ms: u64,
}

impl DoctorArgs {
    pub(super) fn run(self, config: Option<PathBuf>) -> Result<()> {
        let settings = settings(config, &[]);
        let mut found = vec![of_settings(&settings)];
        found.extend(here::disks(settings.as_ref().ok()));
        found.extend(block_on(async {
            let mail = match &settings {
                Ok(settings) => here::mail(settings).await,
                Err(_) => Vec::new(),
            };
            Ok(mail.into_iter().chain(self.examine().await?).collect::<Vec<_>>())
        })?);
        out::text(match self.output {
            Output::Json => format!("{:#}\n", finding::json(&found)),
            Output::Table => finding::table(&found),
        });
        match found.iter().filter(|finding| finding.state == State::Wrong).count() {
            0 => Ok(()),
            1 => bail!("1 thing is wrong"),
            count => bail!("{count} things are wrong"),
        }
    }

    async fn examine(&self) -> Result<Vec<Finding>> {
        let client = Client::new(Duration::from_millis(self.timeout_ms))?;
        let services = [("user", &self.user), ("order", &self.order), ("notification", &self.notification)];
        let answers = join_all(services.map(|(service, url)| client.ask(service, url))).await;
        let mut found: Vec<Finding> = answers.iter().flat_map(of_service).collect();
        found.push(versions(&answers));
        found.push(client.keys(&self.user).await);
        Ok(found)
    }
}

fn of_settings(settings: &Result<Settings>) -> Finding {
    match settings {
        Ok(_) => Finding::well("here", "settings", "those that are set are valid"),
        Err(error) => Finding::wrong("here", "settings", format!("{error:#}"), "correct what is named"),
    }
}

/// What one service says of itself.
fn of_service(answers: &Answers) -> Vec<Finding> {
    let service = answers.service;
    let mut found = readiness::findings(service, &answers.readiness);
    found.extend(answers.skew.map(|skew| readiness::clock(service, skew)));
    match &answers.metrics {
        Ok(page) => found.extend(metrics::findings(service, page)),
        Err(error) => {
            let advice = "EOP_OPS_ADDR moves health and metrics to an address of their own: give that one";
            found.push(Finding::wrong(service, "metrics", error.clone(), advice));
        }
    }
    found
}

/// Two versions at once are a rollout under way, which should end.
fn versions(answers: &[Answers]) -> Finding {
    let mut versions: Vec<&str> = answers.iter().filter_map(Answers::version).collect();
    versions.sort_unstable();
    versions.dedup();
    match versions.as_slice() {
        [] => {
            Finding::wrong("all", "version", "no service tells its version".to_owned(), "start the services")
        }
        [one] => Finding::well("all", "version", *one),
        several => Finding::warning(
            "all",
            "version",
            format!("{} at the same time", several.join(" and ")),
            "end the rollout: each version works beside the next one only",
        ),
    }
}
