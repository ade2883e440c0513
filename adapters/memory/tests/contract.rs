//! The contract suites over the fakes.

use std::sync::Arc;

use async_trait::async_trait;
use eop_contract::identity_store::IdentityStoreHarness;
use eop_contract::notification_store::NotificationStoreHarness;
use eop_contract::order_store::OrderStoreHarness;
use eop_contract::outbox::OutboxHarness;
use eop_core::identity::port::{IdentityQueries, IdentityStore};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::event::Event;
use eop_core::kernel::outbox::Outbox;
use eop_core::notification::port::{DeliveryQueue, NotificationQueries, NotificationStore};
use eop_core::order::port::{OrderNumbers, OrderQueries, OrderStore};
use eop_memory::{MemoryIdentity, MemoryNotifications, MemoryOrders};

struct Orders(Arc<MemoryOrders>);

#[async_trait]
impl OrderStoreHarness for Orders {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn store(&self) -> Arc<dyn OrderStore> {
        self.0.clone()
    }

    fn queries(&self) -> Arc<dyn OrderQueries> {
        self.0.clone()
    }

    fn numbers(&self) -> Arc<dyn OrderNumbers> {
        self.0.clone()
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        self.0.clone()
    }
}

#[async_trait]
impl OutboxHarness for Orders {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        self.0.clone()
    }

    async fn commit_events(&self, events: Vec<Event>) {
        OrderStore::commit(&*self.0, Commit { events, ..Commit::of(vec![]) }).await.unwrap();
    }
}

struct Identity(Arc<MemoryIdentity>);

#[async_trait]
impl IdentityStoreHarness for Identity {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn store(&self) -> Arc<dyn IdentityStore> {
        self.0.clone()
    }

    fn queries(&self) -> Arc<dyn IdentityQueries> {
        self.0.clone()
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        self.0.clone()
    }
}

struct Notifications(Arc<MemoryNotifications>);

#[async_trait]
impl NotificationStoreHarness for Notifications {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn store(&self) -> Arc<dyn NotificationStore> {
        self.0.clone()
    }

    fn queue(&self) -> Arc<dyn DeliveryQueue> {
        self.0.clone()
    }

    fn queries(&self) -> Arc<dyn NotificationQueries> {
        self.0.clone()
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        self.0.clone()
    }
}

mod notifications {
    eop_contract::notification_store_contract!(super::Notifications);
}

mod identity {
    eop_contract::identity_store_contract!(super::Identity);
}

mod orders {
    eop_contract::order_store_contract!(super::Orders);
}

mod outbox {
    eop_contract::outbox_contract!(super::Orders);
}
