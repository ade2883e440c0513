//! What every store of orders must do: what is written is there.

use std::sync::Arc;

use async_trait::async_trait;
use eop_core::kernel::commit::{Commit, CommitError, Outcome, Version};
use eop_core::kernel::event::Event;
use eop_core::kernel::id::OrderId;
use eop_core::kernel::money::Money;
use eop_core::kernel::outbox::Outbox;
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::order::model::{Action, Customer, HistoryEntry, Order, Status, Visibility};
use eop_core::order::port::{
    Customers, OrderFilter, OrderNumbers, OrderQueries, OrderSort, OrderStore, OrderWrite,
};
use serde_json::json;

use crate::fixture::{
    a_note, a_request, an_audit_entry, an_event, an_order, at_once, at_s, currency, fingerprint, id,
    inserted, inserted_with, message, request, stepped, user,
};
use crate::outbox::waiting_events;

/// Sets up a store of orders for one case.
#[async_trait]
pub trait OrderStoreHarness: Send + Sync + Sized {
    /// An empty store that no other case sees.
    async fn fresh() -> Self;
    /// The store.
    fn store(&self) -> Arc<dyn OrderStore>;
    /// The reads over it.
    fn queries(&self) -> Arc<dyn OrderQueries>;
    /// One more issuer of numbers, as another replica of the service would have.
    fn numbers(&self) -> Arc<dyn OrderNumbers>;
    /// The outbox that its commits fill.
    fn outbox(&self) -> Arc<dyn Outbox>;
    /// The customers that its commits make known.
    fn customers(&self) -> Arc<dyn Customers>;
}

/// Lists the cases of [`order_store`](crate::order_store), [`order_commits`](crate::order_commits),
/// [`order_queries`](crate::order_queries) and [`order_search`](crate::order_search) for a harness.
#[macro_export]
macro_rules! order_store_contract {
    ($harness:ty) => {
        $crate::order_store_contract!($harness, when true);
    };
    ($harness:ty, when $condition:expr) => {
        $crate::cases!($harness, order_store when ($condition):
            a_committed_order_is_there_with_history_note_and_event,
            every_field_of_an_order_is_read_back_equal,
            lines_keep_their_order,
            numbers_of_metadata_are_read_back_as_they_were_written,
            an_unknown_order_is_not_found,
            an_update_replaces_the_order_and_adds_to_its_history,
            an_order_may_come_with_a_past,
            every_write_of_a_commit_is_applied,
            a_commit_without_writes_is_applied,
            order_numbers_grow_and_are_never_issued_twice,
            reserved_numbers_are_in_a_row_and_nobody_else_gets_them,
            customers_are_known_by_what_was_told_last,
        );
        $crate::cases!($harness, order_commits when ($condition):
            a_stale_update_is_refused,
            an_update_of_an_unknown_order_is_stale,
            a_taken_id_is_reported_as_taken,
            a_refused_commit_leaves_no_trace,
            a_commit_refused_at_its_first_write_leaves_no_trace,
            of_many_writers_of_one_version_one_wins,
            of_64_concurrent_commits_the_62_good_ones_are_applied,
            a_repeated_request_gets_the_first_outcome,
            a_repeated_request_is_told_so_although_its_writes_are_stale,
            a_refused_request_does_not_use_up_its_key,
            of_equal_requests_at_once_one_takes_effect,
            a_key_belongs_to_its_principal_and_operation,
            a_message_takes_effect_once_per_consumer,
        );
        $crate::cases!($harness, order_queries when ($condition):
            pages_are_complete_and_in_order_for_every_sort,
            the_last_page_says_that_it_is_the_last,
            a_list_without_matches_is_one_empty_page,
            new_orders_do_not_disturb_the_pages_that_follow,
            a_count_covers_all_pages,
            each_part_of_a_filter_narrows,
            notes_come_oldest_first_and_internal_ones_only_on_request,
            numbers_are_sorted_as_numbers,
            overdue_orders_are_those_that_wait_for_approval,
            counts_are_by_status_and_by_the_time_of_placing,
            open_orders_are_counted_with_the_oldest_of_each_status,
        );
        $crate::cases!($harness, order_search when ($condition):
            a_number_is_found_by_its_beginning_at_once,
            words_are_found_anywhere_and_all_of_them,
            article_country_and_carrier_narrow,
            what_is_in_many_orders_is_found_in_each,
            the_newest_document_counts,
            what_is_not_findable_yet_is_told_page_by_page,
        );
    };
}

