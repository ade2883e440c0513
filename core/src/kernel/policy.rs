//! The access policy as a value: what each role is granted and denied, as it is kept and as services take it over.

use std::sync::Arc;

use async_trait::async_trait;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::access::{AccessPolicy, Permission, Scope};
use super::actor::Role;
use super::code::codes;
use super::commit::Version;
use super::error::StoreError;

/// Stands for every resource, or for every action.
pub const EVERY: &str = "*";

codes! {
    /// What a rule does with what it is about.
    Effect {
        /// Grants it.
        Allow = "allow",
        /// Denies it, whatever grants it.
        Deny = "deny",
    }
}

/// A rule of a role, in the words in which it was written. Some may be those of a newer version: a policy leaves out what it
/// does not understand, and denies where a denial may be meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// The kind of thing, or `*` for every kind.
    pub resource: String,
    /// What is done to it, or `*` for everything.
    pub action: String,
    /// `own` or `any`. A denial is of both, whatever it says.
    pub scope: String,
    /// `allow` or `deny`.
    pub effect: String,
}

/// A word of a rule that means nothing here: the member of the rule, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct RuleFault {
    /// Which member: `resource`, `action`, `scope` or `effect`.
    pub member: &'static str,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Rule {
    /// A rule in words of this version.
    #[must_use]
    pub fn new(resource: &str, action: &str, scope: Scope, effect: Effect) -> Self {
        Self {
            resource: resource.to_owned(),
            action: action.to_owned(),
            scope: scope.as_str().to_owned(),
            effect: effect.as_str().to_owned(),
        }
    }

    /// Makes sure that each word means something to this version.
    ///
    /// # Errors
    /// The first word that means nothing.
    pub fn check(&self) -> Result<(), RuleFault> {
        let fault = |member, message| Err(RuleFault { member, message });
        if self.resource != EVERY && !Permission::ALL.iter().any(|one| one.resource == self.resource) {
            return fault("resource", format!("no permission is about `{}`", self.resource));
        }
        if !Permission::ALL.iter().any(|one| self.is_about(*one)) {
            return fault("action", format!("no permission is called `{}:{}`", self.resource, self.action));
        }
        if Scope::named(&self.scope).is_none() {
            return fault("scope", format!("`{}` is not a scope: write `own` or `any`", self.scope));
        }
        if Effect::named(&self.effect).is_none() {
            return fault("effect", format!("`{}` is not an effect: write `allow` or `deny`", self.effect));
        }
        Ok(())
    }

    /// Whether it is about this permission, however far it reaches.
    #[must_use]
    pub fn is_about(&self, permission: Permission) -> bool {
        (self.resource == EVERY || self.resource == permission.resource)
            && (self.action == EVERY || self.action == permission.action)
    }

    /// Whether it grants this permission over this scope, if nothing denies it.
    #[must_use]
    pub fn grants(&self, permission: Permission, scope: Scope) -> bool {
        let reaches = self.scope == Scope::Any.as_str() || self.scope == scope.as_str();
        self.effect == Effect::Allow.as_str() && reaches && self.is_about(permission)
    }

    /// Whether it denies this permission: over everything, because everybody's things include one's own.
    #[must_use]
    pub fn denies(&self, permission: Permission) -> bool {
        self.effect == Effect::Deny.as_str() && self.is_about(permission)
    }
}

/// As policies are written: `order:read any allow`.
impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{} {} {}", self.resource, self.action, self.scope, self.effect)
    }
}

/// The rules of one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleRules {
    /// Whose they are.
    pub role: Role,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// The whole policy of the platform, as of one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Moves with every change of any role.
    pub version: Version,
    /// Every role, by name.
    pub roles: Vec<RoleRules>,
}

/// No policy can be made of these rules. Whoever has one keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no policy can be made of these rules: {0}")]
pub struct PolicyRefused(pub String);

/// Makes policies of rules.
pub trait PolicyMaker: Send + Sync {
    /// A policy that decides by these rules and no others.
    ///
    /// # Errors
    /// When the rules cannot be evaluated.
    fn make(&self, roles: &[RoleRules]) -> Result<Arc<dyn AccessPolicy>, PolicyRefused>;
}

/// The policy by which a service decides, replaced as a whole: a decision is made by the old one or by the new one.
pub trait PolicySeat: Send + Sync {
    /// Decides by `policy` from now on. Gives the rules that it does not understand, as text.
    ///
    /// # Errors
    /// When the rules cannot be evaluated; the policy in use stays.
    fn install(&self, policy: &Policy) -> Result<Vec<String>, PolicyRefused>;

    /// The version in use; `None` while it is the one that the program was shipped with.
    fn version(&self) -> Option<Version>;
}

/// The policy cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the policy cannot be had: {0}")]
pub struct PolicyUnavailable(pub String);

/// Where a service takes the policy from.
#[async_trait]
pub trait PolicySource: Send + Sync {
    /// The policy as it is now; `None` when it still has the version `known`.
    ///
    /// # Errors
    /// [`PolicyUnavailable`] when whoever holds it does not answer.
    async fn fetch(&self, known: Option<Version>) -> Result<Option<Policy>, PolicyUnavailable>;
}

/// Keeps the last good policy beside a service's own data, for a start while whoever holds it is away.
#[async_trait]
pub trait PolicyKeeper: Send + Sync {
    /// Returns `None` when none was kept.
    async fn kept(&self) -> Result<Option<Policy>, StoreError>;
    /// Keeps `policy` in the place of the one before.
    async fn keep(&self, policy: &Policy) -> Result<(), StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Rule {
        let words: Vec<&str> = text.split(' ').collect();
        let [resource, action, scope, effect] = words[..] else { panic!("{text}") };
        let [resource, action, scope, effect] = [resource, action, scope, effect].map(str::to_owned);
        Rule { resource, action, scope, effect }
    }

    #[test]
    fn a_word_that_means_nothing_is_named() {
        for (text, member) in [
            ("oder read any allow", "resource"),
            ("order approve_twice any allow", "action"),
            ("session ship any allow", "action"),
            ("* fly any allow", "action"),
            ("order read all allow", "scope"),
            ("order read any permit", "effect"),
        ] {
            assert_eq!(rule(text).check().unwrap_err().member, member, "{text}");
        }
        for text in ["order read any allow", "* * own deny", "order * own allow", "* read any allow"] {
            assert_eq!(rule(text).check(), Ok(()), "{text}");
        }
    }

    #[test]
    fn any_covers_own_and_a_denial_reaches_both() {
        let read = Permission::ORDER_READ;
        assert!(rule("order read any allow").grants(read, Scope::Own));
        assert!(rule("order * own allow").grants(read, Scope::Own));
        assert!(!rule("order read own allow").grants(read, Scope::Any));
        assert!(!rule("order read any deny").grants(read, Scope::Own));
        assert!(rule("* read own deny").denies(read));
        assert!(!rule("order ship any deny").denies(read));
        assert_eq!(rule("order read own allow").to_string(), "order:read own allow");
    }

    #[test]
    fn a_policy_is_read_back_as_it_was_written() {
        let roles = vec![RoleRules { role: Role::SUPPORT, rules: vec![rule("order read any allow")] }];
        let policy = Policy { version: Version(7), roles };
        let text = serde_json::to_string(&policy).unwrap();
        assert_eq!(serde_json::from_str::<Policy>(&text).unwrap(), policy);
        assert!(
            text.starts_with(r#"{"version":7,"roles":[{"role":"support","rules":[{"resource":"order","#),
            "{text}"
        );
    }
}
