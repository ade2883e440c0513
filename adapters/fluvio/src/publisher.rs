//! Publishing to Fluvio.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{EventPublisher, PublishError};
use eop_core::kernel::event::{Event, Topic};
use fluvio::{
    DeliverySemantic, Fluvio, Isolation, ProduceOutput, RetryPolicy, TopicProducerConfigBuilder,
    TopicProducerPool,
};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};
use uuid::Uuid;

use crate::bus::{connect, partitions};
use crate::config::FluvioConfig;
use crate::envelope;

/// The largest record taken, in bytes: what Kafka takes unless told otherwise, so that an event which fits here fits there.
const MAX_RECORD: usize = 1_000_000;

/// How long a batch that is not full waits for more.
const LINGER: Duration = Duration::from_millis(1);

/// An open connection with a producer per topic.
struct Connection {
    client: Fluvio,
    producers: Mutex<HashMap<Topic, Arc<TopicProducerPool>>>,
}

impl Connection {
    async fn producer(
        &self,
        config: &FluvioConfig,
        topic: Topic,
    ) -> Result<Arc<TopicProducerPool>, PublishError> {
        let mut producers = self.producers.lock().await;
        if let Some(producer) = producers.get(&topic) {
            return Ok(producer.clone());
        }
        let settings = TopicProducerConfigBuilder::default()
            .linger(LINGER)
            // All replicas have a record before it is acknowledged.
            .isolation(Isolation::ReadCommitted)
            .delivery_semantic(DeliverySemantic::AtLeastOnce(RetryPolicy {
                timeout: config.delivery_timeout,
                ..RetryPolicy::default()
            }))
            .timeout(config.delivery_timeout)
            .build()
            .map_err(|error| PublishError::Unavailable(format!("the producer's settings: {error}")))?;
        let producer = self
            .client
            .topic_producer_with_config(config.name_of(topic), settings)
            .await
            .map_err(|error| PublishError::Unavailable(format!("{error:#}")))?;
        let producer = Arc::new(producer);
        producers.insert(topic, producer.clone());
        Ok(producer)
    }
}

/// Publishes to Fluvio.
pub(crate) struct FluvioPublisher {
    config: Arc<FluvioConfig>,
    connection: Mutex<Option<Arc<Connection>>>,
}

impl FluvioPublisher {
    pub(crate) fn new(config: Arc<FluvioConfig>) -> Self {
        Self { config, connection: Mutex::new(None) }
    }

    async fn connection(&self) -> Result<Arc<Connection>, PublishError> {
        let mut connection = self.connection.lock().await;
        if let Some(open) = &*connection {
            return Ok(open.clone());
        }
        let client =
            connect(&self.config).await.map_err(|error| PublishError::Unavailable(error.to_string()))?;
        let open = Arc::new(Connection { client, producers: Mutex::default() });
        *connection = Some(open.clone());
        Ok(open)
    }

    /// Gives a connection up after a failure: its producers refuse everything from then on.
    async fn give_up(&self, failed: &Arc<Connection>) {
        let mut connection = self.connection.lock().await;
        if connection.as_ref().is_some_and(|open| Arc::ptr_eq(open, failed)) {
            *connection = None;
        }
    }

    /// Queues one event; the output tells later what became of it.
    async fn queue(&self, connection: &Connection, event: Event) -> Result<ProduceOutput, PublishError> {
        let (topic, key) = (event.topic, event.key.to_string());
        let record = envelope::encode(event)
            .map_err(|error| PublishError::Refused(format!("it cannot be written as JSON: {error}")))?;
        if record.len() > MAX_RECORD {
            return Err(PublishError::Refused(format!(
                "its record has {} bytes, and {MAX_RECORD} are allowed",
                record.len()
            )));
        }
        let producer = connection.producer(&self.config, topic).await?;
        producer
            .send(key, record)
            .await
            .map_err(|error| PublishError::Unavailable(format!("the record was not queued: {error:#}")))
    }
}

#[async_trait]
impl EventPublisher for FluvioPublisher {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        if events.is_empty() {
            return Vec::new();
        }
        let connection = match self.connection().await {
            Ok(connection) => connection,
            Err(error) => return events.iter().map(|_| Err(error.clone())).collect(),
        };
        let deadline = Instant::now() + self.config.delivery_timeout;
        let mut failed = FailedKeys::default();
        let mut queued = Vec::with_capacity(events.len());
        for event in events {
            let key = (event.topic, event.key);
            let output = match failed.check(key) {
                Ok(()) => match timeout_at(deadline, self.queue(&connection, event)).await {
                    Ok(output) => output,
                    Err(_) => Err(not_in_time()),
                },
                Err(held_back) => Err(held_back),
            };
            failed.note(key, &output);
            queued.push((key, output));
        }
        let mut failed = FailedKeys::default();
        let mut results = Vec::with_capacity(queued.len());
        for (key, output) in queued {
            let result = match output {
                Ok(output) => delivered(output, deadline).await.and_then(|()| failed.check(key)),
                Err(error) => Err(error),
            };
            failed.note(key, &result);
            results.push(result);
        }
        if results.iter().any(|result| matches!(result, Err(PublishError::Unavailable(_)))) {
            self.give_up(&connection).await;
        }
        results
    }

    async fn is_available(&self) -> bool {
        let Ok(connection) = self.connection().await else { return false };
        let admin = connection.client.admin().await;
        let answer = partitions(&self.config, &admin, &self.config.name_of(Topic::Orders)).await;
        if answer.is_err() {
            self.give_up(&connection).await;
        }
        answer.is_ok()
    }
}

async fn delivered(output: ProduceOutput, deadline: Instant) -> Result<(), PublishError> {
    match timeout_at(deadline, output.wait()).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(PublishError::Unavailable(format!("the record was not acknowledged: {error}"))),
        Err(_) => Err(not_in_time()),
    }
}

fn not_in_time() -> PublishError {
    PublishError::Unavailable("Fluvio did not acknowledge it in time".to_owned())
}

/// The keys of which an event failed: the later ones of the call must fail too, or they would overtake it.
#[derive(Default)]
struct FailedKeys(HashSet<(Topic, Uuid)>);

impl FailedKeys {
    fn check(&self, key: (Topic, Uuid)) -> Result<(), PublishError> {
        if self.0.contains(&key) {
            return Err(PublishError::Unavailable(
                "an earlier event of its key was not published".to_owned(),
            ));
        }
        Ok(())
    }

    fn note<T>(&mut self, key: (Topic, Uuid), result: &Result<T, PublishError>) {
        if result.is_err() {
            self.0.insert(key);
        }
    }
}
