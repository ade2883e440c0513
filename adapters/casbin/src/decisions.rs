//! Every decision that one policy can make, made once.

use std::collections::{BTreeSet, HashMap, HashSet};

use casbin::{CoreApi, DefaultModel, EnforceContext, Enforcer, StringAdapter};
use eop_core::kernel::access::{Permission, Scope};
use eop_core::kernel::actor::Role;
use futures::FutureExt;

use crate::policy::PolicyError;
use crate::rule::Rules;

/// The definition of requests, rules, effects and the matcher.
const MODEL: &str = include_str!("../policy/model.conf");

/// What one role is granted and denied.
#[derive(Debug, Default)]
struct Verdicts {
    granted: HashSet<(Permission, Scope)>,
    denied: HashSet<(Permission, Scope)>,
}

/// One generation of the policy: never changed, only replaced.
#[derive(Debug)]
pub(crate) struct Decisions {
    by_role: HashMap<Role, Verdicts>,
}

impl Decisions {
    /// Asks casbin every question that these rules can answer.
    pub(crate) fn of(rules: &Rules) -> Result<Self, PolicyError> {
        let enforcer = enforcer(rules)?;
        let mut by_role = HashMap::with_capacity(rules.roles.len());
        for role in &rules.roles {
            by_role.insert(role.clone(), verdicts(&enforcer, rules, role)?);
        }
        Ok(Self { by_role })
    }

    /// Whether any of `roles` is granted this and none is denied it.
    pub(crate) fn allow(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool {
        // A mark that only ever takes away: a policy that has no rules for it does not know what.
        if roles.contains(&Role::UNVERIFIED) && !self.by_role.contains_key(&Role::UNVERIFIED) {
            return false;
        }
        let question = (permission, scope);
        let mut granted = false;
        for verdicts in roles.iter().filter_map(|role| self.by_role.get(role)) {
            if verdicts.denied.contains(&question) {
                return false;
            }
            granted |= verdicts.granted.contains(&question);
        }
        granted
    }

    /// The roles that are known.
    pub(crate) fn roles(&self) -> BTreeSet<&Role> {
        self.by_role.keys().collect()
    }
}

/// A casbin enforcer over these rules.
fn enforcer(rules: &Rules) -> Result<Enforcer, PolicyError> {
    let build = async {
        let model = DefaultModel::from_str(MODEL).await?;
        Enforcer::new(model, StringAdapter::new(&rules.text)).await
    };
    // Model and rules are in memory, so nothing is waited for and the first poll completes.
    match build.now_or_never() {
        Some(enforcer) => Ok(enforcer?),
        None => Err(PolicyError::NotInMemory),
    }
}

/// Everything that the rules say of one role.
fn verdicts(enforcer: &Enforcer, rules: &Rules, role: &Role) -> Result<Verdicts, PolicyError> {
    let mut verdicts = Verdicts::default();
    for permission in Permission::ALL {
        for scope in Scope::ALL {
            let request = || (role.as_str(), permission.resource, permission.action, scope.as_str());
            if enforcer.enforce(request())? {
                verdicts.granted.insert((*permission, scope));
            }
            // Asked apart from the grant: one role's denial must win over another role's grant.
            if rules.deny && !enforcer.enforce_with_context(undenied(), request())? {
                verdicts.denied.insert((*permission, scope));
            }
        }
    }
    Ok(verdicts)
}

/// The question whether no rule denies, instead of whether one allows.
fn undenied() -> EnforceContext {
    EnforceContext {
        r_type: "r".to_owned(),
        p_type: "p".to_owned(),
        e_type: "e2".to_owned(),
        m_type: "m".to_owned(),
    }
}
