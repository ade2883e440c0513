//! Publishing to the log.

use std::collections::HashSet;
use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::bus::{EventPublisher, PublishError};
use eop_core::kernel::event::Event;

use crate::lane::Lane;
use crate::log::EventLog;
use crate::record;
use crate::writer::Request;

/// The largest record taken, in bytes: what Kafka takes unless told otherwise, so that an event which fits here fits there.
const MAX_RECORD: usize = 1_000_000;

/// Publishes to the log.
pub(crate) struct LogPublisher {
    log: Arc<EventLog>,
}

impl LogPublisher {
    pub(crate) fn new(log: Arc<EventLog>) -> Self {
        Self { log }
    }
}

#[async_trait]
impl EventPublisher for LogPublisher {
    async fn publish(&self, events: Vec<Event>) -> Vec<Result<(), PublishError>> {
        let mut records = Vec::with_capacity(events.len());
        let mut refused = HashSet::new();
        let mut results: Vec<Result<(), PublishError>> = Vec::with_capacity(events.len());
        for event in events {
            let (topic, key) = (event.topic, event.key);
            if refused.contains(&(topic, key)) {
                let reason = "an earlier event of its key was refused".to_owned();
                results.push(Err(PublishError::Unavailable(reason)));
                continue;
            }
            match encode(event) {
                Ok(record) => {
                    records.push((Lane::of(topic, key), record));
                    results.push(Ok(()));
                }
                Err(reason) => {
                    refused.insert((topic, key));
                    results.push(Err(PublishError::Refused(reason)));
                }
            }
        }
        if records.is_empty() {
            return results;
        }
        if let Err(error) = self.log.ask(|done| Request::Append { records, done }).await {
            let failure = PublishError::Unavailable(error.to_string());
            for result in results.iter_mut().filter(|result| result.is_ok()) {
                *result = Err(failure.clone());
            }
        }
        results
    }

    async fn is_available(&self) -> bool {
        self.log.is_writing()
    }
}

fn encode(event: Event) -> Result<Vec<u8>, String> {
    let record = record::encode(event).map_err(|error| format!("it cannot be written as JSON: {error}"))?;
    if record.len() > MAX_RECORD {
        return Err(format!("its record has {} bytes, and {MAX_RECORD} are allowed", record.len()));
    }
    Ok(record)
}
