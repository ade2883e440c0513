//! That the orders are what a year of business would have left.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use eop_core::kernel::id::{OrderId, UserId};
use eop_core::kernel::world::Currencies;
use eop_core::order::command::{Content, PlaceOrder};
use eop_core::order::model::{Action, HistoryEntry, LIFE, Order, Status};
use eop_core::order::port::{OrderQueries, OrderStore};
use eop_memory::MemoryOrders;
use tokio_util::sync::CancellationToken;

use super::*;

fn a_plan(orders: u64) -> Plan {
    Plan {
        orders,
        customers: Customers::Many(50),
        days: 365,
        until: "2026-03-05T00:00:00Z".parse().unwrap(),
        seed: 7,
        rules: OrderRules::default(),
    }
}

fn orders_of(plan: &Plan) -> Vec<Past> {
    let mut orders = Orders::of(plan);
    let mut all = Vec::new();
    while let Some(order) = orders.next(all.len() as u64 + 1) {
        all.push(order.unwrap());
    }
    all
}

/// Plans that stretch the rules: the shortest and the longest, few orders and many.
fn plans() -> Vec<Plan> {
    let usual = a_plan(3000);
    let hasty = OrderRules { approval_timeout: Duration::hours(1), ..OrderRules::default() };
    let patient = OrderRules { approval_timeout: Duration::hours(1000), ..OrderRules::default() };
    vec![
        Plan { days: 1, ..usual.clone() },
        Plan { days: 7, orders: 20_000, ..usual.clone() },
        Plan { days: 3, rules: hasty, ..usual.clone() },
        Plan { days: 30, rules: patient, ..usual.clone() },
        Plan { days: 3650, customers: Customers::Many(1), ..usual.clone() },
        Plan { orders: 1, ..usual.clone() },
        Plan { orders: 3, ..usual.clone() },
        usual,
    ]
}

#[test]
fn every_history_leads_to_where_its_order_is() {
    for plan in plans() {
        for past in orders_of(&plan) {
            check(&plan, past.order(), past.history());
        }
    }
}

fn check(plan: &Plan, order: &Order, history: &[HistoryEntry]) {
    let (first, last) = (history.first().unwrap(), history.last().unwrap());
    assert_eq!((first.action, first.from, first.at), (Action::Create, None, order.created_at));
    assert_eq!(first.actor, order.created_by);
    assert_eq!((last.to, last.at, last.version), (order.status, order.updated_at, order.version));
    assert!(plan.since() <= first.at && last.at <= plan.until, "outside of the period: {order:?}");
    for (version, step) in (1..).zip(history) {
        assert_eq!((step.order, step.version.0), (order.id, version));
        let row = LIFE.find(step.action, step.from).unwrap();
        assert_eq!(row.to, step.to, "not in the table: {step:?}");
    }
    for pair in history.windows(2) {
        assert_eq!(pair[1].from, Some(pair[0].to));
        assert!(pair[0].at < pair[1].at, "not after each other: {history:?}");
    }
    let at = |action| history.iter().find(|step| step.action == action).map(|step| step.at);
    assert_eq!(order.approved_at, at(Action::Approve));
    assert_eq!(order.shipment.as_ref().map(|shipment| shipment.shipped_at), at(Action::Ship));
    assert_eq!(order.delivered_at.is_some(), order.status == Status::Delivered);
    assert!(order.delivered_at.is_none_or(|arrived| at(Action::Ship).unwrap() <= arrived));
    assert_eq!(order.reason.is_some(), matches!(order.status, Status::Cancelled | Status::Rejected));
    assert_eq!(order.reason, last.reason);
}

#[test]
fn every_order_could_have_been_placed_by_request() {
    for past in orders_of(&a_plan(3000)) {
        let order = past.order().clone();
        let content =
            Content { lines: order.lines, shipping_address: order.shipping_address, note: order.note };
        let mut request = PlaceOrder { customer: None, content, metadata: order.metadata, idempotency: None };
        request.validate(&Currencies::all()).unwrap();
        assert!((1..=5).contains(&request.content.lines.len()));
        let articles: HashSet<&str> = request.content.lines.iter().map(|line| &*line.sku).collect();
        assert_eq!(articles.len(), request.content.lines.len(), "an article twice");
    }
}

#[test]
fn a_plan_gives_as_many_as_it_says_in_the_order_of_time() {
    for plan in plans() {
        let orders = orders_of(&plan);
        assert_eq!(orders.len() as u64, plan.orders);
        assert!(orders.is_sorted_by_key(|past| past.order().created_at));
        let ids: HashSet<OrderId> = orders.iter().map(|past| past.order().id).collect();
        assert_eq!(ids.len(), orders.len(), "an id twice");
    }
}

