//! Slots come free one by one, and lanes have their own.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use async_trait::async_trait;
use eop_contract::fixture::{a_delivery, a_notification, a_recipient, at_s};
use eop_core::kernel::commit::Commit;
use eop_core::kernel::sealed::{CannotOpen, Sealer};
use eop_core::kernel::trace::NoSpans;
use eop_core::notification::model::{Channel, Kind, Notification};
use eop_core::notification::port::{
    NotificationChannel, NotificationStore, NotificationWrite, Outgoing, SendOutcome,
};
use eop_core::notification::service::dispatch::{DispatchPorts, DispatchSettings};
use eop_core::notification::service::providers::Providers;
use eop_memory::{FixedClock, MemoryNotifications, PlainTemplates, SequentialIds};

use super::*;

/// A provider that keeps the first `slow` messages about orders waiting until they are let go.
struct Provider {
    slow: usize,
    let_go: AtomicBool,
    orders: AtomicUsize,
    sent: AtomicUsize,
}

#[async_trait]
impl NotificationChannel for Provider {
    fn channel(&self) -> Channel {
        Channel::Email
    }

    fn provider(&self) -> &'static str {
        "slow"
    }

    fn deduplicates(&self) -> bool {
        false
    }

    fn longest_hand_over(&self) -> Duration {
        Duration::from_mins(1)
    }

    async fn send(&self, message: &Outgoing) -> SendOutcome {
        if message.kind == Kind::OrderCreated && self.orders.fetch_add(1, Ordering::SeqCst) < self.slow {
            while !self.let_go.load(Ordering::SeqCst) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        self.sent.fetch_add(1, Ordering::SeqCst);
        SendOutcome::Accepted { reference: None, code: None }
    }

    async fn is_available(&self) -> bool {
        true
    }
}

struct Sealed;

impl Sealer for Sealed {
    fn seal(&self, _: &str, plain: &[u8]) -> String {
        String::from_utf8_lossy(plain).into_owned()
    }

    fn open(&self, _: &str, _: &str) -> Result<Vec<u8>, CannotOpen> {
        Err(CannotOpen)
    }
}

/// A running dispatcher whose first `slow` mails about orders hang.
struct Running {
    host: Host,
    db: Arc<MemoryNotifications>,
    provider: Arc<Provider>,
    planned: Vec<Arc<Notify>>,
}

impl Running {
    async fn with_slow(slow: usize) -> Self {
        let host = Host::new("notification", "test");
        let db = Arc::new(MemoryNotifications::new());
        let [orders, sent] = [(); 2].map(|()| AtomicUsize::new(0));
        let provider = Arc::new(Provider { slow, let_go: AtomicBool::new(false), orders, sent });
        let ports = DispatchPorts {
            store: db.clone(),
            queue: db.clone(),
            templates: Arc::new(PlainTemplates::new()),
            sealer: Arc::new(Sealed),
            clock: Arc::new(FixedClock::at(at_s(0))),
            ids: Arc::new(SequentialIds::new()),
            spans: Arc::new(NoSpans),
        };
        let settings = DispatchSettings::of("notification-1", "https://shop.example.com");
        let dispatcher = Dispatcher::new(ports, Arc::new(Providers::one(provider.clone())), settings);
        let planned = spawn(&host, dispatcher, &DeliveryMetrics::default()).await;
        Self { host, db, provider, planned }
    }

    /// Plans mails to user 1, numbered so.
    async fn plan(&self, kind: Kind, numbers: std::ops::Range<u64>) {
        let mut writes = vec![NotificationWrite::PutRecipient(a_recipient(1))];
        for n in numbers {
            writes.push(NotificationWrite::InsertNotification(Notification { kind, ..a_notification(n) }));
            let mail = a_delivery().numbered(n).waiting_in(kind.lane()).build();
            writes.push(NotificationWrite::InsertDelivery(mail));
        }
        self.db.commit(Commit::of(writes)).await.unwrap();
        self.planned.iter().for_each(|wake| wake.notify_one());
    }

    async fn has_sent(&self, count: usize) {
        let begun = Instant::now();
        while self.provider.sent.load(Ordering::SeqCst) < count {
            assert!(begun.elapsed() < Duration::from_secs(20), "only {:?} were sent", self.provider.sent);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Lets what hangs go, and stops.
    async fn ends_with(self, count: usize) {
        self.provider.let_go.store(true, Ordering::SeqCst);
        self.has_sent(count).await;
        self.host.lifecycle.drain(Duration::from_secs(10)).await.unwrap();
        assert_eq!(self.provider.sent.load(Ordering::SeqCst), count);
    }
}

#[tokio::test]
async fn one_slow_message_keeps_one_slot() {
    let running = Running::with_slow(1).await;
    running.plan(Kind::OrderCreated, 1..101).await;
    running.has_sent(99).await;
    running.ends_with(100).await;
}

#[tokio::test]
async fn what_guards_an_account_is_sent_while_every_slot_of_news_is_taken() {
    let running = Running::with_slow(1000).await;
    running.plan(Kind::OrderCreated, 1..101).await;
    running.plan(Kind::AccountLocked, 200..210).await;
    running.has_sent(10).await;
    assert_eq!(running.provider.orders.load(Ordering::SeqCst), 12, "as many as there are slots");
    running.ends_with(110).await;
}

#[tokio::test]
async fn what_is_under_way_ends_before_the_process_does() {
    let running = Running::with_slow(3).await;
    running.plan(Kind::OrderCreated, 1..4).await;
    while running.provider.orders.load(Ordering::SeqCst) < 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let provider = running.provider.clone();
    running.host.lifecycle.shutdown();
    provider.let_go.store(true, Ordering::SeqCst);
    running.host.lifecycle.drain(Duration::from_secs(10)).await.unwrap();
    assert_eq!(provider.sent.load(Ordering::SeqCst), 3);
}
