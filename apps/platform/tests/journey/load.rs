//! A small steady load of orders, each of which goes the whole way, and what must be true of it afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use crate::call::{Answer, Call, items, sorted, text};
use crate::platform::{Letter, Person, Platform, Service};

/// Orders under way at the same time.
const AT_ONCE: usize = 2;
/// Between two requests of the same order.
pub(crate) const PAUSE: Duration = Duration::from_millis(120);
/// How long a request is repeated until somebody answers it.
const PATIENCE: Duration = Duration::from_mins(1);
/// The life of each order.
const ACTIONS: [&str; 4] = ["create", "approve", "ship", "deliver"];
/// What the customer is told of it.
const TOLD: [&str; 4] = ["order.created", "order.approved", "order.shipped", "order.delivered"];

/// An order with three lines.
pub(crate) fn order_draft() -> Value {
    let line = |sku: &str, name: &str, quantity: u32, amount: u32| json!({ "sku": sku, "name": name, "quantity": quantity, "unit_price": { "amount": amount, "currency": "EUR" } });
    json!({
        "lines": [
            line("TEA-EG-100", "Earl Grey, 100 g", 2, 649),
            line("POT-07", "Teapot, 0.7 l", 1, 3450),
            line("CUP-02", "Cup", 4, 890),
        ],
        "shipping_address": {
            "name": "Alice Example", "line1": "Lindenstrasse 12", "city": "Berlin", "postal_code": "10969",
            "country": "DE",
        },
    })
}

/// Who does what.
#[derive(Clone)]
pub(crate) struct People {
    pub(crate) customer: Person,
    pub(crate) approver: Person,
    pub(crate) fulfilment: Person,
}

impl People {
    pub(crate) async fn join(platform: &Platform) -> Self {
        Self {
            customer: platform.join("alice").await,
            approver: platform.join_as("approver").await,
            fulfilment: platform.join_as("fulfilment").await,
        }
    }
}

/// The load while it runs.
pub(crate) struct Load {
    ending: Arc<AtomicBool>,
    workers: JoinSet<Vec<String>>,
}

impl Load {
    pub(crate) fn start(platform: &Platform, people: &People) -> Self {
        let (ending, mut workers) = (Arc::new(AtomicBool::new(false)), JoinSet::new());
        for worker in 0..AT_ONCE {
            workers.spawn(work(platform.clone(), people.clone(), Arc::clone(&ending), worker));
        }
        Self { ending, workers }
    }

    /// Lets the orders under way go to their end. Gives the ids of all orders; every step of each was acknowledged.
    pub(crate) async fn finish(self) -> Vec<String> {
        self.ending.store(true, Ordering::Relaxed);
        self.workers.join_all().await.concat()
    }
}

async fn work(platform: Platform, people: People, ending: Arc<AtomicBool>, worker: usize) -> Vec<String> {
    let mut orders = Vec::new();
    while !ending.load(Ordering::Relaxed) {
        let key = format!("load-{worker}-{}", orders.len());
        let place = platform.post(Service::Order, "/api/v1/orders").by(&people.customer);
        let order = acknowledged(place.key(&key).json(&order_draft())).await.text("id");
        let steps = [
            (&people.approver, "approve", json!({})),
            (&people.fulfilment, "ship", json!({ "carrier": "DHL" })),
            (&people.fulfilment, "deliver", json!({})),
        ];
        for (person, action, body) in steps {
            sleep(PAUSE).await;
            let step = platform.post(Service::Order, &format!("/api/v1/orders/{order}/{action}"));
            acknowledged(step.by(person).key(&format!("{key}-{action}")).json(&body)).await;
        }
        orders.push(order);
        sleep(PAUSE).await;
    }
    orders
}

/// Repeats the request, which has an idempotency key, until it is acknowledged. Meanwhile nothing is answered, or that
/// the service is not available; anything else is a failure.
pub(crate) async fn acknowledged(call: Call) -> Answer {
    acknowledged_after(call).await.0
}

/// The same, with how often it was asked.
pub(crate) async fn acknowledged_after(call: Call) -> (Answer, i64) {
    let begun = Instant::now();
    for tries in 1.. {
        match call.again().send().await {
            Ok(answer) if answer.status < 300 => return (answer, tries),
            Ok(answer) => {
                assert_eq!(
                    answer.status, 503,
                    "a request that may be repeated was refused: {:#}",
                    answer.body
                );
                assert_ne!(answer.header("retry-after"), "", "it says when to try again: {:#}", answer.body);
            }
            Err(_) => {}
        }
        assert!(begun.elapsed() < PATIENCE, "nobody acknowledges a request");
        sleep(Duration::from_millis(100)).await;
    }
    unreachable!("patience ends before numbers do")
}

/// Waits until everybody was told of every step of so many orders, and each mail has come to its end.
pub(crate) async fn the_dust_settles(platform: &Platform, orders: usize, patience: Duration) {
    let begun = Instant::now();
    let each = TOLD.len() + platform.approvers().await;
    platform.has_told(orders * each, patience, is_of_an_order).await;
    platform.settles(patience.saturating_sub(begun.elapsed())).await;
}

