//! The notification service over memory adapters, and events for it.

use std::fmt::Write;
use std::future::Future;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use eop_contract::events::{Events, Held};
use eop_contract::fixture::{a_recipient, an_account, an_event, an_order, at_s, id, user};
use eop_core::identity::event::{IdentityData, LinkFact, SessionFact, UserSnapshot};
use eop_core::kernel::access::{Permission, Scope};
use eop_core::kernel::actor::{Actor, Origin, Principal, Role};
use eop_core::kernel::clock::Clock;
use eop_core::kernel::commit::Commit;
use eop_core::kernel::error::StoreError;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::{IdGenerator, SessionId, UserId};
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::kernel::sealed::{CannotOpen, Sealer};
use eop_core::kernel::trace::NoSpans;
use eop_core::notification::event;
use eop_core::notification::model::{
    Attempt, DeadLetter, Delivery, DeliveryStatus, Lane, Notification, Recipient,
};
use eop_core::notification::port::{
    ClaimedDelivery, DeadLetterFilter, NotificationChannel, NotificationFilter, NotificationQueries,
    NotificationStore, NotificationWrite,
};
use eop_core::notification::service::dispatch::{DispatchPorts, DispatchSettings, Dispatcher};
use eop_core::notification::service::intake::{Intake, IntakeStep};
use eop_core::notification::service::providers::Providers;
use eop_core::notification::service::{NotificationPorts, NotificationService};
use eop_core::order::event::{Change, OrderData};
use eop_core::order::model::{Action, Order};
use eop_memory::{
    FixedClock, MemoryInbox, MemoryMailbox, MemoryNotifications, PlainTemplates, SequentialIds, TablePolicy,
};
use futures::future::join_all;
use serde_json::json;

use super::doubles::Tape;

/// Where links lead.
pub(crate) const PUBLIC_URL: &str = "https://shop.example.com";

/// One notification service.
pub(crate) struct World {
    pub(crate) db: Arc<MemoryNotifications>,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) ids: Arc<SequentialIds>,
    _described: Held,
}

static EVENTS: LazyLock<Events> = LazyLock::new(|| Events::of(event::PUBLISHED));

impl World {
    /// A service that knows nobody, at the start of all fixtures.
    pub(crate) fn new() -> Self {
        let db = Arc::new(MemoryNotifications::default());
        let told = db.clone();
        let described = EVENTS.hold(move || told.events());
        Self { db, clock: Arc::default(), ids: Arc::default(), _described: described }
    }

    /// A service that knows customers 1 and 2 and approver 3.
    pub(crate) async fn with_people() -> Self {
        let world = Self::new();
        let approver = Recipient { roles: vec![Role::APPROVER], ..a_recipient(3) };
        for recipient in [a_recipient(1), a_recipient(2), approver] {
            world.put(NotificationWrite::PutRecipient(recipient)).await;
        }
        world
    }

    pub(crate) async fn put(&self, write: NotificationWrite) {
        self.db.commit(Commit::of(vec![write])).await.unwrap();
    }

    pub(crate) fn intake(&self, bus: &Arc<Tape>) -> Intake {
        self.intake_into(bus, self.db.clone())
    }

    pub(crate) fn intake_into(&self, bus: &Arc<Tape>, store: Arc<dyn NotificationStore>) -> Intake {
        let time_and_ids: (Arc<dyn Clock>, Arc<dyn IdGenerator>) = (self.clock.clone(), self.ids.clone());
        Intake::new(bus.clone(), store, self.db.clone(), time_and_ids, Arc::new(NoSpans))
    }

    /// Takes in `events`, all of them good.
    pub(crate) async fn takes_in(&self, events: impl IntoIterator<Item = Event>) {
        let bus = Tape::of(events);
        let step = self.intake(&bus).step().await.unwrap();
        assert_eq!(step, IntakeStep { processed: step.processed, ..IntakeStep::default() });
    }

    pub(crate) fn dispatch_ports(&self) -> DispatchPorts {
        DispatchPorts {
            store: self.db.clone(),
            queue: self.db.clone(),
            templates: Arc::new(PlainTemplates::new()),
            sealer: Arc::new(Reversing),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            spans: Arc::new(NoSpans),
        }
    }

    pub(crate) fn dispatcher(&self, channel: &Arc<impl NotificationChannel + 'static>) -> Dispatcher {
        self.dispatcher_of(Providers::one(channel.clone()))
    }

