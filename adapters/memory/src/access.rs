//! An access policy that is a list.

use std::collections::BTreeSet;

use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::Role;

/// Grants what its rows say, and nothing else. A grant over everybody's things covers one's own.
#[derive(Clone, Debug, Default)]
pub struct TablePolicy(Vec<(Role, Permission, Scope)>);

impl TablePolicy {
    /// A policy that grants nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Also grants `role` these permissions over `scope`.
    #[must_use]
    pub fn grant(mut self, role: &Role, permissions: &[Permission], scope: Scope) -> Self {
        self.0.extend(permissions.iter().map(|permission| (role.clone(), *permission, scope)));
        self
    }
}

impl FromIterator<(Role, Permission, Scope)> for TablePolicy {
    fn from_iter<I: IntoIterator<Item = (Role, Permission, Scope)>>(rows: I) -> Self {
        Self(rows.into_iter().collect())
    }
}

impl AccessPolicy for TablePolicy {
    fn allows(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool {
        self.0.iter().any(|(role, granted, reach)| {
            roles.contains(role) && *granted == permission && (*reach == scope || *reach == Scope::Any)
        })
    }

    fn roles(&self) -> Vec<Role> {
        let names: BTreeSet<Role> = self.0.iter().map(|(role, _, _)| role.clone()).collect();
        names.into_iter().collect()
    }
}
