//! The roles that the platform ships with, as a new database gets them.

use eop_core::identity::model::{ShippedPolicy, ShippedRole};
use eop_core::kernel::actor::Role;
use eop_core::kernel::policy::Rule;

use crate::policy::BUILT_IN;

/// Grows with every change of `policy/policy.csv`: databases take over what came and went since theirs.
pub const GENERATION: u32 = 1;

/// What the shipped roles are for.
const ROLES: [(Role, &str); 8] = [
    (Role::ADMIN, "Administers the platform"),
    (Role::APPROVER, "Approves and rejects orders"),
    (Role::AUDITOR, "Reads everything but the mailbox, changes nothing"),
    (Role::CUSTOMER, "Places orders and follows their own"),
    (Role::FULFILMENT, "Ships orders and says when they arrived"),
    (Role::SERVICE, "Another service of the platform; no account has it"),
    (Role::SUPPORT, "Helps customers, and places, amends and cancels orders for them"),
    (Role::UNVERIFIED, "Marks tokens of people whose address nobody verified; no account has it"),
];

/// The roles with what they are for and their rules.
#[must_use]
pub fn shipped() -> ShippedPolicy {
    let lines = BUILT_IN.lines().map(str::trim).filter(|line| line.starts_with("p,"));
    let table: Vec<Vec<&str>> = lines.map(|line| line.split(',').map(str::trim).collect()).collect();
    let of_role = |name: &Role| {
        let own = table.iter().filter(|columns| columns.get(1) == Some(&name.as_str()));
        own.filter_map(|columns| match columns[..] {
            [_, _, resource, action, scope, effect] => Some(Rule {
                resource: resource.to_owned(),
                action: action.to_owned(),
                scope: scope.to_owned(),
                effect: effect.to_owned(),
            }),
            _ => None,
        })
        .collect()
    };
    let roles = ROLES.into_iter().map(|(name, description)| {
        let rules = of_role(&name);
        ShippedRole { name, description, rules }
    });
    ShippedPolicy { generation: GENERATION, roles: roles.collect() }
}
