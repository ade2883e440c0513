//! The access policy that the platform ships with, as a table in memory.

use eop_core::kernel::access::{Permission, Scope};
use eop_core::kernel::actor::Role;
use eop_memory::TablePolicy;

/// What the shipped rules grant. Their denials are about tokens that no test here uses.
pub(crate) fn shipped() -> TablePolicy {
    grants(include_str!("../../../adapters/casbin/policy/policy.csv"))
}

/// A table from rules, one per line: `p, role, resource, action, own|any, allow`.
pub(crate) fn grants(rules: &str) -> TablePolicy {
    rules.lines().map(str::trim).filter(|line| line.starts_with("p,")).flat_map(grants_of).collect()
}

fn grants_of(line: &str) -> Vec<(Role, Permission, Scope)> {
    let parts: Vec<&str> = line.split(',').map(str::trim).collect();
    let [_, role, resource, action, scope, effect] = parts[..] else { panic!("not a rule: {line}") };
    let role = Role::named(role).expect("a role");
    let scope = if scope == "any" { Scope::Any } else { Scope::Own };
    let means = |pattern: &str, name: &str| pattern == "*" || pattern == name;
    Permission::ALL
        .iter()
        .filter(|one| effect == "allow" && means(resource, one.resource) && means(action, one.action))
        .map(|permission| (role.clone(), *permission, scope))
        .collect()
}
