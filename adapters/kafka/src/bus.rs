//! A cluster, ready to use.

use std::sync::Arc;

use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::EventFeed;
use parking_lot::Mutex;
use rdkafka::error::KafkaError;
use thiserror::Error;

use crate::config::KafkaConfig;
use crate::consumer::KafkaConsumer;
use crate::feed::KafkaFeed;
use crate::publisher::KafkaPublisher;
use crate::topics::Topics;
use crate::trouble::Trouble;

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
    /// Nothing can be learnt of a topic, or it is not there and cannot be created.
    #[error("the Kafka topic {name} cannot be made sure of on {bootstrap}: {reason}")]
    Topic {
        /// The brokers.
        bootstrap: String,
        /// The topic's name on the cluster.
        name: String,
        /// What the cluster says.
        reason: String,
    },
}

impl BusSetupError {
    pub(crate) fn client(config: &KafkaConfig, source: KafkaError) -> Self {
        Self::Client { bootstrap: config.bootstrap.clone(), source }
    }
}

/// A Kafka cluster as the bus.
#[derive(derive_more::Debug)]
pub struct KafkaBus {
    config: Arc<KafkaConfig>,
    #[debug(skip)]
    publisher: Arc<KafkaPublisher>,
    #[debug(skip)]
    trouble: Arc<Trouble>,
    /// What is wrong with the topics, as of the last look.
    #[debug(skip)]
    shortcomings: Mutex<Vec<String>>,
}

impl KafkaBus {
    /// Sets up the clients. They connect by themselves, as soon as a broker answers and whenever it comes back.
    ///
    /// # Errors
    /// When the configuration cannot be used.
    pub fn connect(config: KafkaConfig) -> Result<Self, BusSetupError> {
        let (config, trouble) = (Arc::new(config), Arc::new(Trouble::default()));
        let publisher = KafkaPublisher::create(config.clone(), trouble.clone())
            .map_err(|source| BusSetupError::client(&config, source))?;
        Ok(Self { config, publisher: Arc::new(publisher), trouble, shortcomings: Mutex::default() })
    }

    /// Creates the topics that are not there yet. A topic that is there stays as it is.
    ///
    /// # Errors
    /// When the cluster does not answer or refuses, and when the topics would be made so that losing one of several brokers
    /// loses events, unless the settings say so.
    pub async fn ensure_topics(&self, topics: &[Topic]) -> Result<(), BusSetupError> {
        let asked = Topics::of(self.config.clone())?;
        asked.ensure(topics).await?;
        self.look_at(&asked, topics).await?;
        for name in asked.uncompacted(topics).await {
            tracing::warn!(
                topic = name,
                "the Kafka topic is not compacted, so that a notification service that starts empty learns only of the \
                 people whose events are still kept: set its cleanup.policy to compact, or run `eop users republish`"
            );
        }
        Ok(())
    }

    /// Looks again at the topics that are there, for [`Self::health`].
    ///
    /// # Errors
    /// When the cluster does not answer.
    pub async fn look_at_topics(&self, topics: &[Topic]) -> Result<(), BusSetupError> {
        self.look_at(&Topics::of(self.config.clone())?, topics).await
    }

    async fn look_at(&self, asked: &Topics, topics: &[Topic]) -> Result<(), BusSetupError> {
        let lines = asked.shortcomings(topics).await?;
        let mut known = self.shortcomings.lock();
        for line in lines.iter().filter(|line| !known.contains(line)) {
            tracing::warn!("Kafka: {line}");
        }
        *known = lines;
        Ok(())
    }

    /// Whether a broker answers and the topics are as they should be.
    ///
    /// # Errors
    /// What is wrong, in one line.
    pub async fn health(&self) -> Result<(), String> {
        if !self.publisher.is_available().await {
            let known = self.trouble.line();
            return Err(known.unwrap_or_else(|| format!("no broker answers at {}", self.config.bootstrap)));
        }
        self.trouble.is_over();
        let lines = self.shortcomings.lock();
        if lines.is_empty() { Ok(()) } else { Err(lines.join("; ")) }
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
        let consumer = KafkaConsumer::subscribe(self.config.clone(), self.trouble.clone(), group, topics)
            .map_err(|source| BusSetupError::client(&self.config, source))?;
        Ok(Arc::new(consumer))
    }

    /// A feed of what was published to `topic` at `since` or later. Call it within a `tokio` runtime.
    ///
    /// # Errors
    /// When the configuration cannot be used.
    pub fn feed(&self, topic: Topic, since: Timestamp) -> Result<Arc<dyn EventFeed>, BusSetupError> {
        let feed = KafkaFeed::follow(self.config.clone(), self.trouble.clone(), topic, since)
            .map_err(|source| BusSetupError::client(&self.config, source))?;
        Ok(Arc::new(feed))
    }
}
