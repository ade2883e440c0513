//! Who may see what a process tells of itself: its figures, the last lines of its log, the requests and traces that it
//! remembers. What that is, is no matter of the core; who may look, is.

use std::sync::Arc;

use thiserror::Error;

use super::access::{AccessPolicy, Denied, Permission};
use super::actor::Actor;
use super::error::{DomainError, ErrorKind, error_codes};

/// What a process remembers of its own work, for operators. `T` is how.
#[derive(derive_more::Debug)]
pub struct Console<T> {
    #[debug(skip)]
    telemetry: Option<T>,
    #[debug(skip)]
    access: Arc<dyn AccessPolicy>,
}

/// Why somebody does not get to see it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ConsoleError {
    /// The process remembers nothing: it was not told to.
    #[error("this service remembers nothing of its work: start it with EOP_CONSOLE=true")]
    Off,
    /// The actor lacks the permission.
    #[error(transparent)]
    Denied(#[from] Denied),
}

error_codes! {
    ConsoleError {
        Off: NotFound "system.off",
        Denied: Forbidden "access.denied",
    }
}

impl DomainError for ConsoleError {
    fn kind(&self) -> ErrorKind {
        self.known().1
    }

    fn code(&self) -> &'static str {
        self.known().0
    }
}

impl<T> Console<T> {
    /// The console over `telemetry`, which is absent where the process remembers nothing.
    #[must_use]
    pub fn new(telemetry: Option<T>, access: Arc<dyn AccessPolicy>) -> Self {
        Self { telemetry, access }
    }

    /// What the process remembers.
    ///
    /// # Errors
    /// `Denied` without `system:read`; `Off`.
    pub fn telemetry(&self, actor: &Actor) -> Result<&T, ConsoleError> {
        actor.require_any(&*self.access, Permission::SYSTEM_READ)?;
        self.telemetry.as_ref().ok_or(ConsoleError::Off)
    }
}

#[cfg(test)]
mod tests {
    use super::super::access::Scope;
    use super::super::actor::{Origin, Principal, Role};
    use super::*;

    /// Auditors see the system; nobody does anything else.
    struct Auditors;

    impl AccessPolicy for Auditors {
        fn allows(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool {
            permission == Permission::SYSTEM_READ && scope == Scope::Any && roles.contains(&Role::AUDITOR)
        }

        fn roles(&self) -> Vec<Role> {
            vec![Role::AUDITOR]
        }
    }

    fn actor(role: Role) -> Actor {
        let principal = Principal::Service("test".to_owned());
        Actor { principal, roles: vec![role], session: None, origin: Origin::default() }
    }

    #[test]
    fn who_may_not_look_does_not_learn_whether_there_is_something() {
        let denied = ConsoleError::Denied(Denied { permission: Permission::SYSTEM_READ });
        for telemetry in [None, Some("figures")] {
            let console = Console::new(telemetry, Arc::new(Auditors));
            assert_eq!(console.telemetry(&actor(Role::CUSTOMER)), Err(denied.clone()));
            assert_eq!(console.telemetry(&actor(Role::AUDITOR)), telemetry.as_ref().ok_or(ConsoleError::Off));
        }
    }
}
