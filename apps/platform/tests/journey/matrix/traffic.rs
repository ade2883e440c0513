//! The load of the matrix: accounts are registered, orders are placed and go their ways, and every request is repeated
//! until somebody acknowledges it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use eop_core::kernel::clock::{Clock, Timestamp};
use eop_http::system::SystemClock;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::load::{PAUSE, People, acknowledged, acknowledged_after, order_draft};
use crate::platform::{PASSWORD, Platform, Service};

/// Orders under way at the same time.
const AT_ONCE: usize = 2;
/// Between two registrations: fewer than the limit per address allows.
const BETWEEN_REGISTRATIONS: Duration = Duration::from_millis(1_500);
/// The life of most orders, and of every third.
const DELIVERED: &[&str] = &["create", "approve", "ship", "deliver"];
const CANCELLED: &[&str] = &["create", "cancel"];

/// An order of which every step was acknowledged.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) id: String,
    pub(super) actions: &'static [&'static str],
    pub(super) at: Timestamp,
}

/// An account whose registration was acknowledged.
#[derive(Clone, Debug)]
pub(super) struct Registered {
    pub(super) email: String,
    /// How often it was asked for until somebody acknowledged it.
    pub(super) tries: i64,
    pub(super) at: Timestamp,
}

/// Everything that was acknowledged.
#[derive(Clone, Debug, Default)]
pub(super) struct Acknowledged {
    pub(super) orders: Vec<Placed>,
    pub(super) accounts: Vec<Registered>,
}

/// The load while it runs.
pub(super) struct Traffic {
    ending: Arc<AtomicBool>,
    workers: JoinSet<Acknowledged>,
}

impl Traffic {
    pub(super) fn start(platform: &Platform, people: &People) -> Self {
        let (ending, mut workers) = (Arc::new(AtomicBool::new(false)), JoinSet::new());
        for worker in 0..AT_ONCE {
            workers.spawn(order(platform.clone(), people.clone(), Arc::clone(&ending), worker));
        }
        workers.spawn(register(platform.clone(), Arc::clone(&ending)));
        Self { ending, workers }
    }

    /// Fails if a part of the load has failed.
    pub(super) fn must_be_well(&mut self) {
        if let Some(ended) = self.workers.try_join_next() {
            panic!("a part of the load ended early: {:?}", ended.map(|_| ()));
        }
    }

    /// Lets what is under way go to its end.
    pub(super) async fn finish(self) -> Acknowledged {
        self.ending.store(true, Ordering::Relaxed);
        let mut all = Acknowledged::default();
        for part in self.workers.join_all().await {
            all.orders.extend(part.orders);
            all.accounts.extend(part.accounts);
        }
        all
    }
}

async fn order(platform: Platform, people: People, ending: Arc<AtomicBool>, worker: usize) -> Acknowledged {
    let mut orders: Vec<Placed> = Vec::new();
    while !ending.load(Ordering::Relaxed) {
        let key = format!("matrix-{worker}-{}", orders.len());
        let actions = if orders.len() % 3 == 2 { CANCELLED } else { DELIVERED };
        let place = platform.post(Service::Order, "/api/v1/orders").by(&people.customer);
        let id = acknowledged(place.key(&key).json(&order_draft())).await.text("id");
        let at = SystemClock.now();
        for action in &actions[1..] {
            sleep(PAUSE).await;
            let (person, body) = step(&people, action);
            let step = platform.post(Service::Order, &format!("/api/v1/orders/{id}/{action}"));
            acknowledged(step.by(person).key(&format!("{key}-{action}")).json(&body)).await;
        }
        orders.push(Placed { id, actions, at });
        sleep(PAUSE).await;
    }
    Acknowledged { orders, accounts: Vec::new() }
}

/// Who takes a step, and what they say.
fn step<'a>(people: &'a People, action: &str) -> (&'a crate::platform::Person, Value) {
    match action {
        "approve" => (&people.approver, json!({})),
        "cancel" => (&people.customer, json!({ "reason": "changed_mind" })),
        "ship" => (&people.fulfilment, json!({ "carrier": "DHL" })),
        _ => (&people.fulfilment, json!({})),
    }
}

/// Whoever registers twice under an address is answered alike, and has one account.
async fn register(platform: Platform, ending: Arc<AtomicBool>) -> Acknowledged {
    let mut accounts: Vec<Registered> = Vec::new();
    while !ending.load(Ordering::Relaxed) {
        let email = format!("visitor-{}@example.com", accounts.len());
        let body = json!({ "name": "A Visitor", "email": email, "password": PASSWORD });
        let call = platform.post(Service::User, "/api/v1/auth/register").json(&body);
        let (_, tries) = acknowledged_after(call).await;
        accounts.push(Registered { email, tries, at: SystemClock.now() });
        sleep(BETWEEN_REGISTRATIONS).await;
    }
    Acknowledged { orders: Vec::new(), accounts }
}
