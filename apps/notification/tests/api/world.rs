//! The notification service over fakes, at a fixed time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};

use eop_api_contract::client::{Api, Call};
use eop_api_contract::outbox::{Described, Operated};
use eop_api_contract::people::{Caller, person};
use eop_api_contract::system;
use eop_casbin::CasbinPolicy;
use eop_contract::events::Events;
use eop_contract::fixture::{
    a_dead_letter, a_delivery, a_mail, a_notification, an_attempt, an_event, an_inbox_item, at_s, result_of,
};
use eop_core::kernel::actor::Role;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::console::Console;
use eop_core::kernel::event::Topic;
use eop_core::kernel::id::UserId;
use eop_core::kernel::pipeline::Pipeline;
use eop_core::kernel::trail::AuditTrail;
use eop_core::notification::model::{
    Attempt, AttemptOutcome, Channel, DeadLetter, Delivery, DeliveryStatus, InboxItem, Mail, Notification,
};
use eop_core::notification::port::{
    Inbox, Mailbox, NotificationChannel, NotificationStore, NotificationWrite,
};
use eop_core::notification::service::providers::{ProviderEntry, Providers};
use eop_core::notification::service::{NotificationPorts, NotificationService};
use eop_http::{App, Cursors};
use eop_memory::{
    Database, FixedClock, MemoryInbox, MemoryMailbox, MemoryNotifications, NotificationTables, PlainTokens,
    ScriptedChannel, SequentialIds,
};
use eop_notification::api::{UseCases, api};
use eop_notification::watch::{InboxWatch, WatchedInbox};
use serde_json::{Value, json};

/// Where one exchange per operation is kept.
pub(crate) const EXCHANGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exchanges");

pub(crate) static POLICY: LazyLock<Arc<CasbinPolicy>> =
    LazyLock::new(|| Arc::new(CasbinPolicy::built_in().unwrap()));

/// The notification service over fakes.
pub(crate) struct World {
    pub(crate) app: App,
    pub(crate) api: Api,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) database: Arc<MemoryNotifications>,
    pub(crate) inbox: Arc<MemoryInbox>,
    pub(crate) watched: WatchedInbox,
    mailbox: Arc<MemoryMailbox>,
    made: AtomicU64,
    described: Described,
}

/// What the document of the service says of its events.
static EVENTS: OnceLock<Events> = OnceLock::new();

impl World {
    /// A service that nothing happened to.
    pub(crate) fn new() -> Self {
        Self::of(true, "notification cursors")
    }

    /// A service that sends its mail, as outside of the embedded mode.
    pub(crate) fn without_mailbox() -> Self {
        Self::of(false, "notification cursors")
    }

    /// A service that signs its cursors with `secret`.
    pub(crate) fn of(has_mailbox: bool, secret: &str) -> Self {
        let (database, inbox, mailbox) =
            <(Arc<MemoryNotifications>, Arc<MemoryInbox>, Arc<MemoryMailbox>)>::default();
        let clock = Arc::new(FixedClock::at(at_s(0)));
        let watch = InboxWatch::default();
        let watched = WatchedInbox { inbox: inbox.clone(), watch: watch.clone() };
        let sender: Arc<dyn NotificationChannel> = Arc::new(ScriptedChannel::new(Channel::Email));
        let providers = Providers::new(vec![ProviderEntry { sender, per_second: Some(20) }]).unwrap();
        let ports = NotificationPorts {
            store: database.clone(),
            queries: database.clone(),
            providers: vec![Arc::new(providers)],
            inbox: Arc::new(WatchedInbox { inbox: inbox.clone(), watch: watch.clone() }),
            mailbox: has_mailbox.then(|| mailbox.clone() as _),
            access: POLICY.clone(),
            clock: clock.clone(),
            ids: Arc::new(SequentialIds::new()),
        };
        let use_cases = UseCases {
            notifications: Arc::new(NotificationService::new(ports)),
            console: Arc::new(Console::new(Some(system::telemetry("notification")), POLICY.clone())),
            audit: Arc::new(AuditTrail::new(database.clone(), POLICY.clone())),
            pipeline: Arc::new(Pipeline::new(
                database.clone(),
                POLICY.clone(),
                clock.clone(),
                Arc::new(SequentialIds::new()),
            )),
            cursors: Cursors::new(secret.as_bytes()),
            watch,
        };
        let service = api(&use_cases).verifier(Arc::new(PlainTokens::new())).access(POLICY.clone());
        let app = service.clock(clock.clone()).ids(Arc::new(SequentialIds::new())).build().unwrap();
        let (api, made) = (Api::of(app.clone()), AtomicU64::new(100));
        let described = Described::of(&app, &EVENTS, &database);
        Self { app, api, clock, database, inbox, watched, mailbox, made, described }
    }

