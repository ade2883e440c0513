//! Who acts, and from where.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::codes;
use super::id::{SessionId, UserId};

/// The name of a role, such as `customer`. What a role may do is decided by the access policy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Role(Cow<'static, str>);

impl Role {
    /// Places orders and sees their own.
    pub const CUSTOMER: Self = Self(Cow::Borrowed("customer"));
    /// Helps customers: sees all orders, may place and cancel for them.
    pub const SUPPORT: Self = Self(Cow::Borrowed("support"));
    /// Approves and rejects orders.
    pub const APPROVER: Self = Self(Cow::Borrowed("approver"));
    /// Ships and delivers.
    pub const FULFILMENT: Self = Self(Cow::Borrowed("fulfilment"));
    /// Reads everything, changes nothing.
    pub const AUDITOR: Self = Self(Cow::Borrowed("auditor"));
    /// Administers the platform.
    pub const ADMIN: Self = Self(Cow::Borrowed("admin"));
    /// Another service of the platform.
    pub const SERVICE: Self = Self(Cow::Borrowed("service"));

    /// Marks the token of somebody whose address is not verified, as versions gave it out that let them sign in: the policy
    /// denies it what needs a verified address. Never assigned to an account.
    pub const UNVERIFIED: Self = Self(Cow::Borrowed("unverified"));

    /// The roles that the platform ships with.
    pub const BUILT_IN: [Self; 7] = [
        Self::CUSTOMER,
        Self::SUPPORT,
        Self::APPROVER,
        Self::FULFILMENT,
        Self::AUDITOR,
        Self::ADMIN,
        Self::SERVICE,
    ];

    /// A role of this name, if the name is well formed: a lower-case letter, then up to 31 of `a-z0-9_-`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut rest = name.bytes();
        let first = rest.next()?;
        let well_formed = first.is_ascii_lowercase()
            && name.len() <= 32
            && rest.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-');
        well_formed.then(|| Self(Cow::Owned(name.to_owned())))
    }

    /// A role as it was written by who knows it: in a token, or by a newer version. Its name may be one that this version
    /// would not give. Rules that know it apply to it, and without one it grants nothing.
    #[must_use]
    pub fn as_written(name: String) -> Self {
        Self(Cow::Owned(name))
    }

    /// Whether an account can have it: the roles of services and of the unverified are marks of tokens.
    #[must_use]
    pub fn is_for_people(&self) -> bool {
        *self != Self::SERVICE && *self != Self::UNVERIFIED
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

codes! {
    /// What kind of principal acted.
    ActorKind {
        /// A person with an account.
        User = "user",
        /// Another service, by client credentials.
        Service = "service",
        /// The platform itself, by a rule such as the approval timeout.
        System = "system",
    }
}

/// Who did something, as kept in history, audit and events.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ActorRef {
    /// The kind.
    pub kind: ActorKind,
    /// The account id of a user, the client id of a service, the name of a system rule.
    pub id: String,
}

impl ActorRef {
    /// The user with this id.
    #[must_use]
    pub fn user(id: UserId) -> Self {
        Self { kind: ActorKind::User, id: id.to_string() }
    }

    /// The account, when it is a person.
    #[must_use]
    pub fn user_id(&self) -> Option<UserId> {
        if self.kind == ActorKind::User { self.id.parse().ok() } else { None }
    }
}

/// Where a request came from: kept with the audit and carried into the trace of its events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The id of this one request (`X-Request-Id`).
    pub request_id: Option<String>,
    /// W3C `traceparent` of the span that does the work.
    pub traceparent: Option<String>,
    /// The address of the caller.
    pub ip: Option<IpAddr>,
    /// The caller's `User-Agent`.
    pub user_agent: Option<String>,
}

impl Origin {
    /// The trace id within the `traceparent`, 32 hexadecimal digits.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.traceparent.as_deref().and_then(|header| header.split('-').nth(1))
    }
}

