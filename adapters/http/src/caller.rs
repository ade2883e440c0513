//! Who calls: the bearer scheme of every service. Verification itself is a port of identity.

use std::sync::Arc;
use std::time::Duration;

use eop_core::identity::port::{TokenRefused, TokenVerifier};
use eop_core::kernel::actor::Actor;
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::error::ErrorKind;
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use poem::http::header::WWW_AUTHENTICATE;
use poem::http::{HeaderValue, header};
use poem::{Request, Result};
use poem_openapi::SecurityScheme;
use poem_openapi::auth::Bearer;
use tokio::time::{sleep, timeout};

use crate::problem::Problem;
use crate::request::RequestContext;

/// How often a token that something long was begun with is looked at again, when nothing is heard of it.
const LOOK_AGAIN: Duration = Duration::from_secs(15);

/// The least time between two looks, however much is heard: what is heard may be of others, and all who listen look.
const REST: Duration = Duration::from_millis(200);

/// An access token of the user service: `logIn` (`POST /api/v1/auth/login`) gives one that is good for some minutes,
/// and `refreshTokens` the next. Paste it here without the word `Bearer`.
#[derive(Debug, SecurityScheme)]
#[oai(rename = "bearer", ty = "bearer", bearer_format = "JWT", checker = "authenticated")]
pub struct Caller(Actor);

impl Caller {
    /// The caller as use cases know it, with the origin of this request.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.0
    }
}

/// Checks bearer tokens; the edge does so before it reads a body, once per request.
#[derive(Clone, derive_more::Debug)]
#[debug("Authenticator {{ .. }}")]
pub(crate) struct Authenticator {
    pub(crate) verifier: Arc<dyn TokenVerifier>,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Authenticator {
    /// The actor that the request's token stands for, and until when it does.
    pub(crate) async fn authenticate(&self, request: &Request) -> Result<(Actor, Timestamp), Problem> {
        let token = token_of(request)?;
        let verified =
            self.verifier.verify(token, self.clock.now()).await.map_err(|reason| refused(&reason))?;
        let actor = Actor {
            principal: verified.principal,
            roles: verified.roles,
            session: verified.session,
            origin: RequestContext::of(request).origin().clone(),
        };
        Ok((actor, verified.expires_at))
    }

    /// Watches the token of `request`, which is good until `expires_at`.
    pub(crate) fn watch(&self, request: &Request, expires_at: Timestamp) -> Result<Watch, Problem> {
        let withdrawn = self.verifier.withdrawn();
        let token = token_of(request)?.to_owned();
        Ok(Watch { authenticator: self.clone(), token, expires_at, withdrawn: withdrawn.shared() })
    }
}

/// A token that something long was begun with.
#[derive(derive_more::Debug)]
pub(crate) struct Watch {
    #[debug(skip)]
    authenticator: Authenticator,
    #[debug(skip)]
    token: String,
    expires_at: Timestamp,
    /// Done when it must be looked at the first time.
    withdrawn: Shared<BoxFuture<'static, ()>>,
}

impl Watch {
    /// Waits until the token is good no more: it has expired, or its session has ended as far as can be known here.
    pub(crate) async fn refused(&self) {
        let Authenticator { verifier, clock } = &self.authenticator;
        let mut withdrawn = self.withdrawn.clone();
        loop {
            let left = (self.expires_at - clock.now()).to_std().unwrap_or_default();
            // Whichever comes first.
            let _silence = timeout(left.clamp(Duration::from_secs(1), LOOK_AGAIN), withdrawn).await;
            // From before the look on, so that nothing is heard unnoticed in between.
            withdrawn = verifier.withdrawn().shared();
            let now = clock.now();
            match verifier.verify(&self.token, now).await {
                Ok(_) => {}
                // That nobody can tell at the moment ends nothing that was allowed before.
                Err(TokenRefused::Unavailable | TokenRefused::Unchecked) if now < self.expires_at => {}
                Err(_) => return,
            }
            sleep(REST).await;
        }
    }
}

/// The token of the `Authorization` header.
fn token_of(request: &Request) -> Result<&str, Problem> {
    let mut values = request.headers().get_all(header::AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return Err(missing());
    };
    let (scheme, token) = value.to_str().unwrap_or_default().split_once(' ').unwrap_or_default();
    let token = token.trim();
    if scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() { Ok(token) } else { Err(missing()) }
}

/// No token was sent (RFC 6750, section 3: then the challenge says no more than the scheme).
pub(crate) fn missing() -> Problem {
    Problem::new(ErrorKind::Unauthenticated, "auth.token_missing")
        .detail("this needs an access token: send it as `Authorization: Bearer <token>`")
}

/// The token that was sent is not accepted.
pub(crate) fn refused(reason: &TokenRefused) -> Problem {
    let code = match reason {
        TokenRefused::Invalid => "auth.token_invalid",
        TokenRefused::Expired => "auth.token_expired",
        TokenRefused::Ended => "auth.session_ended",
        TokenRefused::Superseded => "auth.token_superseded",
        TokenRefused::Unavailable => {
            return Problem::new(ErrorKind::Unavailable, "auth.keys_unavailable").detail(reason.to_string());
        }
        TokenRefused::Unchecked => {
            return Problem::new(ErrorKind::Unavailable, "auth.session_unchecked").detail(reason.to_string());
        }
    };
    Problem::new(ErrorKind::Unauthenticated, code)
        .detail(reason.to_string())
        .header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer error=\"invalid_token\""))
}

/// Takes over the actor that the edge has found.
#[expect(clippy::unused_async, reason = "poem-openapi awaits the checker of a scheme")]
async fn authenticated(request: &Request, _bearer: Bearer) -> Result<Actor> {
    request.data::<Actor>().cloned().ok_or_else(|| missing().into())
}
