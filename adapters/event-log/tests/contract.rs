//! The event log against the bus contract.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use async_trait::async_trait;
use chrono::Utc;
use eop_contract::event_bus::{EventBusHarness, EventFeedHarness};
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::Topic;
use eop_core::kernel::feed::EventFeed;
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

    #[expect(clippy::disallowed_methods, reason = "a feed begins at a moment of the real clock")]
    async fn append_raw(&self, topic: Topic, value: &[u8]) -> bool {
        self.log.append_raw(topic, Uuid::nil(), Utc::now(), value).await.unwrap();
        true
    }
}

#[async_trait]
impl EventFeedHarness for LogHarness {
    async fn feed(&self, topic: Topic, since: Timestamp) -> Arc<dyn EventFeed> {
        self.log.feed(topic, since)
    }
}

eop_contract::event_bus_contract!(LogHarness);
eop_contract::event_feed_contract!(LogHarness);
