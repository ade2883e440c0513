//! The user service as other services ask it: by a token of their own, which they get for their credentials.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::commit::Version;
use eop_core::kernel::policy::{Policy, PolicySource, PolicyUnavailable};
use reqwest::header::{CONTENT_TYPE, IF_NONE_MATCH};
use reqwest::{Client, Response, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::key_source::with_causes;

/// An answer is not larger than this, in bytes: a policy of 200 roles with 200 rules each.
const LARGEST: usize = 8 * 1024 * 1024;
/// The user service answers within this.
const TIMEOUT: Duration = Duration::from_secs(3);
/// How long an unused connection is kept.
const IDLE: Duration = Duration::from_secs(15);
/// A token is used for so much less than it says, because asking takes time.
const SPARE: Duration = Duration::from_secs(30);

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Asks the user service at an address for what other services need of it.
#[derive(derive_more::Debug)]
#[debug("UserService({policy}, {name})")]
pub struct UserService {
    client: Client,
    tokens: Url,
    policy: Url,
    name: &'static str,
    secret: SecretString,
    token: Mutex<Option<Token>>,
}

/// A token, and until when it is used.
#[derive(Debug)]
struct Token {
    text: SecretString,
    until: Instant,
}

#[derive(Deserialize)]
struct Issued {
    access_token: SecretString,
    expires_in: u64,
}

impl UserService {
    /// The user service at `url`, such as `http://user:8090`, asked by the service `name` with its `secret`. The caller has
    /// installed a rustls provider.
    ///
    /// # Errors
    /// [`PolicyUnavailable`] when `url` is not an address or no client can be built.
    pub fn new(url: &str, name: &'static str, secret: SecretString) -> Result<Self, PolicyUnavailable> {
        let unavailable = |fault: &dyn fmt::Display| PolicyUnavailable(format!("{url}: {fault}"));
        let base = Url::parse(url).map_err(|fault| unavailable(&fault))?;
        let at = |path: &str| base.join(path).map_err(|fault| unavailable(&fault));
        let client = Client::builder()
            .timeout(TIMEOUT)
            .pool_idle_timeout(IDLE)
            .tcp_keepalive(IDLE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|fault| unavailable(&fault))?;
        let (tokens, policy) = (at("/api/v1/auth/token")?, at("/api/v1/policy")?);
        Ok(Self { client, tokens, policy, name, secret, token: Mutex::default() })
    }

    /// A token that is good for a while yet.
    async fn token(&self) -> Result<SecretString, Fault> {
        let mut kept = self.token.lock().await;
        if let Some(token) = kept.as_ref().filter(|token| token.until > Instant::now()) {
            return Ok(token.text.clone());
        }
        let asked = Instant::now();
        let request = self
            .client
            .post(self.tokens.clone())
            .basic_auth(self.name, Some(self.secret.expose_secret()))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body("grant_type=client_credentials");
        let issued: Issued = serde_json::from_slice(&read(good(request.send().await?)?).await?)?;
        let until = asked + Duration::from_secs(issued.expires_in).saturating_sub(SPARE);
        *kept = Some(Token { text: issued.access_token.clone(), until });
        Ok(issued.access_token)
    }

    async fn ask(&self, known: Option<Version>) -> Result<Option<Policy>, Fault> {
        let token = self.token().await?;
        let mut request = self.client.get(self.policy.clone()).bearer_auth(token.expose_secret());
        if let Some(version) = known {
            request = request.header(IF_NONE_MATCH, format!("\"{version}\""));
        }
        let answer = request.send().await?;
        match answer.status() {
            StatusCode::NOT_MODIFIED => Ok(None),
            StatusCode::UNAUTHORIZED => {
                // The key that signed it was withdrawn, for instance: the next try gets another one.
                *self.token.lock().await = None;
                Err("the token of this service is refused".into())
            }
            _ => Ok(Some(serde_json::from_slice(&read(good(answer)?).await?)?)),
        }
    }
}

fn good(answer: Response) -> Result<Response, Fault> {
    let answer = answer.error_for_status()?;
    let status = answer.status();
    if status.is_success() { Ok(answer) } else { Err(format!("unexpected status {status}").into()) }
}

async fn read(mut answer: Response) -> Result<Vec<u8>, Fault> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() > LARGEST {
            return Err(format!("the answer is longer than {LARGEST} bytes").into());
        }
    }
    Ok(body)
}

#[async_trait]
impl PolicySource for UserService {
    async fn fetch(&self, known: Option<Version>) -> Result<Option<Policy>, PolicyUnavailable> {
        self.ask(known).await.map_err(|fault| PolicyUnavailable(with_causes(fault.as_ref())))
    }
}
