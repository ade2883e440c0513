//! Tokens of services.

use std::sync::Arc;

use eop_core::identity::command::Secret;
use eop_core::identity::error::IdentityError;
use eop_core::identity::port::SERVICE_TOKEN_LIFE;
use eop_core::identity::service::IdentityService;
use eop_http::Problem;
use eop_http::types::{Int, Text};
use poem::http::HeaderMap;
use poem::web::headers::HeaderMapExt;
use poem::web::headers::authorization::{Authorization, Basic};
use poem_openapi::payload::{Form, Json};
use poem_openapi::{ApiResponse, Object, OpenApi};
use serde::Deserialize;

use super::Tag;

/// The one kind of grant that there is here (RFC 6749, section 4.4).
const GRANT: &str = "client_credentials";

/// Client credentials, for a token
#[derive(Clone, derive_more::Debug, Object, Deserialize)]
#[oai(rename = "TokenRequest", skip_serializing_if_is_none)]
pub(crate) struct TokenRequestBody {
    /// `client_credentials`.
    #[oai(validator(max_length = 64))]
    grant_type: String,
    /// The name of the client, unless it is in the header `Authorization: Basic`.
    #[oai(validator(max_length = 200))]
    client_id: Option<String>,
    /// Its secret.
    #[oai(validator(max_length = 200))]
    #[debug(skip)]
    client_secret: Option<String>,
}

/// The token of a service
#[derive(Clone, derive_more::Debug, Object)]
#[oai(rename = "ServiceToken", skip_serializing_if_is_none)]
pub(crate) struct ServiceTokenBody {
    /// For requests to the user service, as `Authorization: Bearer`.
    #[debug(skip)]
    access_token: Text,
    /// `Bearer`.
    token_type: Text,
    /// Seconds until it expires.
    expires_in: Int<u64>,
}

/// The token.
#[derive(Debug, ApiResponse)]
pub(crate) enum ServiceTokenAnswer {
    /// Here it is.
    #[oai(status = 200)]
    Ok(
        Json<ServiceTokenBody>,
        /// Tokens are never kept by caches (RFC 6749, section 5.1).
        #[oai(header = "Cache-Control")]
        String,
    ),
}

/// Tokens of services.
#[derive(Debug)]
pub struct ClientsApi {
    pub(super) identity: Arc<IdentityService>,
}

#[OpenApi(prefix_path = "/api/v1", tag = "Tag::Sessions")]
impl ClientsApi {
    /// Get the token of a service
    ///
    /// By client credentials (RFC 6749, section 4.4), in `Authorization: Basic` or in the body. Services of the platform ask each
    /// other with it; it is good for five minutes, at the user service.
    #[oai(path = "/auth/token", method = "post", operation_id = "issueServiceToken")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn token(
        &self,
        headers: &HeaderMap,
        body: Form<TokenRequestBody>,
    ) -> Result<ServiceTokenAnswer, Problem> {
        let (client, secret) = credentials(headers, body.0)?;
        let token = self.identity.service_token(&client, &secret)?;
        let body = ServiceTokenBody {
            access_token: Text(token.token),
            token_type: Text::from("Bearer"),
            expires_in: Int(SERVICE_TOKEN_LIFE.as_secs()),
        };
        Ok(ServiceTokenAnswer::Ok(Json(body), "no-store".to_owned()))
    }
}

/// Name and secret of the client: of the header, or else of the body.
fn credentials(headers: &HeaderMap, body: TokenRequestBody) -> Result<(String, Secret), IdentityError> {
    if body.grant_type != GRANT {
        return Err(IdentityError::field("/grant_type", "unsupported", format!("must be {GRANT}")));
    }
    if let Some(Authorization(basic)) = headers.typed_get::<Authorization<Basic>>() {
        return Ok((basic.username().to_owned(), Secret(basic.password().to_owned())));
    }
    let (client, secret) = body.client_id.zip(body.client_secret).ok_or(IdentityError::BadClient)?;
    Ok((client, Secret(secret)))
}