    pub(crate) fn dispatcher_of(&self, providers: Providers) -> Dispatcher {
        Dispatcher::new(self.dispatch_ports(), Arc::new(providers), settings())
    }

    pub(crate) fn ports(&self) -> NotificationPorts {
        NotificationPorts {
            store: self.db.clone(),
            queries: self.db.clone(),
            providers: Vec::new(),
            inbox: Arc::new(MemoryInbox::default()),
            mailbox: Some(Arc::new(MemoryMailbox::default())),
            access: Arc::new(policy()),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
        }
    }

    pub(crate) fn service(&self) -> NotificationService {
        NotificationService::new(self.ports())
    }

    /// Every notification with its deliveries, oldest first.
    pub(crate) async fn told(&self) -> Vec<(Notification, Vec<Delivery>)> {
        let filter = NotificationFilter::default();
        let page = PageRequest::first(PageRequest::MAX_LIMIT);
        let found = self.db.list_notifications(&filter, Direction::Ascending, &page).await.unwrap();
        assert_eq!(found.next, None, "a test has at most one page of notifications");
        found.items
    }

    /// The deliveries by mail, oldest first.
    pub(crate) async fn mails(&self) -> Vec<Delivery> {
        let deliveries = self.told().await.into_iter().flat_map(|(_, deliveries)| deliveries);
        deliveries.filter(|delivery| delivery.channel.as_str() == "email").collect()
    }

    /// The only delivery by mail.
    pub(crate) async fn mail(&self) -> Delivery {
        let [mail] = <[Delivery; 1]>::try_from(self.mails().await).expect("there is one mail");
        mail
    }

    pub(crate) async fn attempts(&self, delivery: &Delivery) -> Vec<Attempt> {
        self.db.attempts_of(&[delivery.id]).await.unwrap()
    }

    /// Every dead letter, oldest first.
    pub(crate) async fn dead_letters(&self) -> Vec<DeadLetter> {
        let page = PageRequest::first(PageRequest::MAX_LIMIT);
        let mut letters = self.db.list_dead_letters(DeadLetterFilter::default(), &page).await.unwrap().items;
        letters.reverse();
        letters
    }

    /// The kinds of the events that went out, oldest first.
    pub(crate) fn events(&self) -> Vec<String> {
        self.db.events().into_iter().map(|event| event.kind).collect()
    }

    /// Everything that is stored or published, as text.
    pub(crate) async fn everything(&self) -> String {
        let told = self.told().await;
        let mut text = format!("{told:?} {:?} {:?}", self.db.events(), self.db.audit());
        for delivery in told.iter().flat_map(|(_, deliveries)| deliveries) {
            write!(text, "{:?}", self.attempts(delivery).await).unwrap();
        }
        text
    }
}

/// What the loops around a dispatcher do, in one step: everything that is due in every lane, and all of it ends.
pub(crate) trait Steps {
    /// All at once.
    fn step(&self) -> impl Future<Output = Result<Vec<DeliveryStatus>, StoreError>> + Send;
    /// One after the other, each claimed together with the first.
    fn step_one_by_one(&self) -> impl Future<Output = Result<Vec<DeliveryStatus>, StoreError>> + Send;
}

impl Steps for Dispatcher {
    async fn step(&self) -> Result<Vec<DeliveryStatus>, StoreError> {
        let mut reached = self.catch_up().await?;
        let ends = join_all(claimed(self).await?.into_iter().map(|one| self.deliver(one))).await;
        reached.extend(ends.into_iter().filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()?);
        Ok(reached)
    }

    async fn step_one_by_one(&self) -> Result<Vec<DeliveryStatus>, StoreError> {
        let mut reached = Vec::new();
        for one in claimed(self).await? {
            reached.extend(self.deliver(one).await?);
        }
        Ok(reached)
    }
}

async fn claimed(dispatcher: &Dispatcher) -> Result<Vec<ClaimedDelivery>, StoreError> {
    let mut claimed = Vec::new();
    for lane in Lane::ALL {
        claimed.extend(dispatcher.claim(*lane, dispatcher.settings().slots(*lane)).await?);
    }
    Ok(claimed)
}

/// The usual settings.
/// How long a delivery belongs to its worker, with the providers of these tests.
pub(crate) const LEASE: Duration = Duration::from_mins(2);

pub(crate) fn settings() -> DispatchSettings {
    DispatchSettings::of("notification-1", PUBLIC_URL)
}

/// Seals by turning the text around.
pub(crate) struct Reversing;

