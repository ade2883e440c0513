//! How access tokens are issued and verified.

use eop_core::identity::port::LONGEST_TOKEN_LIFE;
use eop_credentials::IssuerConfig;
use eop_runtime::config::{Check, ConfigError, Key, required};

use super::Settings;

eop_runtime::section! {
    /// How access tokens are issued and verified.
    pub struct TokenConfig in "token" {
        /// Issuer written into access tokens and expected in them; the user service's public URL by default.
        pub issuer: Option<String> = Key::of("EOP_ISSUER")
            .expects("a URL such as https://users.example.com")
            .check(Check::Scheme(&["http", "https"]))
            .for_servers(),
        /// Where the public signing keys are read; the user service uses its own keys.
        pub jwks_url: Option<String> = Key::of("EOP_JWKS_URL")
            .expects("a URL such as http://eop-user:8090/.well-known/jwks.json")
            .check(Check::Scheme(&["http", "https"]))
            .for_servers(),
        /// Where the other services ask the user service for the policy; the address of EOP_JWKS_URL by default.
        pub policy_url: Option<String> = Key::of("EOP_POLICY_URL")
            .expects("a URL such as http://eop-user:8090")
            .check(Check::Scheme(&["http", "https"]))
            .for_servers(),
        /// Life of an access token, in seconds.
        pub access_ttl_s: u64 = Key::of("EOP_ACCESS_TOKEN_TTL_S")
            .default(|| IssuerConfig::new("").lifetime.num_seconds().to_string())
            .expects("seconds, from 30 to 3600")
            .check(Check::Within(30, LONGEST_TOKEN_LIFE.as_secs())),
    }
}

impl TokenConfig {
    /// Issuer expected in tokens.
    ///
    /// # Errors
    /// When `EOP_ISSUER` is not set.
    pub fn required_issuer(&self) -> Result<&str, ConfigError> {
        required(self.issuer.as_deref(), Settings::ALL, "EOP_ISSUER")
    }

    /// Where the public signing keys are read.
    ///
    /// # Errors
    /// When `EOP_JWKS_URL` is not set.
    pub fn required_jwks_url(&self) -> Result<&str, ConfigError> {
        required(self.jwks_url.as_deref(), Settings::ALL, "EOP_JWKS_URL")
    }
}
