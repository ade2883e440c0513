//! Who may do what: permissions, scopes and the port of the policy that decides.

use super::actor::{Actor, Role};
use super::error::{DomainError, ErrorKind};

/// A permission: an action on a kind of resource, such as `order:approve`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Permission {
    /// The kind of thing.
    pub resource: &'static str,
    /// What is done to it.
    pub action: &'static str,
}

/// Declares the permissions as constants and as one list.
macro_rules! permissions {
    ($($name:ident = $resource:literal : $action:literal),+ $(,)?) => {
        impl Permission {
            $(#[doc = concat!("`", $resource, ":", $action, "`")]
            pub const $name: Self = Self { resource: $resource, action: $action };)+

            /// Every permission that an operation can declare.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

permissions! {
    PROFILE_READ = "profile": "read",
    PROFILE_WRITE = "profile": "write",
    SESSION_READ = "session": "read",
    SESSION_REVOKE = "session": "revoke",
    USER_READ = "user": "read",
    USER_WRITE = "user": "write",
    ROLE_READ = "role": "read",
    ROLE_ASSIGN = "role": "assign",
    KEY_READ = "key": "read",
    AUDIT_READ = "audit": "read",
    ORDER_CREATE = "order": "create",
    ORDER_READ = "order": "read",
    ORDER_AMEND = "order": "amend",
    ORDER_APPROVE = "order": "approve",
    ORDER_REJECT = "order": "reject",
    ORDER_CANCEL = "order": "cancel",
    ORDER_SHIP = "order": "ship",
    ORDER_DELIVER = "order": "deliver",
    ORDER_ABORT = "order": "abort",
    ORDER_EXPORT = "order": "export",
    NOTE_WRITE = "note": "write",
    NOTE_READ_INTERNAL = "note": "read_internal",
    OUTBOX_READ = "outbox": "read",
    OUTBOX_WRITE = "outbox": "write",
    INBOX_READ = "inbox": "read",
    INBOX_WRITE = "inbox": "write",
    NOTIFICATION_READ = "notification": "read",
    NOTIFICATION_RESEND = "notification": "resend",
    DEAD_LETTER_READ = "dead_letter": "read",
    DEAD_LETTER_REPLAY = "dead_letter": "replay",
    PROVIDER_READ = "provider": "read",
    MAILBOX_READ = "mailbox": "read",
    SYSTEM_READ = "system": "read",
}

impl Permission {
    /// The permission that is written like this, such as `order:approve`; `None` when there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (resource, action) = name.split_once(':')?;
        Self::ALL.iter().copied().find(|one| (one.resource, one.action) == (resource, action))
    }
}

impl std::fmt::Display for Permission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.resource, self.action)
    }
}

/// How far a permission reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Things that belong to the actor.
    Own,
    /// Everybody's.
    Any,
}

impl Scope {
    /// The wider one first.
    pub const ALL: [Self; 2] = [Self::Any, Self::Own];

    /// The scope as text, as policies write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Any => "any",
        }
    }
}

/// Decides what roles may do. In memory and immediate: a decision never waits.
pub trait AccessPolicy: Send + Sync {
    /// Whether any of `roles` grants `permission` over `scope` and none denies it. What is not granted is refused.
    fn allows(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool;

    /// The roles that this policy knows, sorted by name.
    fn roles(&self) -> Vec<Role>;
}

/// The actor may not do this, whoever owns the thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this needs the permission {permission}, which your roles do not grant")]
pub struct Denied {
    /// What is missing.
    pub permission: Permission,
}

impl DomainError for Denied {
    fn kind(&self) -> ErrorKind {
        ErrorKind::Forbidden
    }

    fn code(&self) -> &'static str {
        "access.denied"
    }
}

impl Actor {
    /// How far `permission` reaches for this actor: the widest scope that `policy` grants.
    ///
    /// # Errors
    /// [`Denied`] when the policy grants none.
    pub fn reach(&self, policy: &dyn AccessPolicy, permission: Permission) -> Result<Scope, Denied> {
        Scope::ALL
            .into_iter()
            .find(|scope| policy.allows(&self.roles, permission, *scope))
            .ok_or(Denied { permission })
    }

    /// Requires `permission` over everybody's things.
    ///
    /// # Errors
    /// [`Denied`] otherwise.
    pub fn require_any(&self, policy: &dyn AccessPolicy, permission: Permission) -> Result<(), Denied> {
        match self.reach(policy, permission)? {
            Scope::Any => Ok(()),
            Scope::Own => Err(Denied { permission }),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::actor::{Origin, Principal};
    use super::super::id::UserId;
    use super::*;

    /// Customers read their own orders, support reads everybody's; nobody does anything else.
    struct Readers;

    impl AccessPolicy for Readers {
        fn allows(&self, roles: &[Role], permission: Permission, scope: Scope) -> bool {
            let read = permission == Permission::ORDER_READ;
            let own = roles.contains(&Role::CUSTOMER) && scope == Scope::Own;
            read && (own || roles.contains(&Role::SUPPORT))
        }

        fn roles(&self) -> Vec<Role> {
            vec![Role::CUSTOMER, Role::SUPPORT]
        }
    }

    fn user(id: u128) -> UserId {
        UserId(Uuid::from_u128(id))
    }

    fn actor(principal: Principal, role: Role) -> Actor {
        Actor { principal, roles: vec![role], session: None, origin: Origin::default() }
    }

    #[test]
    fn the_widest_scope_that_is_granted_counts() {
        let read = Permission::ORDER_READ;
        let customer = actor(Principal::User(user(1)), Role::CUSTOMER);
        let support = actor(Principal::User(user(1)), Role::SUPPORT);
        let auditor = actor(Principal::User(user(1)), Role::AUDITOR);
        assert_eq!(customer.reach(&Readers, read), Ok(Scope::Own));
        assert_eq!(support.reach(&Readers, read), Ok(Scope::Any));
        assert_eq!(auditor.reach(&Readers, read), Err(Denied { permission: read }));
        assert_eq!(customer.require_any(&Readers, read), Err(Denied { permission: read }));
        assert_eq!(support.require_any(&Readers, read), Ok(()));
        let ship = Permission::ORDER_SHIP;
        assert_eq!(support.require_any(&Readers, ship), Err(Denied { permission: ship }));
    }

    #[test]
    fn every_permission_is_listed_once_and_names_what_it_is() {
        let mut names: Vec<String> = Permission::ALL.iter().map(ToString::to_string).collect();
        assert!(names.contains(&"order:approve".to_owned()));
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
        for permission in Permission::ALL {
            assert_eq!(Permission::named(&permission.to_string()), Some(*permission));
        }
        for none in ["order", "order:", ":read", "order:approve:now", "order:expire", "public"] {
            assert_eq!(Permission::named(none), None, "{none}");
        }
    }
}
