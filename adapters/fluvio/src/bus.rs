//! A cluster, ready to use.

use std::sync::Arc;
use std::time::Duration;

use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::EventFeed;
use fluvio::metadata::topic::TopicSpec;
use fluvio::{Fluvio, FluvioAdmin};
use thiserror::Error;
use tokio::time::timeout;

use crate::config::FluvioConfig;
use crate::consumer::FluvioConsumer;
use crate::feed::FluvioFeed;
use crate::publisher::FluvioPublisher;

/// Partitions of a topic that is created.
const PARTITIONS: u32 = 6;

/// How long the cluster may take to answer a question.
pub(crate) const ANSWER_TIMEOUT: Duration = Duration::from_secs(5);

/// The cluster does not do what it was asked to.
#[derive(Debug, Error)]
#[error("the Fluvio cluster at {endpoint} failed to {action}: {reason}")]
pub struct FluvioError {
    /// The cluster.
    pub endpoint: String,
    /// What was asked for.
    pub action: String,
    /// What it said.
    pub reason: String,
}

/// A Fluvio cluster as the bus.
#[derive(derive_more::Debug)]
pub struct FluvioBus {
    config: Arc<FluvioConfig>,
    #[debug(skip)]
    publisher: Arc<FluvioPublisher>,
}

impl FluvioBus {
    /// Sets the bus up. Publisher and consumers connect when they are used, and again after a failure.
    #[must_use]
    pub fn connect(config: FluvioConfig) -> Self {
        let config = Arc::new(config);
        let publisher = Arc::new(FluvioPublisher::new(config.clone()));
        Self { config, publisher }
    }

    /// Creates the topics that are not there yet. A topic that is there stays as it is.
    ///
    /// # Errors
    /// When the cluster does not answer or refuses.
    pub async fn ensure_topics(&self, topics: &[Topic]) -> Result<(), FluvioError> {
        let client = connect(&self.config).await?;
        let admin = client.admin().await;
        for topic in topics {
            let name = self.config.name_of(*topic);
            if partitions(&self.config, &admin, &name).await?.is_some() {
                continue;
            }
            let spec = TopicSpec::new_computed(PARTITIONS, self.config.replication, None);
            let created =
                asked(&self.config, &format!("create {name}"), admin.create(name.clone(), false, spec)).await;
            // Another process may have created it at the same moment.
            if created.is_err() && partitions(&self.config, &admin, &name).await?.is_none() {
                return created;
            }
        }
        Ok(())
    }

    /// The publisher; the same one every time.
    #[must_use]
    pub fn publisher(&self) -> Arc<dyn EventPublisher> {
        self.publisher.clone()
    }

    /// A new member of `group` that reads `topics`; a group that is not known yet begins with the oldest records.
    #[must_use]
    pub fn consumer(&self, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer> {
        Arc::new(FluvioConsumer::new(self.config.clone(), group, topics))
    }

    /// A feed of what happened on `topic` at `since` or later. It reads the topic from its beginning: the cluster finds no
    /// offset by time.
    #[must_use]
    pub fn feed(&self, topic: Topic, since: Timestamp) -> Arc<dyn EventFeed> {
        Arc::new(FluvioFeed::new(self.config.clone(), topic, since))
    }
}

/// Connects to the cluster.
pub(crate) async fn connect(config: &FluvioConfig) -> Result<Fluvio, FluvioError> {
    asked(config, "connect", Fluvio::connect_with_config(&config.cluster())).await
}

/// How many partitions a topic has, if it is there.
pub(crate) async fn partitions(
    config: &FluvioConfig,
    admin: &FluvioAdmin,
    name: &str,
) -> Result<Option<u32>, FluvioError> {
    let listing = admin.list::<TopicSpec, String>(vec![name.to_owned()]);
    let topics = asked(config, &format!("look up {name}"), listing).await?;
    Ok(topics.into_iter().find(|topic| topic.name == name).map(|topic| topic.spec.partitions()))
}

/// Waits for an answer, but not for ever.
pub(crate) async fn asked<T>(
    config: &FluvioConfig,
    action: &str,
    answer: impl Future<Output = anyhow::Result<T>>,
) -> Result<T, FluvioError> {
    let reason = match timeout(ANSWER_TIMEOUT, answer).await {
        Ok(Ok(answer)) => return Ok(answer),
        Ok(Err(error)) => format!("{error:#}"),
        Err(_) => format!("no answer within {ANSWER_TIMEOUT:?}"),
    };
    Err(FluvioError { endpoint: config.endpoint.clone(), action: action.to_owned(), reason })
}
