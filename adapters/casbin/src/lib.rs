//! The access policy, decided by casbin.
//!
//! Rules speak of roles, resources, actions and scopes, never of URL paths or people, so that REST, event consumers and
//! the command line share one check in the use case. A policy is a few dozen rules; when one is installed, every
//! decision that it can make is made once and kept ([`CasbinPolicy`]), so that a request costs hash lookups and a policy
//! that cannot be evaluated is noticed before it is used.

#![deny(missing_docs)]

mod decisions;
mod policy;
mod rule;
mod shipped;

pub use policy::{CasbinPolicy, PolicyError};
pub use rule::{BadRule, RuleProblem};
pub use shipped::{GENERATION, shipped};