#[test]
fn statuses_are_shared_out_and_only_recent_orders_are_unfinished() {
    let plan = a_plan(10_000);
    let orders = orders_of(&plan);
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for past in &orders {
        let order = past.order();
        *counts.entry(order.status.as_str()).or_default() += 1;
        let age = plan.until - order.created_at;
        match order.status {
            Status::Created => assert!(age <= Duration::days(2), "it would have expired: {order:?}"),
            Status::Approved => assert!(age <= Duration::days(5), "{order:?}"),
            Status::Shipped => assert!(age <= Duration::days(12), "{order:?}"),
            Status::Delivered | Status::Cancelled | Status::Rejected => {}
        }
    }
    let expected = [
        ("APPROVED", 400),
        ("CANCELLED", 600),
        ("CREATED", 600),
        ("DELIVERED", 7200),
        ("REJECTED", 400),
        ("SHIPPED", 800),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
    let actions: BTreeSet<&str> =
        orders.iter().flat_map(Past::history).map(|step| step.action.as_str()).collect();
    assert_eq!(actions.len(), Action::ALL.len(), "some actions never happen: {actions:?}");
    let currencies: BTreeSet<String> =
        orders.iter().map(|past| past.order().currency().to_string()).collect();
    assert_eq!(currencies, BTreeSet::from(["CHF", "EUR", "GBP", "JPY", "USD"].map(str::to_owned)));
    let customers: HashSet<UserId> = orders.iter().map(|past| past.order().customer_id).collect();
    assert_eq!(customers.len(), 50);
}

#[test]
fn the_same_seed_gives_the_same_orders_and_another_one_others() {
    let plan = a_plan(300);
    assert_eq!(orders_of(&plan), orders_of(&plan));
    let other = Plan { seed: 8, ..plan.clone() };
    let ids = |plan| orders_of(plan).iter().map(|past| past.order().id).collect::<HashSet<_>>();
    assert!(ids(&plan).is_disjoint(&ids(&other)));
}

#[test]
fn one_customer_may_have_all_the_orders() {
    let alice: UserId = "0192f3c4-0000-7000-8000-000000000001".parse().unwrap();
    let plan = Plan { customers: Customers::One(alice), ..a_plan(200) };
    let orders = orders_of(&plan);
    assert!(orders.iter().all(|past| past.order().customer_id == alice));
    let addresses: HashSet<_> =
        orders.iter().map(|past| past.order().shipping_address.line1.clone()).collect();
    assert_eq!(addresses.len(), 1, "one person lives in one place");
}

fn a_target(database: &Arc<MemoryOrders>) -> Target {
    Target { store: database.clone(), numbers: database.clone() }
}

#[tokio::test]
async fn what_is_written_is_what_was_made() {
    let database = Arc::new(MemoryOrders::new());
    let plan = a_plan(1001);
    let mut written = 0;
    write(&plan, &a_target(&database), &CancellationToken::new(), |count| written += count).await.unwrap();
    assert_eq!(written, 1001);
    for past in orders_of(&plan) {
        let id = past.order().id;
        assert_eq!(database.find(id).await.unwrap().as_ref(), Some(past.order()));
        assert_eq!(database.history(id).await.unwrap(), past.history());
    }
}

#[tokio::test]
async fn a_stop_leaves_what_was_written_and_says_how_much() {
    let database = Arc::new(MemoryOrders::new());
    let (plan, stop) = (a_plan(5000), CancellationToken::new());
    let mut written = 0;
    write(&plan, &a_target(&database), &stop, |count| {
        written += count;
        stop.cancel();
    })
    .await
    .unwrap();
    assert!(written < 5000, "{written}");
    let mut there = 0;
    for past in orders_of(&plan) {
        there += u64::from(database.find(past.order().id).await.unwrap().is_some());
    }
    assert_eq!(there, written);
}

#[tokio::test]
async fn a_seed_that_is_there_already_is_refused() {
    let database = Arc::new(MemoryOrders::new());
    let plan = a_plan(100);
    write(&plan, &a_target(&database), &CancellationToken::new(), |_| {}).await.unwrap();
    let again = write(&plan, &a_target(&database), &CancellationToken::new(), |_| {}).await;
    assert!(again.unwrap_err().to_string().contains("--seed"));
}
