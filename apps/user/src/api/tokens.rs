//! Signing in, refreshing and signing out.

use std::sync::Arc;

use eop_core::identity::command::{LogIn, Secret};
use eop_core::identity::error::IdentityError;
use eop_core::identity::service::{IdentityService, Tokens};
use eop_core::kernel::id::SessionId;
use eop_http::types::{Id, Int, Nullable, Text};
use eop_http::{Caller, Problem, RequestOrigin, SentBy};
use poem::http::{HeaderMap, header};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi};

use super::Tag;

/// The cookie that holds a browser's refresh token.
const COOKIE: &str = "eop_refresh";
/// Where browsers send it.
const COOKIE_PATH: &str = "/api/v1/auth";

/// How the refresh token is handed over
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename = "RefreshDelivery", rename_all = "snake_case")]
pub(crate) enum RefreshDelivery {
    /// In the answer, for programs.
    #[default]
    Body,
    /// As a cookie that scripts cannot read, for browsers.
    Cookie,
}

/// An address and its password
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "Credentials", skip_serializing_if_is_none)]
pub(crate) struct CredentialsBody {
    /// The address.
    #[oai(validator(min_length = 1, max_length = 254))]
    email: Text,
    /// The password.
    #[oai(validator(min_length = 1, max_length = 200))]
    #[debug(skip)]
    password: Text,
    /// How the refresh token is handed over.
    #[oai(default)]
    refresh: RefreshDelivery,
}

/// A refresh token to exchange
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "TokenRefresh", skip_serializing_if_is_none)]
pub(crate) struct RefreshBody {
    /// The refresh token; that of the cookie when absent.
    #[oai(nullable, validator(min_length = 1, max_length = 200))]
    #[debug(skip)]
    refresh_token: Option<Text>,
}

/// Tokens for one session
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "Tokens", skip_serializing_if_is_none)]
pub(crate) struct TokensBody {
    /// For requests, as `Authorization: Bearer`.
    #[debug(skip)]
    access_token: Text,
    /// `Bearer`.
    token_type: Text,
    /// Seconds until the access token expires.
    expires_in: Int<u64>,
    /// For one exchange; null when it is in the cookie.
    #[debug(skip)]
    refresh_token: Nullable<Text>,
    /// The session.
    session_id: Id<SessionId>,
}

/// Tokens, in the answer or partly in a cookie.
#[derive(Debug, ApiResponse)]
pub(crate) enum TokensAnswer {
    /// Signed in.
    #[oai(status = 200)]
    Ok(
        Json<TokensBody>,
        /// The refresh token of browsers: `HttpOnly`, `SameSite=Strict`.
        #[oai(header = "Set-Cookie")]
        Option<String>,
        /// Tokens are never kept by caches (RFC 6749, section 5.1).
        #[oai(header = "Cache-Control")]
        String,
    ),
}

/// Signed out.
#[derive(Debug, ApiResponse)]
pub(crate) enum SignedOut {
    /// Signed out.
    #[oai(status = 204)]
    Done(
        /// Takes the refresh token out of a browser.
        #[oai(header = "Set-Cookie")]
        String,
    ),
}

/// Signing in and out.
#[derive(Debug)]
pub struct TokensApi {
    pub(super) identity: Arc<IdentityService>,
    pub(super) secure_cookies: bool,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Sessions")]
impl TokensApi {
    /// Sign in
    ///
    /// Gives an access token for ten minutes and a refresh token. Unknown address, wrong password, an address that is not
    /// verified and a locked account get the same answer: if you have just registered, open the mail that we sent.
    #[oai(path = "/auth/login", method = "post", operation_id = "logIn")]
    async fn log_in(
        &self,
        origin: RequestOrigin,
        body: Json<CredentialsBody>,
    ) -> Result<TokensAnswer, Problem> {
        let CredentialsBody { email, password, refresh } = body.0;
        let command = LogIn { email: email.0, password: Secret(password.0), origin: origin.0 };
        let tokens = self.identity.log_in(command).await?;
        Ok(self.answer(tokens, refresh))
    }

    /// Exchange a refresh token
    ///
    /// Each is good for one exchange; within a minute the same exchange gives the same successor, unless that was exchanged
    /// too. A used one that comes later ends its session. The cookie's is taken only from pages of this service, or of an
    /// origin that may call it.
    #[oai(path = "/auth/refresh", method = "post", operation_id = "refreshTokens")]
    async fn refresh(
        &self,
        origin: RequestOrigin,
        page: SentBy,
        headers: &HeaderMap,
        body: Json<RefreshBody>,
    ) -> Result<TokensAnswer, Problem> {
        let (token, delivery) = if let Some(token) = body.0.refresh_token {
            (token.0, RefreshDelivery::Body)
        } else {
            let token = cookie(headers).ok_or(IdentityError::RefreshRefused)?;
            page.own_page()?;
            (token, RefreshDelivery::Cookie)
        };
        let tokens = self.identity.refresh(&Secret(token), &origin.0).await?;
        Ok(self.answer(tokens, delivery))
    }

    /// Sign out
    ///
    /// Ends the session of the access token, and takes the refresh token out of a browser.
    #[oai(path = "/auth/logout", method = "post", operation_id = "logOut")]
    async fn log_out(&self, caller: Caller) -> Result<SignedOut, Problem> {
        self.identity.log_out(caller.actor()).await?;
        Ok(SignedOut::Done(self.cookie_with("", "Max-Age=0")))
    }
}

impl TokensApi {
    fn answer(&self, tokens: Tokens, delivery: RefreshDelivery) -> TokensAnswer {
        let (in_body, in_cookie) = match delivery {
            RefreshDelivery::Body => (Some(Text(tokens.refresh)), None),
            RefreshDelivery::Cookie => (None, Some(self.set_cookie(&tokens))),
        };
        let body = TokensBody {
            access_token: Text(tokens.access.token),
            token_type: Text::from("Bearer"),
            expires_in: Int(tokens.access_lifetime.num_seconds().unsigned_abs()),
            refresh_token: Nullable(in_body),
            session_id: Id(tokens.session),
        };
        TokensAnswer::Ok(Json(body), in_cookie, "no-store".to_owned())
    }

    fn set_cookie(&self, tokens: &Tokens) -> String {
        let expires = tokens.refresh_until.format("Expires=%a, %d %b %Y %H:%M:%S GMT");
        self.cookie_with(&tokens.refresh, &expires.to_string())
    }

    fn cookie_with(&self, value: &str, until: &str) -> String {
        let secure = if self.secure_cookies { "; Secure" } else { "" };
        format!("{COOKIE}={value}; Path={COOKIE_PATH}; {until}; HttpOnly; SameSite=Strict{secure}")
    }
}

/// The refresh token of the request's cookie. What other cookies hold is none of our business, be it text or not.
fn cookie(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b';'))
        .filter_map(|pair| std::str::from_utf8(pair).ok()?.trim().split_once('='))
        .find(|(name, value)| *name == COOKIE && (1..=200).contains(&value.len()))
        .map(|(_, value)| value.to_owned())
}
