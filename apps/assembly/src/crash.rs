//! Points at which a process can be made to die, to find out what a crash there leaves behind.
//!
//! The points are decorators over the ports, so that nothing but the wiring knows of them. Without the feature
//! `crash-points` each of these functions gives back what it is given, and there is no point in the program.

#[cfg(feature = "crash-points")]
mod bus;
#[cfg(feature = "crash-points")]
mod outbox;
#[cfg(feature = "crash-points")]
mod point;
#[cfg(feature = "crash-points")]
mod sending;
#[cfg(feature = "crash-points")]
mod stores;

use std::sync::Arc;

use eop_core::identity::port::IdentityStore;
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::outbox::Outbox;
use eop_core::notification::port::{DeliveryQueue, NotificationChannel, NotificationStore};
use eop_core::order::port::OrderStore;

#[cfg(feature = "crash-points")]
pub use self::point::Point;

/// Declares one function per port: with the feature it wraps, without it gives back its argument.
macro_rules! points {
    ($($(#[$doc:meta])* $name:ident($port:ident) => $wrapper:path;)+) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(inner: Arc<dyn $port>) -> Arc<dyn $port> {
            #[cfg(feature = "crash-points")]
            let inner = Arc::new($wrapper(inner));
            inner
        }
    )+};
}

points! {
    /// With the points around the relay's claim and its marks.
    outbox(Outbox) => outbox::CrashingOutbox;
    /// With the points around the broker's acknowledgement.
    publisher(EventPublisher) => bus::CrashingPublisher;
    /// With the points around the storing of offsets.
    consumer(EventConsumer) => bus::CrashingConsumer;
    /// With the points around the commit of an order.
    orders(OrderStore) => stores::CrashingOrders;
    /// With the points around the commit of an account or a session.
    identity(IdentityStore) => stores::CrashingIdentity;
    /// With the points around the consumer's commit.
    notifications(NotificationStore) => stores::CrashingNotifications;
    /// With the point after the claim of mails.
    deliveries(DeliveryQueue) => sending::CrashingQueue;
    /// With the points around the hand-over of a mail. Other channels keep everything in the database, and have none.
    channel(NotificationChannel) => sending::CrashingChannel;
}
