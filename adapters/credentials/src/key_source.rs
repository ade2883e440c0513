//! Where verifiers get the published keys from.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use eop_core::identity::port::TokenIssuer;
use eop_core::kernel::calls::{Calls, Unheard};
use serde_json::Value;
use thiserror::Error;

/// A key set is not larger than this, in bytes.
const LARGEST: usize = 64 * 1024;
/// The user service answers within this.
const TIMEOUT: Duration = Duration::from_secs(3);

/// How long an unused connection is kept: less than the pause between two fetches.
const IDLE: Duration = Duration::from_secs(15);

/// The published keys cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the published keys cannot be had: {0}")]
pub struct KeysUnavailable(pub String);

/// Gives the current JWK set.
#[async_trait]
pub trait KeySource: Send + Sync {
    /// The keys as they are published now.
    ///
    /// # Errors
    /// [`KeysUnavailable`] when they cannot be had.
    async fn fetch(&self) -> Result<Value, KeysUnavailable>;

    /// For how long an unknown key name causes no further fetch.
    fn pause(&self) -> Duration;
}

/// The keys of an issuer in the same process.
#[derive(derive_more::Debug)]
#[debug("LocalKeys {{ .. }}")]
pub struct LocalKeys(Arc<dyn TokenIssuer>);

impl LocalKeys {
    /// The keys that `issuer` publishes.
    #[must_use]
    pub fn new(issuer: Arc<dyn TokenIssuer>) -> Self {
        Self(issuer)
    }
}

#[async_trait]
impl KeySource for LocalKeys {
    async fn fetch(&self) -> Result<Value, KeysUnavailable> {
        Ok(self.0.jwks())
    }

    /// None: looking costs nothing.
    fn pause(&self) -> Duration {
        Duration::ZERO
    }
}

/// The keys that the user service publishes at an address.
#[derive(derive_more::Debug)]
pub struct HttpKeys {
    client: reqwest::Client,
    url: reqwest::Url,
    /// Who answers: host and port of the address.
    server: String,
    #[debug(skip)]
    calls: Arc<dyn Calls>,
}

impl HttpKeys {
    /// The keys at `url`, such as `http://user:8090/.well-known/jwks.json`. The caller has installed a rustls provider.
    ///
    /// # Errors
    /// [`KeysUnavailable`] when `url` is not an address or no client can be built.
    pub fn new(url: &str) -> Result<Self, KeysUnavailable> {
        let unavailable = |fault: &dyn std::fmt::Display| KeysUnavailable(format!("{url}: {fault}"));
        let address = reqwest::Url::parse(url).map_err(|fault| unavailable(&fault))?;
        let client = reqwest::Client::builder()
            .timeout(TIMEOUT)
            // What was left open meanwhile may lead nowhere: it is closed before it would be asked again.
            .pool_idle_timeout(IDLE)
            .tcp_keepalive(IDLE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|fault| unavailable(&fault))?;
        let host = address.host_str().unwrap_or_default();
        let server =
            address.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Ok(Self { client, url: address, server, calls: Arc::new(Unheard) })
    }

    /// The same, whose calls are told to `calls`.
    #[must_use]
    pub fn heard_by(self, calls: Arc<dyn Calls>) -> Self {
        Self { calls, ..self }
    }

    /// The head of the answer, whatever it says.
    async fn ask(&self) -> reqwest::Result<reqwest::Response> {
        let begun = Instant::now();
        let answer = self.client.get(self.url.clone()).send().await;
        let status = answer.as_ref().ok().map(|answer| answer.status().as_u16());
        self.calls.ended(&self.server, status, begun.elapsed());
        answer
    }

    async fn read(&self) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let mut response = self.ask().await?.error_for_status()?;
        if !response.status().is_success() {
            return Err(format!("unexpected status {}", response.status()).into());
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            body.extend_from_slice(&chunk);
            if body.len() > LARGEST {
                return Err(format!("the answer is longer than {LARGEST} bytes").into());
            }
        }
        Ok(serde_json::from_slice(&body)?)
    }
}

#[async_trait]
impl KeySource for HttpKeys {
    async fn fetch(&self) -> Result<Value, KeysUnavailable> {
        self.read().await.map_err(|fault| KeysUnavailable(with_causes(fault.as_ref())))
    }

    /// 30 seconds: tokens with made-up key names cannot make the services ask each other all the time.
    fn pause(&self) -> Duration {
        Duration::from_secs(30)
    }
}

/// An error and what led to it, as one line.
pub(crate) fn with_causes(fault: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(fault), |fault| fault.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
