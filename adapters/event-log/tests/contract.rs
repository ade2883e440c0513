//! The event log against the bus contract.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use async_trait::async_trait;
use chrono::DateTime;
use eop_contract::event_bus::EventBusHarness;
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::event::Topic;
use eop_event_log::{EventLog, LogSettings};
use tempfile::TempDir;
use uuid::Uuid;

struct LogHarness {
    log: Arc<EventLog>,
    _folder: TempDir,
}

#[async_trait]
impl EventBusHarness for LogHarness {
    async fn fresh() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { log: EventLog::open(folder.path(), LogSettings::default()).unwrap(), _folder: folder }
    }

    fn publisher(&self) -> Arc<dyn EventPublisher> {
        self.log.publisher()
    }

    async fn consumer(&self, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer> {
        self.log.consumer(group, topics)
    }

    async fn append_raw(&self, topic: Topic, value: &[u8]) -> bool {
        self.log.append_raw(topic, Uuid::nil(), DateTime::UNIX_EPOCH, value).await.unwrap();
        true
    }
}

eop_contract::event_bus_contract!(LogHarness);
