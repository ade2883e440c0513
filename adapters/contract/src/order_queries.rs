//! What every reader of orders must do.

use std::collections::BTreeMap;
use std::sync::Arc;

use eop_core::kernel::commit::Commit;
use eop_core::kernel::id::OrderId;
use eop_core::kernel::money::Money;
use eop_core::kernel::page::{Direction, Page, PageRequest};
use eop_core::order::model::{Action, Order, Status, Visibility};
use eop_core::order::port::{OpenOrders, OrderFilter, OrderQueries, OrderSort, OrderWrite};

use crate::fixture::{a_note, an_order, at_s, at_us, currency, id, stepped, user};
use crate::order_store::{OrderStoreHarness, given};

const SORTS: [OrderSort; 4] =
    [OrderSort::CreatedAt, OrderSort::UpdatedAt, OrderSort::Total, OrderSort::Number];

/// Follows the cursors from the first page to the last.
async fn read_through(
    queries: &Arc<dyn OrderQueries>,
    filter: &OrderFilter,
    (sort, direction): (OrderSort, Direction),
    limit: u16,
) -> Vec<Page<Order>> {
    let mut pages: Vec<Page<Order>> = Vec::new();
    let mut request = PageRequest::first(limit);
    loop {
        let page = queries.list(filter, sort, direction, &request).await.unwrap();
        request.after.clone_from(&page.next);
        pages.push(page);
        if request.after.is_none() {
            return pages;
        }
        assert!(pages.len() < 100, "the pages do not end");
    }
}

/// The ends of the numbers of all that match, by number.
pub(crate) async fn numbers_of(queries: &Arc<dyn OrderQueries>, filter: &OrderFilter) -> Vec<u64> {
    let ascending = (OrderSort::Number, Direction::Ascending);
    let pages = read_through(queries, filter, ascending, 100).await;
    pages.iter().flat_map(|page| &page.items).map(|order| order.id.0.as_u64_pair().1 & 0xffff).collect()
}

/// 24 orders, of which many agree in each value that they are sorted by.
fn tied_orders() -> Vec<Order> {
    (1_u32..=24)
        .map(|n| {
            // Visits 1..=24 out of order, so that the order of insertion is of no use.
            let n = i64::from(n * 7 % 25);
            an_order()
                .numbered(n.unsigned_abs())
                .placed_at(at_us(n % 5))
                .updated_at(at_us(1_000_000 - n % 3))
                .with_line("sku", 1, [5, 1_000, 70, 9_007_199_254_740_991][usize::try_from(n % 4).unwrap()])
                .build()
        })
        .collect()
}

fn sorted(mut orders: Vec<Order>, sort: OrderSort, direction: Direction) -> Vec<Order> {
    orders.sort_by(|a, b| {
        let by_value = match sort {
            OrderSort::CreatedAt => a.created_at.cmp(&b.created_at),
            OrderSort::UpdatedAt => a.updated_at.cmp(&b.updated_at),
            OrderSort::Total => a.total.amount().cmp(&b.total.amount()),
            OrderSort::Number => a.number.cmp(&b.number),
        };
        by_value.then(a.id.cmp(&b.id))
    });
    if direction == Direction::Descending {
        orders.reverse();
    }
    orders
}

/// Every order once, in the same order on every engine, ties broken by id in the direction of the sort.
pub async fn pages_are_complete_and_in_order_for_every_sort<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    given(&*harness.store(), &tied_orders()).await;
    for sort in SORTS {
        for direction in [Direction::Ascending, Direction::Descending] {
            for limit in [1, 5, 24, 100] {
                let all = OrderFilter::default();
                let pages = read_through(&harness.queries(), &all, (sort, direction), limit).await;
                let items: Vec<Order> = pages.into_iter().flat_map(|page| page.items).collect();
                assert_eq!(items, sorted(tied_orders(), sort, direction), "{sort:?} {direction:?} {limit}");
            }
        }
    }
}