impl Sealer for Reversing {
    fn seal(&self, purpose: &str, plain: &[u8]) -> String {
        let turned: Vec<u8> = plain.iter().rev().copied().collect();
        format!("{purpose}:{}", String::from_utf8(turned).unwrap())
    }

    fn open(&self, purpose: &str, sealed: &str) -> Result<Vec<u8>, CannotOpen> {
        let turned = sealed.strip_prefix(purpose).and_then(|rest| rest.strip_prefix(':'));
        Ok(turned.ok_or(CannotOpen)?.bytes().rev().collect())
    }
}

/// Administrators may do everything; customers may use their own inbox.
fn policy() -> TablePolicy {
    let inbox = [Permission::INBOX_READ, Permission::INBOX_WRITE];
    TablePolicy::new().grant(&Role::ADMIN, Permission::ALL, Scope::Any).grant(
        &Role::CUSTOMER,
        &inbox,
        Scope::Own,
    )
}

fn actor(principal: Principal, role: Role) -> Actor {
    Actor { principal, roles: vec![role], session: None, origin: Origin::default() }
}

/// User 9, an administrator.
pub(crate) fn admin() -> Actor {
    actor(Principal::User(user(9)), Role::ADMIN)
}

/// User `n`, a customer.
pub(crate) fn customer(n: u64) -> Actor {
    actor(Principal::User(user(n)), Role::CUSTOMER)
}

/// Another service, with every permission.
pub(crate) fn service() -> Actor {
    actor(Principal::Service("billing".to_owned()), Role::ADMIN)
}

/// The order of customer 1, placed by themselves.
pub(crate) fn order_of_1() -> Order {
    an_order().by(user(1)).build()
}

/// Event `n`, of type `kind`, about `order`.
pub(crate) fn order_event(n: u64, kind: &str, order: &Order) -> Event {
    let actor = order.created_by.clone();
    let change = Change { action: Action::Create, from: None, to: order.status, reason: None, actor };
    let data = OrderData { order: order.into(), change };
    let event = an_event().numbered(n).of_kind(kind).with_data(&data).build();
    Event { key: order.id.0, sequence: order.version.0, ..event }
}

/// Event `n`: an order of customer 1 was approved, which only they are told.
pub(crate) fn news(n: u64) -> Event {
    order_event(n, "order.approved.v1", &order_of_1())
}

/// User `n` as identity tells of them.
pub(crate) fn snapshot(n: u64) -> UserSnapshot {
    UserSnapshot::from(&an_account().numbered(n).build())
}

/// Identity's data about user `n`, with nothing else.
pub(crate) fn about(n: u64) -> IdentityData {
    IdentityData { user: snapshot(n), session: None, link: None, kept: None }
}

/// A session of a device that was never seen before.
pub(crate) fn new_device() -> SessionFact {
    let device = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    let (device, ip) = (Some(device.to_owned()), Some("192.0.2.7".to_owned()));
    SessionFact { id: SessionId(id(70)), device, ip, new_device: true, reason: None }
}

/// A link for `purpose` with `token`, good for an hour.
pub(crate) fn a_link_to(purpose: &str, token: &str) -> LinkFact {
    let sealed_token = Reversing.seal(eop_core::identity::event::LINK_SEAL, token.as_bytes());
    LinkFact { purpose: purpose.to_owned(), sealed_token, expires_at: at_s(3600), registered_again: false }
}

/// Event `n`, of type `kind`, as the `sequence`-th change of the account.
pub(crate) fn identity_event(n: u64, kind: &str, sequence: u64, data: &IdentityData) -> Event {
    let event = an_event().numbered(n).on(Topic::Identity).of_kind(kind).with_data(data);
    Event { key: data.user.id.0, ..event.after_change(sequence).build() }
}

/// Event `n` without what its type needs.
pub(crate) fn malformed(n: u64, topic: Topic, kind: &str) -> Event {
    an_event().numbered(n).on(topic).of_kind(kind).with_data(&json!({ "text": "a\u{0}b" })).build()
}

/// The recipient that `n` is known as.
pub(crate) async fn known(world: &World, n: u64) -> Option<Recipient> {
    world.db.find_recipient(UserId(id(n))).await.unwrap()
}

/// Drops `step` in the middle, as a process that dies; it must have been waiting for something.
pub(crate) fn dies_during<T>(step: impl Future<Output = T>) {
    use futures::FutureExt;
    assert!(step.now_or_never().is_none(), "the step ended before it could be interrupted");
}
