//! Publishing to Kafka.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_core::kernel::bus::{EventPublisher, PublishError};
use eop_core::kernel::event::{Attributes, Event, EventData, Topic};
use parking_lot::RwLock;
use rdkafka::config::FromClientConfigAndContext;
use rdkafka::error::{KafkaError, KafkaResult, RDKafkaErrorCode};
use rdkafka::producer::{BaseRecord, Producer, PurgeConfig, ThreadedProducer};
use tokio::time::{Instant, sleep, timeout, timeout_at};
use uuid::Uuid;

use crate::config::KafkaConfig;
use crate::delivery::{Batch, Deliveries, Outcome};
use crate::headers;
use crate::trouble::Trouble;

/// How long the full queue of the producer is left alone before the next try.
const QUEUE_PAUSE: Duration = Duration::from_millis(5);

/// How long a broker may take to say that it is there.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(2);

/// How long purged records may take to come back; the producer's thread hands them over at once.
const PURGE_TIMEOUT: Duration = Duration::from_secs(2);

/// The producer, which may outlive the publish that replaced it.
struct Handle(Option<ThreadedProducer<Deliveries>>);

impl Handle {
    fn create(config: &Arc<KafkaConfig>, trouble: &Arc<Trouble>) -> KafkaResult<Arc<Self>> {
        let context = Deliveries { config: config.clone(), trouble: trouble.clone() };
        Ok(Arc::new(Self(Some(ThreadedProducer::from_config_and_context(&config.producer(), context)?))))
    }

    fn producer(&self) -> &ThreadedProducer<Deliveries> {
        self.0.as_ref().expect("it is taken only when the handle is dropped")
    }
}

impl Drop for Handle {
    /// Dropping a producer waits for its thread, which must not happen on one that serves others.
    fn drop(&mut self) {
        if let Some(producer) = self.0.take() {
            std::thread::spawn(move || drop(producer));
        }
    }
}

/// Publishes to Kafka.
pub(crate) struct KafkaPublisher {
    config: Arc<KafkaConfig>,
    trouble: Arc<Trouble>,
    current: RwLock<Arc<Handle>>,
}

impl KafkaPublisher {
    pub(crate) fn create(config: Arc<KafkaConfig>, trouble: Arc<Trouble>) -> KafkaResult<Self> {
        let current = RwLock::new(Handle::create(&config, &trouble)?);
        Ok(Self { config, trouble, current })
    }

    /// Queues the events in their order. What cannot be queued holds back the later ones of its key.
    async fn queue(
        &self,
        handle: &Handle,
        events: &[Parts],
        batch: &Arc<Batch>,
        deadline: Instant,
    ) -> Vec<Result<(), PublishError>> {
        let mut results = Vec::with_capacity(events.len());
        let mut failed = FailedKeys::default();
        for (index, event) in events.iter().enumerate() {
            let key = key_of(event);
            let result = match failed.check(key) {
                Ok(()) => self.queue_one(handle, event, batch, (index, deadline)).await,
                held_back => held_back,
            };
            failed.note(key, &result);
            results.push(result);
        }
        results
    }

    async fn queue_one(
        &self,
        handle: &Handle,
        (topic, attributes, data): &Parts,
        batch: &Arc<Batch>,
        (index, deadline): (usize, Instant),
    ) -> Result<(), PublishError> {
        let value = data.as_json();
        let (name, key) = (self.config.name_of(*topic), attributes.key.to_string());
        let mut record = BaseRecord::with_opaque_to(&name, Box::new(batch.ticket(index)))
            .key(&key)
            .payload(value)
            .headers(headers::encode(*topic, attributes));
        loop {
            match handle.producer().send(record) {
                Ok(()) => return Ok(()),
                Err((KafkaError::MessageProduction(RDKafkaErrorCode::QueueFull), back))
                    if Instant::now() < deadline =>
                {
                    record = back;
                    sleep(QUEUE_PAUSE).await;
                }
                Err((KafkaError::MessageProduction(RDKafkaErrorCode::MessageSizeTooLarge), _)) => {
                    return Err(PublishError::Refused(format!(
                        "its data have {} bytes, and a record may have {}",
                        value.len(),
                        self.config.max_message_bytes
                    )));
                }
                Err((error, _)) => return Err(PublishError::Unavailable(error.to_string())),
            }
        }
    }

