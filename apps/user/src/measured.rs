//! What happens to sessions and to what they stand on, measured: decorators, so that nothing but the wiring knows of it.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use eop_assembly::Host;
use eop_core::identity::event::{SESSION_OPENED, SESSION_REUSE_DETECTED, SESSION_REVOKED};
use eop_core::identity::model::{
    Account, AdminRoster, KeyState, Link, LinkPurpose, Session, SigningKey, TokenHash, TokenOwner,
};
use eop_core::identity::port::{
    AccessClaims, AccessToken, IdentityStore, IdentityWrite, NoSigningKey, ServiceClaims, TokenIssuer,
};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::commit::{Commit, CommitError};
use eop_core::kernel::email::Email;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::id::{SessionId, UserId};
use eop_credentials::Argon2Hasher;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::registry::Unit;
use serde_json::Value;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct StepLabels {
    step: &'static str,
}

/// What happens to sessions, by the event that tells of it, and as the metrics name it.
const STEPS: [(&str, &str); 3] =
    [(SESSION_OPENED, "opened"), (SESSION_REVOKED, "revoked"), (SESSION_REUSE_DETECTED, "reuse_detected")];

/// A store whose steps are counted once they are written.
struct MeasuredIdentity {
    inner: Arc<dyn IdentityStore>,
    /// Every step from the start, so that what has not happened is 0.
    steps: [Counter; STEPS.len()],
}

/// `inner`, measured: its metrics are those of `host`.
pub(crate) fn identity(host: &Host, inner: Arc<dyn IdentityStore>) -> Arc<dyn IdentityStore> {
    let steps: Family<StepLabels, Counter> = Family::default();
    let of = |(_, step): (&str, &'static str)| steps.get_or_create_owned(&StepLabels { step });
    let counters = STEPS.map(of);
    host.register("user", |registry| {
        let help = "What happened to sessions: opened, ended before their time, ended because a used token came again";
        registry.register("eop_session_steps", help, steps.clone());
    });
    Arc::new(MeasuredIdentity { inner, steps: counters })
}

#[async_trait]
impl IdentityStore for MeasuredIdentity {
    async fn find_account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        self.inner.find_account(id).await
    }

    async fn find_account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        self.inner.find_account_by_email(email).await
    }

    async fn find_session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        self.inner.find_session(id).await
    }

    async fn find_session_by_token(&self, token: TokenHash) -> Result<Option<TokenOwner>, StoreError> {
        self.inner.find_session_by_token(token).await
    }

    async fn find_link(&self, purpose: LinkPurpose, token: TokenHash) -> Result<Option<Link>, StoreError> {
        self.inner.find_link(purpose, token).await
    }

    async fn admin_roster(&self) -> Result<AdminRoster, StoreError> {
        self.inner.admin_roster().await
    }

    async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError> {
        self.inner.signing_keys().await
    }

    async fn commit(&self, commit: Commit<IdentityWrite>) -> Result<(), CommitError> {
        let tells = |kind: &str| commit.events.iter().filter(|event| event.kind == kind).count() as u64;
        let told = STEPS.map(|(kind, _)| tells(kind));
        self.inner.commit(commit).await?;
        for (counter, count) in self.steps.iter().zip(told) {
            counter.inc_by(count);
        }
        Ok(())
    }
}

/// An issuer of which it is known since when its active key is there.
struct MeasuredIssuer {
    inner: Arc<dyn TokenIssuer>,
    since: Gauge,
}

/// `inner`, measured: its metrics are those of `host`.
pub(crate) fn issuer(host: &Host, inner: Arc<dyn TokenIssuer>) -> Arc<dyn TokenIssuer> {
    let since = Gauge::default();
    host.register("user", |registry| {
        let help = "When the key that signs access tokens was made, since 1970; 0 while there is none";
        registry.register_with_unit("eop_signing_key_since", help, Unit::Seconds, since.clone());
    });
    Arc::new(MeasuredIssuer { inner, since })
}

