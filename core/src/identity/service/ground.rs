//! What decisions on roles stand on, and what nobody may do with them.

use std::sync::Arc;

use super::super::model::{Account, AdminRoster, PolicyOnFile, RoleDefinition};
use super::{IdentityError, IdentityService};
use crate::kernel::access::{AccessPolicy, Permission, Scope};
use crate::kernel::actor::{Actor, Role};
use crate::kernel::policy::RoleRules;

/// Without these over everybody's things nobody can set anything right.
const ADMINISTERING: [Permission; 3] =
    [Permission::ROLE_WRITE, Permission::ROLE_ASSIGN, Permission::USER_WRITE];

/// The administrators and the policy at one moment. A commit that moves the roster from this version is decided on all of it.
pub(super) struct Ground {
    pub(super) roster: AdminRoster,
    pub(super) on_file: PolicyOnFile,
    /// Decides as the policy on file says: the one in use may be a moment older.
    pub(super) policy: Arc<dyn AccessPolicy>,
}

impl IdentityService {
    /// The ground as it is now.
    pub(super) async fn ground(&self) -> Result<Ground, IdentityError> {
        // The roster is read first: a change after it makes a decision on the rest stale, never wrong.
        let roster = self.ports.store.admin_roster().await?;
        let on_file = self.ports.policies.find_policy().await?;
        let policy = if on_file.is_begun() {
            self.ports.maker.make(&on_file.rules())?
        } else {
            // Before the first start of the service: what the program was shipped with decides.
            Arc::clone(&self.ports.access)
        };
        Ok(Ground { roster, on_file, policy })
    }

    /// Refuses with `LastAdmin` unless under `policy` somebody can administer, when `changed` is as it is then.
    pub(super) async fn require_an_admin(
        &self,
        roster: &AdminRoster,
        policy: &dyn AccessPolicy,
        changed: Option<&Account>,
    ) -> Result<(), IdentityError> {
        if changed.is_some_and(|account| administers(policy, account)) {
            return Ok(());
        }
        for id in roster.members.iter().filter(|id| changed.is_none_or(|account| account.id != **id)) {
            let account = self.ports.store.find_account(*id).await?;
            if account.is_some_and(|account| administers(policy, &account)) {
                return Ok(());
            }
        }
        Err(IdentityError::LastAdmin)
    }
}

fn administers(policy: &dyn AccessPolicy, account: &Account) -> bool {
    let roles = account.acting_roles();
    account.is_acting_admin()
        && ADMINISTERING.into_iter().all(|permission| policy.allows(&roles, permission, Scope::Any))
}

/// Every question that a policy answers.
fn questions() -> impl Iterator<Item = (Permission, Scope)> {
    Permission::ALL.iter().flat_map(|permission| Scope::ALL.map(|scope| (*permission, scope)))
}

/// Refuses with `CannotGrant` what `role` has under `policy` and `actor` lacks.
pub(super) fn require_grantable(
    policy: &dyn AccessPolicy,
    actor: &Actor,
    role: &Role,
) -> Result<(), IdentityError> {
    let one = std::slice::from_ref(role);
    let lacking = questions().find(|(permission, scope)| {
        policy.allows(one, *permission, *scope) && !policy.allows(&actor.roles, *permission, *scope)
    });
    refuse_grant(role, lacking)
}

/// Refuses with `CannotGrant` what whoever had the roles `before` gains by having those of `after`, and `actor` lacks: taking
/// a role away that denies grants something too.
pub(super) fn require_no_gain(
    policy: &dyn AccessPolicy,
    actor: &Actor,
    (before, after): (&[Role], &[Role]),
) -> Result<(), IdentityError> {
    let gained = questions().find(|(permission, scope)| {
        let allows = |roles: &[Role]| policy.allows(roles, *permission, *scope);
        allows(after) && !allows(before) && !allows(&actor.roles)
    });
    let Some(role) = before.iter().find(|role| !after.contains(role)).or(after.first()) else {
        return Ok(());
    };
    refuse_grant(role, gained)
}

fn refuse_grant(role: &Role, lacking: Option<(Permission, Scope)>) -> Result<(), IdentityError> {
    match lacking {
        Some((permission, _)) => Err(IdentityError::CannotGrant { role: role.clone(), permission }),
        None => Ok(()),
    }
}

/// Refuses a change of a role, or a new one, that would give whoever has it something that `actor` lacks, or something more
/// to `actor`.
pub(super) fn require_lawful(
    actor: &Actor,
    before: &dyn AccessPolicy,
    (was, is): (Option<&RoleDefinition>, &RoleDefinition),
    after: &dyn AccessPolicy,
) -> Result<(), IdentityError> {
    let one = std::slice::from_ref(&is.name);
    let denies = |role: &RoleDefinition, permission| role.rules.iter().any(|rule| rule.denies(permission));
    let is_own = actor.roles.contains(&is.name);
    for (permission, scope) in questions() {
        let is_granted = after.allows(one, permission, scope) && !before.allows(one, permission, scope);
        // What a role denies, it denies to whoever has another one that grants it.
        let is_freed = was.is_some_and(|was| denies(was, permission)) && !denies(is, permission);
        if !is_granted && !is_freed {
            continue;
        }
        let role = is.name.clone();
        if is_own {
            return Err(IdentityError::OwnRole { role, permission });
        }
        if !before.allows(&actor.roles, permission, scope) {
            return Err(IdentityError::CannotGrant { role, permission });
        }
    }
    Ok(())
}

/// The rules on file with `role` in its place; without it when it is `None` there.
pub(super) fn rules_with(
    on_file: &PolicyOnFile,
    name: &Role,
    role: Option<&RoleDefinition>,
) -> Vec<RoleRules> {
    let others = on_file.roles.iter().filter(|one| one.name != *name);
    others.chain(role).map(RoleDefinition::rules_of).collect()
}
