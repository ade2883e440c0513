//! The keys that sign access tokens.

use serde_json::{Value, json};

use super::super::model::KeyState;
use super::{IdentityError, IdentityService, IdentityWrite};
use crate::kernel::actor::Actor;
use crate::kernel::commit::{CommitError, Name};

impl IdentityService {
    /// Makes sure that there is a key to sign with, and installs all keys. Run at start; several instances may do so at
    /// once and end up with the same key.
    ///
    /// # Errors
    /// `NoSigningKey` when the stored key cannot be opened with the configured master key.
    pub async fn ensure_signing_key(&self) -> Result<(), IdentityError> {
        let mut keys = self.ports.store.signing_keys().await?;
        if !keys.iter().any(|key| key.state == KeyState::Active) {
            let now = self.now();
            let key = self.ports.issuer.generate_key(now);
            let actor = Actor::system("key_setup");
            let target = format!("key:{}", key.kid);
            let draft = self.draft(&actor, now).write(IdentityWrite::InsertKey(key));
            let commit = draft.audit_of("key.create", target, json!({})).done();
            match self.ports.store.commit(commit).await {
                Ok(()) | Err(CommitError::Taken(Name::ActiveKey)) => {}
                Err(error) => return Err(error.into()),
            }
            keys = self.ports.store.signing_keys().await?;
        }
        Ok(self.ports.issuer.install(&keys)?)
    }

    /// The public keys as a JWK set (RFC 7517).
    #[must_use]
    pub fn jwks(&self) -> Value {
        self.ports.issuer.jwks()
    }
}
