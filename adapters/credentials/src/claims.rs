//! What an access token says (RFC 9068).

use chrono::DateTime;
use eop_core::identity::port::{TokenRefused, VerifiedToken};
use eop_core::kernel::actor::{Principal, Role};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::Version;
use eop_core::kernel::id::{SessionId, UserId};
use serde::{Deserialize, Serialize};

use crate::verifier::VerifierConfig;

/// The clocks of two services differ by no more than this, in seconds.
const LEEWAY_S: i64 = 30;

/// The claims of an access token. Members that are not listed are ignored, so that some can be added.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Claims {
    pub(crate) iss: String,
    pub(crate) aud: Audience,
    pub(crate) sub: String,
    /// The session; services have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sid: Option<String>,
    /// The client, in tokens of services (RFC 9068, section 2.2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) client_id: Option<String>,
    pub(crate) jti: String,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
    pub(crate) roles: Vec<String>,
    /// The version of the account that the token was issued for; versions of before did not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) account_version: Option<u64>,
}

/// For whom a token is: one name, or a list (RFC 7519, section 4.1.3).
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Audience {
    fn includes(&self, name: &str) -> bool {
        match self {
            Self::One(one) => one == name,
            Self::Several(names) => names.iter().any(|one| one == name),
        }
    }
}

impl Claims {
    /// What the token is good for at `now`, where tokens are accepted as `config` says.
    pub(crate) fn judge(
        self,
        config: &VerifierConfig,
        now: Timestamp,
    ) -> Result<VerifiedToken, TokenRefused> {
        let now = now.timestamp();
        // The token of a service is for one other service.
        let audience = if self.client_id.is_some() { config.service } else { Some(&*config.audience) };
        let is_ours = self.iss == config.issuer && audience.is_some_and(|name| self.aud.includes(name));
        let is_from_the_future = self.iat > now.saturating_add(LEEWAY_S);
        if !is_ours || is_from_the_future || self.exp <= self.iat {
            return Err(TokenRefused::Invalid);
        }
        if self.exp <= now {
            return Err(TokenRefused::Expired);
        }
        self.principal().ok_or(TokenRefused::Invalid)
    }

    /// The person or service, session and roles of a token whose other claims are in order.
    fn principal(self) -> Option<VerifiedToken> {
        // A name that is none to this version grants nothing here; the others do.
        let roles = self.roles.into_iter().map(Role::as_written).collect();
        let (principal, session) = match (self.client_id, self.sid) {
            (Some(client), None) if client == self.sub => (Principal::Service(client), None),
            (None, Some(session)) => {
                let session = session.parse::<SessionId>().ok()?;
                (Principal::User(self.sub.parse::<UserId>().ok()?), Some(session))
            }
            _ => return None,
        };
        Some(VerifiedToken {
            principal,
            roles,
            session,
            account_version: self.account_version.map(Version),
            issued_at: DateTime::from_timestamp(self.iat, 0)?,
            expires_at: DateTime::from_timestamp(self.exp, 0)?,
        })
    }
}