    /// A request for an operation.
    pub(crate) fn call(&self, operation: &str) -> Call<'_> {
        self.api.call(operation)
    }

    fn next(&self) -> u64 {
        self.made.fetch_add(1, Ordering::Relaxed)
    }

    async fn write(&self, writes: Vec<NotificationWrite>) {
        self.database.commit(Commit::of(writes)).await.unwrap();
    }

    /// A new notification for `recipient`, with one delivery by mail in `status` after one attempt.
    pub(crate) async fn told(&self, recipient: UserId, status: DeliveryStatus) -> (Notification, Delivery) {
        let n = self.next();
        let notification = Notification { recipient, ..a_notification(n) };
        let delivery = a_delivery().numbered(n).by(Channel::Email).in_status(status).build();
        let delivery = Delivery { recipient, attempts: 1, ..delivery };
        let result = Some(result_of(AttemptOutcome::Temporary));
        let attempt = Attempt { started_at: at_s(0), result, ..an_attempt(delivery.id, 1) };
        let writes = vec![
            NotificationWrite::InsertNotification(notification.clone()),
            NotificationWrite::InsertDelivery(delivery.clone()),
            NotificationWrite::PutAttempt(attempt),
        ];
        self.write(writes).await;
        (notification, delivery)
    }

    /// A new dead letter that cannot be read.
    pub(crate) async fn unreadable(&self) -> DeadLetter {
        let letter = a_dead_letter(self.next());
        self.write(vec![NotificationWrite::InsertDeadLetter(letter.clone())]).await;
        letter
    }

    /// A new dead letter that could be processed by now.
    pub(crate) async fn readable(&self) -> DeadLetter {
        let n = self.next();
        let (_, attributes, data) = an_event().numbered(n).of_kind("order.amended.v1").build().into_parts();
        let value = json!({ "attributes": attributes, "data": data }).to_string();
        let letter = DeadLetter { value, ..a_dead_letter(n) };
        self.write(vec![NotificationWrite::InsertDeadLetter(letter.clone())]).await;
        letter
    }

    /// A new item in somebody's inbox.
    pub(crate) async fn item_for(&self, recipient: UserId) -> InboxItem {
        let item = an_inbox_item(self.next(), recipient);
        assert!(self.inbox.put(item.clone()).await.unwrap());
        item
    }

    /// A new mail in the mailbox.
    pub(crate) async fn mail_to(&self, address: &str) -> Mail {
        let mail = a_mail(self.next(), address);
        assert!(self.mailbox.put(mail.clone()).await.unwrap());
        mail
    }
}

impl Operated for World {
    type Tables = NotificationTables;

    fn api(&self) -> &Api {
        &self.api
    }

    async fn operator(&self) -> Caller {
        admin()
    }

    fn database(&self) -> &Arc<Database<NotificationTables>> {
        &self.database
    }

    fn described(&self) -> &Described {
        &self.described
    }

    fn kind(&self) -> (Topic, &'static str) {
        (Topic::Notifications, "notification.delivered.v1")
    }
}

pub(crate) fn alice() -> Caller {
    person(1, &[Role::CUSTOMER])
}

pub(crate) fn bob() -> Caller {
    person(2, &[Role::CUSTOMER])
}

pub(crate) fn support() -> Caller {
    person(3, &[Role::SUPPORT])
}

pub(crate) fn admin() -> Caller {
    person(7, &[Role::ADMIN])
}

/// The ids on a page.
pub(crate) fn ids(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}
