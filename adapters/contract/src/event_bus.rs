//! What every bus must do.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::event::Topic;

/// Sets up a bus for one case.
#[async_trait]
pub trait EventBusHarness: Send + Sync + Sized {
    /// An empty bus that no other case sees.
    async fn fresh() -> Self;
    /// A publisher to it.
    fn publisher(&self) -> Arc<dyn EventPublisher>;
    /// A new member of `group` that reads `topics`.
    async fn consumer(&self, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer>;
    /// Puts a record that is no event on `topic`, in the partition of some key; `false` where the bus has no such way.
    async fn write_garbage(&self, topic: Topic, value: &[u8]) -> bool;
}
