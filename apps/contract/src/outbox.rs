//! What every service's interface of its outbox must do: show what waits, and let operators decide about what is parked.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use eop_contract::events::{Events, Held};
use eop_contract::fixture::an_event;
use eop_core::kernel::actor::ActorRef;
use eop_core::kernel::audit::AuditOutcome;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::id::EventId;
use eop_core::kernel::outbox::OperatedOutbox;
use eop_http::App;
use eop_memory::{Database, Tables};
use serde_json::{Value, json};

use crate::access::{Prepared, Whose};
use crate::client::{Api, Call};
use crate::document::Operation;
use crate::people::Caller;

/// A place where no event ever was.
const NOWHERE: i64 = 1_000_000;
/// Why the events of these checks are parked.
const ERROR: &str = "it is too large";

/// A service over memory, with its outbox.
pub trait Operated {
    /// What its database keeps.
    type Tables: Tables;
    /// The interface.
    fn api(&self) -> &Api;
    /// Somebody who may do everything.
    fn operator(&self) -> impl Future<Output = Caller>;
    /// The database.
    fn database(&self) -> &Arc<Database<Self::Tables>>;
    /// What its events are held to.
    fn described(&self) -> &Described;
    /// What an event of the service is called, and its topic.
    fn kind(&self) -> (Topic, &'static str);
}

/// The events of a service over memory: each is held to what the service says of it, when the test ends.
#[derive(Debug)]
pub struct Described {
    /// Those that a check made up: nobody described them.
    made_up: Arc<Mutex<Vec<EventId>>>,
    _held: Held,
}

impl Described {
    /// The events in `database`, held to the document of `app`; `said` is what that says, read once for all tests.
    #[must_use]
    pub fn of<T: Tables>(app: &App, said: &'static OnceLock<Events>, database: &Arc<Database<T>>) -> Self {
        let document = app.documents().events.as_deref().expect("the service publishes events");
        let (said, database) = (said.get_or_init(|| Events::documented(document)), Arc::clone(database));
        let made_up: Arc<Mutex<Vec<EventId>>> = Arc::default();
        let others = Arc::clone(&made_up);
        let is_real = move |event: &Event| !locked(&others).contains(&event.id);
        let held = said.hold(move || database.events().into_iter().filter(&is_real).collect());
        Self { made_up, _held: held }
    }
}

fn locked(events: &Mutex<Vec<EventId>>) -> MutexGuard<'_, Vec<EventId>> {
    // A list of ids is whole whoever panicked.
    events.lock().unwrap_or_else(PoisonError::into_inner)
}

fn outbox<S: Operated>(service: &S) -> &dyn OperatedOutbox {
    &**service.database()
}

/// An event of its own that waits: its place.
fn waiting(service: &impl Operated) -> i64 {
    let (topic, kind) = service.kind();
    let told = || service.database().events().len();
    let number = told() as u64 + 1;
    let event = an_event().numbered(number).about(number).on(topic).of_kind(kind).build();
    locked(&service.described().made_up).push(event.id);
    service.database().tell(event);
    i64::try_from(told()).expect("a place")
}

/// An event of its own that is parked: its place.
pub async fn parked(service: &impl Operated) -> i64 {
    let position = waiting(service);
    outbox(service).park(position, ERROR).await.expect("it is there");
    position
}

/// Whether `operation` is one of these.
#[must_use]
pub fn has(operation: &Operation) -> bool {
    operation.path.starts_with("/api/v1/outbox")
}

/// A request for one of these operations, for the table of access. The outbox is nobody's own.
pub async fn prepare<'a>(
    service: &'a impl Operated,
    operation: &'a Operation,
    whose: Whose,
) -> Option<Prepared<'a>> {
    let call = service.api().call_of(operation);
    Some(Prepared::new(match (operation.names_a_thing(), whose) {
        (false, Whose::Other) => call,
        (true, Whose::Other) => call.on(parked(service).await).example(),
        (true, Whose::Absent) => call.on(NOWHERE).example(),
        (_, Whose::Own) | (false, Whose::Absent) => return None,
    }))
}

async fn ask<'a>(service: &'a impl Operated, operation: &str) -> Call<'a> {
    service.api().call(operation).sent_by(&service.operator().await)
}

/// What waits and what is parked are counted apart.
pub async fn the_state_of_the_outbox(service: &impl Operated, exchanges: &str) {
    waiting(service);
    parked(service).await;
    waiting(service);
    let reply = ask(service, "getOutbox").await.send().await.expect(200);
    reply.matches(exchanges, "getOutbox");
    assert_eq!((&reply.json()["pending"], &reply.json()["parked"]), (&2.into(), &1.into()));
}

