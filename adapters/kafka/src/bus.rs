//! A cluster, ready to use.

use std::sync::Arc;
use std::time::Duration;

use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::event::Topic;
use rdkafka::admin::{AdminClient, AdminOptions, NewTopic, TopicReplication};
use rdkafka::client::DefaultClientContext;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use thiserror::Error;
use tokio::time::{Instant, sleep};

use crate::config::KafkaConfig;
use crate::consumer::KafkaConsumer;
use crate::publisher::KafkaPublisher;

/// Partitions of a topic that is created.
const PARTITIONS: i32 = 6;

/// How long the cluster may take to create topics.
const ADMIN_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a broker may take to say what it knows of a topic.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(2);

/// The time between two questions about a topic that was just created.
const METADATA_PAUSE: Duration = Duration::from_millis(50);

/// Why the bus is not ready.
#[derive(Debug, Error)]
pub enum BusSetupError {
    /// The configuration cannot be used.
    #[error("the Kafka client for {bootstrap} cannot be set up: {source}")]
    Client {
        /// The brokers.
        bootstrap: String,
        /// What the library says.
        source: KafkaError,
    },
    /// A topic is not there and cannot be created.
    #[error("the Kafka topic {name} cannot be created on {bootstrap}: {reason}")]
    Topic {
        /// The brokers.
        bootstrap: String,
        /// The topic's name on the cluster.
        name: String,
        /// What the cluster says.
        reason: String,
    },
}

/// A Kafka cluster as the bus.
pub struct KafkaBus {
    config: Arc<KafkaConfig>,
    publisher: Arc<KafkaPublisher>,
}

impl std::fmt::Debug for KafkaBus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KafkaBus").field("config", &self.config).finish_non_exhaustive()
    }
}

impl KafkaBus {
    /// Sets up the clients. They connect by themselves, as soon as a broker answers and whenever it comes back.
    ///
    /// # Errors
    /// When the configuration cannot be used.
    pub fn connect(config: KafkaConfig) -> Result<Self, BusSetupError> {
        let config = Arc::new(config);
        let publisher = KafkaPublisher::create(config.clone())
            .map_err(|source| BusSetupError::Client { bootstrap: config.bootstrap.clone(), source })?;
        Ok(Self { config, publisher: Arc::new(publisher) })
    }

    /// Creates the topics that are not there yet. A topic that is there stays as it is.
    ///
    /// # Errors
    /// When the cluster does not answer or refuses.
    pub async fn ensure_topics(&self, topics: &[Topic]) -> Result<(), BusSetupError> {
        let admin: AdminClient<DefaultClientContext> =
            self.config.client().create().map_err(|source| self.client_error(source))?;
        let names: Vec<String> = topics.iter().map(|topic| self.config.name_of(*topic)).collect();
        // A record is acknowledged when all but one of the copies have it, so that one broker may be down.
        let in_sync = self.config.replication.saturating_sub(1).max(1).to_string();
        let wanted: Vec<NewTopic<'_>> = names
            .iter()
            .map(|name| {
                NewTopic::new(name, PARTITIONS, TopicReplication::Fixed(self.config.replication.into()))
                    .set("min.insync.replicas", &in_sync)
            })
            .collect();
        let options =
            AdminOptions::new().request_timeout(Some(ADMIN_TIMEOUT)).operation_timeout(Some(ADMIN_TIMEOUT));
        let outcomes = admin
            .create_topics(&wanted, &options)
            .await
            .map_err(|error| self.topic_error(names.join(", "), error.to_string()))?;
        for outcome in outcomes {
            match outcome {
                Ok(name) => tracing::info!(topic = name, "created the Kafka topic"),
                Err((_, RDKafkaErrorCode::TopicAlreadyExists)) => {}
                Err((name, error)) => return Err(self.topic_error(name, error.to_string())),
            }
        }
        let deadline = Instant::now() + ADMIN_TIMEOUT;
        let admin = Arc::new(admin);
        for name in names {
            self.wait_for(admin.clone(), name, deadline).await?;
        }
        Ok(())
    }

    /// Waits until the brokers have heard of a topic: those that created it are ahead of the others.
    async fn wait_for(
        &self,
        admin: Arc<AdminClient<DefaultClientContext>>,
        name: String,
        deadline: Instant,
    ) -> Result<(), BusSetupError> {
        loop {
            let (asked, topic) = (admin.clone(), name.clone());
            // The client has no other way to ask than one that blocks.
            let known = tokio::task::spawn_blocking(move || is_known(&asked, &topic)).await.unwrap_or(false);
            if known {
                return Ok(());
            }
            if Instant::now() > deadline {
                return Err(self.topic_error(name, "its partitions have no leaders".to_owned()));
            }
            sleep(METADATA_PAUSE).await;
        }
    }

    fn topic_error(&self, name: String, reason: String) -> BusSetupError {
        BusSetupError::Topic { bootstrap: self.config.bootstrap.clone(), name, reason }
    }

    /// The publisher; the same one every time.
    #[must_use]
    pub fn publisher(&self) -> Arc<dyn EventPublisher> {
        self.publisher.clone()
    }

    /// A new member of `group` that reads `topics`; a group that is not known yet begins with the oldest records.
    /// Call it within a `tokio` runtime.
    ///
    /// # Errors
    /// When the configuration cannot be used.
    pub fn consumer(&self, group: &str, topics: &[Topic]) -> Result<Arc<dyn EventConsumer>, BusSetupError> {
        let consumer = KafkaConsumer::subscribe(self.config.clone(), group, topics)
            .map_err(|source| self.client_error(source))?;
        Ok(Arc::new(consumer))
    }

    fn client_error(&self, source: KafkaError) -> BusSetupError {
        BusSetupError::Client { bootstrap: self.config.bootstrap.clone(), source }
    }
}

/// Whether every partition of the topic has a leader.
fn is_known(admin: &AdminClient<DefaultClientContext>, name: &str) -> bool {
    admin.inner().fetch_metadata(Some(name), ANSWER_TIMEOUT).is_ok_and(|metadata| {
        metadata.topics().iter().any(|topic| {
            let partitions = topic.partitions();
            !partitions.is_empty() && partitions.iter().all(|partition| partition.leader() >= 0)
        })
    })
}
