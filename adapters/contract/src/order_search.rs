//! What every reader of orders must find.

use eop_core::kernel::commit::Commit;
use eop_core::kernel::page::{Direction, PageRequest};
use eop_core::order::model::{Action, Customer, Order, SearchDocument, Shipment, Status};
use eop_core::order::port::{OrderFilter, OrderSort, OrderWrite};

use crate::fixture::{an_order, at_s, at_us, stepped};
use crate::order_queries::numbers_of;
use crate::order_store::{OrderStoreHarness, given};

/// By the beginning of the number, in either case, before anything else was written of the order; wildcards of the engine stand
/// for themselves.
pub async fn a_number_is_found_by_its_beginning_at_once<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let orders: Vec<Order> = [1, 12, 123].into_iter().map(|n| an_order().numbered(n).build()).collect();
    given(&*harness.store(), &orders).await;
    let table = [
        ("ORD-2026-00000", vec![1]),
        ("ORD-2026-0000", vec![1, 12]),
        ("ord-2026-0001", vec![123]),
        (" ORD-2026-000012 ", vec![12]),
        ("000123", vec![]),
        ("ORD-2026-000%", vec![]),
    ];
    for (text, expected) in table {
        let filter = OrderFilter { text: Some(text.to_owned()), ..OrderFilter::default() };
        assert_eq!(numbers_of(&harness.queries(), &filter).await, expected, "{text:?}");
    }
}

/// Writes what `orders` are found by.
async fn findable<H: OrderStoreHarness>(harness: &H, orders: &[Order]) {
    let write = |order: &Order| {
        let customer = Customer {
            id: order.customer_id,
            name: "Émile Dupont".to_owned(),
            email: Some(format!("emile+{}@example.com", order.id.0.as_u64_pair().1 & 0xffff)),
            sequence: 1,
            updated_at: at_s(0),
        };
        OrderWrite::PutSearch(SearchDocument::of(order, Some(&customer)))
    };
    harness.store().commit(Commit::of(orders.iter().map(write).collect())).await.unwrap();
}

/// Three orders that differ in everything that is searched.
async fn searched<H: OrderStoreHarness>() -> H {
    let harness = H::fresh().await;
    let mut orders: Vec<Order> = vec![
        an_order().numbered(1).with_line("TEA-EG-100", 1, 649).build(),
        an_order().numbered(12).with_line("POT-07", 1, 3450).build(),
        an_order().numbered(123).with_line("tea-eg-1000", 2, 5).build(),
    ];
    orders[0].note = Some("100 % bio_tea, \"ring\" twice".to_owned());
    "東京 太郎".clone_into(&mut orders[1].shipping_address.name);
    "JP".clone_into(&mut orders[1].shipping_address.country);
    orders[2].shipment = Some(Shipment {
        carrier: "DHL Express".to_owned(),
        tracking_number: Some("00340434161094042557".to_owned()),
        shipped_at: at_s(1),
    });
    given(&*harness.store(), &orders).await;
    findable(&harness, &orders).await;
    harness
}

/// Beginnings and middles of words, in any language and either case; every word has to be there, and wildcards of the engine
/// stand for themselves.
pub async fn words_are_found_anywhere_and_all_of_them<H: OrderStoreHarness>() {
    let harness = searched::<H>().await;
    let table = [
        ("tea", vec![1, 123]),
        ("ea-eg-1", vec![1, 123]),
        ("POT", vec![12]),
        ("E\u{301}MILE dupont", vec![1, 12, 123]),
        ("mile tea", vec![1, 123]),
        ("mile pot tea", vec![]),
        ("emile+123@", vec![123]),
        ("000123", vec![123]),
        ("2026-0000", vec![1, 12]),
        ("12", vec![12]),
        ("3", vec![123]),
        ("161094", vec![123]),
        ("東京", vec![12]),
        ("太", vec![12]),
        ("京", vec![]),
        ("tw tea", vec![1]),
        ("\"ring\"", vec![1]),
        ("bio_", vec![1]),
        ("bi__tea", vec![]),
        ("100 %", vec![1]),
        ("t%a", vec![]),
        ("%", vec![1]),
        ("---", vec![]),
        ("' OR 1=1 --", vec![]),
        ("AND", vec![]),
        ("words:tea", vec![]),
        ("tea*", vec![]),
        ("\\", vec![]),
    ];
    for (text, expected) in table {
        let filter = OrderFilter { text: Some(text.to_owned()), ..OrderFilter::default() };
        assert_eq!(numbers_of(&harness.queries(), &filter).await, expected, "{text:?}");
    }
}

