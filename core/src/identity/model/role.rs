//! Roles and their rules, as they are kept.

use crate::kernel::actor::Role;
use crate::kernel::clock::Timestamp;
use crate::kernel::commit::Version;
use crate::kernel::id::RoleId;
use crate::kernel::policy::{Policy, RoleRules, Rule};

/// A role: what it is for, and what it grants and denies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleDefinition {
    /// Identity.
    pub id: RoleId,
    /// Its name, unique and for ever.
    pub name: Role,
    /// What it is for, in words.
    pub description: String,
    /// What it grants and denies, each rule once, in order.
    pub rules: Vec<Rule>,
    /// For a role that the platform ships with: the rules that it was shipped with last. Absent for others.
    pub shipped: Option<Vec<Rule>>,
    /// Moves with every change.
    pub version: Version,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl RoleDefinition {
    /// Whether the platform ships with it: it is never removed.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.shipped.is_some()
    }

    /// Whether its rules are the platform's own business: those of administrators, without which nobody could set anything
    /// right, and those of tokens that no person has by assignment.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.is_built_in() && (self.name == Role::ADMIN || !self.name.is_for_people())
    }

    /// The role after a change at `now`: the next version, its rules each once and in order.
    #[must_use]
    pub fn changed(&self, now: Timestamp, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.clone();
        change(&mut next);
        next.rules = in_order(next.rules);
        next.version = self.version.next();
        next.updated_at = now;
        next
    }

    /// Its rules alone.
    #[must_use]
    pub fn rules_of(&self) -> RoleRules {
        RoleRules { role: self.name.clone(), rules: self.rules.clone() }
    }
}

/// Each rule once, in one order, so that the same rules are the same value.
#[must_use]
pub fn in_order(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// The policy as the platform's database holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyOnFile {
    /// Moves with every change of any role; 0 before there are any.
    pub version: Version,
    /// Of which generation the shipped roles in it are; 0 before there are any.
    pub generation: u32,
    /// Every role, by name.
    pub roles: Vec<RoleDefinition>,
}

impl PolicyOnFile {
    /// Whether there are roles in it: the first start of the platform puts them there.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.generation > 0
    }

    /// The role of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&RoleDefinition> {
        self.roles.iter().find(|role| role.name.as_str() == name)
    }

    /// The rules of all roles.
    #[must_use]
    pub fn rules(&self) -> Vec<RoleRules> {
        self.roles.iter().map(RoleDefinition::rules_of).collect()
    }

    /// What services take over.
    #[must_use]
    pub fn policy(&self) -> Policy {
        Policy { version: self.version, roles: self.rules() }
    }
}

/// A role as the platform ships it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShippedRole {
    /// Its name.
    pub name: Role,
    /// What it is for, in words.
    pub description: &'static str,
    /// Its rules.
    pub rules: Vec<Rule>,
}

/// The roles that the platform ships with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShippedPolicy {
    /// Grows with every change of what is shipped.
    pub generation: u32,
    /// The roles.
    pub roles: Vec<ShippedRole>,
}
