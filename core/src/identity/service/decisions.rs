//! How the policy decides, for whoever asks before or after it did.

use super::super::command::AskDecision;
use super::{IdentityError, IdentityService};
use crate::kernel::access::{AccessPolicy, Permission, Scope};
use crate::kernel::actor::{Actor, Role};
use crate::kernel::commit::Version;
use crate::kernel::error::FieldError;
use crate::kernel::policy::{RoleRules, Rule};

/// A rule and the role that it is of.
pub type OwnedRule = (Role, Rule);

/// What the policy says, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether it is allowed.
    pub allowed: bool,
    /// Over whose things it was asked: one's own, or anybody's.
    pub scope: Scope,
    /// The roles that were asked about.
    pub roles: Vec<Role>,
    /// The version of the policy that decided.
    pub version: Version,
    /// The rule that decided: the first denial, or else the first grant. None when nothing matched, which is a refusal.
    pub rule: Option<OwnedRule>,
    /// Where nothing matched: the rules that would have allowed it, of other roles or over less than was asked for.
    pub would: Vec<OwnedRule>,
}

impl IdentityService {
    /// Decides as any service would, by the policy on file.
    ///
    /// # Errors
    /// `Denied` without `policy:read`; `Invalid` for words that mean nothing; `NotFound` when there is no such account.
    pub async fn decide(&self, actor: &Actor, command: &AskDecision) -> Result<Decision, IdentityError> {
        actor.require_any(&*self.ports.access, Permission::POLICY_READ)?;
        let permission = permission(command)?;
        let on_file = self.ports.policies.find_policy().await?;
        let all = on_file.rules();
        let policy = self.ports.maker.make(&all)?;
        let roles = match (command.subject, &command.roles) {
            (Some(_), Some(_)) => {
                return Err(IdentityError::field("/roles", "ambiguous", "name a subject or roles, not both"));
            }
            (Some(subject), None) => {
                let account = self.ports.store.find_account(subject).await?;
                account.ok_or(IdentityError::NotFound)?.acting_roles()
            }
            (None, Some(names)) => known(&*policy, names)?,
            (None, None) => actor.roles.clone(),
        };
        let asked_for = command.subject.or_else(|| actor.user_id().filter(|_| command.roles.is_none()));
        let is_own = command.owner.is_some() && command.owner == asked_for;
        let scope = if is_own { Scope::Own } else { Scope::Any };
        let allowed = policy.allows(&roles, permission, scope);
        let rule = deciding(&all, &roles, (permission, scope), allowed);
        let would = if allowed || rule.is_some() { Vec::new() } else { granting(&all, permission) };
        Ok(Decision { allowed, scope, roles, version: on_file.version, rule, would })
    }
}

fn permission(command: &AskDecision) -> Result<Permission, IdentityError> {
    let AskDecision { resource, action, .. } = command;
    if !Permission::ALL.iter().any(|one| one.resource == resource) {
        let message = format!("no permission is about `{resource}`");
        return Err(IdentityError::field("/resource", "unknown", message));
    }
    Permission::named(&format!("{resource}:{action}")).ok_or_else(|| {
        let message = format!("no permission is called `{resource}:{action}`");
        IdentityError::field("/action", "unknown", message)
    })
}

fn known(policy: &dyn AccessPolicy, names: &[String]) -> Result<Vec<Role>, IdentityError> {
    let all = policy.roles();
    let mut refused = Vec::new();
    let mut roles = Vec::new();
    for (index, name) in names.iter().enumerate() {
        match all.iter().find(|role| role.as_str() == name) {
            Some(role) => roles.push(role.clone()),
            None => refused.push(FieldError {
                field: format!("/roles/{index}"),
                code: "unknown",
                message: "there is no role of this name".to_owned(),
            }),
        }
    }
    if refused.is_empty() { Ok(roles) } else { Err(IdentityError::Invalid(refused)) }
}

/// The first denial of these roles, or, where it is allowed, the first grant.
fn deciding(
    all: &[RoleRules],
    roles: &[Role],
    (permission, scope): (Permission, Scope),
    allowed: bool,
) -> Option<OwnedRule> {
    let mut own = each(all).filter(|(role, _)| roles.contains(role));
    let found = if allowed {
        own.find(|(_, rule)| rule.grants(permission, scope))
    } else {
        own.find(|(_, rule)| rule.denies(permission))
    };
    found.map(|(role, rule)| (role.clone(), rule.clone()))
}

/// Every rule that grants `permission` to somebody.
fn granting(rules: &[RoleRules], permission: Permission) -> Vec<OwnedRule> {
    let grants = each(rules).filter(|(_, rule)| rule.grants(permission, Scope::Own));
    grants.map(|(role, rule)| (role.clone(), rule.clone())).collect()
}

fn each(rules: &[RoleRules]) -> impl Iterator<Item = (&Role, &Rule)> {
    rules.iter().flat_map(|one| one.rules.iter().map(move |rule| (&one.role, rule)))
}
