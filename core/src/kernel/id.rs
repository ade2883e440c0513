//! Typed identifiers and the port that issues them.

use uuid::Uuid;

/// Issues `UUIDv7` identifiers (RFC 9562, section 5.7): unique, and sortable by the time of issue.
pub trait IdGenerator: Send + Sync {
    /// The next identifier; never the same twice.
    fn next(&self) -> Uuid;
}

/// Declares identifier newtypes, so that one kind of id cannot stand in for another.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh identifier from `ids`.
            pub fn next(ids: &dyn IdGenerator) -> Self {
                Self(ids.next())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// An account.
    UserId,
    /// A signed-in session: one family of refresh tokens.
    SessionId,
    /// A one-time link sent by mail.
    LinkId,
    /// A role and its rules.
    RoleId,
    /// An order.
    OrderId,
    /// A note on an order.
    NoteId,
    /// An event, in the outbox and on the bus (the `id` of `CloudEvents`).
    EventId,
    /// An entry of the audit log.
    AuditId,
    /// What one recipient is told about one event.
    NotificationId,
    /// One notification on one channel.
    DeliveryId,
    /// One try to deliver.
    AttemptId,
    /// A message that could not be processed.
    DeadLetterId,
}
