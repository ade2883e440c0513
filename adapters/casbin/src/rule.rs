//! Rules as text, checked before casbin sees them: casbin itself takes a misspelt resource for one that nobody asks
//! about.

use std::collections::{BTreeMap, BTreeSet};

use eop_core::kernel::access::Permission;
use eop_core::kernel::actor::Role;
use eop_core::kernel::policy::{RoleRules, Rule};
use thiserror::Error;

/// A line of the policy that is not a rule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line} of the policy: {problem}")]
pub struct BadRule {
    /// Which line, the first being 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: RuleProblem,
}

/// What is wrong with a rule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RuleProblem {
    /// It does not have the six columns.
    #[error("a rule is `p, role, resource, action, own|any, allow|deny`")]
    Shape,
    /// The role's name is not well formed.
    #[error("`{0}` is not a role: a lower-case letter, then up to 31 of a-z, 0-9, _ and -")]
    Role(String),
    /// No operation needs this permission.
    #[error("no permission is called `{0}`")]
    Permission(String),
    /// The scope is neither `own` nor `any`.
    #[error("`{0}` is not a scope: write `own` or `any`")]
    Scope(String),
    /// The effect is neither `allow` nor `deny`.
    #[error("`{0}` is not an effect: write `allow` or `deny`")]
    Effect(String),
}

/// The checked rules of a policy, by the roles they are about.
#[derive(Debug)]
pub(crate) struct Rules {
    /// The roles that the platform ships with, and every role that is named; of each its rules, as casbin reads them.
    pub(crate) by_role: BTreeMap<Role, BTreeSet<String>>,
}

impl Rules {
    /// Reads rules, one per line; empty lines and lines that begin with `#` say nothing.
    pub(crate) fn parse(csv: &str) -> Result<Self, BadRule> {
        let (rules, bad) = Self::read(csv);
        bad.into_iter().next().map_or(Ok(rules), Err)
    }

    /// Reads rules that others wrote, maybe a newer version: what this version does not understand is left out, and a
    /// denial among it denies all that it could mean here.
    pub(crate) fn read(csv: &str) -> (Self, Vec<BadRule>) {
        let mut rules = Self::none();
        let mut bad = Vec::new();
        for (index, line) in csv.lines().map(str::trim).enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let columns: Vec<&str> = line.split(',').map(str::trim).collect();
            if let Err(problem) = rules.add(&columns) {
                bad.push(BadRule { line: index + 1, problem });
            }
        }
        (rules, bad)
    }

    /// The same of rules as values, with those that this version does not understand, as text.
    pub(crate) fn of(roles: &[RoleRules]) -> (Self, Vec<String>) {
        let mut all = Self::none();
        let mut bad = Vec::new();
        for RoleRules { role, rules: of_role } in roles {
            all.by_role.entry(role.clone()).or_default();
            for rule in of_role {
                // A word with a comma in it would be two for casbin; it is none of ours.
                let words = [&rule.resource, &rule.action, &rule.scope, &rule.effect]
                    .map(|word| word.replace([',', '\n', '"'], "?"));
                let [resource, action, scope, effect] = &words;
                if let Err(problem) = all.add(&["p", role.as_str(), resource, action, scope, effect]) {
                    bad.push(format!("{role}: {rule} ({problem})"));
                }
            }
        }
        (all, bad)
    }

    fn none() -> Self {
        Self { by_role: Role::BUILT_IN.into_iter().map(|role| (role, BTreeSet::new())).collect() }
    }

    /// Adds what a rule says, or what it must mean at least when it is not in order.
    fn add(&mut self, columns: &[&str]) -> Result<(), RuleProblem> {
        let (role, line, outcome) = match check(columns) {
            Ok(role) => (role, columns.join(", "), Ok(())),
            Err(problem) => match cautious(columns) {
                Some((role, line)) => (role, line, Err(problem)),
                None => return Err(problem),
            },
        };
        self.by_role.entry(role).or_default().insert(line);
        outcome
    }
}

/// What a rule that is not in order has to mean at least, if anything. A grant that is not understood grants nothing; it
/// stands only when no more than the name of its role is new. A denial, or what may be one, denies everything on its
/// resource. On a resource that this version does not have there is nothing to deny.
fn cautious(columns: &[&str]) -> Option<(Role, String)> {
    let (role, resource) = match columns {
        ["p", role, resource, ..] if !role.is_empty() => (*role, *resource),
        [_, role, ..] if !role.is_empty() && columns.contains(&"deny") => (*role, "*"),
        _ => return None,
    };
    let known = Role::as_written(role.to_owned());
    if let ["p", _, resource, action, scope, "allow"] = columns {
        let is_role_all_that_is_new = check(&["p", "anybody", resource, action, scope, "allow"]).is_ok();
        return is_role_all_that_is_new.then(|| (known, columns.join(", ")));
    }
    if columns.get(5) == Some(&"allow") {
        return None;
    }
    let is_here = resource == "*" || Permission::ALL.iter().any(|one| one.resource == resource);
    is_here.then(|| (known, format!("p, {role}, {resource}, *, any, deny")))
}

/// The role of a rule, if the rule is in order.
fn check(columns: &[&str]) -> Result<Role, RuleProblem> {
    let ["p", role, resource, action, scope, effect] = columns else {
        return Err(RuleProblem::Shape);
    };
    let written = Rule {
        resource: (*resource).to_owned(),
        action: (*action).to_owned(),
        scope: (*scope).to_owned(),
        effect: (*effect).to_owned(),
    };
    if let Err(fault) = written.check() {
        return Err(match fault.member {
            "scope" => RuleProblem::Scope(written.scope),
            "effect" => RuleProblem::Effect(written.effect),
            _ => RuleProblem::Permission(format!("{resource}:{action}")),
        });
    }
    Role::named(role).ok_or_else(|| RuleProblem::Role((*role).to_owned()))
}
