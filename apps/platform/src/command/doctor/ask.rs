//! What services answer.

use std::time::Duration;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use eop_core::kernel::clock::Clock;
use eop_http::system::SystemClock;
use reqwest::Response;
use serde_json::Value;
use url::Url;

use super::finding::Finding;

/// Asks services.
pub(super) struct Client(reqwest::Client);

/// What a service answered.
pub(super) struct Answers {
    pub(super) service: &'static str,
    /// The body of its readiness, or why there is none.
    pub(super) readiness: Result<Value, String>,
    /// Its metrics in the text format, or why there are none.
    pub(super) metrics: Result<String, String>,
    /// How far its clock is before this machine's.
    pub(super) skew: Option<chrono::TimeDelta>,
}

impl Answers {
    pub(super) fn version(&self) -> Option<&str> {
        self.readiness.as_ref().ok()?["version"].as_str()
    }
}

impl Client {
    pub(super) fn new(timeout: Duration) -> Result<Self> {
        let client = reqwest::Client::builder().no_proxy().timeout(timeout).build();
        Ok(Self(client.context("no client for HTTP can be made")?))
    }

    pub(super) async fn ask(&self, service: &'static str, url: &Url) -> Answers {
        let (readiness, skew) = match self.get(url, "/health/ready").await {
            Ok(answer) => {
                let skew = date(&answer).map(|date| date - SystemClock.now());
                let body = answer.json().await;
                (body.map_err(|error| format!("{url} is no service of ours: {}", in_one_line(&error))), skew)
            }
            Err(error) => (Err(error), None),
        };
        let metrics = match self.get(url, "/metrics").await {
            Ok(answer) if answer.status().is_success() => {
                answer.text().await.map_err(|error| in_one_line(&error))
            }
            Ok(answer) => Err(format!("{url} answers {} for its metrics", answer.status())),
            Err(error) => Err(error),
        };
        Answers { service, readiness, metrics, skew }
    }

    /// Whether there are keys that access tokens can be verified by.
    pub(super) async fn keys(&self, user: &Url) -> Finding {
        let what = "signing keys";
        let advice = "the user service makes them when it starts: look at its log";
        let set: Result<Value, String> = match self.get(user, "/.well-known/jwks.json").await {
            Ok(answer) => answer.json().await.map_err(|error| in_one_line(&error)),
            Err(error) => Err(error),
        };
        match set.map(|set| set["keys"].as_array().map_or(0, Vec::len)) {
            Ok(0) => Finding::wrong("user", what, "there is none".to_owned(), advice),
            Ok(count) => Finding::well("user", what, format!("{count} published")),
            Err(error) => Finding::wrong("user", what, error, advice),
        }
    }

    async fn get(&self, url: &Url, path: &str) -> Result<Response, String> {
        let url = url.join(path).map_err(|error| format!("{url} leads nowhere: {error}"))?;
        self.0.get(url.clone()).send().await.map_err(|error| format!("{url}: {}", in_one_line(&error)))
    }
}

/// `Date` of an answer, which has whole seconds (RFC 9110, section 6.6.1).
fn date(answer: &Response) -> Option<DateTime<Utc>> {
    let date = answer.headers().get("date")?.to_str().ok()?;
    DateTime::parse_from_rfc2822(date).ok().map(|date| date.with_timezone(&Utc))
}

/// An error with its causes. The address is said by the caller.
fn in_one_line(error: &reqwest::Error) -> String {
    let mut text = if error.is_timeout() { "no answer in time" } else { "no answer" }.to_owned();
    let mut cause = std::error::Error::source(error);
    while let Some(why) = cause {
        text = format!("{text}: {why}");
        cause = why.source();
    }
    text
}
