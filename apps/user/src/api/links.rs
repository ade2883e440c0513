//! One-time links: verifying an address, choosing a new password.

use std::sync::Arc;

use eop_core::identity::command::{ResetPassword, Secret};
use eop_core::identity::service::IdentityService;
use eop_http::types::Text;
use eop_http::{Accepted, NoContent, Problem, RequestOrigin};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Tag;

/// The token of a mailed link
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "LinkToken", skip_serializing_if_is_none)]
pub(crate) struct LinkTokenBody {
    /// The token.
    #[oai(validator(min_length = 1, max_length = 200))]
    #[debug(skip)]
    token: Text,
}

/// An address
#[derive(Clone, Debug, Object)]
#[oai(rename = "EmailAddress", skip_serializing_if_is_none)]
pub(crate) struct EmailBody {
    /// The address.
    #[oai(validator(min_length = 3, max_length = 254))]
    email: Text,
}

/// A new password, chosen by a mailed link
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "PasswordReset", skip_serializing_if_is_none)]
pub(crate) struct ResetBody {
    /// The token of the link.
    #[oai(validator(min_length = 1, max_length = 200))]
    #[debug(skip)]
    token: Text,
    /// At least 8 characters, hard to guess, and not like your name or address.
    #[oai(validator(min_length = 8, max_length = 200))]
    #[debug(skip)]
    password: Text,
}

/// One-time links.
#[derive(Debug)]
pub struct LinksApi {
    pub(super) identity: Arc<IdentityService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Registration")]
impl LinksApi {
    /// Verify an e-mail address
    ///
    /// With the token of the link that was mailed; of several registrations that of the newest. Using it twice is fine.
    #[oai(path = "/auth/email/verify", method = "post", operation_id = "verifyEmail")]
    async fn verify(&self, origin: RequestOrigin, body: Json<LinkTokenBody>) -> Result<NoContent, Problem> {
        self.identity.verify_email(&Secret(body.0.token.0), origin.0).await?;
        Ok(NoContent)
    }

    /// Mail a new verification link
    ///
    /// At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
    /// an account; links that were mailed before stay good.
    #[oai(path = "/auth/email/resend", method = "post", operation_id = "resendVerification")]
    async fn resend(&self, origin: RequestOrigin, body: Json<EmailBody>) -> Result<Accepted, Problem> {
        self.identity.resend_verification(&body.0.email, origin.0).await?;
        Ok(Accepted)
    }

    /// Mail a link to choose a new password
    ///
    /// At most once a minute per address from one network, and ten a day. The answer is the same whether or not there is such
    /// an account; links that were mailed before stay good until one is used.
    #[oai(path = "/auth/password/forgot", method = "post", operation_id = "forgotPassword")]
    async fn forgot(&self, origin: RequestOrigin, body: Json<EmailBody>) -> Result<Accepted, Problem> {
        self.identity.forgot_password(&body.0.email, origin.0).await?;
        Ok(Accepted)
    }

    /// Choose a new password
    ///
    /// With the token of the link that was mailed. Ends all sessions and all other links.
    #[oai(path = "/auth/password/reset", method = "post", operation_id = "resetPassword")]
    async fn reset(&self, origin: RequestOrigin, body: Json<ResetBody>) -> Result<NoContent, Problem> {
        let ResetBody { token, password } = body.0;
        let command =
            ResetPassword { token: Secret(token.0), password: Secret(password.0), origin: origin.0 };
        self.identity.reset_password(command).await?;
        Ok(NoContent)
    }
}
