//! One order's whole way, as people live it. The same story in both modes.

use std::collections::BTreeMap;
use std::time::Duration;

use eop_contract::events::Events;
use eop_core::kernel::event::Topic;
use serde_json::{Value, json};

use crate::call::{Answer, items, sorted, text};
use crate::embedded::Embedded;
use crate::load::order_draft;
use crate::platform::{Person, Platform, SOON, Service};
use crate::scrape::{the_doctor_finds_nothing_wrong, the_metrics_are_accepted};
use crate::servers::{Servers, Surroundings};
use crate::stream::Stream;

#[tokio::test(flavor = "multi_thread")]
async fn in_one_process_on_embedded_stores() {
    let mut embedded = Embedded::start(&[]).await;
    let documents = Documents::of(&embedded.platform).await;
    tell(&embedded.platform).await;
    let all: &[&str] = &["user", "order", "notification"];
    the_metrics_are_accepted(&embedded.platform, &Service::ALL.map(|service| (service, all))).await;
    the_doctor_finds_nothing_wrong(&embedded.platform).await;
    embedded.process.must_be_well();
    let (status, took) = embedded.process.terminate().await;
    assert!(status.success(), "it ended with {status}");
    assert!(took < Duration::from_secs(10), "it took {took:?} to stop");
    embedded.process.must_not_have_panicked();
    documents.foretell(&format!("log:{}", embedded.data.join("events").display()), "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_three_processes_on_postgresql_kafka_and_smtp() {
    let Some(surroundings) = Surroundings::find("the journey on servers") else { return };
    let mut servers = Servers::start(&surroundings).await;
    let documents = Documents::of(&servers.platform).await;
    tell(&servers.platform).await;
    let each: [(Service, &[&str]); 3] = [
        (Service::User, &["user"]),
        (Service::Order, &["order"]),
        (Service::Notification, &["notification"]),
    ];
    the_metrics_are_accepted(&servers.platform, &each).await;
    the_doctor_finds_nothing_wrong(&servers.platform).await;
    servers.must_be_well();
    servers.stop_in_order().await;
    documents.foretell(&format!("kafka://{}", surroundings.bootstrap), &servers.topic_prefix).await;
}

/// What the services say of their events.
struct Documents([(Topic, Events); 3]);

impl Documents {
    async fn of(platform: &Platform) -> Self {
        let read = async |topic, service| {
            let document = platform.get(service, "/asyncapi.json").gets(200).await.body;
            (topic, Events::documented(&document.to_string()))
        };
        Self([
            read(Topic::Orders, Service::Order).await,
            read(Topic::Identity, Service::User).await,
            read(Topic::Notifications, Service::Notification).await,
        ])
    }

    /// Holds everything on the bus to them.
    async fn foretell(&self, url: &str, topic_prefix: &str) {
        let Stream { by_key, repeats, records } = Stream::read(url, topic_prefix).await;
        let mut told = BTreeMap::<String, usize>::new();
        for event in by_key.values().flatten() {
            *told.entry(event.kind.clone()).or_default() += 1;
            let (_, said) =
                self.0.iter().find(|(topic, _)| *topic == event.topic).expect("it is one of these");
            said.assert_described([event]);
        }
        assert_eq!(told.values().sum::<usize>() + repeats.len(), records);
        for kind in [
            "user.registered.v1",
            "user.verified.v1",
            "link.requested.v1",
            "session.opened.v1",
            "order.created.v1",
            "order.approved.v1",
            "order.shipped.v1",
            "order.delivered.v1",
            "notification.delivered.v1",
        ] {
            assert!(told.contains_key(kind), "{kind} was part of the story: {told:?}");
        }
    }
}

async fn tell(platform: &Platform) {
    let alice = platform.join("alice").await;
    let bob = platform.join("bob").await;
    let approver = platform.join_as("approver").await;
    let fulfilment = platform.join_as("fulfilment").await;

    let watched = she_watches_her_inbox(platform, &alice).await;
    let placed = she_orders_once(platform, &alice).await;
    let order = format!("/api/v1/orders/{}", placed.text("id"));
    others_keep_out(platform, &order, &alice, &bob).await;
    let traces = it_is_handled(platform, &order, &approver, &fulfilment).await;
    an_approver_asks_another(platform, &approver).await;

    let steps: Vec<String> = std::iter::once(placed.header("x-trace-id").to_owned()).chain(traces).collect();
    let actors = [&alice, &approver, &fulfilment, &fulfilment];
    it_is_all_in_the_history(platform, &order, &alice, &actors, &steps).await;
    she_is_told_of_each_step(platform, &alice, &placed.text("id"), &steps).await;
    she_hears_what_she_missed(platform, &alice, &watched).await;
    she_reads_her_inbox(platform, &alice).await;
    her_session_goes_on_and_ends(platform, &alice).await;
}

/// She places an order, and repeats the request: it is the same order.
async fn she_orders_once(platform: &Platform, alice: &Person) -> Answer {
    let place = platform.post(Service::Order, "/api/v1/orders").by(alice).key("alice-1");
    let placed = place.again().json(&order_draft()).gets(201).await;
    assert_eq!(placed.body["status"], "CREATED");
    assert_eq!(items(&json!({ "items": placed.body["lines"] })).len(), 3);
    assert_eq!(placed.body["total"], json!({ "amount": 8308, "currency": "EUR" }));
    assert_eq!(placed.body["customer_id"], alice.id);
    assert_eq!((placed.header("etag"), placed.header("idempotent-replayed")), ("\"1\"", ""));
    assert!(placed.header("location").ends_with(&format!("/api/v1/orders/{}", placed.text("id"))));

    let repeated = place.again().json(&order_draft()).gets(201).await;
    assert_eq!(repeated.header("idempotent-replayed"), "true");
    assert_eq!(repeated.body, placed.body);

    let mut other = order_draft();
    other["lines"][0]["quantity"] = json!(3);
    place.json(&other).gets_refused(422, "idempotency.key_reused").await;

    let list = platform.get(Service::Order, "/api/v1/orders?count=exact").by(alice).gets(200).await;
    assert_eq!(list.body["total"], 1, "the refused request left nothing behind");
    assert_eq!(items(&list.body)[0]["id"], placed.body["id"]);
    placed
}

async fn others_keep_out(platform: &Platform, order: &str, alice: &Person, bob: &Person) {
    platform.get(Service::Order, order).by(bob).gets_refused(404, "order.not_found").await;
    platform
        .get(Service::Order, &format!("{order}/history"))
        .by(bob)
        .gets_refused(404, "order.not_found")
        .await;
    let list = platform.get(Service::Order, "/api/v1/orders").by(bob).gets(200).await;
    assert_eq!(items(&list.body), &Vec::<Value>::new());
    let approve = platform.post(Service::Order, &format!("{order}/approve")).json(&json!({}));
    approve.again().by(alice).gets_refused(403, "access.denied").await;
    approve.gets(401).await;
}

/// Approved, shipped, delivered. Gives the traces of the three requests.
async fn it_is_handled(
    platform: &Platform,
    order: &str,
    approver: &Person,
    fulfilment: &Person,
) -> Vec<String> {
    let waiting = platform.get(Service::Order, "/api/v1/orders?status=CREATED").by(approver).gets(200).await;
    let waiting: Vec<String> = items(&waiting.body).iter().map(|one| text(one, "id")).collect();
    assert_eq!(waiting, [order.rsplit('/').next().unwrap_or_default()]);

    let steps = [
        (approver, "approve", json!({ "note": "within the budget" }), "APPROVED"),
        (fulfilment, "ship", json!({ "carrier": "DHL", "tracking_number": "JD0001" }), "SHIPPED"),
        (fulfilment, "deliver", json!({}), "DELIVERED"),
    ];
    let mut traces = Vec::new();
    for (version, (person, action, body, status)) in (2..).zip(steps) {
        let call = platform.post(Service::Order, &format!("{order}/{action}")).by(person).json(&body);
        let answer = call.again().gets(200).await;
        assert_eq!((&answer.body["status"], &answer.body["version"]), (&json!(status), &json!(version)));
        traces.push(answer.header("x-trace-id").to_owned());
        let refused = call.gets_refused(409, "order.transition_refused").await;
        assert_eq!(refused.body["status"], 409);
    }
    traces
}

async fn an_approver_asks_another(platform: &Platform, approver: &Person) {
    let place = platform.post(Service::Order, "/api/v1/orders").by(approver).json(&order_draft());
    let own = place.gets(201).await.text("id");
    let approve = platform.post(Service::Order, &format!("/api/v1/orders/{own}/approve"));
    approve.by(approver).json(&json!({})).gets_refused(403, "order.own_order").await;
}

/// Each step with who, why, when, and the trace of the request that did it.
async fn it_is_all_in_the_history(
    platform: &Platform,
    order: &str,
    alice: &Person,
    actors: &[&Person],
    traces: &[String],
) {
    let history = platform.get(Service::Order, &format!("{order}/history")).by(alice).gets(200).await;
    let entries = items(&history.body);
    let steps = [
        ("create", Value::Null, "CREATED", Value::Null),
        ("approve", json!("CREATED"), "APPROVED", json!("within the budget")),
        ("ship", json!("APPROVED"), "SHIPPED", Value::Null),
        ("deliver", json!("SHIPPED"), "DELIVERED", Value::Null),
    ];
    assert_eq!(entries.len(), steps.len(), "{:#}", history.body);
    for (index, (entry, (action, from, to, note))) in entries.iter().zip(steps).enumerate() {
        assert_eq!(entry["version"], index + 1);
        assert_eq!((&entry["action"], &entry["from"], &entry["to"]), (&json!(action), &from, &json!(to)));
        let mut actor = entry["actor"].clone();
        // The name is there as soon as the order service has heard of the person.
        if let Some(name) = actor.as_object_mut().and_then(|actor| actor.remove("name")) {
            assert!(name.as_str().is_some_and(|name| name.ends_with(" Example")), "{name}");
        }
        assert_eq!(actor, json!({ "id": actors[index].id, "kind": "user" }));
        assert_eq!(entry["note"], note);
        assert_eq!(entry["trace_id"], traces[index]);
    }
    let times: Vec<String> = entries.iter().map(|entry| text(entry, "at")).collect();
    assert!(times.is_sorted() && times.iter().all(|at| at.ends_with('Z')), "{times:?}");
}

/// One mail for each step and none more; an operator sees the notification, its deliveries and their attempts, all in
/// the trace of the request.
async fn she_is_told_of_each_step(platform: &Platform, alice: &Person, order: &str, traces: &[String]) {
    let expected = ["account.verify", "order.approved", "order.created", "order.delivered", "order.shipped"];
    platform.has_told(expected.len(), SOON, |one| one["recipient"] == alice.id).await;
    platform.settles(SOON).await;
    let told = platform.told(&format!("recipient={}&", alice.id)).await;
    let kinds = sorted(told.iter().map(|one| text(one, "kind")));
    assert_eq!(kinds, expected);

    let of_order = platform.told(&format!("order_id={order}&")).await;
    let by_kind: BTreeMap<String, &Value> = of_order
        .iter()
        .filter(|one| one["recipient"] == alice.id)
        .map(|one| (text(one, "kind"), one))
        .collect();
    for (kind, trace) in
        ["order.created", "order.approved", "order.shipped", "order.delivered"].iter().zip(traces)
    {
        let notification = by_kind[*kind];
        assert_eq!(&text(notification, "trace_id"), trace, "{kind} belongs to its request's trace");
        let id = text(notification, "id");
        let path = format!("/api/v1/notifications/{id}");
        let one = platform.get(Service::Notification, &path).by(&platform.admin).gets(200).await;
        let deliveries = one.body["deliveries"].as_array().expect("deliveries are a list");
        assert_eq!(sorted(deliveries.iter().map(|one| text(one, "channel"))), ["email", "in_app"]);
        for delivery in deliveries {
            assert_eq!(delivery["status"], "sent", "{delivery:#}");
            one_attempt_succeeded(platform, &text(delivery, "id")).await;
        }
    }
    platform
        .get(Service::Notification, "/api/v1/notifications")
        .by(alice)
        .gets_refused(403, "access.denied")
        .await;

    // One mail for each delivery by e-mail: the verification and the four steps.
    let all = told.iter().flat_map(|one| one["deliveries"].as_array().expect("deliveries are a list"));
    let by_mail = all.filter(|delivery| delivery["channel"] == "email").map(|delivery| text(delivery, "id"));
    let letters = platform.letters(Some(&alice.email)).await;
    assert!(letters.iter().all(|letter| !letter.subject.is_empty()), "{letters:#?}");
    assert_eq!(sorted(letters.into_iter().map(|letter| letter.delivery)), sorted(by_mail));
}

async fn one_attempt_succeeded(platform: &Platform, delivery: &str) {
    let path = format!("/api/v1/deliveries/{delivery}/attempts");
    let attempts = platform.get(Service::Notification, &path).by(&platform.admin).gets(200).await;
    let [attempt] = items(&attempts.body).as_slice() else { panic!("one attempt: {:#}", attempts.body) };
    assert_eq!((&attempt["number"], &attempt["outcome"]), (&json!(1), &json!("accepted")), "{attempt:#}");
    assert!(!attempt["provider"].is_null() && !attempt["finished_at"].is_null(), "{attempt:#}");
}

/// Until her connection breaks; what she keeps is where she was.
async fn she_watches_her_inbox(platform: &Platform, alice: &Person) -> String {
    let watch = platform.get(Service::Notification, "/api/v1/me/inbox/stream").by(alice);
    let [(id, name, data)] = watch.hears(1).await.try_into().expect("one event");
    assert_eq!((name.as_str(), data), ("unread", json!({ "type": "unread", "unread": 0 })));
    id
}

async fn she_hears_what_she_missed(platform: &Platform, alice: &Person, watched: &str) {
    let watch = platform.get(Service::Notification, "/api/v1/me/inbox/stream").by(alice);
    let heard = watch.header("Last-Event-ID", watched).hears(5).await;
    let of =
        |name: &str| heard.iter().filter(|event| event.1 == name).map(|event| &event.2).collect::<Vec<_>>();
    let kinds = sorted(of("item").into_iter().map(|item| text(item, "kind")));
    assert_eq!(kinds, ["order.approved", "order.created", "order.delivered", "order.shipped"]);
    assert_eq!(of("unread"), [&json!({ "type": "unread", "unread": 4 })]);
}

async fn she_reads_her_inbox(platform: &Platform, alice: &Person) {
    let unread = async || {
        let count =
            platform.get(Service::Notification, "/api/v1/me/inbox/unread-count").by(alice).gets(200).await;
        count.body["unread"].as_u64().expect("a count is a number")
    };
    assert_eq!(unread().await, 4);
    let inbox = platform.all(Service::Notification, "/api/v1/me/inbox?", alice).await;
    let kinds = sorted(inbox.iter().map(|item| text(item, "kind")));
    assert_eq!(kinds, ["order.approved", "order.created", "order.delivered", "order.shipped"]);

    let first = text(&inbox[0], "id");
    platform.post(Service::Notification, &format!("/api/v1/me/inbox/{first}/read")).by(alice).gets(204).await;
    assert_eq!(unread().await, 3);
    platform.post(Service::Notification, "/api/v1/me/inbox/read-all").by(alice).gets(204).await;
    assert_eq!(unread().await, 0);
    assert!(platform.all(Service::Notification, "/api/v1/me/inbox?unread=true&", alice).await.is_empty());
}

async fn her_session_goes_on_and_ends(platform: &Platform, alice: &Person) {
    let refresh = async |token: &str, status: u16| {
        let call = platform.post(Service::User, "/api/v1/auth/refresh");
        call.json(&json!({ "refresh_token": token })).gets(status).await
    };
    let next = refresh(&alice.refresh, 200).await;
    assert_ne!(next.text("refresh_token"), alice.refresh);
    let lost = refresh(&alice.refresh, 200).await;
    assert_eq!(lost.text("refresh_token"), next.text("refresh_token"), "a lost answer signs nobody out");

    let alice =
        Person { token: next.text("access_token"), refresh: next.text("refresh_token"), ..alice.clone() };
    platform.get(Service::Order, "/api/v1/orders").by(&alice).gets(200).await;
    platform.post(Service::User, "/api/v1/auth/logout").by(&alice).gets(204).await;
    refresh(&alice.refresh, 401).await;
}
