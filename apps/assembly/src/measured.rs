//! What the ports to the bus do, and what other servers answer, measured, so that nothing but the wiring knows of it.

mod calls;
mod consumer;
mod publisher;
mod spans;

use std::sync::Arc;

use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::calls::Calls;
use eop_core::kernel::clock::Clock;

use self::calls::CallFamilies;
use self::consumer::{ConsumerFamilies, MeasuredConsumer};
use self::publisher::{MeasuredPublisher, PublisherFamilies};
use crate::Host;

/// What `service` publishes by `inner` is counted and timed, and each event of a recorded trace has a span there.
#[must_use]
pub fn publisher(service: &str, host: &Host, inner: Arc<dyn EventPublisher>) -> Arc<dyn EventPublisher> {
    let metrics = host.shared(PublisherFamilies::registered).of(service);
    Arc::new(MeasuredPublisher { inner, metrics, clock: Arc::clone(&host.clock) })
}

/// What `service` reads by `inner` is counted, and how long each event was on its way. `clock` is the one of the services'
/// databases, which events are dated by.
#[must_use]
pub fn consumer(
    service: &str,
    host: &Host,
    inner: Arc<dyn EventConsumer>,
    clock: Arc<dyn Clock>,
) -> Arc<dyn EventConsumer> {
    let metrics = host.shared(ConsumerFamilies::registered).of(service);
    Arc::new(MeasuredConsumer { inner, metrics, clock })
}

/// What the calls that `service` makes of other servers are told to.
#[must_use]
pub fn calls(service: &str, host: &Host) -> Arc<dyn Calls> {
    Arc::new(host.shared(CallFamilies::registered).of(service))
}
