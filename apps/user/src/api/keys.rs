//! The public keys that verify access tokens.

use std::sync::Arc;

use eop_core::identity::service::IdentityService;
use eop_core::kernel::error::ErrorKind;
use eop_http::Problem;
use eop_http::types::Text;
use poem_openapi::payload::Json;
use poem_openapi::types::ParseFromJSON;
use poem_openapi::{ApiResponse, Object, OpenApi};

use super::Tag;

/// A public key (RFC 7517, RFC 8037)
#[derive(Clone, Debug, Object)]
#[oai(rename = "Jwk", skip_serializing_if_is_none)]
pub(crate) struct JwkBody {
    /// The key type, such as `OKP`.
    kty: Text,
    /// The curve, such as `Ed25519`.
    crv: Text,
    /// The public key, base64url.
    x: Text,
    /// The thumbprint (RFC 7638), as in the header of tokens.
    kid: Text,
    /// The algorithm, such as `EdDSA`.
    alg: Text,
    /// What it is for: `sig`.
    #[oai(rename = "use")]
    usage: Text,
}

/// A set of public keys (RFC 7517, section 5)
#[derive(Clone, Debug, Object)]
#[oai(rename = "JwkSet", skip_serializing_if_is_none)]
pub(crate) struct JwkSetBody {
    /// The keys, the signing one first.
    keys: Vec<JwkBody>,
}

/// The keys, and for how long they may be kept.
#[derive(Debug, ApiResponse)]
pub(crate) enum JwkSetAnswer {
    /// The keys.
    #[oai(status = 200)]
    Ok(
        Json<JwkSetBody>,
        #[oai(header = "Cache-Control")] String,
        /// Names this set of keys, for `If-None-Match`.
        #[oai(header = "ETag")]
        String,
    ),
}

/// For a minute: whoever meets a token of a key that is not in a kept set must find it soon after it was published, and
/// a key that was withdrawn must be gone as soon.
const CACHE: &str = "public, max-age=60";

/// The public keys.
#[derive(Debug)]
pub struct KeysApi {
    pub(super) identity: Arc<IdentityService>,
}

#[OpenApi(tag = "Tag::Keys")]
impl KeysApi {
    /// Read the public keys
    ///
    /// Everybody who gets an access token of this platform can verify it with them.
    #[oai(path = "/.well-known/jwks.json", method = "get", operation_id = "getJwks")]
    #[expect(clippy::unused_async, reason = "operations are async whatever they do")]
    async fn jwks(&self) -> Result<JwkSetAnswer, Problem> {
        let keys = self.identity.jwks();
        let tag = format!("\"{}\"", eop_http::asset::tag(keys.to_string().as_bytes()));
        let set = JwkSetBody::parse_from_json(Some(keys)).map_err(|error| {
            tracing::error!(error = error.into_message(), "the published keys have an unknown form");
            Problem::new(ErrorKind::Internal, "internal")
        })?;
        Ok(JwkSetAnswer::Ok(Json(set), CACHE.to_owned(), tag))
    }
}