impl TokenIssuer for MeasuredIssuer {
    fn generate_key(&self, now: Timestamp) -> SigningKey {
        self.inner.generate_key(now)
    }

    fn install(&self, keys: &[SigningKey]) -> Result<(), NoSigningKey> {
        self.inner.install(keys)?;
        let active = keys.iter().find(|key| key.state == KeyState::Active);
        self.since.set(active.map_or(0, |key| key.created_at.timestamp()));
        Ok(())
    }

    fn issue(&self, claims: &AccessClaims) -> Result<AccessToken, NoSigningKey> {
        self.inner.issue(claims)
    }

    fn issue_to_service(&self, claims: &ServiceClaims) -> Result<AccessToken, NoSigningKey> {
        self.inner.issue_to_service(claims)
    }

    fn jwks(&self) -> Value {
        self.inner.jwks()
    }
}

/// How many passwords wait to be hashed, looked up when somebody asks.
#[derive(Debug)]
struct Waiting(Arc<Argon2Hasher>);

impl Collector for Waiting {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let gauge = ConstGauge::new(i64::try_from(self.0.waiting()).unwrap_or(i64::MAX));
        let help = "Passwords that wait for their turn to be hashed or compared";
        gauge.encode(encoder.encode_descriptor(
            "eop_password_hashes_waiting",
            help,
            None,
            gauge.metric_type(),
        )?)
    }
}

/// Tells how many wait for `hasher`.
pub(crate) fn hasher(host: &Host, hasher: &Arc<Argon2Hasher>) {
    let waiting = Waiting(Arc::clone(hasher));
    host.register("user", |registry| registry.register_collector(Box::new(waiting)));
}

#[cfg(test)]
mod tests {
    use eop_contract::fixture::an_event;
    use eop_core::kernel::clock::Clock;
    use eop_core::kernel::event::Topic;
    use eop_memory::{FixedClock, MemoryIdentity, PlainTokens};

    use super::*;

    fn has(host: &Host, line: &str) -> bool {
        host.metrics.text().unwrap().lines().any(|there| there == line)
    }

    #[tokio::test]
    async fn what_happens_to_sessions_is_counted_once_it_is_written() {
        let host = Host::new("test", "1.0.0");
        let memory = Arc::new(MemoryIdentity::new());
        let store = identity(&host, Arc::clone(&memory) as _);
        for (number, kind) in (1..).zip([SESSION_OPENED, SESSION_OPENED, SESSION_REUSE_DETECTED]) {
            let event = an_event().numbered(number).on(Topic::Identity).of_kind(kind).build();
            store.commit(Commit { events: vec![event], ..Commit::of(Vec::new()) }).await.unwrap();
        }
        for (step, count) in [("opened", 2), ("revoked", 0), ("reuse_detected", 1)] {
            let line = format!("eop_session_steps_total{{service=\"user\",step=\"{step}\"}} {count}");
            assert!(has(&host, &line), "{line}");
        }
    }

    #[test]
    fn the_age_of_the_key_follows_the_active_one() {
        let host = Host::new("test", "1.0.0");
        let clock = FixedClock::default();
        let issuer = issuer(&host, Arc::new(PlainTokens::default()));
        assert!(has(&host, "eop_signing_key_since_seconds{service=\"user\"} 0"));
        let old = SigningKey { state: KeyState::Retiring, ..issuer.generate_key(clock.now()) };
        clock.advance(std::time::Duration::from_hours(30 * 24));
        let new = issuer.generate_key(clock.now());
        issuer.install(&[new.clone(), old]).unwrap();
        let line =
            format!("eop_signing_key_since_seconds{{service=\"user\"}} {}", new.created_at.timestamp());
        assert!(has(&host, &line), "{line}");
    }

    #[test]
    fn who_waits_for_a_hash_is_counted() {
        let host = Host::new("test", "1.0.0");
        hasher(&host, &Arc::new(Argon2Hasher::new()));
        assert!(has(&host, "eop_password_hashes_waiting{service=\"user\"} 0"));
    }
}
