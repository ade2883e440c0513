//! What every service's interface of its outbox must do: show what waits, and let operators decide about what is parked.

use std::future::Future;
use std::sync::Arc;

use eop_contract::fixture::an_event;
use eop_core::kernel::actor::ActorRef;
use eop_core::kernel::audit::AuditEntry;
use eop_core::kernel::event::{Event, Topic};
use eop_core::kernel::outbox::OperatedOutbox;
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
    /// The interface.
    fn api(&self) -> &Api;
    /// Somebody who may do everything.
    fn operator(&self) -> impl Future<Output = Caller>;
    /// The outbox.
    fn outbox(&self) -> Arc<dyn OperatedOutbox>;
    /// Commits this event.
    fn tell(&self, event: Event) -> impl Future<Output = ()>;
    /// How many events were ever committed.
    fn told(&self) -> usize;
    /// The audit log.
    fn audit(&self) -> Vec<AuditEntry>;
    /// What an event of the service is called, and its topic.
    fn kind(&self) -> (Topic, &'static str);
}

/// An event of its own that waits: its place.
async fn waiting(service: &impl Operated) -> i64 {
    let (topic, kind) = service.kind();
    let number = service.told() as u64 + 1;
    service.tell(an_event().numbered(number).about(number).on(topic).of_kind(kind).build()).await;
    i64::try_from(service.told()).expect("a place")
}

/// An event of its own that is parked: its place.
pub async fn parked(service: &impl Operated) -> i64 {
    let position = waiting(service).await;
    service.outbox().park(position, ERROR).await.expect("it is there");
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
    waiting(service).await;
    parked(service).await;
    waiting(service).await;
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
    let between = waiting(service).await;
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
        let before = service.audit().len();
        let example = service.api().document().find(operation).example.clone().expect("it has an example");
        decide(&example).await.expect(204).matches(exchanges, operation);
        drop(decide(&example).await.refused(404, "outbox.not_parked"));
        let stats = service.outbox().stats().await.expect("it is there");
        assert_eq!((stats.pending, stats.parked), (pending, 0), "{operation}");
        let [entry] = &service.audit()[before..] else { panic!("{operation} leaves one entry") };
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
