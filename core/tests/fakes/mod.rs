use eop_core::kernel::access::{AccessPolicy, Permission, Scope};
use eop_core::kernel::actor::Role;
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::id::IdGenerator;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use uuid::Uuid;

#[derive(Debug)]
pub(crate) struct FixedClock(Mutex<Timestamp>);
impl FixedClock {
    pub(crate) fn at(now: Timestamp) -> Self {
        Self(Mutex::new(now))
    }
    pub(crate) fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}
impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

#[derive(Debug, Default)]
pub(crate) struct SequentialIds(AtomicU64);
impl IdGenerator for SequentialIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(
            0x019c_b6f1_0000_7000_8000_0001_0000_0000 | u128::from(self.0.fetch_add(1, Ordering::SeqCst) + 1),
        )
    }
}

#[derive(Debug)]
pub(crate) struct RolePolicy(Vec<(String, String, String, bool)>);
impl RolePolicy {
    pub(crate) fn built_in() -> Self {
        let csv = include_str!("../../../adapters/casbin/policy/policy.csv");
        Self(
            csv.lines()
                .filter(|l| l.starts_with("p,"))
                .map(|l| {
                    let p: Vec<&str> = l.split(',').map(str::trim).collect();
                    (p[1].into(), p[2].into(), p[3].into(), p[4] == "any")
                })
                .collect(),
        )
    }
}
impl AccessPolicy for RolePolicy {
    fn allows(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool {
        self.0.iter().any(|(role, res, act, any)| {
            roles.iter().any(|r| r.as_str() == role)
                && (res == "*" || res == permission.resource)
                && (act == "*" || act == permission.action)
                && (*any || scope == Scope::Own)
        })
    }
    fn roles(&self) -> Vec<Role> {
        let mut r = Role::BUILT_IN.to_vec();
        r.sort();
        r
    }
}
