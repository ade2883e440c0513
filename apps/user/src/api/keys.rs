//! The keys that sign access tokens: the public ones for everybody, and their life for administrators.

use std::sync::Arc;

use eop_core::identity::model::{KeyState, SigningKey};
use eop_core::identity::service::IdentityService;
use eop_core::kernel::error::ErrorKind;
use eop_http::types::{Text, Timestamp};
use eop_http::{Answer, Caller, Problem, Shown};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::types::ParseFromJSON;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi};

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

/// Where a key is in its life
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "KeyState", rename_all = "snake_case")]
pub(crate) enum KeyStateName {
    /// Published, so that everybody has it when it signs next.
    Next,
    /// Signing. There is one.
    Active,
    /// Still verifying what it signed.
    Retiring,
    /// No longer published.
    Retired,
}

impl From<KeyState> for KeyStateName {
    fn from(state: KeyState) -> Self {
        match state {
            KeyState::Next => Self::Next,
            KeyState::Active => Self::Active,
            KeyState::Retiring => Self::Retiring,
            KeyState::Retired => Self::Retired,
        }
    }
}

/// A key that signs, signed or will sign access tokens
#[derive(Clone, Debug, Object)]
#[oai(rename = "SigningKey", skip_serializing_if_is_none)]
pub(crate) struct SigningKeyBody {
    /// Its name: the thumbprint of the public key (RFC 7638).
    kid: Text,
    /// The algorithm (RFC 8037), such as `EdDSA`.
    algorithm: Text,
    /// Where it is in its life.
    state: KeyStateName,
    /// Since when it is there.
    since: Timestamp,
    /// When it was made.
    created_at: Timestamp,
}

impl From<SigningKey> for SigningKeyBody {
    fn from(key: SigningKey) -> Self {
        Self {
            kid: key.kid.into(),
            algorithm: key.algorithm.into(),
            state: key.state.into(),
            since: key.since.into(),
            created_at: key.created_at.into(),
        }
    }
}

/// The keys that are published
#[derive(Clone, Debug, Object)]
#[oai(rename = "SigningKeyList", skip_serializing_if_is_none)]
pub(crate) struct SigningKeyListBody {
    /// The keys, newest first.
    items: Vec<SigningKeyBody>,
}

fn shown(keys: Vec<SigningKey>) -> Shown<SigningKeyListBody> {
    Answer::new(SigningKeyListBody { items: keys.into_iter().map(SigningKeyBody::from).collect() })
}

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

    /// List the keys that sign access tokens
    ///
    /// Those that are published; their private parts are shown to nobody.
    #[oai(path = "/api/v1/keys", method = "get", operation_id = "listKeys")]
    async fn list(&self, caller: Caller) -> Result<Shown<SigningKeyListBody>, Problem> {
        Ok(shown(self.identity.list_keys(caller.actor()).await?))
    }

    /// Let the next key sign
    ///
    /// The one before verifies what it signed until that has ended, and a new next one is published, so nobody is refused.
    /// Refused for two minutes after the next key was published, because others may keep the set of keys that long. Keys
    /// also change by themselves, as the service is set up.
    #[oai(path = "/api/v1/keys/rotate", method = "post", operation_id = "rotateKeys")]
    async fn rotate(&self, caller: Caller) -> Result<Shown<SigningKeyListBody>, Problem> {
        Ok(shown(self.identity.rotate_keys(caller.actor()).await?))
    }

    /// Retire a key that others may know
    ///
    /// At once: what it signed is refused, here within seconds and at the other services within a minute, and people's
    /// clients fetch new tokens by their refresh tokens. If it was the one that signs, the next one does from now on.
    #[oai(path = "/api/v1/keys/:kid/retire", method = "post", operation_id = "retireKey")]
    async fn retire(
        &self,
        caller: Caller,
        /// The name of the key.
        #[oai(validator(pattern = "^[A-Za-z0-9_-]{36,43}$"))]
        kid: Path<Text>,
    ) -> Result<Shown<SigningKeyListBody>, Problem> {
        Ok(shown(self.identity.retire_key(caller.actor(), &kid.0).await?))
    }
}
