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

/// Declares the permissions as constants and as one list, each with what it allows in words.
macro_rules! permissions {
    ($($name:ident = $resource:literal : $action:literal, $allows:literal;)+) => {
        impl Permission {
            $(#[doc = concat!("`", $resource, ":", $action, "`: ", $allows, ".")]
            pub const $name: Self = Self { resource: $resource, action: $action };)+

            /// Every permission that an operation can declare.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What it allows, in words.
            #[must_use]
            pub fn allows(self) -> &'static str {
                match (self.resource, self.action) {
                    $(($resource, $action) => $allows,)+
                    _ => "",
                }
            }
        }
    };
}

permissions! {
    PROFILE_READ = "profile": "read", "Read accounts as their owners see them";
    PROFILE_WRITE = "profile": "write", "Change name, phone, language, time zone and password";
    SESSION_READ = "session": "read", "See where accounts are signed in";
    SESSION_REVOKE = "session": "revoke", "End sessions";
    USER_READ = "user": "read", "List accounts and read them";
    USER_WRITE = "user": "write", "Lock and unlock accounts";
    ROLE_READ = "role": "read", "Read roles, who has them, and what permissions there are";
    ROLE_WRITE = "role": "write", "Make, change and remove roles";
    ROLE_ASSIGN = "role": "assign", "Give accounts roles and take them away";
    POLICY_READ = "policy": "read", "Read the whole policy, and ask how it decides";
    KEY_READ = "key": "read", "Read the keys that sign access tokens";
    KEY_ROTATE = "key": "rotate", "Let the next key sign, and retire keys that others may know";
    AUDIT_READ = "audit": "read", "Search the audit log";
    ORDER_CREATE = "order": "create", "Place orders";
    ORDER_READ = "order": "read", "Read orders, their history and the notes that everybody may see";
    ORDER_AMEND = "order": "amend", "Change orders that nobody decided on";
    ORDER_APPROVE = "order": "approve", "Approve orders";
    ORDER_REJECT = "order": "reject", "Reject orders";
    ORDER_CANCEL = "order": "cancel", "Cancel orders";
    ORDER_SHIP = "order": "ship", "Hand orders to a carrier";
    ORDER_DELIVER = "order": "deliver", "Say that orders have arrived";
    ORDER_ABORT = "order": "abort", "Give up shipments that were lost or came back";
    ORDER_EXPORT = "order": "export", "Export orders as a table";
    NOTE_WRITE = "note": "write", "Write notes on orders";
    NOTE_READ_INTERNAL = "note": "read_internal", "Read the notes that only staff may see";
    OUTBOX_READ = "outbox": "read", "See which events wait to be published";
    OUTBOX_WRITE = "outbox": "write", "Release or skip events that cannot be published";
    INBOX_READ = "inbox": "read", "Read the messages of an inbox";
    INBOX_WRITE = "inbox": "write", "Mark the messages of an inbox as read, and archive them";
    NOTIFICATION_READ = "notification": "read", "See who was notified of what, with every attempt";
    NOTIFICATION_RESEND = "notification": "resend", "Send deliveries again, or call them off";
    DEAD_LETTER_READ = "dead_letter": "read", "Read messages that could not be processed";
    DEAD_LETTER_REPLAY = "dead_letter": "replay", "Process such messages again, or discard them";
    PROVIDER_READ = "provider": "read", "See who sends on each channel, and how well";
    MAILBOX_READ = "mailbox": "read", "Read all mail that stayed in the mailbox, with the one-time links in it";
    SYSTEM_READ = "system": "read", "See how the services are, and what they remember of their work";
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

    /// The one that is written like this.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
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
            assert!(permission.allows().len() > 5, "{permission}");
        }
        for none in ["order", "order:", ":read", "order:approve:now", "order:expire", "public"] {
            assert_eq!(Permission::named(none), None, "{none}");
        }
    }
}
