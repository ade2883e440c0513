//! The contract suites over the fakes.

use std::sync::Arc;

use async_trait::async_trait;
use eop_contract::audit_log::AuditLogHarness;
use eop_contract::channel::{ChannelHarness, RemoteChannelHarness};
use eop_contract::clock::ClockHarness;
use eop_contract::credentials::CredentialsHarness;
use eop_contract::event_bus::{EventBusHarness, EventFeedHarness};
use eop_contract::identity_store::IdentityStoreHarness;
use eop_contract::inbox::InboxHarness;
use eop_contract::mailbox::MailboxHarness;
use eop_contract::notification_store::NotificationStoreHarness;
use eop_contract::order_store::OrderStoreHarness;
use eop_contract::outbox::OutboxHarness;
use eop_contract::policy_keeper::PolicyKeeperHarness;
use eop_contract::retention::RetentionHarness;
use eop_contract::throttle::ThrottleHarness;
use eop_core::identity::port::{
    IdentityQueries, IdentityStore, PasswordHasher, PolicyStore, SecretTokens, TokenIssuer, TokenVerifier,
};
use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::bus::{EventConsumer, EventPublisher};
use eop_core::kernel::clock::{Clock, Timestamp};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::feed::EventFeed;
use eop_core::kernel::id::AuditId;
use eop_core::kernel::outbox::{OperatedOutbox, Outbox};
use eop_core::kernel::policy::PolicyKeeper;
use eop_core::kernel::retention::Retention;
use eop_core::kernel::sealed::Sealer;
use eop_core::kernel::throttle::Throttle;
use eop_core::kernel::trail::AuditLog;
use eop_core::notification::model::{Channel, Delivery};
use eop_core::notification::port::{
    Deferrals, DeliveryQueue, Inbox, Mailbox, NotificationChannel, NotificationQueries, NotificationStore,
    Outgoing, SendOutcome,
};
use eop_core::order::port::{Customers, OrderNumbers, OrderQueries, OrderStore};
use eop_memory::{
    FixedClock, MemoryBus, MemoryIdentity, MemoryInbox, MemoryMailbox, MemoryNotifications, MemoryOrders,
    MemoryPolicyCopy, MemoryThrottle, PlainHasher, PlainSealer, PlainSecrets, PlainTokens, ScriptedChannel,
};

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

    fn customers(&self) -> Arc<dyn Customers> {
        self.0.clone()
    }
}

#[async_trait]
impl AuditLogHarness for Orders {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn log(&self) -> Arc<dyn AuditLog> {
        self.0.clone()
    }

    fn log_looking_at(&self, _: u32) -> Arc<dyn AuditLog> {
        self.0.clone()
    }

    async fn write(&self, audit: Vec<AuditEntry>) {
        let commit = Commit { audit, ..Commit::of(vec![]) };
        OrderStore::commit(&*self.0, commit).await.expect("an entry is taken");
    }
}

#[async_trait]
impl OutboxHarness for Orders {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn outbox(&self) -> Arc<dyn OperatedOutbox> {
        self.0.clone()
    }

    async fn commit_events(&self, events: Vec<Event>) {
        OrderStore::commit(&*self.0, Commit { events, ..Commit::of(vec![]) })
            .await
            .expect("an empty commit is taken");
    }