    /// Publishes an event whose batch was refused as too large, by itself. A broker refuses batches as a whole, and the
    /// innocent go with the guilty: only what it refuses alone can never be published.
    async fn publish_alone(
        &self,
        handle: &Arc<Handle>,
        event: &Parts,
        deadline: Instant,
    ) -> Result<(), PublishError> {
        if Instant::now() >= deadline {
            // There were many of them: the rest has its turn with the next batch.
            return settled(Outcome::Unknown);
        }
        let batch = Batch::new(1);
        self.queue_one(handle, event, &batch, (0, deadline)).await?;
        if timeout_at(deadline, batch.done()).await.is_err() {
            self.replace(handle);
            let _ = timeout(PURGE_TIMEOUT, batch.done()).await;
        }
        let outcome = batch.outcomes().pop().unwrap_or(Outcome::Unknown);
        if is_too_large(&outcome) {
            let (topic, _, data) = event;
            let (bytes, name) = (data.as_json().len(), self.config.name_of(*topic));
            return Err(PublishError::Refused(format!(
                "its data have {bytes} bytes, more than a record of the topic {name} may have on the broker \
                 (max.message.bytes)"
            )));
        }
        settled(outcome)
    }

    /// Gives up what the producer has and goes on with a new one.
    ///
    /// Records that time out one by one could leave a gap that later ones of the same key overtake. So nothing is left
    /// to time out: what is queued is purged as a whole, which leaves each partition with a beginning of what it was to
    /// get. A new producer, because the old one can no longer tell which of its records arrived.
    fn replace(&self, handle: &Arc<Handle>) {
        handle.producer().purge(PurgeConfig::default().queue().inflight());
        let mut current = self.current.write();
        if !Arc::ptr_eq(&current, handle) {
            return;
        }
        match Handle::create(&self.config, &self.trouble) {
            Ok(fresh) => *current = fresh,
            Err(error) => tracing::error!(%error, "the Kafka producer could not be replaced"),
        }
    }
}

#[async_trait]
impl EventPublisher for KafkaPublisher {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        let handle = self.current.read().clone();
        let deadline = Instant::now() + self.config.delivery_timeout;
        let events: Vec<Parts> = events.into_iter().map(Event::into_parts).collect();
        let batch = Batch::new(events.len());
        let mut results = self.queue(&handle, &events, &batch, deadline).await;
        if timeout_at(deadline, batch.done()).await.is_err() {
            tracing::warn!(timeout = ?self.config.delivery_timeout, "Kafka did not acknowledge in time");
            self.replace(&handle);
            let _ = timeout(PURGE_TIMEOUT, batch.done()).await;
        } else if handle.producer().client().fatal_error().is_some() {
            self.replace(&handle);
        }
        let mut failed = FailedKeys::default();
        for ((result, outcome), event) in results.iter_mut().zip(batch.outcomes()).zip(&events) {
            let key = key_of(event);
            if result.is_ok() {
                *result = match failed.check(key) {
                    Ok(()) if is_too_large(&outcome) => self.publish_alone(&handle, event, deadline).await,
                    Ok(()) => settled(outcome),
                    held_back => held_back,
                };
            }
            failed.note(key, result);
        }
        results
    }

    async fn is_available(&self) -> bool {
        let (handle, topic) = (self.current.read().clone(), self.config.name_of(Topic::Orders));
        // The client has no other way to ask than one that blocks.
        let asking = move || handle.producer().client().fetch_metadata(Some(&topic), ANSWER_TIMEOUT).is_ok();
        tokio::task::spawn_blocking(asking).await.unwrap_or(false)
    }
}

/// An event, taken apart for a record.
type Parts = (Topic, Attributes, EventData);

fn key_of((topic, attributes, _): &Parts) -> (Topic, Uuid) {
    (*topic, attributes.key)
}

fn is_too_large(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Failed(KafkaError::MessageProduction(RDKafkaErrorCode::MessageSizeTooLarge)))
}

fn settled(outcome: Outcome) -> Result<(), PublishError> {
    let reason = match outcome {
        Outcome::Delivered => return Ok(()),
        Outcome::Unknown
        | Outcome::Failed(KafkaError::MessageProduction(
            RDKafkaErrorCode::PurgeQueue | RDKafkaErrorCode::PurgeInflight,
        )) => "Kafka did not acknowledge it in time".to_owned(),
        Outcome::Failed(error) => error.to_string(),
    };
    Err(PublishError::Unavailable(reason))
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

    fn note(&mut self, key: (Topic, Uuid), result: &Result<(), PublishError>) {
        if result.is_err() {
            self.0.insert(key);
        }
    }
}