/// No page is empty because the one before it happened to be full.
pub async fn the_last_page_says_that_it_is_the_last<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    given(&*harness.store(), &tied_orders()).await;
    let ascending = (OrderSort::CreatedAt, Direction::Ascending);
    for (limit, expected) in [(6, vec![6; 4]), (7, vec![7, 7, 7, 3]), (24, vec![24]), (25, vec![24])] {
        let pages = read_through(&harness.queries(), &OrderFilter::default(), ascending, limit).await;
        let sizes: Vec<usize> = pages.iter().map(|page| page.items.len()).collect();
        assert_eq!(sizes, expected, "pages of {limit}");
    }
}

/// Nothing matches: one page, empty, the last, with a count of zero.
pub async fn a_list_without_matches_is_one_empty_page<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let request = PageRequest { count: true, ..PageRequest::first(10) };
    let page = harness
        .queries()
        .list(&OrderFilter::default(), OrderSort::Number, Direction::Descending, &request)
        .await
        .unwrap();
    assert_eq!(page, Page { items: vec![], next: None, total: Some(0) });
}

/// Who turns pages while orders are placed neither misses one nor sees one twice.
pub async fn new_orders_do_not_disturb_the_pages_that_follow<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    given(&*harness.store(), &tied_orders()).await;
    let all = OrderFilter::default();
    let newest_first = (OrderSort::CreatedAt, Direction::Descending);
    let list = |request: PageRequest| {
        let (queries, all) = (harness.queries(), all.clone());
        async move { queries.list(&all, newest_first.0, newest_first.1, &request).await.unwrap() }
    };
    let first = list(PageRequest::first(10)).await;
    given(&*harness.store(), &[an_order().numbered(100).placed_at(at_s(5)).build()]).await;
    let rest = list(PageRequest { after: first.next.clone(), ..PageRequest::first(100) }).await;

    let seen = [first.items, rest.items].concat();
    assert_eq!(seen, sorted(tied_orders(), newest_first.0, newest_first.1));
}

/// The count is of all that match, whichever page is read; it is absent unless asked for.
pub async fn a_count_covers_all_pages<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    given(&*harness.store(), &tied_orders()).await;
    let filter = OrderFilter { total_max: Some(70), ..OrderFilter::default() };
    let mut request = PageRequest { count: true, ..PageRequest::first(5) };
    for _ in 0..2 {
        let page =
            harness.queries().list(&filter, OrderSort::Total, Direction::Ascending, &request).await.unwrap();
        assert_eq!(page.total, Some(12));
        request.after = page.next;
    }
    let uncounted = harness
        .queries()
        .list(&filter, OrderSort::Total, Direction::Ascending, &PageRequest::first(5))
        .await
        .unwrap();
    assert_eq!(uncounted.total, None);
}

/// Every part of a filter alone, its bounds included as documented, and several together.
pub async fn each_part_of_a_filter_narrows<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let dollars = Money::new(300, currency("USD")).unwrap();
    let orders = [
        an_order().numbered(1).by(user(1)).placed_at(at_us(10)).with_line("a", 1, 100).build(),
        an_order().numbered(2).by(user(2)).placed_at(at_us(20)).with_line("a", 1, 200).build(),
        an_order().numbered(3).by(user(1)).placed_at(at_us(30)).with_priced_line("a", 1, dollars).build(),
        an_order()
            .numbered(4)
            .by(user(1))
            .in_status(Status::Shipped)
            .placed_at(at_us(40))
            .with_line("a", 1, 400)
            .build(),
    ];
    given(&*harness.store(), &orders).await;
    let all = OrderFilter::default;
    let table = [
        (all(), vec![1, 2, 3, 4]),
        (OrderFilter { statuses: vec![Status::Shipped], ..all() }, vec![4]),
        (OrderFilter { statuses: vec![Status::Created, Status::Shipped], ..all() }, vec![1, 2, 3, 4]),
        (OrderFilter { statuses: vec![Status::Rejected], ..all() }, vec![]),
        (OrderFilter { customer: Some(user(1)), ..all() }, vec![1, 3, 4]),
        (OrderFilter { customer: Some(user(9)), ..all() }, vec![]),
        (OrderFilter { created_from: Some(at_us(20)), ..all() }, vec![2, 3, 4]),
        (OrderFilter { created_from: Some(at_us(21)), ..all() }, vec![3, 4]),
        (OrderFilter { created_to: Some(at_us(30)), ..all() }, vec![1, 2]),
        (OrderFilter { created_to: Some(at_us(31)), ..all() }, vec![1, 2, 3]),
        (OrderFilter { total_min: Some(200), ..all() }, vec![2, 3, 4]),
        (OrderFilter { total_min: Some(201), ..all() }, vec![3, 4]),
        (OrderFilter { total_max: Some(200), ..all() }, vec![1, 2]),
        (OrderFilter { total_max: Some(199), ..all() }, vec![1]),
        (OrderFilter { currency: Some(currency("USD")), ..all() }, vec![3]),
        (
            OrderFilter {
                statuses: vec![Status::Created],
                customer: Some(user(1)),
                created_from: Some(at_us(10)),
                created_to: Some(at_us(40)),
                total_min: Some(100),
                total_max: Some(300),
                currency: Some(currency("EUR")),
                text: Some("ORD-2026".to_owned()),
                ..all()
            },
            vec![1],
        ),
    ];
    for (filter, expected) in table {
        assert_eq!(numbers_of(&harness.queries(), &filter).await, expected, "{filter:?}");
    }
}