    async fn audited(&self) -> Vec<AuditId> {
        let mut ids: Vec<_> = self.0.audit().iter().map(|entry| entry.id).collect();
        ids.sort_unstable();
        ids
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

    fn policies(&self) -> Arc<dyn PolicyStore> {
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

    fn deferrals(&self) -> Arc<dyn Deferrals> {
        self.0.clone()
    }

    fn queries(&self) -> Arc<dyn NotificationQueries> {
        self.0.clone()
    }

    fn outbox(&self) -> Arc<dyn Outbox> {
        self.0.clone()
    }

    async fn set_readable(&self, delivery: &Delivery, readable: bool) {
        self.0.set_readable(delivery.id, readable);
    }
}

struct Inboxes(Arc<MemoryInbox>);

#[async_trait]
impl InboxHarness for Inboxes {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn inbox(&self) -> Arc<dyn Inbox> {
        self.0.clone()
    }
}

struct Mails(Arc<MemoryMailbox>);

#[async_trait]
impl MailboxHarness for Mails {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn mailbox(&self) -> Arc<dyn Mailbox> {
        self.0.clone()
    }
}

struct Hits(Arc<MemoryThrottle>);

#[async_trait]
impl ThrottleHarness for Hits {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn throttle(&self) -> Arc<dyn Throttle> {
        self.0.clone()
    }
}

struct Bus(Arc<MemoryBus>);

#[async_trait]
impl EventBusHarness for Bus {
    async fn fresh() -> Self {
        Self(MemoryBus::new())
    }

    fn publisher(&self) -> Arc<dyn EventPublisher> {
        self.0.clone()
    }

    async fn consumer(&self, group: &str, topics: &[Topic]) -> Arc<dyn EventConsumer> {
        self.0.consumer(group, topics)
    }

    async fn append_raw(&self, topic: Topic, value: &[u8]) -> bool {
        self.0.append_raw(topic, value);
        true
    }
}

#[async_trait]
impl EventFeedHarness for Bus {
    async fn feed(&self, topic: Topic, since: Timestamp) -> Arc<dyn EventFeed> {
        self.0.feed(topic, since)
    }
}

/// The scripted channel, which drops repeats or not.
struct Scripted<const DEDUPLICATES: bool>(Arc<ScriptedChannel>);

#[async_trait]
impl<const DEDUPLICATES: bool> ChannelHarness for Scripted<DEDUPLICATES> {
    async fn fresh() -> Self {
        let channel = ScriptedChannel::new(Channel::Email);
        Self(Arc::new(if DEDUPLICATES { channel.deduplicating() } else { channel }))
    }

    fn channel(&self) -> Arc<dyn NotificationChannel> {
        self.0.clone()
    }

    async fn copies_of(&self, message: &Outgoing) -> usize {
        let taken = self.0.taken();
        taken
            .iter()
            .filter(|one| (one.delivery, &one.content) == (message.delivery, &message.content))
            .count()
    }

    async fn refuse_for_now(&self) {
        let detail = "try again later".to_owned();
        self.0.always(Some(SendOutcome::Temporary {
            code: Some("451".to_owned()),
            detail,
            retry_after: None,
        }));
    }

    async fn recover(&self) {
        self.0.always(None);
        self.0.set_available(true);
    }
}

#[async_trait]
impl<const DEDUPLICATES: bool> RemoteChannelHarness for Scripted<DEDUPLICATES> {
    async fn refuse_for_good(&self) {
        let detail = "no such mailbox".to_owned();
        self.0.always(Some(SendOutcome::Permanent { code: Some("550".to_owned()), detail }));
    }

    async fn fall_silent(&self) {
        self.0.always(Some(SendOutcome::Unknown { detail: "no answer".to_owned() }));
    }

    async fn go_away(&self) {
        self.refuse_for_now().await;
        self.0.set_available(false);
    }
}

#[derive(Default)]
struct Credentials {
    secrets: Arc<PlainSecrets>,
    tokens: Arc<PlainTokens>,
}

#[async_trait]
impl CredentialsHarness for Credentials {
    async fn fresh() -> Self {
        Self::default()
    }

    fn hasher(&self) -> Arc<dyn PasswordHasher> {
        Arc::new(PlainHasher)
    }

    fn secrets(&self) -> Arc<dyn SecretTokens> {
        self.secrets.clone()
    }

    fn sealer(&self) -> Arc<dyn Sealer> {
        Arc::new(PlainSealer)
    }

    fn issuer(&self) -> Arc<dyn TokenIssuer> {
        self.tokens.clone()
    }

    fn verifier(&self) -> Arc<dyn TokenVerifier> {
        self.tokens.clone()
    }
}

mod credentials {
    eop_contract::credentials_contract!(super::Credentials);
}

mod orders {
    eop_contract::order_store_contract!(super::Orders);
}

mod outbox {
    eop_contract::outbox_contract!(super::Orders);
    eop_contract::audit_log_contract!(super::Orders);
}

struct Copies(Arc<MemoryPolicyCopy>);

#[async_trait]
impl PolicyKeeperHarness for Copies {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn keeper(&self) -> Arc<dyn PolicyKeeper> {
        self.0.clone()
    }
}

mod copies {
    eop_contract::policy_keeper_contract!(super::Copies);
}

mod identity {
    eop_contract::identity_store_contract!(super::Identity);
}

mod notifications {
    eop_contract::notification_store_contract!(super::Notifications);
}

mod inbox {
    eop_contract::inbox_contract!(super::Inboxes);
}

mod mailbox {
    eop_contract::mailbox_contract!(super::Mails);
}

mod throttle {
    eop_contract::throttle_contract!(super::Hits);
}

struct Standing;

#[async_trait]
impl ClockHarness for Standing {
    async fn fresh() -> Self {
        Self
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(FixedClock::at(Timestamp::from_timestamp_nanos(1_000_000_789)))
    }
}

mod clock {
    eop_contract::clock_contract!(super::Standing);
}

mod bus {
    eop_contract::event_bus_contract!(super::Bus);
    eop_contract::event_feed_contract!(super::Bus);
}

mod channel {
    eop_contract::channel_contract!(super::Scripted<false>);
    eop_contract::remote_channel_contract!(super::Scripted<false>);
}

mod deduplicating_channel {
    eop_contract::channel_contract!(super::Scripted<true>);
}

#[derive(Default)]
struct Forgetting {
    identity: Arc<MemoryIdentity>,
    notification: Arc<MemoryNotifications>,
}

#[async_trait]
impl RetentionHarness for Forgetting {
    async fn fresh() -> Self {
        Self::default()
    }

    fn identity(&self) -> (Arc<dyn IdentityStore>, Arc<dyn Retention>) {
        (self.identity.clone(), self.identity.clone())
    }

    fn notification(&self) -> (Arc<dyn NotificationStore>, Arc<dyn NotificationQueries>, Arc<dyn Retention>) {
        (self.notification.clone(), self.notification.clone(), self.notification.clone())
    }
}

eop_contract::retention_contract!(Forgetting);
