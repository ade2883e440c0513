//! Taking the policy over from whoever holds it, while the service runs.

use std::sync::Arc;

use async_trait::async_trait;

use super::super::event::POLICY_CHANGED;
use super::super::port::PolicyStore;
use crate::kernel::commit::Version;
use crate::kernel::error::StoreError;
use crate::kernel::feed::Heard;
use crate::kernel::policy::{
    Policy, PolicyKeeper, PolicyRefused, PolicySeat, PolicySource, PolicyUnavailable,
};

/// What one look at the policy led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// It is the one in use.
    Same,
    /// It is in use from now on.
    Installed(Version),
}

/// Why the policy in use stays, although there may be another.
#[derive(Debug, thiserror::Error)]
pub enum NotFollowed {
    /// Whoever holds it does not answer.
    #[error(transparent)]
    Unavailable(#[from] PolicyUnavailable),
    /// No policy can be made of it.
    #[error(transparent)]
    Refused(#[from] PolicyRefused),
}

/// Keeps a service's policy that of the platform. The last good one stays in use, and is kept beside the service's own data,
/// so that it starts while whoever holds the policy is away.
#[derive(derive_more::Debug)]
#[debug("PolicyFollower {{ .. }}")]
pub struct PolicyFollower {
    source: Arc<dyn PolicySource>,
    seat: Arc<dyn PolicySeat>,
    keeper: Option<Arc<dyn PolicyKeeper>>,
}

impl PolicyFollower {
    /// From `source` to `seat`; what was installed is kept by `keeper`, unless the source is the service's own database.
    #[must_use]
    pub fn new(
        source: Arc<dyn PolicySource>,
        seat: Arc<dyn PolicySeat>,
        keeper: Option<Arc<dyn PolicyKeeper>>,
    ) -> Self {
        Self { source, seat, keeper }
    }

    /// Takes the policy that was kept, if one was and none is in use that is not the shipped one. Returns its version.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn take_kept(&self) -> Result<Option<Version>, StoreError> {
        let Some(keeper) = &self.keeper else { return Ok(None) };
        let Some(policy) = keeper.kept().await? else { return Ok(None) };
        if self.seat.version().is_some() {
            return Ok(None);
        }
        match self.install(&policy) {
            Ok(()) => Ok(Some(policy.version)),
            Err(error) => {
                tracing::error!(%error, version = policy.version.0, "the policy that was kept cannot be used");
                Ok(None)
            }
        }
    }

    /// Takes the policy as it is now, if it is another one.
    ///
    /// # Errors
    /// [`NotFollowed`]; the policy in use stays.
    pub async fn take(&self) -> Result<Followed, NotFollowed> {
        let Some(policy) = self.source.fetch(self.seat.version()).await? else { return Ok(Followed::Same) };
        if self.seat.version() == Some(policy.version) {
            return Ok(Followed::Same);
        }
        self.install(&policy)?;
        if let Some(keeper) = &self.keeper
            && let Err(error) = keeper.keep(&policy).await
        {
            tracing::warn!(%error, version = policy.version.0, "the policy is in use, but could not be kept");
        }
        Ok(Followed::Installed(policy.version))
    }

    /// The version in use; `None` while it is the one that the program was shipped with.
    #[must_use]
    pub fn version(&self) -> Option<Version> {
        self.seat.version()
    }

    fn install(&self, policy: &Policy) -> Result<(), PolicyRefused> {
        for rule in self.seat.install(policy)? {
            tracing::warn!(rule, "a rule of the policy is not understood: it grants nothing here");
        }
        Ok(())
    }
}

/// The policy of the database at hand, for the user service and for those in one process with it.
#[derive(derive_more::Debug)]
#[debug("PolicyOfStore {{ .. }}")]
pub struct PolicyOfStore(Arc<dyn PolicyStore>);

impl PolicyOfStore {
    /// That of `store`.
    #[must_use]
    pub fn new(store: Arc<dyn PolicyStore>) -> Self {
        Self(store)
    }
}

#[async_trait]
impl PolicySource for PolicyOfStore {
    async fn fetch(&self, known: Option<Version>) -> Result<Option<Policy>, PolicyUnavailable> {
        let on_file = self.0.find_policy().await.map_err(|error| PolicyUnavailable(error.to_string()))?;
        if !on_file.is_begun() {
            return Err(PolicyUnavailable("there is none on file yet".to_owned()));
        }
        Ok((known != Some(on_file.version)).then(|| on_file.policy()))
    }
}

/// Whether something was heard of the policy: that it has changed, or a message that cannot be read and may say so.
#[must_use]
pub fn hears_of_policy(heard: &Heard) -> bool {
    heard.messages.iter().any(|message| match &message.content {
        Ok(event) => event.kind == POLICY_CHANGED,
        Err(_) => true,
    })
}