/// Customers do not see what staff write for themselves.
pub async fn notes_come_oldest_first_and_internal_ones_only_on_request<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let orders = [an_order().numbered(1).build(), an_order().numbered(2).build()];
    given(&*harness.store(), &orders).await;
    let first = a_note(1, orders[0].id, Visibility::Public);
    let second = a_note(2, orders[0].id, Visibility::Internal);
    let third = a_note(3, orders[0].id, Visibility::Public);
    let other = a_note(4, orders[1].id, Visibility::Public);
    let notes = [&third, &first, &other, &second].map(|note| OrderWrite::AddNote(note.clone()));
    harness.store().commit(Commit::of(notes.to_vec())).await.unwrap();

    let queries = harness.queries();
    let page = async |internal, after, limit| {
        let request = PageRequest { after, count: true, ..PageRequest::first(limit) };
        queries.notes(orders[0].id, internal, &request).await.unwrap()
    };
    let public = page(false, None, 20).await;
    assert_eq!((public.items, public.total), (vec![first.clone(), third.clone()], Some(2)));
    let start = page(true, None, 2).await;
    assert_eq!((start.items, start.total), (vec![first, second], Some(3)));
    let rest = page(true, start.next, 2).await;
    assert_eq!((rest.items, rest.next), (vec![third], None));
}

/// `ORD-2026-1000000` is the number after `ORD-2026-999999`, and a page may end between the two.
pub async fn numbers_are_sorted_as_numbers<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let numbers =
        ["ORD-2025-999998", "ORD-2026-000007", "ORD-2026-999999", "ORD-2026-1000000", "ORD-2027-1000001"];
    let orders: Vec<Order> = (1_u64..)
        .zip([3, 0, 4, 1, 2])
        .map(|(n, place)| Order { number: numbers[place].to_owned(), ..an_order().numbered(n).build() })
        .collect();
    given(&*harness.store(), &orders).await;
    for limit in [1, 2, 20] {
        for direction in [Direction::Ascending, Direction::Descending] {
            let mut found = Vec::new();
            let mut page = PageRequest::first(limit);
            loop {
                let filter = OrderFilter::default();
                let list =
                    harness.queries().list(&filter, OrderSort::Number, direction, &page).await.unwrap();
                found.extend(list.items.into_iter().map(|order| order.number));
                page.after = list.next;
                if page.after.is_none() {
                    break;
                }
            }
            if direction == Direction::Descending {
                found.reverse();
            }
            assert_eq!(found, numbers, "{direction:?}, {limit} at a time");
        }
    }
}

