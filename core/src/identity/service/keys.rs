//! The keys that sign access tokens.

use serde_json::{Value, json};

use super::super::model::key_ring::{KeyRing, KeyStep};
use super::super::model::{KeyState, SigningKey};
use super::{IdentityError, IdentityService, IdentityWrite};
use crate::kernel::access::Permission;
use crate::kernel::actor::Actor;
use crate::kernel::audit::AuditEntry;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::{CommitError, Name};

/// More steps than any state of the keys can ask for at once; beyond them somebody else changes them all the time.
const MOST_STEPS: usize = 16;

impl IdentityService {
    /// Does what is due in the life of the keys, and signs and publishes as the stored keys say. Run at start and every few
    /// seconds: so every instance follows what another one did. Several may do so at once and end up with the same keys.
    ///
    /// # Errors
    /// `NoSigningKey` when the stored key cannot be opened with the configured master key; `Store` when the keys cannot be
    /// read. Those in use stay.
    pub async fn tend_keys(&self) -> Result<(), IdentityError> {
        let actor = Actor::system("key_setup");
        for _ in 0..MOST_STEPS {
            let (keys, now) = (self.ports.store.signing_keys().await?, self.now());
            let Some(step) = KeyRing::of(&keys, now).due(self.limits.key_lifetime) else {
                return Ok(self.ports.issuer.install(&keys)?);
            };
            self.take(step, &actor, now).await?;
        }
        Err(IdentityError::Contended)
    }

    /// The public keys as a JWK set (RFC 7517).
    #[must_use]
    pub fn jwks(&self) -> Value {
        self.ports.issuer.jwks()
    }

    /// The keys that are published, newest first.
    ///
    /// # Errors
    /// `Denied` without `key:read`.
    pub async fn list_keys(&self, actor: &Actor) -> Result<Vec<SigningKey>, IdentityError> {
        actor.require_any(&*self.ports.access, Permission::KEY_READ)?;
        Ok(self.ports.store.signing_keys().await?)
    }

    /// Lets the next key sign from now on. The one before verifies what it signed until that has ended. Returns the keys
    /// afterwards.
    ///
    /// # Errors
    /// `Denied` without `key:rotate`; `KeyTooNew` when not everybody can have seen the next key yet.
    pub async fn rotate_keys(&self, actor: &Actor) -> Result<Vec<SigningKey>, IdentityError> {
        self.require_rotating(actor, "key.rotate", "keys".to_owned()).await?;
        self.tend_keys().await?;
        let (keys, now) = (self.ports.store.signing_keys().await?, self.now());
        let ring = KeyRing::of(&keys, now);
        match ring.ready_in() {
            Some(wait) if wait.is_zero() => {}
            wait => return Err(IdentityError::KeyTooNew { wait_s: wait.unwrap_or_default().as_secs() + 1 }),
        }
        if let Some(active) = ring.active() {
            self.take(KeyStep::StopSigning(active.kid.clone()), actor, now).await?;
        }
        self.tend_keys().await?;
        Ok(self.ports.store.signing_keys().await?)
    }

    /// Publishes a key no longer, because it may be known to others: whatever it signed is refused from now on, and the next
    /// one signs in its place. Returns the keys afterwards.
    ///
    /// # Errors
    /// `Denied` without `key:rotate`; `NoSuchKey` when no published key has this name.
    pub async fn retire_key(&self, actor: &Actor, kid: &str) -> Result<Vec<SigningKey>, IdentityError> {
        self.require_rotating(actor, "key.retire", format!("key:{kid}")).await?;
        let mut keys = self.ports.store.signing_keys().await?;
        if keys.iter().all(|key| key.kid != kid) {
            return Err(IdentityError::NoSuchKey);
        }
        // Again when it was rotated at the same moment: it must be gone, whatever state it was in.
        for _ in 0..MOST_STEPS {
            let Some(key) = keys.iter().find(|key| key.kid == kid) else {
                self.tend_keys().await?;
                return Ok(self.ports.store.signing_keys().await?);
            };
            self.move_key((kid, key.state, KeyState::Retired), "key.retire", actor, self.now()).await?;
            keys = self.ports.store.signing_keys().await?;
        }
        Err(IdentityError::Contended)
    }

    async fn require_rotating(
        &self,
        actor: &Actor,
        action: &'static str,
        target: String,
    ) -> Result<(), IdentityError> {
        let Err(denied) = actor.require_any(&*self.ports.access, Permission::KEY_ROTATE) else {
            return Ok(());
        };
        let entry = AuditEntry::denied(&*self.ports.ids, self.now(), actor, action, target);
        self.refusals.note(entry, |commit| self.ports.store.commit(commit)).await;
        Err(denied.into())
    }

    /// Takes a step, unless another instance just did.
    async fn take(&self, step: KeyStep, actor: &Actor, now: Timestamp) -> Result<(), IdentityError> {
        match step {
            KeyStep::Start => self.make_key(KeyState::Active, actor, now).await,
            KeyStep::Prepare => self.make_key(KeyState::Next, actor, now).await,
            KeyStep::Activate(kid) => {
                self.move_key((&kid, KeyState::Next, KeyState::Active), "key.activate", actor, now).await
            }
            KeyStep::StopSigning(kid) => {
                self.move_key((&kid, KeyState::Active, KeyState::Retiring), "key.rotate", actor, now).await
            }
            KeyStep::Withdraw(kid) => {
                self.move_key((&kid, KeyState::Retiring, KeyState::Retired), "key.retire", actor, now).await
            }
        }
    }

    async fn make_key(&self, state: KeyState, actor: &Actor, now: Timestamp) -> Result<(), IdentityError> {
        let key = SigningKey { state, ..self.ports.issuer.generate_key(now) };
        let (target, detail) = (format!("key:{}", key.kid), json!({ "state": state.as_str() }));
        let draft = self.draft(actor, now).write(IdentityWrite::InsertKey(key));
        match self.ports.store.commit(draft.audit_of("key.create", target, detail).done()).await {
            Ok(()) | Err(CommitError::Taken(Name::ActiveKey | Name::NextKey)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn move_key(
        &self,
        (kid, from, to): (&str, KeyState, KeyState),
        action: &'static str,
        actor: &Actor,
        at: Timestamp,
    ) -> Result<(), IdentityError> {
        let detail = json!({ "before": from.as_str(), "after": to.as_str() });
        let draft = self.draft(actor, at).write(IdentityWrite::MoveKey { kid: kid.to_owned(), from, to, at });
        match self.ports.store.commit(draft.audit_of(action, format!("key:{kid}"), detail).done()).await {
            Ok(()) | Err(CommitError::Stale) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
