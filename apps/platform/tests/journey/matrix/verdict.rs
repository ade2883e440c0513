//! What must be true after all kills, when everything is quiet.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use eop_core::identity::event::USER_REGISTERED;
use eop_core::kernel::clock::Timestamp;
use eop_core::kernel::event::{Event, Topic};
use serde_json::Value;
use tokio::time::Instant;
use uuid::Uuid;

use super::traffic::{Acknowledged, Placed, Registered};
use crate::call::{items, sorted, text};
use crate::load::{People, deliveries, is_of_an_order};
use crate::platform::{Letter, Platform, Service};
use crate::stream::Stream;

/// What went wrong, or is worth counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Acknowledged or due, and not there.
    Lost,
    /// There more often than it happened.
    Doubled,
    /// There, but not in its order.
    Disordered,
    /// On the bus more than once, which consumers allow for.
    Repeated,
    /// A mail of which nobody knows whether it arrived: it was cut off in the hand-over.
    Unknown,
}

/// A finding, and when that which it is about had happened.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) sort: Sort,
    pub(super) at: Timestamp,
    pub(super) what: String,
}

/// Everything that was looked at.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) findings: Vec<Finding>,
    pub(super) orders: usize,
    pub(super) accounts: usize,
    pub(super) records: usize,
    pub(super) mails: usize,
    /// Every delivery, and when it was planned.
    planned: BTreeMap<String, Timestamp>,
}

/// How many of a kind there are and should be.
type Counts = BTreeMap<String, i64>;

/// How many there are beside the visitors, each of whom has registered too.
const PEOPLE: usize = 3;

/// Waits until everybody was told of all that was acknowledged.
pub(super) async fn all_is_told(platform: &Platform, acknowledged: &Acknowledged, patience: Duration) {
    let begun = Instant::now();
    let Acknowledged { orders, accounts } = acknowledged;
    let steps: usize = orders.iter().map(|order| order.actions.len()).sum();
    let of_orders = steps + platform.approvers().await * orders.len();
    platform.has_told(of_orders, patience, is_of_an_order).await;
    let of_accounts = accounts.len() + PEOPLE;
    let patience = patience.saturating_sub(begun.elapsed());
    platform.has_told(of_accounts, patience, |one| one["kind"] == "account.verify").await;
}

impl Verdict {
    /// Looks at everything but the bus.
    pub(super) async fn of(platform: &Platform, people: &People, acknowledged: &Acknowledged) -> Self {
        let mut verdict = Self {
            orders: acknowledged.orders.len(),
            accounts: acknowledged.accounts.len(),
            ..Self::default()
        };
        verdict.orders_are_there(platform, people, &acknowledged.orders).await;
        verdict.accounts_are_there(platform, &acknowledged.accounts).await;
        let told = platform.told("").await;
        verdict.people_were_told(platform, acknowledged, &told).await;
        verdict.mails_came_once(platform, &told).await;
        verdict
    }

    fn find(&mut self, sort: Sort, at: Timestamp, what: impl Into<String>) {
        self.findings.push(Finding { sort, at, what: what.into() });
    }

    /// Compares how often each thing is there with how often it should be.
    fn compare(&mut self, about: &str, at: Timestamp, expected: &Counts, found: &Counts) {
        let names: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
        for name in names {
            let count = |counts: &Counts| counts.get(name).copied().unwrap_or_default();
            let (wanted, there) = (count(expected), count(found));
            for _ in there..wanted {
                self.find(Sort::Lost, at, format!("{about}: {name}"));
            }
            for _ in wanted..there {
                self.find(Sort::Doubled, at, format!("{about}: {name}"));
            }
        }
    }

    async fn orders_are_there(&mut self, platform: &Platform, people: &People, orders: &[Placed]) {
        let listed = platform.all(Service::Order, "/api/v1/orders?", &people.customer).await;
        let found = counted(listed.iter().map(|order| text(order, "id")));
        let start = orders.first().map_or(Timestamp::UNIX_EPOCH, |order| order.at);
        self.compare("orders", start, &counted(orders.iter().map(|order| order.id.clone())), &found);
        for order in orders.iter().filter(|order| found.contains_key(&order.id)) {
            let path = format!("/api/v1/orders/{}/history", order.id);
            let history = platform.get(Service::Order, &path).by(&people.customer).gets(200).await;
            let step = |version: u64, action: &str| format!("{version} {action}");
            let steps = items(&history.body).iter();
            let steps: Vec<String> = steps
                .map(|entry| step(entry["version"].as_u64().unwrap_or_default(), &text(entry, "action")))
                .collect();
            let expected: Vec<String> =
                (1..).zip(order.actions).map(|(version, action)| step(version, action)).collect();
            let about = format!("history of {}", order.id);
            self.compare(&about, order.at, &counted(expected.clone()), &counted(steps.clone()));
            if sorted(steps.clone()) == sorted(expected.clone()) && steps != expected {
                self.find(Sort::Disordered, order.at, about);
            }
        }
    }