/// Placed before the limit and still not decided, the oldest first, at most so many.
pub async fn overdue_orders_are_those_that_wait_for_approval<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let orders: Vec<Order> = (1..=5)
        .map(|n| an_order().numbered(n).placed_at(at_s(100 - i64::try_from(n).unwrap())).build())
        .collect();
    given(&*harness.store(), &orders).await;
    let (_, approve) = stepped(&orders[3], Action::Approve, Status::Approved);
    harness.store().commit(Commit::of(vec![approve])).await.unwrap();

    let queries = harness.queries();
    let page_of = async |before, page| queries.overdue(before, &page).await.unwrap();
    let overdue = async |before, limit| page_of(before, PageRequest::first(limit)).await.items;
    let expected = [5, 3, 2, 1].map(|n| OrderId(id(n)));
    assert_eq!(overdue(at_s(100), 10).await, expected);
    assert_eq!(overdue(at_s(99), 10).await, expected[..3], "order 1 was placed at the limit, not before it");
    assert_eq!(overdue(at_s(100), 2).await, expected[..2]);
    assert_eq!(overdue(at_s(0), 10).await, []);
    let first = page_of(at_s(100), PageRequest::first(3)).await;
    let rest = page_of(at_s(100), PageRequest { after: first.next, ..PageRequest::first(3) }).await;
    assert_eq!((first.items, rest.items), (expected[..3].to_vec(), expected[3..].to_vec()));
    assert_eq!(rest.next, None);
}

/// By status, over all and in each period: what is placed at a bound belongs to the period that begins there.
pub async fn counts_are_by_status_and_by_the_time_of_placing<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let order = |n: u64, owner: u64, at, status| {
        an_order().numbered(n).by(user(owner)).placed_at(at_s(at)).in_status(status).build()
    };
    let orders = [
        order(1, 1, 9, Status::Delivered),
        order(2, 1, 10, Status::Created),
        order(3, 2, 19, Status::Created),
        order(4, 1, 20, Status::Shipped),
        order(5, 2, 30, Status::Rejected),
    ];
    given(&*harness.store(), &orders).await;
    let bounds = [at_s(10), at_s(20), at_s(25), at_s(30)];
    let counts = async |customer, bounds: &[_]| harness.queries().counts(customer, bounds).await.unwrap();

    let all = counts(None, &bounds).await;
    let every = [(Status::Created, 2), (Status::Delivered, 1), (Status::Rejected, 1), (Status::Shipped, 1)];
    assert_eq!(all.statuses, BTreeMap::from(every));
    let first = BTreeMap::from([(Status::Created, 2)]);
    assert_eq!(all.periods, [first, BTreeMap::from([(Status::Shipped, 1)]), BTreeMap::new()]);

    let own = counts(Some(user(1)), &bounds).await;
    let every = [(Status::Created, 1), (Status::Delivered, 1), (Status::Shipped, 1)];
    assert_eq!(own.statuses, BTreeMap::from(every));
    assert_eq!(own.periods[0], BTreeMap::from([(Status::Created, 1)]));
    for too_few in [&bounds[..0], &bounds[..1]] {
        assert_eq!(counts(None, too_few).await.periods, [], "{too_few:?}");
    }
}

/// What is still to be done, by status: final ones are not among it, whoever's they are.
pub async fn open_orders_are_counted_with_the_oldest_of_each_status<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    assert_eq!(harness.queries().open().await.unwrap(), BTreeMap::new());
    let places = (1_u64..).zip(Status::ALL.iter().copied().chain([Status::Created, Status::Shipped]));
    let order = |(n, status): (u64, Status)| {
        // The later the number, the earlier it was placed.
        let at = at_s(100 - i64::try_from(n).unwrap());
        an_order().numbered(n).by(user(n)).placed_at(at).in_status(status).build()
    };
    let orders: Vec<Order> = places.map(order).collect();
    given(&*harness.store(), &orders).await;

    let mut expected: BTreeMap<Status, OpenOrders> = BTreeMap::new();
    for order in &orders {
        let one = OpenOrders { count: 1, oldest: order.created_at };
        let join = |all: &mut OpenOrders| {
            *all = OpenOrders { count: all.count + 1, oldest: all.oldest.min(one.oldest) };
        };
        if [Status::Created, Status::Approved, Status::Shipped].contains(&order.status) {
            expected.entry(order.status).and_modify(join).or_insert(one);
        }
    }
    assert_eq!(expected[&Status::Created].count, 2);
    assert_eq!(harness.queries().open().await.unwrap(), expected);
}
