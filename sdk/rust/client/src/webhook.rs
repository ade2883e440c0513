//! Signatures of webhooks (<https://www.standardwebhooks.com>).

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

const TOLERANCE_S: u64 = 300;

/// A webhook that is not what it says it is, or is too old.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookRefused {
    #[error("its time is not within five minutes")]
    Time,
    #[error("no signature is of a secret that was given")]
    Signature,
    #[error("a secret is no base64")]
    Secret,
}

/// Makes sure that a webhook was sent by the platform, and not more than five minutes ago. `header` gives the value of a header
/// by its name; `body` is what came, not parsed and written again. While a secret is being replaced give both.
///
/// # Errors
/// When it is not genuine.
pub fn verify_webhook<'a>(
    secrets: &[&str],
    header: impl Fn(&'static str) -> Option<&'a str>,
    body: &[u8],
) -> Result<(), WebhookRefused> {
    let at: u64 = header("webhook-timestamp").and_then(|at| at.parse().ok()).ok_or(WebhookRefused::Time)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    if now.abs_diff(at) > TOLERANCE_S {
        return Err(WebhookRefused::Time);
    }
    let signatures = header("webhook-signature").unwrap_or_default();
    for secret in secrets {
        let key = STANDARD.decode(secret.trim_start_matches("whsec_")).map_err(|_| WebhookRefused::Secret)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| WebhookRefused::Secret)?;
        mac.update(format!("{}.{at}.", header("webhook-id").unwrap_or_default()).as_bytes());
        mac.update(body);
        let is_of = |one: &str| {
            let given = one.strip_prefix("v1,").and_then(|text| STANDARD.decode(text).ok());
            given.is_some_and(|given| mac.clone().verify_slice(&given).is_ok())
        };
        if signatures.split_whitespace().any(is_of) {
            return Ok(());
        }
    }
    Err(WebhookRefused::Signature)
}