/// Puts `orders` into the store.
pub(crate) async fn given(store: &dyn OrderStore, orders: &[Order]) {
    store.commit(Commit::of(orders.iter().map(inserted).collect())).await.unwrap();
}

pub(crate) async fn find(store: &dyn OrderStore, order: &Order) -> Option<Order> {
    store.find(order.id).await.unwrap()
}

pub(crate) fn event_of(order: &Order, n: u64) -> Event {
    Event { key: order.id.0, sequence: order.version.0, ..an_event().numbered(n).build() }
}

/// What a commit wrote is visible in every place that it belongs to.
pub async fn a_committed_order_is_there_with_history_note_and_event<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let order = an_order().build();
    let note = a_note(1, order.id, Visibility::Public);
    let OrderWrite::Insert { history, .. } = inserted(&order) else {
        unreachable!("inserted gives an insert")
    };
    let commit = Commit {
        writes: vec![inserted(&order), OrderWrite::AddNote(note.clone())],
        events: vec![event_of(&order, 1)],
        audit: vec![an_audit_entry(1)],
        once: Some(a_request("key", json!({ "order": order.id }))),
    };
    harness.store().commit(commit).await.unwrap();

    assert_eq!(find(&*harness.store(), &order).await, Some(order.clone()));
    assert_eq!(harness.queries().history(order.id).await.unwrap(), history);
    let page = PageRequest::first(20);
    assert_eq!(harness.queries().notes(order.id, false, &page).await.unwrap().items, [note]);
    assert_eq!(waiting_events(&*harness.outbox()).await, [event_of(&order, 1)]);
    let outcome = harness.store().find_outcome(&request("key")).await.unwrap();
    let expected = Outcome { fingerprint: Some(fingerprint(7)), value: json!({ "order": order.id }) };
    assert_eq!(outcome, Some(expected));
}

/// Times to the microsecond, amounts to the minor unit, text to the character.
pub async fn every_field_of_an_order_is_read_back_equal<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let largest = Money::new(Money::MAX_AMOUNT, currency("JPY")).unwrap();
    let orders = [
        an_order().numbered(1).with_everything().build(),
        an_order().numbered(2).with_everything().with_priced_line("largest", 1, largest).build(),
        an_order().numbered(3).with_line("free", 10_000, 0).with_line("one cent", 1, 1).build(),
        an_order().numbered(4).in_status(Status::Delivered).placed_at(at_s(-1)).build(),
    ];
    given(&*harness.store(), &orders).await;
    for order in &orders {
        assert_eq!(find(&*harness.store(), order).await.as_ref(), Some(order));
    }
    let listed = harness
        .queries()
        .list(&OrderFilter::default(), OrderSort::Number, Direction::Ascending, &PageRequest::first(10))
        .await
        .unwrap();
    assert_eq!(listed.items, orders);
}

/// As many lines as an order may have come back in the order they were given in.
pub async fn lines_keep_their_order<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let mut builder = an_order();
    for n in 0..Order::MAX_LINES {
        builder = builder.with_line(&format!("sku-{}", (n * 37) % Order::MAX_LINES), 1, 100);
    }
    let order = builder.build();
    given(&*harness.store(), std::slice::from_ref(&order)).await;
    assert_eq!(find(&*harness.store(), &order).await, Some(order));
}

