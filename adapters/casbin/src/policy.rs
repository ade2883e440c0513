//! The policy in use, replaceable as a whole.

use std::sync::Arc;

use arc_swap::ArcSwap;
use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Version;
use eop_core::kernel::policy::{Policy, PolicyMaker, PolicyRefused, PolicySeat, RoleRules};
use thiserror::Error;

use crate::decisions::Decisions;
use crate::rule::{BadRule, Rules};

/// The rules of the roles that the platform ships with.
pub(crate) const BUILT_IN: &str = include_str!("../policy/policy.csv");

/// Rules cannot be made into a policy.
#[derive(Debug, Error)]
pub enum PolicyError {
    /// A line is not a rule.
    #[error(transparent)]
    Rule(#[from] BadRule),
    /// Casbin cannot evaluate the rules.
    #[error("the policy cannot be evaluated: {0}")]
    Casbin(#[from] casbin::Error),
    /// Building the enforcer waited for something, although model and rules are in memory.
    #[error("the policy could not be built from memory alone")]
    NotInMemory,
}

/// Decides by rules in casbin's language (see `policy/model.conf`).
///
/// [`Self::replace`] swaps the whole policy: a decision is made by the old rules or by the new ones, never by a mix.
#[derive(Debug)]
pub struct CasbinPolicy {
    decisions: ArcSwap<Decisions>,
}

impl CasbinPolicy {
    /// The policy of the built-in roles.
    ///
    /// # Errors
    /// [`PolicyError`] when the embedded rules are damaged.
    pub fn built_in() -> Result<Self, PolicyError> {
        Self::from_rules(BUILT_IN)
    }

    /// A policy from rules, one per line: `p, role, resource, action, own|any, allow|deny`, where `*` stands for every
    /// resource or action. Empty lines and lines that begin with `#` are skipped.
    ///
    /// # Errors
    /// [`PolicyError`] naming the first line that is not a rule.
    pub fn from_rules(csv: &str) -> Result<Self, PolicyError> {
        let decisions = Decisions::of(&Rules::parse(csv)?, None, None)?;
        Ok(Self { decisions: ArcSwap::from_pointee(decisions) })
    }

    /// Decides by these rules from now on, and gives those that it does not understand, which another version may have
    /// written. Each of them is refused alone: what it would grant is not granted, and what it would deny is denied, as
    /// far as it can be told.
    ///
    /// # Errors
    /// When what is left cannot be evaluated; the policy in use stays.
    pub fn replace(&self, csv: &str) -> Result<Vec<BadRule>, PolicyError> {
        let (rules, bad) = Rules::read(csv);
        self.decisions.store(Arc::new(Decisions::of(&rules, None, None)?));
        Ok(bad)
    }
}

impl From<PolicyError> for PolicyRefused {
    fn from(error: PolicyError) -> Self {
        Self(error.to_string())
    }
}

impl PolicyMaker for CasbinPolicy {
    fn make(&self, roles: &[RoleRules]) -> Result<Arc<dyn AccessPolicy>, PolicyRefused> {
        let (read, _) = Rules::of(roles);
        let decisions = Decisions::of(&read, None, Some(&self.decisions.load()))?;
        Ok(Arc::new(Self { decisions: ArcSwap::from_pointee(decisions) }))
    }
}

impl PolicySeat for CasbinPolicy {
    fn install(&self, policy: &Policy) -> Result<Vec<String>, PolicyRefused> {
        let (rules, bad) = Rules::of(&policy.roles);
        let decisions = Decisions::of(&rules, Some(policy.version), Some(&self.decisions.load()))?;
        self.decisions.store(Arc::new(decisions));
        Ok(bad)
    }

    fn version(&self) -> Option<Version> {
        self.decisions.load().version
    }
}

impl AccessPolicy for CasbinPolicy {
    fn allows(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool {
        self.decisions.load().allow(roles, permission, scope)
    }

    fn roles(&self) -> Vec<Role> {
        self.decisions.load().roles().into_iter().cloned().collect()
    }
}
