//! A URL that may hold a password.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer};

use crate::redact::mask_url;

/// A URL that may hold a password. `Debug` and `Display` show it with the password masked.
#[derive(Clone, derive_more::Debug)]
#[debug("SecretUrl({self})")]
pub struct SecretUrl(SecretString);

impl SecretUrl {
    /// The whole URL, password included: for the driver that connects, not for a message.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The part before the first colon, e.g. `postgres`; empty when there is none.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.expose().split_once(':').map_or("", |(scheme, _)| scheme)
    }
}

impl From<&str> for SecretUrl {
    fn from(url: &str) -> Self {
        Self(SecretString::from(url))
    }
}

impl fmt::Display for SecretUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&mask_url(self.expose()))
    }
}

impl<'de> Deserialize<'de> for SecretUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        SecretString::deserialize(deserializer).map(Self)
    }
}