/// What was never written is absent, not an error.
/// Each is the same number, to the last bit, and is written down the same way again.
pub async fn numbers_of_metadata_are_read_back_as_they_were_written<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    // A linear congruential generator: doubles of every size.
    let bits = std::iter::successors(Some(88_172_645_463_325_252_u64), |bits| {
        Some(bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    });
    let doubles = bits.map(f64::from_bits).filter(|double| double.is_finite()).take(400);
    let extremes = [5e-324, f64::MIN_POSITIVE, f64::MAX, f64::MIN, -0.0, 0.1, 1.1, 1e21, 1e22, 1e23, 5.0];
    let mut order = an_order().numbered(1).build();
    order.metadata.insert("doubles".to_owned(), json!(doubles.chain(extremes).collect::<Vec<f64>>()));
    let whole = [0, 1, 9_007_199_254_740_993, i64::MAX, i64::MIN];
    order.metadata.insert("whole".to_owned(), json!(whole));
    order.metadata.insert("largest".to_owned(), json!(u64::MAX));
    harness.store().commit(Commit::of(vec![inserted(&order)])).await.unwrap();
    let found = harness.store().find(order.id).await.unwrap().unwrap();
    assert_eq!(found.metadata, order.metadata);
    // Equal doubles may differ in their sign.
    assert_eq!(json!(found.metadata).to_string(), json!(order.metadata).to_string());
}

pub async fn an_unknown_order_is_not_found<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let unknown = OrderId(id(1));
    given(&*harness.store(), &[an_order().numbered(2).build()]).await;
    assert_eq!(harness.store().find(unknown).await.unwrap(), None);
    assert_eq!(harness.store().find_outcome(&request("never")).await.unwrap(), None);
    assert_eq!(harness.queries().history(unknown).await.unwrap(), []);
    assert_eq!(harness.queries().notes(unknown, true, &PageRequest::first(20)).await.unwrap().items, []);
}

/// The newest state replaces the one before; the history keeps every step, first one first.
pub async fn an_update_replaces_the_order_and_adds_to_its_history<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let placed = an_order().build();
    let changed = Order { lines: an_order().with_line("other", 3, 5).build().lines, ..placed.clone() };
    let (amended, amend) = stepped(&changed, Action::Amend, Status::Created);
    let (approved, approve) = stepped(&amended, Action::Approve, Status::Approved);
    for write in [inserted(&placed), amend, approve] {
        harness.store().commit(Commit::of(vec![write])).await.unwrap();
    }

    assert_eq!(find(&*harness.store(), &placed).await, Some(approved));
    let history = harness.queries().history(placed.id).await.unwrap();
    let steps: Vec<_> = history.iter().map(|entry| (entry.version, entry.action, entry.to)).collect();
    assert_eq!(
        steps,
        [
            (Version(1), Action::Create, Status::Created),
            (Version(2), Action::Amend, Status::Created),
            (Version(3), Action::Approve, Status::Approved),
        ]
    );
    let OrderWrite::Update { entry, .. } = stepped(&amended, Action::Approve, Status::Approved).1 else {
        unreachable!("stepped gives an update")
    };
    assert_eq!(history[2], entry);
}

/// An order that comes from elsewhere brings all its steps, and goes on from the last one.
pub async fn an_order_may_come_with_a_past<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let placed = an_order().build();
    let (approved, approve) = stepped(&placed, Action::Approve, Status::Approved);
    let (shipped, ship) = stepped(&approved, Action::Ship, Status::Shipped);
    let steps = [inserted(&placed), approve, ship].map(entries).concat();
    let other = an_order().numbered(2).build();
    let writes = vec![inserted_with(&shipped, steps.clone()), inserted(&other)];
    harness.store().commit(Commit::of(writes)).await.unwrap();

    assert_eq!(find(&*harness.store(), &placed).await, Some(shipped.clone()));
    assert_eq!(find(&*harness.store(), &other).await, Some(other));
    assert_eq!(harness.queries().history(placed.id).await.unwrap(), steps);
    assert_eq!(waiting_events(&*harness.outbox()).await, [], "what is past is not told");

    let (delivered, deliver) = stepped(&shipped, Action::Deliver, Status::Delivered);
    harness.store().commit(Commit::of(vec![deliver.clone()])).await.unwrap();
    assert_eq!(find(&*harness.store(), &placed).await, Some(delivered));
    assert_eq!(harness.queries().history(placed.id).await.unwrap(), [steps, entries(deliver)].concat());
}

fn entries(write: OrderWrite) -> Vec<HistoryEntry> {
    match write {
        OrderWrite::Insert { history, .. } => history,
        OrderWrite::Update { entry, .. } => vec![entry],
        OrderWrite::AddNote(_) | OrderWrite::PutCustomer(_) | OrderWrite::PutSearch(_) => Vec::new(),
    }
}