/// Who acts: an authenticated principal with the roles of its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub principal: Principal,
    /// The roles, from the token.
    pub roles: Vec<Role>,
    /// The session of the token, for users.
    pub session: Option<SessionId>,
    /// Where the request came from.
    pub origin: Origin,
}

/// The authenticated subject.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Principal {
    /// A person.
    User(UserId),
    /// A service, by its client id.
    Service(String),
    /// The platform itself, by the name of the rule that acts.
    System(&'static str),
}

/// As `user:019c…`: who it is among all that act.
impl fmt::Display for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => write!(f, "{}:{id}", ActorKind::User),
            Self::Service(id) => write!(f, "{}:{id}", ActorKind::Service),
            Self::System(name) => write!(f, "{}:{name}", ActorKind::System),
        }
    }
}

impl Actor {
    /// The platform itself, acting by the rule `name`.
    #[must_use]
    pub fn system(name: &'static str) -> Self {
        Self {
            principal: Principal::System(name),
            roles: Vec::new(),
            session: None,
            origin: Origin::default(),
        }
    }

    /// A person who proves to be `id` in this very request, before there is a token.
    #[must_use]
    pub fn becoming(id: UserId, origin: Origin) -> Self {
        Self { principal: Principal::User(id), roles: Vec::new(), session: None, origin }
    }

    /// The account of the actor, when it is a person.
    #[must_use]
    pub fn user_id(&self) -> Option<UserId> {
        match self.principal {
            Principal::User(id) => Some(id),
            Principal::Service(_) | Principal::System(_) => None,
        }
    }

    /// The actor as kept in history, audit and events.
    #[must_use]
    pub fn as_ref(&self) -> ActorRef {
        match &self.principal {
            Principal::User(id) => ActorRef::user(*id),
            Principal::Service(id) => ActorRef { kind: ActorKind::Service, id: id.clone() },
            Principal::System(name) => ActorRef { kind: ActorKind::System, id: (*name).to_owned() },
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    #[rstest]
    #[case("customer", true)]
    #[case("a", true)]
    #[case("team-2_b", true)]
    #[case("abcdefghijklmnopqrstuvwxyz012345", true)]
    #[case("abcdefghijklmnopqrstuvwxyz0123456", false)]
    #[case("", false)]
    #[case("Admin", false)]
    #[case("2nd", false)]
    #[case("-x", false)]
    #[case("a b", false)]
    #[case("a,b", false)]
    #[case("ä", false)]
    fn a_role_has_a_plain_name(#[case] name: &str, #[case] good: bool) {
        assert_eq!(Role::named(name).as_ref().map(Role::as_str), good.then_some(name));
    }

    #[test]
    fn roles_are_compared_by_name() {
        for role in Role::BUILT_IN {
            assert_eq!(Role::named(role.as_str()), Some(role));
        }
        assert!(!Role::BUILT_IN.contains(&Role::UNVERIFIED), "it is never assigned");
    }

    #[rstest]
    #[case(
        Some("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        Some("4bf92f3577b34da6a3ce929d0e0e4736")
    )]
    #[case(Some("nonsense"), None)]
    #[case(None, None)]
    fn the_trace_id_is_the_second_part(#[case] header: Option<&str>, #[case] id: Option<&str>) {
        let origin = Origin { traceparent: header.map(str::to_owned), ..Origin::default() };
        assert_eq!(origin.trace_id(), id);
    }

    #[test]
    fn every_kind_of_principal_is_told_apart_in_history() {
        let id = UserId(Uuid::from_u128(1));
        let person = Actor::becoming(id, Origin::default());
        let service = Actor { principal: Principal::Service("shop".to_owned()), ..person.clone() };
        let system = Actor::system("approval_timeout");
        let told =
            [&person, &service, &system].map(|actor| (actor.as_ref().kind.as_str(), actor.as_ref().id));
        let expected = [
            ("user", id.to_string()),
            ("service", "shop".to_owned()),
            ("system", "approval_timeout".to_owned()),
        ];
        assert_eq!(told, expected);
        assert_eq!(person.user_id(), Some(id));
        assert_eq!((service.user_id(), system.user_id()), (None, None));
    }
}
