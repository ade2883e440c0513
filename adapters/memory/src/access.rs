//! An access policy that is a list.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::Role;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::policy::{Policy, PolicyKeeper, PolicyMaker, PolicyRefused, RoleRules};
use parking_lot::Mutex;

/// Grants what its rows say but for what is denied, and nothing else. A grant over everybody's things covers one's own.
#[derive(Clone, Debug, Default)]
pub struct TablePolicy {
    granted: Vec<(Role, Permission, Scope)>,
    denied: Vec<(Role, Permission)>,
    /// Roles about which it says nothing else.
    bare: Vec<Role>,
}

impl TablePolicy {
    /// A policy that grants nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Also grants `role` these permissions over `scope`.
    #[must_use]
    pub fn grant(mut self, role: &Role, permissions: &[Permission], scope: Scope) -> Self {
        self.granted.extend(permissions.iter().map(|permission| (role.clone(), *permission, scope)));
        self
    }

    /// What these rules say.
    #[must_use]
    pub fn of(roles: &[RoleRules]) -> Self {
        let mut table = Self::default();
        for RoleRules { role, rules: own } in roles {
            table.bare.push(role.clone());
            for permission in Permission::ALL.iter().copied() {
                if own.iter().any(|rule| rule.denies(permission)) {
                    table.denied.push((role.clone(), permission));
                }
                let scopes = Scope::ALL.into_iter();
                let granted = scopes.filter(|scope| own.iter().any(|rule| rule.grants(permission, *scope)));
                table.granted.extend(granted.map(|scope| (role.clone(), permission, scope)));
            }
        }
        table
    }
}

impl FromIterator<(Role, Permission, Scope)> for TablePolicy {
    fn from_iter<I: IntoIterator<Item = (Role, Permission, Scope)>>(rows: I) -> Self {
        Self { granted: rows.into_iter().collect(), ..Self::default() }
    }
}

impl AccessPolicy for TablePolicy {
    fn allows(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool {
        let is_denied =
            self.denied.iter().any(|(role, denied)| roles.contains(role) && *denied == permission);
        !is_denied
            && self.granted.iter().any(|(role, granted, reach)| {
                roles.contains(role) && *granted == permission && (*reach == scope || *reach == Scope::Any)
            })
    }

    fn roles(&self) -> Vec<Role> {
        let granted = self.granted.iter().map(|(role, _, _)| role);
        let denied = self.denied.iter().map(|(role, _)| role);
        let names: BTreeSet<Role> = granted.chain(denied).chain(&self.bare).cloned().collect();
        names.into_iter().collect()
    }
}

/// Makes tables.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMaker;

impl PolicyMaker for TableMaker {
    fn make(&self, roles: &[RoleRules]) -> Result<Arc<dyn AccessPolicy>, PolicyRefused> {
        Ok(Arc::new(TablePolicy::of(roles)))
    }
}

/// Keeps a policy for as long as it is kept itself.
#[derive(Debug, Default)]
pub struct MemoryPolicyCopy(Mutex<Option<Policy>>);

#[async_trait]
impl PolicyKeeper for MemoryPolicyCopy {
    async fn kept(&self) -> Result<Option<Policy>, StoreError> {
        Ok(self.0.lock().clone())
    }

    async fn keep(&self, policy: &Policy) -> Result<(), StoreError> {
        *self.0.lock() = Some(policy.clone());
        Ok(())
    }
}
