//! The parts of a service that readiness tells of.

/// A part that services have. The provider of a channel is one too, by the name that it has itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where everything is kept.
    Database,
    /// Where events go.
    Broker,
    /// What access tokens are verified with.
    Keys,
    /// What works in the background.
    Loops,
    /// Hearing which access tokens are good no more.
    Revocations,
    /// The policy that decides who may do what.
    Policy,
    /// Events that nobody can publish.
    ParkedEvents,
    /// Deliveries that nobody can read.
    DeliveriesSetAside,
    /// What calls off orders that waited too long.
    OrderExpiry,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Database,
        Self::Broker,
        Self::Keys,
        Self::Loops,
        Self::Revocations,
        Self::Policy,
        Self::ParkedEvents,
        Self::DeliveriesSetAside,
        Self::OrderExpiry,
    ];

    /// As readiness names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Broker => "broker",
            Self::Keys => "keys",
            Self::Loops => "loops",
            Self::Revocations => "revocations",
            Self::Policy => "policy",
            Self::ParkedEvents => "parked events",
            Self::DeliveriesSetAside => "deliveries set aside",
            Self::OrderExpiry => "order expiry",
        }
    }

    /// The part of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}
