//! Access tokens that everybody can read and write.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use chrono::DateTime;
use eop_core::identity::model::{KeyState, SigningKey};
use eop_core::identity::port::{
    AccessClaims, AccessToken, NoSigningKey, SERVICE_TOKEN_LIFE, ServiceClaims, ServiceClients, TokenIssuer,
    TokenRefused, TokenVerifier, VerifiedToken,
};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::Version;
use eop_core::kernel::id::UserId;
use parking_lot::Mutex;
use serde_json::{Value, json};

use crate::secrets::{checked, with_check};

/// Issues and verifies access tokens that carry their claims in clear and a checksum instead of a signature. For tests
/// only.
#[derive(Debug, Default)]
pub struct PlainTokens {
    made: AtomicU64,
    installed: Mutex<Vec<SigningKey>>,
}

const PREFIX: &str = "plain";

impl PlainTokens {
    /// How long a token is good.
    pub const LIFETIME: Duration = Duration::from_mins(10);

    /// An issuer without a key: it cannot issue yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A token that verifies as `token`, for a person or a service; the platform's own rules have no tokens, and what
    /// is made for one is refused. When it was issued follows from its end.
    #[must_use]
    pub fn token(token: &VerifiedToken) -> String {
        let (kind, subject) = match &token.principal {
            Principal::User(id) => ("user", id.to_string()),
            Principal::Service(id) => ("service", id.clone()),
            Principal::System(name) => ("system", (*name).to_owned()),
        };
        let session = token.session.map_or_else(String::new, |session| session.to_string());
        let roles: Vec<&str> = token.roles.iter().map(Role::as_str).collect();
        let expires_us = token.expires_at.timestamp_micros();
        let version = token.account_version.map_or_else(String::new, |version| version.to_string());
        with_check(&format!("{PREFIX}~{kind}~{session}~{version}~{}~{expires_us}~{subject}", roles.join("+")))
    }
}

impl TokenIssuer for PlainTokens {
    fn generate_key(&self, now: Timestamp) -> SigningKey {
        let kid = format!("plain-{:037}", self.made.fetch_add(1, Ordering::Relaxed) + 1);
        SigningKey {
            public_jwk: json!({ "kty": "plain", "kid": kid }),
            kid,
            algorithm: PREFIX.to_owned(),
            sealed_private: String::new(),
            state: KeyState::Active,
            created_at: now,
            since: now,
        }
    }

    fn install(&self, keys: &[SigningKey]) -> Result<(), NoSigningKey> {
        if !keys.iter().any(|key| key.state == KeyState::Active) {
            return Err(NoSigningKey("none of them is active".to_owned()));
        }
        *self.installed.lock() = keys.to_vec();
        Ok(())
    }

    fn issue(&self, claims: &AccessClaims) -> Result<AccessToken, NoSigningKey> {
        if self.installed.lock().is_empty() {
            return Err(NoSigningKey("none was installed".to_owned()));
        }
        let expires_at = claims.issued_at + Self::LIFETIME;
        let token = Self::token(&VerifiedToken {
            principal: Principal::User(claims.subject),
            roles: claims.roles.clone(),
            session: Some(claims.session),
            account_version: Some(claims.account_version),
            issued_at: claims.issued_at,
            expires_at,
        });
        Ok(AccessToken { token, expires_at })
    }

    fn issue_to_service(&self, claims: &ServiceClaims) -> Result<AccessToken, NoSigningKey> {
        if self.installed.lock().is_empty() {
            return Err(NoSigningKey("none was installed".to_owned()));
        }
        let expires_at = claims.issued_at + SERVICE_TOKEN_LIFE;
        let token = Self::token(&VerifiedToken {
            principal: Principal::Service(claims.client.clone()),
            roles: claims.roles.clone(),
            session: None,
            account_version: None,
            issued_at: claims.issued_at,
            expires_at,
        });
        Ok(AccessToken { token, expires_at })
    }

    fn jwks(&self) -> Value {
        let keys: Vec<Value> = self.installed.lock().iter().map(|key| key.public_jwk.clone()).collect();
        json!({ "keys": keys })
    }
}

fn read(token: &str) -> Option<VerifiedToken> {
    let mut parts = checked(token)?.splitn(7, '~');
    if parts.next() != Some(PREFIX) {
        return None;
    }
    let [kind, session, version, roles, expires_us, subject] = [(); 6].map(|()| parts.next());
    let principal = match kind? {
        "user" => Principal::User(UserId(subject?.parse().ok()?)),
        "service" => Principal::Service(subject?.to_owned()),
        _ => return None,
    };
    let session = session.filter(|text| !text.is_empty()).map(str::parse).transpose().ok()?;
    let version = version.filter(|text| !text.is_empty()).map(str::parse).transpose().ok()?;
    let account_version = version.map(Version);
    let names = roles?.split('+').filter(|name| !name.is_empty());
    let roles = names.map(Role::named).collect::<Option<Vec<Role>>>()?;
    let expires_at = DateTime::from_timestamp_micros(expires_us?.parse().ok()?)?;
    let issued_at = expires_at - PlainTokens::LIFETIME;
    Some(VerifiedToken { principal, roles, session, account_version, issued_at, expires_at })
}

#[async_trait]
impl TokenVerifier for PlainTokens {
    async fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenRefused> {
        let token = read(token).ok_or(TokenRefused::Invalid)?;
        if now < token.expires_at { Ok(token) } else { Err(TokenRefused::Expired) }
    }

    async fn is_ready(&self) -> bool {
        true
    }
}

/// Knows one service, `order`, by the secret `secret of order`.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainClients;

impl ServiceClients for PlainClients {
    fn authenticate(&self, client: &str, secret: &str) -> Option<Vec<Role>> {
        (client == "order" && secret == "secret of order").then(|| vec![Role::SERVICE])
    }
}
