//! Who calls, and the tokens for it.

use std::time::{Duration, Instant};

use reqwest::{Method, Request, Url};
use serde_json::json;
use tokio::sync::Mutex;

use crate::config::Credentials;
use crate::error::{ApiError, Error, Kind};
use crate::transport::{Transport, Way};
use crate::types::Tokens;

/// Tokens are renewed so long before they end.
const EARLY: Duration = Duration::from_secs(30);

/// Keeps the access token fresh. The lock is held while a new one comes, so that one request is made however many calls
/// want it. A caller that gives up meanwhile spoils nothing: for a minute the old refresh token gives the same successor.
#[derive(Default)]
pub(crate) struct Session(Mutex<State>);

#[derive(Default)]
struct State {
    access: Option<String>,
    ends_at: Option<Instant>,
    refresh: Option<String>,
    is_closed: bool,
}

impl Session {
    pub(crate) fn new(credentials: Option<&Credentials>) -> Self {
        let refresh = match credentials {
            Some(Credentials::RefreshToken(token)) => Some(token.clone()),
            _ => None,
        };
        Self(Mutex::new(State { refresh, ..State::default() }))
    }

    /// A token other than the stale one; none without credentials.
    pub(crate) async fn token(&self, transport: &Transport, stale: Option<&str>) -> Result<Option<String>, Error> {
        let Some(credentials) = &transport.config.credentials else { return Ok(None) };
        let mut state = self.0.lock().await;
        if state.is_closed {
            return Err(ApiError::signed_out("signed out").into());
        }
        let is_fresh = state.ends_at.is_none_or(|end| Instant::now() < end);
        if let Some(token) = state.access.as_ref().filter(|token| is_fresh && Some(token.as_str()) != stale) {
            return Ok(Some(token.clone()));
        }
        state.renew(transport, credentials).await.map(Some)
    }

    /// A new token now.
    pub(crate) async fn refresh(&self, transport: &Transport) -> Result<(), Error> {
        let present = self.0.lock().await.access.clone();
        self.token(transport, present.as_deref()).await.map(drop)
    }

    /// Ends the session; what is sent for that.
    pub(crate) async fn close(&self, transport: &Transport) -> Result<(), Error> {
        let mut state = self.0.lock().await;
        let token = state.access.take();
        *state = State { is_closed: true, ..State::default() };
        drop(state);
        let is_given = matches!(transport.config.credentials, Some(Credentials::Function(_)));
        let Some(token) = token.filter(|_| !is_given) else { return Ok(()) };
        let mut request = request_for("logout");
        let value = format!("Bearer {token}").parse().map_err(|_| Error::Request("the token is no text".into()))?;
        request.headers_mut().insert("authorization", value);
        transport.exchange(request, Way::Open).await.map(drop)
    }
}

impl State {
    async fn renew(&mut self, transport: &Transport, credentials: &Credentials) -> Result<String, Error> {
        if let Credentials::Function(give) = credentials {
            let token = give().await?;
            (self.access, self.ends_at) = (Some(token.clone()), None);
            return Ok(token);
        }
        if let Some(token) = &self.refresh {
            let outcome = ask(transport, "refresh", &json!({ "refresh_token": token })).await;
            let is_over = outcome.as_ref().is_err_and(|error| error.kind() == Some(Kind::Unauthenticated));
            // Whoever has the password can begin a new session when the old one has ended.
            if !is_over || !matches!(credentials, Credentials::Password { .. }) {
                return Ok(self.accept(transport, outcome?));
            }
        }
        let Credentials::Password { email, password } = credentials else {
            return Err(ApiError::signed_out("there are no credentials").into());
        };
        let tokens = ask(transport, "login", &json!({ "email": email, "password": password })).await?;
        Ok(self.accept(transport, tokens))
    }

    fn accept(&mut self, transport: &Transport, tokens: Tokens) -> String {
        if let Some(tell) = &transport.config.on_tokens {
            tell(&tokens);
        }
        let lasts = Duration::from_secs(tokens.expires_in.try_into().unwrap_or(0)).saturating_sub(EARLY);
        self.access = Some(tokens.access_token.clone());
        self.ends_at = Some(Instant::now() + lasts);
        self.refresh = tokens.refresh_token;
        tokens.access_token
    }
}

fn request_for(what: &str) -> Request {
    let url = format!("http://eop/services/user/api/v1/auth/{what}");
    Request::new(Method::POST, Url::parse(&url).expect("an address made of constants"))
}

async fn ask(transport: &Transport, what: &str, body: &serde_json::Value) -> Result<Tokens, Error> {
    let mut request = request_for(what);
    *request.body_mut() = Some(body.to_string().into());
    request.headers_mut().insert("content-type", reqwest::header::HeaderValue::from_static("application/json"));
    // Boxed, because a request that needs a token asks for it in the same way.
    let response = Box::pin(transport.exchange(request, Way::Open)).await?;
    response.json().await.map_err(|fault| Error::Undocumented(fault.to_string()))
}