    async fn accounts_are_there(&mut self, platform: &Platform, accounts: &[Registered]) {
        let listed = platform.all(Service::User, "/api/v1/users?q=visitor-&", &platform.admin).await;
        let found = counted(listed.iter().map(|account| text(account, "email")));
        for account in accounts {
            let expected = counted([account.email.clone()]);
            let found = found.iter().filter(|(email, _)| **email == account.email);
            let found = found.map(|(email, count)| (email.clone(), *count)).collect();
            self.compare("accounts", account.at, &expected, &found);
        }
        assert!(listed.len() <= accounts.len(), "there are accounts that nobody registered");
    }

    /// Everybody of every step, once on each channel.
    async fn people_were_told(&mut self, platform: &Platform, acknowledged: &Acknowledged, told: &[Value]) {
        let approvers = platform.approvers().await;
        let mut by_order: BTreeMap<String, Counts> = BTreeMap::new();
        let mut greeted: BTreeMap<String, Counts> = BTreeMap::new();
        for one in told {
            let kind = text(one, "kind");
            let counts = match one["order_id"].as_str() {
                Some(order) => by_order.entry(order.to_owned()).or_default(),
                None if kind == "account.verify" => greeted.entry(text(one, "recipient")).or_default(),
                None => continue,
            };
            for delivery in one["deliveries"].as_array().expect("deliveries are a list") {
                *counts.entry(format!("{kind} by {}", text(delivery, "channel"))).or_default() += 1;
            }
        }
        for order in &acknowledged.orders {
            let mut kinds: Vec<String> =
                order.actions.iter().map(|action| format!("order.{}", done(action))).collect();
            kinds.extend(vec!["order.awaiting_approval".to_owned(); approvers]);
            let found = by_order.remove(&order.id).unwrap_or_default();
            self.compare(&format!("told of {}", order.id), order.at, &on_each_channel(&kinds), &found);
        }
        assert!(by_order.is_empty(), "people were told of orders that nobody placed: {by_order:?}");
        let listed = platform.all(Service::User, "/api/v1/users?q=visitor-&", &platform.admin).await;
        let ids: BTreeMap<String, String> =
            listed.iter().map(|account| (text(account, "email"), text(account, "id"))).collect();
        for account in &acknowledged.accounts {
            let Some(id) = ids.get(&account.email) else { continue };
            let found = greeted.remove(id).unwrap_or_default();
            // A link travels by mail alone; whoever registers again before opening it gets another one, and a request whose
            // answer a kill took away was such a first time.
            let by_email = "account.verify by email".to_owned();
            let links = found.get(&by_email).copied().unwrap_or_default().clamp(1, account.tries);
            let expected = Counts::from([(by_email, links)]);
            self.compare(&format!("told {}", account.email), account.at, &expected, &found);
        }
    }

    /// What is sent arrived once. An attempt that was cut off in the hand-over is `unknown` where a second one could bring
    /// the mail twice: then it arrived once or not at all.
    async fn mails_came_once(&mut self, platform: &Platform, told: &[Value]) {
        let planned: BTreeMap<String, Timestamp> = told
            .iter()
            .flat_map(|one| {
                let at: Timestamp = text(one, "created_at").parse().expect("it is a time");
                let all = one["deliveries"].as_array().expect("deliveries are a list").iter();
                all.map(move |delivery| (text(delivery, "id"), at))
            })
            .collect();
        let letters = platform.letters(None).await;
        self.mails = letters.len();
        self.planned.clone_from(&planned);
        let arrived = counted(letters.iter().map(|letter| letter.delivery.clone()));
        let at = |delivery: &String| planned.get(delivery).copied().unwrap_or_default();
        for (delivery, count) in &arrived {
            for _ in 1..*count {
                self.find(Sort::Doubled, at(delivery), format!("mail {delivery}"));
            }
        }
        let emails = deliveries(told, "email");
        for (delivery, status) in &emails {
            match (status.as_str(), arrived.contains_key(delivery)) {
                ("sent", true) => {}
                ("unknown", _) => {
                    let path = format!("/api/v1/deliveries/{delivery}/attempts");
                    let attempts =
                        platform.get(Service::Notification, &path).by(&platform.admin).gets(200).await;
                    let attempts = items(&attempts.body);
                    let last = attempts.last().expect("an attempt was made");
                    assert_eq!(last["outcome"], "unknown", "{last:#}");
                    let began = text(last, "started_at").parse().expect("it is a time");
                    self.find(Sort::Unknown, began, format!("mail {delivery}"));
                }
                (status, arrived) => {
                    let what = format!("mail {delivery}: {status}, arrived: {arrived}");
                    self.find(Sort::Lost, at(delivery), what);
                }
            }
        }
        let strangers: Vec<_> = letters
            .iter()
            .filter(|letter| !emails.contains_key(&letter.delivery))
            .map(|Letter { delivery, to, subject, .. }| (delivery, to, subject))
            .collect();
        assert!(strangers.is_empty(), "mail that nobody planned: {strangers:?}");
        for (delivery, status) in deliveries(told, "in_app") {
            if status != "sent" {
                self.find(Sort::Lost, at(&delivery), format!("notice {delivery}: {status}"));
            }
        }
    }