/// A commit may hold many writes, of several orders.
pub async fn every_write_of_a_commit_is_applied<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let old: Vec<Order> = (1..=20).map(|n| an_order().numbered(n).build()).collect();
    let new: Vec<Order> = (21..=40).map(|n| an_order().numbered(n).build()).collect();
    given(&*harness.store(), &old).await;
    let steps: Vec<_> = old.iter().map(|order| stepped(order, Action::Approve, Status::Approved)).collect();
    let writes = steps.iter().map(|(_, write)| write.clone()).chain(new.iter().map(inserted)).collect();
    harness.store().commit(Commit::of(writes)).await.unwrap();

    for order in steps.iter().map(|(order, _)| order).chain(&new) {
        assert_eq!(find(&*harness.store(), order).await.as_ref(), Some(order));
        let history = harness.queries().history(order.id).await.unwrap();
        assert_eq!(u64::try_from(history.len()).unwrap(), order.version.0);
    }
}

/// A refusal is audited, and a fact may be told, where nothing else changes.
pub async fn a_commit_without_writes_is_applied<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let commit = Commit {
        events: vec![an_event().build()],
        audit: vec![an_audit_entry(1)],
        once: Some(message("orders", 9)),
        ..Commit::of(vec![])
    };
    harness.store().commit(commit.clone()).await.unwrap();
    assert_eq!(waiting_events(&*harness.outbox()).await, [an_event().build()]);
    assert!(matches!(harness.store().commit(commit).await, Err(CommitError::Repeated(_))));
}

/// Replicas issue numbers at the same time; none twice, and each one growing numbers.
pub async fn order_numbers_grow_and_are_never_issued_twice<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let issued = at_once((0..4).map(|_| {
        let numbers = harness.numbers();
        async move {
            let mut issued = Vec::new();
            for _ in 0..100 {
                issued.push(numbers.next().await.unwrap());
            }
            issued
        }
    }))
    .await;
    for run in &issued {
        assert!(run.is_sorted_by(|a, b| a < b), "not growing: {run:?}");
    }
    let mut all = issued.concat();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 400);
}

/// Whole runs of numbers, taken by several replicas while others take single ones.
pub async fn reserved_numbers_are_in_a_row_and_nobody_else_gets_them<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let issued = at_once((0..8).map(|n| {
        let numbers = harness.numbers();
        async move {
            if n < 4 {
                numbers.reserve(100).await.unwrap()
            } else {
                let number = numbers.next().await.unwrap();
                number..number + 1
            }
        }
    }))
    .await;
    let mut lengths: Vec<_> = issued.iter().map(|run| run.end - run.start).collect();
    lengths.sort_unstable();
    assert_eq!(lengths, [1, 1, 1, 1, 100, 100, 100, 100]);
    let mut all: Vec<_> = issued.into_iter().flatten().collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 404);
}

/// News may come twice, and late; whoever was never told of is not known.
pub async fn customers_are_known_by_what_was_told_last<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let told = |n: u64, name: &str, sequence: u64| {
        let updated_at = at_s(i64::try_from(sequence).unwrap());
        OrderWrite::PutCustomer(Customer {
            id: user(n),
            name: name.to_owned(),
            email: Some(format!("user{n}@example.com")),
            sequence,
            updated_at,
        })
    };
    for writes in [
        vec![told(1, "Alice", 1), told(2, "Bob Öztürk", 7)],
        vec![told(1, "Alice B.", 3)],
        vec![told(1, "Alice A.", 2), told(3, "Carol", 1)],
        vec![told(2, "Bob Öztürk", 7)],
    ] {
        harness.store().commit(Commit::of(writes)).await.unwrap();
    }
    let names = harness.customers().names(&[user(1), user(2), user(4), user(1)]).await.unwrap();
    let expected = [(user(1), "Alice B.".to_owned()), (user(2), "Bob Öztürk".to_owned())];
    assert_eq!(names, expected.into());
    assert!(harness.customers().names(&[]).await.unwrap().is_empty());
}
