//! Whether an access token still stands: its session is open, its account can sign in, and its roles are those of now.

use std::sync::Arc;

use async_trait::async_trait;
use futures::future::BoxFuture;

use super::super::port::{IdentityQueries, TokenRefused, TokenVerifier, VerifiedToken};
use crate::kernel::actor::Principal;
use crate::kernel::clock::Timestamp;

/// Checks tokens as its inner verifier does, and then asks for what became of their sessions: one read per request.
///
/// For the service that holds the sessions. The others hear of what became of them: [`CutOffVerifier`](super::CutOffVerifier).
#[derive(derive_more::Debug)]
#[debug("StandingVerifier {{ .. }}")]
pub struct StandingVerifier {
    offline: Arc<dyn TokenVerifier>,
    queries: Arc<dyn IdentityQueries>,
}

impl StandingVerifier {
    /// A verifier that asks `queries` about what `offline` found to be genuine.
    #[must_use]
    pub fn new(offline: Arc<dyn TokenVerifier>, queries: Arc<dyn IdentityQueries>) -> Self {
        Self { offline, queries }
    }
}

#[async_trait]
impl TokenVerifier for StandingVerifier {
    /// As the port says; `Ended` when the session of a person has ended or its account cannot sign in any more, and
    /// `Unchecked` when that cannot be asked. The roles are those that the account has now.
    async fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenRefused> {
        let token = self.offline.verify(token, now).await?;
        let Principal::User(user) = token.principal else { return Ok(token) };
        // A person's token is one of a session: there is no other way to it.
        let session = token.session.ok_or(TokenRefused::Invalid)?;
        let found = self.queries.find_signed_in(session).await.map_err(|error| {
            tracing::warn!(%error, "the session of a token could not be read");
            TokenRefused::Unchecked
        })?;
        let (session, account) = found.ok_or(TokenRefused::Ended)?;
        if session.account != user || !session.is_open(now) || !account.can_sign_in(now) {
            return Err(TokenRefused::Ended);
        }
        Ok(VerifiedToken { roles: account.acting_roles(), ..token })
    }

    fn withdrawn(&self) -> BoxFuture<'static, ()> {
        self.offline.withdrawn()
    }

    async fn is_ready(&self) -> bool {
        self.offline.is_ready().await
    }
}
