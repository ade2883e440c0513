//! Verifying access tokens with the keys that the user service publishes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use eop_core::identity::port::TokenVerifier;
use eop_credentials::{HttpKeys, JwksVerifier, MasterKey, UserService, VerifierConfig, service_secret};
use secrecy::ExposeSecret;

use crate::settings::Settings;
use crate::{Host, measured};

/// How often the published keys are read again: for so long a key that was withdrawn may still count.
const RENEWAL: Duration = Duration::from_secs(30);

/// A verifier for `service` that fetches the keys from `EOP_JWKS_URL` when it needs them, and every half minute.
///
/// # Errors
/// When the settings name no issuer or keys.
pub fn remote_verifier(service: &str, host: &Host, settings: &Settings) -> Result<Arc<dyn TokenVerifier>> {
    let keys = HttpKeys::new(settings.token.required_jwks_url()?).context("EOP_JWKS_URL cannot be used")?;
    let keys = keys.heard_by(measured::calls(service, host));
    let config = VerifierConfig::new(settings.token.required_issuer()?);
    let verifier = Arc::new(JwksVerifier::new(config, Arc::new(keys)));
    let renewed = Arc::clone(&verifier);
    host.every(service, "published keys", RENEWAL, move || {
        let renewed = Arc::clone(&renewed);
        async move {
            renewed.renew().await;
            Ok::<_, Infallible>(())
        }
    });
    Ok(verifier)
}

/// The user service as `service` asks it, at `EOP_POLICY_URL`, or else where the keys are.
///
/// # Errors
/// When the settings name no keys or no master key, or none that can be used.
pub fn user_service(settings: &Settings, service: &'static str) -> Result<Arc<UserService>> {
    let secret = service_secret(&master_key(settings)?, service);
    let url = match &settings.token.policy_url {
        Some(url) => url,
        None => settings.token.required_jwks_url()?,
    };
    Ok(Arc::new(UserService::new(url, service, secret).context("EOP_POLICY_URL cannot be used")?))
}

/// The master key of the deployment.
///
/// # Errors
/// When it is not set or is not a key.
pub fn master_key(settings: &Settings) -> Result<MasterKey> {
    let text = settings.required_master_key()?;
    text.expose_secret().parse().context("EOP_MASTER_KEY cannot be used")
}

/// A new master key, as text.
#[must_use]
pub fn new_master_key() -> String {
    MasterKey::generate()
}
