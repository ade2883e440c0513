//! Signing access tokens.

use std::fmt;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use chrono::{Duration, SubsecRound};
use eop_core::identity::model::{KeyState, SigningKey};
use eop_core::identity::port::{
    AccessClaims, AccessToken, NoSigningKey, SERVICE_TOKEN_LIFE, ServiceClaims, TokenIssuer,
};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::id::IdGenerator;
use eop_core::kernel::sealed::Sealer;
use serde_json::{Value, json};

use crate::claims::{Audience, Claims};
use crate::jwk::{PublicKey, public_jwk, thumbprint};
use crate::jws::{self, ALGORITHM};

/// The purpose under which private keys are sealed.
const KEY_SEAL: &str = "identity.signing-key";

/// What access tokens say of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerConfig {
    /// Who issues (`iss`): the address of the user service, as verifiers are told it.
    pub issuer: String,
    /// For whom (`aud`).
    pub audience: Vec<String>,
    /// For how long a token is good.
    pub lifetime: Duration,
}

impl IssuerConfig {
    /// Tokens of `issuer` for the services of the platform, good for ten minutes.
    #[must_use]
    pub fn new(issuer: impl Into<String>) -> Self {
        Self { issuer: issuer.into(), audience: vec!["eop".to_owned()], lifetime: Duration::minutes(10) }
    }
}

/// Signs access tokens with Ed25519: JWTs of type `at+jwt` (RFC 9068), algorithm `EdDSA` (RFC 8037).
///
/// Private keys are opened when they are installed and stay within the process.
pub struct Ed25519Issuer {
    config: IssuerConfig,
    sealer: Arc<dyn Sealer>,
    ids: Arc<dyn IdGenerator>,
    installed: ArcSwapOption<Installed>,
}

/// The keys in use.
struct Installed {
    kid: String,
    key: Ed25519KeyPair,
    jwks: Value,
}

impl Ed25519Issuer {
    /// An issuer without keys: [`TokenIssuer::install`] gives it some. `ids` issues the `jti`.
    #[must_use]
    pub fn new(config: IssuerConfig, sealer: Arc<dyn Sealer>, ids: Arc<dyn IdGenerator>) -> Self {
        Self { config, sealer, ids, installed: ArcSwapOption::empty() }
    }

    /// Signs what `say` adds to what every token says.
    fn sign(
        &self,
        issued_at: Timestamp,
        lifetime: Duration,
        say: impl FnOnce(Claims) -> Claims,
    ) -> Result<AccessToken, NoSigningKey> {
        let installed = self.installed.load();
        let installed =
            installed.as_ref().ok_or_else(|| NoSigningKey("no key was installed yet".to_owned()))?;
        let issued_at = issued_at.trunc_subsecs(0);
        let expires_at = issued_at + lifetime;
        let said = say(Claims {
            iss: self.config.issuer.clone(),
            aud: Audience::Several(Vec::new()),
            sub: String::new(),
            sid: None,
            client_id: None,
            jti: self.ids.next().to_string(),
            iat: issued_at.timestamp(),
            exp: expires_at.timestamp(),
            roles: Vec::new(),
            account_version: None,
        });
        let token = jws::sign(&said, &installed.kid, &installed.key)
            .map_err(|fault| NoSigningKey(format!("the claims cannot be written: {fault}")))?;
        Ok(AccessToken { token, expires_at })
    }

    /// The private key of `key`, if the master key opens it and it belongs to the public one.
    fn open(&self, key: &SigningKey) -> Result<Ed25519KeyPair, NoSigningKey> {
        let refused = |reason: &str| NoSigningKey(format!("the key {}: {reason}", key.kid));
        let private =
            self.sealer.open(KEY_SEAL, &key.sealed_private).map_err(|fault| refused(&fault.to_string()))?;
        let pair = Ed25519KeyPair::from_pkcs8(&private)
            .map_err(|_| refused("its private part is not an Ed25519 key in PKCS #8"))?;
        let (_, public) = PublicKey::read(&key.public_jwk)
            .ok_or_else(|| refused("its public part is not an Ed25519 JWK"))?;
        if pair.public_key().as_ref() != public.bytes() || thumbprint(public.bytes()) != key.kid {
            return Err(refused("its private part, public part and name do not belong together"));
        }
        Ok(pair)
    }
}

impl TokenIssuer for Ed25519Issuer {
    fn generate_key(&self, now: Timestamp) -> SigningKey {
        let private = Ed25519KeyPair::generate_pkcs8v1(&SystemRandom::new())
            .expect("the operating system gives random bytes");
        let pair =
            Ed25519KeyPair::from_pkcs8(private.as_ref()).expect("a key that was just made can be read");
        let x = pair.public_key().as_ref();
        SigningKey {
            kid: thumbprint(x),
            algorithm: ALGORITHM.to_owned(),
            public_jwk: public_jwk(x),
            sealed_private: self.sealer.seal(KEY_SEAL, private.as_ref()),
            state: KeyState::Active,
            created_at: now,
            since: now,
        }
    }

    fn install(&self, keys: &[SigningKey]) -> Result<(), NoSigningKey> {
        let active = keys
            .iter()
            .find(|key| key.state == KeyState::Active)
            .ok_or_else(|| NoSigningKey("none of the stored keys is active".to_owned()))?;
        let key = self.open(active)?;
        let mut published: Vec<&SigningKey> =
            keys.iter().filter(|key| key.state != KeyState::Retired).collect();
        published.sort_by_key(|key| key.state != KeyState::Active);
        let public: Vec<&Value> = published.into_iter().map(|key| &key.public_jwk).collect();
        let installed = Installed { kid: active.kid.clone(), key, jwks: json!({ "keys": public }) };
        self.installed.store(Some(Arc::new(installed)));
        Ok(())
    }

    fn issue(&self, claims: &AccessClaims) -> Result<AccessToken, NoSigningKey> {
        self.sign(claims.issued_at, self.config.lifetime, |said| Claims {
            aud: Audience::Several(self.config.audience.clone()),
            sub: claims.subject.to_string(),
            sid: Some(claims.session.to_string()),
            roles: claims.roles.iter().map(ToString::to_string).collect(),
            account_version: Some(claims.account_version.0),
            ..said
        })
    }

    fn issue_to_service(&self, claims: &ServiceClaims) -> Result<AccessToken, NoSigningKey> {
        let lifetime = Duration::from_std(SERVICE_TOKEN_LIFE).unwrap_or_else(|_| Duration::minutes(5));
        self.sign(claims.issued_at, lifetime, |said| Claims {
            aud: Audience::One(claims.audience.to_owned()),
            sub: claims.client.clone(),
            client_id: Some(claims.client.clone()),
            roles: claims.roles.iter().map(ToString::to_string).collect(),
            ..said
        })
    }

    fn jwks(&self) -> Value {
        self.installed
            .load()
            .as_ref()
            .map_or_else(|| json!({ "keys": [] }), |installed| installed.jwks.clone())
    }
}

impl fmt::Debug for Ed25519Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let installed = self.installed.load();
        f.debug_struct("Ed25519Issuer")
            .field("config", &self.config)
            .field("kid", &installed.as_ref().map(|installed| installed.kid.as_str()))
            .finish_non_exhaustive()
    }
}
