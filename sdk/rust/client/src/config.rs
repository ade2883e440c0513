//! Where the platform is, and who calls.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use crate::error::Error;
use crate::types::Tokens;

type Given = Pin<Box<dyn Future<Output = Result<String, Error>> + Send>>;

/// Who calls.
#[derive(Clone)]
pub enum Credentials {
    /// A person's address and password.
    Password { email: String, password: String },
    /// A refresh token that was kept. A new one comes with each renewal: [`Config::on_tokens`] is told.
    RefreshToken(String),
    /// A function that gives access tokens.
    Function(Arc<dyn Fn() -> Given + Send + Sync>),
}

impl Credentials {
    /// A person's address and password.
    pub fn password(email: impl Into<String>, password: impl Into<String>) -> Self {
        Self::Password { email: email.into(), password: password.into() }
    }

    /// A function that gives access tokens.
    pub fn function<F>(give: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<String, Error>> + Send + 'static,
    {
        Self::Function(Arc::new(move || Box::pin(give())))
    }
}

/// Secrets are not printed.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Password { .. } => "Password",
            Self::RefreshToken(_) => "RefreshToken",
            Self::Function(_) => "Function",
        })
    }
}

/// Where the platform is, who calls, and how.
#[derive(Clone)]
pub struct Config {
    pub(crate) bases: [(&'static str, String); 3],
    pub(crate) credentials: Option<Credentials>,
    pub(crate) timeout: Duration,
    pub(crate) retries: u32,
    pub(crate) traceparent: Option<Arc<dyn Fn() -> Option<String> + Send + Sync>>,
    pub(crate) on_tokens: Option<Arc<dyn Fn(&Tokens) + Send + Sync>>,
    pub(crate) user_agent: Option<String>,
    pub(crate) http: reqwest::Client,
}

impl Config {
    /// One address, the portal's: its door leads to all services.
    #[must_use]
    pub fn url(url: &str) -> Self {
        let door = format!("{}/services", url.trim_end_matches('/'));
        Self::urls(&format!("{door}/user"), &format!("{door}/order"), &format!("{door}/notification"))
    }

    /// The address of each service.
    #[must_use]
    pub fn urls(user: &str, order: &str, notification: &str) -> Self {
        let bases = [("user", user), ("order", order), ("notification", notification)];
        Self {
            bases: bases.map(|(service, url)| (service, url.trim_end_matches('/').to_owned())),
            credentials: None,
            timeout: Duration::from_secs(30),
            retries: 3,
            traceparent: None,
            on_tokens: None,
            user_agent: None,
            http: reqwest::Client::new(),
        }
    }

    /// Who calls. Without them only what is open to everybody can be called.
    #[must_use]
    pub fn credentials(self, credentials: Credentials) -> Self {
        Self { credentials: Some(credentials), ..self }
    }

    /// How long a call may take, with all its tries. Default: 30 s.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// How often a call is tried again when that can do no harm. Default: 3.
    #[must_use]
    pub fn retries(self, retries: u32) -> Self {
        Self { retries, ..self }
    }

    /// The trace that the next call is part of (W3C), for example the active span's. Default: a new one for each call.
    #[must_use]
    pub fn traceparent(self, give: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        Self { traceparent: Some(Arc::new(give)), ..self }
    }

    /// Told of each new pair of tokens: keep `refresh_token` if the session shall outlive the program.
    #[must_use]
    pub fn on_tokens(self, take: impl Fn(&Tokens) + Send + Sync + 'static) -> Self {
        Self { on_tokens: Some(Arc::new(take)), ..self }
    }

    /// Added to the user agent, such as `my-shop/1.4`.
    #[must_use]
    pub fn user_agent(self, agent: impl Into<String>) -> Self {
        Self { user_agent: Some(agent.into()), ..self }
    }

    /// In the place of an HTTP client of its own, for proxies and certificates.
    #[must_use]
    pub fn http(self, http: reqwest::Client) -> Self {
        Self { http, ..self }
    }
}
