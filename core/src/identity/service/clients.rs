//! Tokens of services, by client credentials (RFC 6749, section 4.4).

use super::super::command::Secret;
use super::super::port::{AccessToken, ServiceClaims};
use super::{IdentityError, IdentityService};

/// The user service, as the audience of the tokens of other services.
pub const USER_SERVICE: &str = "eop-user";

impl IdentityService {
    /// A token with which the service that has these credentials may ask the user service.
    ///
    /// # Errors
    /// `BadClient` when the name or the secret is wrong; `NoSigningKey`.
    pub fn service_token(&self, client: &str, secret: &Secret) -> Result<AccessToken, IdentityError> {
        let Some(roles) = self.ports.clients.authenticate(client, &secret.0) else {
            tracing::warn!("somebody asked for the token of a service with wrong credentials");
            return Err(IdentityError::BadClient);
        };
        let claims =
            ServiceClaims { client: client.to_owned(), audience: USER_SERVICE, roles, issued_at: self.now() };
        Ok(self.ports.issuer.issue_to_service(&claims)?)
    }
}
