//! Checking access tokens offline, against a cached key set.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use async_trait::async_trait;
use aws_lc_rs::digest::{SHA256, digest};
use eop_core::identity::port::{TokenRefused, TokenVerifier, VerifiedToken};
use eop_core::kernel::clock::Timestamp;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::claims::Claims;
use crate::jwk::{PublicKey, read_set};
use crate::jws::Unverified;
use crate::key_source::{KeySource, KeysUnavailable};
use crate::verified::{Fingerprint, VerifiedTokens};

/// How many good tokens are remembered.
const REMEMBERED: usize = 10_000;
/// How soon the keys are asked for again while there are none, or when the asking was cut off.
const SHORT_PAUSE: Duration = Duration::from_secs(1);

/// Which tokens are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierConfig {
    /// Who must have issued them (`iss`).
    pub issuer: String,
    /// The name of the platform's services, which must be among those they are for (`aud`).
    pub audience: String,
    /// The name of this one service, for which tokens of other services are (`aud`); without it those are refused.
    pub service: Option<&'static str>,
}

impl VerifierConfig {
    /// Tokens of `issuer` for the services of the platform.
    #[must_use]
    pub fn new(issuer: impl Into<String>) -> Self {
        Self { issuer: issuer.into(), audience: "eop".to_owned(), service: None }
    }

    /// Also those of other services for the service of this name.
    #[must_use]
    pub fn of_service(self, service: &'static str) -> Self {
        Self { service: Some(service), ..self }
    }
}

/// Checks access tokens against the keys of a [`KeySource`]: algorithm `EdDSA` and type `at+jwt` only (RFC 8725).
///
/// Keys are fetched when a token names one that is not known, by one caller at a time and not again within the source's
/// pause, and whenever [`JwksVerifier::renew`] is called; the last good set stays in use when a fetch fails. Good tokens are remembered until they expire or a key
/// is withdrawn.
pub struct JwksVerifier {
    config: VerifierConfig,
    source: Arc<dyn KeySource>,
    keys: ArcSwap<KeySet>,
    fetching: Mutex<Option<LastFetch>>,
}

/// The keys in use, and the tokens that they were found to have signed.
#[derive(Debug)]
struct KeySet {
    keys: HashMap<String, PublicKey>,
    verified: Arc<VerifiedTokens>,
}

/// The last time the source was asked.
#[derive(Clone, Copy, Debug)]
struct LastFetch {
    at: Instant,
    outcome: FetchOutcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FetchOutcome {
    /// The caller that asked went away before there was an answer.
    CutOff,
    Failed,
    Done,
}

impl JwksVerifier {
    /// A verifier that fetches its keys from `source` when it first needs them.
    #[must_use]
    pub fn new(config: VerifierConfig, source: Arc<dyn KeySource>) -> Self {
        let none = KeySet { keys: HashMap::new(), verified: Arc::new(VerifiedTokens::new(REMEMBERED)) };
        Self { config, source, keys: ArcSwap::from_pointee(none), fetching: Mutex::new(None) }
    }

    /// Asks the source whatever is known, so that a key that was withdrawn counts no longer. To be called from time to time:
    /// a token of a known key causes no fetch. When the source does not answer, the keys stay as they were.
    pub async fn renew(&self) {
        let mut last = self.fetching.lock().await;
        *last = Some(self.fetched().await);
    }

    /// Asks the source, unless it was asked a moment ago or `is_answered` says that somebody else just did.
    async fn refresh(&self, is_answered: impl Fn(&KeySet) -> bool + Send) -> FetchOutcome {
        let mut last = self.fetching.lock().await;
        let known = self.keys.load_full();
        if is_answered(&known) {
            return FetchOutcome::Done;
        }
        if let Some(LastFetch { at, outcome }) = *last {
            let urgent = known.keys.is_empty() || outcome == FetchOutcome::CutOff;
            let pause = if urgent { self.source.pause().min(SHORT_PAUSE) } else { self.source.pause() };
            if at.elapsed() < pause {
                return outcome;
            }
        }
        *last = Some(LastFetch { at: Instant::now(), outcome: FetchOutcome::CutOff });
        let fetched = self.fetched().await;
        *last = Some(fetched);
        fetched.outcome
    }

    /// Asks the source, and says how that went.
    async fn fetched(&self) -> LastFetch {
        let known = self.keys.load_full();
        let outcome = match self.fetch(&known).await {
            Ok(()) => FetchOutcome::Done,
            Err(fault) => {
                tracing::warn!(error = %fault, known_keys = known.keys.len(), "the keys of access tokens stay as they were");
                FetchOutcome::Failed
            }
        };
        LastFetch { at: Instant::now(), outcome }
    }

    /// Puts the published keys in place of the `known` ones.
    async fn fetch(&self, known: &KeySet) -> Result<(), KeysUnavailable> {
        let keys = read_set(&self.source.fetch().await?);
        if keys.is_empty() {
            return Err(KeysUnavailable("there is no Ed25519 key among them".to_owned()));
        }
        let all_stay =
            known.keys.iter().all(|(kid, key)| keys.get(kid).is_some_and(|now| now.bytes() == key.bytes()));
        // A withdrawn key takes every remembered token with it: which of them it had signed is not kept.
        let verified =
            if all_stay { Arc::clone(&known.verified) } else { Arc::new(VerifiedTokens::new(REMEMBERED)) };
        self.keys.store(Arc::new(KeySet { keys, verified }));
        Ok(())
    }

    /// The key set that has the key `kid`, fetched anew if need be.
    async fn keys_with(&self, kid: &str) -> Result<Arc<KeySet>, TokenRefused> {
        let known = self.keys.load_full();
        if known.keys.contains_key(kid) {
            return Ok(known);
        }
        let outcome = self.refresh(|keys| keys.keys.contains_key(kid)).await;
        let known = self.keys.load_full();
        match outcome {
            _ if known.keys.contains_key(kid) => Ok(known),
            FetchOutcome::Done => Err(TokenRefused::Invalid),
            FetchOutcome::Failed | FetchOutcome::CutOff => Err(TokenRefused::Unavailable),
        }
    }
}

#[async_trait]
impl TokenVerifier for JwksVerifier {
    async fn verify(&self, token: &str, now: Timestamp) -> Result<VerifiedToken, TokenRefused> {
        let fingerprint = fingerprint(token);
        if let Some(verified) = self.keys.load().verified.find(&fingerprint) {
            return if verified.expires_at > now { Ok(verified) } else { Err(TokenRefused::Expired) };
        }
        let unverified = Unverified::parse(token).ok_or(TokenRefused::Invalid)?;
        let known = self.keys_with(&unverified.kid).await?;
        let key = known.keys.get(&unverified.kid).ok_or(TokenRefused::Invalid)?;
        let claims: Claims = unverified.claims(key).ok_or(TokenRefused::Invalid)?;
        let verified = claims.judge(&self.config, now)?;
        known.verified.insert(fingerprint, verified.clone());
        Ok(verified)
    }

    async fn is_ready(&self) -> bool {
        if self.keys.load().keys.is_empty() {
            self.refresh(|keys| !keys.keys.is_empty()).await;
        }
        !self.keys.load().keys.is_empty()
    }
}

impl fmt::Debug for JwksVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JwksVerifier")
            .field("config", &self.config)
            .field("kids", &self.keys.load().keys.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

fn fingerprint(token: &str) -> Fingerprint {
    let mut fingerprint = [0; 32];
    fingerprint.copy_from_slice(digest(&SHA256, token.as_bytes()).as_ref());
    fingerprint
}
