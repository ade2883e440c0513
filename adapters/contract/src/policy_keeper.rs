//! What keeps the last good policy must do: give back the newest, whole.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::access::Scope;
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Version;
use eop_core::kernel::policy::{Effect, Policy, PolicyKeeper, RoleRules, Rule};

/// Sets up a keeper for one case.
#[async_trait]
pub trait PolicyKeeperHarness: Send + Sync + Sized {
    /// One that keeps nothing yet, and that no other case sees.
    async fn fresh() -> Self;
    /// The keeper.
    fn keeper(&self) -> Arc<dyn PolicyKeeper>;
}

/// Lists the cases of [`policy_keeper`](crate::policy_keeper) for a harness.
#[macro_export]
macro_rules! policy_keeper_contract {
    ($harness:ty) => {
        $crate::policy_keeper_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, policy_keeper when ($condition):
            the_newest_policy_is_kept_whole,
        );
    };
}

/// Also an older version after a newer one: whoever holds the policy may have been restored from a copy of its own.
pub async fn the_newest_policy_is_kept_whole<H: PolicyKeeperHarness>() {
    let harness = H::fresh().await;
    let keeper = harness.keeper();
    assert_eq!(keeper.kept().await.unwrap(), None);
    for version in [3, 4, 2] {
        let own = vec![Rule::new("order", "read", Scope::Own, Effect::Allow)];
        let roles = vec![RoleRules { role: Role::CUSTOMER, rules: own }];
        let policy = Policy { version: Version(version), roles };
        keeper.keep(&policy).await.unwrap();
        assert_eq!(keeper.kept().await.unwrap(), Some(policy));
    }
}
