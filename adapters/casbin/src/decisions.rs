//! Every decision that one policy can make, made once.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use casbin::{CoreApi, DefaultModel, EnforceContext, Enforcer, StringAdapter};
use eop_core::kernel::access::{Permission, Scope};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Version;
use futures::FutureExt;

use crate::policy::PolicyError;
use crate::rule::Rules;

/// The definition of requests, rules, effects and the matcher.
const MODEL: &str = include_str!("../policy/model.conf");

/// What one role is granted and denied.
#[derive(Debug)]
struct Verdicts {
    /// The rules that say so.
    rules: BTreeSet<String>,
    granted: HashSet<(Permission, Scope)>,
    denied: HashSet<(Permission, Scope)>,
}

/// One generation of the policy: never changed, only replaced.
#[derive(Debug)]
pub(crate) struct Decisions {
    by_role: HashMap<Role, Arc<Verdicts>>,
    /// Of the policy that it decides by; `None` for what the program was shipped with.
    pub(crate) version: Option<Version>,
}

impl Decisions {
    /// Asks casbin every question that these rules can answer. A role whose rules are those of `before` is not asked about
    /// again: a policy of hundreds of roles costs no more to change than one of ten.
    pub(crate) fn of(
        rules: &Rules,
        version: Option<Version>,
        before: Option<&Self>,
    ) -> Result<Self, PolicyError> {
        let mut by_role = HashMap::with_capacity(rules.by_role.len());
        for (role, rules) in &rules.by_role {
            let known = before.and_then(|before| before.by_role.get(role));
            let verdicts = match known.filter(|known| known.rules == *rules) {
                Some(known) => Arc::clone(known),
                None => Arc::new(verdicts(role, rules)?),
            };
            by_role.insert(role.clone(), verdicts);
        }
        Ok(Self { by_role, version })
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
fn enforcer(rules: &BTreeSet<String>) -> Result<Enforcer, PolicyError> {
    let text = rules.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
    let build = async {
        let model = DefaultModel::from_str(MODEL).await?;
        Enforcer::new(model, StringAdapter::new(&text)).await
    };
    // Model and rules are in memory, so nothing is waited for and the first poll completes.
    match build.now_or_never() {
        Some(enforcer) => Ok(enforcer?),
        None => Err(PolicyError::NotInMemory),
    }
}

/// Everything that the rules say of one role.
fn verdicts(role: &Role, rules: &BTreeSet<String>) -> Result<Verdicts, PolicyError> {
    let enforcer = enforcer(rules)?;
    let mut verdicts = Verdicts { rules: rules.clone(), granted: HashSet::new(), denied: HashSet::new() };
    let deny = rules.iter().any(|rule| rule.ends_with("deny"));
    for permission in Permission::ALL {
        for scope in Scope::ALL {
            let request = || (role.as_str(), permission.resource, permission.action, scope.as_str());
            if enforcer.enforce(request())? {
                verdicts.granted.insert((*permission, scope));
            }
            // Asked apart from the grant: one role's denial must win over another role's grant.
            if deny && !enforcer.enforce_with_context(undenied(), request())? {
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