    /// Looks at what lies on the bus: every step of every order in its order, every registration, and
    /// the outcome of every delivery.
    pub(super) fn look_at(&mut self, stream: &Stream, acknowledged: &Acknowledged) {
        self.records = stream.records;
        for at in &stream.repeats {
            self.find(Sort::Repeated, *at, "an event");
        }
        for order in &acknowledged.orders {
            let key: Uuid = order.id.parse().expect("an order has an id");
            let step = |sequence: u64, kind: &str| format!("{sequence} {kind}");
            let found = stream.by_key.get(&key).map(Vec::as_slice).unwrap_or_default();
            let found: Vec<String> = found.iter().map(|event| step(event.sequence, &event.kind)).collect();
            let expected: Vec<String> = (1..)
                .zip(order.actions)
                .map(|(sequence, action)| step(sequence, &format!("order.{}.v1", done(action))))
                .collect();
            let about = format!("events of {}", order.id);
            self.compare(&about, order.at, &counted(expected.clone()), &counted(found.clone()));
            if sorted(found.clone()) == sorted(expected.clone()) && found != expected {
                self.find(Sort::Disordered, order.at, about);
            }
        }
        self.registrations_were_told(stream, &acknowledged.accounts);
        self.outcomes_were_told(stream);
        for (key, events) in &stream.by_key {
            // Along a notification there is no such order: each of its deliveries has versions of its own.
            let mut events = events.iter().filter(|event| event.topic != Topic::Notifications).peekable();
            let first = events.peek().map(|event| event.occurred_at).unwrap_or_default();
            if !events.is_sorted_by_key(|event| event.sequence) {
                self.find(Sort::Disordered, first, format!("events of {key}"));
            }
        }
    }

    /// The outcome of every delivery is told once.
    fn outcomes_were_told(&mut self, stream: &Stream) {
        let events = stream.by_key.values().flatten().filter(|event| event.topic == Topic::Notifications);
        let mut found = counted(events.map(|event| text(&said(event), "delivery_id")));
        for (delivery, at) in std::mem::take(&mut self.planned) {
            let there = Counts::from([(delivery.clone(), found.remove(&delivery).unwrap_or_default())]);
            self.compare("outcomes of deliveries", at, &counted([delivery]), &there);
        }
        assert!(found.is_empty(), "there are outcomes of deliveries that nobody planned: {found:?}");
    }

    fn registrations_were_told(&mut self, stream: &Stream, accounts: &[Registered]) {
        let identity = stream.by_key.values().flatten().filter(|event| event.topic == Topic::Identity);
        let registered = identity.filter(|event| event.kind == USER_REGISTERED);
        let found = counted(registered.map(|event| text(&said(event)["user"], "email")));
        for account in accounts {
            let there = found.get(&account.email).copied().unwrap_or_default();
            let there = Counts::from([(account.email.clone(), there)]);
            self.compare("registrations", account.at, &counted([account.email.clone()]), &there);
        }
    }
}

/// What is said of an action that is done.
fn done(action: &str) -> String {
    match action {
        "ship" => "shipped".to_owned(),
        "cancel" => "cancelled".to_owned(),
        other if other.ends_with('e') => format!("{other}d"),
        other => format!("{other}ed"),
    }
}

fn counted(names: impl IntoIterator<Item = String>) -> Counts {
    let mut counts = Counts::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

fn on_each_channel(kinds: &[String]) -> Counts {
    counted(kinds.iter().flat_map(|kind| ["email", "in_app"].map(|channel| format!("{kind} by {channel}"))))
}

#[test]
fn what_is_missing_is_lost_and_what_is_too_much_is_doubled() {
    let mut verdict = Verdict::default();
    let expected = counted(["a", "b", "b"].map(str::to_owned));
    verdict.compare("it", Timestamp::UNIX_EPOCH, &expected, &counted(["b", "c"].map(str::to_owned)));
    let found: Vec<(Sort, &str)> =
        verdict.findings.iter().map(|finding| (finding.sort, finding.what.as_str())).collect();
    assert_eq!(found, [(Sort::Lost, "it: a"), (Sort::Lost, "it: b"), (Sort::Doubled, "it: c")]);
}

#[test]
fn what_is_done_has_its_word() {
    let actions = ["create", "approve", "ship", "deliver", "cancel"];
    assert_eq!(actions.map(done), ["created", "approved", "shipped", "delivered", "cancelled"]);
}

/// What an event says.
fn said(event: &Event) -> Value {
    event.data.read().expect("events say JSON")
}