fn positions(page: &Value) -> Vec<i64> {
    let items = page["items"].as_array().expect("a page has items").iter();
    items.map(|item| item["position"].as_i64().expect("an event has a place")).collect()
}

/// Events say where they are, what they are about and what is wrong; page by page, all or those that are parked.
pub async fn what_waits_is_listed(service: &impl Operated, exchanges: &str) {
    let first = parked(service).await;
    let between = waiting(service);
    let (second, third) = (parked(service).await, parked(service).await);
    let list =
        async |query: &str| ask(service, "listOutboxMessages").await.query(query).send().await.expect(200);
    let page = list("parked=true&limit=2&count=exact").await.json();
    assert_eq!((positions(&page), &page["total"]), (vec![first, second], &json!(3)));
    assert_eq!((&page["items"][0]["error"], &page["items"][0]["parked"]), (&json!(ERROR), &json!(true)));
    let cursor = page["next_cursor"].as_str().expect("there is another page");
    let page = list(&format!("parked=true&limit=2&cursor={cursor}")).await.json();
    assert_eq!((positions(&page), &page["next_cursor"]), (vec![third], &Value::Null));
    let other = ask(service, "listOutboxMessages").await.query(&format!("parked=false&cursor={cursor}"));
    drop(other.send().await.refused(422, "page.cursor_invalid"));

    let page = list("parked=false").await;
    page.matches(exchanges, "listOutboxMessages");
    assert_eq!(positions(&page.json()), [between]);
    assert_eq!(positions(&list("").await.json()), [first, between, second, third]);
}

/// Each decision counts once, and the audit log says who made it, when and why.
pub async fn a_parked_event_is_decided_about_once(service: &impl Operated, exchanges: &str) {
    let decisions = [("releaseOutboxMessage", "outbox.release", 1), ("skipOutboxMessage", "outbox.skip", 1)];
    for (operation, action, pending) in decisions {
        let (position, operator) = (parked(service).await, service.operator().await);
        let decide =
            |body: &Value| service.api().call(operation).sent_by(&operator).on(position).json(body).send();
        let reason = json!({ "reason": " " });
        assert_eq!(decide(&reason).await.refused(422, "outbox.invalid").refused_values(), ["/reason length"]);
        let before = service.database().audit().len();
        let example = service.api().document().find(operation).example.clone().expect("it has an example");
        decide(&example).await.expect(204).matches(exchanges, operation);
        drop(decide(&example).await.refused(404, "outbox.not_parked"));
        let stats = outbox(service).stats().await.expect("it is there");
        assert_eq!((stats.pending, stats.parked), (pending, 0), "{operation}");
        let audit = service.database().audit();
        let [entry] = &audit[before..] else { panic!("{operation} leaves one entry") };
        assert_eq!((&entry.actor, entry.action), (&ActorRef::user(operator.id), action));
        assert_eq!(entry.target, format!("outbox:{position}"));
        assert_eq!(
            (&entry.detail["reason"], &entry.detail["error"]),
            (&example["reason"], &json!(ERROR)),
            "{operation}"
        );
        assert!(entry.origin.request_id.is_some(), "{entry:?}");
    }
    // Nobody has to say why.
    let position = parked(service).await;
    drop(ask(service, "skipOutboxMessage").await.on(position).send().await.expect(204));
}

/// Whoever may not decide leaves an entry that says so, and after ten within an hour only some: what was asked for in
/// a way that nobody could carry out leaves none.
pub async fn who_may_not_decide_is_noted(service: &impl Operated, stranger: &Caller) {
    for (operation, action) in
        [("releaseOutboxMessage", "outbox.release"), ("skipOutboxMessage", "outbox.skip")]
    {
        let (position, before) = (parked(service).await, service.database().audit().len());
        let decide = || service.api().call(operation).sent_by(stranger).on(position);
        drop(decide().json(&json!({ "nonsense": 1 })).send().await.refused(403, "access.denied"));
        for _ in 0..20 {
            drop(decide().example().send().await.refused(403, "access.denied"));
        }
        let audit = service.database().audit();
        let noted = &audit[before..];
        let (first, last) = (noted.first().expect("it is noted"), noted.last().expect("it is noted"));
        assert_eq!(noted.len(), 11, "{operation}: ten, and the sixteenth");
        assert_eq!((&first.actor, first.action), (&ActorRef::user(stranger.id), action));
        assert_eq!(
            (first.target.as_str(), first.outcome),
            (&*format!("outbox:{position}"), AuditOutcome::Denied)
        );
        assert!(first.origin.request_id.is_some(), "{first:?}");
        assert_eq!(last.detail, json!({ "refusals": 16 }));
        assert!(outbox(service).find_parked(position).await.expect("it is there").is_some());
    }
}