/// As a whole and in either case, alone, together, and beside words and the other filters.
pub async fn article_country_and_carrier_narrow<H: OrderStoreHarness>() {
    let harness = searched::<H>().await;
    let some = |text: &str| Some(text.to_owned());
    let all = OrderFilter::default;
    let table = [
        (OrderFilter { sku: some("tea-eg-100"), ..all() }, vec![1]),
        (OrderFilter { sku: some("TEA-EG-1000"), ..all() }, vec![123]),
        (OrderFilter { sku: some("tea-eg"), ..all() }, vec![]),
        (OrderFilter { country: some("DE"), ..all() }, vec![1, 123]),
        (OrderFilter { country: some("JP"), ..all() }, vec![12]),
        (OrderFilter { carrier: some("dhl express"), ..all() }, vec![123]),
        (OrderFilter { carrier: some("dhl"), ..all() }, vec![]),
        (
            OrderFilter { sku: some("TEA-EG-1000"), country: some("DE"), text: some("émile"), ..all() },
            vec![123],
        ),
        (OrderFilter { sku: some("TEA-EG-1000"), country: some("JP"), ..all() }, vec![]),
        (OrderFilter { country: some("DE"), total_max: Some(100), ..all() }, vec![123]),
        (OrderFilter { country: some("DE"), text: some("ORD-2026-000001"), ..all() }, vec![1]),
    ];
    for (filter, expected) in table {
        assert_eq!(numbers_of(&harness.queries(), &filter).await, expected, "{filter:?}");
    }
}

/// More orders than are looked up at once: every one is found, page by page and in order, and counted.
pub async fn what_is_in_many_orders_is_found_in_each<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let orders: Vec<Order> = (1..=4_100)
        .map(|n| {
            let article = if n % 2 == 0 { "CHAIR" } else { "CHAIR-RED" };
            an_order()
                .numbered(n)
                .placed_at(at_us(i64::try_from(n).unwrap()))
                .with_line(article, 1, 5)
                .build()
        })
        .collect();
    for some in orders.chunks(500) {
        given(&*harness.store(), some).await;
        findable(&harness, some).await;
    }
    let queries = harness.queries();
    let count = async |text: &str| {
        let filter = OrderFilter { text: Some(text.to_owned()), ..OrderFilter::default() };
        let request = PageRequest { count: true, ..PageRequest::first(3) };
        let page =
            queries.list(&filter, OrderSort::CreatedAt, Direction::Descending, &request).await.unwrap();
        let numbers: Vec<u64> = page.items.iter().map(|order| order.id.0.as_u64_pair().1 & 0xffff).collect();
        (page.total, numbers)
    };
    assert_eq!(count("chair").await, (Some(4_100), vec![4_100, 4_099, 4_098]));
    assert_eq!(count("chair-red").await, (Some(2_050), vec![4_099, 4_097, 4_095]));
    assert_eq!(count("chair 41").await, (Some(41), vec![4_041, 3_941, 3_841]));
}

/// What was made of an earlier version of the order, and comes late, replaces nothing.
pub async fn the_newest_document_counts<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let order = an_order().with_line("CHAIR", 1, 5).build();
    given(&*harness.store(), std::slice::from_ref(&order)).await;
    let newer = Order { version: order.version.next(), ..an_order().with_line("TABLE", 1, 5).build() };
    findable(&harness, std::slice::from_ref(&newer)).await;
    findable(&harness, std::slice::from_ref(&order)).await;
    for (text, expected) in [("table", vec![1]), ("chair", vec![])] {
        let filter = OrderFilter { text: Some(text.to_owned()), ..OrderFilter::default() };
        assert_eq!(numbers_of(&harness.queries(), &filter).await, expected, "{text}");
    }
}

/// Pages go on behind what is findable already; what changes is told again.
pub async fn what_is_not_findable_yet_is_told_page_by_page<H: OrderStoreHarness>() {
    let harness = H::fresh().await;
    let orders: Vec<Order> =
        (1..=5).map(|n| an_order().numbered(n).placed_at(at_us(i64::try_from(n).unwrap())).build()).collect();
    given(&*harness.store(), &orders).await;
    findable(&harness, &[orders[0].clone(), orders[3].clone()]).await;
    let queries = harness.queries();
    let told = async |since| {
        let (mut pages, mut request) = (Vec::new(), PageRequest::first(2));
        loop {
            let page = queries.not_findable(since, &request).await.unwrap();
            let mut numbers: Vec<u64> =
                page.items.iter().map(|order| order.id.0.as_u64_pair().1 & 0xffff).collect();
            numbers.sort_unstable();
            pages.push(numbers);
            request.after = page.next;
            if request.after.is_none() {
                return pages;
            }
        }
    };
    assert_eq!(told(at_us(0)).await, [vec![2], vec![3], vec![5]]);
    assert_eq!(told(at_us(3)).await, [vec![3], vec![5]]);
    let (changed, write) = stepped(&orders[0], Action::Approve, Status::Approved);
    harness.store().commit(Commit::of(vec![write])).await.unwrap();
    assert_eq!(told(changed.updated_at).await, [vec![1]]);
    findable(&harness, std::slice::from_ref(&changed)).await;
    assert_eq!(told(changed.updated_at).await, [Vec::<u64>::new()]);
}
