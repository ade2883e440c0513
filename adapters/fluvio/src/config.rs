//! How to reach a cluster and how to use it.

use std::time::Duration;

use eop_core::kernel::event::Topic;
use fluvio::FluvioClusterConfig;

/// A cluster and the way to use it.
#[derive(Clone, Debug)]
pub struct FluvioConfig {
    /// The cluster's public endpoint: `host:port`.
    pub endpoint: String,
    /// Goes before the name of every topic and group, so that several platforms can share a cluster. Usually empty;
    /// lowercase letters, digits and hyphens.
    pub topic_prefix: String,
    /// How many processing units keep a copy of each topic that is created.
    pub replication: u32,
    /// How long a publish waits for the acknowledgement of all its events.
    pub delivery_timeout: Duration,
}

impl FluvioConfig {
    /// The usual settings for the cluster behind `endpoint`.
    #[must_use]
    pub fn new(endpoint: impl Into<String>) -> Self {
        Self {
            endpoint: endpoint.into(),
            topic_prefix: String::new(),
            replication: 1,
            delivery_timeout: Duration::from_secs(10),
        }
    }

    /// What the client needs. Built from the address, so that no profile of the user is read.
    pub(crate) fn cluster(&self) -> FluvioClusterConfig {
        FluvioClusterConfig::new(&self.endpoint)
    }

    /// The topic's name on this cluster, where names have no dots.
    pub(crate) fn name_of(&self, topic: Topic) -> String {
        format!("{}{}", self.topic_prefix, topic.as_str().replace('.', "-"))
    }

    /// The name under which a group's offsets are kept.
    pub(crate) fn consumer_id(&self, group: &str) -> String {
        format!("{}{group}", self.topic_prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_the_cluster() {
        let config = FluvioConfig { topic_prefix: "blue-".to_owned(), ..FluvioConfig::new("localhost:9003") };
        assert_eq!(config.name_of(Topic::OrdersDeadLetters), "blue-orders-v1-dlq");
        assert_eq!(config.consumer_id("notifications"), "blue-notifications");
        assert_eq!(config.cluster().endpoint, "localhost:9003");
    }
}