pub(crate) fn is_of_an_order(notification: &Value) -> bool {
    !notification["order_id"].is_null()
}

/// After the dust has settled: every acknowledged order is there once, with exactly its history; everybody was told of
/// every step once, on each channel; and no mail came twice, or for nothing. Gives how many mails were cut off in the
/// hand-over.
pub(crate) async fn nothing_is_lost_and_nothing_twice(
    platform: &Platform,
    people: &People,
    orders: &[String],
) -> usize {
    let customer = &people.customer;
    assert!(orders.len() >= 3 * AT_ONCE, "there was hardly a load: {} orders", orders.len());
    let listed = platform.all(Service::Order, "/api/v1/orders?", customer).await;
    assert_eq!(sorted(listed.iter().map(|order| text(order, "id"))), sorted(orders.iter().cloned()));
    for order in orders {
        let path = format!("/api/v1/orders/{order}/history");
        let history = platform.get(Service::Order, &path).by(customer).gets(200).await;
        let steps: Vec<(u64, String)> = items(&history.body)
            .iter()
            .map(|entry| (entry["version"].as_u64().unwrap_or_default(), text(entry, "action")))
            .collect();
        let expected: Vec<(u64, String)> = (1..).zip(ACTIONS.map(str::to_owned)).collect();
        assert_eq!(steps, expected, "the history of {order}");
    }
    let told = platform.told("").await;
    each_step_was_told_once(platform, orders, &told).await;
    let emails = deliveries(&told, "email");
    let letters = platform.letters(None).await;
    let cut_off = each_mail_came_once(platform, &emails, &letters).await;
    let notices = deliveries(&told, "in_app");
    assert!(notices.values().all(|status| status == "sent"), "{notices:?}");
    let mine: Vec<Value> = told.iter().filter(|one| one["recipient"] == customer.id).cloned().collect();
    let inbox = platform.all(Service::Notification, "/api/v1/me/inbox?", customer).await;
    let expected: Vec<String> = deliveries(&mine, "in_app").into_keys().collect();
    assert_eq!(sorted(inbox.iter().map(|item| text(item, "id"))), expected, "the inbox");
    cut_off
}

/// Four kinds to the customer, and one to each approver, each with one delivery per channel.
async fn each_step_was_told_once(platform: &Platform, orders: &[String], told: &[Value]) {
    let mut expected = vec!["order.awaiting_approval".to_owned(); platform.approvers().await];
    expected.extend(TOLD.map(str::to_owned));
    let expected = sorted(expected);
    let mut by_order: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for one in told.iter().filter(|one| is_of_an_order(one)) {
        by_order.entry(text(one, "order_id")).or_default().push(one);
    }
    assert_eq!(by_order.keys().cloned().collect::<Vec<_>>(), sorted(orders.iter().cloned()));
    for (order, notifications) in by_order {
        let kinds = sorted(notifications.iter().map(|one| text(one, "kind")));
        assert_eq!(kinds, expected, "what was told of {order}");
        for one in notifications {
            let channels = one["deliveries"].as_array().expect("deliveries are a list").iter();
            assert_eq!(sorted(channels.map(|one| text(one, "channel"))), ["email", "in_app"], "{one:#}");
        }
    }
}

/// The deliveries on a channel, and what became of them.
pub(crate) fn deliveries(told: &[Value], channel: &str) -> BTreeMap<String, String> {
    let all = told.iter().flat_map(|one| one["deliveries"].as_array().expect("deliveries are a list"));
    all.filter(|one| one["channel"] == channel).map(|one| (text(one, "id"), text(one, "status"))).collect()
}

/// What is sent arrived once. An attempt that was cut off in the hand-over is `unknown`, where another one could bring
/// the mail twice: then it arrived once or not at all. Gives how many those are.
async fn each_mail_came_once(
    platform: &Platform,
    emails: &BTreeMap<String, String>,
    letters: &[Letter],
) -> usize {
    let arrived = sorted(letters.iter().map(|letter| letter.delivery.clone()));
    let twice: Vec<&String> = arrived.windows(2).filter(|two| two[0] == two[1]).map(|two| &two[0]).collect();
    assert!(twice.is_empty(), "mail that came twice: {twice:?}");
    let sent =
        |wanted: &'static str| emails.iter().filter(move |(_, status)| *status == wanted).map(|(id, _)| id);
    let unknown: Vec<&String> = sent("unknown").collect();
    let arrived: BTreeSet<&String> = arrived.iter().collect();
    let mut possible: BTreeSet<&String> = sent("sent").collect();
    assert!(possible.is_subset(&arrived), "sent, but not there: {:?}", possible.difference(&arrived));
    possible.extend(&unknown);
    assert!(arrived.is_subset(&possible), "there, but not sent: {:?}", arrived.difference(&possible));
    assert_eq!(possible.len(), emails.len(), "neither sent nor unknown: {emails:?}");
    for delivery in &unknown {
        let path = format!("/api/v1/deliveries/{delivery}/attempts");
        let attempts = platform.get(Service::Notification, &path).by(&platform.admin).gets(200).await;
        let last = items(&attempts.body).last().expect("an attempt was made");
        assert_eq!(last["outcome"], "unknown", "{last:#}");
    }
    unknown.len()
}
