//! Integration events: the facts that a context tells the others.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::clock::Timestamp;
pub use super::event_data::EventData;
use super::id::EventId;

/// A topic of the bus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// Changes of orders; key is the order id.
    Orders,
    /// Changes of accounts and sessions; key is the user id.
    Identity,
    /// Outcomes of deliveries; key is the notification id.
    Notifications,
    /// Messages of [`Topic::Orders`] that could not be processed.
    OrdersDeadLetters,
    /// Messages of [`Topic::Identity`] that could not be processed.
    IdentityDeadLetters,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 5] = [
        Self::Orders,
        Self::Identity,
        Self::Notifications,
        Self::OrdersDeadLetters,
        Self::IdentityDeadLetters,
    ];

    /// The name on the bus.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "orders.v1",
            Self::Identity => "identity.v1",
            Self::Notifications => "notifications.v1",
            Self::OrdersDeadLetters => "orders.v1.dlq",
            Self::IdentityDeadLetters => "identity.v1.dlq",
        }
    }

    /// The topic of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == name)
    }

    /// Where messages of this topic go that cannot be processed.
    #[must_use]
    pub fn dead_letters(self) -> Option<Self> {
        match self {
            Self::Orders => Some(Self::OrdersDeadLetters),
            Self::Identity => Some(Self::IdentityDeadLetters),
            Self::Notifications | Self::OrdersDeadLetters | Self::IdentityDeadLetters => None,
        }
    }

    /// Whether what lies here could not be processed where it was published first.
    #[must_use]
    pub fn is_of_dead_letters(self) -> bool {
        Self::ALL.iter().any(|topic| topic.dead_letters() == Some(self))
    }

    /// Whether a bus that can keeps the latest event of each key, whatever its age. Each event of identity holds the whole
    /// account, so that a service that starts empty learns of everybody from the latest ones.
    #[must_use]
    pub fn keeps_latest(self) -> bool {
        match self {
            Self::Identity => true,
            Self::Orders | Self::Notifications | Self::OrdersDeadLetters | Self::IdentityDeadLetters => false,
        }
    }

    /// `CloudEvents` `source`: the service that publishes the topic.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::Orders => "/eop/order",
            Self::Identity => "/eop/user",
            Self::Notifications | Self::OrdersDeadLetters | Self::IdentityDeadLetters => "/eop/notification",
        }
    }
}

/// A fact, in the envelope of `CloudEvents` 1.0.
///
/// On Kafka the members travel as `ce_*` headers (binary content mode) and `data` is the record's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Unique; consumers take effect once per id.
    pub id: EventId,
    /// Where it is published.
    pub topic: Topic,
    /// The versioned type, such as `order.created.v1`.
    pub kind: String,
    /// The aggregate it is about: the partition key and the `CloudEvents` `subject`.
    pub key: Uuid,
    /// The aggregate's version after the change: grows along one key.
    pub sequence: u64,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// W3C `traceparent` of the work that caused it.
    pub traceparent: Option<String>,
    /// The content, whose shape belongs to `kind`.
    pub data: EventData,
}

/// The part of an event that has no place of its own in a record: what adapters serialise beside key and value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributes {
    /// `CloudEvents` `id`.
    pub id: EventId,
    /// `CloudEvents` `type`.
    pub kind: String,
    /// `CloudEvents` `subject`.
    pub key: Uuid,
    /// `CloudEvents` `sequence`.
    pub sequence: u64,
    /// `CloudEvents` `time`.
    pub occurred_at: Timestamp,
    /// W3C `traceparent`.
    pub traceparent: Option<String>,
}

impl Event {
    /// Takes the event apart for a record: attributes and value.
    #[must_use]
    pub fn into_parts(self) -> (Topic, Attributes, EventData) {
        let Self { id, topic, kind, key, sequence, occurred_at, traceparent, data } = self;
        (topic, Attributes { id, kind, key, sequence, occurred_at, traceparent }, data)
    }

    /// Puts an event together from a record.
    #[must_use]
    pub fn from_parts(topic: Topic, attributes: Attributes, data: EventData) -> Self {
        let Attributes { id, kind, key, sequence, occurred_at, traceparent } = attributes;
        Self { id, topic, kind, key, sequence, occurred_at, traceparent, data }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn topics_have_distinct_names_that_lead_back_to_them() {
        for topic in Topic::ALL {
            assert_eq!(Topic::named(topic.as_str()), Some(topic));
            if let Some(dead) = topic.dead_letters() {
                assert_eq!(dead.as_str(), format!("{}.dlq", topic.as_str()));
                assert_eq!(dead.dead_letters(), None, "a dead letter is not put aside again");
            }
        }
        assert_eq!(Topic::named("orders"), None);
    }

    #[test]
    fn an_event_put_together_again_is_the_same() {
        let event = Event {
            id: EventId(Uuid::from_u128(1)),
            topic: Topic::Identity,
            kind: "user.verified.v1".to_owned(),
            key: Uuid::from_u128(2),
            sequence: 3,
            occurred_at: Timestamp::UNIX_EPOCH,
            traceparent: Some("00-1-2-01".to_owned()),
            data: EventData::of(&json!({ "user": null })),
        };
        let (topic, attributes, data) = event.clone().into_parts();
        let text = serde_json::to_string(&attributes).unwrap();
        assert_eq!(Event::from_parts(topic, serde_json::from_str(&text).unwrap(), data), event);
    }
}
